/** The council's mails as its lead and administrator see them: what went to whom, and what became of it, in words. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { countNoticesByState, getNotice, listNotices, type NoticeRow } from '#db/queries/notices'
import { heldSince } from '#db/queries/retention'
import { formatDate, formatShortDate } from '~/domain/dates'
import { formatLondonTime, todayInLondon } from '~/domain/london-time'
import { noticeKindLabels, noticeStateLabels, type NoticeState } from '~/domain/notice-state'

const onPage = 25

const when = (at: Date) => `${formatDate(todayInLondon(at))} at ${formatLondonTime(at)}`

export const readMailbox = (scope: CouncilScope, page: number) =>
  readInCouncil(scope, async (tx) => {
    const [rows, counts] = await Promise.all([
      listNotices(scope, tx, { from: (page - 1) * onPage, most: onPage }),
      countNoticesByState(scope, tx),
    ])
    const total = counts.reduce((sum, { mails }) => sum + mails, 0)
    const states = Object.keys(noticeStateLabels) as NoticeState[]
    return {
      page,
      pages: Math.max(1, Math.ceil(total / onPage)),
      total,
      counts: states.flatMap((state) => {
        const mails = counts.find((count) => count.state === state)?.mails ?? 0
        return mails === 0 ? [] : [{ state, words: noticeStateLabels[state], mails }]
      }),
      mails: rows.map((row) => ({
        id: row.id,
        day: formatShortDate(row.day),
        to: row.to ?? row.address,
        kind: labelOf(row.kind),
        subject: row.subject,
        state: row.state,
        stateWords: noticeStateLabels[row.state],
      })),
    }
  })

export const readMail = (scope: CouncilScope, id: string) =>
  readInCouncil(scope, async (tx) => {
    const found = await getNotice(scope, tx, id)
    if (found === null) return null
    const { notice, to } = found
    const held = await heldSince(scope, tx, 'notice', id)
    return {
      id: notice.id,
      heldSince: held && formatDate(todayInLondon(held)),
      subject: notice.subject,
      to: to === null ? notice.address : `${to} <${notice.address}>`,
      kind: labelOf(notice.kind),
      written: when(notice.createdAt),
      sent: notice.sentAt && when(notice.sentAt),
      state: notice.state,
      stateWords: noticeStateLabels[notice.state],
      delivery: notice.delivery,
      attempts: notice.attempts,
      nextTry: nextTryOf(notice),
      messageId: notice.messageId,
      text: notice.text,
      hasHtml: notice.html !== '',
    }
  })

/** The HTML twin, for a page of its own. */
export const readMailHtml = (scope: CouncilScope, id: string): Promise<string | null> =>
  readInCouncil(scope, async (tx) => {
    const found = await getNotice(scope, tx, id)
    return found === null || found.notice.html === '' ? null : found.notice.html
  })

const labelOf = (kind: string): string => noticeKindLabels[kind] ?? kind
const nextTryOf = ({ state, attempts, tryAfter }: NoticeRow): string | null =>
  state === 'waiting' && attempts > 0 ? when(tryAfter) : null
