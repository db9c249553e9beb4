import { Tag } from '~/components/tag'
import type { OwnerHome as Props } from '~/domain/home'
import { paths } from '~/paths'

export function OwnerHome({ points, requests, isMore }: Props) {
  return (
    <>
      {points.length === 0 && requests.length === 0 && (
        <p className="govuk-body">Nothing is asked of you now. When something is, you get a mail and see it here.</p>
      )}
      {requests.length > 0 && (
        <section aria-labelledby="requests">
          <h2 className="govuk-heading-m" id="requests">
            Documents you are asked for ({requests.length})
          </h2>
          <ul className="govuk-task-list">
            {requests.map((request) => (
              <li key={request.id} className="govuk-task-list__item govuk-task-list__item--with-link">
                <div className="govuk-task-list__name-and-hint">
                  <a className="govuk-link govuk-task-list__link" href={paths.request(request.id)}>
                    {request.title}
                  </a>
                  <div className="govuk-task-list__hint">
                    {request.due}
                    {request.state !== null && ` (${request.state})`}
                  </div>
                </div>
                <div className="govuk-task-list__status">
                  {request.isPast ? <Tag colour="red">Past its date</Tag> : <Tag colour="blue">Asked</Tag>}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {points.length > 0 && (
        <section aria-labelledby="points">
          <h2 className="govuk-heading-m" id="points">
            Your points ({isMore ? `the first ${points.length}` : points.length}), due first
          </h2>
          <ul className="own-points">
            {points.map((point) => (
              <Point key={point.id} {...point} />
            ))}
          </ul>
          {isMore && (
            <p className="govuk-body">
              <a className="govuk-link" href={paths.plan()}>
                See all of them on the plan
              </a>
            </p>
          )}
        </section>
      )}
    </>
  )
}

function Point(point: Props['points'][number]) {
  return (
    <li className="card">
      <h3 className="own-points__head">
        <a className="govuk-link" href={paths.recommendation(point.id)}>
          {point.source}, {point.number}
        </a>
        {point.overdue !== null && <Tag colour="red">{point.overdue}</Tag>}
        {point.silent && <Tag colour="orange">Waiting for your answer</Tag>}
      </h3>
      <p className="govuk-body long-text">{point.text}</p>
      <dl className="own-points__facts">
        <div>
          <dt>Due</dt>
          <dd>
            {point.due}
            {point.away !== null && `, ${point.away}`}
          </dd>
        </div>
        <div>
          <dt>Category</dt>
          <dd>{point.category}</dd>
        </div>
        <div>
          <dt>Last answer</dt>
          <dd>{point.answered}</dd>
        </div>
      </dl>
      {point.part !== null && <p className="govuk-body-s home__note">{point.part}</p>}
      {point.isWaiting ? (
        <p className="govuk-body home__note">Nothing is left to do: it waits to be closed.</p>
      ) : (
        <a
          className="govuk-button govuk-button--secondary home__button"
          href={paths.recordProgress(point.id)}
          role="button"
          draggable="false"
        >
          Record progress
          <span className="govuk-visually-hidden">
            {' '}
            on {point.source}, {point.number}
          </span>
        </a>
      )}
    </li>
  )
}
