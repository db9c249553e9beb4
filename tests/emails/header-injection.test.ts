/** No CR or LF of any field becomes a header, and no mail ever has a second recipient. `MAIL_PAYLOADS=5000` runs all. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Message } from '#emails/message'
import { writeMessage } from '#emails/message'
import { closeTransport, deliver, newMessageId, openTransport } from '#emails/transport'
import { openMailbox, type Mailbox } from '#tests/support/mailbox'

const runs = Number(process.env.MAIL_PAYLOADS ?? 400)
let mailbox: Mailbox

beforeAll(async () => {
  mailbox = await openMailbox()
  openTransport({ smtpUrl: mailbox.url, from: 'Holdfast <plan@council.example>' })
})
afterAll(async () => {
  closeTransport()
  await mailbox.close()
})

const lineEnds = [
  '\r\n',
  '\n',
  '\r',
  '\u2028',
  '\u2029',
  '\u0085',
  '\v',
  '\f',
  '\0',
  '\r\n\r\n',
  '%0d%0a',
  '=0D=0A',
  '\\r\\n',
  '\r\n ',
  '\n\t',
]
const headers = [
  'Bcc: thief@example.net',
  'To: thief@example.net',
  'Cc: thief@example.net, other@example.net',
  'Subject: changed',
  'Content-Type: text/html',
  'X-Extra: yes',
  'Return-Path: <thief@example.net>',
  'RCPT TO:<thief@example.net>',
  '.\r\nMAIL FROM:<thief@example.net>',
  '=?utf-8?B?DQpCY2M6IHRoaWVmQGV4YW1wbGUubmV0?=',
  '<thief@example.net>',
  '"thief@example.net" <pat@example.org>',
  'DATA',
  '\u00e9\u{1F600}'.repeat(40),
]
const payload = fc
  .array(
    fc.oneof(fc.constantFrom(...lineEnds), fc.constantFrom(...headers), fc.string({ unit: 'grapheme', maxLength: 40 })),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''))

const messagesWith = (text: string): Message[] => [
  {
    kind: 'reminder',
    subject: text,
    personName: text,
    councilName: text,
    items: [
      {
        title: text,
        reasons: [text],
        note: text,
        lastWords: { words: text, on: '1 March 2026', by: text },
        ask: { what: 'Answer:', url: 'https://plan.council.example/a/x' },
      },
    ],
    more: 0,
    answerAllUrl: null,
    homeUrl: 'https://plan.council.example/',
    linksUntil: null,
    answered: [{ title: text, answer: text, words: text, on: '1 March 2026', undoUrl: null }],
  },
  {
    kind: 'invitation',
    personName: text,
    councilName: text,
    invitedBy: text,
    roleWords: text,
    signInUrl: 'https://plan.council.example/sign-in',
  },
  {
    kind: 'date-asked-for',
    personName: text,
    askedBy: text,
    title: text,
    dueOn: text,
    askedFor: text,
    why: text,
    url: 'https://plan.council.example/',
  },
  {
    kind: 'handed-on',
    personName: text,
    from: text,
    to: text,
    known: false,
    toReader: false,
    title: text,
    dueOn: null,
    why: text,
    url: 'https://plan.council.example/',
  },
]

const expectedHeaders = [
  'auto-submitted',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'subject',
  'to',
]

describe('what a person typed', () => {
  it('adds no header and no recipient to any mail', async () => {
    let tried = 0
    const property = fc.asyncProperty(payload, fc.nat(3), async (text, which) => {
      tried++
      const mail = writeMessage(messagesWith(text)[which]!)
      expect(mail.html).not.toMatch(/<(script|img|iframe)/i)
      const delivery = await deliver({ ...mail, to: 'pat@example.org', messageId: newMessageId('council.example') })
      expect(delivery.state).toBe('sent')
      const [received] = mailbox.mails.splice(0)
      expect(received!.to).toEqual(['pat@example.org'])
      expect(received!.from).toBe('plan@council.example')
      const names = received!.parsed.headers.map(({ key }) => key).sort()
      // A subject of nothing but spaces is left out by the mailer.
      expect(names).toEqual(expectedHeaders.filter((name) => name !== 'subject' || names.includes(name)))
      expect(received!.parsed.to).toEqual([{ address: 'pat@example.org', name: '' }])
      expect(received!.parsed.from?.address).toBe('plan@council.example')
      expect(received!.parsed.cc ?? []).toEqual([])
      expect(received!.parsed.bcc ?? []).toEqual([])
    })
    await fc.assert(property, { numRuns: runs, seed: 20260302 })
    expect(tried).toBeGreaterThanOrEqual(runs)
  }, 600_000)

  it('is never taken for an address', async () => {
    const property = fc.asyncProperty(payload, fc.constantFrom('', 'pat@example.org'), async (text, before) => {
      const to = `${before}${text}`
      const delivery = await deliver({
        ...writeMessage(messagesWith('x')[1]!),
        to,
        messageId: newMessageId('council.example'),
      })
      const received = mailbox.mails.splice(0)
      if (delivery.state === 'sent') expect(received.map((mail) => mail.to)).toEqual([[to]])
      else expect(received).toEqual([])
    })
    await fc.assert(property, { numRuns: runs, seed: 20260303 })
  }, 600_000)
})
