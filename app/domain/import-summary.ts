/**
 * A draft in numbers: what each section holds, what is decided, and what confirming it will do. The same figures stand
 * on the list of sections, on the page before the final act, and in the sentence after it.
 */
import { countLevels, countsSentence } from './compliance'
import { formatDate } from './dates'
import type { ImportChoices, LineChoice, Section } from './import-choices'
import { isCertain } from './import-certainty'
import type { ImportPlan, PlannedLine } from './import-plan'
import { RECOMMENDATION_KIND_LABELS, type RecommendationKind } from './recommendation'
import type { Draft } from './reading/draft'
import { counted, listed } from './sentence'

type Parts = { draft: Draft; choices: ImportChoices; plan: ImportPlan }

export function whatIsIn(section: Section, { draft, choices, plan }: Parts): string {
  switch (section) {
    case 'facts':
      return listed(
        plan.reviews.map(
          ({ title, facts }) => `${title}${facts.reportedOn ? ` of ${formatDate(facts.reportedOn)}` : ''}`,
        ),
      )
    case 'ratings': {
      const changed = plan.reviews.flatMap(({ changes }) => changes).length
      return changed > 0
        ? `${counted(changed, 'value')} changed by this issue of the report`
        : countsSentence(countLevels(plan.reviews.at(-1)!.ratings.map(({ level }) => level)))
    }
    case 'not-understood': {
      const left = draft.notUnderstood.filter((_, index) => choices.notUnderstood?.[index] === undefined).length
      return `${counted(draft.notUnderstood.length, 'part')} of the document${left === 0 ? ', all decided' : ''}`
    }
    case 'points':
      return pointsSentence(plan)
    case 'old-points': {
      const closing = plan.oldPoints.filter(({ choice }) => choice === 'close').length
      return `${counted(closing, 'point')} proposed to close, ${plan.oldPoints.length - closing} to stay open`
    }
    case 'questions':
      return `${counted(plan.queries.length, 'question')}, ${plan.queries.filter(({ audience }) => audience === 'assessor').length} for the assessor`
    case 'columns':
      return draft.layout === 'unrecognised'
        ? 'No table of points was found: say what it is'
        : counted(
            (choices.tables ?? []).reduce((sum, { columns }) => sum + columns.length, 0),
            'column',
          )
    case 'source':
      return listed(Object.values(plan.sources).map(({ title }) => `“${title}”`))
  }
}

function pointsSentence(plan: ImportPlan): string {
  const { lines } = plan
  const joins = lines.filter(({ choice }) => choice.do === 'same' || choice.do === 'again').length
  const fresh = lines.filter(({ choice }) => choice.do === 'new').length
  const { undecided, certain } = decidedLines(plan)
  return [
    counted(fresh, 'new point'),
    ...(joins > 0 ? [`${joins} like one we have`] : []),
    ...(undecided > certain ? [`${undecided - certain} to look at closely`] : []),
  ].join(', ')
}

/** How far a person is with the lines: those that wait, and how many of these are certain. */
export function decidedLines(plan: Pick<ImportPlan, 'lines' | 'queries'>) {
  const waiting = plan.lines.filter(({ isProposed }) => isProposed)
  const isWanting = ({ owner, suggestedOwner, choice }: PlannedLine) =>
    owner === '' && suggestedOwner !== null && choice.do === 'new'
  return {
    all: plan.lines.length,
    undecided: waiting.length,
    certain: waiting.filter((line) => isCertain(line, plan)).length,
    suggested: plan.lines.filter(isWanting).length,
  }
}

export type Figure = { number: number; what: string }
export type Deed = { section: Section | null; name: string; words: string }

/** The figures that a person remembers. */
export function figuresOf({ lines, queries, reviews }: ImportPlan): Figure[] {
  const adding = addedLines(lines)
  const actions = adding.reduce((sum, { tracked }) => sum + (tracked?.actions.length ?? 0), 0)
  const asked = queries.filter(({ leftOut }) => !leftOut)
  const forAssessor = asked.filter(({ audience }) => audience === 'assessor').length
  const levels = reviews.reduce((sum, { ratings }) => sum + ratings.length, 0)
  const figure = (number: number, one: string, many?: string): Figure => ({
    number,
    what: counted(number, one, many).replace(/^\d+ /, ''),
  })
  return [
    figure(adding.length, 'point for the plan', 'points for the plan'),
    ...(actions > 0 ? [figure(actions, 'action')] : []),
    ...(levels > 0 ? [figure(levels, 'level of an element', 'levels of elements')] : []),
    reviews.length > 0
      ? figure(forAssessor, 'question to the assessor', 'questions to the assessor')
      : figure(asked.length, 'question to settle', 'questions to settle'),
  ]
}

const addedLines = (lines: readonly PlannedLine[]) =>
  lines.filter(({ choice }) => choice.do === 'new' || choice.do === 'again')

function kindsSentence(lines: readonly PlannedLine[]): string {
  const words: Record<RecommendationKind, [string, string]> = {
    recommendation: ['recommendation', 'recommendations'],
    'area-for-development': ['area for development', 'areas for development'],
    'partial-compliance': ['partial compliance to close', 'partial compliances to close'],
  }
  const kinds = Object.keys(RECOMMENDATION_KIND_LABELS) as RecommendationKind[]
  return listed(
    kinds.flatMap((kind) => {
      const its = lines.filter((line) => line.kind === kind).length
      return its === 0 ? [] : [counted(its, ...words[kind])]
    }),
  )
}

