import { isLevel, type Level } from '~/domain/compliance'
import {
  trackerSections,
  reportSections,
  type ImportChoices,
  type LineChoice,
  type ReadingChoice,
  type ReviewFacts,
  type Section,
  type SourceChoice,
} from '~/domain/import-choices'
import { done, refusedFor, type Outcome, type Refusal } from '~/domain/outcome'
import type { Category } from '~/domain/progress'
import { planFields, type PlanField } from '~/domain/reading/action-plan-fields'
import type { Layout, ReviewKind } from '~/domain/reading/draft'
import { CLOSED_BY, SOURCE_KINDS, checkSource } from '~/domain/source'
import { isElementNumber } from '~/domain/standard'
import { parseTypedDate } from '~/domain/typed-date'
import type { Typed } from '~/http/parse-form'
import type { Accepting } from '~/use-cases/change-draft'

export const isSection = (value: string | undefined): value is Section =>
  ([...reportSections, ...trackerSections] as string[]).includes(value ?? '')

const text = (typed: Typed, name: string, most = 300): string => {
  const value = typed[name]
  return (Array.isArray(value) ? (value[0] ?? '') : (value ?? '')).trim().slice(0, most)
}
const list = (typed: Typed, name: string): string[] => {
  const value = typed[name]
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}
/** The endings of the names that begin so: "line-r0a1" gives "r0a1". */
const keysOf = (typed: Typed, start: string): string[] =>
  Object.keys(typed).flatMap((name) => (name.startsWith(start) ? [name.slice(start.length)] : []))
const isKey = (key: string) => /^[rtu]\d{1,4}([ap][\d.S]{1,8})?(s\d{1,2})?$/.test(key)

/** How often the section had been saved when the form was opened. */
export const standingIn = (typed: Typed): number | null => {
  const value = text(typed, 'standing')
  return /^\d{1,6}$/.test(value) ? Number(value) : null
}
export const acceptingIn = (typed: Typed): Accepting | null =>
  typed.do === 'certain' || typed.do === 'owners' ? typed.do : null

/** What one section's form says; what it does not hold is left to what stands. */
export function sectionChoices(section: Section, typed: Typed): Outcome<Partial<ImportChoices>> {
  switch (section) {
    case 'facts':
      return factsIn(typed)
    case 'ratings':
      return done(ratingsIn(typed))
    case 'not-understood':
      return done({
        notUnderstood: Object.fromEntries(
          keysOf(typed, 'found-')
            .filter((index) => /^\d{1,5}$/.test(index))
            .map((index) => [index, text(typed, `found-${index}`) === 'point' ? 'point' : 'aside']),
        ),
      })
    case 'points':
      return done(pointsIn(typed))
    case 'old-points':
      return done({
        oldPoints: Object.fromEntries(
          keysOf(typed, 'old-').map((key) => [key, text(typed, `old-${key}`) === 'close' ? 'close' : 'keep']),
        ),
      })
    case 'questions': {
      const kept = new Set(list(typed, 'keep'))
      return done({
        leftQueries: list(typed, 'asked')
          .filter((index) => !kept.has(index))
          .map(Number)
          .filter(Number.isInteger),
      })
    }
    case 'source':
      return sourcesIn(typed)
    case 'columns':
      return done({
        statuses: Object.fromEntries(
          keysOf(typed, 'word-').map((index) => [
            text(typed, `word-${index}`),
            categoryIn(text(typed, `status-${index}`)),
          ]),
        ),
      })
  }
}

const categoryIn = (value: string): Category | null => (/^[1-4]$/.test(value) ? (Number(value) as Category) : null)

const kinds: readonly string[] = ['initial', 'annual-1', 'annual-2', 'recertification'] satisfies ReviewKind[]

function factsIn(typed: Typed): Outcome<Partial<ImportChoices>> {
  const refusals: Refusal[] = []
  const date = (name: string, what: string) => {
    const value = text(typed, name)
    if (value === '') return null
    const parsed = parseTypedDate(value, what)
    if (parsed.ok) return parsed.value
    refusals.push({ field: name, message: parsed.refusals[0]!.message })
    return null
  }
  const reviews: Record<string, ReviewFacts> = {}
  for (const index of keysOf(typed, 'kind-')) {
    const kind = text(typed, `kind-${index}`)
    if (!kinds.includes(kind)) refusals.push({ field: `kind-${index}`, message: 'Select which review it is' })
    const [visitFrom, visitTo] = [
      date(`visitFrom-${index}`, 'the first day of the visit'),
      date(`visitTo-${index}`, 'the last day of the visit'),
    ]
    if (visitFrom !== null && visitTo !== null && visitTo < visitFrom)
      refusals.push({ field: `visitTo-${index}`, message: 'The last day of the visit must not be before the first' })
    reviews[index] = {
      kind: kind as ReviewKind,
      assessors: text(typed, `assessors-${index}`, 1_000)
        .split('\n')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
      reportedOn: date(`reportedOn-${index}`, 'the date of the report'),
      documentReviewOn: date(`documentReviewOn-${index}`, 'the date of the document review'),
      visitFrom,
      visitTo,
      projectNumber: text(typed, `projectNumber-${index}`, 60) || null,
      clientId: text(typed, `clientId-${index}`, 60) || null,
      planNext: list(typed, `planNext-${index}`).includes('yes'),
    }
  }
  const id = text(typed, 'certification')
  const name = text(typed, 'certificateName', 200)
  if (id === '') refusals.push({ field: 'certification', message: 'Select the certificate' })
  if (id === 'new' && name === '')
    refusals.push({ field: 'certificateName', message: 'Enter a name for the certificate' })
  if (refusals.length > 0) return refusedFor(refusals)
  return done({ reviews, certification: { id: id === 'new' ? null : id, name, body: text(typed, 'body') || 'other' } })
}

