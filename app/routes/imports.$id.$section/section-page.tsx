import { ErrorSummary } from '~/components/error-summary'
import { Button, type FormState } from '~/components/fields'
import { paths } from '~/paths'
import type { SectionView } from '~/use-cases/read-import'
import { Columns } from './columns'
import { Facts } from './facts'
import { OldPoints } from './old-points'
import { Points } from './points'
import { Questions } from './questions'
import { Ratings } from './ratings'
import { Sources } from './sources'

export type SectionProps = { view: SectionView; form: FormState }

const leads: Readonly<Record<SectionView['section'], string>> = {
  facts: 'Which review the report is of, and what its cover says. Correct what was read wrongly.',
  ratings:
    'The level of each element, as the report gives it. Correct what was read wrongly; a contradiction in the report stays one, and is a question.',
  points: 'Each point of the document with where it stands. What it most likely is has been chosen; you decide.',
  'old-points':
    'Points raised before. A finding closes a point only when you say so; it is the assessor’s word, never our progress.',
  questions:
    'Where the document contradicts itself, or leaves something open. Keep those that are to be settled; the assessor’s become a letter.',
  source: 'Where these points come from, and who closes them.',
  columns: 'Which column is which. What you set here is remembered for the next file with the same headings.',
}

/** One section of a draft: looked at, changed, saved. It works without JavaScript. */
export function SectionPage({ view, form }: SectionProps) {
  return (
    <>
      <a className="govuk-back-link" href={paths.importDraft(view.id)}>
        All sections
      </a>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l long-text">
          {view.fileName}, {view.place.toLowerCase()}
        </span>
        {view.title}
      </h1>
      <p className="govuk-body-l">{leads[view.section]}</p>
      <form method="post" noValidate>
        <fieldset className="govuk-fieldset" disabled={!view.isOpen}>
          <legend className="govuk-visually-hidden">{view.title}</legend>
          <Fields view={view} form={form} />
          {view.isOpen && (
            <div className="govuk-button-group">
              <Button name="do" value="next">
                Save and go on
              </Button>
              <Button kind="secondary" name="do" value="later">
                Save and come back later
              </Button>
            </div>
          )}
        </fieldset>
      </form>
    </>
  )
}

function Fields({ view, form }: SectionProps) {
  if (view.facts) return <Facts facts={view.facts} form={form} />
  if (view.ratings) return <Ratings reviews={view.ratings} form={form} />
  if (view.points) return <Points id={view.id} isOpen={view.isOpen} points={view.points} form={form} />
  if (view.oldPoints) return <OldPoints points={view.oldPoints} form={form} />
  if (view.questions) return <Questions questions={view.questions} />
  if (view.sources) return <Sources sources={view.sources} form={form} />
  if (view.columns) return <Columns columns={view.columns} form={form} />
  return null
}
