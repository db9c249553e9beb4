/**
 * The report of an assessor of Assessment Services: numbered sections, strengths and areas for improvement as
 * paragraphs that close with their elements, a table of findings for each sub-criterion, a totals box, a conclusion
 * with the reviews to come, and a closing table with the level of each element. One review to a document.
 */
import { readConclusion } from './assessment-services-conclusion'
import { readCover, readFacts, type Facts } from './assessment-services-facts'
import { readFindings, type Finding } from './assessment-services-findings'
import { readLevels, readPrintedTotals, type PrintedTotals } from './assessment-services-levels'
import { rateElements, type Ratings } from './assessment-services-ratings'
import {
  criterionHeading,
  isFindingsHeader,
  isLevelsHeader,
  sectionsOf,
  subCriterionHeading,
  type Section,
} from './assessment-services-sections'
import type { Block } from './blocks'
import type { Draft, DraftReview } from './draft'
import { isKnownElement, readElements } from './element-references'
import { emptyReview, openAccount, type Account } from './report-account'
import { claimsIn, type Claim } from './report-claims'
import { allElements } from './report-elements'
import { linesOf, type Line } from './report-lines'
import { areaOf, isArea, isPointsHeader, isStrength, leadsToAreas, passagesOf, strengthOf } from './report-points'
import type { ReviewEvidence } from './report-evidence'
import { reportQueries } from './report-queries'
import { readKind } from './report-words'

export function readAssessmentServices(blocks: Block[]): Draft {
  const lines = linesOf(blocks)
  const account = openAccount(lines)
  for (const line of lines) if (line.kind === 'page') account.setAside(line, 'page')
  const sections = sectionsOf(lines)
  const review = emptyReview('initial')

  const facts = readFacts(sections, review, account)
  readCover(sections[0]!, review, facts, account)
  const kind = facts.kinds.at(-1)?.kind ?? kindFromHeadings(sections)
  if (kind !== null) review.kind = kind
  setAsideFurniture(sections, account)

  const printed = readPrintedTotals(sections, account)
  readPoints(sections, review, account)
  review.totals = printed[0]?.counts ?? null
  review.totalsByCriterion = printed.find(({ grid }) => grid !== null)?.grid?.byCriterion ?? []
  const levels = readLevels(sections, review, account)
  for (const { element, line } of levels) if (!allElements.includes(element)) account.lookAt(line)
  const listed = levels.map(({ element }) => element)
  const findings = readFindings(sections, listed, review, account)
  const rated = rateElements(levels, findings, review, lines)
  review.ratings = rated.ratings
  review.scope = rated.scope
  keepUnratedFindings(findings, review, account)
  readConclusion(sections, review, account)
  tellTheRest(sections, review, account)

  const draft = account.close('assessment-services', {
    title: facts.title,
    organisation: facts.organisation,
    reviews: [review],
    queries: [],
  })
  draft.queries = reportQueries([evidenceOf(draft.reviews[0]!, facts, sections, printed, rated, findings)])
  return draft
}

/** How much a document looks like this layout, 0 to 1. */
export function looksLikeAssessmentServices(blocks: Block[]): number {
  const lines = linesOf(blocks)
  const names = new Set(sectionsOf(lines).map(({ name }) => name))
  const marks = [
    lines.some(({ text }) => /\bassessment services\b|\bregistered cse assessor\b/i.test(text)),
    names.has('strengths') && names.has('areas'),
    lines.some(({ text }) => /continu\w+ improvement/i.test(text)) && names.has('areas'),
    lines.some(isFindingsHeader) && lines.some((line) => subCriterionHeading(line) !== null),
    lines.some(isLevelsHeader),
    names.has('key') || lines.some(({ text }) => /^(?:prepared by|organi[sz]ation\s*\/)/i.test(text)),
    names.has('methodology') || names.has('conclusion'),
  ]
  const rated = lines.some(isFindingsHeader) || lines.some(isLevelsHeader)
  return (marks.filter(Boolean).length / marks.length) * (rated || marks[0] === true ? 1 : 0.6)
}

function kindFromHeadings(sections: readonly Section[]): DraftReview['kind'] | null {
  for (const { heading } of sections) {
    const kind = heading === null ? null : readKind(heading.text)
    if (kind !== null) return kind
  }
  return null
}

function setAsideFurniture(sections: readonly Section[], account: Account): void {
  for (const { name, heading, lines } of sections) {
    if (heading !== null) account.setAside(heading, 'boilerplate')
    if (name === 'contents') for (const line of lines) if (line.kind !== 'page') account.setAside(line, 'contents')
  }
}

