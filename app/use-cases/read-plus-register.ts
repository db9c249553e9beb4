/** Every compliance plus of a certificate: who answers for it, its newest evidence, and whether that is newer than the
 * last visit. Without it the award may fall to full, which never costs the certificate. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { listNewestEvidence } from '#db/queries/element'
import { readReadinessFacts } from '#db/queries/readiness'
import { assessmentBody } from '~/domain/assessment-body'
import { levelLabels } from '~/domain/compliance'
import { formatDate, type IsoDate } from '~/domain/dates'
import { freshness, freshnessLabels } from '~/domain/evidence'
import { decideReadiness } from '~/domain/readiness'
import { capitalised, counted } from '~/domain/sentence'
import { paths } from '~/paths'

/** `none` where the council has no certificate yet. */
export const readPlusRegister = (scope: CouncilScope, certificationId: string | null, today: IsoDate) =>
  readInCouncil(scope, async (tx) => {
    const [read, newest] = await Promise.all([
      readReadinessFacts(scope, tx, certificationId, today),
      listNewestEvidence(scope, tx),
    ])
    if (read === null) return certificationId === null ? { none: true as const } : null
    const { facts, standard, certification } = read
    const evidence = new Map(newest.map((item) => [item.element, item]))
    const owners = new Map(facts.owners.map(({ element, who }) => [element, who]))
    const awarded = decideReadiness(standard, facts).elements.filter(
      ({ rating, expected }) => rating === 'plus' || expected.at(-1) === 'plus',
    )
    const rows = awarded.map(({ element, title, rating, expected }) => {
      const item = evidence.get(element)
      const age = freshness(item?.documentOn ?? null, facts.lastVisitOn)
      return {
        element,
        title,
        href: paths.element(element),
        rating: rating === null ? 'not rated' : levelLabels[rating],
        expected: capitalised(expected.map((level) => levelLabels[level]).join(' or ')),
        owner: owners.get(element) ?? null,
        evidence: item
          ? { title: item.title, href: paths.evidenceItem(item.id), on: formatDate(item.documentOn) }
          : null,
        isFresh: age === 'newer',
        age: item === undefined ? 'no evidence' : freshnessLabels[age],
        addEvidence: paths.newEvidence({ element }),
      }
    })
    const stale = rows.filter(({ isFresh }) => !isFresh).length
    return {
      none: false as const,
      certification: { id: certification.id, name: certification.name },
      body: assessmentBody(certification.body).name,
      before: facts.nextVisitOn && formatDate(facts.nextVisitOn),
      sentence:
        rows.length === 0
          ? 'No compliance plus has been awarded yet.'
          : stale === 0
            ? `All ${rows.length} have evidence newer than the last visit.`
            : `${counted(stale, 'award')} of ${rows.length} ${stale === 1 ? 'has' : 'have'} no evidence newer than the last visit and may fall to full.`,
      rows,
    }
  })
