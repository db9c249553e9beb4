import type { RecommendationView } from './route'

type Entry = RecommendationView['timeline']['entries'][number]

/** Newest first; what came after the last document stands under "since then". */
export function Timeline({ timeline }: RecommendationView) {
  const { entries, documentAsAt } = timeline
  const since = entries.filter(({ isSinceThen }) => isSinceThen)
  const rest = entries.filter(({ isSinceThen }) => !isSinceThen)
  return (
    <section aria-labelledby="progress">
      <h2 className="govuk-heading-m" id="progress">
        Progress
      </h2>
      {entries.length === 0 && <p className="govuk-body">Nothing has been said of it yet.</p>}
      {since.length > 0 && <h3 className="govuk-heading-s">Since then</h3>}
      <Entries entries={since} />
      {documentAsAt !== null && rest.length > 0 && <h3 className="govuk-heading-s">As at {documentAsAt} and before</h3>}
      <Entries entries={rest} />
    </section>
  )
}

function Entries({ entries }: { entries: Entry[] }) {
  if (entries.length === 0) return null
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li className="timeline__item" key={entry.id}>
          <p className="timeline__head">
            As at {entry.asAt}
            {entry.category !== null && `: ${entry.category}`}
          </p>
          <p className="timeline__by">{entry.by}</p>
          {entry.corrects !== null && <p className="govuk-body">{entry.corrects}</p>}
          {entry.words !== '' && <p className="govuk-body long-text">{entry.words}</p>}
          {entry.why !== null && (
            <p className="govuk-body long-text">Why, although the dates and actions say otherwise: {entry.why}</p>
          )}
        </li>
      ))}
    </ol>
  )
}
