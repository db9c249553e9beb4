import { SummaryList, type SummaryRow } from '~/components/summary-list'
import { Tag } from '~/components/tag'
import { paths } from '~/paths'
import type { RecommendationView } from './route'

export function Facts(view: RecommendationView) {
  const { id, plan, may, closed } = view
  const change = (to: string, what: string, verb?: string) => (may.change && !closed ? { to, what, verb } : null)
  const rows: SummaryRow[] = [
    ...(closed ? [{ name: 'State', value: <Closed {...view} /> }] : []),
    {
      name: 'Category',
      value: view.category === null ? 'No category yet' : `${view.category}, as at ${view.categoryAsAt}`,
      change: may.record ? { to: paths.recordProgress(id, plan), what: 'the category', verb: 'Record progress' } : null,
    },
    {
      name: 'Due',
      value: (
        <>
          {view.due} {view.overdue !== null && <Tag colour="red">{view.overdue}</Tag>}
        </>
      ),
    },
    { name: 'Last answer', value: view.answered },
    { name: 'Owners', value: <Owners {...view} />, change: change(paths.recommendationOwners(id, plan), 'the owners') },
    {
      name: 'Elements',
      value: <Elements {...view} />,
      change: change(paths.recommendationElements(id, plan), 'the elements'),
    },
    ...(view.service === null ? [] : [{ name: 'Service', value: view.service }]),
    ...(view.portfolioHolder === null ? [] : [{ name: 'Portfolio holder', value: view.portfolioHolder }]),
    ...(view.committee === null ? [] : [{ name: 'Committee', value: view.committee }]),
    ...(view.adviceOnly ? [{ name: 'Advice', value: 'It is only advice: it may be declined, with a reason' }] : []),
    ...(view.lineage.others.length === 0 ? [] : [{ name: 'Raised', value: <Lineage {...view} /> }]),
  ]
  return <SummaryList rows={rows} />
}

function Closed({ closed, plan }: RecommendationView) {
  if (closed === null) return null
  const { way, on, reason, minute, supersededById } = closed
  return (
    <>
      <Tag>Closed</Tag> {way}
      {on !== null && ` on ${on}`}
      {minute !== null && `, minute ${minute}`}
      {reason !== null && <p className="govuk-body long-text">{reason}</p>}
      {supersededById !== null && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.recommendation(supersededById, plan)}>
            The point that takes its place
          </a>
        </p>
      )}
    </>
  )
}

function Owners({ owners, may }: RecommendationView) {
  if (owners.length === 0) return <>Nobody: no one is asked about it</>
  return (
    <ul className="govuk-list">
      {owners.map(({ id, name, kind, answering, contact }) => (
        <li key={id}>
          {name}
          {kind === 'team' && ` (team, contact ${contact})`} {answering && <Tag colour="blue">Answering owner</Tag>}
          {kind === 'name' && (
            <>
              {' '}
              <Tag colour="orange">Nobody yet</Tag>{' '}
              {may.change && (
                <a className="govuk-link" href={paths.name(id)}>
                  Who is {name}?
                </a>
              )}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function Elements({ elements }: RecommendationView) {
  if (elements.length === 0) return <>None</>
  return (
    <ul className="govuk-list">
      {elements.map(({ number, title }) => (
        <li key={number}>
          <a className="govuk-link" href={paths.element(number)}>
            {number}
          </a>{' '}
          {title}
        </li>
      ))}
    </ul>
  )
}

function Lineage({ lineage, plan }: RecommendationView) {
  return (
    <>
      {lineage.inWords !== null && <strong>{lineage.inWords}</strong>}
      <ul className="govuk-list">
        {lineage.others.map(({ id, title, when, closed }) => (
          <li key={id}>
            <a className="govuk-link" href={paths.recommendation(id, plan)}>
              {title}
            </a>
            , {when}
            {closed && ', closed'}
          </li>
        ))}
      </ul>
    </>
  )
}
