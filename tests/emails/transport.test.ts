import { createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeTransport, deliver, newMessageId, openTransport, sendNow, type Mail } from '#emails/transport'
import { openMailbox, type Mailbox } from '#tests/support/mailbox'

let mailbox: Mailbox
const mail = (change: Partial<Mail> = {}): Mail => ({
  to: 'pat@example.org',
  messageId: newMessageId('holdfast.example'),
  subject: '2 items to answer',
  text: 'Two things.\n',
  html: '<p>Two things.</p>',
  ...change,
})

beforeEach(async () => {
  mailbox = await openMailbox()
  openTransport({ smtpUrl: mailbox.url, from: 'Holdfast <plan@council.example>', patienceMs: 2000 })
})
afterEach(async () => {
  closeTransport()
  await mailbox.close()
})

describe('the transport', () => {
  it('sends a mail with its plain-text twin to one recipient', async () => {
    const given = mail()
    const delivery = await deliver(given)
    expect(delivery.state).toBe('sent')
    const [received] = mailbox.mails
    expect(received).toMatchObject({ from: 'plan@council.example', to: ['pat@example.org'] })
    expect(received!.parsed).toMatchObject({ subject: given.subject, messageId: given.messageId })
    expect(received!.parsed.text?.trim()).toBe('Two things.')
    expect(received!.parsed.html).toContain('<p>Two things.</p>')
  })

  it('sends a sign-in code without any link in it', async () => {
    expect(await sendNow({ kind: 'sign-in-code', code: '314159', minutes: 10 }, 'pat@example.org')).toMatchObject({
      state: 'sent',
    })
    const { text, html, subject } = mailbox.mails[0]!.parsed
    expect(text).toContain('314159')
    expect(html).toContain('314159')
    expect(subject).not.toContain('314159')
    expect(`${text}${html}`).not.toMatch(/https?:\/\//)
  })

  it('keeps every mail where no mail server is set', async () => {
    openTransport({ smtpUrl: undefined, from: 'Holdfast <plan@council.example>' })
    expect(await deliver(mail())).toEqual({
      state: 'kept',
      words: 'Kept here and not sent: no mail server is set.',
    })
    expect(mailbox.mails).toEqual([])
  })

  it('calls a mail refused for good when the server says so, and put off when it says later', async () => {
    mailbox.answerTo.recipient = (address) =>
      address.startsWith('gone')
        ? { code: 550, words: 'No such mailbox' }
        : address.startsWith('full')
          ? { code: 452, words: 'Mailbox full' }
          : null
    expect(await deliver(mail({ to: 'gone@example.org' }))).toMatchObject({
      state: 'refused',
      words: expect.stringContaining('No such mailbox'),
    })
    expect(await deliver(mail({ to: 'full@example.org' }))).toMatchObject({ state: 'failed' })
    mailbox.answerTo.mail = () => ({ code: 451, words: 'Try later' })
    expect(await deliver(mail())).toMatchObject({ state: 'failed' })
    mailbox.answerTo.mail = () => ({ code: 554, words: 'Looks like spam' })
    expect(await deliver(mail())).toMatchObject({ state: 'refused' })
    mailbox.answerTo.mail = () => null
    expect(await deliver(mail())).toMatchObject({ state: 'sent' })
  })

  it('says that the server cannot be reached, and sends again once it can', async () => {
    const { port } = mailbox
    await mailbox.close()
    expect(await deliver(mail())).toMatchObject({ state: 'unreachable' })
    mailbox = await openMailbox({ port })
    expect(await deliver(mail())).toMatchObject({ state: 'sent' })
  })

  it('waits for a silent server only so long', async () => {
    const silent = createServer(() => {})
    await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening))
    const { port } = silent.address() as { port: number }
    openTransport({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'plan@council.example', patienceMs: 300 })
    expect(await deliver(mail())).toMatchObject({ state: 'unreachable' })
    closeTransport()
    silent.close()
  })

  it('refuses what is not one plain address', async () => {
    const odd = [
      '',
      'pat',
      'pat@localhost',
      '"pat example"@example.org',
      'pat@example.org, sam@example.org',
      'pat@example.org\r\nBcc: sam@example.org',
      'Pat <pat@example.org>',
      'pat@[127.0.0.1]',
      'pat@127.0.0.1',
      'pat@example.org;sam@example.org',
      'PAT@example.org',
    ]
    for (const to of odd) expect(await deliver(mail({ to })), to).toMatchObject({ state: 'refused' })
    expect(mailbox.mails).toEqual([])
  })
})
