import type { ReactNode } from 'react'
import { Tag, type TagColour } from '~/components/tag'
import type { LeadHome as Props } from '~/domain/home'
import { formatPlanSearch, wholePlan } from '~/domain/plan-search'
import { paths } from '~/paths'

const verdictColours: Record<string, TagColour> = {
  holds: 'green',
  'holds-at-risk': 'yellow',
  'does-not-hold': 'red',
  'cannot-be-said': 'purple',
}
const planOf = (ownerId: string) => paths.plan(formatPlanSearch({ ...wholePlan, ownerId }))

const GoTo = ({ to, children }: { to: string; children: ReactNode }) => (
  <a className="govuk-button govuk-button--secondary home__button" href={to} role="button" draggable="false">
    {children}
  </a>
)

export function LeadHome(props: Props) {
  return (
    <>
      <ComingIn {...props} />
      <Figures {...props} />
      <Verdict {...props} />
      <div className="home__columns">
        <Silent {...props} />
        <Names {...props} />
        <Dates {...props} />
      </div>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.audit()}>
          Record of changes
        </a>
        : who changed what, and when.
      </p>
    </>
  )
}

/** Documents that somebody began to take in: what is chosen so far is kept, and nothing of it is in the plan. */
function ComingIn({ comingIn }: Props) {
  if (comingIn.length === 0) return null
  return (
    <section className="govuk-inset-text" aria-labelledby="coming-in">
      <h2 className="govuk-heading-s" id="coming-in">
        Documents to go on with
      </h2>
      <ul className="home__list">
        {comingIn.map(({ id, fileName, what, isReady, since }) => (
          <li key={id}>
            <a className="govuk-link long-text" href={paths.importDraft(id)}>
              {isReady ? 'Go on with' : 'See'} {fileName}
            </a>
            <span className="home__detail">
              {what}, {since}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Figures({ visit, documents, plan }: Props) {
  const { deadline, supplied, all } = documents
  return (
    <ul className="figures">
      <li className="figure">
        <span className="figure__number">{visit?.number ?? '–'}</span>
        <span className="figure__what">
          {visit?.on
            ? `${visit.what} the visit on ${visit.on}${visit.agreed ? '' : ' (not agreed yet)'}`
            : 'No visit date yet'}
        </span>
        <a className="govuk-link" href={visit === null ? paths.reviews() : paths.review(visit.reviewId)}>
          {visit === null ? 'Record a review' : visit.on ? 'See the review' : 'Agree the visit'}
        </a>
      </li>
      <li className="figure">
        <span className="figure__number">{deadline?.number ?? '–'}</span>
        <span className="figure__what">
          {deadline === null
            ? all === 0
              ? 'No documents are asked for yet'
              : 'Every document is supplied'
            : `${deadline.what} the document deadline, ${deadline.on}`}
          {deadline?.isPast && (
            <>
              {' '}
              <Tag colour="red">Past</Tag>
            </>
          )}
        </span>
      </li>
      <li className="figure">
        <span className="figure__number">
          {supplied} of {all}
        </span>
        <span className="figure__what">requests supplied</span>
        {visit !== null && (
          <a className="govuk-link" href={paths.review(visit.reviewId)}>
            See what is missing
          </a>
        )}
      </li>
      <li className="figure">
        <span className="figure__number">{plan.overdue}</span>
        <span className="figure__what">overdue, of {plan.open} open points</span>
        <a className="govuk-link" href={paths.plan(formatPlanSearch({ ...wholePlan, overdue: true }))}>
          See what is overdue
        </a>
      </li>
    </ul>
  )
}

function Verdict({ readiness }: Props) {
  return (
    <section className="card" aria-labelledby="verdict">
      <h2 className="govuk-heading-m" id="verdict">
        Will the certificate hold?{' '}
        {readiness !== null && <Tag colour={verdictColours[readiness.verdict]}>{readiness.label}</Tag>}
      </h2>
      {readiness === null ? (
        <>
          <p className="govuk-body">No certificate is recorded yet, so nothing can be said.</p>
          <GoTo to={paths.newCertification()}>Record the certificate</GoTo>
        </>
      ) : (
        <>
          <p className="govuk-body home__verdict">{readiness.sentence}</p>
          {readiness.reasons.length > 0 && (
            <>
              <h3 className="govuk-heading-s">What weighs most</h3>
              <ol className="govuk-list govuk-list--number">
                {readiness.reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ol>
            </>
          )}
          <p className="govuk-body-s home__note">{readiness.heading}</p>
          <GoTo to={paths.readiness()}>Look at readiness</GoTo>
        </>
      )}
    </section>
  )
}

function Silent({ silent }: Props) {
  const shown = silent.slice(0, 10)
  return (
    <section className="card" aria-labelledby="silent">
      <h2 className="govuk-heading-m" id="silent">
        Who is silent{shown.length > 0 && ` (${silent.length > shown.length ? 'more than 10' : shown.length})`}
      </h2>
      {shown.length === 0 ? (
        <p className="govuk-body">Nobody: everybody who was asked has answered.</p>
      ) : (
        <ul className="home__list">
          {shown.map((owner) => (
            <li key={owner.ownerId}>
              <a className="govuk-link" href={planOf(owner.ownerId)}>
                {owner.name}
              </a>
              : {owner.since}
              <span className="home__detail">
                {owner.points}, {owner.due}
              </span>
            </li>
          ))}
        </ul>
      )}
      <GoTo to={paths.mail()}>See what they were sent</GoTo>
    </section>
  )
}

function Names({ names }: Props) {
  return (
    <section className="card" aria-labelledby="names">
      <h2 className="govuk-heading-m" id="names">
        Names that are nobody yet{names.length > 0 && ` (${names.length})`}
      </h2>
      {names.length === 0 ? (
        <p className="govuk-body">None: every name in the plan is somebody.</p>
      ) : (
        <>
          <ul className="home__list">
            {names.slice(0, 8).map(({ id, name, points }) => (
              <li key={id}>
                {name}
                <span className="home__detail">{points}</span>
              </li>
            ))}
          </ul>
          <GoTo to={paths.names()}>Say who they are</GoTo>
        </>
      )}
    </section>
  )
}

function Dates({ dates }: Props) {
  const [first] = dates
  if (first === undefined) return null
  return (
    <section className="card" aria-labelledby="dates">
      <h2 className="govuk-heading-m" id="dates">
        New dates asked for ({dates.length})
      </h2>
      <ul className="home__list">
        {dates.slice(0, 8).map(({ id, number, source, askedFor, reason }) => (
          <li key={id}>
            <a className="govuk-link" href={paths.dateRequest(id)}>
              {source}, {number}: to {askedFor}
            </a>
            <span className="home__detail">{reason}</span>
          </li>
        ))}
      </ul>
      <GoTo to={paths.dateRequest(first.id)}>Decide the first</GoTo>
    </section>
  )
}
