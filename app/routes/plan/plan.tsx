import { Pagination } from '~/components/pagination'
import { formatPlanSearch, isFiltered, planPageSize, type PlanSearch } from '~/domain/plan-search'
import { counted } from '~/domain/sentence'
import { paths } from '~/paths'
import type { PlanLine } from '~/use-cases/read-plan'
import { FilterTags, PlanFilter, type PlanChoices } from './plan-filter'
import { PlanTable } from './plan-table'

type Props = {
  lines: PlanLine[]
  count: number
  /** There are more than were counted. */
  isMore: boolean
  choices: PlanChoices
  search: PlanSearch
  mayChange: boolean
  mayImport: boolean
}

export function Plan({ lines, count, isMore, choices, search, mayChange, mayImport }: Props) {
  const pages = Math.ceil(count / planPageSize)
  return (
    <>
      <h1 className="govuk-heading-l">Plan</h1>
      {mayChange && (
        <p className="govuk-body ways">
          <a
            className="govuk-link"
            href={paths.newRecommendation(search.sourceId ?? undefined, formatPlanSearch(search))}
          >
            Add a recommendation
          </a>{' '}
          <a className="govuk-link" href={paths.names()}>
            Names that are nobody yet
          </a>
        </p>
      )}
      <PlanFilter search={search} choices={choices} />
      <FilterTags search={search} choices={choices} />
      {lines.length === 0 ? (
        <NothingHere {...{ search, count, mayChange, mayImport }} isPlanEmpty={choices.sources.length === 0} />
      ) : (
        <>
          <p className="govuk-body plan__count">
            {countSentence(search, count, isMore)}{' '}
            <a className="govuk-link" href={paths.planCsv(formatPlanSearch({ ...search, page: 1 }))} download>
              Download this list (CSV)
            </a>
          </p>
          <PlanTable lines={lines} search={search} count={count} />
          <Pagination
            page={search.page}
            pages={pages}
            to={(page) => paths.plan(formatPlanSearch({ ...search, page }))}
            label="Pages of the plan"
          />
        </>
      )}
    </>
  )
}

function countSentence(search: PlanSearch, count: number, isMore: boolean): string {
  const state = search.state === 'all' ? '' : `${search.state} `
  const things = `${isMore ? 'more than ' : ''}${counted(count, `${state}recommendation`)}`
  const from = (search.page - 1) * planPageSize + 1
  return count <= planPageSize
    ? `${things}.`
    : `${from} to ${isMore ? from + planPageSize - 1 : Math.min(count, from + planPageSize - 1)} of ${things}.`
}

function NothingHere(props: {
  search: PlanSearch
  count: number
  isPlanEmpty: boolean
  mayChange: boolean
  mayImport: boolean
}) {
  const { search, count, isPlanEmpty, mayChange, mayImport } = props
  if (count > 0) {
    return (
      <p className="govuk-inset-text">
        There is no page {search.page} of this list.{' '}
        <a className="govuk-link" href={paths.plan(formatPlanSearch({ ...search, page: 1 }))}>
          Go to its first page
        </a>
      </p>
    )
  }
  if (!isPlanEmpty || isFiltered(search)) {
    return (
      <p className="govuk-inset-text">
        Nothing in the plan matches. Remove one of the filters, or{' '}
        <a className="govuk-link" href={paths.plan()}>
          see all that is open
        </a>
        {search.state === 'open' && (
          <>
            {' or '}
            <a className="govuk-link" href={paths.plan(formatPlanSearch({ ...search, state: 'all', page: 1 }))}>
              look among the closed ones too
            </a>
          </>
        )}
        .
      </p>
    )
  }
  return (
    <div className="govuk-inset-text">
      <p className="govuk-body">The plan is empty.</p>
      {mayImport || mayChange ? (
        <ul className="govuk-list govuk-list--bullet">
          {mayImport && (
            <li>
              <a className="govuk-link" href={paths.importNew()}>
                Bring in your assessor’s report or your tracker
              </a>
              : its points become the plan.
            </li>
          )}
          {mayChange && (
            <li>
              Or{' '}
              <a className="govuk-link" href={paths.newRecommendation()}>
                add a recommendation by hand
              </a>
              .
            </li>
          )}
        </ul>
      ) : (
        <p className="govuk-body">
          Your lead brings in the assessor’s report or the tracker; its points then stand here.
        </p>
      )}
    </div>
  )
}
