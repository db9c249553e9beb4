/**
 * Many people at once, from a list that was pasted or came as CSV: one line a person, columns found by their headings
 * or, without headings, by what stands in them; addresses as a mail program copies them ("Ann Lee <ann@x.gov.uk>; …")
 * too. Nothing is guessed silently: what was taken from an address or left at the usual is said, and each line that
 * cannot be used says why.
 */
import { parseEmailAddress } from './email-address'
import { roles, type Role } from './permissions'
import { capitalised } from './sentence'

export type ListedPerson = {
  line: number
  name: string
  email: string
  role: Role
  post: string | null
  service: string | null
  /** What was not said and how it was filled in. */
  assumed: string[]
}
export type ListProblem = { line: number; text: string; why: string }
export type PeopleList = { people: ListedPerson[]; problems: ListProblem[] }
type Row = { line: number; cells: readonly string[] }

export const mostListed = 500

type Column = 'name' | 'email' | 'role' | 'post' | 'service'
const headings: [RegExp, Column][] = [
  [/^(e-?mail( address)?|address)$/i, 'email'],
  [/^((full |display )?name|person|officer|who)$/i, 'name'],
  [/^(role|access)$/i, 'role'],
  [/^(post|job( title)?|title|position)$/i, 'post'],
  [/^(service|department|team|directorate)$/i, 'service'],
]
const columnOf = (heading: string) => headings.find(([pattern]) => pattern.test(heading.trim()))?.[1]

/** "Ann Lee <ann@x.gov.uk>; Bob …" and one to a line: as rows of name and address. */
export function rowsOfAddresses(text: string): Row[] | null {
  if (!/<[^<>\s]+@[^<>\s]+>/.test(text)) return null
  return text.split('\n').flatMap((words, index) =>
    words
      .split(/;|,(?=[^<>]*<)/)
      .map((each) => each.trim())
      .filter((each) => each !== '')
      .map((each) => {
        const match = /^(.*?)<([^<>]+)>$/.exec(each)
        const name = match?.[1]?.trim().replace(/^["']|["']$/g, '') ?? ''
        return { line: index + 1, cells: match ? [name, match[2]!] : [each] }
      }),
  )
}

export function readPeopleList(rows: readonly Row[], usualRole: Role): PeopleList {
  const [first, ...rest] = rows
  const named = first?.cells.map(columnOf) ?? []
  const hasHeadings = named.includes('email')
  const list: PeopleList = { people: [], problems: [] }
  const seen = new Map<string, number>()
  for (const row of hasHeadings ? rest : rows) {
    const text = row.cells.filter((cell) => cell.trim() !== '').join(', ')
    if (text === '') continue
    const read = readRow(row, hasHeadings ? byHeadings(named) : byContent, usualRole)
    if ('why' in read) list.problems.push({ line: row.line, text, why: read.why })
    else if (seen.has(read.email))
      list.problems.push({ line: row.line, text, why: `The same address stands on line ${seen.get(read.email)}` })
    else if (list.people.length >= mostListed)
      list.problems.push({ line: row.line, text, why: `A list takes ${mostListed} people at once` })
    else {
      seen.set(read.email, row.line)
      list.people.push(read)
    }
  }
  return list
}

type Found = Partial<Record<Column, string>>
const byHeadings =
  (named: (Column | undefined)[]) =>
  (cells: readonly string[]): Found =>
    Object.fromEntries(
      named.flatMap((column, index) => (column && cells[index]?.trim() ? [[column, cells[index].trim()]] : [])),
    )

/** Without headings: the address and the role are known by what they are; of the others the first is the name. */
function byContent(cells: readonly string[]): Found {
  const found: Found = {}
  for (const cell of cells.map((each) => each.trim()).filter((each) => each !== '')) {
    if (cell.includes('@') && found.email === undefined) found.email = cell
    else if (roleOf(cell) !== null && found.role === undefined) found.role = cell
    else {
      const free = (['name', 'post', 'service'] as const).find((column) => found[column] === undefined)
      if (free) found[free] = cell
    }
  }
  return found
}

function readRow(row: Row, find: (cells: readonly string[]) => Found, usualRole: Role): ListedPerson | { why: string } {
  const found = find(row.cells)
  if (found.email === undefined) return { why: 'There is no email address' }
  const email = parseEmailAddress(found.email)
  if (email === null) return { why: `${found.email} is not an email address` }
  const role = found.role === undefined ? usualRole : roleOf(found.role)
  if (role === null) return { why: `${found.role} is no role: use ${roles.join(', ')}` }
  if ((found.name ?? '').length > 200) return { why: 'The name is longer than 200 characters' }
  const assumed = [
    ...(found.name === undefined ? ['the name is taken from the address'] : []),
    ...(found.role === undefined ? [`${role}, as chosen for all`] : []),
  ]
  const { post = null, service = null } = found
  return { line: row.line, name: found.name ?? nameFrom(email), email, role, post, service, assumed }
}

const otherNames: Record<string, Role> = { admin: 'administrator', councillor: 'member', cllr: 'member' }
function roleOf(text: string): Role | null {
  const word = text.trim().toLowerCase()
  return roles.find((role) => role === word) ?? otherNames[word] ?? null
}

/** ann.lee2@… → "Ann Lee" */
const nameFrom = (email: string): string =>
  email
    .split('@')[0]!
    .split(/[._-]+/)
    .map((part) => capitalised(part.replace(/\d+$/, '')))
    .filter((part) => part !== '')
    .join(' ') || email
