/**
 * Sends what waits in one council: claims a batch, works out each mail as things stand now, sends it outside any
 * transaction, and records at once what the mail server said. Killed in between, the mail is sent again later with the
 * same message id. Tokens of links are made here and only their hashes kept.
 */
import { createHash, randomBytes } from 'node:crypto'
import { gatherWrites } from '#db/gather-writes'
import { inCouncil, type CouncilScope, type Tx } from '#db/in-council'
import { insertAnswerLinks, listLastReminders, listLinkAnswersOf, type NewAnswerLink } from '#db/queries/answer-links'
import { readAskedItems, type AskedItem } from '#db/queries/asked-items'
import { getCouncil } from '#db/queries/councils'
import { claimNotices, recordResults, type NoticeResult, type NoticeRow } from '#db/queries/notices'
import { listActivePeople, type ActivePerson } from '#db/queries/reminders'
import { writeMessage, type MailText } from '#emails/message'
import type { ReminderLine } from '#emails/reminder'
import { deliver, type Delivery } from '#emails/transport'
import { linkUntil } from '~/domain/answer-link'
import { addDays, formatDate } from '~/domain/dates'
import { todayInLondon, instantInLondon } from '~/domain/london-time'
import { nextTry } from '~/domain/mail-retry'
import { linkAnswerLabels } from '~/domain/reminder-answer'
import { mostInFull, noticeFor } from '~/domain/reminder-notice'
import { stillAsked } from '~/domain/reminder-recheck'
import type { NoticeItem } from '~/domain/reminder-notice'
import { paths } from '~/paths'

export type SendOptions = {
  /** Where people reach us: every address in a mail begins with it. */
  baseUrl: URL
  most?: number
  lanes?: number
  /** After which a worker that took mails and was not heard of again is given up. */
  leaseSeconds?: number
}
export type SentBatch = { claimed: number; sent: number; unreachable: boolean }

type Written = { notice: NoticeRow; mail: MailText & { to: string }; kept: Pick<NoticeResult, 'text' | 'html'> }
type Prepared = { send: Written[]; needless: { id: string; delivery: string }[] }

export async function sendNotices(scope: CouncilScope, options: SendOptions, now: Date): Promise<SentBatch> {
  const { baseUrl, most = 200, lanes = 10, leaseSeconds = 15 * 60 } = options
  const until = new Date(now.getTime() + leaseSeconds * 1000)
  const { send, needless } = await inCouncil(scope, async (tx) => {
    const claimed = await claimNotices(scope, tx, { now, until, most })
    const prepared = await prepare(scope, tx, claimed, baseUrl, now)
    await recordResults(
      scope,
      tx,
      prepared.needless.map(({ id, delivery }) => ({ id, result: { state: 'not-needed', delivery } })),
    )
    return prepared
  })
  const waiting = [...send]
  const record = gatherWrites<{ id: string; result: NoticeResult }>((results) =>
    inCouncil(scope, (tx) => recordResults(scope, tx, results)),
  )
  let sent = 0
  let unreachable = false
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const delivery = unreachable
        ? ({ state: 'unreachable', words: 'The mail server could not be used.' } satisfies Delivery)
        : await deliver({ ...next.mail, messageId: next.notice.messageId })
      unreachable ||= delivery.state === 'unreachable'
      if (delivery.state === 'sent' || delivery.state === 'kept') sent++
      const result = resultOf(next, delivery, now)
      await record({ id: next.notice.id, result })
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return { claimed: send.length + needless.length, sent, unreachable }
}

function resultOf({ notice, mail, kept }: Written, delivery: Delivery, now: Date): NoticeResult {
  const asSent = { subject: mail.subject, address: mail.to, ...kept }
  if (delivery.state === 'sent' || delivery.state === 'kept')
    return { state: delivery.state, delivery: delivery.words, sentAt: now, ...asSent }
  if (delivery.state === 'refused') return { state: 'refused', delivery: delivery.words, ...asSent }
  const again = nextTry({ ...notice, unreachable: delivery.state === 'unreachable' }, now)
  return again === null
    ? { state: 'refused', delivery: `Given up after three days. ${delivery.words}`, ...asSent }
    : { state: 'waiting', delivery: delivery.words, tryAfter: again }
}

