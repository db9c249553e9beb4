/** The confirm screens of a document: what is left to look at, and each section with its proposals, their reasons, the
 * document's own words and where they stand. */
import { readInCouncil, type CouncilScope, type Tx } from '#db/in-council'
import { readImportFacts } from '#db/queries/import-facts'
import { confirmedImportOf, getImport, type ImportRow } from '#db/queries/imports'
import { listOwnerChoices } from '#db/queries/owner-choices'
import { assessmentBodies, assessmentBody, reviewTitle } from '~/domain/assessment-body'
import { countLevels, countsSentence, levelLabels, levels } from '~/domain/compliance'
import { formatCompletion } from '~/domain/completion-date'
import { formatDate } from '~/domain/dates'
import { isReport, sectionTitles, statusesOf, type LineChoice, type Section } from '~/domain/import-choices'
import { placeOf } from '~/domain/import-lines'
import { importPlan, type ImportFacts, type ImportPlan, type PlannedLine } from '~/domain/import-plan'
import { sectionsOf, unseenSections } from '~/domain/import-progress'
import { todayInLondon } from '~/domain/london-time'
import { RECOMMENDATION_KIND_LABELS } from '~/domain/recommendation'
import { isSpanOfDays } from '~/domain/report-confirmation'
import { capitalised, counted, listed } from '~/domain/sentence'
import { criterionOf, customerServiceExcellence, elementsOf } from '~/domain/standard'
import { formatSpan } from '~/domain/visit-date'

type Loaded = { row: ImportRow; facts: ImportFacts; plan: ImportPlan }

async function load(scope: CouncilScope, tx: Tx, id: string): Promise<Loaded | null> {
  const [row, facts] = await Promise.all([getImport(scope, tx, id), readImportFacts(scope, tx)])
  return row && { row, facts, plan: importPlan(row.draft, row.choices, facts, row.fileName) }
}

const layoutWords: Readonly<Record<string, string>> = {
  'assessment-services': 'an Assessment Services report',
  'centre-for-assessment': 'a Centre for Assessment report',
  'action-plan': 'a tracker or action plan',
  unrecognised: 'no report or tracker we know',
}

/** The task list, and after the confirm what became of it. */
export const readImport = (scope: CouncilScope, id: string) =>
  readInCouncil(scope, async (tx) => {
    const loaded = await load(scope, tx, id)
    if (!loaded) return null
    const { row, plan, facts } = loaded
    const { draft, choices } = row
    const before = await confirmedImportOf(scope, tx, row.sha256, id)
    const unseen = unseenSections(draft, choices, plan)
    const coming = facts.reviews.find(
      ({ state, certificationId }) => state !== 'held' && certificationId === plan.certification?.id,
    )
    return {
      id: row.id,
      fileName: row.fileName,
      isReport: isReport(draft),
      layout: draft.layout,
      layoutWords: layoutWords[draft.layout]!,
      state: row.state,
      organisation: draft.organisation,
      takenInBefore: before?.confirmedAt ? formatDate(todayInLondon(before.confirmedAt)) : null,
      tasks: sectionsOf(draft, choices, plan).map((section) => ({
        section,
        title: sectionTitles[section],
        what: whatIsIn(section, loaded),
        state: choices.seen?.includes(section) ? 'Looked at' : unseen.includes(section) ? 'To look at' : 'Proposed',
      })),
      mayConfirm: draft.reviews.length + draft.recommendations.length > 0 && unseen.length === 0,
      willDo: whatConfirmingDoes(plan),
      notUnderstood: draft.notUnderstood.map(({ text, source }) => ({ text, where: placeOf(source) })),
      reviews: plan.reviews.flatMap(({ index, match, title }) =>
        match
          ? [
              {
                id: match.review.id,
                title: capitalised(title),
                questions: plan.queries.filter((query) => query.review === index && !query.leftOut).length,
              },
            ]
          : [],
      ),
      next: row.state === 'confirmed' && coming ? nextOf(coming, draft, plan) : null,
    }
  })

