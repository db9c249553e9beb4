/** The packs, newest first, and the coming reviews one can be built for. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { packTitle } from '#db/queries/pack-facts'
import { listComingReviews, listPacks } from '#db/queries/packs'
import { formatDate } from '~/domain/dates'
import { formatFileSize } from '~/domain/file-size'
import { formatLondonTime, todayInLondon } from '~/domain/london-time'
import type { PackManifest } from '~/domain/pack'

export const packStateLabels = { building: 'being built', issued: 'issued', failed: 'not built' } as const

export const readPacks = (scope: CouncilScope) =>
  readInCouncil(scope, async (tx) => {
    const [packs, coming] = await Promise.all([listPacks(scope, tx), listComingReviews(scope, tx)])
    return {
      packs: packs.map(({ pack, review, certification, by }) => {
        const manifest = pack.manifest as PackManifest | null
        return {
          id: pack.id,
          title: manifest?.title ?? packTitle(review, certification),
          certificate: certification.name,
          number: pack.number,
          state: pack.state,
          stateWords: packStateLabels[pack.state],
          asked: `${formatDate(todayInLondon(pack.requestedAt))}, ${formatLondonTime(pack.requestedAt)}, by ${by ?? 'somebody who has left'}`,
          holds: manifest === null ? null : { files: manifest.files, missing: manifest.missing.length },
          size: pack.size === null ? null : formatFileSize(pack.size),
        }
      }),
      coming: coming.map(({ review, certification }) => ({
        id: review.id,
        title: packTitle(review, certification),
        certificate: certification.name,
        building: packs.some(({ pack }) => pack.reviewId === review.id && pack.state === 'building'),
        next:
          1 + Math.max(0, ...packs.filter(({ pack }) => pack.reviewId === review.id).map(({ pack }) => pack.number)),
      })),
    }
  })

export type PacksView = Awaited<ReturnType<typeof readPacks>>