function readPoints(sections: readonly Section[], review: DraftReview, account: Account): void {
  for (const section of sections) {
    if (section.name !== 'strengths' && section.name !== 'areas') continue
    const open = section.lines.filter((line) => !account.isTaken(line) && line.kind !== 'page' && line.text !== '')
    for (const line of open) if (isPointsHeader(line)) account.setAside(line, 'boilerplate')
    const lines = open.filter((line) => !account.isTaken(line))
    let { name } = section
    for (const passage of passagesOf(lines)) {
      if (name === 'strengths' && leadsToAreas(passage.text)) name = 'areas'
      if (name === 'strengths' && isStrength(passage)) review.strengths.push(strengthOf(passage))
      else if (name === 'areas' && isArea(passage))
        review.areasForDevelopment.push(areaOf(passage, review.areasForDevelopment.length + 1))
      else {
        for (const line of passage.lines) account.tell(review, line, section.heading?.text ?? null, null)
        continue
      }
      account.take(...passage.lines)
    }
  }
}

/** A finding on an element that the report gives no level is told, since no rating can hold it. */
function keepUnratedFindings(findings: readonly Finding[], review: DraftReview, account: Account): void {
  const rated = new Set(review.ratings.map(({ element }) => element))
  for (const { element, text, line } of findings) {
    if (rated.has(element)) continue
    if (isKnownElement(element)) account.tell(review, line, element, element[0]!, text)
    else account.lookAt(line)
  }
}

/** Here a row that no rule took may hold a level; elsewhere a table is told as the assessor's words. */
const IN_TABLES: Section['name'][] = ['findings', 'totals', 'compliance']

function tellTheRest(sections: readonly Section[], review: DraftReview, account: Account): void {
  for (const { name, heading, lines } of sections) {
    let criterion: string | null = null
    let under = heading?.text ?? null
    for (const line of lines) {
      if (account.isTaken(line) || line.text === '') continue
      const named = criterionHeading(line)
      if (named !== null) {
        criterion = named
        under = line.text
      }
      if (line.kind === 'heading' && name !== 'cover') under = line.text
      if (line.kind === 'row' && IN_TABLES.includes(name)) account.lookAt(line)
      else account.tell(review, line, under === line.text ? (heading?.text ?? null) : under, criterion)
    }
  }
}

const WHERE: Partial<Record<Section['name'], string>> = {
  background: 'the introduction',
  methodology: 'the methodology',
  strengths: 'the summary of strengths',
  areas: 'the section on areas for improvement',
  conclusion: 'the conclusion',
}

function evidenceOf(
  review: DraftReview,
  facts: Facts,
  sections: readonly Section[],
  printed: readonly PrintedTotals[],
  rated: Ratings,
  findings: readonly Finding[],
): ReviewEvidence {
  const cover = facts.kinds.at(-1)
  const headings = sections.flatMap(({ name, heading }) => (heading === null ? [] : [headingFact(name, heading)]))
  const otherCovers = facts.kinds
    .slice(0, -1)
    .map(({ kind, text, line }) => ({ kind, text, year: null, source: line.source }))
  const prose = sections.flatMap(({ name, lines }) =>
    WHERE[name] === undefined ? [] : lines.map((line) => ({ line, where: WHERE[name]! })),
  )
  const strong = review.strengths.flatMap(({ elements, source }) =>
    elements.map((element): Claim => ({ element, calls: 'strength', where: 'the summary of strengths', source })),
  )
  return {
    review,
    name: 'the report',
    lists:
      rated.ratings.length > 0 && sections.some(({ name }) => name === 'compliance')
        ? 'the closing table'
        : 'the table of findings',
    printed: printed.map(({ counts, grid, name, line }) => ({
      name: `the ${name}`,
      counts,
      byCriterion: grid?.byCriterion ?? [],
      source: line.source,
    })),
    claims: [
      ...strong,
      ...prose.flatMap(({ line, where }) => claimsIn(line.text, where, line.source)),
      ...findings.flatMap(({ element, text, line }) =>
        claimsIn(text, `the finding on ${element}`, line.source, [element]),
      ),
    ],
    otherLevels: rated.otherLevels,
    unlisted: rated.unlisted,
    announced: [],
    cover: cover === undefined ? null : { kind: cover.kind, text: cover.text },
    headings: [...otherCovers, ...headings],
    unknown: [
      ...[
        ...prose,
        ...sections.flatMap(({ name, lines }) =>
          name === 'findings' || name === 'compliance' ? lines.map((line) => ({ line, where: 'the tables' })) : [],
        ),
      ].flatMap(({ line, where }) =>
        readElements(line.text).unknown.map((element) => ({ element, where, source: line.source })),
      ),
    ],
    plusBefore: null,
  }
}

/** A year counts only over the tables: elsewhere a heading may well look back. */
function headingFact(name: Section['name'], heading: Line): ReviewEvidence['headings'][number] {
  const year = name === 'compliance' || name === 'findings' ? (/\b20\d\d\b/.exec(heading.text)?.[0] ?? null) : null
  return { text: heading.text.replace(/[\s.:]+$/, ''), kind: readKind(heading.text), year, source: heading.source }
}