function nextOf(coming: ImportFacts['reviews'][number], draft: ImportRow['draft'], plan: ImportPlan) {
  const body = assessmentBody(plan.certification?.body ?? 'other')
  const foreseen = draft.reviews.at(-1)?.nextReview
  const from = foreseen?.from ?? null
  return {
    id: coming.id,
    title: capitalised(reviewTitle(body, coming.kind)),
    agreed: coming.state === 'agreed',
    foreseen: from === null ? null : formatSpan({ from, to: foreseen?.to ?? from }),
    isSpanOfDays: isSpanOfDays(from, foreseen?.to ?? null),
    requests: body.requests.map(({ title }) => title),
  }
}

function whatIsIn(section: Section, { row, plan }: Loaded): string {
  const { draft, choices } = row
  if (section === 'facts')
    return listed(
      plan.reviews.map(
        ({ title, facts }) => `${title}${facts.reportedOn ? ` of ${formatDate(facts.reportedOn)}` : ''}`,
      ),
    )
  if (section === 'ratings') {
    const changed = plan.reviews.flatMap(({ changes }) => changes).length
    const last = plan.reviews.at(-1)!
    return changed > 0
      ? `${counted(changed, 'value')} changed`
      : countsSentence(countLevels(last.ratings.map(({ level }) => level)))
  }
  if (section === 'points') {
    const joins = plan.lines.filter(({ choice }) => choice.do === 'same' || choice.do === 'again').length
    const fresh = plan.lines.filter(({ choice }) => choice.do === 'new').length
    return [`${counted(fresh, 'new point')}`, ...(joins > 0 ? [`${joins} like one we have`] : [])].join(', ')
  }
  if (section === 'old-points') {
    const closing = plan.oldPoints.filter(({ choice }) => choice === 'close').length
    return `${counted(closing, 'point')} proposed to close, ${plan.oldPoints.length - closing} to stay open`
  }
  if (section === 'questions') return counted(plan.queries.length, 'question')
  if (section === 'columns')
    return draft.layout === 'unrecognised'
      ? 'No table of points was found: say what it is'
      : counted(
          (choices.tables ?? []).reduce((sum, { columns }) => sum + columns.length, 0),
          'column',
        )
  return listed(Object.values(plan.sources).map(({ title }) => `“${title}”`))
}

/** In words, above the button that does it. */
function whatConfirmingDoes({ reviews, lines, oldPoints, queries, certification }: ImportPlan): string[] {
  const does = (what: LineChoice['do']) => lines.filter(({ choice }) => choice.do === what).length
  const added = does('new') + does('again')
  const closing = oldPoints.filter(({ choice }) => choice === 'close').length
  const asked = queries.filter(({ leftOut }) => !leftOut).length
  const fresh = reviews.filter(({ match }) => match?.how !== 'same-report')
  return [
    ...(certification?.id === null ? [`the certificate “${certification.name}” is entered`] : []),
    ...fresh.map(({ title, ratings }) => `the ${title} is marked as held, with ${counted(ratings.length, 'level')}`),
    ...(added > 0 ? [`${counted(added, 'point')} ${added === 1 ? 'is' : 'are'} added to the plan`] : []),
    ...(does('same') > 0
      ? [`${counted(does('same'), 'line')} ${does('same') === 1 ? 'joins a point' : 'join points'} we have`]
      : []),
    ...(closing > 0
      ? [`${counted(closing, 'old point')} ${closing === 1 ? 'is' : 'are'} closed, with the finding as the reason`]
      : []),
    ...(asked > 0 ? [`${counted(asked, 'question')} ${asked === 1 ? 'is' : 'are'} kept to be settled`] : []),
  ]
}

export type SectionView = NonNullable<Awaited<ReturnType<typeof readImportSection>>>

