/** The columns of the plan: what each is called, how it sorts, and what it shows of a line. */
import { createColumnHelper, type RowData } from '@tanstack/react-table'
import type { ReactNode } from 'react'
import { Tag } from '~/components/tag'
import type { PlanLine } from '~/use-cases/read-plan'

declare module '@tanstack/react-table' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  interface ColumnMeta<TData extends RowData, TValue> {
    show: (line: TData, link: (line: TData) => string) => ReactNode
    className?: string
  }
}

const column = createColumnHelper<PlanLine>()

export const planColumns = [
  column.accessor('number', { header: 'Number', meta: { show: ({ number }) => number, className: 'plan__number' } }),
  column.accessor('words', {
    header: 'Recommendation',

    meta: {
      show: ({ words, ...line }, link) => (
        <a className="govuk-link" href={link({ words, ...line })}>
          {words}
        </a>
      ),
      className: 'plan__words',
    },
  }),
  column.accessor('source', { header: 'Source', meta: { show: ({ source }) => source } }),
  column.accessor('owner', {
    header: 'Owner',
    meta: {
      show: ({ owner, others }) =>
        owner === null ? 'No owner' : others === 0 ? owner : <>{`${owner} and ${others} more`}</>,
    },
  }),
  column.accessor('due', {
    header: 'Due',
    meta: {
      show: ({ due, overdue, closed }) =>
        closed ? (
          <Tag>Closed</Tag>
        ) : (
          <>
            {due} {overdue !== null && <Tag colour="red">{overdue}</Tag>}
          </>
        ),
      className: 'plan__due',
    },
  }),
  column.accessor('category', {
    header: 'Category',
    meta: { show: ({ category }) => category ?? 'No category yet' },
  }),
  column.accessor('answered', { header: 'Last answer', meta: { show: ({ answered }) => answered } }),
]
