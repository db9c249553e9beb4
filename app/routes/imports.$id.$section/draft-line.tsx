import type { ReactNode } from 'react'
import { Checkboxes, Radios, SelectField, type FormState } from '~/components/fields'
import { Tag } from '~/components/tag'
import { paths } from '~/paths'
import type { LineView } from '~/use-cases/read-import'

type Props = { id: string; isOpen: boolean; line: LineView; place: string; owner: ReactNode; form: FormState }

/** One line of the document: what was understood beside its own words and where they stand, and what it becomes. */
export function DraftLine({ id, isOpen, line, place, owner, form }: Props) {
  const heading = `point-${line.key}`
  return (
    <article className="card" aria-labelledby={heading}>
      <p className="govuk-caption-m">{[`Line ${place}`, line.review].filter(Boolean).join(', ')}</p>
      <h2 className="govuk-heading-m" id={heading}>
        {line.kind} {line.number} {line.adviceOnly && <Tag colour="grey">advice only</Tag>}
      </h2>
      <p className="govuk-body long-text">{line.text || '(the words are missing)'}</p>
      <dl className="govuk-summary-list govuk-summary-list--no-border">
        <Fact name="Where it stands">{line.where}</Fact>
        <Fact name="Elements">{line.elements.join(', ') || 'none named'}</Fact>
        <Fact name="What the later review says">{line.response ?? ''}</Fact>
        {line.tracked && (
          <>
            <Fact name="Responsibility">{line.tracked.responsibility}</Fact>
            <Fact name="Dates for the whole">{line.tracked.completions}</Fact>
            <Fact name="Notes">{line.tracked.notes}</Fact>
          </>
        )}
      </dl>
      {line.quote && (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              The document’s own words<span className="govuk-visually-hidden"> of {line.number}</span>
            </span>
          </summary>
          <blockquote className="govuk-details__text long-text">{line.quote}</blockquote>
        </details>
      )}
      {line.tracked && line.tracked.actions.length > 0 && (
        <Actions number={line.number} actions={line.tracked.actions} />
      )}
      {line.tracked?.progress.map((update, index) => (
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
      {line.covered && <p className="govuk-inset-text">{line.covered}</p>}
      <Choice line={line} form={form} />
      {owner}
      {isOpen && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.importLine(id, line.key)}>
            Change its words, number or elements, or split it
            <span className="govuk-visually-hidden">: {line.number}</span>
          </a>
        </p>
      )}
    </article>
  )
}

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
      hint={line.isProposed && line.chosen !== 'new' ? 'Proposed, because of what it is like' : undefined}
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
