/** A real SMTP server on loopback that keeps every mail as it came, with its envelope. */
import { once } from 'node:events'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'

export type ReceivedMail = { from: string; to: string[]; raw: string; parsed: Email }
export type Answer = { code: number; words: string } | null
export type Mailbox = {
  url: string
  port: number
  mails: ReceivedMail[]
  /** How many mails have been accepted; with `count` only, nothing is kept. */
  accepted: () => number
  /** Decides on each recipient and each mail; null accepts. */
  answerTo: { recipient: (address: string) => Answer; mail: () => Answer | Promise<Answer> }
  close: () => Promise<void>
}

function smtpError({ code, words }: { code: number; words: string }): Error {
  return Object.assign(new Error(words), { responseCode: code })
}

export async function openMailbox(options: { port?: number; keep?: boolean } = {}): Promise<Mailbox> {
  const mails: ReceivedMail[] = []
  const answerTo: Mailbox['answerTo'] = { recipient: () => null, mail: () => null }
  let accepted = 0
  const envelopeOf = ({ envelope }: SMTPServerSession) => ({
    from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
    to: envelope.rcptTo.map(({ address }) => address),
  })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address }, _session, callback) {
      const answer = answerTo.recipient(address)
      callback(answer && smtpError(answer))
    },
    onData(stream, session, callback) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => options.keep !== false && parts.push(part))
      stream.on('end', async () => {
        const answer = await answerTo.mail()
        if (answer) return callback(smtpError(answer))
        accepted++
        if (options.keep !== false) {
          const raw = Buffer.concat(parts).toString('utf8')
          mails.push({ ...envelopeOf(session), raw, parsed: await PostalMime.parse(raw) })
        }
        callback()
      })
    },
  })
  // A client that goes away in the middle of a mail is what some tests are about.
  server.on('error', () => {})
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    mails,
    accepted: () => accepted,
    answerTo,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}