/** Null where there is no such draft, or it has no such section. */
export const readImportSection = (scope: CouncilScope, id: string, section: string) =>
  readInCouncil(scope, async (tx) => {
    const loaded = await load(scope, tx, id)
    if (!loaded) return null
    const { row, plan } = loaded
    const sections = sectionsOf(row.draft, row.choices, plan)
    const place = sections.findIndex((each) => each === section)
    if (place < 0) return null
    const which = sections[place]!
    const owners = which === 'points' ? await listOwnerChoices(scope, tx) : []
    return {
      id: row.id,
      fileName: row.fileName,
      section: which,
      title: sectionTitles[which],
      place: `Step ${place + 1} of ${sections.length}`,
      isOpen: row.state === 'draft',
      facts: which === 'facts' ? factsView(loaded) : null,
      ratings: which === 'ratings' ? ratingsView(loaded) : null,
      points:
        which === 'points' ? { lines: plan.lines.map((line) => lineView(line, plan, loaded.facts)), owners } : null,
      oldPoints: which === 'old-points' ? plan.oldPoints.map(oldPointView) : null,
      questions: which === 'questions' ? plan.queries.map(questionView) : null,
      sources: which === 'source' ? sourcesView(plan) : null,
      columns: which === 'columns' ? columnsView(row) : null,
    }
  })

function factsView({ row, plan, facts }: Loaded) {
  const certification = plan.certification!
  return {
    certification: {
      chosen: certification.id ?? 'new',
      name: certification.id === null ? certification.name : '',
      body: certification.body,
      choices: facts.certifications.map(({ id, name }) => ({ value: id, label: name })),
      bodies: assessmentBodies.map(({ id, name }) => ({ value: id, label: name })),
    },
    reviews: plan.reviews.map(({ index, facts: its, title, match }) => {
      const read = row.draft.reviews[index]!
      const next = read.nextReview
      const from = next?.from ?? null
      return {
        index,
        title: capitalised(title),
        ...its,
        assessors: its.assessors.join('\n'),
        kinds: assessmentBody(certification.body).reviews.map((rule) => ({
          value: rule.kind,
          label: capitalised(rule.title),
        })),
        match: match && {
          sentence:
            match.how === 'same-report'
              ? 'We have the report of this review already: this is taken as a corrected issue of it.'
              : 'This is the review that was to come: it is marked as held.',
        },
        next: next && {
          title: reviewTitle(assessmentBody(certification.body), next.kind),
          when: from === null ? 'no date' : formatSpan({ from, to: next.to ?? from }),
          isSpanOfDays: isSpanOfDays(from, next.to),
        },
        schedule: read.schedule.map(({ text }) => text),
        outcome: read.outcome,
        marks: read.marks,
      }
    }),
  }
}

function ratingsView({ row, plan }: Loaded) {
  const titles = elementsOf(customerServiceExcellence)
  return plan.reviews.map(({ index, title, ratings, changes, kept }) => {
    const rated = new Map(ratings.map((rating) => [rating.element, rating]))
    const printed = row.draft.reviews[index]!.totals
    return {
      index,
      title: capitalised(title),
      counted: countsSentence(countLevels(ratings.map(({ level }) => level))),
      printed: printed && countsSentence(printed),
      below: ratings
        .filter(({ level }) => level === 'partial' || level === 'non')
        .map(({ element, level }) => `${element} is ${levelLabels[level]}`),
      changes: changes.map((change) => ({ ...change, taken: !kept.includes(change.key) })),
      criteria: customerServiceExcellence.criteria
        .filter(({ supplementary }) => !supplementary)
        .map((criterion) => {
          const its = titles.filter(({ number }) => criterionOf(number) === criterion.number)
          const found = its.flatMap(({ number }) => rated.get(number) ?? [])
          return {
            number: criterion.number,
            title: criterion.title,
            counts: countsSentence(countLevels(found.map(({ level }) => level))),
            toLookAt: found.some(({ inferred }) => inferred) || found.length < its.length,
            elements: its.map(({ number, title: name }) => {
              const rating = rated.get(number)
              return {
                element: number,
                title: name,
                level: rating?.level ?? '',
                how:
                  rating === undefined
                    ? 'not rated'
                    : rating.inferred
                      ? 'number worked out'
                      : rating.stated
                        ? ''
                        : 'not listed, so full',
                words: rating?.justification ?? null,
                where: rating === undefined ? '' : placeOf(rating.source),
              }
            }),
          }
        }),
      levels: levels.map((level) => ({ value: level, label: capitalised(levelLabels[level]) })),
    }
  })
}

