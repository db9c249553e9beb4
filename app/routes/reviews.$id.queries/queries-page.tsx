import { Form } from '@remix-run/react'
import { ErrorSummary } from '~/components/error-summary'
import { Button, Radios, TextArea, type FormState } from '~/components/fields'
import { History } from '~/components/history'
import { Notice } from '~/components/notice'
import { Tag } from '~/components/tag'
import { counted } from '~/domain/sentence'
import { paths } from '~/paths'
import type { readQueries } from '~/use-cases/read-queries'
import { levelField, whyField } from './settle-form'

type View = Omit<NonNullable<Awaited<ReturnType<typeof readQueries>>>, 'wholeLetter'> & {
  maySettle: boolean
  notice: string | null
}
type OpenQuery = View['open'][number]

export const QueriesPage = ({ view, form }: { view: View; form: FormState }) => (
  <>
    <a className="govuk-back-link" href={paths.review(view.id)}>
      The review
    </a>
    <Notice notice={view.notice} />
    <ErrorSummary form={form} />
    <h1 className="govuk-heading-l">Queries about the report</h1>
    <p className="govuk-body">
      Where a report contradicts itself, somebody decides which reading is right. Until then a disputed level is counted
      both ways.
    </p>
    {view.letter && <LetterPart id={view.id} letter={view.letter} />}
    <h2 className="govuk-heading-m">Open</h2>
    {view.open.length === 0 && <p className="govuk-body">None.</p>}
    {view.open.map((query) => (
      <section className="card" key={query.id} aria-labelledby={`query-${query.id}`}>
        <h3 className="govuk-heading-s" id={`query-${query.id}`}>
          {query.message}
        </h3>
        <p className="govuk-body">
          <Tag colour="blue">{query.audience}</Tag> {query.decides && <Tag colour="purple">can change the verdict</Tag>}
        </p>
        {view.maySettle && <SettleForm query={query} form={form} />}
      </section>
    ))}
    {view.settled.length > 0 && (
      <>
        <h2 className="govuk-heading-m">Settled</h2>
        <ol className="timeline">
          {view.settled.map((query) => (
            <li className="timeline__item" key={query.id}>
              <p className="timeline__head">{query.message}</p>
              <p className="govuk-body">{query.how}</p>
              <p className="timeline__by">
                {query.by}, {query.on}
              </p>
            </li>
          ))}
        </ol>
      </>
    )}
    <History history={view.history} />
  </>
)

const SettleForm = ({ query, form }: { query: OpenQuery; form: FormState }) => (
  <Form method="post" noValidate>
    <input type="hidden" name="queryId" value={query.id} />
    {query.levels.map(({ element, choices }) => (
      <Radios
        key={element}
        name={levelField(query.id, element)}
        label={`Which level of ${element} is right?`}
        choices={choices}
        small
        form={form}
      />
    ))}
    <TextArea
      name={whyField(query.id)}
      label={query.levels.length > 0 ? 'Why, and who said so' : 'Which reading is right, why, and who said so'}
      hint="For example: the assessor’s mail of 3 April confirms the table"
      rows={3}
      form={form}
    />
    <Button>Settle this query</Button>
  </Form>
)

const LetterPart = ({ id, letter }: { id: string; letter: NonNullable<View['letter']> }) => (
  <section className="card" aria-labelledby="letter">
    <h2 className="govuk-heading-m" id="letter">
      Letter to the assessor
    </h2>
    <p className="govuk-body">
      {counted(letter.asked, 'question')} for the assessor, ready to send:{' '}
      <a className="govuk-link" href={paths.reviewLetter(id, 'docx')} download>
        as a Word document
      </a>{' '}
      or{' '}
      <a className="govuk-link" href={paths.reviewLetter(id, 'txt')} download>
        as text
      </a>
      .
    </p>
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Read it here</span>
      </summary>
      <div className="govuk-details__text long-text">{letter.text}</div>
    </details>
  </section>
)
