import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

/** Work that goes on by itself: the page asks again, and without scripts somebody does by hand. */
export function LookAgain({ to, words }: { to: string; words: string }) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(revalidate, 1500)
    return () => clearInterval(timer)
  }, [revalidate])
  return (
    <div className="govuk-inset-text" aria-live="polite">
      <p className="govuk-body">{words}</p>
      <a className="govuk-link" href={to}>
        Look again
      </a>
    </div>
  )
}