const clipped = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most).replace(/\s+\S*$/, '')} …` : text

export const choiceValue = (choice: LineChoice): string =>
  choice.do === 'same' || choice.do === 'again' ? `${choice.do}:${choice.id}` : choice.do

function lineView(line: PlannedLine, plan: ImportPlan, facts: ImportFacts) {
  const { tracked, choice } = line
  const fresh =
    line.review === null ? 'A new point' : `A new point, ${RECOMMENDATION_KIND_LABELS[line.kind].toLowerCase()}`
  const hintOf = (text: string, why: string, then: string) => `“${clipped(text, 160)}” (${why}). ${then}`
  const isOlder = (reviewId: string | null) =>
    reviewId !== null && line.review !== null && plan.reviews[line.review]?.match?.review.id !== reviewId
  const candidates = line.candidates.flatMap(({ point, why }) => {
    const named = `${point.number} of “${point.source}”${point.state === 'closed' ? ', closed' : ''}`
    const same = {
      value: `same:${point.id}`,
      label: `The same as ${named}`,
      hint: hintOf(
        point.text,
        why,
        line.review === null
          ? 'What is not there yet is added to it.'
          : 'It takes these words and elements, and keeps its owners, actions and progress.',
      ),
    }
    const again = {
      value: `again:${point.id}`,
      label: `${point.number} of “${point.source}”, raised again`,
      hint: hintOf(point.text, why, 'The new point carries on its owners and unfinished actions.'),
    }
    if (line.review === null) return [same]
    return isOlder(point.reviewId) || (choice.do === 'again' && choice.id === point.id) ? [again, same] : [same]
  })
  const earlier = line.earlierLines.map(({ key, number, text, why }) => ({
    value: `again:${key}`,
    label: `Point ${number} of the earlier review, raised again`,
    hint: hintOf(text, why, 'The two are linked and counted.'),
  }))
  const others = plan.lines.filter(
    (other) => other.key !== line.key && other.choice.do !== 'leave' && other.choice.do !== 'merge',
  )
  const covering = plan.lines.filter(({ key }) => line.coveredBy.includes(key)).map(({ number }) => number)
  return {
    key: line.key,
    number: line.number,
    text: line.text,
    kind: RECOMMENDATION_KIND_LABELS[line.kind],
    review: line.review === null ? null : capitalised(plan.reviews[line.review]!.title),
    elements: line.elements,
    adviceOnly: line.adviceOnly,
    where: placeOf(line.source),
    quote:
      line.source.quote !== null && line.source.quote.trim() !== line.text.trim()
        ? clipped(line.source.quote, 1_500)
        : null,
    response: line.response,
    covered:
      covering.length === 0
        ? null
        : `Covered by area ${listed(covering)}, which names its element: leave it out unless it needs a point of its own.`,
    isProposed: line.isProposed,
    choices: [
      ...candidates,
      ...earlier,
      { value: 'new', label: fresh, hint: undefined },
      ...(others.length > 0 ? [{ value: 'merge', label: 'Part of another line', hint: undefined }] : []),
      { value: 'leave', label: 'Leave it out', hint: undefined },
    ],
    chosen: choiceValue(choice),
    mergeInto: choice.do === 'merge' ? choice.into : '',
    others: others.map((other) => ({ value: other.key, label: `${other.number}. ${clipped(other.text, 60)}` })),
    also: choice.do === 'same' && line.review !== null ? alsoOf(line, choice, facts) : [],
    owner: line.owner,
    ownerWhy: line.ownerWhy,
    tracked: tracked && {
      responsibility: tracked.responsibility.join(', '),
      notes: tracked.notes.join(' '),
      completions: tracked.completions.map((completion) => formatCompletion(completion)).join('; '),
      actions: tracked.actions.map((action) => ({
        number: action.number,
        text: action.text,
        owners: action.owners.join(', '),
        inferred: action.inferred,
        written: action.completion?.text ?? null,
        understood: action.completion ? formatCompletion(action.completion) : null,
      })),
      progress: tracked.progress.map((update) => ({
        asAt: update.asAt === null ? null : formatDate(update.asAt),
        category: update.category,
        evidence: update.evidence,
        revised: update.revisedCompletion?.text ?? null,
      })),
    },
  }
}
export type LineView = ReturnType<typeof lineView>

/** Other points of ours that may be the same one: a tracker had split it. */
const alsoOf = (line: PlannedLine, choice: Extract<LineChoice, { do: 'same' }>, { points }: ImportFacts) =>
  line.candidates
    .filter(({ point }) => point.id !== choice.id && point.state === 'open' && point.reviewId === null)
    .map(({ point }) => ({
      value: point.id,
      label: `${point.number} of “${points.find(({ id }) => id === point.id)!.source}”`,
      hint: clipped(point.text, 160),
      checked: choice.also?.includes(point.id) ?? false,
    }))

const oldPointView = (point: ImportPlan['oldPoints'][number]) => ({
  key: point.key,
  number: point.number,
  text: point.text,
  elements: point.elements.join(', '),
  finding: point.finding,
  why: point.why,
  chosen: point.choice,
  kept:
    point.unfinishedActions > 0
      ? `${counted(point.unfinishedActions, 'action')} under it ${point.unfinishedActions === 1 ? 'is' : 'are'} not finished, and kept.`
      : null,
  closesAs:
    point.how === 'raised-again' ? 'Close it: the new point takes its place' : 'Close it as answered at this review',
})

const audienceWords = { assessor: 'For the assessor', owner: 'For the owner', reader: 'For you' } as const

const questionView = (query: ImportPlan['queries'][number]) => ({
  index: query.index,
  message: query.message,
  audience: audienceWords[query.audience],
  isForAssessor: query.audience === 'assessor',
  decides: query.decides,
  leftOut: query.leftOut,
  readings: (query.alternatives ?? []).map(({ element, level }) => `${element} may be ${levelLabels[level]}`),
})

const sourcesView = (plan: ImportPlan) =>
  Object.entries(plan.sources).map(([key, source]) => ({
    key,
    of: key === 'plan' ? null : capitalised(plan.reviews[Number(key)]!.title),
    ...source,
    committee: source.committee ?? '',
    datedOn: source.datedOn ?? '',
  }))

const columnsView = ({ draft, choices }: ImportRow) => ({
  layout: choices.reading?.layout ?? draft.layout,
  isRecognised: draft.layout !== 'unrecognised',
  sheets: choices.sheets ?? [],
  statuses: statusesOf(draft).map((word, index) => ({
    word,
    index,
    category: String(choices.statuses?.[word] ?? ''),
  })),
  sheet: choices.reading?.sheet ?? '',
  tables: (choices.tables ?? []).map(({ sheet, columns, sample }) => ({
    sheet,
    columns: columns.map(({ index, heading, field, by }) => ({
      index,
      heading,
      field,
      by,
      sample: sample.map((row) => row[index] ?? '').filter((text) => text !== ''),
    })),
  })),
})

/** One line by itself, to be changed or split. */
export const readImportLine = (scope: CouncilScope, id: string, key: string) =>
  readInCouncil(scope, async (tx) => {
    const loaded = await load(scope, tx, id)
    const line = loaded?.plan.lines.find((each) => each.key === key)
    if (!loaded || !line || loaded.row.state !== 'draft') return null
    const parts = line.splitOf === null ? null : (loaded.row.choices.splits?.[line.splitOf] ?? null)
    return {
      id: loaded.row.id,
      ...lineView(line, loaded.plan, loaded.facts),
      maySplit: line.kind !== 'partial-compliance',
      hasParts: parts !== null,
      hasTracked: line.tracked !== null && line.tracked.actions.length > 0,
    }
  })
