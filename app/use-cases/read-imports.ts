/** The documents a council has taken in, or begun to. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { listImports } from '#db/queries/imports'
import { formatDate } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'

const states = {
  reading: 'Being read',
  failed: 'Could not be read',
  draft: 'Not confirmed yet',
  confirmed: 'Taken in',
  abandoned: 'Put aside',
}

export const readImports = (scope: CouncilScope) =>
  readInCouncil(scope, async (tx) =>
    (await listImports(scope, tx)).map((row) => ({
      id: row.id,
      fileName: row.fileName,
      read: `${formatDate(todayInLondon(row.createdAt))}${row.by ? ` by ${row.by}` : ''}`,
      state: row.confirmedAt
        ? `${states[row.state]} on ${formatDate(todayInLondon(row.confirmedAt))}`
        : states[row.state],
    })),
  )
