import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { completionOn, dueDay, parseCompletionDate } from '~/domain/completion-date'
import { addDays } from '~/domain/dates'
import {
  askedCompletion,
  checkRevision,
  classifyRevision,
  extensionsOf,
  originalCompletion,
  standingCompletion,
  type Revision,
  type RevisionKind,
  type RevisionRequest,
} from '~/domain/date-revision'

const read = (text: string) => parseCompletionDate(text)

describe('What a changed date is', () => {
  test.each<[string, string, RevisionKind]>([
    ['June 2026', 'September 2026', 'extension'],
    ['30 June 2026', '1 July 2026', 'extension'],
    ['June 2026*', 'July 2026', 'extension'],
    ['June 2026', 'TBA', 'extension'],
    ['June 2026', 'Ongoing', 'extension'],
    ['June 2026', 'May 2026', 'brought-forward'],
    ['30 June 2026', '29 June 2026', 'brought-forward'],
    ['June 2026', '15 June 2026', 'made-firm'],
    ['Q1 2026/27', 'May 2026', 'made-firm'],
    ['Mar 26 – Aug 26*', 'July 2026', 'made-firm'],
    ['June 2026*', 'June 2026', 'made-firm'],
    ['June 2026', '30 June 2026', 'made-firm'],
    ['TBA', 'June 2026', 'made-firm'],
    ['Ongoing', 'quarterly from June 2026', 'made-firm'],
    ['June 2026', 'end of June 2026', 'correction'],
    ['TBA', 'Ongoing', 'correction'],
    ['quarterly from April 2026', 'quarterly from May 2026', 'extension'],
    ['Jan 26 – Mar 26', 'Dec 25 – Mar 26', 'correction'],
  ])('from “%s” to “%s” is %s', (earlier, later, kind) => {
    expect(classifyRevision(read(earlier), read(later))).toBe(kind)
  })

  it('is an extension exactly when the due day moves later or is given up', () => {
    const texts = [
      'June 2026',
      '15 June 2026',
      'Q1 2026/27',
      'TBA',
      'Ongoing',
      'July 2026*',
      '2026/27',
      'Start May 2026',
      'May – July 2026',
    ]
    const any = fc.constantFrom(...texts).map(read)
    fc.assert(
      fc.property(any, any, (earlier, later) => {
        const [before, after] = [dueDay(earlier, '2026-01-01'), dueDay(later, '2026-01-01')]
        const slips = before !== null && (after === null || after > before)
        expect(classifyRevision(earlier, later) === 'extension').toBe(slips)
      }),
    )
  })
})

describe('What a revision demands', () => {
  const request: RevisionRequest = {
    earlier: read('June 2026'),
    later: read('September 2026'),
    reason: 'The supplier is late',
    agreedBy: 'lead',
    minute: null,
    agrees: 'lead',
  }
  const refusedFields = (change: Partial<RevisionRequest>) => {
    const outcome = checkRevision({ ...request, ...change })
    return outcome.ok ? [] : outcome.refusals.map(({ field }) => field)
  }

  test.each<[string, Partial<RevisionRequest>, string[]]>([
    ['a reason, always', { reason: ' ' }, ['reason']],
    ['a reason when it is brought forward', { later: read('May 2026'), reason: '' }, ['reason']],
    ['the new date in some words', { later: read('  ') }, ['later']],
    ['the committee, where it agrees', { agrees: 'committee' }, ['agreedBy']],
    ['the minute of the committee', { agreedBy: 'committee' }, ['minute']],
    ['its right name: later is not brought forward', { kind: 'brought-forward' }, ['kind']],
    ['its right name: later is not made firm', { kind: 'made-firm' }, ['kind']],
    ['its right name: earlier is no extension', { kind: 'extension', later: read('May 2026') }, ['kind']],
    ['somebody’s agreement to a correction that postpones', { kind: 'correction', agreedBy: null }, ['agreedBy']],
  ])('%s', (_what, change, fields) => {
    expect(refusedFields(change)).toEqual(fields)
  })

  test.each<[string, Partial<RevisionRequest>]>([
    ['an agreed extension', {}],
    ['an extension that is asked for', { agreedBy: null, agrees: 'committee' }],
    ['one the committee agreed, with its minute', { agreedBy: 'committee', minute: 'CS 12/26', agrees: 'committee' }],
    ['a date brought forward', { later: read('May 2026'), agreedBy: null }],
    ['a correction to an earlier date', { kind: 'correction', later: read('May 2026'), agreedBy: null }],
    ['an agreed correction to a later one', { kind: 'correction' }],
  ])('nothing more of %s', (_what, change) => {
    expect(refusedFields(change)).toEqual([])
  })

  it('is told in a sentence that names both dates', () => {
    const outcome = checkRevision({ ...request, kind: 'made-firm' })
    expect(outcome.ok || outcome.refusals[0]!.message).toBe(
      'The new date is later (June 2026, now September 2026): record it as an extension, or as a correction if the earlier date was written down wrongly',
    )
  })
})

