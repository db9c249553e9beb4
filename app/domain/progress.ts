/**
 * The four progress categories of a recommendation (or an action), what each demands, and what the facts say. What a
 * category demands must be given: proof, a due day that has not passed, a new date with its reason, an explanation.
 * Beyond that a person may choose against the facts, but says why, and the lead sees it. A category says how far the
 * work is; it never moves a self-assessment or an assessor's rating.
 */
import { countOf, lateness, numberInWords } from './date-words'
import { formatDate, type IsoDate } from './dates'
import type { Extensions } from './date-revision'
import { done, refusedFor, type Outcome, type Refusal } from './outcome'

export const CATEGORIES = [1, 2, 3, 4] as const
export type Category = (typeof CATEGORIES)[number]
export type CategoryLabels = Record<Category, string>
export const CATEGORY_LABELS: CategoryLabels = { 1: 'Achieved (fully)', 2: 'On track', 3: 'Slipped', 4: 'Not achieved' }

/** The council's own labels over the usual ones; an empty one falls back. */
export function categoryLabels(own: Partial<CategoryLabels> = {}): CategoryLabels {
  const labels = { ...CATEGORY_LABELS }
  for (const category of CATEGORIES) labels[category] = own[category]?.trim() || labels[category]
  return labels
}

export type ProgressFacts = {
  asAt: IsoDate
  /** The due day that stands: the first, or that of the last revision that needs no agreement or has it. */
  due: IsoDate | null
  originalDue: IsoDate | null
  /** How the original date was put, for print ("May 2026"); its day where left out. */
  originalWords?: string
  /** A later day that was asked for and is not agreed. */
  askedDue: IsoDate | null
  extensions: Extensions
  /** By state; `dropped` are those no longer needed. */
  actions: { notStarted: number; underWay: number; done: number; dropped: number }
  /** The last day on which one of the actions was done. */
  doneOn: IsoDate | null
}
export type CategoryAnswer = {
  category: Category
  /** Evidence of progress in words, and how many evidence items are linked: either is proof. */
  words: string
  evidenceCount: number
  /** Of a slip: the day until when, and the reason. */
  newDue: IsoDate | null
  reason: string
  /** Why it will not be, or was not, done. */
  explanation: string
  /** Why this category, where the facts say another. */
  why: string
}
export type CheckedCategory = {
  category: Category
  /** What in the facts speaks against it; shown to the lead with `why`. */
  contradictions: string[]
  why: string | null
  newDue: IsoDate | null
  reason: string | null
}

const hasPassed = (due: IsoDate | null, asAt: IsoDate): boolean => due !== null && due < asAt
const unfinished = ({ actions }: ProgressFacts) => actions.notStarted + actions.underWay
const isWorkDone = (facts: ProgressFacts) => unfinished(facts) === 0 && facts.actions.done > 0
const isBlank = (text: string) => text.trim() === ''

function proofDemanded({ words, evidenceCount }: CategoryAnswer): Refusal[] {
  if (!isBlank(words) || evidenceCount > 0) return []
  return [{ field: 'words', message: 'Say what shows that it was achieved, or link the evidence' }]
}

/** A date that was asked for and not agreed does not count. */
function dueDayDemanded({ asAt, due, askedDue }: ProgressFacts, labels: CategoryLabels): Refusal[] {
  if (due === null || !hasPassed(due, asAt)) return []
  const instead =
    askedDue !== null && askedDue >= asAt
      ? `the new date, ${formatDate(askedDue)}, is not agreed yet`
      : `choose “${labels[3]}” with a new date and the reason`
  const message = `It was due on ${formatDate(due)}, which has passed, so it cannot be “${labels[2]}”: ${instead}`
  return [{ field: 'category', message }]
}

function newDateDemanded({ newDue, reason }: CategoryAnswer, { asAt, due }: ProgressFacts): Refusal[] {
  const refusals: Refusal[] = []
  if (newDue === null) {
    refusals.push({ field: 'newDue', message: 'Enter the new date by which it will be done' })
  } else if (newDue < asAt) {
    refusals.push({ field: 'newDue', message: `The new date must not be before ${formatDate(asAt)}` })
  } else if (due !== null && newDue <= due) {
    refusals.push({
      field: 'newDue',
      message: `The new date must be later than ${formatDate(due)}, the date it has now`,
    })
  }
  if (isBlank(reason)) refusals.push({ field: 'reason', message: 'Say why it has slipped' })
  return refusals
}

