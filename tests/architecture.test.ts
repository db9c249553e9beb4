/** Reads every import and fails with the sentence of the rule that was broken (HOUSE: floors, tenancy, naming). */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const listed = ['app', 'db', 'emails', 'tests'].flatMap((top) =>
  existsSync(join(root, top))
    ? readdirSync(join(root, top), { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile() && /\.(ts|tsx|js)$/.test(entry.name))
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    : [],
)
const sources = listed.filter((file) => !file.startsWith('tests/'))

type Import = { from: string; to: string; typeOnly: boolean; names: string }

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?([^'"]*?)\s*from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g

const aliases: [string, string][] = [
  ['~/', 'app/'],
  ['#db/', 'db/'],
  ['#emails/', 'emails/'],
  ['#tests/', 'tests/'],
]

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(importPattern)].map((match) => {
    const spec = match[3] ?? match[4] ?? match[5]!
    const alias = aliases.find(([start]) => spec.startsWith(start))
    const to = alias
      ? alias[1] + spec.slice(alias[0].length)
      : spec.startsWith('.')
        ? normalize(join(dirname(file), spec))
            .split(sep)
            .join('/')
        : spec
    return { from: file, to, typeOnly: match[1] !== undefined, names: match[2] ?? '' }
  })
}

const imports = sources.flatMap(importsOf)

const areas: [string, string, number][] = [
  ['app/paths', 'paths', 0],
  ['app/messages', 'messages', 0],
  ['app/domain/', 'domain', 0],
  ['app/documents/', 'documents', 1],
  ['app/storage/', 'storage', 1],
  ['db/', 'db', 1],
  ['emails/', 'emails', 1],
  ['app/use-cases/', 'use-cases', 2],
  ['app/http/', 'http', 2],
  ['app/jobs/', 'jobs', 3],
  ['app/components/', 'components', 3],
  ['app/routes/', 'routes', 4],
  ['app/root', 'routes', 4],
  ['app/entry.', 'routes', 4],
  ['app/processes/', 'processes', 5],
]
const areaOf = (path: string) => areas.find(([start]) => path.startsWith(start))
const inside = (path: string) => /^(app|db|emails)\//.test(path)
const broken = (rule: string, found: Import[]) =>
  expect(
    found.map(({ from, to }) => `${from} imports ${to}`),
    rule,
  ).toEqual([])

describe('the floors', () => {
  it('every file stands in an area of the tree', () => {
    const strays = sources.filter((file) => !areaOf(file) && !/^app\/(styles|routes\.ts|virtual\.d\.ts)/.test(file))
    expect(strays, 'Put each file where HOUSE has a place for it.').toEqual([])
  })

  it('imports point to lower floors only', () => {
    const upwards = imports.filter(({ from, to }) => {
      const [low, high] = [areaOf(from), areaOf(to)]
      return low && high && inside(to) && high[2] > low[2]
    })
    broken('A file imports from lower floors only.', upwards)
  })

  it('areas of one floor know nothing of each other', () => {
    const sideways = imports.filter(({ from, to }) => {
      const [one, other] = [areaOf(from), areaOf(to)]
      return one && other && inside(to) && one[2] === other[2] && one[2] > 0 && one[1] !== other[1]
    })
    broken(
      'db, emails, documents and storage (use-cases and http; jobs and components) do not import each other.',
      sideways,
    )
  })

  it('a use case never imports a use case', () => {
    broken(
      'What two use cases share is a rule (domain) or a query (db/queries).',
      imports.filter(({ from, to }) => from.startsWith('app/use-cases/') && to.startsWith('app/use-cases/')),
    )
  })

  it('a route never imports a route', () => {
    const folderOf = (path: string) => path.split('/')[2]
    broken(
      'What two screens share is a component.',
      imports.filter(
        ({ from, to }) =>
          from.startsWith('app/routes/') && to.startsWith('app/routes/') && folderOf(from) !== folderOf(to),
      ),
    )
  })

  it('paths and messages import nothing', () => {
    broken(
      'app/paths.ts and app/messages.ts stand alone.',
      imports.filter(({ from }) => from === 'app/paths.ts' || from === 'app/messages.ts'),
    )
  })

  it('the domain uses no framework, no clock and no I/O', () => {
    broken(
      'app/domain imports only itself.',
      imports.filter(({ from, to }) => from.startsWith('app/domain/') && !to.startsWith('app/domain/')),
    )
    const clocks = sources.filter(
      (file) =>
        file.startsWith('app/domain/') &&
        /\bDate\.now\(\)|\bnew Date\(\)|\bMath\.random\(|\bprocess\./.test(readFileSync(join(root, file), 'utf8')),
    )
    expect(clocks, 'Time and chance are arguments of the domain.').toEqual([])
  })
})

describe('tenancy', () => {
  it('only db/client.ts opens a connection, and the hold on the embedded server', () => {
    broken(
      'Only db/client.ts imports the driver (types aside).',
      imports.filter(
        ({ from, to, typeOnly }) =>
          to === 'postgres' && !typeOnly && !['db/client.ts', 'db/embedded-hold.ts'].includes(from),
      ),
    )
  })

  it('only the named doors make a scope', () => {
    const makers = [
      'app/http/require-person.ts',
      'app/http/require-link.ts',
      'app/http/require-pack-link.ts',
      'app/http/require-feed.ts',
      'app/http/require-api-token.ts',
      'db/in-council.ts',
    ]
    broken(
      'Only requirePerson, requireLink, requirePackLink, requireFeed, requireApiToken and forCouncil make a CouncilScope.',
      imports.filter(({ from, names }) => /\bmakeScope\b/.test(names) && !makers.includes(from)),
    )
  })

  it('only jobs and commands act for a council by its id', () => {
    broken(
      'forCouncil is for jobs, commands and the demo council.',
      imports.filter(
        ({ from, names }) => /\bforCouncil\b/.test(names) && !/^(app\/jobs|app\/processes|db)\//.test(from),
      ),
    )
  })

  it('forms are read in one place, which answers what is no form', () => {
    const readers = sources.filter((file) => /\.formData\(\)/.test(readFileSync(join(root, file), 'utf8')))
    expect(readers, 'A body that is no form would end as a 500: read it with readForm.').toEqual([
      'app/http/read-form.ts',
    ])
  })

  it('SQL is written on the db floor only', () => {
    broken(
      'All SQL stands in db/.',
      imports.filter(({ from, to, typeOnly }) => /^drizzle-orm/.test(to) && !typeOnly && !/^(db)\//.test(from)),
    )
  })
})

describe('habits', () => {
  it('the configuration is read in one place', () => {
    const readers = sources.filter(
      (file) =>
        /process\.env\b/.test(readFileSync(join(root, file), 'utf8')) &&
        file !== 'app/http/env.ts' &&
        // It hands the environment on to the database server, and reads nothing of it.
        file !== 'db/embedded-account.ts' &&
        file !== 'app/processes/launch.js',
    )
    expect(readers, 'process.env is read by app/http/env.ts alone.').toEqual([])
  })

  it('loaders and actions catch nothing', () => {
    const catchers = sources.filter(
      (file) => /^app\/routes\/.*route\.tsx?$/.test(file) && /\bcatch\b/.test(readFileSync(join(root, file), 'utf8')),
    )
    expect(catchers, 'An expected refusal is an Outcome; a bug is thrown.').toEqual([])
  })

  it('file names are kebab-case and say what is in them', () => {
    const odd = sources.filter((file) => {
      const name = file.split('/').at(-1)!
      if (file.startsWith('app/routes/') && /^route\.tsx?$/.test(name)) return false
      return (
        !/^[a-z0-9]+(-[a-z0-9]+)*(\.(server|client|d))?\.(tsx?|js)$/.test(name) &&
        !/^entry\.(client|server)\.tsx$/.test(name)
      )
    })
    expect(odd).toEqual([])
    const vague = sources.filter((file) => /\/(utils?|helpers?|misc|common|manager|service|v2)(\.|\/)/.test(file))
    expect(vague, 'Name a file by the noun or verb that is in it.').toEqual([])
  })
})
