import type { HomeView } from '~/use-cases/read-home'
import { AdministratorHome } from './administrator-home'
import { DemoSteps } from './demo-steps'
import { EmptyCouncil } from './empty-council'
import { LeadHome } from './lead-home'
import { MemberHome } from './member-home'
import { OwnerHome } from './owner-home'

type Props = HomeView & { council: string; mayImport: boolean }

export function Home(props: Props) {
  const { home, isEmpty, steps, mayImport } = props
  return (
    <>
      {steps !== null && home.role === 'lead' && <DemoSteps steps={steps} />}
      <span className="govuk-caption-l">{props.council}</span>
      <h1 className="govuk-heading-l">{headings[home.role]}</h1>
      {isEmpty && home.role !== 'administrator' ? (
        <EmptyCouncil mayImport={mayImport} />
      ) : (
        <>
          {home.role === 'lead' && <LeadHome {...home} />}
          {home.role === 'owner' && <OwnerHome {...home} />}
          {home.role === 'member' && <MemberHome {...home} />}
          {home.role === 'administrator' && <AdministratorHome {...home} isEmpty={isEmpty} />}
        </>
      )}
      {steps !== null && home.role !== 'lead' && <DemoSteps steps={steps} />}
    </>
  )
}

const headings = {
  lead: 'What needs you now',
  owner: 'What is asked of you',
  member: 'The certificate and the plan',
  administrator: 'Mail and people',
} as const
