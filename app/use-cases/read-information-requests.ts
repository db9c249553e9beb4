/** The log of requests for information, the open ones by the day they are due; and one of them with what was found. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { calendarOf, getCouncil } from '#db/queries/councils'
import {
  getInformationRequest,
  listHits,
  listInformationRequests,
  type InformationRequest,
} from '#db/queries/information-requests'
import { formatDate, type IsoDate } from '~/domain/dates'
import { excerptAround } from '~/domain/excerpt'
import { hitKindLabels, informationRequestKindLabels, requestOutcomeLabels } from '~/domain/information-request'
import { todayInLondon } from '~/domain/london-time'
import { counted } from '~/domain/sentence'
import { workingDaysBetween, type WorkingCalendar } from '~/domain/working-days'

const shownOfAKind = 100

function dueWords({ dueOn, closedOn }: InformationRequest, today: IsoDate, calendar: WorkingCalendar): string {
  if (closedOn !== null)
    return closedOn <= dueOn ? `Answered in time, ${formatDate(closedOn)}` : `Answered late, ${formatDate(closedOn)}`
  const left = workingDaysBetween(today, dueOn, calendar)
  if (left < 0) return `Overdue since ${formatDate(dueOn)}`
  return `${formatDate(dueOn)}, ${left === 0 ? 'today' : `in ${counted(left, 'working day')}`}`
}

export const readInformationRequests = (scope: CouncilScope, now: Date) =>
  readInCouncil(scope, async (tx) => {
    const [rows, council] = await Promise.all([listInformationRequests(scope, tx), getCouncil(scope, tx)])
    return {
      requests: rows.map(({ request, hits }) => ({
        id: request.id,
        reference: request.reference,
        kind: informationRequestKindLabels[request.kind],
        asked: excerptAround(request.asked, ''),
        received: formatDate(request.receivedOn),
        due: dueWords(request, todayInLondon(now), calendarOf(council)),
        outcome: request.outcome && requestOutcomeLabels[request.outcome],
        found: hits,
      })),
    }
  })
export type InformationRequestsView = Awaited<ReturnType<typeof readInformationRequests>>

/** Null where there is none in this council. */
export const readInformationRequest = (scope: CouncilScope, id: string, now: Date) =>
  readInCouncil(scope, async (tx) => {
    const [found, council] = await Promise.all([getInformationRequest(scope, tx, id), getCouncil(scope, tx)])
    if (!found) return null
    const { request, person } = found
    const hits = await listHits(scope, tx, id)
    const kinds = [...new Set(hits.map(({ kind }) => kind))]
    return {
      id,
      reference: request.reference,
      kind: informationRequestKindLabels[request.kind],
      askedBy: request.askedBy,
      asked: request.asked,
      received: formatDate(request.receivedOn),
      due: dueWords(request, todayInLondon(now), calendarOf(council)),
      searched: [
        ...(request.words === null ? [] : [`the words “${request.words}”`]),
        ...(person === null ? [] : [`everything of ${person.name}`]),
        ...(request.fromDay === null ? [] : [`from ${formatDate(request.fromDay)}`]),
        ...(request.toDay === null ? [] : [`until ${formatDate(request.toDay)}`]),
      ].join(', '),
      searchedOn: formatDate(todayInLondon(request.searchedAt)),
      outcome: request.outcome && requestOutcomeLabels[request.outcome],
      outcomeWords: request.outcomeWords,
      found: hits.length,
      undecided: hits.filter(({ decision }) => decision === null).length,
      kinds: kinds.map((kind) => ({
        kind,
        label: hitKindLabels[kind] ?? kind,
        count: hits.filter((hit) => hit.kind === kind).length,
        hits: hits
          .filter((hit) => hit.kind === kind)
          .sort((a, b) => Number(a.decision !== null) - Number(b.decision !== null))
          .slice(0, shownOfAKind)
          .map((hit) => ({
            id: hit.id,
            day: formatDate(hit.day),
            by: hit.by,
            thingKind: hit.thingKind,
            thingId: hit.thingId,
            words:
              hit.words === ''
                ? 'It is no longer there.'
                : excerptAround(hit.words, request.words ?? person?.name ?? ''),
            decision:
              hit.decision === null ? null : hit.decision === 'disclose' ? 'Disclose' : `Redact: ${hit.reason ?? ''}`,
          })),
      })),
    }
  })
export type InformationRequestView = NonNullable<Awaited<ReturnType<typeof readInformationRequest>>>
