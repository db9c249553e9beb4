/** One criterion's headroom: a box for each partial there is and each there may be. The table it stands in says the
 * same in figures and words, so the picture is left out for whoever listens. */
import type { HeadroomBar } from '~/domain/headroom-bars'

const size = 22
const step = 27

type Box = 'certain' | 'disputed' | 'at-risk' | 'free'
const marks: Record<Box, string> = { certain: '', disputed: '?', 'at-risk': '!', free: '' }
const fills: Record<Box, string> = { certain: '#12436d', disputed: '#f46a25', 'at-risk': '#f3d9e3', free: '#ffffff' }

function boxesOf({ certain, disputed, atRisk, mayBe }: HeadroomBar): Box[] {
  const given: Box[] = [
    ...Array<Box>(certain).fill('certain'),
    ...Array<Box>(disputed).fill('disputed'),
    ...Array<Box>(atRisk).fill('at-risk'),
  ]
  return [...given, ...Array<Box>(Math.max(0, mayBe - given.length)).fill('free')]
}

const places = (bar: HeadroomBar) => Math.max(bar.mayBe, bar.certain + bar.disputed + bar.atRisk)

export function HeadroomPicture({ bar }: { bar: HeadroomBar }) {
  const boxes = boxesOf(bar)
  const width = places(bar) * step + 8
  const limit = bar.mayBe * step + 1
  return (
    <svg
      className="headroom"
      width={width}
      height="34"
      viewBox={`0 0 ${width} 34`}
      aria-hidden="true"
      focusable="false"
    >
      {boxes.map((box, index) => {
        const x = index * step + (index >= bar.mayBe ? 6 : 0) + 1
        return (
          <g key={index}>
            <rect
              x={x}
              y="6"
              width={size}
              height={size}
              fill={fills[box]}
              stroke="#16202a"
              strokeWidth="1.5"
              strokeDasharray={box === 'free' ? '4 3' : undefined}
            />
            <text className="headroom__mark" x={x + size / 2} y="23" textAnchor="middle" fill="#0b0c0c">
              {marks[box]}
            </text>
          </g>
        )
      })}
      <line x1={limit} x2={limit} y1="0" y2="34" stroke="#16202a" strokeWidth="3" />
    </svg>
  )
}
