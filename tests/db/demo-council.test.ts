import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstPoints, secondPoints } from '#db/demo-council/assessment-points'
import { certificate, secondVisit } from '#db/demo-council/assessments'
import { completionFor, demoCalendar, demoWorkingCalendar, rounds } from '#db/demo-council/calendar'
import { auditPoints, scrutinyPoints } from '#db/demo-council/committee-points'
import { evidence } from '#db/demo-council/evidence'
import { factsThen, newDueAfter } from '#db/demo-council/facts'
import type { DemoPoint } from '#db/demo-council/point'
import { centreForAssessment } from '~/domain/assessment-body'
import { checkRevision } from '~/domain/date-revision'
import { addDays, addMonths, daysBetween } from '~/domain/dates'
import { checkCategory } from '~/domain/progress'
import { checkClosing } from '~/domain/recommendation'
import { requestsFor } from '~/domain/review-cycle'
import { isWorkingDay } from '~/domain/working-days'

const points = [...firstPoints, ...secondPoints, ...scrutinyPoints, ...auditPoints]
const anyDay = fc.integer({ min: 0, max: 365 * 20 }).map((days) => addDays('2024-01-01', days))
const onAnyDay = (story: (calendar: ReturnType<typeof demoCalendar>) => void, numRuns = 300) =>
  fc.assert(
    fc.property(anyDay, (today) => story(demoCalendar(today))),
    { numRuns },
  )

const closedBy = { first: 'next-review', second: 'next-review', scrutiny: 'committee', audit: 'lead' } as const

describe('the demo’s story, whatever day it is made on', () => {
  it('has the visit ten weeks away on a working day, and documents due within a fortnight', () => {
    onAnyDay(({ today, visitOn, day }) => {
      expect(isWorkingDay(visitOn, demoWorkingCalendar)).toBe(true)
      expect(daysBetween(today, visitOn)).toBeGreaterThanOrEqual(64)
      expect(daysBetween(today, visitOn)).toBeLessThanOrEqual(70)
      const review = {
        visit: { on: visitOn, state: 'agreed' as const },
        documentReviewOn: null,
        previousVisitOn: day(-290),
      }
      for (const { dueOn } of requestsFor(centreForAssessment, review, [], demoWorkingCalendar, today)) {
        expect(dueOn! > today, `${dueOn} after ${today}`).toBe(true)
        expect(daysBetween(today, dueOn!)).toBeLessThanOrEqual(14)
      }
    }, 3000)
  })

  it('keeps the rule of its assessment body: the second review within twelve months of the certificate', () => {
    onAnyDay(({ day, visitOn }) => {
      expect(day(secondVisit) <= addMonths(day(certificate), 12)).toBe(true)
      expect(visitOn <= addMonths(day(secondVisit), 12)).toBe(true)
    })
  })

  it('has every meeting, visit and answer on a working day, and nothing dated after today', () => {
    onAnyDay((calendar) => {
      const said = points.flatMap((point) => point.progress.map(({ on }) => on))
      const done = points.flatMap((point) => point.actions.flatMap((action) => action.done ?? []))
      for (const on of [...rounds, ...said, ...done, ...evidence.map((item) => item.on)]) {
        expect(isWorkingDay(calendar.day(on), demoWorkingCalendar)).toBe(true)
        expect(calendar.day(on) < calendar.today).toBe(true)
      }
    })
  })

  it('gives every category as its rules demand on the day it was given', () => {
    onAnyDay((calendar) => {
      for (const point of points)
        for (const said of point.progress) {
          const asAt = calendar.day(said.on)
          const checked = checkCategory(
            {
              category: said.is,
              words: said.words,
              evidenceCount: 0,
              newDue: newDueAfter(point, asAt, calendar),
              reason: said.words,
              explanation: said.words,
              why: said.although ?? '',
            },
            factsThen(point, asAt, calendar),
          )
          expect(checked.ok ? [] : checked.refusals, `${point.key} as at ${asAt}, made on ${calendar.today}`).toEqual(
            [],
          )
        }
    }, 120)
  })

  it('changes every date as the source of its point allows', () => {
    onAnyDay((calendar) => {
      for (const point of points)
        for (const action of point.actions)
          (action.revised ?? []).forEach((revision, index) => {
            const earlier = completionFor(index === 0 ? action.due! : action.revised![index - 1]!.to, calendar)
            const checked = checkRevision({
              earlier,
              later: completionFor(revision.to, calendar),
              reason: revision.why,
              agreedBy: revision.minute === undefined ? 'lead' : 'committee',
              minute: revision.minute ?? null,
              agrees: point.source === 'scrutiny' ? 'committee' : 'lead',
            })
            expect(checked.ok ? [] : checked.refusals, `${point.key}, ${action.text}, ${calendar.today}`).toEqual([])
            expect(checked.ok && checked.value.kind).toBe('extension')
          })
    }, 300)
  })

  it('closes every closed point in a way that its source allows', () => {
    for (const point of points.filter(({ closed }) => closed)) {
      const closed = point.closed!
      const checked = checkClosing({
        way: closed.way,
        kind: point.kind,
        adviceOnly: point.adviceOnly ?? false,
        closedBy: closedBy[point.source],
        category: point.progress.at(-1)?.is ?? null,
        reason: closed.reason ?? '',
        minute: closed.minute ?? null,
        supersededBy: closed.supersededBy ?? null,
      })
      expect(checked.ok ? [] : checked.refusals, point.key).toEqual([])
    }
  })

  it('tells progress in order, each round after the one before', () => {
    for (const point of points) {
      const days = point.progress.map(({ on }) => on)
      expect(days, point.key).toEqual([...days].sort((a, b) => a - b))
    }
  })

  it('is as large as it says: some thirty points, seventy actions, forty items of evidence', () => {
    const actions = points.flatMap((point: DemoPoint) => point.actions)
    expect(points).toHaveLength(32)
    expect(actions.length).toBeGreaterThanOrEqual(70)
    expect(evidence).toHaveLength(40)
    const states = new Set(
      actions.map((action) => (action.done === undefined ? (action.state ?? 'not-started') : 'done')),
    )
    expect([...states].sort()).toEqual(['done', 'no-longer-needed', 'not-started', 'under-way'])
  })
})
