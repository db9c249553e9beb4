export type TimePoint = { label: string; day: string; when: string; at: number }

/** The way to the visit: a line with a mark for each day that counts, and the same as a list. */
export function TimeLine({ points, span, sentence }: { points: TimePoint[]; span: number; sentence: string }) {
  if (points.length === 0) return <p className="govuk-body">{sentence}</p>
  const x = (at: number) => 14 + (at / span) * 672
  return (
    <div className="time-line">
      <svg viewBox="0 0 700 40" width="700" height="40" aria-hidden="true" className="time-line__picture">
        <line x1="14" x2="686" y1="20" y2="20" stroke="#8fa8bd" strokeWidth="6" />
        {points.map((point) => (
          <Mark key={point.label} x={x(point.at)} y={20} kind={kindOf(point)} />
        ))}
      </svg>
      <ol className="time-line__points">
        {points.map((point) => (
          <li key={point.label}>
            <svg viewBox="0 0 26 26" width="22" height="22" aria-hidden="true">
              <Mark x={13} y={13} kind={kindOf(point)} />
            </svg>
            <strong>{point.label}</strong> {point.day}
            {point.label !== 'Today' && `, ${point.when}`}
          </li>
        ))}
      </ol>
    </div>
  )
}

type Kind = 'today' | 'due' | 'visit'
const kindOf = ({ label }: TimePoint): Kind => (label === 'Today' ? 'today' : label === 'Visit' ? 'visit' : 'due')

function Mark({ x, y, kind }: { x: number; y: number; kind: Kind }) {
  if (kind === 'today') return <circle cx={x} cy={y} r="10" fill="#12436D" />
  if (kind === 'due') return <path d={`M${x} ${y - 12} l12 12 l-12 12 l-12 -12 z`} fill="#F46A25" stroke="#16202a" />
  return <rect x={x - 10} y={y - 12} width="22" height="24" fill="#801650" />
}
