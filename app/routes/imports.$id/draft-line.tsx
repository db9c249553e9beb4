import { Tag } from '~/components/tag'

export type Line = {
  index: number
  number: string
  text: string
  elements: string[]
  responsibility: string[]
  notes: string[]
  completions: string[]
  actions: {
    number: string
    text: string
    owners: string[]
    inferred: boolean
    written: string | null
    understood: string | null
  }[]
  progress: { asAt: string | null; category: number | null; evidence: string; revised: string | null }[]
  where: string
  choice: 'new' | 'same' | 'leave'
  match: { id: string; number: string; text: string; source: string; certain: boolean; why: string } | null | undefined
}

/** One point of the document, with what is to become of it. */
export function DraftLine({ line, chosen }: { line: Line; chosen: string | null }) {
  return (
    <article className="card" aria-labelledby={`point-${line.index}`}>
      <h3 className="govuk-heading-s" id={`point-${line.index}`}>
        {line.number}. <span className="long-text">{line.text || '(the words are missing)'}</span>
      </h3>
      <dl className="govuk-summary-list govuk-summary-list--no-border">
        <Fact name="Where">{line.where}</Fact>
        <Fact name="Responsibility">{line.responsibility.join(', ')}</Fact>
        <Fact name="Elements">{line.elements.join(', ')}</Fact>
        <Fact name="Dates for the whole">{line.completions.join('; ')}</Fact>
        <Fact name="Notes">{line.notes.join(' ')}</Fact>
      </dl>
      {line.actions.length > 0 && <Actions line={line} />}
      {line.progress.map((update, index) => (
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
      {chosen !== null && <Choice line={line} chosen={chosen} />}
    </article>
  )
}

function Fact({ name, children }: { name: string; children: string }) {
  if (children === '') return null
  return (
    <div className="govuk-summary-list__row">
      <dt className="govuk-summary-list__key">{name}</dt>
      <dd className="govuk-summary-list__value">{children}</dd>
    </div>
  )
}

function Actions({ line }: { line: Line }) {
  return (
    <table className="govuk-table stacks">
      <caption className="govuk-table__caption govuk-table__caption--s">Proposed actions</caption>
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
        {line.actions.map((action, index) => (
          <tr className="govuk-table__row" key={index}>
            <td className="govuk-table__cell long-text" data-label="Action">
              {action.number}. {action.text} {action.inferred && <Tag colour="yellow">worked out</Tag>}
            </td>
            <td className="govuk-table__cell" data-label="Owners">
              {action.owners.join(', ') || 'none named'}
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
}

function Choice({ line, chosen }: { line: Line; chosen: string }) {
  const name = `line-${line.index}`
  const { match } = line
  const choices = [
    ...(match
      ? [
          {
            value: `same:${match.id}`,
            label: `The same as ${match.number} of “${match.source}”`,
            hint: `“${match.text.slice(0, 160)}${match.text.length > 160 ? '…' : ''}” (${match.why}). What is not there yet is added to it.`,
          },
        ]
      : []),
    { value: 'new', label: 'A new point', hint: undefined },
    { value: 'leave', label: 'Leave it out', hint: undefined },
  ]
  return (
    <fieldset className="govuk-fieldset">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">What is it?</legend>
      <div className="govuk-radios govuk-radios--small">
        {choices.map((choice, index) => {
          const id = index === 0 ? name : `${name}-${index + 1}`
          return (
            <div className="govuk-radios__item" key={choice.value}>
              <input
                className="govuk-radios__input"
                type="radio"
                id={id}
                name={name}
                value={choice.value}
                defaultChecked={chosen === choice.value}
              />
              <label className="govuk-label govuk-radios__label" htmlFor={id}>
                {choice.label}
              </label>
              {choice.hint && <div className="govuk-hint govuk-radios__hint">{choice.hint}</div>}
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
