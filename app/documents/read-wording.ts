/** The official wording of the elements, from a JSON file: criteria, sub-criteria, elements with number and text. */
import { z } from 'zod'
import { done, refused, type Outcome } from '~/domain/outcome'
import { counted, listed } from '~/domain/sentence'
import { compareElements, elementsOf, normaliseElement, type Standard } from '~/domain/standard'

export type ElementWording = { element: string; text: string }
export type Wording = { elements: ElementWording[]; missing: string[] }

const longestText = 4_000
const text = (what: string) =>
  z
    .string(`${what} must be text`)
    .trim()
    .min(1, `${what} is empty`)
    .max(longestText, `${what} is longer than ${longestText} characters`)

const WordingFile = z.object({
  criteria: z
    .array(
      z.object({
        number: text('the number'),
        subcriteria: z
          .array(
            z.object({
              number: text('the number'),
              elements: z
                .array(z.object({ number: text('the number'), text: text('the text') }), 'a list is expected')
                .min(1, 'the list is empty'),
            }),
            'a list is expected',
          )
          .min(1, 'the list is empty'),
      }),
      'a list is expected',
    )
    .min(1, 'the list is empty'),
})

export function readWording(content: string, standard: Standard): Outcome<Wording> {
  const parsed = parseJson(content)
  if (!parsed.ok) return parsed
  const file = WordingFile.safeParse(parsed.value)
  if (!file.success) {
    const [issue] = file.error.issues
    const message = issue!.message.startsWith('Invalid input') ? 'something else is expected here' : issue!.message
    return refused(`The file does not have the shape that is expected, at ${placeOf(issue!.path)}: ${message}.`)
  }
  const given = file.data.criteria.flatMap((criterion) => criterion.subcriteria.flatMap((sub) => sub.elements))
  return checkElements(given, standard)
}

function parseJson(content: string): Outcome<unknown> {
  try {
    return done(JSON.parse(content.replace(/^\uFEFF/, '')) as unknown)
  } catch (error) {
    return refused(`The file is not JSON: ${(error as Error).message}.`)
  }
}

/** "criteria 2, subcriteria 1, elements 3, text": counted from one, as people count. */
const placeOf = (path: PropertyKey[]): string =>
  path.length === 0
    ? 'its beginning'
    : path
        .map((part) => (typeof part === 'number' ? ` ${part + 1}` : `, ${String(part)}`))
        .join('')
        .replace(/^, /, '')

function checkElements(given: { number: string; text: string }[], standard: Standard): Outcome<Wording> {
  const known = new Set(elementsOf(standard).map(({ number }) => number))
  const elements = given.map(({ number, text }) => ({ element: normaliseElement(number) ?? number, text }))
  const unknown = elements.filter(({ element }) => !known.has(element)).map(({ element }) => element)
  if (unknown.length > 0)
    return refused(`${listed(unknown.slice(0, 5))}: the standard ${standard.name} has no such element.`)
  const seen = new Set<string>()
  const twice = elements.filter(({ element }) => seen.has(element) || !seen.add(element)).map(({ element }) => element)
  if (twice.length > 0) return refused(`${listed([...new Set(twice)].slice(0, 5))}: given more than once.`)
  const missing = [...known].filter((number) => !seen.has(number)).sort(compareElements)
  return done({ elements, missing })
}

/** What to tell of elements the file leaves out. */
export const missingSentence = (missing: readonly string[]): string | null =>
  missing.length === 0
    ? null
    : `${counted(missing.length, 'element')} not in the file keep what they had: ${listed(missing.slice(0, 8))}${missing.length > 8 ? ' …' : ''}.`
