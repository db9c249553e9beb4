/**
 * How far a person is with a draft. What adds nothing to decide can be confirmed at once; where a document meets points
 * or reviews that we have, or is a report, its sections are looked at first: nobody is merged or closed silently.
 */
import {
  isReport,
  reportSections,
  sectionTitles,
  trackerSections,
  type ImportChoices,
  type Section,
} from './import-choices'
import type { ImportPlan } from './import-plan'
import type { Draft } from './reading/draft'
import { listed } from './sentence'

/** In the order in which they are walked through. */
export function sectionsOf(draft: Draft, choices: ImportChoices, plan: ImportPlan): Section[] {
  if (!isReport(draft)) {
    // Where nothing was found the file can be read again as what a person says it is.
    const hasTables = (choices.tables ?? []).length > 0 || draft.recommendations.length === 0
    return trackerSections.filter(
      (section) =>
        (section !== 'columns' || hasTables) &&
        (section !== 'questions' || plan.queries.length > 0) &&
        (section !== 'not-understood' || draft.notUnderstood.length > 0) &&
        (draft.recommendations.length > 0 || section === 'columns'),
    )
  }
  return reportSections.filter(
    (section) =>
      (section !== 'old-points' || plan.oldPoints.length > 0) &&
      (section !== 'questions' || plan.queries.length > 0) &&
      (section !== 'not-understood' || draft.notUnderstood.length > 0),
  )
}

const mustBeSeen: readonly Section[] = ['facts', 'not-understood', 'points', 'old-points']

export function unseenSections(draft: Draft, choices: ImportChoices, plan: ImportPlan): Section[] {
  const seen = new Set(choices.seen ?? [])
  const meets = plan.lines.some(({ choice, isProposed }) => isProposed && choice.do !== 'new')
  return sectionsOf(draft, choices, plan).filter(
    (section) =>
      mustBeSeen.includes(section) &&
      !seen.has(section) &&
      (isReport(draft) || meets || (section === 'not-understood' && draft.recommendations.length > 0)),
  )
}

/** Null where nothing is left to look at. */
export function sectionsToLookAt(draft: Draft, choices: ImportChoices, plan: ImportPlan): string | null {
  const unseen = unseenSections(draft, choices, plan)
  if (unseen.length === 0) return null
  return `Look at ${listed(unseen.map((section) => sectionTitles[section]))} before you confirm`
}

export function sectionAfter(section: Section, draft: Draft, choices: ImportChoices, plan: ImportPlan): Section | null {
  const all = sectionsOf(draft, choices, plan)
  return all[all.indexOf(section) + 1] ?? null
}

export type Step = { section: Section; title: string; isSeen: boolean }

/** The way through a draft, for the line of steps that stands over each section. */
export const stepsOf = (draft: Draft, choices: ImportChoices, plan: ImportPlan): Step[] =>
  sectionsOf(draft, choices, plan).map((section) => ({
    section,
    title: sectionTitles[section],
    isSeen: choices.seen?.includes(section) ?? false,
  }))