function ratingsIn(typed: Typed): Partial<ImportChoices> {
  const levels: Record<string, Record<string, Level | null>> = {}
  for (const key of keysOf(typed, 'level-')) {
    const [index, element] = [key.slice(0, key.indexOf('-')), key.slice(key.indexOf('-') + 1)]
    const value = text(typed, `level-${key}`)
    if (!/^\d{1,2}$/.test(index) || !isElementNumber(element) || (value !== '' && !isLevel(value))) continue
    levels[index] = { ...levels[index], [element]: value === '' ? null : (value as Level) }
  }
  const keptValues: Record<string, string[]> = {}
  for (const index of keysOf(typed, 'changed-')) {
    const taken = new Set(list(typed, `take-${index}`))
    keptValues[index] = list(typed, `changed-${index}`).filter((key) => !taken.has(key))
  }
  return { levels, keptValues }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function pointsIn(typed: Typed): Partial<ImportChoices> {
  const lines: Record<string, LineChoice> = {}
  const owners: Record<string, string> = {}
  for (const key of keysOf(typed, 'line-').filter(isKey)) {
    const value = text(typed, `line-${key}`)
    const [what, id = ''] = value.split(':')
    if (what === 'same' && uuid.test(id)) {
      const also = list(typed, `also-${key}`).filter((each) => uuid.test(each) && each !== id)
      lines[key] = { do: 'same', id, ...(also.length > 0 ? { also } : {}) }
    } else if (what === 'again' && (uuid.test(id) || isKey(id))) lines[key] = { do: 'again', id }
    else if (what === 'merge' && isKey(text(typed, `merge-${key}`)) && text(typed, `merge-${key}`) !== key)
      lines[key] = { do: 'merge', into: text(typed, `merge-${key}`) }
    else if (what === 'new' || what === 'leave') lines[key] = { do: what }
    if (typed[`owner-${key}`] !== undefined) owners[key] = text(typed, `owner-${key}`, 60)
  }
  return { lines, owners }
}

function sourcesIn(typed: Typed): Outcome<Partial<ImportChoices>> {
  const refusals: Refusal[] = []
  const sources: Record<string, SourceChoice> = {}
  for (const key of keysOf(typed, 'title-')) {
    const [title, kind, closesBy, committee] = ['title', 'kind', 'closesBy', 'committee'].map((name) =>
      text(typed, `${name}-${key}`, 200),
    )
    const dated = text(typed, `datedOn-${key}`)
    const datedOn = dated === '' ? null : parseTypedDate(dated, 'the date of the document')
    if (title === '') refusals.push({ field: `title-${key}`, message: 'Enter a title for where these come from' })
    if (datedOn !== null && !datedOn.ok)
      refusals.push({ field: `datedOn-${key}`, message: datedOn.refusals[0]!.message })
    const [aKind, aCloser] = [SOURCE_KINDS.find((each) => each === kind), CLOSED_BY.find((each) => each === closesBy)]
    if (!aKind) refusals.push({ field: `kind-${key}`, message: 'Select what kind of source it is' })
    if (!aCloser) refusals.push({ field: `closesBy-${key}`, message: 'Select who closes its points' })
    if (!aKind || !aCloser || (datedOn !== null && !datedOn.ok)) continue
    const checked = checkSource({ kind: aKind, closesBy: aCloser, committee: committee! })
    if (!checked.ok) refusals.push(...checked.refusals.map((each) => ({ ...each, field: `${each.field}-${key}` })))
    sources[key] = {
      title: title!,
      kind: aKind,
      closesBy: aCloser,
      committee: committee || null,
      datedOn: datedOn?.value ?? null,
    }
  }
  return refusals.length > 0 ? refusedFor(refusals) : done({ sources })
}

const layouts: readonly string[] = ['assessment-services', 'centre-for-assessment', 'action-plan'] satisfies Layout[]

/** How the file is to be read again: only what a person set stands over what is recognised. */
export function readingOf(typed: Typed): ReadingChoice {
  const layout = text(typed, 'layout')
  const columns = keysOf(typed, 'field-').flatMap((index) => {
    const field = text(typed, `field-${index}`)
    const heading = text(typed, `heading-${index}`)
    if (!(planFields as readonly string[]).includes(field) || !/^\d{1,3}$/.test(index)) return []
    const place = heading === '' ? { index: Number(index) } : { heading }
    return [{ ...place, field: field as PlanField }]
  })
  return { layout: layouts.includes(layout) ? (layout as Layout) : null, sheet: text(typed, 'sheet') || null, columns }
}
