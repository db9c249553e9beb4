/**
 * What an assessor reads in a pack besides the documents: what was asked for and what answers it, our own view of each
 * element with its evidence, what is new since the last visit by criterion, the answers to every point raised last time
 * (closed ones too: sign-off takes none away) and to what was rated plus, and the use of the mark.
 */
import { levelLabels, type Level } from './compliance'
import { formatDate, type IsoDate } from './dates'
import { requestStateLabels } from './document-request'
import { freshness } from './evidence'
import {
  decidePack,
  missingSentence,
  type ManifestEntry,
  type Missing,
  type PackInput,
  type PackItem,
  type PackManifest,
} from './pack'
import { capitalised, listed } from './sentence'
import { certifiedCriteria, supplementaryCriteria, type Standard } from './standard'

export type ViewOfElement = { element: string; level: Level; words: string; asAt: IsoDate; who: string }
export type LastRating = { element: string; level: Level; justification: string | null }
export type PointAnswered = {
  id: string
  number: string
  text: string
  elements: readonly string[]
  /** "Open", "Achieved and signed off on 3 April 2027": as it stands. */
  state: string
  why: string | null
  category: string | null
  /** The last words that were recorded, with their date. */
  words: string | null
  asAt: IsoDate | null
  actions: readonly { number: string; text: string; state: string }[]
}

export type PackFacts = {
  pack: Omit<PackInput, 'elements' | 'requests' | 'items'>
  standard: Standard
  /** Null: all elements; otherwise those the review looks at. */
  scope: readonly string[] | null
  /** Official wording, of the elements for which the council has loaded it. */
  wording: ReadonlyMap<string, string>
  review: { title: string; visit: string; body: string; certificate: string }
  lastVisitOn: IsoDate | null
  requests: readonly (PackInput['requests'][number] & { kind: string; period: string | null })[]
  items: readonly (PackItem & { recommendationIds: readonly string[] })[]
  /** Newest first. */
  views: readonly ViewOfElement[]
  lastRatings: readonly LastRating[]
  points: readonly PointAnswered[]
  /** What the last report said of the use of the mark. */
  markLastTime: string | null
}

export type PackDocument = ManifestEntry & { isNew: boolean }
export type ElementInPack = {
  number: string
  title: string
  wording: string | null
  /** "Full compliance", or why there is none. */
  level: string
  levelFrom: string
  words: string | null
  documents: PackDocument[]
  /** What is new since the last visit, in sentences. */
  isNew: string[]
}
export type CriterionInPack = { number: string; title: string; supplementary: boolean; elements: ElementInPack[] }
export type PackContents = {
  manifest: PackManifest
  review: PackFacts['review']
  lastVisit: string | null
  requests: {
    id: string
    title: string
    state: string
    why: string | null
    period: string | null
    /** What the pack itself holds for it. */
    answeredBy: 'answers' | 'self-assessment' | null
    documents: PackDocument[]
  }[]
  criteria: CriterionInPack[]
  answers: (PointAnswered & { documents: PackDocument[] })[]
  plus: { element: string; title: string; justification: string | null; nowLevel: string; documents: PackDocument[] }[]
  mark: { lastTime: string | null; documents: PackDocument[] }
}

export function composePack(facts: PackFacts): PackContents {
  const criteria = [...certifiedCriteria(facts.standard), ...supplementaryCriteria(facts.standard)]
  const inScope = (number: string) => facts.scope === null || facts.scope.includes(number)
  const elements = criteria
    .flatMap((criterion) => criterion.subCriteria.flatMap((sub) => sub.elements))
    .filter(({ number }) => inScope(number))
  const items = facts.items.filter((item) => belongs(item, elements, facts))
  const requests = facts.requests.map((request) => ({ ...request, answeredHere: isAnsweredHere(request.kind, facts) }))
  const decided = decidePack({ ...facts.pack, elements, requests, items })
  const manifest = { ...decided, missing: [...unansweredPoints(facts), ...decided.missing] }
  const documents = manifest.entries.map((entry) => ({
    ...entry,
    isNew: freshness(entry.asAt, facts.lastVisitOn) === 'newer',
  }))
  const composed = criteria.map(({ number, title, supplementary, subCriteria }) => ({
    number,
    title,
    supplementary,
    elements: subCriteria
      .flatMap((sub) => sub.elements)
      .filter((element) => inScope(element.number))
      .map((element) => elementInPack(element, facts, documents)),
  }))
  return {
    manifest,
    review: facts.review,
    lastVisit: facts.lastVisitOn === null ? null : formatDate(facts.lastVisitOn),
    requests: requests.map(({ id, title, state, why, period, kind, answeredHere }) => ({
      id,
      title,
      state: capitalised(requestStateLabels[state]),
      why,
      period,
      answeredBy: answeredHere ? (kind === 'answers' ? ('answers' as const) : ('self-assessment' as const)) : null,
      documents: documents.filter((entry) => entry.requests.includes(id)),
    })),
    criteria: composed.filter((criterion) => criterion.elements.length > 0),
    answers: facts.points.map((point) => ({ ...point, documents: documentsOf(point.id, facts, documents) })),
    plus: plusInPack(facts, documents),
    mark: markInPack(facts, documents),
  }
}

