/** What a pasted list or a CSV would add: who is new, who is here already, and which lines cannot be used and why. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { listPeople } from '#db/queries/people'
import { listServices } from '#db/queries/plan-choices'
import { readCsv } from '~/documents/read-csv'
import { readPeopleList, rowsOfAddresses, type ListProblem } from '~/domain/people-list'
import type { PersonFacts } from '~/domain/person'
import type { Role } from '~/domain/permissions'

export type PeoplePreview = {
  add: { line: number; facts: PersonFacts; service: string | null; notes: string[] }[]
  already: { line: number; name: string; email: string; left: boolean }[]
  problems: ListProblem[]
}

export async function previewPeopleList(
  scope: CouncilScope,
  { text, role }: { text: string; role: Role },
): Promise<PeoplePreview> {
  const list = readPeopleList(rowsOfAddresses(text) ?? rowsOfCsv(text), role)
  const [everybody, services] = await readInCouncil(scope, (tx) =>
    Promise.all([listPeople(scope, tx), listServices(scope, tx)]),
  )
  const here = new Map(everybody.map(({ person }) => [person.email, person]))
  const byName = new Map(services.map((service) => [service.name.toLowerCase(), service]))
  const preview: PeoplePreview = { add: [], already: [], problems: list.problems }
  for (const person of list.people) {
    const known = here.get(person.email)
    if (known) {
      preview.already.push({ line: person.line, name: known.name, email: known.email, left: known.disabledAt !== null })
      continue
    }
    const service = person.service === null ? undefined : byName.get(person.service.toLowerCase())
    const unknownService =
      person.service !== null && !service ? [`there is no service “${person.service}”: added without one`] : []
    const { name, email, post } = person
    const facts: PersonFacts = {
      ...usual,
      ...{ name, email, post, role: person.role, serviceId: service?.id ?? null },
    }
    preview.add.push({
      line: person.line,
      facts,
      service: service?.name ?? null,
      notes: [...person.assumed, ...unknownService],
    })
  }
  return preview
}

const usual = {
  limitedToService: false,
  deputyId: null,
  awayFrom: null,
  awayUntil: null,
  mayBeNamed: false,
  mailFrequency: 'daily',
} as const

const rowsOfCsv = (text: string) =>
  readCsv(text).blocks.flatMap((block) =>
    block.kind === 'row'
      ? [{ line: block.cells[0]?.source.line ?? block.source.line ?? 0, cells: block.cells.map((cell) => cell.text) }]
      : [],
  )
