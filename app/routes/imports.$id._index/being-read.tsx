import { useEffect } from 'react'
import { useRevalidator } from '@remix-run/react'
import { Button, useIsLive } from '~/components/fields'
import type { Waiting } from '~/domain/import-reading'
import { paths } from '~/paths'

const lookEvery = 2_000

/** A long document with the worker: how far it is, that the page can be left, and a way on where it does not end. */
export function BeingRead({ id, waiting }: { id: string; waiting: Waiting }) {
  const isLive = useIsLive()
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(revalidate, lookEvery)
    return () => clearInterval(timer)
  }, [revalidate])
  return (
    <>
      <ol className="progress-steps">
        <li className="progress-steps__item progress-steps__item--done">Received and kept</li>
        <li className="progress-steps__item progress-steps__item--now" aria-current="step">
          Being read
          <p className="govuk-body" role="status">
            {waiting.sentence}
          </p>
        </li>
        <li className="progress-steps__item">Ready for you to look at</li>
      </ol>
      <p className="govuk-body">
        You can leave this page: the document waits for you under{' '}
        <a className="govuk-link" href={paths.imports()}>
          Documents taken in
        </a>{' '}
        and on your home page.
      </p>
      <p className="govuk-body">
        {isLive ? (
          'This page changes by itself when it is ready.'
        ) : (
          <a className="govuk-button govuk-button--secondary" href={paths.importDraft(id)}>
            See whether it is ready
          </a>
        )}
      </p>
      {waiting.isLate && <ReadAgain />}
      <PutAside />
    </>
  )
}

export const NotRead = ({ failure }: { failure: string | null }) => (
  <>
    <p className="govuk-body-l">{failure}</p>
    <p className="govuk-body">
      <a className="govuk-button" href={paths.importNew()}>
        Take in another file
      </a>
    </p>
    <ReadAgain />
    <PutAside />
  </>
)

const ReadAgain = () => (
  <form method="post">
    <Button kind="secondary" name="do" value="read-again">
      Start reading it again
    </Button>
  </form>
)

export const PutAside = () => (
  <details className="govuk-details">
    <summary className="govuk-details__summary">
      <span className="govuk-details__summary-text">Put this document aside</span>
    </summary>
    <div className="govuk-details__text">
      <p className="govuk-body">What was read and chosen is given up. Nothing of the plan changes.</p>
      <form method="post">
        <Button kind="warning" name="do" value="put-aside">
          Put it aside
        </Button>
      </form>
    </div>
  </details>
)
