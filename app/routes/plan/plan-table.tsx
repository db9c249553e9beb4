import { getCoreRowModel, useReactTable } from '@tanstack/react-table'
import { formatPlanSearch, PLAN_SORTS, type PlanSearch, type PlanSort } from '~/domain/plan-search'
import { paths } from '~/paths'
import type { PlanLine } from '~/use-cases/read-plan'
import { planColumns } from './plan-columns'

const isSort = (id: string): id is PlanSort => (PLAN_SORTS as readonly string[]).includes(id)

/** TanStack holds columns, order and state; sorting and paging are the address's and the database's. Rows are written
 * plainly: its row model costs more than it gives for rows that nobody sorts in the browser. */
export function PlanTable({ lines, search, count }: { lines: PlanLine[]; search: PlanSearch; count: number }) {
  const table = useReactTable({
    data: lines,
    columns: planColumns,
    state: { sorting: [{ id: search.sort, desc: search.descending }] },
    rowCount: count,
    manualSorting: true,
    manualFiltering: true,
    manualPagination: true,
    getCoreRowModel: getCoreRowModel(),
  })
  const columns = table.getVisibleLeafColumns()
  const plan = formatPlanSearch(search)
  const link = (line: PlanLine) => paths.recommendation(line.id, plan)
  return (
    <table className="govuk-table plan stacks">
      <caption className="govuk-visually-hidden">
        Recommendations, one a row. Column headings are links that sort.
      </caption>
      <thead className="govuk-table__head">
        <tr>
          {columns.map((column) => (
            <SortHeader
              key={column.id}
              title={String(column.columnDef.header)}
              sort={isSort(column.id) ? column.id : null}
              search={search}
            />
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {lines.map((line) => (
          <tr key={line.id}>
            {columns.map(({ id, columnDef: { header, meta } }) =>
              id === 'words' ? (
                <th key={id} scope="row" className={meta!.className} data-label={header}>
                  {meta!.show(line, link)}
                </th>
              ) : (
                <td key={id} className={meta!.className} data-label={header}>
                  {meta!.show(line, link)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function SortHeader({ title, sort, search }: { title: string; sort: PlanSort | null; search: PlanSearch }) {
  if (sort === null) return <th scope="col">{title}</th>
  const sorted = search.sort === sort
  const to = formatPlanSearch({ ...search, sort, descending: sorted && !search.descending, page: 1 })
  return (
    <th scope="col" aria-sort={sorted ? (search.descending ? 'descending' : 'ascending') : undefined}>
      <a className="govuk-link plan__sort" href={paths.plan(to)}>
        {title}
        <span aria-hidden="true">{sorted ? (search.descending ? ' ▼' : ' ▲') : ''}</span>
      </a>
    </th>
  )
}
