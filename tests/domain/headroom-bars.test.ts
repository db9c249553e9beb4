import { describe, expect, it } from 'vitest'
import type { Level } from '~/domain/compliance'
import type { ReadinessFacts } from '~/domain/element-readiness'
import { headroomBars } from '~/domain/headroom-bars'
import { decideReadiness } from '~/domain/readiness'
import { customerServiceExcellence, elementsOf } from '~/domain/standard'

const ratedOn = '2026-01-10'
function bars(levels: Record<string, Level>, more: Partial<ReadinessFacts> = {}) {
  const facts: ReadinessFacts = {
    asAt: '2026-11-22',
    lastVisitOn: ratedOn,
    nextVisitOn: '2027-01-29',
    ratings: elementsOf(customerServiceExcellence).map(({ number }) => ({
      element: number,
      level: levels[number] ?? 'full',
      ratedOn,
    })),
    selfAssessments: [],
    queries: [],
    openPoints: [],
    evidence: [],
    owners: [],
    ...more,
  }
  return headroomBars(decideReadiness(customerServiceExcellence, facts))
}
const disputed = (element: string) => ({
  elements: [element],
  message: 'Which?',
  readings: ['partial' as const],
  who: null,
})

describe('the headroom of a criterion', () => {
  it('is what it bears without a partial', () => {
    expect(bars({}).map(({ certain, disputed, mayBe }) => [certain, disputed, mayBe])).toEqual([
      [0, 0, 2],
      [0, 0, 2],
      [0, 0, 2],
      [0, 0, 3],
      [0, 0, 2],
    ])
  })

  it('counts a disputed level apart, and says when the criterion hangs on it', () => {
    const [, second] = bars({ '2.1.2': 'partial', '2.2.3': 'partial' }, { queries: [disputed('2.2.4')] })
    expect(second).toMatchObject({ certain: 2, disputed: 1, mayBe: 2 })
    expect(second!.sentence).toMatch(/hangs on a disputed level/)
  })

  it('that is broken either way does not hang on anything', () => {
    const [, second] = bars(
      { '2.1.2': 'partial', '2.2.3': 'partial', '2.1.4': 'partial' },
      { queries: [disputed('2.2.4')] },
    )
    expect(second).toMatchObject({ certain: 3, disputed: 1 })
    expect(second!.sentence).toMatch(/^Criterion 2 fails/)
  })

  it('counts what would be partial if every risk came true', () => {
    const selfAssessments = [{ element: '4.1.2', level: 'full' as const, assessedOn: '2026-10-01', who: 'Helen' }]
    const rated = bars({ '4.1.2': 'partial' }, { selfAssessments })
    expect(rated[3]).toMatchObject({ certain: 0, atRisk: 0 })
  })
})
