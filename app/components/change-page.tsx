import type { ReactNode } from 'react'
import { ErrorSummary } from './error-summary'
import type { FormState } from './fields'

type Props = {
  back: { to: string; name: string }
  title: string
  /** What it is about, above the title. */
  about?: ReactNode
  form: FormState
  children: ReactNode
}

/** A page with one form: the way back, the errors, what it is about. */
export const ChangePage = ({ back, title, about, form, children }: Props) => (
  <>
    <a className="govuk-back-link" href={back.to}>
      {back.name}
    </a>
    <ErrorSummary form={form} />
    <h1 className="govuk-heading-l">{title}</h1>
    {about !== undefined && <p className="govuk-body long-text">{about}</p>}
    {children}
  </>
)
