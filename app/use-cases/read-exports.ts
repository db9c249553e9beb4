/** The archives of everything that were asked for, newest first. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { listCouncilExports } from '#db/queries/council-exports'
import { getCouncil } from '#db/queries/councils'
import { archiveDays } from '~/domain/archive'
import { formatDate } from '~/domain/dates'
import { formatFileSize } from '~/domain/file-size'
import { formatLondonTime, todayInLondon } from '~/domain/london-time'

const moment = (at: Date) => `${formatDate(todayInLondon(at))}, ${formatLondonTime(at)}`

export const readExports = (scope: CouncilScope, now: Date) =>
  readInCouncil(scope, async (tx) => {
    const [archives, council] = await Promise.all([listCouncilExports(scope, tx), getCouncil(scope, tx)])
    return {
      council: council.name,
      days: archiveDays,
      archives: archives.map(({ archive, by }) => ({
        id: archive.id,
        state: archive.state === 'ready' && archive.expiresAt! <= now ? ('removed' as const) : archive.state,
        failure: archive.failure,
        asked: `${moment(archive.requestedAt)}, by ${by ?? 'somebody who has left'}`,
        progress: archive.totalParts ? Math.floor((100 * (archive.writtenParts ?? 0)) / archive.totalParts) : null,
        counts: archive.counts,
        size: archive.size === null ? null : formatFileSize(archive.size),
        sha256: archive.sha256,
        until: archive.expiresAt === null ? null : moment(archive.expiresAt),
        downloads: archive.downloads,
      })),
    }
  })

export type ExportsView = Awaited<ReturnType<typeof readExports>>
