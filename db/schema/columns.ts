import { sql } from 'drizzle-orm'
import { type AnyPgColumn, foreignKey, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { councils } from './councils'

/** The columns every tenant table carries: whose row it is, and its own id. */
export const tenantColumns = {
  councilId: uuid('council_id')
    .notNull()
    .references(() => councils.id, { onDelete: 'cascade' }),
  id: uuid('id')
    .notNull()
    .default(sql`gen_random_uuid()`),
}

/** For tables that only join two tenant tables: no id of their own. */
export const tenantLink = { councilId: tenantColumns.councilId }

/** The council stands in the key itself, so that other tenant tables refer to both together. */
export const tenantKey = (name: string, table: { councilId: AnyPgColumn; id: AnyPgColumn }) =>
  primaryKey({ name: `${name}_pkey`, columns: [table.councilId, table.id] })

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
