import { useSearchParams } from '@remix-run/react'
import { ErrorSummary } from '~/components/error-summary'
import { Button, DateField, SelectField, TextField, typedText, type FormState } from '~/components/fields'
import { Tag } from '~/components/tag'
import { counted } from '~/domain/sentence'
import { paths } from '~/paths'
import { DraftLine, type Line } from './draft-line'

type Props = {
  id: string
  fileName: string
  layout: string
  state: 'draft' | 'confirmed' | 'abandoned'
  organisation: string | null
  takenInBefore: string | null
  source: { title: string; kind: string; closesBy: string; committee: string | null; datedOn: string | null }
  asAt: string | null
  lines: Line[]
  queries: { message: string; audience: string }[]
  notUnderstood: { text: string; where: string }[]
  form: FormState
}

const kinds = [
  { value: 'scrutiny-review', label: 'A scrutiny review' },
  { value: 'assessment-report', label: 'An assessment report' },
  { value: 'audit', label: 'An audit' },
  { value: 'customer-feedback', label: 'Customer feedback' },
]
const closers = [
  { value: 'committee', label: 'A committee, by sign-off' },
  { value: 'lead', label: 'The lead' },
  { value: 'next-review', label: 'The next review' },
]
const forWhom: Record<string, string> = { assessor: 'For the assessor', owner: 'For the owner', reader: 'For you' }

export function ConfirmDraft(props: Props) {
  return (
    <>
      <ErrorSummary form={props.form} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{props.fileName}</span>
        {props.state === 'confirmed' ? 'This document is in the plan' : 'Is this what the document says?'}
      </h1>
      {props.state === 'confirmed' && <TakenIn />}
      {props.state === 'draft' && props.takenInBefore && (
        <div className="govuk-inset-text">
          The same file was taken in on {props.takenInBefore}. What is there already is not added again.
        </div>
      )}
      <Summary {...props} />
      <Queries queries={props.queries} />
      <NotUnderstood parts={props.notUnderstood} />
      {props.lines.length > 0 && <Lines {...props} />}
    </>
  )
}

function TakenIn() {
  const [search] = useSearchParams()
  const [added, joined, left] = ['added', 'joined', 'left'].map((name) => Number(search.get(name) ?? 0))
  const words = [
    `${counted(added!, 'point')} added to the plan`,
    ...(joined ? [`${counted(joined, 'point')} that were there have more in them now`] : []),
    ...(left ? [`${counted(left, 'line')} left out`] : []),
  ]
  return (
    <div className="govuk-notification-banner govuk-notification-banner--success" role="region" aria-labelledby="done">
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id="done">
          Done
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        <p className="govuk-notification-banner__heading">
          {search.has('added') ? `${words.join(', ')}.` : 'Taken in.'}
        </p>
        <p className="govuk-body">
          <a className="govuk-notification-banner__link" href={paths.plan()}>
            See the plan
          </a>{' '}
          or{' '}
          <a className="govuk-notification-banner__link" href={paths.names()}>
            say who the names are
          </a>
          .
        </p>
      </div>
    </div>
  )
}

function Summary({ lines, layout, organisation, asAt, notUnderstood, queries }: Props) {
  const actions = lines.reduce((sum, line) => sum + line.actions.length, 0)
  return (
    <ul className="figures">
      <li className="figure">
        <span className="figure__number">{lines.length}</span>
        <span className="figure__what">
          {layout === 'unrecognised'
            ? 'recommendations: this looks like no report or tracker we know'
            : 'recommendations'}
        </span>
      </li>
      <li className="figure">
        <span className="figure__number">{actions}</span>
        <span className="figure__what">actions{organisation ? ` of ${organisation}` : ''}</span>
      </li>
      <li className="figure">
        <span className="figure__number">{queries.length}</span>
        <span className="figure__what">questions about what it says{asAt ? `, as at ${asAt}` : ''}</span>
      </li>
      <li className="figure">
        <span className="figure__number">{notUnderstood.length}</span>
        <span className="figure__what">parts that were not understood</span>
      </li>
    </ul>
  )
}

function Queries({ queries }: Pick<Props, 'queries'>) {
  if (queries.length === 0) return null
  return (
    <section aria-labelledby="queries">
      <h2 className="govuk-heading-m" id="queries">
        What does not fit together
      </h2>
      <ul className="govuk-list govuk-list--spaced">
        {queries.map(({ message, audience }) => (
          <li key={message}>
            <Tag colour="yellow">{forWhom[audience] ?? audience}</Tag> {message}
          </li>
        ))}
      </ul>
    </section>
  )
}

function NotUnderstood({ parts }: { parts: Props['notUnderstood'] }) {
  if (parts.length === 0) return null
  return (
    <details className="govuk-details" open={parts.length <= 3}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{counted(parts.length, 'part')} not understood</span>
      </summary>
      <ul className="govuk-details__text govuk-list govuk-list--bullet">
        {parts.map(({ text, where }, index) => (
          <li className="long-text" key={index}>
            {text} {where && <span className="govuk-hint">({where})</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Lines(props: Props) {
  if (props.state !== 'draft') {
    return (
      <>
        {props.lines.map((line) => (
          <DraftLine key={line.index} line={line} chosen={null} />
        ))}
      </>
    )
  }
  const { source, form } = props
  return (
    <form method="post" noValidate>
      <h2 className="govuk-heading-m">Line by line</h2>
      {props.lines.map((line) => (
        <DraftLine
          key={line.index}
          line={line}
          chosen={typedText(
            form,
            `line-${line.index}`,
            line.choice === 'same' ? `same:${line.match?.id}` : line.choice,
          )}
        />
      ))}
      <h2 className="govuk-heading-m">Where do they come from?</h2>
      <TextField name="title" label="Title" value={source.title} form={form} />
      <SelectField name="kind" label="Kind of source" choices={kinds} value={source.kind} form={form} />
      <SelectField
        name="closesBy"
        label="Who closes its points"
        choices={closers}
        value={source.closesBy}
        form={form}
      />
      <TextField name="committee" label="Committee, if one does" value={source.committee ?? ''} form={form} />
      <DateField name="datedOn" label="Date of the document" value={source.datedOn ?? ''} form={form} />
      <Button>Confirm and add to the plan</Button>
    </form>
  )
}
