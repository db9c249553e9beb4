/** The name of somebody whose time is over, where it still stands in what others wrote: replaced by the post, or left. */
import { inCouncil, readInCouncil, type CouncilScope } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { decideMention, listOpenMentions, wordsOfMention } from '#db/queries/leavers'
import { excerptAround } from '~/domain/excerpt'

export const readMentions = (scope: CouncilScope) =>
  readInCouncil(scope, async (tx) => {
    const mentions = await listOpenMentions(scope, tx)
    const words = await Promise.all(mentions.map(({ mention }) => wordsOfMention(scope, tx, mention)))
    return {
      mentions: mentions.map(({ mention, post }, index) => ({
        id: mention.id,
        kind: mention.kind,
        thingKind: mention.thingKind,
        thingId: mention.thingId,
        name: mention.name ?? '',
        post,
        excerpt: excerptAround(words[index] ?? '', mention.name ?? ''),
        decided: mention.state === 'replace',
      })),
    }
  })

export type MentionsView = Awaited<ReturnType<typeof readMentions>>

/** False where there is none to decide on. */
export async function decideOnMention(
  scope: CouncilScope,
  { id, state }: { id: string; state: 'replace' | 'left' },
  now: Date,
): Promise<boolean> {
  const { actor } = scope
  if (actor.kind !== 'person') throw new Error('A person decides on a name.')
  return inCouncil(scope, async (tx) => {
    const decided = await decideMention(scope, tx, id, { state, decidedBy: actor.personId, decidedAt: now })
    if (!decided) return false
    await recordAudit(scope, tx, {
      action: state === 'replace' ? 'name to be replaced by the post' : 'name left as it is',
      thing: { kind: decided.thingKind, id: decided.thingId },
      after: { place: decided.kind },
    })
    return true
  })
}
