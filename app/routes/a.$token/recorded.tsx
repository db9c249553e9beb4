import { paths } from '~/paths'

/** `answer` null: an answer was taken back. */
export function Recorded({ title, answer, on }: { title: string; answer: string | null; on: string }) {
  return (
    <>
      <div className="govuk-panel govuk-panel--confirmation">
        <h1 className="govuk-panel__title">{answer === null ? 'Taken back' : 'Recorded'}</h1>
        {answer && <div className="govuk-panel__body">{answer}</div>}
      </div>
      <p className="govuk-body long-text">
        <strong>{title}</strong>
      </p>
      <p className="govuk-body">
        {answer === null
          ? `Taken back on ${on}. The answer no longer counts; its entry stays in the history, marked as taken back.`
          : `Answered on ${on}. The next mail shows it back, with a link to take it back. This link has done what it was for: you can close the page.`}
      </p>
      <p className="govuk-body">
        To say more, or something else,{' '}
        <a className="govuk-link" href={paths.signIn()}>
          sign in
        </a>
        .
      </p>
    </>
  )
}
