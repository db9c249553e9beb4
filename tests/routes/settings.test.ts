/** What the council decides for itself: small pages, each checked with all that stands, each change one entry. */
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeCouncil, makePerson } from '#db/factories'
import { auditEntries, councils } from '#db/schema'
import * as index from '~/routes/settings._index/route'
import * as calendar from '~/routes/settings.calendar/route'
import * as council from '~/routes/settings.council/route'
import * as reminders from '~/routes/settings.reminders/route'
import * as words from '~/routes/settings.words/route'
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

describe('the council’s settings', () => {
  it('are a list of small pages, each of which opens', async () => {
    const { data } = await browser.open(index, '/settings')
    expect(data.pages.map(({ title }: { title: string }) => title)).toEqual([
      'Council',
      'Calendar',
      'Words',
      'Reminders',
    ])
    for (const page of [council, calendar, words, reminders])
      expect((await browser.open(page, '/settings/any')).status).toBe(200)
  })

  it('are changed a page at a time, with one entry that says what was and what is, and none for no change', async () => {
    const given = { nation: 'scotland', 'workingWeekdays[]': ['0', '1'] }
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
    await browser.send(reminders, '/settings/reminders', { answerLinks: 'no', mailFloor: 'daily' })
    expect(await standing()).toMatchObject({ categoryLabels: { 1: 'Done' }, answerLinks: false, mailFloor: 'daily' })
    expect(await entries()).toHaveLength(3)
  })

  it('refuse a week without working days and two categories of one name', async () => {
    const week = await browser.send(calendar, '/settings/calendar', { nation: 'scotland', 'workingWeekdays[]': [] })
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
