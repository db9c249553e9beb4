import type { AdministratorHome as Props } from '~/domain/home'
import { paths } from '~/paths'

export function AdministratorHome(props: Props & { isEmpty: boolean }) {
  const { mail, mailDays, refused, people, disabled, names, isEmpty } = props
  return (
    <>
      {isEmpty && (
        <div className="govuk-inset-text">
          There is no plan yet. Add your lead to the people: they start it by reading a report or a tracker in.
        </div>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={paths.audit()}>
          Record of changes
        </a>
        : who changed what, and what was refused.
      </p>
      <div className="home__columns">
        <section className="card" aria-labelledby="mail">
          <h2 className="govuk-heading-m" id="mail">
            Mail of the last {mailDays}
          </h2>
          <dl className="home__counts">
            {mail.map(({ words, mails }) => (
              <div key={words}>
                <dt>{words}</dt>
                <dd>{mails}</dd>
              </div>
            ))}
          </dl>
          {refused.length > 0 && (
            <>
              <h3 className="govuk-heading-s">Refused last</h3>
              <ul className="home__list">
                {refused.map(({ id, address, day, said }) => (
                  <li key={id}>
                    <a className="govuk-link" href={paths.mailItem(id)}>
                      {address}, {day}
                    </a>
                    <span className="home__detail">{said}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
          <a
            className="govuk-button govuk-button--secondary home__button"
            href={paths.mail()}
            role="button"
            draggable="false"
          >
            See the mail
          </a>
        </section>
        <section className="card" aria-labelledby="people">
          <h2 className="govuk-heading-m" id="people">
            People
          </h2>
          <dl className="home__counts">
            {people.map(({ words, people: count }) => (
              <div key={words}>
                <dt>{words}</dt>
                <dd>{count}</dd>
              </div>
            ))}
            {disabled > 0 && (
              <div>
                <dt>switched off</dt>
                <dd>{disabled}</dd>
              </div>
            )}
          </dl>
          {names > 0 && (
            <p className="govuk-body">
              {names === 1 ? 'One name in the plan is' : `${names} names in the plan are`} nobody yet: the lead says
              who.
            </p>
          )}
          <a
            className="govuk-button govuk-button--secondary home__button"
            href={paths.people()}
            role="button"
            draggable="false"
          >
            See the people
          </a>
        </section>
      </div>
    </>
  )
}
