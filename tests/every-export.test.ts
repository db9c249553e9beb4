/** The first lock, read from the sources: every query and use case takes a CouncilScope first, or is on the list. */
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { withoutScope } from '#tests/support/without-scope'

const root = resolve(import.meta.dirname, '..')
type Found = { name: string; first: string | null }

function exportsOf(text: string): Found[] {
  const source = ts.createSourceFile('exports.ts', text, ts.ScriptTarget.Latest, true)
  return source.statements.flatMap((statement): Found[] => {
    if (ts.isExportDeclaration(statement) && !statement.isTypeOnly) return namedExports(statement)
    if (ts.isExportAssignment(statement)) return [{ name: 'default', first: null }]
    const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined
    if (!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return []
    if (ts.isFunctionDeclaration(statement))
      return [{ name: statement.name?.text ?? 'default', first: firstType(statement) }]
    if (ts.isClassDeclaration(statement)) return [{ name: statement.name?.text ?? 'default', first: null }]
    return ts.isVariableStatement(statement) ? statement.declarationList.declarations.flatMap(functionIn) : []
  })
}

/** Passed on from another file: its first argument is not seen here, so it is exported where it is written. */
const namedExports = ({ exportClause }: ts.ExportDeclaration): Found[] =>
  exportClause && ts.isNamedExports(exportClause)
    ? exportClause.elements.flatMap(({ name, isTypeOnly }) => (isTypeOnly ? [] : [{ name: name.text, first: null }]))
    : [{ name: '*', first: null }]

/** A value that is plainly none (words, a number, a list of labels) asks the database nothing; all else is a function. */
function functionIn({ name, initializer: written }: ts.VariableDeclaration): Found[] {
  if (!written) return []
  let initializer = written
  while (ts.isAsExpression(initializer) || ts.isSatisfiesExpression(initializer)) initializer = initializer.expression
  if (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
    return [{ name: name.getText(), first: firstType(initializer) }]
  const isPlain =
    ts.isLiteralExpression(initializer) ||
    ts.isArrayLiteralExpression(initializer) ||
    (ts.isObjectLiteralExpression(initializer) && !/=>|function/.test(initializer.getText()))
  return isPlain ? [] : [{ name: name.getText(), first: null }]
}

const firstType = (made: ts.SignatureDeclaration) => made.parameters[0]?.type?.getText() ?? null

const unscoped = (folder: string) =>
  readdirSync(`${root}/${folder}`)
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      exportsOf(readFileSync(`${root}/${folder}/${file}`, 'utf8'))
        .filter(({ first }) => first !== 'CouncilScope')
        .map(({ name }) => `${folder}/${file.replace('.ts', '')} ${name}`),
    )
const listed = Object.entries(withoutScope).flatMap(([file, names]) => names.map((name) => `${file} ${name}`))

describe('the list of what takes no scope', () => {
  const found = [...unscoped('db/queries'), ...unscoped('app/use-cases')]

  it('holds every query and use case that takes none', () => {
    expect(
      found.filter((each) => !listed.includes(each)),
      'Take CouncilScope as the first argument; where there can be none, say why in tests/support/without-scope.ts.',
    ).toEqual([])
  })

  it('holds nothing that is gone or takes one', () => {
    expect(
      listed.filter((each) => !found.includes(each)),
      'Take these out of tests/support/without-scope.ts.',
    ).toEqual([])
  })

  it.each([
    ['export function a(tx: Tx) {}', 'Tx'],
    ['export const a = async (id: string) => id', 'string'],
    ['export const a = cached(read)', null],
    ["export { a } from './other'", null],
    ['export class a {}', null],
  ])('would notice %s', (text, first) => {
    expect(exportsOf(text)).toEqual([{ name: 'a', first }])
  })
})
