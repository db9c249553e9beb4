/**
 * An answer by the link of a mail: recorded for the person it was sent to, as "by the link", in one transaction with
 * the link's use. More time is only asked for, a done point is still the lead's to check, and what is passed on is the
 * next one's at once.
 */
import { inCouncil, type CouncilScope, type Tx } from '#db/in-council'
import { lockAnswerLink, markAnswerLinksUsed, revokeAnswerLinks, type AnswerLink } from '#db/queries/answer-links'
import type { AskedItem } from '#db/queries/asked-items'
import { recordAudit } from '#db/queries/audit'
import { getCouncil } from '#db/queries/councils'
import { insertDateRequest } from '#db/queries/date-requests'
import { findLead, findPersonCalled, ownerFor, replaceOwner } from '#db/queries/hand-on'
import { getActionOf, setActionState, setRequestWords } from '#db/queries/link-answers'
import { readLinks, type LinkAsItStands } from '#db/queries/link-item'
import { insertNotices } from '#db/queries/notices'
import { readProgressFacts } from '#db/queries/progress-facts'
import { insertProgressUpdate, type NewProgressUpdate } from '#db/queries/progress-updates'
import { completionOf, lockRecommendation, refreshRecommendation } from '#db/queries/recommendations'
import { writeMessage, type Message } from '#emails/message'
import { newMessageId } from '#emails/transport'
import { decideActionState } from '~/domain/action'
import { linkStateWords, requestAnswers } from '~/domain/answer-link'
import { formatDate, type IsoDate } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'
import { done, refused, type Outcome } from '~/domain/outcome'
import { categoryLabels, checkCategory, printCategory } from '~/domain/progress'
import { decideLinkAnswer, linkAnswerLabels, type LinkAnswer, type LinkAnswerGiven } from '~/domain/reminder-answer'
import { paths } from '~/paths'

export type LinkAnswerInput = { linkId: string; given: LinkAnswerGiven; baseUrl: URL }
export type Recorded = { title: string; answer: string }

/** Null where there is no such link, or it asks about nothing. */
export const recordLinkAnswer = (
  scope: CouncilScope,
  { linkId, given, baseUrl }: LinkAnswerInput,
  now: Date,
): Promise<Outcome<Recorded> | null> =>
  inCouncil(scope, async (tx) => {
    const link = await lockAnswerLink(scope, tx, linkId)
    if (link === null || link.kind !== 'answer') return null
    if (link.recommendationId !== null) await lockRecommendation(scope, tx, link.recommendationId)
    const [asItStands] = await readLinks(scope, tx, [linkId], now)
    if (asItStands === undefined || asItStands.item === null) return null
    const { state, item } = asItStands
    if (state !== 'good') return refused(linkStateWords[state].words)
    const today = todayInLondon(now)
    const notOffered = item.kind === 'request' ? requestAnswers.notOffered : []
    const decided = decideLinkAnswer(given, { ...item, notOffered }, today)
    if (!decided.ok) return decided
    const context: Context = { scope, tx, link, item, asItStands, today, now, baseUrl }
    const refusal = await write(decided.value, context)
    if (refusal !== null) return refusal
    await markAnswerLinksUsed(scope, tx, link, now)
    if (item.recommendationId !== null) await refreshRecommendation(scope, tx, item.recommendationId, today)
    return done({ title: item.title, answer: linkAnswerLabels[decided.value.kind] })
  })

type Context = {
  scope: CouncilScope
  tx: Tx
  link: AnswerLink
  item: AskedItem
  asItStands: LinkAsItStands
  today: IsoDate
  now: Date
  baseUrl: URL
}

/** A refusal of the domain's further rules, or null once everything is written. */
async function write(answer: LinkAnswer, context: Context): Promise<Outcome<never> | null> {
  if (context.item.kind === 'request') return writeOfRequest(answer, context)
  switch (answer.kind) {
    case 'no-change':
      return say(context, { answer: 'no-change', evidence: answer.words ?? '', initials: answer.initials })
    case 'progress':
      return say(context, { answer: 'progress', evidence: answer.words })
    case 'done':
      return context.item.kind === 'action'
        ? finishAction(answer.words ?? '', context)
        : finishPoint(answer.words ?? '', context)
    case 'more-time':
      return askForTime(answer, context)
    case 'not-mine':
      return handOn(answer, context)
  }
}

type Said = Pick<NewProgressUpdate, 'answer' | 'evidence'> & Partial<NewProgressUpdate>

async function say(
  { scope, tx, link, item, today, now }: Context,
  said: Said,
  also: Record<string, unknown> = {},
): Promise<null> {
  const id = await insertProgressUpdate(scope, tx, {
    category: null,
    ...said,
    recommendationId: item.recommendationId!,
    actionId: link.actionId,
    asAt: today,
    way: 'link',
    personId: link.personId,
    linkId: link.id,
    recordedAt: now,
  })
  await recordAudit(scope, tx, {
    action: 'answered by link',
    thing: { kind: 'recommendation', id: item.recommendationId! },
    before: { lastAnswerOn: item.lastAnswerOn },
    after: { answer: said.answer, asAt: today, updateId: id, actionId: link.actionId, ...also },
  })
  return null
}

/** Category 1 on the owner's word; where actions are still open the words say why it is done all the same. */
async function finishPoint(words: string, context: Context): Promise<Outcome<never> | null> {
  const { scope, tx, item, today } = context
  const [council, { facts, evidenceCount }] = await Promise.all([
    getCouncil(scope, tx),
    readProgressFacts(scope, tx, item.id, today),
  ])
  const labels = categoryLabels(council.categoryLabels)
  const given = { category: 1 as const, words, evidenceCount, newDue: null, reason: '', explanation: '', why: words }
  const checked = checkCategory(given, facts, labels)
  if (!checked.ok) return checked
  return say(
    context,
    {
      answer: 'done',
      evidence: words,
      category: 1,
      contradicts: checked.value.why,
      printed: printCategory(1, facts, labels),
    },
    { category: 1 },
  )
}

