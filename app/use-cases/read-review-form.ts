/** What the page for adding a review shows: the certificates to choose from and every element of the standard. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { listCertifications } from '#db/queries/readiness'
import { getStandard } from '#db/queries/standards'
import { customerServiceExcellence, certifiedCriteria } from '~/domain/standard'

export const readReviewForm = (scope: CouncilScope) =>
  readInCouncil(scope, async (tx) => {
    const certificates = await listCertifications(scope, tx)
    const standard = await getStandard(scope, tx, certificates[0]?.standardId ?? customerServiceExcellence.version)
    return {
      certificates: certificates.map(({ id, name }) => ({ value: id, label: name })),
      criteria: certifiedCriteria(standard).map(({ number, title, subCriteria }) => ({
        number,
        title,
        elements: subCriteria.flatMap((sub) => sub.elements),
      })),
    }
  })
