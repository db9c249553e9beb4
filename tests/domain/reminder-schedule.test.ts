import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays } from '~/domain/dates'
import { defaultPolicy } from '~/domain/reminder-moments'
import type { Notice, NoticeItem } from '~/domain/reminder-notice'
import type { ReminderPerson } from '~/domain/reminder-people'
import { planReminders, type ReminderInput, type ReminderItem } from '~/domain/reminder-schedule'
import { addWorkingDays, isWorkingDay, MONDAY_TO_FRIDAY, type WorkingCalendar } from '~/domain/working-days'

const calendar: WorkingCalendar = { nation: 'england-and-wales', workingWeekdays: MONDAY_TO_FRIDAY }
const person = (id: string, more: Partial<ReminderPerson> = {}): ReminderPerson => ({
  id,
  name: `Name of ${id}`,
  frequency: 'daily',
  deputyId: null,
  headOfServiceId: null,
  leave: [],
  ...more,
})
const people = [
  person('owner', { deputyId: 'deputy', headOfServiceId: 'head' }),
  person('other'),
  person('deputy'),
  person('head'),
  person('lead'),
]
const item = (id: string, more: Partial<ReminderItem> = {}): ReminderItem => ({
  kind: 'action',
  id,
  title: `Title of ${id}`,
  dueOn: '2026-06-30',
  askedOn: '2026-01-05',
  lastAnswerOn: null,
  lastWords: null,
  answeringOwnerId: 'owner',
  otherOwnerIds: [],
  ...more,
})
const input = (today: string, items: ReminderItem[], more: Partial<ReminderInput> = {}): ReminderInput => ({
  today,
  lastPlannedOn: null,
  calendar,
  policy: defaultPolicy,
  people,
  leadId: 'lead',
  items,
  rounds: [],
  dates: [],
  ...more,
})
const to = (notices: Notice[], personId: string) => notices.find((notice) => notice.personId === personId)
const reasons = (today: string, given: ReminderItem, personId = 'owner', more: Partial<ReminderInput> = {}) =>
  to(planReminders(input(today, [given], more)), personId)?.items[0]?.reasons ?? null

describe('an item that is due on Tuesday 30 June 2026', () => {
  test.each<[string, string, string[] | null]>([
    ['four weeks before', '2026-06-02', ['due in 28 days']],
    ['the day after that', '2026-06-03', null],
    ['two weeks before', '2026-06-16', ['due in 14 days', 'no answer since 5 January 2026']],
    ['a week before', '2026-06-23', ['due in 7 days', 'no answer since 5 January 2026']],
    ['the day before', '2026-06-29', ['due tomorrow', 'no answer since 5 January 2026']],
    ['the day itself', '2026-06-30', null],
    ['the day after', '2026-07-01', ['was due on 30 June 2026', 'no answer since 5 January 2026']],
    ['two days after', '2026-07-02', null],
    ['a week and a day after', '2026-07-08', ['was due on 30 June 2026', 'no answer since 5 January 2026']],
  ])('asks its owner %s (%s): %j', (_, today, expected) => expect(reasons(today, item('a'))).toEqual(expected))

  it('says since when there is no answer once there was one', () => {
    expect(reasons('2026-06-23', item('a', { lastAnswerOn: '2026-06-05' }))).toEqual([
      'due in 7 days',
      'no answer since 5 June 2026',
    ])
  })

  it('does not ask again on the heels of an answer', () => {
    expect(reasons('2026-06-23', item('a', { lastAnswerOn: '2026-06-22' }))).toBeNull()
    expect(reasons('2026-06-23', item('a', { lastAnswerOn: '2026-06-19' }))).toEqual(['due in 7 days'])
  })

  it('does not ask for what was given to its owner only today', () => {
    expect(reasons('2026-06-23', item('a', { askedOn: '2026-06-23' }))).toBeNull()
  })
})

describe('days that are not worked', () => {
  test.each([
    ['a Saturday', '2026-07-04', '2026-07-05', '2026-07-03'],
    ['a bank holiday Monday', '2026-05-25', '2026-05-26', '2026-05-22'],
    ['Christmas', '2026-12-28', '2026-12-29', '2026-12-24'],
  ])('carry no mail: what falls on %s is asked before it', (_, off, due, before) => {
    expect(planReminders(input(off, [item('a', { dueOn: due })]))).toEqual([])
    expect(reasons(before, item('a', { dueOn: due }))).not.toBeNull()
  })
})

