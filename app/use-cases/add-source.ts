/** A place recommendations come from: a report, a review, an audit, what customers said; and who closes its points. */
import { inCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { insertSource } from '#db/queries/add-to-plan'
import type { IsoDate } from '~/domain/dates'
import { done, refused, type Outcome } from '~/domain/outcome'
import { checkSource, type SourceKind } from '~/domain/source'
import type { ClosedBy } from '~/domain/recommendation'

export type SourceInput = {
  title: string
  kind: SourceKind
  closesBy: ClosedBy
  committee: string
  datedOn: IsoDate | null
}

export const addSource = (scope: CouncilScope, input: SourceInput): Promise<Outcome<string>> =>
  inCouncil(scope, async (tx) => {
    const checked = checkSource(input)
    if (!checked.ok) return checked
    const source = { ...input, committee: input.committee || null }
    const id = await insertSource(scope, tx, source)
    if (id === null) return refused(`There is a source named ${input.title} already`, 'title')
    await recordAudit(scope, tx, { action: 'source added', thing: { kind: 'source', id }, after: source })
    return done(id)
  })
