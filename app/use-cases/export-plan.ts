/** The list as it is filtered and sorted, as CSV. It flows out as it is read: the export of a large plan needs no more
 * memory than that of a small one, and stops when whoever asked is gone. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { getCouncil } from '#db/queries/councils'
import { walkPlan, type PlanExportRow, type PlanLimit } from '#db/queries/plan'
import { csvLine, csvStart } from '~/documents/write-csv'
import type { IsoDate } from '~/domain/dates'
import type { PlanSearch } from '~/domain/plan-search'
import { categoryInWords, overdueInWords } from '~/domain/plan-words'
import { categoryLabels, type CategoryLabels } from '~/domain/progress'

const headings = [
  'Number',
  'Recommendation',
  'Source',
  'Elements',
  'Service',
  'Answering owner',
  'All owners',
  'State',
  'Due',
  'Overdue',
  'Category',
  'Last answer',
]

const lineOf = (row: PlanExportRow, labels: CategoryLabels, today: IsoDate): string =>
  csvLine([
    row.number,
    row.text,
    row.source,
    row.elements,
    row.service,
    row.answering,
    row.ownerNames,
    row.state,
    row.dueOn,
    overdueInWords(row.dueOn, row.state, today),
    categoryInWords(row.category, row.categoryPrinted, labels),
    row.lastAnswerOn,
  ])

export function exportPlan(
  scope: CouncilScope,
  search: PlanSearch,
  limit: PlanLimit,
  today: IsoDate,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const written = readInCouncil(scope, async (tx) => {
    const { categoryLabels: own } = await getCouncil(scope, tx)
    const labels = categoryLabels(own)
    await writer.write(encoder.encode(csvStart + csvLine(headings)))
    for await (const rows of walkPlan(scope, tx, { search, limit, today })) {
      await writer.write(encoder.encode(rows.map((row) => lineOf(row, labels, today)).join('')))
    }
  })
  written.then(
    () => writer.close(),
    // Whoever reads learns it from the broken stream; a reader who has gone has nobody to tell.
    (error: unknown) => writer.abort(error).catch(() => undefined),
  )
  return readable
}