async function prepare(scope: CouncilScope, tx: Tx, claimed: NoticeRow[], baseUrl: URL, now: Date): Promise<Prepared> {
  if (claimed.length === 0) return { send: [], needless: [] }
  const reminders = claimed.filter(({ kind }) => kind === 'reminder')
  const readers = reminders.map(({ personId }) => personId!)
  const [council, items, lastMails, answers] = await Promise.all([
    getCouncil(scope, tx),
    readAskedItems(
      scope,
      tx,
      reminders.flatMap((notice) => notice.items),
    ),
    listLastReminders(scope, tx, readers),
    listLinkAnswersOf(scope, tx, readers, new Date(now.getTime() - 60 * 86_400_000)),
  ])
  const concerned = [
    ...claimed.map(({ personId }) => personId),
    ...reminders.flatMap((notice) => notice.items.map(({ insteadOfId }) => insteadOfId)),
    ...[...items.values()].flatMap((item) => item.owners.map(({ personId }) => personId)),
  ].filter((id) => id !== null)
  const [byId, answeredItems] = await Promise.all([
    listActivePeople(scope, tx, [...new Set(concerned)]),
    readAskedItems(
      scope,
      tx,
      answers.map(({ actionId, recommendationId }) =>
        actionId === null ? { kind: 'recommendation', id: recommendationId } : { kind: 'action', id: actionId },
      ),
    ),
  ])
  const lastSent = new Map(lastMails.map(({ personId, sentAt }) => [personId, sentAt]))
  const facts: Facts = { council, people: byId, items, answers, answeredItems, lastSent, baseUrl, now }
  const send: Written[] = []
  const needless: Prepared['needless'] = []
  const links: NewAnswerLink[] = []
  for (const notice of claimed) {
    const person = notice.personId === null ? undefined : byId.get(notice.personId)
    if (person === undefined) {
      needless.push({ id: notice.id, delivery: 'Not sent: the person is no longer in the council’s plan.' })
      continue
    }
    const written = notice.kind === 'reminder' ? writeReminderOf(notice, person, facts) : asItStands(notice, person)
    if (written === null) {
      needless.push({ id: notice.id, delivery: 'Not sent: everything in it had been answered meanwhile.' })
      continue
    }
    links.push(...written.links)
    send.push(written)
  }
  await insertAnswerLinks(scope, tx, links)
  return { send, needless }
}

type Facts = {
  council: Awaited<ReturnType<typeof getCouncil>>
  people: ReadonlyMap<string, ActivePerson>
  items: ReadonlyMap<string, AskedItem>
  answers: Awaited<ReturnType<typeof listLinkAnswersOf>>
  answeredItems: ReadonlyMap<string, AskedItem>
  lastSent: ReadonlyMap<string | null, Date | null>
  baseUrl: URL
  now: Date
}
type WithLinks = Written & { links: NewAnswerLink[] }

const asItStands = (notice: NoticeRow, person: ActivePerson): WithLinks => ({
  notice,
  mail: { subject: notice.subject, text: notice.text, html: notice.html, to: person.email },
  kept: {},
  links: [],
})

