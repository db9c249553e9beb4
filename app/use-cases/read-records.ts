/** The page of records: how long each kind is kept and why, how many would go, what is on hold, and what went. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { listHolds } from '#db/queries/holds'
import { listOpenMentions } from '#db/queries/leavers'
import { countDue, listDisposals, readRules } from '#db/queries/retention'
import { formatDate } from '~/domain/dates'
import { todayInLondon } from '~/domain/london-time'
import { heldThingWords } from '~/domain/hold'
import { capitalised } from '~/domain/sentence'
import { howMany, keptUntil, monthsInWords, retentionDefaults, retentionKinds } from '~/domain/retention'

const day = (at: Date) => formatDate(todayInLondon(at))

export const readRecords = (scope: CouncilScope, now: Date) =>
  readInCouncil(scope, async (tx) => {
    const [rules, holds, disposals, mentions] = await Promise.all([
      readRules(scope, tx),
      listHolds(scope, tx),
      listDisposals(scope, tx),
      listOpenMentions(scope, tx),
    ])
    const due = await Promise.all(
      retentionKinds.map((kind) => countDue(scope, tx, kind, keptUntil(todayInLondon(now), rules[kind].months))),
    )
    return {
      kinds: retentionKinds.map((kind, index) => {
        const { title, counts, from } = retentionDefaults[kind]
        const { months, reason, own } = rules[kind]
        const { going, held } = due[index]!
        return {
          kind,
          title,
          counts,
          kept: `${monthsInWords(months)} from ${from}`,
          reason,
          own,
          going: going === 0 ? 'none' : howMany(kind, going),
          held,
        }
      }),
      holds: holds.map(({ hold, person }) => ({
        id: hold.id,
        about:
          hold.words !== null
            ? `Everything with “${hold.words}” in it`
            : hold.personId !== null
              ? `Everything of ${person ?? 'somebody who has left'}`
              : capitalised(heldThingWords(hold.thingKind!)),
        why: hold.why,
        placed: day(hold.placedAt),
        lifted: hold.liftedAt === null ? null : `${day(hold.liftedAt)}: ${hold.liftedWhy}`,
      })),
      mentions: mentions.filter(({ mention }) => mention.state === 'open').length,
      disposals: disposals.map(({ id, kind, count, why, disposedAt }) => ({
        id,
        when: day(disposedAt),
        what: kind === 'people' ? `${howMany(kind, count)}: the name became the post` : howMany(kind, count),
        why,
      })),
    }
  })

export type RecordsView = Awaited<ReturnType<typeof readRecords>>
