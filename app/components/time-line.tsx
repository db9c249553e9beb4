export type TimePoint = { label: string; day: string; when: string; at: number }

/** The way to the visit: a line with a mark for each day that counts, and the same as a list. */
export function TimeLine({ points, span, sentence }: { points: TimePoint[]; span: number; sentence: string }) {
  if (points.length === 0) return <p className="govuk-body">{sentence}</p>
  const x = (at: number) => 14 + (at / span) * 672
  return (
    <div className="time-line">
      <svg viewBox="0 0 700 40" width="700" height="40" aria-hidden="true" className="time-line__picture">
        <line x1="14" x2="686" y1="20" y2="20" stroke="#8fa8bd" strokeWidth="6" />
        {points.map((point, index) => (
          <Mark
            key={point.label}
            x={x(point.at)}
            kind={index === points.length - 1 ? 'visit' : point.label === 'Today' ? 'today' : 'due'}
          />
        ))}
      </svg>
      <ol className="time-line__points">
        {points.map((point) => (
          <li key={point.label}>
            <strong>{point.label}</strong> {point.day}
            {point.label !== 'Today' && `, ${point.when}`}
          </li>
        ))}
      </ol>
    </div>
  )
}

function Mark({ x, kind }: { x: number; kind: 'today' | 'due' | 'visit' }) {
  if (kind === 'today') return <circle cx={x} cy="20" r="10" fill="#12436D" />
  if (kind === 'due') return <path d={`M${x} 8 l12 12 l-12 12 l-12 -12 z`} fill="#F46A25" stroke="#16202a" />
  return <rect x={x - 10} y="8" width="22" height="24" fill="#801650" />
}
