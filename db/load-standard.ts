/** Writes the standard that ships (numbers, short titles, tolerances) into the database, as data. */
import { customerServiceExcellence, type Standard } from '~/domain/standard'
import type { Client } from './client'

export async function loadStandard(owner: Client, standard: Standard = customerServiceExcellence): Promise<void> {
  const criteria = standard.criteria.map((criterion) => ({
    standard_id: standard.version,
    number: criterion.number,
    title: criterion.title,
    max_partials: criterion.maxPartials,
  }))
  const elements = standard.criteria
    .flatMap((criterion) =>
      criterion.subCriteria.flatMap((sub) =>
        sub.elements.map((element) => ({
          standard_id: standard.version,
          number: element.number,
          criterion: criterion.number,
          sub_criterion: sub.number,
          sub_criterion_title: sub.title,
          title: element.title,
        })),
      ),
    )
    .map((element, position) => ({ ...element, position }))
  await owner.begin(async (tx) => {
    await tx`insert into standards ${tx({ id: standard.version, name: standard.name })}
      on conflict (id) do update set name = excluded.name`
    await tx`insert into criteria ${tx(criteria)} on conflict (standard_id, number)
      do update set title = excluded.title, max_partials = excluded.max_partials`
    await tx`insert into elements ${tx(elements)} on conflict (standard_id, number)
      do update set title = excluded.title, position = excluded.position, sub_criterion_title = excluded.sub_criterion_title`
  })
}
