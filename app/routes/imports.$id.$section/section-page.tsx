import { ErrorSummary } from '~/components/error-summary'
import { Button, type FormState } from '~/components/fields'
import { ImportSteps } from '~/components/import-steps'
import { Notice } from '~/components/notice'
import { paths } from '~/paths'
import type { SectionView } from '~/use-cases/read-import-section'
import { Columns } from './columns'
import { Facts } from './facts'
import { Found } from './found'
import { OldPoints } from './old-points'
import { Points } from './points'
import { Questions } from './questions'
import { Ratings } from './ratings'
import { Sources } from './sources'

export type SectionProps = { view: SectionView & { notice: string | null }; form: FormState }

const leads: Readonly<Record<SectionView['section'], string>> = {
  facts: 'Which review the report is of, and what its cover says. Correct what was read wrongly.',
  ratings:
    'The level of each element, as the report gives it. Correct what was read wrongly; a contradiction in the report stays one, and is a question.',
  'not-understood':
    'These parts of the document could not be placed. Make a point of what asks for something; set the rest aside: it stays with the document.',
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
      <Notice notice={view.notice} />
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l long-text">{view.fileName}</span>
        {view.title}
      </h1>
      <ImportSteps id={view.id} steps={view.steps} here={view.section} />
      <p className="govuk-body-l">{leads[view.section]}</p>
      <form method="post" noValidate>
        <input type="hidden" name="standing" value={view.standing} />
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
  if (view.found) return <Found parts={view.found} form={form} />
  if (view.points) return <Points id={view.id} isOpen={view.isOpen} points={view.points} form={form} />
  if (view.oldPoints) return <OldPoints points={view.oldPoints} form={form} />
  if (view.questions) return <Questions questions={view.questions} form={form} />
  if (view.sources) return <Sources sources={view.sources} form={form} />
  if (view.columns) return <Columns columns={view.columns} form={form} />
  return null
}
