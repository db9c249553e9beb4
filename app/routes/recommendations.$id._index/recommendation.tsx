import { EvidenceName } from '~/components/evidence-name'
import { OnHold } from '~/components/on-hold'
import { paths } from '~/paths'
import { Actions } from './actions'
import { DateRequests } from './date-requests'
import { Facts } from './facts'
import { History } from './history'
import type { RecommendationView } from './route'
import { Timeline } from './timeline'

export function Recommendation(view: RecommendationView) {
  const { id, number, text, quote, page, notes, plan, may, closed } = view
  return (
    <>
      <a className="govuk-back-link" href={paths.plan(plan)}>
        Back to the plan
      </a>
      <span className="govuk-caption-l">{view.source.title}</span>
      <h1 className="govuk-heading-l">
        {view.kind} {number}
      </h1>
      <p className="govuk-body-l long-text">{text}</p>
      <OnHold since={view.heldSince} />
      {quote !== null && (
        <blockquote className="quote long-text">
          “{quote}”{page !== null && <> (page {page})</>}
        </blockquote>
      )}
      {quote === null && page !== null && <p className="govuk-body">On page {page} of its document.</p>}
      {notes.map((note) => (
        <p key={note} className="govuk-body long-text">
          Note: {note}
        </p>
      ))}
      {(may.record || may.change) && (
        <div className="govuk-button-group">
          {may.record && (
            <a className="govuk-button" href={paths.recordProgress(id, plan)}>
              Record progress
            </a>
          )}
          {may.change && (
            <a
              className="govuk-button govuk-button--secondary"
              href={closed ? paths.reopenRecommendation(id, plan) : paths.closeRecommendation(id, plan)}
            >
              {closed ? 'Open it again' : 'Close it'}
            </a>
          )}
        </div>
      )}
      <DateRequests {...view} />
      <Facts {...view} />
      <Actions {...view} />
      <Timeline {...view} />
      <Evidence {...view} />
      <History {...view} />
    </>
  )
}

function Evidence({ id, evidence, may }: RecommendationView) {
  return (
    <section aria-labelledby="evidence">
      <h2 className="govuk-heading-m" id="evidence">
        Evidence
      </h2>
      {evidence.length === 0 ? (
        <p className="govuk-body">No document is linked to it.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {evidence.map((item) => (
            <li key={item.id}>
              <EvidenceName {...item} maySee={may.seeEvidence} />, document of {item.documentOn}
            </li>
          ))}
        </ul>
      )}
      {may.addEvidence && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.newEvidence({ recommendation: id })}>
            Add evidence
          </a>
        </p>
      )}
    </section>
  )
}
