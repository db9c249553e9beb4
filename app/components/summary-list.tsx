import type { ReactNode } from 'react'

export type SummaryRow = {
  name: string
  value: ReactNode
  /** `what` finishes "Change …" for those who hear the link by itself. */
  change?: { to: string; what: string; verb?: string } | null
}

/** GOV.UK's summary list: facts by name, each with its way to change it. */
export const SummaryList = ({ rows }: { rows: SummaryRow[] }) => (
  <dl className="govuk-summary-list">
    {rows.map(({ name, value, change }) => (
      <div className={`govuk-summary-list__row${change ? '' : ' govuk-summary-list__row--no-actions'}`} key={name}>
        <dt className="govuk-summary-list__key">{name}</dt>
        <dd className="govuk-summary-list__value">{value}</dd>
        {change && (
          <dd className="govuk-summary-list__actions">
            <a className="govuk-link" href={change.to}>
              {change.verb ?? 'Change'}
              <span className="govuk-visually-hidden"> {change.what}</span>
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
)
