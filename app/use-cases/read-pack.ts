/** One pack: how far it is, what it holds, what is missing and why, and who was given a link and opened it when. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { listAuditOf } from '#db/queries/audit'
import { readHistoryOf } from '#db/queries/audit-history'
import { packTitle } from '#db/queries/pack-facts'
import { getPack, listPackLinks } from '#db/queries/packs'
import { addDays, formatDate, formatShortDate, type IsoDate } from '~/domain/dates'
import { formatFileSize } from '~/domain/file-size'
import { formatLondonTime, todayInLondon } from '~/domain/london-time'
import type { PackManifest } from '~/domain/pack'
import { linkStateOf } from '~/domain/pack-link'
import { capitalised } from '~/domain/sentence'

const moment = (at: Date) => `${formatDate(todayInLondon(at))}, ${formatLondonTime(at)}`
const linkStateWords = { open: 'open', expired: 'expired', revoked: 'revoked' } as const

/** Null where there is no such pack in this council. */
export const readPack = (scope: CouncilScope, id: string, now: Date) =>
  readInCouncil(scope, async (tx) => {
    const [found, links, history] = await Promise.all([
      getPack(scope, tx, id),
      listPackLinks(scope, tx, id),
      readHistoryOf(scope, tx, { kind: 'pack', id }),
    ])
    if (!found) return null
    const { pack, review, certification, by } = found
    const manifest = pack.manifest as PackManifest | null
    const openings = await Promise.all(
      links.map(({ link }) => listAuditOf(scope, tx, { kind: 'pack-link', id: link.id })),
    )
    return {
      id,
      history,
      number: pack.number,
      title: manifest?.title ?? packTitle(review, certification),
      certificate: certification.name,
      reviewId: review.id,
      state: pack.state,
      failure: pack.failure,
      asked: `${moment(pack.requestedAt)}, by ${by ?? 'somebody who has left'}`,
      issued: pack.issuedAt === null ? null : moment(pack.issuedAt),
      size: pack.size === null ? null : formatFileSize(pack.size),
      sha256: pack.sha256,
      progress: pack.totalBytes ? Math.floor((100 * (pack.writtenBytes ?? 0)) / pack.totalBytes) : null,
      contents: manifest && contentsOf(manifest),
      suggestedEnd: formatDate(endOf(review.agreedTo ?? review.agreedFrom ?? review.provisionalTo, todayInLondon(now))),
      links: links.map(({ link, by: maker }, index) => ({
        id: link.id,
        sentTo: link.sentTo,
        state: linkStateWords[linkStateOf(link, now)],
        isOpen: linkStateOf(link, now) === 'open',
        lastDay: formatDate(addDays(todayInLondon(link.expiresAt), -1)),
        made: `${moment(link.createdAt)}, by ${maker ?? 'somebody who has left'}`,
        events: openings[index]!.map((entry) => ({ id: entry.id, when: moment(entry.at), what: entry.action })),
      })),
    }
  })

export type PackView = NonNullable<Awaited<ReturnType<typeof readPack>>>

/** A fortnight after the visit, or a month from now where no visit is known or it is past. */
function endOf(visitTo: IsoDate | null, today: IsoDate): IsoDate {
  const after = visitTo === null ? null : addDays(visitTo, 14)
  return after === null || after <= today ? addDays(today, 28) : after
}

const contentsOf = ({ asAt, files, bytes, entries, missing }: PackManifest) => ({
  asAt: formatDate(asAt),
  files,
  size: formatFileSize(bytes),
  documents: entries.map((entry) => ({
    itemId: entry.itemId,
    title: entry.title,
    path: entry.path,
    dated: entry.asAt === null ? 'not known' : formatShortDate(entry.asAt),
    size: formatFileSize(entry.size),
    version: entry.version,
    elements: entry.elements,
    released: entry.released,
  })),
  missing: missing.map(({ about, id, title, why, url }) => ({ about, id, title, why: `${capitalised(why)}.`, url })),
})