function writeReminderOf(notice: NoticeRow, person: ActivePerson, facts: Facts): WithLinks | null {
  const { baseUrl, now, council } = facts
  const today = todayInLondon(now)
  const nameOf = (personId: string) => facts.people.get(personId)?.name ?? null
  const left = notice.items.flatMap((asked) => {
    const item = facts.items.get(`${asked.kind} ${asked.id}`)
    return (item && stillAsked(asked, item, { plannedOn: notice.day, today, nameOf })) ?? []
  })
  if (left.length === 0) return null
  const { subject, items, inFull, more } = noticeFor(person.id, today, left)
  const tokens: string[] = []
  const links: NewAnswerLink[] = []
  const until = linkUntil(today)
  const url = (path: string) => new URL(path, baseUrl).href
  const newLink = (of: Pick<NewAnswerLink, 'kind'> & Partial<NewAnswerLink>): string => {
    const token = randomBytes(32).toString('base64url')
    tokens.push(token)
    links.push({
      ...of,
      tokenHash: createHash('sha256').update(token).digest('base64url'),
      personId: person.id,
      noticeId: notice.id,
      expiresAt: instantInLondon(addDays(until, 1)),
    })
    return token
  }
  const ownerOf = new Map(notice.items.map((asked) => [`${asked.kind} ${asked.id}`, asked.ownerId]))
  const answerToken = (item: NoticeItem): string =>
    newLink({
      kind: 'answer',
      recommendationId: facts.items.get(`${item.kind} ${item.id}`)?.recommendationId ?? null,
      actionId: item.kind === 'action' ? item.id : null,
      requestId: item.kind === 'request' ? item.id : null,
      ownerId: ownerOf.get(`${item.kind} ${item.id}`) ?? null,
    })
  const mayAnswer = (item: NoticeItem) => council.answerLinks && item.role === 'asked' && item.kind !== 'visit'
  const lines = inFull.map((item): ReminderLine => {
    const ask = mayAnswer(item)
      ? { what: 'How does it stand? Answer without signing in:', url: url(paths.answer(answerToken(item))) }
      : { what: 'See it, after signing in:', url: url(pageOf(item, facts)) }
    return {
      title: item.title,
      reasons: item.reasons,
      note: noteOn(item),
      lastWords:
        item.lastWords === null || item.lastAnswerOn === null
          ? null
          : { words: item.lastWords, on: formatDate(item.lastAnswerOn), by: wordsBy(item, person, facts) },
      ask,
    }
  })
  // Those that are only counted can be answered on the page for all.
  for (const item of items.slice(mostInFull)) if (mayAnswer(item)) answerToken(item)
  const answerable = items.filter(mayAnswer).length
  const allToken = answerable > 1 ? newLink({ kind: 'all' }) : null
  const answered = answersToShow(person.id, facts).map((update) => ({
    title: titleOf(update, facts),
    answer: update.answer === 'undone' ? 'taken back' : linkAnswerLabels[update.answer],
    words: update.evidence,
    on: formatDate(todayInLondon(update.recordedAt)),
    undoUrl:
      !council.answerLinks || update.answer === 'undone' || isUndone(update.id, facts)
        ? null
        : url(
            paths.answer(
              newLink({
                kind: 'undo',
                recommendationId: update.recommendationId,
                actionId: update.actionId,
                updateId: update.id,
              }),
            ),
          ),
  }))
  const mail = writeMessage({
    kind: 'reminder',
    subject,
    personName: person.name,
    councilName: council.name,
    items: lines,
    more,
    answerAllUrl: allToken === null ? null : url(paths.answerAll(allToken)),
    homeUrl: url(paths.home()),
    linksUntil: links.length === 0 ? null : formatDate(until),
    answered,
  })
  const blank = (text: string) =>
    council.demo ? text : tokens.reduce((left, token) => left.replaceAll(token, 'only-in-the-mail-itself'), text)
  return {
    notice,
    mail: { ...mail, to: person.email },
    kept: { text: blank(mail.text), html: blank(mail.html) },
    links,
  }
}

const wordsBy = (item: NoticeItem, person: ActivePerson, { items }: Facts): string | null => {
  if (item.kind === 'request') return null
  const by = items.get(`${item.kind} ${item.id}`)?.lastBy ?? null
  return by === person.name ? null : (by ?? 'as the document gave them')
}

const answersToShow = (personId: string, { answers, lastSent }: Facts) => {
  const since = lastSent.get(personId) ?? null
  return answers.filter((update) => update.personId === personId && (since === null || update.recordedAt > since))
}
const isUndone = (updateId: string, { answers }: Facts): boolean =>
  answers.some(({ answer, correctsId }) => answer === 'undone' && correctsId === updateId)
const titleOf = (update: Facts['answers'][number], { answeredItems }: Facts): string =>
  answeredItems.get(
    update.actionId === null ? `recommendation ${update.recommendationId}` : `action ${update.actionId}`,
  )?.title ?? ''

function pageOf(item: NoticeItem, { items }: Facts): string {
  if (item.kind === 'request') return paths.request(item.id)
  if (item.kind === 'visit') return paths.review(item.id)
  const recommendationId = items.get(`${item.kind} ${item.id}`)?.recommendationId
  return recommendationId == null ? paths.home() : paths.recommendation(recommendationId)
}

function noteOn({ role, insteadOf, ownerName }: NoticeItem): string | null {
  if (insteadOf !== null) return `You are asked in place of ${insteadOf}, who is away.`
  if (role === 'unowned')
    return ownerName === null
      ? 'Nobody owns this: give it to somebody.'
      : `It is given to “${ownerName}”, who is nobody in the council yet: say who that is.`
  if (role === 'told') return ownerName === null ? null : `For your information: ${ownerName} is asked.`
  return null
}
