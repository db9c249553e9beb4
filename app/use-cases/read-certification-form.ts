/** A certificate as the form that corrects it shows it. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { readHistoryOf } from '#db/queries/audit-history'
import { getCertification } from '#db/queries/readiness'
import { formatDate, type IsoDate } from '~/domain/dates'

const typed = (date: IsoDate | null) => (date === null ? '' : formatDate(date))

/** Null where it is not in this council. */
export const readCertificationForm = (scope: CouncilScope, id: string) =>
  readInCouncil(scope, async (tx) => {
    const [found, history] = await Promise.all([
      getCertification(scope, tx, id),
      readHistoryOf(scope, tx, { kind: 'certification', id }),
    ])
    return (
      found && {
        name: found.name,
        body: found.body,
        certificateOn: typed(found.certificateOn),
        decidedOn: typed(found.decidedOn),
        expiresOn: typed(found.expiresOn),
        history,
      }
    )
  })
