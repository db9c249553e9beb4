/** What the council decides for itself: small pages, each checked with all that stands, each change one entry. */
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeCouncil, makePerson } from '#db/factories'
import { auditEntries, councils } from '#db/schema'
import * as index from '~/routes/settings._index/route'
import * as calendar from '~/routes/settings.calendar/route'
import * as council from '~/routes/settings.council/route'
import * as reminders from '~/routes/settings.reminders/route'
import * as marking from '~/routes/settings.marking/route'
import * as words from '~/routes/settings.words/route'
import { openZip } from '~/documents/zip-parts'
import { writeLetter } from '~/documents/write-letter'
import { letterText, queryLetter } from '~/domain/query-letter'
import { policyOf } from '~/domain/reminder-policy'
import { useLiveApp, type Browser } from '#tests/support/live-app'
import { signedInBrowser } from '#tests/support/signed-in-browser'

const app = useLiveApp()
let councilId: string
let browser: Browser
const into = () => app().into
const standing = async () => (await into().select().from(councils).where(eq(councils.id, councilId)))[0]!
const entries = () => into().select().from(auditEntries).where(eq(auditEntries.thingId, councilId))
const fieldsOf = ({ data }: { data: { refusals: { field?: string }[] } }) => data.refusals.map(({ field }) => field)

beforeAll(async () => {
  councilId = (await makeCouncil(into(), { name: 'Northam' })).id
  browser = await signedInBrowser(app(), await makePerson(into(), { councilId, role: 'administrator' }))
})

const rules = {
  askBefore: '28, 14, 7, 1',
  lateEvery: '7',
  quietDays: '3',
  tellDeputy: '10',
  tellHead: '5',
  tellLead: '2',
}

describe('the council’s settings', () => {
  it('are a list of small pages, each of which opens', async () => {
    const { data } = await browser.open(index, '/settings')
    expect(data.pages.map(({ title }: { title: string }) => title)).toEqual([
      'Council',
      'Calendar',
      'Words',
      'Reminders',
      'Records',
      'Information requests',
      'Everything out',
      'Marking',
      'Record of changes',
    ])
    for (const page of [council, calendar, words, reminders, marking])
      expect((await browser.open(page, '/settings/any')).status).toBe(200)
  })

  it('are changed a page at a time, with one entry that says what was and what is, and none for no change', async () => {
    const given = { nation: 'scotland', 'workingWeekdays[]': ['0', '1'], financialYearStartsIn: '4' }
    expect((await browser.send(calendar, '/settings/calendar', given)).location).toBe('/settings')
    expect(await standing()).toMatchObject({ name: 'Northam', nation: 'scotland', workingWeekdays: [0, 1] })
    expect(await entries()).toMatchObject([
      {
        action: 'settings changed',
        before: { nation: 'england-and-wales', workingWeekdays: [0, 1, 2, 3, 4] },
        after: { nation: 'scotland', workingWeekdays: [0, 1] },
      },
    ])
    await browser.send(calendar, '/settings/calendar', given)
    expect(await entries()).toHaveLength(1)
    await browser.send(words, '/settings/words', { label1: 'Done', label2: '', label3: '', label4: '' })
    await browser.send(reminders, '/settings/reminders', {
      answerLinks: 'no',
      mailFloor: 'daily',
      ...rules,
      askBefore: '21, 7 and 1',
    })
    expect(await standing()).toMatchObject({ categoryLabels: { 1: 'Done' }, answerLinks: false, mailFloor: 'daily' })
    expect(await entries()).toHaveLength(3)
  })

  it('say when people are asked, and refuse days that make no sense', async () => {
    const send = (more: object) =>
      browser.send(reminders, '/settings/reminders', { answerLinks: 'yes', mailFloor: 'weekly', ...rules, ...more })
    for (const [more, field] of [
      [{ askBefore: '' }, 'askBefore'],
      [{ askBefore: '14, often' }, 'askBefore'],
      [{ askBefore: '7, 7' }, 'askBefore'],
      [{ askBefore: '91' }, 'askBefore'],
      [{ lateEvery: '0' }, 'lateEvery'],
      [{ quietDays: '' }, 'quietDays'],
      [{ tellDeputy: '28' }, 'tellDeputy'],
      [{ tellHead: '11' }, 'tellHead'],
      [{ tellLead: '6' }, 'tellLead'],
    ] as const) {
      const answer = await send(more)
      expect([answer.status, fieldsOf(answer)], JSON.stringify(more)).toEqual([400, [field]])
      expect(answer.data.typed).toMatchObject(more)
    }
    await send({ askBefore: '20, 10', tellDeputy: '9' })
    expect(policyOf(await standing())).toMatchObject({
      askBefore: [20, 10],
      escalateBefore: [
        { to: 'deputy', days: 9 },
        { to: 'head-of-service', days: 5 },
        { to: 'lead', days: 2 },
      ],
    })
  })

  it('put a marking on what leaves, one of the usual or the council’s own words', async () => {
    const send = (form: Record<string, string>) => browser.send(marking, '/settings/marking', form)
    expect(fieldsOf(await send({ marking: 'own', ownMarking: '' }))).toEqual(['ownMarking'])
    await send({ marking: 'own', ownMarking: ' For   officers only ' })
    expect((await standing()).marking).toBe('For officers only')
    await send({ marking: 'OFFICIAL', ownMarking: '' })
    expect((await standing()).marking).toBe('OFFICIAL')
    const letter = queryLetter({
      council: 'Northam',
      assessors: [],
      body: 'A body',
      review: 'the review',
      reportedOn: null,
      projectNumber: null,
      questions: [{ elements: [], message: 'Which is right?' }],
      signedBy: null,
      on: '2027-04-03',
      marking: 'OFFICIAL',
    })
    expect(letterText(letter!).startsWith('OFFICIAL\n\n3 April 2027')).toBe(true)
    const word = openZip(await writeLetter(letter!))
    const head = word.names.find((name) => /header\d*\.xml$/.test(name))!
    expect(new TextDecoder().decode(word.read(head)!)).toContain('OFFICIAL')
    await send({ marking: 'none', ownMarking: '' })
    expect((await standing()).marking).toBe(null)
  })

  it('refuse a week without working days and two categories of one name', async () => {
    const week = await browser.send(calendar, '/settings/calendar', {
      nation: 'scotland',
      'workingWeekdays[]': [],
      financialYearStartsIn: '4',
    })
    expect([week.status, fieldsOf(week)]).toEqual([400, ['workingWeekdays']])
    const twice = await browser.send(words, '/settings/words', {
      label1: 'On track',
      label2: '',
      label3: '',
      label4: '',
    })
    expect([twice.status, fieldsOf(twice)]).toEqual([400, ['label2']])
  })
})
