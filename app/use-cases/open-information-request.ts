/** A request for information comes in: it is dated, searched for at once, and what is found is on hold from then on. */
import { inCouncil, readInCouncil, type CouncilScope, type Tx } from '#db/in-council'
import { recordAudit } from '#db/queries/audit'
import { calendarOf, getCouncil } from '#db/queries/councils'
import { searchRecords } from '#db/queries/doors'
import {
  getInformationRequest,
  insertHits,
  insertInformationRequest,
  lastNumberOf,
  noteSearched,
} from '#db/queries/information-requests'
import { lockPerson } from '#db/queries/leavers'
import { listPeople } from '#db/queries/people'
import { lockRecords } from '#db/queries/retention'
import type { IsoDate } from '~/domain/dates'
import { answerDue, nextReference, type InformationRequestKind } from '~/domain/information-request'
import { todayInLondon } from '~/domain/london-time'
import { done, refused, type Outcome } from '~/domain/outcome'

/** Of each kind of place; whoever asks for more asks for too much to read. */
export const mostHits = 2000

export type NewInformationRequest = {
  kind: InformationRequestKind
  askedBy: string
  asked: string
  receivedOn: IsoDate
  words: string | null
  personId: string | null
  fromDay: IsoDate | null
  toDay: IsoDate | null
}

export const readInformationRequestForm = (scope: CouncilScope, now: Date) =>
  readInCouncil(scope, async (tx) => ({
    today: todayInLondon(now),
    people: (await listPeople(scope, tx)).map(({ person: { id, name, post } }) => ({
      value: id,
      label: post === null ? name : `${name}, ${post}`,
    })),
  }))

export async function openInformationRequest(
  scope: CouncilScope,
  asked: NewInformationRequest,
  now: Date,
): Promise<Outcome<string>> {
  const { actor } = scope
  if (actor.kind !== 'person') throw new Error('A request is entered by a person.')
  if (asked.receivedOn > todayInLondon(now)) return refused('The day it was received is to come', 'receivedOn')
  return inCouncil(scope, async (tx) => {
    await lockRecords(scope, tx)
    if (asked.personId && !(await lockPerson(scope, tx, asked.personId))) return refused('Select the person', 'person')
    const council = await getCouncil(scope, tx)
    const id = await insertInformationRequest(scope, tx, {
      ...asked,
      reference: nextReference(asked.receivedOn, await lastNumberOf(scope, tx, asked.receivedOn.slice(0, 4))),
      dueOn: answerDue(asked.receivedOn, calendarOf(council)),
      searchedAt: now,
      createdBy: actor.personId,
      createdAt: now,
    })
    const found = await search(scope, tx, id, now)
    await recordAudit(scope, tx, {
      action: 'information request opened',
      thing: { kind: 'information-request', id },
      after: { kind: asked.kind, receivedOn: asked.receivedOn, found },
    })
    return done(id)
  })
}

/** Again, for what was written since. Null where there is no such request. */
export async function searchAgain(scope: CouncilScope, id: string, now: Date): Promise<Outcome<number> | null> {
  return inCouncil(scope, async (tx) => {
    await lockRecords(scope, tx)
    const found = await getInformationRequest(scope, tx, id)
    if (!found) return null
    if (found.request.closedOn !== null) return refused('This request is closed')
    const added = await search(scope, tx, id, now)
    await noteSearched(scope, tx, id, now)
    await recordAudit(scope, tx, {
      action: 'information request searched again',
      thing: { kind: 'information-request', id },
      after: { added },
    })
    return done(added)
  })
}

async function search(scope: CouncilScope, tx: Tx, id: string, now: Date): Promise<number> {
  const { request, person } = (await getInformationRequest(scope, tx, id))!
  const { words, fromDay, toDay } = request
  return insertHits(scope, tx, id, await searchRecords(tx, { words, person, fromDay, toDay }, mostHits), now)
}
