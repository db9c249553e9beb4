/** What the page behind a link shows. It changes nothing: scanners open links long before people do. */
import { readInCouncil, type CouncilScope, type Tx } from '#db/in-council'
import { listAnswerLinksOfNotice } from '#db/queries/answer-links'
import { getProgressUpdate, getUpdateByLink } from '#db/queries/link-answers'
import { readLinks, type LinkAsItStands } from '#db/queries/link-item'
import { linkStateWords, requestAnswers } from '~/domain/answer-link'
import { formatDate } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'
import { answersOffered, linkAnswerLabels, needsWordsToo, type LinkAnswerKind } from '~/domain/reminder-answer'

export type QuestionView = {
  linkId: string
  title: string
  due: string | null
  overdue: boolean
  lastWords: { words: string; on: string; by: string | null } | null
  offered: LinkAnswerKind[]
  needsWordsToo: boolean
}
export type LinkView =
  | { kind: 'not-good'; title: string; words: string }
  /** It has done what it was for. `answer` null: an answer was taken back. */
  | { kind: 'used'; title: string; answer: string | null; on: string }
  | { kind: 'answer'; sentTo: string; question: QuestionView }
  | { kind: 'undo'; sentTo: string; title: string; answer: string; words: string; on: string }
  | { kind: 'all'; sentTo: string; questions: QuestionView[]; answered: number }

export const readAnswerLink = (scope: CouncilScope, linkId: string, now: Date): Promise<LinkView | null> =>
  readInCouncil(scope, async (tx) => {
    const [found] = await readLinks(scope, tx, [linkId], now)
    if (found === undefined) return null
    const { link, state, personName: sentTo, item } = found
    if (state === 'used') return usedView(scope, tx, found)
    if (state !== 'good') return { kind: 'not-good', ...linkStateWords[state] }
    if (link.kind === 'all') {
      const own = await listAnswerLinksOfNotice(scope, tx, link.noticeId)
      const its = await readLinks(
        scope,
        tx,
        own.filter(({ personId }) => personId === link.personId).map(({ id }) => id),
        now,
      )
      const questions = onePerItem(its).flatMap((each) => (each.state === 'good' ? (questionOf(each, now) ?? []) : []))
      return { kind: 'all', sentTo, questions, answered: onePerItem(its).length - questions.length }
    }
    if (link.kind === 'undo') {
      const update = link.updateId === null ? null : await getProgressUpdate(scope, tx, link.updateId)
      if (update === null || update.answer === 'undone') return null
      return {
        kind: 'undo',
        sentTo,
        title: item?.title ?? '',
        answer: linkAnswerLabels[update.answer],
        words: update.evidence,
        on: formatDate(todayInLondon(update.recordedAt)),
      }
    }
    const question = questionOf(found, now)
    return question && { kind: 'answer', sentTo, question }
  })

async function usedView(scope: CouncilScope, tx: Tx, { link, item }: LinkAsItStands): Promise<LinkView> {
  const update = await getUpdateByLink(scope, tx, link.id)
  return {
    kind: 'used',
    title: item?.title ?? '',
    answer: link.kind === 'undo' ? null : update && update.answer !== 'undone' ? linkAnswerLabels[update.answer] : '',
    on: formatDate(todayInLondon(link.usedAt!)),
  }
}

/** A mail that was sent twice has two links to each item; the later one stands for both. */
function onePerItem(links: readonly LinkAsItStands[]): LinkAsItStands[] {
  const byItem = new Map(links.map((each) => [`${each.item?.kind} ${each.item?.id}`, each]))
  return [...byItem.values()]
}

function questionOf({ link, item }: LinkAsItStands, now: Date): QuestionView | null {
  if (item === null) return null
  const today = todayInLondon(now)
  const asked = { ...item, notOffered: item.kind === 'request' ? requestAnswers.notOffered : [] }
  return {
    linkId: link.id,
    title: item.title,
    due: item.dueOn === null ? null : formatDate(item.dueOn),
    overdue: item.dueOn !== null && item.dueOn < today,
    lastWords:
      item.lastWords === null || item.lastAnswerOn === null
        ? null
        : { words: item.lastWords, on: formatDate(item.lastAnswerOn), by: item.lastBy },
    offered: answersOffered(asked, today),
    needsWordsToo: needsWordsToo(asked),
  }
}
