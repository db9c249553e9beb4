/**
 * The way out, for every mail: one pooled SMTP connection set a process. Without a mail server (in the demo always)
 * nothing leaves. One recipient each, by our own strict rule of what an address is; no header carries anything that a
 * person typed. Delivering never throws: what became of a mail is a value, in words.
 */
import { randomUUID } from 'node:crypto'
import nodemailer from 'nodemailer'
import { isEmailAddress } from '~/domain/email-address'
import { writeMessage, type MailText, type Message } from './message'

export type Mail = MailText & {
  to: string
  /** Fixed before the first try: a copy sent again can be told by it. */ messageId: string
}
export type Delivery = {
  /** kept: nothing leaves from here. refused: for good. failed: worth trying again. unreachable: so is any other mail. */
  state: 'sent' | 'kept' | 'refused' | 'failed' | 'unreachable'
  words: string
}
export type TransportSettings = {
  smtpUrl: string | undefined
  /** "Holdfast <holdfast@council.example>" */
  from: string
  connections?: number
  /** How long a silent server is waited for. */
  patienceMs?: number
}

type Pool = ReturnType<typeof openPool>
let current: { settings: TransportSettings; pool: Pool | null } | undefined

export function openTransport(settings: TransportSettings): void {
  closeTransport()
  current = { settings, pool: settings.smtpUrl === undefined ? null : openPool(settings, settings.smtpUrl) }
}

export function closeTransport(): void {
  current?.pool?.close()
  current = undefined
}

function openPool({ connections = 5, patienceMs = 20_000 }: TransportSettings, smtpUrl: string) {
  const url = new URL(smtpUrl)
  const secure = url.protocol === 'smtps:'
  const user = decodeURIComponent(url.username)
  return nodemailer.createTransport({
    pool: true,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    // Where a password goes over the network, it goes encrypted or not at all.
    requireTLS: !secure && user !== '',
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }),
    maxConnections: connections,
    maxMessages: 500,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    dnsTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

/** `domain` is where people reach us. */
export const newMessageId = (domain: string, id: string = randomUUID()): string =>
  `<${id}@${/^[a-z0-9.-]+$/i.test(domain) ? domain : 'localhost'}>`

const messageIdPattern = /^<[a-z0-9.-]+@[a-z0-9.-]+>$/i

/** Our own subjects hold no line ends; should one ever, it becomes a space, and no header begins there. */
const headerText = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 250)

export async function deliver(mail: Mail): Promise<Delivery> {
  if (!current) throw new Error('The transport is not open: a process opens it before anything else.')
  const { pool, settings } = current
  if (!isEmailAddress(mail.to)) return { state: 'refused', words: 'Not sent: that is not an address we send to.' }
  if (!messageIdPattern.test(mail.messageId)) throw new Error('A mail needs a message id of our own making.')
  if (pool === null) return { state: 'kept', words: 'Kept here and not sent: no mail server is set.' }
  try {
    const sent = await pool.sendMail({
      from: settings.from,
      to: { name: '', address: mail.to },
      // Said by ourselves, so that no header is ever read to find the recipient.
      envelope: { from: senderOf(settings.from), to: [mail.to] },
      messageId: mail.messageId,
      subject: headerText(mail.subject),
      text: mail.text,
      html: mail.html,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    return { state: 'sent', words: `Accepted by the mail server: ${answerOf(sent.response)}` }
  } catch (error) {
    return failureOf(error as SmtpError)
  }
}

/** A mail that is asked for on the spot and is nobody's notice: a sign-in code. Kept nowhere. */
export function sendNow(message: Message, to: string): Promise<Delivery> {
  const domain = senderOf(current?.settings.from ?? '').split('@')[1] ?? 'localhost'
  return deliver({ ...writeMessage(message), to, messageId: newMessageId(domain) })
}

const senderOf = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim()

type SmtpError = Error & { code?: string; responseCode?: number; response?: string; command?: string }
const answerOf = (response: string): string => headerText(response).slice(0, 200)

/** 5xx to the recipient or the mail is for good; 4xx, and all that happens on the way to the server, passes. */
function failureOf(error: SmtpError): Delivery {
  const said = error.response === undefined ? error.message : error.response
  const words = answerOf(said)
  const { responseCode: code, command } = error
  const aboutTheMail =
    /^(MAIL|RCPT|DATA|API)/.test(command ?? '') || error.code === 'EENVELOPE' || error.code === 'EMESSAGE'
  if (code !== undefined && code >= 500 && aboutTheMail)
    return { state: 'refused', words: `Refused by the mail server: ${words}` }
  if (code !== undefined && aboutTheMail) return { state: 'failed', words: `Put off by the mail server: ${words}` }
  return { state: 'unreachable', words: `The mail server could not be used: ${words}` }
}
