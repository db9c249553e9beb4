import { NoticeStateTag } from '~/components/notice-state'
import { Pagination } from '~/components/pagination'
import type { NoticeState } from '~/domain/notice-state'
import { counted } from '~/domain/sentence'
import { paths } from '~/paths'

type Mail = {
  id: string
  day: string
  to: string
  kind: string
  subject: string
  state: NoticeState
  stateWords: string
}
type Props = {
  sends: boolean
  total: number
  page: number
  pages: number
  counts: { state: NoticeState; words: string; mails: number }[]
  mails: Mail[]
}

export function Mailbox({ sends, total, page, pages, counts, mails }: Props) {
  return (
    <>
      <h1 className="govuk-heading-l">Mail</h1>
      <p className="govuk-body">
        {sends
          ? 'Every mail the plan has sent or is about to send, and what became of it. Reminders go out at 7am on working days: one mail a person a day at most.'
          : 'No mail server is set, so every mail is kept here and none leaves. Reminders are written at 7am on working days: one mail a person a day at most.'}
      </p>
      {total === 0 ? (
        <p className="govuk-body">There are no mails yet. The first come when something falls due.</p>
      ) : (
        <>
          <ul className="tag-row" aria-label="How many">
            {counts.map(({ state, words, mails: count }) => (
              <li key={state}>
                <NoticeStateTag state={state} words={`${words}: ${count}`} />
              </li>
            ))}
          </ul>
          <table className="govuk-table stacks">
            <caption className="govuk-table__caption govuk-table__caption--s">
              {counted(total, 'mail')}, newest first{pages > 1 ? `, page ${page} of ${pages}` : ''}
            </caption>
            <thead className="govuk-table__head">
              <tr className="govuk-table__row">
                {['Subject', 'To', 'For', 'What', 'State'].map((head) => (
                  <th scope="col" className="govuk-table__header" key={head}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="govuk-table__body">
              {mails.map((mail) => (
                <tr className="govuk-table__row" key={mail.id}>
                  <th scope="row" className="govuk-table__header">
                    <a className="govuk-link" href={paths.mailItem(mail.id)}>
                      {mail.subject}
                    </a>
                  </th>
                  <td className="govuk-table__cell" data-label="To">
                    {mail.to}
                  </td>
                  <td className="govuk-table__cell nowrap" data-label="For">
                    {mail.day}
                  </td>
                  <td className="govuk-table__cell" data-label="What">
                    {mail.kind}
                  </td>
                  <td className="govuk-table__cell" data-label="State">
                    <NoticeStateTag state={mail.state} words={mail.stateWords} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Pagination page={page} pages={pages} to={(to) => `${paths.mail()}?page=${to}`} label="Pages of mails" />
        </>
      )}
    </>
  )
}
