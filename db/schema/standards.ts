import { integer, pgTable, primaryKey, text, uniqueIndex, foreignKey } from 'drizzle-orm/pg-core'
import { tenantColumns, tenantKey } from './columns'
import { instant } from './instant'

/** A standard in one version. The same for every council: the standard is data, never code. */
export const standards = pgTable('standards', { id: text('id').primaryKey(), name: text('name').notNull() })

export const criteria = pgTable(
  'criteria',
  {
    standardId: text('standard_id')
      .notNull()
      .references(() => standards.id),
    number: text('number').notNull(),
    title: text('title').notNull(),
    maxPartials: integer('max_partials'),
  },
  (t) => [primaryKey({ columns: [t.standardId, t.number] })],
)

export const elements = pgTable(
  'elements',
  {
    standardId: text('standard_id')
      .notNull()
      .references(() => standards.id),
    number: text('number').notNull(),
    criterion: text('criterion').notNull(),
    subCriterion: text('sub_criterion').notNull(),
    subCriterionTitle: text('sub_criterion_title').notNull(),
    position: integer('position').notNull(),
    title: text('title').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.standardId, t.number] }),
    foreignKey({ columns: [t.standardId, t.criterion], foreignColumns: [criteria.standardId, criteria.number] }),
  ],
)

/** The official wording of an element, loaded by a council: it is never shipped. */
export const elementWordings = pgTable(
  'element_wordings',
  {
    ...tenantColumns,
    standardId: text('standard_id').notNull(),
    element: text('element').notNull(),
    text: text('text').notNull(),
    /** Where the wording was taken from: a file's name, or a report's. */
    origin: text('origin').notNull(),
    loadedAt: instant('loaded_at').notNull().defaultNow(),
  },
  (t) => [
    tenantKey('element_wordings', t),
    uniqueIndex('element_wordings_element_key').on(t.councilId, t.standardId, t.element),
    foreignKey({ columns: [t.standardId, t.element], foreignColumns: [elements.standardId, elements.number] }),
  ],
)