async function finishAction(words: string, context: Context): Promise<Outcome<never> | null> {
  const { scope, tx, item, today } = context
  const action = await getActionOf(scope, tx, item.id)
  if (action === null) return refused('This action no longer exists')
  const completion = completionOf(action)
  const decided = decideActionState({
    from: action.state,
    to: 'done',
    completion,
    today,
    doneOn: today,
    occurrence: completion?.kind === 'recurring' ? action.dueOn : null,
    why: words,
  })
  if (!decided.ok) return decided
  await setActionState(scope, tx, action, decided.value, today)
  return say(context, { answer: 'done', evidence: words }, { state: decided.value.state, doneOn: today })
}

async function askForTime(answer: Extract<LinkAnswer, { kind: 'more-time' }>, context: Context): Promise<null> {
  const { scope, tx, link, item, asItStands, baseUrl } = context
  await insertDateRequest(scope, tx, {
    recommendationId: item.recommendationId!,
    askedFor: answer.requestedDate,
    reason: answer.why,
    askedBy: link.personId,
  })
  await tellLead(context, (lead) => ({
    kind: 'date-asked-for',
    personName: lead.name,
    askedBy: asItStands.personName,
    title: item.title,
    dueOn: item.dueOn === null ? null : formatDate(item.dueOn),
    askedFor: formatDate(answer.requestedDate),
    why: answer.why,
    url: new URL(paths.recommendation(item.recommendationId!), baseUrl).href,
  }))
  return say(context, { answer: 'more-time', evidence: answer.why }, { askedFor: answer.requestedDate })
}

async function handOn(
  answer: Extract<LinkAnswer, { kind: 'not-mine' }>,
  context: Context,
): Promise<Outcome<never> | null> {
  const { scope, tx, item } = context
  const passed = await passTo(answer, context)
  if (!passed.ok) return passed
  const words = [`Passed to ${passed.value.name}.`, answer.why].filter((part) => part !== null).join(' ')
  const after = { from: context.link.ownerId, to: passed.value.ownerId }
  if (item.kind !== 'request') return say(context, { answer: 'not-mine', evidence: words }, after)
  await recordAudit(scope, tx, { action: 'passed on by link', thing: { kind: 'request', id: item.id }, after })
  return null
}

async function passTo(
  { passTo, why }: Extract<LinkAnswer, { kind: 'not-mine' }>,
  context: Context,
): Promise<Outcome<{ ownerId: string; name: string }>> {
  const { scope, tx, link, item, asItStands, now, baseUrl } = context
  const person = await findPersonCalled(scope, tx, passTo)
  if (person?.id === link.personId) return refused('That is you: say who else it belongs to', 'passTo')
  const name = person?.name ?? passTo.replace(/\s+/g, ' ').slice(0, 200)
  const ownerId = await ownerFor(scope, tx, person ? { personId: person.id, name } : { personId: null, name })
  if (item.owners.some(({ id }) => id === ownerId) && item.owners.length === 1)
    return refused('It is theirs already', 'passTo')
  const handed = { kind: item.kind as 'recommendation' | 'action' | 'request', id: item.id }
  await replaceOwner(scope, tx, handed, { from: link.ownerId, to: ownerId })
  const of =
    item.kind === 'action'
      ? { actionId: item.id }
      : item.kind === 'request'
        ? { requestId: item.id }
        : { recommendationId: item.id }
  await revokeAnswerLinks(scope, tx, of, 'passed on', now)
  const page = item.kind === 'request' ? paths.request(item.id) : paths.recommendation(item.recommendationId!)
  const told = {
    kind: 'handed-on' as const,
    from: asItStands.personName,
    to: name,
    known: person !== null,
    title: item.title,
    dueOn: item.dueOn === null ? null : formatDate(item.dueOn),
    why,
    url: new URL(page, baseUrl).href,
  }
  await tellLead(context, (lead) => ({ ...told, personName: lead.name, toReader: lead.id === person?.id }))
  if (person) await tell(context, person, { ...told, personName: person.name, toReader: true })
  return done({ ownerId, name })
}

async function writeOfRequest(answer: LinkAnswer, context: Context): Promise<Outcome<never> | null> {
  const { scope, tx, item, today } = context
  if (answer.kind === 'not-mine') return handOn(answer, context)
  const words = answer.kind === 'progress' ? answer.words : answer.kind === 'no-change' ? answer.words : null
  await setRequestWords(scope, tx, item.id, { answeredOn: today, ...(words === null ? {} : { words }) })
  await recordAudit(scope, tx, {
    action: 'answered by link',
    thing: { kind: 'request', id: item.id },
    before: { answeredOn: item.lastAnswerOn },
    after: { answer: answer.kind, answeredOn: today },
  })
  return null
}

type Reader = { id: string; name: string; email: string }

/** Just asked for, so beside the one mail a day. */
async function tell({ scope, tx, today, now, baseUrl }: Context, reader: Reader, message: Message): Promise<void> {
  const mail = writeMessage(message)
  const notice = {
    personId: reader.id,
    address: reader.email,
    kind: message.kind,
    day: today,
    items: [],
    messageId: newMessageId(baseUrl.hostname),
    ...mail,
  }
  await insertNotices(scope, tx, [notice], now)
}

async function tellLead(context: Context, messageTo: (lead: Reader) => Message): Promise<void> {
  const lead = await findLead(context.scope, context.tx)
  if (lead !== null) await tell(context, lead, messageTo(lead))
}
