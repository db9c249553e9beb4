import type { HistoryLine } from '#db/queries/audit-history'
import { ErrorSummary } from '~/components/error-summary'
import { Button, type FormState } from '~/components/fields'
import { History } from '~/components/history'
import { OnHold } from '~/components/on-hold'
import { SummaryList } from '~/components/summary-list'
import { Tag } from '~/components/tag'
import { capitalised, listed } from '~/domain/sentence'
import { paths } from '~/paths'

type Props = {
  id: string
  name: string
  heldSince: string | null
  email: string
  post: string | null
  role: string
  service: string | null
  limited: boolean
  deputy: string | null
  away: string | null
  mayBeNamed: boolean
  mail: string
  left: string | null
  lastSignIn: string | null
  belongings: string[]
  history: HistoryLine[]
  mayChange: boolean
  isMe: boolean
  invited: boolean
  hasSecondFactor: boolean
  form: FormState
}

export function PersonPage(props: Props) {
  const { id, name, left, mayChange, isMe, history, form } = props
  return (
    <>
      <a className="govuk-back-link" href={paths.people()}>
        Back to people
      </a>
      <ErrorSummary form={form} />
      {props.invited && (
        <div className="govuk-inset-text" role="status">
          The invitation is on its way to {props.email}.
        </div>
      )}
      <h1 className="govuk-heading-l">
        {name} {left && <Tag>Left {left}</Tag>}
      </h1>
      <OnHold since={props.heldSince} />
      <SummaryList
        rows={[
          { name: 'Email address', value: props.email },
          { name: 'Post', value: props.post ?? 'None' },
          { name: 'In public', value: props.mayBeNamed ? 'May be named' : 'The post stands for the name' },
          { name: 'Role', value: props.role },
          { name: 'Service', value: `${props.service ?? 'None'}${props.limited ? ', and sees only its plan' : ''}` },
          { name: 'Theirs', value: props.belongings.length > 0 ? capitalised(listed(props.belongings)) : 'Nothing' },
          { name: 'Deputy', value: props.deputy ?? 'None' },
          { name: 'Leave', value: props.away ?? 'None entered' },
          { name: 'Reminders by mail', value: props.mail },
          { name: 'Second factor', value: props.hasSecondFactor ? 'Set up' : 'None' },
          { name: 'Last signed in', value: props.lastSignIn ?? 'Never' },
        ]}
      />
      {mayChange && (
        <form method="post" className="inline-form spaced">
          <a className="govuk-button" href={paths.changePerson(id)}>
            Change
            <span className="govuk-visually-hidden"> {name}</span>
          </a>
          {left === null ? (
            <Button kind="secondary" name="do" value="invite">
              Invite again
            </Button>
          ) : (
            <Button kind="secondary" name="do" value="enable">
              Let in again
            </Button>
          )}
          {props.hasSecondFactor && !isMe && (
            <Button kind="secondary" name="do" value="remove-factor">
              Remove the second factor
            </Button>
          )}
          {left === null && !isMe && (
            <a className="govuk-button govuk-button--warning" href={paths.disablePerson(id)}>
              {name} leaves
            </a>
          )}
        </form>
      )}
      <History history={history} />
    </>
  )
}