/** Both are written from what is recorded here. */
const isAnsweredHere = (kind: string, { views }: PackFacts): boolean =>
  kind === 'answers' || (kind === 'self-assessment' && views.length > 0)

function unansweredPoints({ requests, points }: PackFacts): Missing[] {
  const silent = points.filter(({ words }) => words === null).map(({ number }) => number)
  const request = requests.find(({ kind }) => kind === 'answers')
  if (silent.length === 0) return []
  const title = request?.title ?? 'Answers to last time'
  const why = `nothing was said yet of ${silent.length === 1 ? 'point' : 'points'} ${listed(silent)}`
  const sentence = missingSentence(title, why)
  return [{ about: 'request', id: request?.id ?? '', title, reason: 'points-unanswered', why, sentence, url: null }]
}

/** What shows nothing of what this review looks at stays with the council. */
function belongs(
  item: PackFacts['items'][number],
  elements: readonly { number: string }[],
  { requests, points }: PackFacts,
): boolean {
  return (
    item.requestIds.some((id) => requests.some((request) => request.id === id)) ||
    item.elements.some((number) => elements.some((element) => element.number === number)) ||
    item.recommendationIds.some((id) => points.some((point) => point.id === id))
  )
}

function documentsOf(pointId: string, { items }: PackFacts, documents: readonly PackDocument[]): PackDocument[] {
  const ids = new Set(items.filter((item) => item.recommendationIds.includes(pointId)).map(({ id }) => id))
  return documents.filter((entry) => ids.has(entry.itemId))
}

/** Our level is a named person's; where nobody has given one, the assessor's last is repeated and said to be that. */
function levelOf(
  number: string,
  { views, lastRatings }: PackFacts,
): { level: string; levelFrom: string; view: ViewOfElement | null } {
  const view = views.find((each) => each.element === number) ?? null
  if (view !== null) return { level: levelWords(view.level), levelFrom: `Our own view, ${formatDate(view.asAt)}`, view }
  const rated = lastRatings.find((each) => each.element === number)
  return rated === undefined
    ? { level: 'Not known', levelFrom: 'Neither rated nor assessed by us', view }
    : { level: levelWords(rated.level), levelFrom: 'As last assessed', view }
}
const levelWords = (level: Level): string => capitalised(levelLabels[level])

function elementInPack(
  element: { number: string; title: string },
  facts: PackFacts,
  all: readonly PackDocument[],
): ElementInPack {
  const documents = all.filter((entry) => entry.elements.includes(element.number))
  const { level, levelFrom, view } = levelOf(element.number, facts)
  const rated = facts.lastRatings.find((each) => each.element === element.number)
  const fresh = view !== null && freshness(view.asAt, facts.lastVisitOn) === 'newer'
  const moved = fresh && rated !== undefined && rated.level !== view.level
  return {
    ...element,
    wording: facts.wording.get(element.number) ?? null,
    level,
    levelFrom,
    words: view?.words ?? null,
    documents,
    isNew: [
      ...(moved ? [`Our view: ${levelLabels[view.level]}, last assessed as ${levelLabels[rated.level]}.`] : []),
      ...documents.filter((entry) => entry.isNew).map((entry) => `${entry.title} (${formatDate(entry.asAt!)}).`),
    ],
  }
}

function plusInPack(facts: PackFacts, documents: readonly PackDocument[]): PackContents['plus'] {
  const titles = new Map(
    facts.standard.criteria.flatMap((criterion) =>
      criterion.subCriteria.flatMap((sub) => sub.elements.map(({ number, title }) => [number, title] as const)),
    ),
  )
  return facts.lastRatings
    .filter(({ level }) => level === 'plus')
    .map(({ element, justification }) => ({
      element,
      title: titles.get(element) ?? '',
      justification,
      nowLevel: levelOf(element, facts).level,
      documents: documents.filter((entry) => entry.elements.includes(element) && entry.isNew),
    }))
}

function markInPack({ requests, markLastTime }: PackFacts, documents: readonly PackDocument[]): PackContents['mark'] {
  const ids = requests.filter(({ kind }) => kind === 'use-of-mark').map(({ id }) => id)
  return {
    lastTime: markLastTime,
    documents: documents.filter((entry) => entry.requests.some((id) => ids.includes(id))),
  }
}