/** Everything that confirming does, each in words and numbers, with the section where it can be changed. */
export function deedsOf({ draft, choices, plan }: Parts): Deed[] {
  const { reviews, lines, oldPoints, queries, certification } = plan
  const does = (what: LineChoice['do']) => lines.filter(({ choice }) => choice.do === what)
  const adding = addedLines(lines)
  const tracked = adding.flatMap((line) => line.tracked ?? [])
  const actions = tracked.reduce((sum, point) => sum + point.actions.length, 0)
  const updates = tracked.reduce((sum, point) => sum + point.progress.length, 0)
  const owned = adding.filter((line) => line.owner !== '' || line.choice.do === 'again').length
  const closing = oldPoints.filter(({ choice }) => choice === 'close').length
  const asked = queries.filter(({ leftOut }) => !leftOut)
  const forAssessor = asked.filter(({ audience }) => audience === 'assessor').length
  const next = reviews.at(-1)?.facts.planNext === true ? draft.reviews.at(-1)?.nextReview : null
  const deeds: (Deed | false | null | undefined)[] = [
    certification && {
      section: 'facts',
      name: 'Certificate',
      words: certification.id === null ? `“${certification.name}” is entered as a new one` : certification.name,
    },
    ...reviews.map(({ title, match, ratings, changes, kept, facts }): Deed =>
      match?.how === 'same-report'
        ? {
            section: 'ratings',
            name: 'Corrected issue',
            words: `${counted(changes.length - kept.length, 'value')} of the ${title} changed`,
          }
        : {
            section: 'facts',
            name: 'Review',
            words: `The ${title} is marked as held${facts.visitFrom ? ` on ${formatDate(facts.visitFrom)}` : ''}, with ${counted(ratings.length, 'level')}: ${countsSentence(countLevels(ratings.map(({ level }) => level)))}`,
          },
    ),
    {
      section: lines.length === 0 ? null : 'points',
      name: 'New points',
      words: adding.length === 0 ? 'None is added to the plan' : `${kindsSentence(adding)} added to the plan`,
    },
    actions > 0 && { section: 'points', name: 'Actions', words: `${counted(actions, 'action')} under them` },
    updates > 0 && {
      section: 'points',
      name: 'Progress',
      words: `${counted(updates, 'update')}, kept as the document gives ${updates === 1 ? 'it' : 'them'}`,
    },
    reviews.length > 0 &&
      adding.length > 0 && {
        section: 'points',
        name: 'Owners',
        words:
          owned === adding.length
            ? 'Every new point has somebody who answers for it'
            : `${owned} of ${counted(adding.length, 'new point')} ${owned === 1 ? 'has' : 'have'} somebody who answers; the rest wait for you in the plan`,
      },
    does('same').length > 0 && {
      section: 'points',
      name: 'Points we have',
      words: `${counted(does('same').length, 'line')} ${does('same').length === 1 ? 'joins a point' : 'join points'} of the plan`,
    },
    does('leave').length + does('merge').length > 0 && {
      section: 'points',
      name: 'Left out or joined',
      words: [
        ...(does('leave').length > 0 ? [`${counted(does('leave').length, 'line')} left out`] : []),
        ...(does('merge').length > 0 ? [`${counted(does('merge').length, 'line')} made part of another`] : []),
      ].join(', '),
    },
    draft.notUnderstood.length > 0 && {
      section: 'not-understood',
      name: 'Not understood',
      words: foundSentence(draft, choices),
    },
    oldPoints.length > 0 && {
      section: 'old-points',
      name: 'Old points',
      words: `${closing} closed, with the finding as the reason; ${oldPoints.length - closing} stay open`,
    },
    asked.length > 0 && {
      section: 'questions',
      name: 'Questions',
      words: [
        ...(forAssessor > 0 ? [`${counted(forAssessor, 'question')} to the assessor, as a letter`] : []),
        ...(asked.length > forAssessor ? [`${counted(asked.length - forAssessor, 'question')} for us to settle`] : []),
      ].join('; '),
    },
    next && {
      section: 'facts',
      name: 'Next review',
      words: 'Planned as the report foresees it; nobody is asked for anything yet',
    },
  ]
  return deeds.filter((deed): deed is Deed => Boolean(deed))
}

function foundSentence(draft: Draft, { notUnderstood = {} }: ImportChoices): string {
  const made = Object.values(notUnderstood).filter((choice) => choice === 'point').length
  return `${made} of ${counted(draft.notUnderstood.length, 'part')} made a point, ${draft.notUnderstood.length - made} set aside`
}

export type ConfirmedCounts = { added: number; joined: number; closed: number; leftOut: number }

export function confirmedSentence({ added, joined, leftOut, closed }: ConfirmedCounts): string {
  const words = [
    `${counted(added, 'point')} added to the plan`,
    ...(joined > 0
      ? [
          `${counted(joined, 'point')} that ${joined === 1 ? 'was' : 'were'} there ${joined === 1 ? 'has' : 'have'} more now`,
        ]
      : []),
    ...(closed > 0 ? [`${counted(closed, 'old point')} closed`] : []),
    ...(leftOut > 0 ? [`${counted(leftOut, 'line')} left out`] : []),
  ]
  return `${words.join(', ')}.`
}
