/** What a log line says of an address, and what a body must be. */
import { describe, expect, it } from 'vitest'
import type { ServerBuild } from '@remix-run/node'
import { fieldsOf } from '~/http/parse-form'
import { readForm } from '~/http/read-form'
import { routePatterns } from '~/http/route-patterns'

const route = (id: string, path: string | undefined, parentId: string | undefined = 'root') => ({ id, path, parentId })
const routes = Object.fromEntries(
  [
    route('root', '', ''),
    route('home', undefined),
    route('token', 'a/:token'),
    route('all', 'a/:token/all'),
    route('new', 'evidence/new'),
    route('item', 'evidence/:id'),
    route('csv', 'plan.csv'),
    route('rest', '*'),
  ].map((each) => [each.id, each]),
) as unknown as ServerBuild['routes']

describe('the pattern of an address', () => {
  it.each([
    ['/', '/'],
    ['/a/secret', '/a/:token'],
    ['/a/secret/', '/a/:token'],
    ['/a/secret.data', '/a/:token'],
    ['/a/secret/all', '/a/:token/all'],
    ['/evidence/new', '/evidence/new'],
    ['/evidence/1', '/evidence/:id'],
    ['/plan.csv', '/plan.csv'],
    ['/planxcsv', 'none'],
    ['/a/secret/other', 'none'],
  ])('%s is %s', (path, pattern) => {
    expect(routePatterns(routes)(path)).toBe(pattern)
  })
})

describe('a form', () => {
  const post = (type: string, body: string) =>
    readForm(new Request('http://localhost/x', { method: 'POST', headers: { 'Content-Type': type }, body }))

  it('is read, without the zero bytes that the database would refuse', async () => {
    expect(fieldsOf(await post('application/x-www-form-urlencoded', 'a=b%00c'))).toEqual({ a: 'bc' })
  })

  it.each([
    ['application/json', '{}'],
    ['text/plain', 'a=b'],
    ['multipart/form-data', 'no boundary'],
    ['multipart/form-data; boundary=x', 'cut'],
  ])('that is %s (%s) gets status 400 and a sentence', async (type, body) => {
    const refused: unknown = await post(type, body).catch((thrown: unknown) => thrown)
    if (!(refused instanceof Response)) throw new Error('It was read.')
    expect(refused.status).toBe(400)
    expect(await refused.text()).toMatch(/^The form could not be read/)
  })
})
