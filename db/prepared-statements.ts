/**
 * Drizzle sends its queries unprepared: PostgreSQL plans each anew, which for most of ours takes longer than running it,
 * and the driver asks for the parameters' types first, which ends the pipeline at every query. A text that comes a second
 * time is kept prepared from then on. There is an end to it: statements of every length (lists, bulk inserts) would
 * otherwise stay in each connection for ever.
 */
import type postgres from 'postgres'

type Client = postgres.Sql
type Unsafe = (text: string, parameters?: unknown[], options?: Record<string, unknown>) => unknown
type Begin = (...given: unknown[]) => unknown

const mostPrepared = 300
const mostRemembered = 3_000

export function makePreparing(client: Client): Client {
  const seen = new Set<string>()
  const prepared = new Set<string>()
  const isPrepared = (text: string): boolean => {
    if (prepared.has(text)) return true
    if (!seen.has(text)) {
      if (seen.size >= mostRemembered) seen.clear()
      seen.add(text)
      return false
    }
    if (prepared.size >= mostPrepared) return false
    prepared.add(text)
    return true
  }
  const wrap = (inner: Client): Client =>
    new Proxy(inner, {
      get(target, name) {
        if (name === 'unsafe') {
          const unsafe: Unsafe = (text, parameters, options) =>
            (target.unsafe as Unsafe)(text, parameters, {
              ...options,
              prepare: options?.prepare === true || isPrepared(text),
            })
          return unsafe
        }
        if (name === 'begin') {
          const begin: Begin = (...given) => {
            const work = given.pop() as (sql: Client) => unknown
            return (target.begin as Begin)(...given, (sql: Client) => work(wrap(sql)))
          }
          return begin
        }
        return Reflect.get(target, name) as unknown
      },
    })
  return wrap(client)
}