describe('silence', () => {
  test.each<[string, string, string]>([
    ['the deputy, ten days before', '2026-06-19', 'deputy'],
    ['the head of service, five days before', '2026-06-25', 'head'],
    ['the lead, two days before', '2026-06-26', 'lead'],
  ])('is told to %s, held back to a working day', (_, today, personId) => {
    const notice = to(planReminders(input(today, [item('a')])), personId)
    expect(notice?.items[0]).toMatchObject({ role: 'escalated', silentSince: '2026-01-05' })
    expect(notice?.items[0]?.reasons[0]).toBe('no answer from Name of owner since 5 January 2026')
  })

  it('is not told where there was an answer, nor where nothing has been asked yet', () => {
    const at = (more: Partial<ReminderItem>) => to(planReminders(input('2026-06-19', [item('a', more)])), 'deputy')
    expect(at({ lastAnswerOn: '2026-06-17' })).toBeUndefined()
    expect(at({ askedOn: '2026-06-18' })).toBeUndefined()
    expect(at({ lastAnswerOn: '2026-06-03' })).toBeDefined()
  })

  it('goes past whoever is missing, away or has mails switched off', () => {
    const hears = (...changed: ReminderPerson[]) =>
      planReminders(
        input('2026-06-19', [item('a')], {
          people: people.map((each) => changed.find((other) => other.id === each.id) ?? each),
          policy: { ...defaultPolicy, floor: 'off' },
        }),
      ).map((notice) => notice.personId)
    expect(hears()).toEqual(['deputy'])
    expect(hears(person('owner', { headOfServiceId: 'head' }))).toEqual(['head'])
    expect(hears(person('deputy', { frequency: 'off' }))).toEqual(['head'])
    const away = { leave: [{ from: '2026-06-15', to: '2026-06-19' }] }
    expect(hears(person('deputy', away), person('head', away))).toEqual(['lead'])
    expect(hears(person('deputy', { frequency: 'weekly' }))).toEqual(['deputy'])
  })

  it('does not escalate after the date, however long the outage was', () => {
    const notices = planReminders(input('2026-07-01', [item('a')], { lastPlannedOn: '2026-06-15' }))
    expect(notices.map((notice) => notice.personId)).toEqual(['owner'])
  })
})

describe('whom it reaches', () => {
  it('asks the answering owner and tells the others', () => {
    const notices = planReminders(input('2026-06-23', [item('a', { otherOwnerIds: ['other', 'owner'] })]))
    expect(notices.map(({ personId, items }) => [personId, items[0]!.role])).toEqual([
      ['other', 'told'],
      ['owner', 'asked'],
    ])
    expect(to(notices, 'other')!.items[0]!.ownerName).toBe('Name of owner')
  })

  it('asks the deputy in the place of one who is on leave, and the lead where no deputy is there', () => {
    const leave = [{ from: '2026-06-22', to: '2026-06-26' }]
    const away = (...ids: string[]) => people.map((each) => (ids.includes(each.id) ? { ...each, leave } : each))
    const asked = (...ids: string[]) => planReminders(input('2026-06-23', [item('a')], { people: away(...ids) }))[0]!
    expect(asked('owner')).toMatchObject({ personId: 'deputy', items: [{ role: 'asked', insteadOf: 'Name of owner' }] })
    expect(asked('owner', 'deputy')).toMatchObject({ personId: 'lead', items: [{ insteadOf: 'Name of owner' }] })
  })

  it('does not turn in circles where two on leave stand in for each other', () => {
    const leave = [{ from: '2026-06-22', to: '2026-06-26' }]
    const circle = [
      person('owner', { deputyId: 'deputy', leave }),
      person('deputy', { deputyId: 'owner', leave }),
      person('lead'),
    ]
    expect(planReminders(input('2026-06-23', [item('a')], { people: circle }))[0]!.personId).toBe('lead')
  })

  it.each([null, 'left-the-council'])('brings what belongs to %s to the lead', (answeringOwnerId) => {
    const [notice] = planReminders(input('2026-06-23', [item('a', { answeringOwnerId, otherOwnerIds: ['other'] })]))
    expect(notice).toMatchObject({ personId: 'lead', items: [{ role: 'unowned' }] })
  })

  it('fails loudly where the lead is nobody', () => {
    expect(() => planReminders(input('2026-06-23', [], { leadId: 'nobody' }))).toThrow('The lead is not among')
  })
})

