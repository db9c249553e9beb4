/** What the tables of a council are, read from the database itself: whatever is made of it (an archive and its
 * explanation, a removal) knows of a new table or column by itself. */
import { sql } from 'drizzle-orm'
import type { Transaction } from '../client'

export type ColumnShape = {
  name: string
  type: string
  nullable: boolean
  /** Given by the database: never written. */
  generated: boolean
  /** The table of the council that it points into. */
  refersTo: string | null
  /** The only values it may have, where there are such. */
  allowed: string[] | null
}
export type TableShape = { name: string; key: string[]; columns: ColumnShape[] }

type Row = { table: string; name: string; type: string; nullable: boolean; generated: boolean }

/** The council's own row first, and each table after those it refers to, as far as they do not refer to each other. */
export async function tablesOfCouncils(tx: Pick<Transaction, 'execute'>): Promise<TableShape[]> {
  const [columns, keys, references, checks] = await Promise.all([
    tx.execute<Row>(sql`
      select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
             not a.attnotnull as nullable, (a.attidentity <> '' or a.attgenerated <> '') as generated
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        and (c.relname = 'councils' or exists (select 1 from pg_attribute o
             where o.attrelid = c.oid and o.attname = 'council_id' and not o.attisdropped))
      order by c.relname, a.attnum`),
    tx.execute<{ table: string; name: string }>(sql`
      select c.relname as table, a.attname as name from pg_index i join pg_class c on c.oid = i.indrelid
      cross join lateral unnest(i.indkey::int2[]) with ordinality as k(num, place)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num
      where i.indisprimary and c.relnamespace = 'public'::regnamespace order by c.relname, k.place`),
    tx.execute<{ table: string; name: string; to: string }>(sql`
      select c.relname as table, a.attname as name, r.relname as to from pg_constraint k
      join pg_class c on c.oid = k.conrelid join pg_class r on r.oid = k.confrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = any(k.conkey)
      where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and r.relnamespace = 'public'::regnamespace
        and a.attname <> 'council_id' and r.relname <> 'councils'`),
    tx.execute<{ table: string; name: string; rule: string }>(sql`
      select c.relname as table, a.attname as name, pg_get_constraintdef(k.oid) as rule from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      join pg_attribute a on a.attrelid = c.oid and k.conkey = array[a.attnum]
      where k.contype = 'c' and c.relnamespace = 'public'::regnamespace`),
  ])
  const shapes = new Map<string, TableShape>()
  for (const { table, ...column } of columns) {
    const shape = shapes.get(table) ?? { name: table, key: [], columns: [] }
    const refersTo = references.find((each) => each.table === table && each.name === column.name)?.to ?? null
    const rule = checks.find((each) => each.table === table && each.name === column.name)?.rule
    shape.columns.push({ ...column, refersTo, allowed: rule === undefined ? null : valuesOf(rule) })
    shapes.set(table, shape)
  }
  for (const { table, name } of keys) shapes.get(table)?.key.push(name)
  return inOrder([...shapes.values()])
}

/** `CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])))` */
function valuesOf(rule: string): string[] | null {
  const list = /= ANY \(ARRAY\[(.+)\]\)/.exec(rule)?.[1]
  return list === undefined ? null : [...list.matchAll(/'((?:[^']|'')*)'::text/g)].map(([, value]) => value!)
}

function inOrder(tables: TableShape[]): TableShape[] {
  const left = new Map(tables.map((table) => [table.name, table]))
  const ordered: TableShape[] = []
  const take = (name: string) => {
    const table = left.get(name)
    if (!table) return
    left.delete(name)
    for (const { refersTo } of table.columns) if (refersTo !== null) take(refersTo)
    ordered.push(table)
  }
  for (const name of ['councils', ...left.keys()]) take(name)
  return ordered
}
