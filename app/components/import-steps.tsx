import type { Step } from '~/domain/import-progress'
import { paths } from '~/paths'

/** The way through a document: what was looked at, where one is, and what is left. Each is a link. */
export const ImportSteps = ({ id, steps, here }: { id: string; steps: Step[]; here: string }) => (
  <nav aria-label="Sections of the document">
    <ol className="steps">
      {steps.map(({ section, title, isSeen }) => (
        <li className={`steps__item${isSeen ? ' steps__item--seen' : ''}`} key={section}>
          <a
            className="govuk-link steps__link"
            href={paths.importSection(id, section)}
            aria-current={section === here ? 'step' : undefined}
          >
            {title}
            {isSeen && <span className="govuk-visually-hidden">, looked at</span>}
          </a>
        </li>
      ))}
      <li className="steps__item">
        <a
          className="govuk-link steps__link"
          href={paths.importCheck(id)}
          aria-current={here === 'check' ? 'step' : undefined}
        >
          Check and confirm
        </a>
      </li>
    </ol>
  </nav>
)
