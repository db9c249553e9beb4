/** The mailbox: who may see it, what it shows, and that a mail's HTML can do nothing here. */
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import * as make from '#db/factories'
import { notices } from '#db/schema'
import * as mailHtml from '~/routes/mail.$id.html/route'
import * as mailItem from '~/routes/mail.$id._index/route'
import * as mailbox from '~/routes/mail._index/route'
import { useCouncilApp, type RouteArgs } from '#tests/support/council-app'
import { councilWithReminders, monday } from '#tests/support/plan-of-reminders'

const app = useCouncilApp()

async function councilWithMail() {
  const council = await councilWithReminders(app().into)
  const [notice] = await app()
    .into.insert(notices)
    .values({
      councilId: council.councilId,
      personId: council.pat.id,
      address: council.pat.email,
      kind: 'reminder',
      day: monday,
      subject: '1 item to answer',
      text: 'Hello\n',
      html: '<p>Hello</p>',
      messageId: '<one@plans.example>',
      state: 'kept',
      delivery: 'Kept here and not sent: no mail server is set.',
    })
    .returning()
  return { ...council, notice: notice! }
}
const call = async (handler: (args: never) => unknown, args: RouteArgs) => {
  try {
    return await handler(args as never)
  } catch (thrown) {
    return thrown
  }
}

describe('the mailbox', () => {
  it('shows the lead every mail with its state in words', async () => {
    const { lead, notice, councilId } = await councilWithMail()
    const list = await mailbox.loader(await app().ask(lead.id, '/mail'))
    expect(list).toMatchObject({ total: 1, mails: [{ id: notice.id, to: 'Pat Owner', stateWords: 'Kept here' }] })
    const args = await app().ask(lead.id, `/mail/${notice.id}`, { params: { id: notice.id } })
    expect(await mailItem.loader(args)).toMatchObject({ subject: '1 item to answer', text: 'Hello\n' })
    await app().into.delete(notices).where(eq(notices.councilId, councilId))
    expect(await mailbox.loader(await app().ask(lead.id, '/mail?page=-3'))).toMatchObject({ total: 0, page: 1 })
  })

  it('is not for owners and members, and another council’s mail does not exist', async () => {
    const { pat, notice } = await councilWithMail()
    const other = await councilWithMail()
    const member = await make.makePerson(app().into, { councilId: other.councilId, role: 'member' })
    for (const personId of [pat.id, member.id])
      expect(await call(mailbox.loader as never, await app().ask(personId, '/mail'))).toMatchObject({ status: 403 })
    for (const loader of [mailItem.loader, mailHtml.loader]) {
      const args = await app().ask(other.lead.id, `/mail/${notice.id}`, { params: { id: notice.id } })
      expect(await call(loader as never, args)).toMatchObject({ status: 404 })
    }
  })

  it('gives the HTML as a document of its own that can run nothing', async () => {
    const { lead, notice } = await councilWithMail()
    const answer = await mailHtml.loader(await app().ask(lead.id, '/mail', { params: { id: notice.id } }))
    const policy = answer.headers.get('Content-Security-Policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain('sandbox')
    expect(policy).not.toMatch(/script-src|allow-scripts|allow-forms|allow-same-origin/)
    expect(await answer.text()).toBe('<p>Hello</p>')
  })
})
