/** A link as it stands now: what it asks about, of whom, and whether it still answers. */
import { linkState, type LinkState } from '~/domain/answer-link'
import type { CouncilScope, Tx } from '../in-council'
import { getAnswerLink, type AnswerLink } from './answer-links'
import { readAskedItems, type AskedItem } from './asked-items'
import { getCouncil } from './councils'

export type LinkAsItStands = {
  link: AnswerLink
  state: LinkState
  personName: string
  noticeDay: string
  item: AskedItem | null
}

const itemOf = ({ recommendationId, actionId, requestId }: AnswerLink) =>
  actionId !== null
    ? { kind: 'action', id: actionId }
    : requestId !== null
      ? { kind: 'request', id: requestId }
      : recommendationId !== null
        ? { kind: 'recommendation', id: recommendationId }
        : null

export async function readLinks(
  scope: CouncilScope,
  tx: Tx,
  linkIds: readonly string[],
  now: Date,
): Promise<LinkAsItStands[]> {
  const [council, ...rows] = await Promise.all([
    getCouncil(scope, tx),
    ...linkIds.map((id) => getAnswerLink(scope, tx, id)),
  ])
  const found = rows.flatMap((row) => (row === null ? [] : [row]))
  const items = await readAskedItems(
    scope,
    tx,
    found.flatMap(({ link }) => itemOf(link) ?? []),
  )
  return found.map(({ link, notice, person }) => {
    const of = itemOf(link)
    const item = of === null ? null : (items.get(`${of.kind} ${of.id}`) ?? null)
    // To take back what was said asks nothing of the item: it may be closed, or somebody else's by now.
    const asked = link.kind === 'answer' && item ? { ...item, ownerIds: item.owners.map(({ id }) => id) } : null
    const state = linkState(
      {
        ...link,
        switchedOn: council.answerLinks,
        personActive: person.disabledAt === null,
        item: asked,
      },
      now,
    )
    return { link, state, personName: person.name, noticeDay: notice.day, item }
  })
}
