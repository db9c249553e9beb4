import { Button } from '~/components/fields'

type Council = { personId: string; councilName: string; role: string; here: boolean }

export function ChooseCouncil({ next, councils }: { next: string; councils: Council[] }) {
  return (
    <>
      <h1 className="govuk-heading-l">Choose a council</h1>
      <p className="govuk-body">
        You belong to {councils.length === 1 ? 'one council' : `${councils.length} councils`}.
      </p>
      <ul className="govuk-list">
        {councils.map(({ personId, councilName, role, here }) => (
          <li key={personId}>
            <form method="post" className="inline-form">
              <input type="hidden" name="person" value={personId} />
              <input type="hidden" name="next" value={next} />
              <Button kind="secondary">{councilName}</Button>
              <span>
                as {role}
                {here && ', where you are now'}
              </span>
            </form>
          </li>
        ))}
      </ul>
    </>
  )
}
