/** The administrator says how long a kind of record is kept, and why. */
import { inCouncil, readInCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { countDue, readRules, writeRule } from '#db/queries/retention'
import { todayInLondon } from '~/domain/london-time'
import { done, type Outcome } from '~/domain/outcome'
import { howMany, keptUntil, retentionDefaults, type RetentionKind } from '~/domain/retention'

export const readRetentionRule = (scope: CouncilScope, kind: RetentionKind, now: Date) =>
  readInCouncil(scope, async (tx) => {
    const rules = await readRules(scope, tx)
    const { months, reason } = rules[kind]
    const { going } = await countDue(scope, tx, kind, keptUntil(todayInLondon(now), months))
    const { title, counts, from, months: usual } = retentionDefaults[kind]
    return { kind, title, counts, from, usual, months, reason, going: going === 0 ? 'none' : howMany(kind, going) }
  })

export async function changeRetention(
  scope: CouncilScope,
  rule: { kind: RetentionKind; months: number; reason: string },
  now: Date,
): Promise<Outcome> {
  const { actor } = scope
  if (actor.kind !== 'person') throw new Error('A rule is changed by a person.')
  return inCouncil(scope, async (tx) => {
    const { months, reason } = (await readRules(scope, tx))[rule.kind]
    await writeRule(scope, tx, { ...rule, changedBy: actor.personId, changedAt: now })
    await recordAudit(scope, tx, {
      action: 'retention changed',
      thing: { kind: 'council', id: scope.councilId },
      before: { kind: rule.kind, months, reason },
      after: rule,
    })
    return done(undefined)
  })
}
