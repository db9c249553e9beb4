import { Scrolls } from '~/components/scrolls'
import { Button } from '~/components/fields'
import { SummaryList } from '~/components/summary-list'
import { Tag } from '~/components/tag'
import { capitalised } from '~/domain/sentence'
import { paths } from '~/paths'

type Session = {
  id: string
  browser: string
  network: string
  startedAt: string
  lastSeenAt: string
  here: boolean
}
type Props = {
  name: string
  email: string
  post: string | null
  deputy: string | null
  leave: string | null
  mail: string
  sessions: Session[]
  /** Null in the demo, where nobody proves anything. */
  secondFactor: string | null
}

export function Account({ name, email, post, sessions, secondFactor, ...choices }: Props) {
  return (
    <>
      <h1 className="govuk-heading-l">Your account</h1>
      <p className="govuk-body long-words">
        {name}
        {post && `, ${post}`}. You sign in as {email}; your council’s administrator can change that.
      </p>
      <SummaryList
        rows={[
          {
            name: 'Reminders by mail',
            value: choices.mail,
            change: { to: paths.ownChoices(), what: 'your reminders' },
          },
          {
            name: 'Leave',
            value: choices.leave ?? 'None entered',
            change: { to: `${paths.ownChoices()}#awayFrom`, what: 'your leave' },
          },
          {
            name: 'Deputy',
            value: choices.deputy ?? 'Nobody',
            change: { to: `${paths.ownChoices()}#deputyId`, what: 'your deputy' },
          },
        ]}
      />
      {secondFactor !== null && (
        <>
          <h2 className="govuk-heading-m">Second factor</h2>
          <p className="govuk-body">
            {secondFactor === 'there' ? 'An authenticator app is set up. ' : 'None is set up. '}
            <a className="govuk-link" href={paths.setUpSecondFactor(paths.account())}>
              {secondFactor === 'there' ? 'See it and its recovery codes' : 'Set up an authenticator app'}
            </a>
          </p>
        </>
      )}
      <h2 className="govuk-heading-m">Where you are signed in</h2>
      <p className="govuk-body">If you do not know one of these, sign it out and tell your administrator.</p>
      <Scrolls label="Where you are signed in">
        <table className="govuk-table stacks">
          <caption className="govuk-visually-hidden">Where you are signed in</caption>
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              {['Browser', 'Network address', 'Signed in', 'Last seen', 'Sign out'].map((heading) => (
                <th scope="col" className="govuk-table__header" key={heading}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {sessions.map((session) => (
              <tr className="govuk-table__row" key={session.id}>
                <th scope="row" className="govuk-table__header">
                  {session.browser} {session.here && <Tag colour="green">This browser</Tag>}
                </th>
                <td className="govuk-table__cell" data-label="Network address">
                  {session.network}
                </td>
                <td className="govuk-table__cell" data-label="Signed in">
                  {session.startedAt}
                </td>
                <td className="govuk-table__cell" data-label="Last seen">
                  {capitalised(session.here ? 'now' : session.lastSeenAt)}
                </td>
                <td className="govuk-table__cell">
                  <form method="post" className="inline-form">
                    <Button kind="secondary" name="end" value={session.id}>
                      Sign out
                      <span className="govuk-visually-hidden">
                        {' '}
                        {session.browser}, signed in {session.startedAt}
                      </span>
                    </Button>
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
      <form method="post" className="inline-form">
        {sessions.length > 1 && (
          <Button kind="secondary" name="end" value="others">
            Sign out everywhere else
          </Button>
        )}
        <Button kind="warning" name="end" value="all">
          Sign out everywhere
        </Button>
      </form>
    </>
  )
}
