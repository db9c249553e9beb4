import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { History } from '~/components/history'
import { Notice } from '~/components/notice'
import { withNotice } from '~/http/notice'
import { may, requirePermission, requirePerson } from '~/http/require-person'
import { readSettingsHistory } from '~/use-cases/read-council-settings'
import { settingPages } from './setting-pages'

export const meta: MetaFunction = () => [{ title: 'Settings – Holdfast' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context)
  requirePermission(person, 'settings:change')
  const pages = settingPages
    .filter(({ needs }) => may(person, needs))
    .map(({ title, to, says }) => ({ title, to, says }))
  return withNotice(request, { pages, history: await readSettingsHistory(person.scope) })
}

export default function SettingsRoute() {
  const { pages, history, notice } = useLoaderData<typeof loader>()
  return (
    <>
      <Notice notice={notice} />
      <h1 className="govuk-heading-l">Settings</h1>
      <p className="govuk-body">
        What the council decides for itself. Each change is in the record, with what was before.
      </p>
      <ul className="govuk-task-list">
        {pages.map(({ title, to, says }) => (
          <li className="govuk-task-list__item govuk-task-list__item--with-link" key={to}>
            <div className="govuk-task-list__name-and-hint">
              <a
                className="govuk-link govuk-task-list__link"
                href={to}
                aria-describedby={`${to.slice(1).replaceAll('/', '-')}-says`}
              >
                {title}
              </a>
              <div className="govuk-task-list__hint" id={`${to.slice(1).replaceAll('/', '-')}-says`}>
                {says}
              </div>
            </div>
          </li>
        ))}
      </ul>
      <History history={history} />
    </>
  )
}