describe('how often', () => {
  const weekly = { people: people.map((each) => ({ ...each, frequency: 'weekly' as const })) }
  const off = { people: people.map((each) => ({ ...each, frequency: 'off' as const })) }
  const allowOff = { policy: { ...defaultPolicy, floor: 'off' as const } }
  const quick = { policy: { ...defaultPolicy, floor: 'daily' as const } }

  it('weekly asks on the Monday what the week to come would have asked', () => {
    expect(reasons('2026-06-22', item('a'), 'owner', weekly)).toEqual([
      'due in 8 days',
      'no answer since 5 January 2026',
    ])
    expect(reasons('2026-06-23', item('a'), 'owner', weekly)).toBeNull()
  })

  it('weekly moves to the Tuesday where the Monday is a bank holiday, and is made up after an outage', () => {
    const due = item('a', { dueOn: '2026-06-02' })
    expect(reasons('2026-05-26', due, 'owner', weekly)).not.toBeNull()
    expect(reasons('2026-05-27', due, 'owner', weekly)).toBeNull()
    expect(reasons('2026-05-27', due, 'owner', { ...weekly, lastPlannedOn: '2026-05-22' })).not.toBeNull()
  })

  it('is never off for the lead, with whom everything ends that reaches nobody else', () => {
    const nobodys = item('a', { answeringOwnerId: null })
    expect(reasons('2026-06-22', nobodys, 'lead', { ...off, ...allowOff })).not.toBeNull()
    expect(reasons('2026-06-23', nobodys, 'lead', { ...off, ...allowOff })).toBeNull()
  })

  it('off is off only where the council allows it', () => {
    expect(reasons('2026-06-23', item('a'), 'owner', { ...off, ...allowOff })).toBeNull()
    expect(reasons('2026-06-22', item('a'), 'owner', off)).not.toBeNull()
    expect(reasons('2026-06-23', item('a'), 'owner', { ...off, ...quick })).not.toBeNull()
  })
})

describe('what has no due day', () => {
  const round = { id: 'r', title: 'The autumn round', opensOn: '2026-09-01', closesOn: '2026-09-29', itemIds: ['a'] }
  const ongoing = item('a', { dueOn: null, lastAnswerOn: '2026-06-01' })
  const at = (today: string, given = ongoing) => reasons(today, given, 'owner', { rounds: [round] })

  it('is never asked outside a round, nor called late', () => {
    for (let day = '2026-06-01'; day < '2026-09-01'; day = addDays(day, 1)) expect(reasons(day, ongoing)).toBeNull()
  })

  it('is asked when its round opens and counted back from its closing', () => {
    expect(at('2026-09-01')).toEqual(['The autumn round closes in 28 days'])
    expect(at('2026-09-15')).toEqual(['The autumn round closes in 14 days', 'no answer since 1 June 2026'])
    expect(at('2026-09-28')).toEqual(['The autumn round closes tomorrow', 'no answer since 1 June 2026'])
    expect(at('2026-09-30')).toBeNull()
  })

  it('is left alone once it was answered in the round', () => {
    expect(at('2026-09-15', { ...ongoing, lastAnswerOn: '2026-09-02' })).toBeNull()
  })

  it('is escalated before its round closes', () => {
    const notices = planReminders(input('2026-09-18', [ongoing], { rounds: [round] }))
    expect(to(notices, 'deputy')?.items[0]?.role).toBe('escalated')
  })

  it('asks once for a round that opened at the weekend', () => {
    const weekend = { ...round, opensOn: '2026-08-29', closesOn: '2026-09-30' }
    const days = ['2026-08-28', '2026-09-01', '2026-09-03']
    const asked = days.map((today) => reasons(today, ongoing, 'owner', { rounds: [weekend] }) !== null)
    expect(asked).toEqual([false, true, false])
  })
})

describe('the lead', () => {
  const visit = { kind: 'visit' as const, id: 'v', title: 'The 12-month review', on: '2026-07-14' }
  test.each([
    ['2026-06-16', 'visit in 28 days'],
    ['2026-07-13', 'visit tomorrow'],
    ['2026-07-15', undefined],
  ])('is told on %s: %s', (today, reason) => {
    const notice = to(planReminders(input(today, [], { dates: [visit] })), 'lead')
    expect(notice?.items[0]?.reasons[0]).toBe(reason)
  })
})

