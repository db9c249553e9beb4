import { ErrorSummary } from '~/components/error-summary'
import { Button, type FormState } from '~/components/fields'
import { Figures } from '~/components/figures'
import { ImportSteps } from '~/components/import-steps'
import { Notice } from '~/components/notice'
import { SummaryList } from '~/components/summary-list'
import { paths } from '~/paths'
import type { readImportCheck } from '~/use-cases/read-import-check'

type Props = NonNullable<Awaited<ReturnType<typeof readImportCheck>>> & { notice: string | null; form: FormState }

/** Everything once more, in numbers, before the final act. */
export const CheckPage = ({ id, fileName, steps, figures, deeds, toLookAt, firstUnseen, notice, form }: Props) => (
  <>
    <a className="govuk-back-link" href={paths.importDraft(id)}>
      All sections
    </a>
    <Notice notice={notice} />
    <ErrorSummary form={form} />
    <h1 className="govuk-heading-l">
      <span className="govuk-caption-l long-text">{fileName}</span>
      Check before you confirm
    </h1>
    <ImportSteps id={id} steps={steps} here="check" />
    <Figures figures={figures} />
    <h2 className="govuk-heading-m">What confirming does</h2>
    <SummaryList
      rows={deeds.map(({ section, name, words }) => ({
        name,
        value: words,
        change: section && { to: paths.importSection(id, section), what: name.toLowerCase() },
      }))}
    />
    {toLookAt !== null && firstUnseen !== null ? (
      <>
        <p className="govuk-inset-text">{toLookAt}.</p>
        <a className="govuk-button" href={paths.importSection(id, firstUnseen)}>
          Look at what is left
        </a>
      </>
    ) : (
      <form method="post">
        <p className="govuk-body">
          It is done in one go, or not at all. No mail is sent by it. Each point can be changed in the plan afterwards.
        </p>
        <Button>Confirm and add to the plan</Button>
      </form>
    )}
  </>
)
