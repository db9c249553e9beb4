/** Puts the certificate, its reviews with their ratings, the open question and the coming visit into the database. */
import { centreForAssessment } from '~/domain/assessment-body'
import { countLevels, type Level } from '~/domain/compliance'
import { addDays, addYears } from '~/domain/dates'
import { requestsFor } from '~/domain/review-cycle'
import { criterionOf, customerServiceExcellence, elementsOf, subCriterionOf } from '~/domain/standard'
import { makeCertification, makeQuery, makeRequest, makeReview, makeSelfAssessment } from '../factories'
import { elementOwners, ratings } from '../schema'
import * as story from './assessments'
import { demoWorkingCalendar } from './calendar'
import { secondPoints } from './assessment-points'
import type { Told } from './write-people'

export type Assessed = {
  certificationId: string
  reviews: { first: string; second: string; coming: string }
  requests: Map<string, string>
}

const elements = elementsOf(customerServiceExcellence).map(({ number }) => number)

const levelIn = (levels: Partial<Record<Level, string[]>>, element: string): Level =>
  (Object.entries(levels) as [Level, string[]][]).find(([, listed]) => listed.includes(element))?.[0] ?? 'full'

/** What the report prints in its grid: it counts the disputed element as its text tells it, not as its list has it. */
function printedTotals(levels: Partial<Record<Level, string[]>>, disputed: string | null) {
  const told = (element: string) => (element === disputed ? story.disputed.told : levelIn(levels, element))
  const byCriterion = customerServiceExcellence.criteria.map(({ number }) => ({
    criterion: number,
    ...countLevels(elements.filter((element) => criterionOf(element) === number).map(told)),
  }))
  return { printedTotals: countLevels(elements.map(told)), printedTotalsByCriterion: byCriterion }
}

export async function writeAssessments(told: Told): Promise<Assessed> {
  const { into, councilId, calendar, people } = told
  const { day } = calendar
  const certificateOn = day(story.certificate)
  const certification = await makeCertification(into, {
    councilId,
    name: 'Whole council',
    certificateOn,
    expiresOn: addDays(addYears(certificateOn, 3), -1),
  })
  const common = { councilId, certificationId: certification.id, assessors: story.assessors, clientId: 'LBC' }
  const first = await makeReview(into, {
    ...common,
    ...printedTotals(story.firstLevels, null),
    kind: 'initial',
    agreedFrom: day(story.firstVisit),
    agreedTo: day(story.firstVisit + 3),
    heldFrom: day(story.firstVisit),
    heldTo: day(story.firstVisit + 3),
    reportedOn: day(story.firstReport),
    outcome: 'Recommended for the certificate.',
    marks: 'The mark is used on the website and on letters, as allowed.',
  })
  const second = await makeReview(into, {
    ...common,
    ...printedTotals(story.secondLevels, story.disputed.element),
    kind: 'annual-1',
    provisionalFrom: day(story.secondVisit - 14),
    agreedFrom: day(story.secondVisit),
    heldFrom: day(story.secondVisit),
    heldTo: day(story.secondVisit),
    reportedOn: day(story.secondReport),
    outcome: 'The certificate is kept. Three points must be met by the next visit.',
    marks: 'The mark is used as allowed.',
  })
  const coming = await makeReview(into, {
    ...common,
    kind: 'annual-2',
    provisionalFrom: day(75),
    agreedFrom: calendar.visitOn,
    agreedTo: calendar.visitOn,
  })
  await writeRatings(told, first.id, story.firstLevels)
  await writeRatings(told, second.id, story.secondLevels)
  await writeQueries(told, second.id)
  await writeElementOwners(told, certification.id)
  for (const { element, level, by, on, words } of story.selfAssessments)
    await makeSelfAssessment(into, {
      councilId,
      certificationId: certification.id,
      element,
      level,
      words,
      asAt: day(on),
      personId: people[by],
      recordedAt: calendar.at(on),
    })
  const requests = await writeRequests(told, coming.id)
  return {
    certificationId: certification.id,
    reviews: { first: first.id, second: second.id, coming: coming.id },
    requests,
  }
}

/** Such a report lists what is partial and what is plus; the others in scope are full without being named. */
async function writeRatings({ into, councilId }: Told, reviewId: string, levels: Partial<Record<Level, string[]>>) {
  const rows = elements.map((element) => {
    const level = levelIn(levels, element)
    return {
      councilId,
      reviewId,
      element,
      level,
      stated: level !== 'full',
      justification: level === 'full' ? null : (story.justifications[element] ?? null),
    }
  })
  await into.insert(ratings).values(rows)
}

async function writeElementOwners({ into, councilId, owners }: Told, certificationId: string) {
  const ownerOf = (element: string) => owners[story.elementOwners[subCriterionOf(element)]!]
  await into
    .insert(elementOwners)
    .values(elements.map((element) => ({ councilId, certificationId, element, ownerId: ownerOf(element) })))
}

async function writeQueries({ into, councilId, calendar, people }: Told, reviewId: string) {
  const { element, told } = story.disputed
  const createdAt = calendar.at(story.secondReport + 6)
  await makeQuery(into, {
    councilId,
    reviewId,
    code: 'totals-differ',
    elements: [element],
    audience: 'assessor',
    decides: true,
    message: `The grid of the 12-month review counts three partials in criterion 2, and the table under it names two. The text on ${element} reads like the third: is it full or partial?`,
    alternatives: [{ element, level: told }],
    createdAt,
  })
  await makeQuery(into, {
    councilId,
    reviewId,
    code: 'plus-not-carried',
    elements: ['2.1.1'],
    audience: 'assessor',
    decides: false,
    message: '2.1.1 was compliance plus at the full assessment; the summary of the 12-month review leaves it out.',
    settledHow: 'The assessor wrote that it stays compliance plus; the table has it.',
    settledBy: people.tom,
    settledAt: calendar.at(story.secondReport + 20),
    createdAt,
  })
  await makeQuery(into, {
    councilId,
    reviewId,
    code: 'heading-differs',
    elements: [],
    audience: 'reader',
    decides: false,
    message: 'The heading of page 4 speaks of a full assessment; the cover of a 12-month review.',
    createdAt,
  })
}

async function writeRequests({ into, councilId, calendar, owners }: Told, reviewId: string) {
  const asked = requestsFor(
    centreForAssessment,
    {
      visit: { on: calendar.visitOn, state: 'agreed' },
      documentReviewOn: null,
      previousVisitOn: calendar.day(story.secondVisit),
    },
    secondPoints.map((point, index) => ({ id: point.key, number: String(index + 1) })),
    demoWorkingCalendar,
    calendar.today,
  )
  const ids = new Map<string, string>()
  for (const [position, request] of asked.entries()) {
    const { state, owner } = story.requestStates[request.code]!
    const made = await makeRequest(into, {
      councilId,
      reviewId,
      position,
      kind: request.code,
      title: request.title,
      ownerId: owners[owner],
      periodFrom: request.period?.from ?? null,
      periodTo: request.period?.to ?? null,
      dueOn: request.dueOn,
      state,
      createdAt: calendar.at(-30),
    })
    ids.set(request.code, made.id)
  }
  return ids
}
