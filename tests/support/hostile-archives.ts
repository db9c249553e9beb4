/** Archives that somebody made up or changed, each refused for one reason. */
import { createHash } from 'node:crypto'
import { sumsOf, writeZip } from '~/documents/write-zip'
import type { ArchiveManifest, ArchivePart } from '~/domain/archive'
import { bytesOf, type Archived, type Row } from './council-archive'
import { makeZip } from './make-zip'

export type Parts = Map<string, Buffer>

export async function partsOf(archived: Archived): Promise<Parts> {
  const archive = await archived.open()
  const { readme, tables, files } = archived.manifest
  const parts: Parts = new Map()
  for (const part of [readme, ...tables.flatMap(({ lines, csv }) => [lines, csv]), ...files])
    parts.set(part.path, await bytesOf(archive.read(part)))
  archive.close()
  return parts
}

/** An archive whose hashes are all right, whatever it says. */
export async function sealed(manifest: ArchiveManifest, parts: Parts): Promise<Buffer> {
  const sealedPart = (part: ArchivePart): ArchivePart => {
    const bytes = parts.get(part.path)
    return bytes === undefined ? part : { ...part, size: bytes.length, sha256: sha256Of(bytes) }
  }
  const said: ArchiveManifest = {
    ...manifest,
    readme: sealedPart(manifest.readme),
    tables: manifest.tables.map((table) => ({
      ...table,
      rows: rowsOf(parts, table.name).length,
      lines: sealedPart(table.lines),
      csv: sealedPart(table.csv),
    })),
  }
  return zipOf(new Map([...parts, ['manifest.json', Buffer.from(JSON.stringify(said))]]))
}

export async function zipOf(parts: Parts): Promise<Buffer> {
  const entries = await Promise.all(
    [...parts].map(async ([path, bytes]) => ({ path, bytes: [bytes], sums: await sumsOf([bytes]) })),
  )
  return bytesOf(writeZip(entries, new Date(2026, 5, 1)))
}

export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const linesAt = (table: string) => `tables/${table}.jsonl`
export const rowsOf = (parts: Parts, table: string): Row[] =>
  (parts.get(linesAt(table)) ?? Buffer.alloc(0))
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row)

const withRows = (parts: Parts, table: string, change: (rows: Row[]) => unknown[]): Parts =>
  new Map(parts).set(
    linesAt(table),
    Buffer.from(
      change(rowsOf(parts, table))
        .map((row) => `${typeof row === 'string' ? row : JSON.stringify(row)}\n`)
        .join(''),
    ),
  )
const withFirst = (parts: Parts, table: string, values: Row): Parts =>
  withRows(parts, table, ([first, ...rest]) => [{ ...first, ...values }, ...rest])

type Hostile = { name: string; bytes: Promise<Buffer> | Buffer; says: RegExp }

