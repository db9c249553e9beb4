import type { DemoStep, DemoStepKey } from '~/domain/demo-steps'
import { paths } from '~/paths'

const buttons: Record<Exclude<DemoStepKey, 'sign-in' | 'read'>, { label: string; to: string }> = {
  look: { label: 'Look at readiness', to: paths.readiness() },
  answer: { label: 'Open the mailbox', to: paths.mail() },
  build: { label: 'Go to the packs', to: paths.packs() },
}

/** Only in the demo: what the product is for, in two minutes. */
export function DemoSteps({ steps }: { steps: DemoStep[] }) {
  return (
    <section className="demo-steps" aria-labelledby="demo-steps">
      <h2 className="govuk-heading-s" id="demo-steps">
        In two minutes: five steps
      </h2>
      <ol>
        {steps.map((step) => (
          <li key={step.key} className={step.isDone ? 'demo-steps__done' : undefined}>
            <h3>{step.title}</h3>
            <p>{step.words}</p>
            <p className="demo-steps__state">{step.state}</p>
            <Way step={step} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Way({ step: { key, otherwise } }: { step: DemoStep }) {
  if (key === 'sign-in')
    return (
      <form method="post" action={paths.signOut()}>
        <button className="demo-steps__button">Be somebody else</button>
      </form>
    )
  if (otherwise !== null) return <p className="demo-steps__otherwise">{otherwise}</p>
  if (key === 'read')
    return (
      <form method="post" action={paths.demoSample()}>
        <button className="demo-steps__button">Read a sample in</button>
        <a className="govuk-link demo-steps__other" href={paths.importNew()}>
          or a document of your own
        </a>
      </form>
    )
  return (
    <a className="demo-steps__button" href={buttons[key].to}>
      {buttons[key].label}
    </a>
  )
}
