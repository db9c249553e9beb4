import type { MemberHome as Props } from '~/domain/home'
import { paths } from '~/paths'

export function MemberHome({ asAt, verdict, progress, changes }: Props) {
  return (
    <section className="card" aria-labelledby="latest">
      <h2 className="govuk-heading-m" id="latest">
        As at {asAt}
      </h2>
      <p className="summary__verdict">
        {verdict === null ? 'No certificate has been recorded, so nothing can be said.' : verdict.sentence}
      </p>
      {verdict !== null && <p className="govuk-body-s home__note">{verdict.heading}</p>}
      <p className="govuk-body">{progress}</p>
      {changes !== null && <p className="govuk-body">{changes}</p>}
      <a className="govuk-button home__button" href={paths.memberSummary()} role="button" draggable="false">
        Read the summary
      </a>
    </section>
  )
}
