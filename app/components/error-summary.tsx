import { useEffect, useRef } from 'react'
import type { FormState } from './fields'

/** Names each field and takes focus, with JavaScript and (by its place at the top) without. */
export function ErrorSummary({ form }: { form: FormState }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (form && form.refusals.length > 0) box.current?.focus()
  }, [form])
  if (!form || form.refusals.length === 0) return null
  return (
    <div className="govuk-error-summary" ref={box} tabIndex={-1} role="alert" aria-labelledby="error-summary-title">
      <h2 className="govuk-error-summary__title" id="error-summary-title">
        There is a problem
      </h2>
      <div className="govuk-error-summary__body">
        <ul className="govuk-list govuk-error-summary__list">
          {form.refusals.map(({ field, message }) => (
            <li key={`${field}${message}`}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