function explanationDemanded({ explanation }: CategoryAnswer): Refusal[] {
  return isBlank(explanation)
    ? [{ field: 'explanation', message: 'Explain why it was not, or will not be, achieved' }]
    : []
}

function demands(answer: CategoryAnswer, facts: ProgressFacts, labels: CategoryLabels): Refusal[] {
  switch (answer.category) {
    case 1:
      return proofDemanded(answer)
    case 2:
      return dueDayDemanded(facts, labels)
    case 3:
      return newDateDemanded(answer, facts)
    case 4:
      return explanationDemanded(answer)
  }
}

/** Each a clause that follows "although"; none where the facts allow the category. */
export function contradictionsOf(category: Category, facts: ProgressFacts): string[] {
  const { notStarted, underWay, done: finished, dropped } = facts.actions
  const open = notStarted + underWay
  if (category === 1) {
    const total = open + finished + dropped
    if (open > 0)
      return [`${numberInWords(open)} of its ${countOf(total, 'action')} ${open === 1 ? 'is' : 'are'} not finished`]
    return finished === 0 && dropped > 0 ? ['none of its actions was done: all are no longer needed'] : []
  }
  const against = isWorkDone(facts) ? ['every one of its actions is finished'] : []
  if (category === 2 && facts.due === null && against.length === 0) against.push('it has no due day to be on track to')
  return against
}

/** In order: what is missing; then, where nothing is, the reason for going against the facts. */
export function checkCategory(
  answer: CategoryAnswer,
  facts: ProgressFacts,
  labels: CategoryLabels = CATEGORY_LABELS,
): Outcome<CheckedCategory> {
  const { category, why, newDue, reason } = answer
  const missing = demands(answer, facts, labels)
  if (missing.length > 0) return refusedFor(missing)
  const contradictions = contradictionsOf(category, facts)
  if (contradictions.length > 0 && isBlank(why)) {
    const message = `Say why it is “${labels[category]}”, although ${contradictions.join(' and ')}`
    return refusedFor([{ field: 'why', message }])
  }
  return done({
    category,
    contradictions,
    why: contradictions.length > 0 ? why.trim() : null,
    newDue: category === 3 ? newDue : null,
    reason: category === 3 ? reason.trim() : null,
  })
}

export type ProposedCategory = { category: Category; why: string }

/** What the facts say. Never 4: that something will not be done is for a person to say. */
export function proposeCategory(facts: ProgressFacts): ProposedCategory | null {
  const { due, asAt, askedDue, actions } = facts
  if (isWorkDone(facts)) return { category: 1, why: 'every one of its actions is finished' }
  if (due !== null && hasPassed(due, asAt))
    return { category: 3, why: `it was due on ${formatDate(due)}, which has passed` }
  if (due !== null && askedDue !== null && askedDue > due) {
    return { category: 3, why: `a later date, ${formatDate(askedDue)}, has been asked for` }
  }
  if (due === null) return null
  const idle = actions.notStarted > 0 && actions.underWay + actions.done === 0
  const started = idle ? ', though nothing is started' : ''
  return { category: 2, why: `it is due on ${formatDate(due)}${started}` }
}

/** Beside category 1, as a fact: "in time" or "five weeks late", against the original date. Done late is still 1. */
export const timeliness = (doneOn: IsoDate | null, originalDue: IsoDate | null): string | null =>
  doneOn === null || originalDue === null ? null : lateness(originalDue, doneOn)

/** As it prints: "On track (to revised date, extension 2; first due May 2026)", "Achieved (fully), five weeks late". */
export function printCategory(
  category: Category,
  { extensions, originalDue, originalWords, doneOn }: ProgressFacts,
  labels: CategoryLabels = CATEGORY_LABELS,
): string {
  const label = labels[category]
  if (category === 1) {
    const inTime = timeliness(doneOn, originalDue)
    return inTime === null ? label : `${label}, ${inTime}`
  }
  if (category !== 2 || extensions.agreed === 0) return label
  const first = originalWords ?? (originalDue === null ? null : formatDate(originalDue))
  const firstDue = first === null ? '' : `; first due ${first}`
  return `${label} (to revised date, extension ${extensions.agreed}${firstDue})`
}
