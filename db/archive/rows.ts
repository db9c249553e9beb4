/** A council's rows out of the database, one table at a time and never all at once. */
import { sql } from 'drizzle-orm'
import type { CouncilScope, Tx } from '../in-council'
import type { ColumnShape, TableShape } from './catalogue'
import { fileColumns, isIn, secretColumns, userColumns } from './tables'

/** So many rows are in memory at a time: one of them may hold a whole document's draft. */
const together = 100

/** Without the council, which is the same throughout, and without what opens anything. */
export const archivedColumns = (table: TableShape): ColumnShape[] =>
  table.columns.filter(({ name }) => name !== 'council_id' && !isIn(secretColumns, table.name, name))

/** Each row as one line of JSON, in the order of the table's key; instants in UTC. */
export async function* readTable(scope: CouncilScope, tx: Tx, table: TableShape): AsyncGenerator<string[]> {
  const columns = sql.join(
    archivedColumns(table).map(({ name }) =>
      isIn(userColumns, table.name, name)
        ? sql`(select u.email from identity.users u where u.id = t.${sql.identifier(name)}) as ${sql.identifier(name)}`
        : sql`t.${sql.identifier(name)}`,
    ),
    sql`, `,
  )
  const mine = sql.identifier(table.name === 'councils' ? 'id' : 'council_id')
  const order = sql.join(
    table.key.map((name) => sql`t.${sql.identifier(name)}`),
    sql`, `,
  )
  const cursor = sql.identifier(`archive_${table.name}`)
  await tx.execute(sql`select set_config('timezone', 'UTC', true)`)
  await tx.execute(sql`
    declare ${cursor} no scroll cursor for
    select row_to_json(x)::text as line from (
      select ${columns} from ${sql.identifier(table.name)} t where t.${mine} = ${scope.councilId} order by ${order}) x`)
  for (;;) {
    const rows = await tx.execute<{ line: string }>(sql`fetch forward ${sql.raw(String(together))} from ${cursor}`)
    if (rows.length === 0) break
    yield rows.map(({ line }) => line)
  }
  await tx.execute(sql`close ${cursor}`)
}

/** Every file that a row of the council names, once. */
export async function listFiles(scope: CouncilScope, tx: Tx): Promise<string[]> {
  const each = fileColumns.map((place) => {
    const [table = '', column = ''] = place.split('.')
    return sql`select ${sql.identifier(column)} as sha256 from ${sql.identifier(table)}
               where council_id = ${scope.councilId} and ${sql.identifier(column)} is not null`
  })
  const rows = await tx.execute<{ sha256: string }>(sql`${sql.join(each, sql` union `)} order by 1`)
  return rows.map(({ sha256 }) => sha256)
}
