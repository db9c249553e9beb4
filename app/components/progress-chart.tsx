/** Progress by category over the as-at dates: a bar a date, its numbers printed in it. The table beside it says the
 * same, so the picture is left out for whoever listens. Patterns and numbers hold it apart without colour. */
export type ProgressRow = { asAt: string; counts: number[]; notAssessed: number }

const fills = ['#12436d', '#28a197', '#801650', '#f46a25'] as const
const inks = ['#ffffff', '#0b0c0c', '#ffffff', '#0b0c0c'] as const
const barHeight = 34
const rowHeight = 62
const width = 720
/** Below this a number does not fit inside its part of the bar. */
const narrowest = 20

type Part = { x: number; width: number; count: number; series: number }

function partsOf({ counts, notAssessed }: ProgressRow, most: number): Part[] {
  let x = 0
  return [...counts, notAssessed].flatMap((count, series) => {
    if (count === 0) return []
    const part = { x, width: (count / most) * width, count, series }
    x += part.width
    return [part]
  })
}

const fillOf = (series: number) => fills[series] ?? 'url(#not-assessed)'
const inkOf = (series: number) => inks[series] ?? '#0b0c0c'

/** Defined once, in the legend; the bars refer to it. */
function NotAssessedPattern() {
  return (
    <defs>
      <pattern id="not-assessed" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="8" height="8" fill="#ffffff" />
        <rect width="2" height="8" fill="#8fa8bd" />
      </pattern>
    </defs>
  )
}

export function ProgressChart({ rows, labels }: { rows: ProgressRow[]; labels: string[] }) {
  const most = Math.max(1, ...rows.map(({ counts, notAssessed }) => counts.reduce((a, b) => a + b, notAssessed)))
  const names = [...labels, 'Not assessed']
  const used = names.map((_, series) => rows.some((row) => [...row.counts, row.notAssessed][series]! > 0))
  return (
    <div className="chart" aria-hidden="true">
      <ul className="chart__legend">
        {names.map((name, series) =>
          used[series] ? (
            <li key={name}>
              <svg width="18" height="18" viewBox="0 0 18 18" focusable="false">
                {series === labels.length && <NotAssessedPattern />}
                <rect x="0.5" y="0.5" width="17" height="17" fill={fillOf(series)} stroke="#0b0c0c" />
              </svg>
              {series < labels.length ? `${series + 1} ${name}` : name}
            </li>
          ) : null,
        )}
      </ul>
      <svg
        className="chart__picture"
        viewBox={`0 0 ${width} ${rows.length * rowHeight}`}
        focusable="false"
        preserveAspectRatio="xMinYMin meet"
      >
        {rows.map((row, index) => (
          <g key={row.asAt} transform={`translate(0 ${index * rowHeight})`}>
            <text className="chart__date" x="0" y="15">
              {row.asAt}
            </text>
            {partsOf(row, most).map((part) => (
              <g key={part.series}>
                <rect
                  x={part.x}
                  y="21"
                  width={part.width}
                  height={barHeight}
                  fill={fillOf(part.series)}
                  stroke="#ffffff"
                  strokeWidth="1.5"
                />
                {part.width >= narrowest && (
                  <text
                    className="chart__number"
                    x={part.x + part.width / 2}
                    y={21 + barHeight / 2 + 6}
                    textAnchor="middle"
                    fill={inkOf(part.series)}
                  >
                    {part.count}
                  </text>
                )}
              </g>
            ))}
          </g>
        ))}
      </svg>
    </div>
  )
}
