import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { mayDo, type Permission, type Role } from '~/domain/permissions'
import { paths } from '~/paths'

export type FramePerson = { name: string; role: Role; councilName: string; elsewhere: boolean }

const ways: { name: string; to: string; needs: Permission }[] = [
  { name: 'Home', to: paths.home(), needs: 'home:view' },
  { name: 'Plan', to: paths.plan(), needs: 'plan:view' },
  { name: 'Documents', to: paths.imports(), needs: 'import:use' },
  { name: 'Reviews', to: paths.reviews(), needs: 'review:view' },
  { name: 'Readiness', to: paths.readiness(), needs: 'readiness:view' },
  { name: 'Evidence', to: paths.evidence(), needs: 'evidence:view' },
  { name: 'Packs', to: paths.packs(), needs: 'pack:view' },
  { name: 'Summary', to: paths.memberSummary(), needs: 'summary:view' },
  { name: 'Mail', to: paths.mail(), needs: 'mail:view' },
  { name: 'People', to: paths.people(), needs: 'people:view' },
  { name: 'Settings', to: paths.settings(), needs: 'settings:change' },
]

const isHere = (to: string, here: string) => (to === '/' ? here === '/' : here === to || here.startsWith(`${to}/`))

function Mark() {
  return (
    <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" focusable="false">
      <path d="M3 3h6v7h8V3h6v20h-6v-7H9v7H3z" fill="currentColor" />
    </svg>
  )
}

type Props = {
  mode: 'demo' | 'live'
  person: FramePerson | null
  /** The day by which a second factor must be set up, where none is. */
  factorUntil: string | null
  children: ReactNode
}

export function Frame({ mode, person, factorUntil, children }: Props) {
  const here = useLocation().pathname
  return (
    <>
      <a href="#main" className="govuk-skip-link">
        Skip to main content
      </a>
      <header className="frame-header">
        <div className="govuk-width-container frame-header__row">
          <a className="frame-header__name" href={paths.home()}>
            <Mark /> Holdfast
          </a>
          {person && (
            <span className="frame-header__council">
              {person.elsewhere ? <a href={paths.chooseCouncil()}>{person.councilName}</a> : person.councilName}
            </span>
          )}
          {person && (
            <form className="frame-header__who" method="post" action={paths.signOut()}>
              <a className="frame-header__person" href={paths.account()}>
                {person.name}, {person.role}
              </a>
              <button className="frame-header__sign-out">Sign out</button>
            </form>
          )}
        </div>
      </header>
      {mode === 'demo' && (
        <div className="frame-mode" role="region" aria-label="Mode">
          <div className="govuk-width-container">
            <strong>Demo.</strong> An invented council on this machine only. No mail leaves it.
          </div>
        </div>
      )}
      {factorUntil !== null && (
        <div className="frame-mode" role="region" aria-label="Second factor">
          <div className="govuk-width-container">
            Your role needs a second factor by {factorUntil}.{' '}
            <a className="govuk-link" href={paths.setUpSecondFactor(here)}>
              Set one up now
            </a>
          </div>
        </div>
      )}
      {person && (
        <nav className="frame-ways" aria-label="Main">
          <div className="govuk-width-container">
            <ul>
              {ways
                .filter(({ needs }) => mayDo(person.role, needs))
                .map(({ name, to }) => (
                  <li key={to}>
                    <a className="govuk-link" href={to} aria-current={isHere(to, here) ? 'page' : undefined}>
                      {name}
                    </a>
                  </li>
                ))}
            </ul>
          </div>
        </nav>
      )}
      <div className="govuk-width-container">
        <main className="govuk-main-wrapper" id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <footer className="frame-foot">
        <div className="govuk-width-container">
          <p>
            Holdfast keeps a council’s improvement plan for Customer Service Excellence, which is a trade mark of the
            Cabinet Office. Holdfast is not part of it and awards nothing.
          </p>
          <p>
            <a className="govuk-link" href={paths.accessibility()}>
              Accessibility statement
            </a>
          </p>
        </div>
      </footer>
    </>
  )
}