export function hostileArchives(manifest: ArchiveManifest, parts: Parts): Hostile[] {
  const rows = (name: string, table: string, values: Row, says: RegExp): Hostile => ({
    name,
    bytes: sealed(manifest, withFirst(parts, table, values)),
    says,
  })
  const manifestOf = (change: Partial<ArchiveManifest>) => Buffer.from(JSON.stringify({ ...manifest, ...change }))
  const zipped = (entries: [string, Buffer][]) => zipOf(new Map(entries))
  const all = [...parts]
  const said: [string, Buffer] = ['manifest.json', manifestOf({})]
  const nobody = '00000000-0000-4000-8000-00000000dead'
  const bomb = Buffer.alloc(50 * 1024 * 1024)
  return [
    { name: 'not a ZIP', bytes: Buffer.from('PK not really'), says: /not a ZIP/ },
    { name: 'an empty ZIP', bytes: zipped([]), says: /no manifest/ },
    { name: 'a manifest that is no JSON', bytes: zipped([['manifest.json', Buffer.from('{')]]), says: /manifest/ },
    {
      name: 'a manifest of another version',
      bytes: zipped([...all, ['manifest.json', manifestOf({ version: 99 })]]),
      says: /manifest/,
    },
    {
      name: 'a part that unpacks to a thousand times its size',
      bytes: makeZip([
        { name: 'manifest.json', bytes: said[1], stored: true },
        { name: 'tables/councils.jsonl', bytes: bomb },
      ]),
      says: /packed/,
    },
    {
      name: 'a part that says it is smaller than it is',
      bytes: makeZip([{ name: 'manifest.json', bytes: bomb, stored: true, saysSize: 10 }]),
      says: /packed|damaged/,
    },
    {
      name: 'an encrypted part',
      bytes: makeZip([{ name: 'manifest.json', bytes: said[1], stored: true, encrypted: true }]),
      says: /encrypted|damaged/,
    },
    ...['../outside', '/etc/outside', 'files/../../outside', 'C:/outside', 'files\\..\\outside'].map((path) => ({
      name: `a part of the name ${path}`,
      bytes: zipped([...all, said, [path, Buffer.from('x')]]),
      says: /not allowed|does not name/,
    })),
    {
      name: 'a part that the manifest does not name',
      bytes: zipped([...all, said, ['tables/more.jsonl', Buffer.from('{}')]]),
      says: /does not name/,
    },
    {
      name: 'the same part twice',
      bytes: makeZip([...all, said, all[0]!].map(([name, bytes]) => ({ name, bytes, stored: true }))),
      says: /twice/,
    },
    { name: 'a part that is not there', bytes: zipped([...all.slice(1), said]), says: /not in the archive/ },
    {
      name: 'a part that was changed',
      bytes: zipped([...all.slice(0, -1), [all.at(-1)![0], Buffer.from(all.at(-1)![1]).fill(0, 0, 1)], said]),
      says: /not what the manifest says/,
    },
    {
      name: 'a part that was made longer',
      bytes: zipped([...all.slice(0, -1), [all.at(-1)![0], Buffer.concat([all.at(-1)![1], bomb])], said]),
      says: /not as large/,
    },
    {
      name: 'a manifest that puts a file elsewhere',
      bytes: zipped([
        ...all,
        ['manifest.json', manifestOf({ files: manifest.files.map((file) => ({ ...file, path: '../../x' })) })],
      ]),
      says: /does not write/,
    },
    {
      name: 'other counts than there are rows',
      bytes: zipped([
        ...all,
        ['manifest.json', manifestOf({ tables: manifest.tables.map((table) => ({ ...table, rows: table.rows + 1 })) })],
      ]),
      says: /the manifest says/,
    },
    {
      name: 'a table that there is not',
      bytes: sealed(
        {
          ...manifest,
          tables: [
            ...manifest.tables,
            {
              name: 'users',
              rows: 0,
              columns: ['id'],
              lines: { path: 'tables/users.jsonl', size: 0, sha256: sha256Of(Buffer.alloc(0)) },
              csv: { path: 'tables/users.csv', size: 0, sha256: sha256Of(Buffer.alloc(0)) },
            },
          ],
        },
        new Map(parts).set('tables/users.jsonl', Buffer.alloc(0)).set('tables/users.csv', Buffer.alloc(0)),
      ),
      says: /no table users/,
    },
    {
      name: 'a demo council’s, into a real one',
      bytes: sealed({ ...manifest, council: { ...manifest.council, demo: !manifest.council.demo } }, parts),
      says: /demo/,
    },
    rows('a column that there is not', 'services', { owner: 'x' }, /other columns/),
    rows('a row that names another council', 'services', { council_id: nobody }, /other columns/),
    {
      name: 'a row that is no row',
      bytes: sealed(
        manifest,
        withRows(parts, 'services', (all) => [...all, '[1]']),
      ),
      says: /not a row/,
    },
    {
      name: 'a row that is no JSON',
      bytes: sealed(
        manifest,
        withRows(parts, 'services', (all) => [...all, '"{']),
      ).catch(() => Buffer.alloc(0)),
      says: /not a row|not a ZIP/,
    },
    {
      name: 'the same row twice',
      bytes: sealed(
        manifest,
        withRows(parts, 'services', (all) => [...all, all[0]]),
      ),
      says: /A row of services/,
    },
    rows('a number where a day belongs', 'reviews', { held_from: 'soon' }, /is not one that Holdfast writes/),
    rows('words where an id belongs', 'services', { id: 'one' }, /is not one that Holdfast writes/),
    rows('a state that there is not', 'recommendations', { state: 'half' }, /is not one that Holdfast writes/),
    rows('a role that there is not', 'people', { role: 'owner of everything' }, /is not one that Holdfast writes/),
    rows('nothing where something must be', 'recommendations', { text: null }, /is not one that Holdfast writes/),
    rows(
      'a reference to a row that is not in it',
      'recommendations',
      { service_id: nobody },
      /is not one that Holdfast writes/,
    ),
    rows(
      'an owner that is not in it',
      'recommendation_owners',
      { owner_id: nobody },
      /is not one that Holdfast writes/,
    ),
    rows('a mail address with a line break', 'people', { email: 'a@b.example\r\nBcc: c@d.example' }, /no mail address/),
    rows('a sign-in that is no mail address', 'people', { user_id: '*' }, /no mail address/),
    rows('a file that is not in it', 'evidence_versions', { sha256: '0'.repeat(64), url: null }, /names a file/),
    rows(
      'a file with a path for its hash',
      'evidence_versions',
      { sha256: '../../../etc/passwd', url: null },
      /names a file/,
    ),
    rows('a text with a zero byte', 'services', { name: 'a\u0000b' }, /is not one that Holdfast writes/),
  ]
}
