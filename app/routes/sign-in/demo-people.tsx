import { Button } from '~/components/fields'
import { FormKept } from './form-kept'
import { paths } from '~/paths'

export type DemoPerson = { personId: string; name: string; role: string; post: string | null }

const order = ['lead', 'owner', 'member', 'administrator']
const roleWords: Record<string, string> = {
  lead: 'Lead: runs the plan',
  owner: 'Owners: answer for what is theirs',
  member: 'Members: councillors who read',
  administrator: 'Administrator: people and settings',
}

export function DemoPeople({ next, people, formKept }: { next: string; people: DemoPerson[]; formKept: boolean }) {
  return (
    <>
      <h1 className="govuk-heading-l">Sign in to the demo</h1>
      {formKept && <FormKept />}
      <p className="govuk-body">Choose who you want to be. Everybody here is invented.</p>
      {order.map((role) => {
        const those = people.filter((person) => person.role === role)
        return those.length === 0 ? null : (
          <section key={role}>
            <h2 className="govuk-heading-m">{roleWords[role]}</h2>
            <ul className="govuk-list">
              {those.map((person) => (
                <li key={person.personId}>
                  <form method="post" action={paths.signInDemo()} className="inline-form">
                    <input type="hidden" name="person" value={person.personId} />
                    <input type="hidden" name="next" value={next} />
                    <Button kind="secondary">{person.name}</Button>
                    {person.post && <span>{person.post}</span>}
                  </form>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
