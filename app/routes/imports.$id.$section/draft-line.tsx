import type { ReactNode } from 'react'
import { Checkboxes, Radios, SelectField, type FormState } from '~/components/fields'
import { Tag } from '~/components/tag'
import { paths } from '~/paths'
import type { LineView } from '~/domain/import-line-view'

type Props = { id: string; isOpen: boolean; line: LineView; place: string; owner: ReactNode; form: FormState }

/** One line of the document: its own words and where they stand beside what it becomes. What is decided folds up. */
export function DraftLine(props: Props) {
  const { line, place } = props
  const name = `${line.kind} ${line.number}`
  if (line.isProposed)
    return (
      <article className="card draft-line" aria-labelledby={`point-${line.key}`}>
        <h2 className="govuk-heading-m" id={`point-${line.key}`}>
          <span className="govuk-caption-m">{[`Line ${place}`, line.review].filter(Boolean).join(', ')}</span>
          {name} {line.adviceOnly && <Tag colour="grey">advice only</Tag>}
        </h2>
        <Halves {...props} />
      </article>
    )
  return (
    <details className="card draft-line draft-line--decided" id={`point-${line.key}`}>
      <summary className="draft-line__summary">
        <strong>{name}</strong>: {[line.becomes.toLowerCase(), line.ownerLabel].filter(Boolean).join(', ')}{' '}
        <Tag colour="green">decided</Tag>
        <span className="draft-line__start">{line.start}</span>
      </summary>
      <Halves {...props} />
    </details>
  )
}

const Halves = ({ id, isOpen, line, owner, form }: Props) => (
  <>
    {line.lookAt.length > 0 && (
      <div className="look-closer">
        <p className="govuk-body">
          <Tag colour="yellow">look closer</Tag>
        </p>
        <ul className="govuk-list">
          {line.lookAt.map((why) => (
            <li key={why}>{why}</li>
          ))}
        </ul>
      </div>
    )}
    <div className="halves">
      <div>
        <h3 className="govuk-heading-s">
          In the document{line.where && <span className="govuk-caption-m">{line.where}</span>}
        </h3>
        <blockquote className="quote">
          <p className="govuk-body long-text">{line.quote ?? (line.text || '(the words are missing)')}</p>
        </blockquote>
        {line.response && (
          <blockquote className="quote">
            <p className="govuk-body">
              <strong>What the later review says under it</strong>
            </p>
            <p className="govuk-body long-text">{line.response}</p>
          </blockquote>
        )}
      </div>
      <div>
        <h3 className="govuk-heading-s">In the plan</h3>
        {line.quote !== null && <p className="govuk-body long-text">{line.text || '(the words are missing)'}</p>}
        <p className="govuk-body">
          Elements: <strong>{line.elements.join(', ') || 'none named'}</strong>
          {isOpen && (
            <>
              <br />
              <a className="govuk-link" href={paths.importLine(id, line.key)}>
                Change its words, number or elements, or split it
                <span className="govuk-visually-hidden">: {line.number}</span>
              </a>
            </>
          )}
        </p>
        <Choice line={line} form={form} />
        {owner}
      </div>
    </div>
    {line.tracked && <Tracked number={line.number} tracked={line.tracked} />}
  </>
)

const Tracked = ({ number, tracked }: { number: string; tracked: NonNullable<LineView['tracked']> }) => (
  <>
    <dl className="govuk-summary-list govuk-summary-list--no-border">
      <Fact name="Responsibility">{tracked.responsibility}</Fact>
      <Fact name="Dates for the whole">{tracked.completions}</Fact>
      <Fact name="Notes">{tracked.notes}</Fact>
    </dl>
    {tracked.actions.length > 0 && <Actions number={number} actions={tracked.actions} />}
    {tracked.progress.map((update, index) => (
      <div className="quote" key={index}>
        <p className="govuk-body">
          <strong>
            {update.category === null ? 'No category' : `Category ${update.category}`}
            {update.asAt ? ` as at ${update.asAt}` : ''}
          </strong>
          {update.revised ? `, revised date ${update.revised}` : ''}
        </p>
        <p className="govuk-body long-text">{update.evidence}</p>
      </div>
    ))}
  </>
)

function Fact({ name, children }: { name: string; children: string }) {
  if (children === '') return null
  return (
    <div className="govuk-summary-list__row">
      <dt className="govuk-summary-list__key">{name}</dt>
      <dd className="govuk-summary-list__value long-text">{children}</dd>
    </div>
  )
}

function Choice({ line, form }: { line: LineView; form: FormState }) {
  const choices = line.choices.map((choice) => ({
    ...choice,
    ...(choice.value === 'merge'
      ? {
          reveals: (
            <SelectField
              name={`merge-${line.key}`}
              label="The line it is part of"
              choices={line.others}
              value={line.mergeInto}
              form={form}
            />
          ),
        }
      : {}),
    ...(choice.value === line.chosen && line.also.length > 0
      ? {
          reveals: (
            <Checkboxes
              name={`also-${line.key}`}
              label="And these with it"
              hint="Where a tracker had split it: their owners, actions and progress go on in the one point"
              choices={line.also}
              values={line.also.filter(({ checked }) => checked).map(({ value }) => value)}
              small
              form={form}
            />
          ),
        }
      : {}),
  }))
  return (
    <Radios
      name={`line-${line.key}`}
      label={
        <>
          What is it?<span className="govuk-visually-hidden"> {line.number}</span>
        </>
      }
      choices={choices}
      value={line.chosen}
      small
      form={form}
    />
  )
}

const Actions = ({ number, actions }: { number: string; actions: NonNullable<LineView['tracked']>['actions'] }) => (
  <table className="govuk-table stacks">
    <caption className="govuk-table__caption govuk-table__caption--s">
      Proposed actions<span className="govuk-visually-hidden"> of {number}</span>
    </caption>
    <thead className="govuk-table__head">
      <tr className="govuk-table__row">
        {['Action', 'Owners', 'Date as written', 'Understood as'].map((name) => (
          <th scope="col" className="govuk-table__header" key={name}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody className="govuk-table__body">
      {actions.map((action, index) => (
        <tr className="govuk-table__row" key={index}>
          <td className="govuk-table__cell long-text" data-label="Action">
            {action.number}. {action.text} {action.inferred && <Tag colour="yellow">worked out</Tag>}
          </td>
          <td className="govuk-table__cell" data-label="Owners">
            {action.owners || 'none named'}
          </td>
          <td className="govuk-table__cell" data-label="Date as written">
            {action.written ?? 'none'}
          </td>
          <td className="govuk-table__cell" data-label="Understood as">
            {action.understood ?? 'no date'}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
