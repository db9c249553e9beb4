import { Form } from '@remix-run/react'
import { ErrorSummary } from '~/components/error-summary'
import { Button, type FormState } from '~/components/fields'
import { PackState } from '~/components/pack-state'
import { counted } from '~/domain/sentence'
import { paths } from '~/paths'
import type { PacksView } from '~/use-cases/read-packs'

type Props = PacksView & { mayBuild: boolean; form: FormState }

export function Packs({ packs, coming, mayBuild, form }: Props) {
  return (
    <>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">Evidence packs</h1>
      <p className="govuk-body">
        A pack is one ZIP file for the assessor: the documents by request and by element, the self-assessment, what is
        new, the answers to last time, and a list of what is missing with why. An issued pack never changes; building
        again makes a new number.
      </p>
      {mayBuild && <Coming coming={coming} />}
      <h2 className="govuk-heading-m">Packs</h2>
      {packs.length === 0 ? (
        <p className="govuk-inset-text">No pack has been built yet.</p>
      ) : (
        <PackTable packs={packs} />
      )}
    </>
  )
}

function Coming({ coming }: Pick<Props, 'coming'>) {
  if (coming.length === 0)
    return (
      <p className="govuk-inset-text">
        No review is coming, so there is nothing to build a pack for.{' '}
        <a className="govuk-link" href={paths.reviews()}>
          Plan the next review
        </a>
      </p>
    )
  return (
    <>
      {coming.map((review) => (
        <section className="card" key={review.id} aria-labelledby={`review-${review.id}`}>
          <h2 className="govuk-heading-m" id={`review-${review.id}`}>
            {review.title}
          </h2>
          <p className="govuk-body">{review.certificate}</p>
          {review.building ? (
            <p className="govuk-body">A pack for it is being built.</p>
          ) : (
            <Form method="post">
              <input type="hidden" name="review" value={review.id} />
              <Button>Build pack {review.next}</Button>
            </Form>
          )}
        </section>
      ))}
    </>
  )
}

function PackTable({ packs }: Pick<Props, 'packs'>) {
  return (
    <table className="govuk-table stacks">
      <caption className="govuk-visually-hidden">Packs, newest first</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {['Pack', 'State', 'Holds', 'Asked for'].map((title) => (
            <th scope="col" className="govuk-table__header" key={title}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {packs.map((pack) => (
          <tr key={pack.id} className="govuk-table__row">
            <th scope="row" className="govuk-table__header">
              <a className="govuk-link" href={paths.pack(pack.id)}>
                Pack {pack.number}: {pack.title}
              </a>
            </th>
            <td className="govuk-table__cell" data-label="State">
              <PackState state={pack.state} />
            </td>
            <td className="govuk-table__cell" data-label="Holds">
              {pack.holds === null
                ? 'Nothing yet'
                : `${counted(pack.holds.files, 'document')}, ${pack.size}; ${counted(pack.holds.missing, 'thing')} missing`}
            </td>
            <td className="govuk-table__cell" data-label="Asked for">
              {pack.asked}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