describe('The dates of an action over its revisions', () => {
  const revision = (
    kind: RevisionKind,
    earlier: string,
    later: string,
    agreedBy: Revision['agreedBy'] = 'lead',
    refused?: true,
  ): Revision => ({
    kind,
    earlier: read(earlier),
    later: read(later),
    reason: 'as told',
    agreedBy,
    minute: null,
    ...(refused && { refused }),
  })
  const history = [
    revision('correction', 'May 2025', 'May 2026'),
    revision('extension', 'May 2026', 'July 2026'),
    revision('extension', 'July 2026', 'September 2026', 'committee'),
    revision('extension', 'September 2026', 'December 2026', null),
  ]

  it('keep the original, what stands, what is asked for and how often it was put off', () => {
    const current = read('December 2026')
    expect(originalCompletion(current, history)?.text).toBe('May 2026')
    expect(standingCompletion(current, history).text).toBe('September 2026')
    expect(askedCompletion(history)?.text).toBe('December 2026')
    expect(extensionsOf(history)).toEqual({ count: 3, agreed: 2, lastAgreedBy: 'committee' })
  })

  it('leave what was refused out of all three', () => {
    const refused = [
      ...history.slice(0, 3),
      revision('extension', 'September 2026', 'December 2026', 'committee', true),
    ]
    expect(standingCompletion(read('September 2026'), refused).text).toBe('September 2026')
    expect(askedCompletion(refused)).toBeNull()
    expect(extensionsOf(refused).count).toBe(2)
  })

  it('begin with the first date that had a due day', () => {
    expect(originalCompletion(read('June 2026'), [revision('made-firm', 'TBA', 'June 2026')])?.text).toBe('June 2026')
    expect(originalCompletion(read('TBA'), [])).toBeNull()
    expect(originalCompletion(read('June 2026'), [])?.text).toBe('June 2026')
    expect(standingCompletion(read('June 2026'), []).text).toBe('June 2026')
    expect(askedCompletion([])).toBeNull()
  })

  it('never lose the original to any number of extensions', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 10 }), (steps) => {
        let day = '2026-05-31'
        const revisions = steps.map((step) => {
          const earlier = completionOn(day)
          day = addDays(day, step)
          const checked = checkRevision({
            earlier,
            later: completionOn(day),
            reason: 'r',
            agreedBy: 'lead',
            minute: null,
            agrees: 'lead',
          })
          if (!checked.ok) throw new Error('refused')
          return checked.value
        })
        expect(originalCompletion(completionOn(day), revisions)?.to).toBe('2026-05-31')
        expect(standingCompletion(completionOn(day), revisions).to).toBe(day)
        expect(extensionsOf(revisions).agreed).toBe(steps.length)
      }),
    )
  })
})
