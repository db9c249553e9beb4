import { paths } from '~/paths'

const sentences: Record<number, { title: string; words: string }> = {
  400: {
    title: 'That could not be read',
    words: 'What was sent is not a form of this page. Nothing was saved; go back and send it again.',
  },
  403: { title: 'Your role does not allow this', words: 'Ask your council’s lead or administrator if you need it.' },
  404: { title: 'Page not found', words: 'The address may be wrong, or the thing may have been removed.' },
  405: { title: 'That cannot be done here', words: 'This page takes no such request. Nothing was changed.' },
  413: { title: 'Too large', words: 'What you sent is too large. Nothing was saved.' },
  429: { title: 'Too many tries', words: 'Wait a few minutes and try again. Nothing was lost.' },
}

export function ErrorPage({ status }: { status: number }) {
  const { title, words } = sentences[status] ?? {
    title: 'Something went wrong on our side',
    words: 'Nothing you had saved is lost. Try again in a minute.',
  }
  return (
    <>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="govuk-body">{words}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={paths.home()}>
          Go to the home page
        </a>
      </p>
    </>
  )
}
