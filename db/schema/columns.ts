import { sql } from 'drizzle-orm'
import { type AnyPgColumn, foreignKey, unique, uuid } from 'drizzle-orm/pg-core'
import { councils } from './councils'

/** The columns every tenant table carries: whose row it is, and its own id. */
export const tenantColumns = {
  councilId: uuid('council_id')
    .notNull()
    .references(() => councils.id, { onDelete: 'cascade' }),
  id: uuid('id')
    .notNull()
    .default(sql`gen_random_uuid()`)
    .primaryKey(),
}

/** For tables that only join two tenant tables: no id of their own. */
export const tenantLink = { councilId: tenantColumns.councilId }

/** So that other tenant tables can refer to this one together with the council. */
export const tenantKey = (name: string, table: { councilId: AnyPgColumn; id: AnyPgColumn }) =>
  unique(`${name}_council_id_id_key`).on(table.councilId, table.id)

/** A reference between tenant tables carries the council, so that no row can point into another council. */
export const refers = (
  name: string,
  council: AnyPgColumn,
  column: AnyPgColumn,
  to: () => { councilId: AnyPgColumn; id: AnyPgColumn },
  onDelete: 'cascade' | 'no action' = 'no action',
) => {
  const target = to()
  return foreignKey({ name, columns: [council, column], foreignColumns: [target.councilId, target.id] }).onDelete(
    onDelete,
  )
}