describe('a mail', () => {
  it('shows five in full, nearest first, and counts the rest', () => {
    const items = Array.from({ length: 14 }, (_, i) => item(`i${String(i).padStart(2, '0')}`))
    const sooner = item('sooner', { dueOn: '2026-06-22' })
    const [notice] = planReminders(input('2026-06-16', [...items, sooner], { lastPlannedOn: '2026-06-12' }))
    expect(notice!.subject).toBe('15 items to answer, nearest date 22 June 2026')
    expect(notice!.inFull.map((each) => each.id)).toEqual(['sooner', 'i00', 'i01', 'i02', 'i03'])
    expect(notice!.more).toBe(10)
  })

  it('counts each kind of thing in its subject', () => {
    const items = [
      item('a', { dueOn: '2026-06-30', answeringOwnerId: 'lead' }),
      item('b', { dueOn: '2026-06-30', answeringOwnerId: null }),
      item('c', { dueOn: '2026-06-25' }),
      item('d', { otherOwnerIds: ['lead'] }),
    ]
    const visit = { kind: 'visit' as const, id: 'v', title: 'Visit', on: '2026-06-24' }
    const notices = planReminders(input('2026-06-23', items, { dates: [visit] }))
    expect(to(notices, 'lead')!.subject).toBe(
      '1 item to answer, 1 item without an owner, 1 item nobody answers, 1 date to prepare for, 1 item for your information, nearest date 24 June 2026',
    )
  })

  it('says since when all of it is late, and leaves what people typed out of the subject', () => {
    const [notice] = planReminders(input('2026-07-01', [item('a', { title: 'X\r\nBcc: all@example.org' })]))
    expect(notice!.subject).toBe('1 item to answer, due since 30 June 2026')
  })
})

