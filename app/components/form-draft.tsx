/** What was typed into this page's form before signing in again: fields take it as if the form had come back. */
import { useLocation } from '@remix-run/react'
import { createContext, useContext, type ReactNode } from 'react'
import type { Typed } from '~/http/parse-form'
import type { FormState } from './fields'

const Draft = createContext<Typed | null>(null)

export function useFormState(form: FormState): FormState {
  const draft = useContext(Draft)
  return form ?? (draft === null ? undefined : { refusals: [], typed: draft })
}

type Props = { draft: { path: string; fields: Typed } | null; children: ReactNode }

export function FormDraft({ draft, children }: Props) {
  const here = useLocation().pathname
  const fields = draft?.path === here ? draft.fields : null
  return (
    <Draft.Provider value={fields}>
      {fields !== null && (
        <div className="govuk-notification-banner" role="region" aria-labelledby="form-draft-title">
          <div className="govuk-notification-banner__header">
            <h2 className="govuk-notification-banner__title" id="form-draft-title">
              Not saved yet
            </h2>
          </div>
          <div className="govuk-notification-banner__content">
            <p className="govuk-notification-banner__heading">
              You were signed out before this was saved. What you had typed is in the form again: check it and send it.
            </p>
          </div>
        </div>
      )}
      {children}
    </Draft.Provider>
  )
}