describe('laws', () => {
  const day = (span: number) => fc.nat(span).map((count) => addDays('2026-03-01', count))
  const ids = ['p1', 'p2', 'p3', 'lead']
  const id = fc.constantFrom(...ids)
  const anyPerson = (own: string) =>
    fc.record({
      id: fc.constant(own),
      name: fc.constant(`Name of ${own}`),
      frequency: fc.constantFrom('daily' as const, 'weekly' as const, 'off' as const),
      deputyId: fc.option(id),
      headOfServiceId: fc.option(id),
      leave: fc.array(
        day(120).map((from) => ({ from, to: addDays(from, 9) })),
        { maxLength: 2 },
      ),
    })
  const anyItem = (index: number) =>
    fc.record({
      kind: fc.constantFrom('recommendation' as const, 'action' as const, 'request' as const),
      id: fc.constant(`item-${index}`),
      title: fc.constant('A title'),
      dueOn: fc.option(day(160), { freq: 6 }),
      askedOn: fc.oneof(fc.constant('2026-01-01'), day(60)),
      lastAnswerOn: fc.option(day(60)),
      lastWords: fc.constant(null),
      answeringOwnerId: fc.option(id, { freq: 6 }),
      otherOwnerIds: fc.uniqueArray(id, { maxLength: 2 }),
    })
  const rounds = fc.array(
    fc.record({
      opens: day(100),
      length: fc.integer({ min: 1, max: 40 }),
      itemIds: fc.subarray(['item-0', 'item-1', 'item-2']),
    }),
    { maxLength: 2 },
  )
  const anyInput: fc.Arbitrary<ReminderInput> = fc.record({
    today: day(130),
    lastPlannedOn: fc.constant(null),
    calendar: fc.constant(calendar),
    policy: fc
      .constantFrom('off' as const, 'weekly' as const, 'daily' as const)
      .map((floor) => ({ ...defaultPolicy, floor })),
    people: fc.tuple(...ids.map(anyPerson)),
    leadId: fc.constant('lead'),
    items: fc.tuple(...Array.from({ length: 6 }, (_, index) => anyItem(index))),
    rounds: rounds.map((all) =>
      all.map(({ opens, length, itemIds }, i) => ({
        id: `round-${i}`,
        title: `Round ${i}`,
        opensOn: opens,
        closesOn: addDays(opens, length),
        itemIds,
      })),
    ),
    dates: fc.array(
      day(160).map((on) => ({ kind: 'visit' as const, id: 'visit', title: 'Visit', on })),
      { maxLength: 1 },
    ),
  })
  const everyItem = (notices: Notice[]): NoticeItem[] => notices.flatMap((notice) => notice.items)
  const runs = { numRuns: 400 }

  it('no mail on a day that is not worked, and never two to one person', () => {
    fc.assert(
      fc.property(anyInput, fc.nat(30), (given, outage) => {
        const notices = planReminders({ ...given, lastPlannedOn: addDays(given.today, -outage) })
        if (!isWorkingDay(given.today, calendar)) expect(notices).toEqual([])
        expect(new Set(notices.map((notice) => notice.personId)).size).toBe(notices.length)
        for (const { items, inFull, more } of notices) {
          expect(items.length).toBeGreaterThan(0)
          expect(new Set(items.map((each) => `${each.kind} ${each.id}`)).size).toBe(items.length)
          expect(inFull.length).toBeLessThanOrEqual(5)
          expect(inFull.length + more).toBe(items.length)
        }
      }),
      runs,
    )
  })

  it('the order of people, items and rounds changes nothing', () => {
    const mixed = anyInput.chain((given) => {
      const all = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length })
      return fc
        .tuple(all(given.people), all(given.items), all(given.rounds))
        .map(
          ([somePeople, items, someRounds]) =>
            [given, { ...given, people: somePeople, items, rounds: someRounds }] as const,
        )
    })
    fc.assert(
      fc.property(mixed, ([given, other]) => {
        expect(planReminders(other)).toEqual(planReminders(given))
      }),
      runs,
    )
  })

  it('planning a day again, after it was planned, gives the same plan', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        fc.pre(isWorkingDay(given.today, calendar))
        const usual = planReminders({ ...given, lastPlannedOn: addWorkingDays(given.today, -1, calendar) })
        expect(planReminders({ ...given, lastPlannedOn: given.today })).toEqual(usual)
        expect(planReminders({ ...given, lastPlannedOn: null })).toEqual(usual)
      }),
      runs,
    )
  })

  it('escalates before the date and never on or after it', () => {
    fc.assert(
      fc.property(anyInput, fc.nat(30), (given, outage) => {
        const notices = planReminders({ ...given, lastPlannedOn: addDays(given.today, -outage) })
        for (const each of everyItem(notices))
          if (each.role === 'escalated') {
            const source = given.items.find((one) => one.id === each.id)!
            const closings = given.rounds
              .filter((round) => round.itemIds.includes(each.id))
              .map((round) => round.closesOn)
            expect([source.dueOn, ...closings].some((date) => date !== null && given.today < date)).toBe(true)
            expect(each.silentSince).not.toBeNull()
          }
      }),
      runs,
    )
  })

  it('after an outage one mail makes up for all: whatever was to be asked of a daily reader is in it', () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 1, max: 20 }), (given, days) => {
        fc.pre(isWorkingDay(given.today, calendar))
        const steady = {
          ...given,
          policy: { ...given.policy, floor: 'daily' as const },
          people: given.people.map((each) => ({ ...each, leave: [] })),
          rounds: [],
          dates: [],
        }
        const first = addWorkingDays(given.today, -days, calendar)
        const missed: string[] = []
        for (let back = days - 1; back >= 0; back--) {
          const today = back === 0 ? given.today : addWorkingDays(given.today, -back, calendar)
          for (const each of planReminders({ ...steady, today }))
            missed.push(...each.items.filter((one) => one.role === 'asked').map((one) => `${each.personId} ${one.id}`))
        }
        const caughtUp = planReminders({ ...steady, lastPlannedOn: first })
        const made = caughtUp.flatMap((each) =>
          each.items.filter((one) => one.role === 'asked').map((one) => `${each.personId} ${one.id}`),
        )
        expect(new Set(made)).toEqual(new Set(missed))
        expect(new Set(caughtUp.map((each) => each.personId)).size).toBe(caughtUp.length)
      }),
      runs,
    )
  })

  it('nobody is asked for what has no due day and is in no round', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const undated = {
          ...given,
          items: given.items.map((each) => ({ ...each, dueOn: null })),
          rounds: [],
          dates: [],
        }
        expect(planReminders(undated)).toEqual([])
      }),
      runs,
    )
  })

  it('nothing goes unchased: between asking and the date, an open item reaches somebody', () => {
    fc.assert(
      fc.property(anyInput, anyItem(0), day(60), (given, one, dueFrom) => {
        const dueOn = addDays(dueFrom, 40)
        const open = { ...one, dueOn, askedOn: '2026-01-01', lastAnswerOn: null }
        const reached = new Set<string>()
        for (let today = addDays(dueOn, -35); today < dueOn; today = addDays(today, 1))
          for (const notice of planReminders({ ...given, today, items: [open], rounds: [], dates: [] }))
            reached.add(notice.personId)
        expect(reached.size).toBeGreaterThan(0)
      }),
      { numRuns: 100 },
    )
  })
})
