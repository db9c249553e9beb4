/** Form fields in the GOV.UK pattern. Each takes the refusals and what was typed, so that a refused form comes back
 * with its errors marked and nothing lost. */
import { useEffect, useState, type ReactNode } from 'react'
import type { Refusal } from '~/domain/outcome'
import type { Typed } from '~/http/parse-form'
import { useFormState } from './form-draft'

export type FormState = { refusals: Refusal[]; typed: Typed } | undefined

type Common = { name: string; label: ReactNode; hint?: ReactNode; form?: FormState; labelSize?: 's' | 'm' | 'l' }

const errorOf = (form: FormState, name: string) => form?.refusals.find((refusal) => refusal.field === name)?.message
export const typedText = (form: FormState, name: string, otherwise = ''): string => {
  const typed = form?.typed[name]
  return typed === undefined ? otherwise : Array.isArray(typed) ? (typed[0] ?? '') : typed
}
const typedList = (form: FormState, name: string, otherwise: string[]): string[] => {
  if (!form) return otherwise
  const typed = form.typed[name]
  return typed === undefined ? [] : Array.isArray(typed) ? typed : [typed]
}
const describedBy = (name: string, hint: ReactNode, error: string | undefined) =>
  [hint !== undefined && `${name}-hint`, error !== undefined && `${name}-error`].filter(Boolean).join(' ') || undefined

function Hint({ name, children }: { name: string; children: ReactNode }) {
  return children === undefined ? null : (
    <div id={`${name}-hint`} className="govuk-hint">
      {children}
    </div>
  )
}

function FieldError({ name, error }: { name: string; error: string | undefined }) {
  return error === undefined ? null : (
    <p id={`${name}-error`} className="govuk-error-message">
      <span className="govuk-visually-hidden">Error:</span> {error}
    </p>
  )
}

function Group(props: Common & { children: (error: string | undefined) => ReactNode }) {
  const error = errorOf(props.form, props.name)
  return (
    <div className={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <label className={`govuk-label${props.labelSize ? ` govuk-label--${props.labelSize}` : ''}`} htmlFor={props.name}>
        {props.label}
      </label>
      <Hint name={props.name}>{props.hint}</Hint>
      <FieldError name={props.name} error={error} />
      {props.children(error)}
    </div>
  )
}

export function TextField(
  props: Common & {
    value?: string
    type?: 'text' | 'email' | 'url' | 'search'
    width?: '2' | '3' | '4' | '5' | '10' | '20' | '30'
    autoComplete?: string
    inputMode?: 'numeric' | 'text'
    maxLength?: number
  },
) {
  const form = useFormState(props.form)
  return (
    <Group {...props}>
      {(error) => (
        <input
          className={`govuk-input${error ? ' govuk-input--error' : ''}${props.width ? ` govuk-input--width-${props.width}` : ''}`}
          id={props.name}
          name={props.name}
          type={props.type ?? 'text'}
          defaultValue={typedText(form, props.name, props.value)}
          autoComplete={props.autoComplete}
          inputMode={props.inputMode}
          maxLength={props.maxLength}
          aria-describedby={describedBy(props.name, props.hint, error)}
          spellCheck={props.type === 'email' ? false : undefined}
        />
      )}
    </Group>
  )
}

/** A date as one field: it takes `3 apr 2027`, `3/4/2027` and `2027-04-03`. */
export const DateField = (props: Common & { value?: string }) => (
  <TextField width="10" {...props} hint={props.hint ?? 'For example, 3 April 2027 or 3/4/2027'} />
)

export function TextArea(props: Common & { value?: string; rows?: number; maxLength?: number }) {
  const form = useFormState(props.form)
  return (
    <Group {...props}>
      {(error) => (
        <textarea
          className={`govuk-textarea${error ? ' govuk-textarea--error' : ''}`}
          id={props.name}
          name={props.name}
          rows={props.rows ?? 5}
          maxLength={props.maxLength}
          defaultValue={typedText(form, props.name, props.value)}
          aria-describedby={describedBy(props.name, props.hint, error)}
        />
      )}
    </Group>
  )
}

export type Choice = { value: string; label: string; hint?: string }
/** `reveals` stands under its choice; with JavaScript only while it is chosen, without it always. */
export type RevealingChoice = Choice & { reveals?: ReactNode }

/** False in what the server sends and in a browser without JavaScript. */
export function useIsLive(): boolean {
  const [isLive, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  return isLive
}

export function SelectField(props: Common & { choices: Choice[]; value?: string; empty?: string }) {
  const form = useFormState(props.form)
  return (
    <Group {...props}>
      {(error) => (
        <select
          className={`govuk-select${error ? ' govuk-select--error' : ''}`}
          id={props.name}
          name={props.name}
          defaultValue={typedText(form, props.name, props.value)}
          aria-describedby={describedBy(props.name, props.hint, error)}
        >
          {props.empty !== undefined && <option value="">{props.empty}</option>}
          {props.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Group>
  )
}

function Fieldset(props: Common & { children: (error: string | undefined) => ReactNode }) {
  const error = errorOf(props.form, props.name)
  return (
    <div className={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy(props.name, props.hint, error)}>
        <legend className={`govuk-fieldset__legend govuk-fieldset__legend--${props.labelSize ?? 's'}`}>
          {props.label}
        </legend>
        <Hint name={props.name}>{props.hint}</Hint>
        <FieldError name={props.name} error={error} />
        {props.children(error)}
      </fieldset>
    </div>
  )
}

/** The first choice carries the field's own id, so that the error summary can lead to it. */
const choiceId = (name: string, index: number) => (index === 0 ? name : `${name}-${index + 1}`)

export function Radios(
  props: Common & {
    choices: RevealingChoice[]
    value?: string
    small?: boolean
    inline?: boolean
    onChoose?: (value: string) => void
  },
) {
  const form = useFormState(props.form)
  const given = typedText(form, props.name, props.value)
  const [chosen, choose] = useState(given)
  const isLive = useIsLive()
  return (
    <Fieldset {...props}>
      {() => (
        <div
          className={`govuk-radios${props.small ? ' govuk-radios--small' : ''}${props.inline ? ' govuk-radios--inline' : ''}`}
        >
          {props.choices.map((choice, index) => (
            <RadioItem
              key={choice.value}
              {...choice}
              id={choiceId(props.name, index)}
              name={props.name}
              isGiven={given === choice.value}
              isHidden={isLive && chosen !== choice.value}
              onChoose={() => {
                choose(choice.value)
                props.onChoose?.(choice.value)
              }}
            />
          ))}
        </div>
      )}
    </Fieldset>
  )
}

function RadioItem(
  props: RevealingChoice & { id: string; name: string; isGiven: boolean; isHidden: boolean; onChoose: () => void },
) {
  const { id, name, value, label, hint, reveals, isGiven, isHidden, onChoose } = props
  return (
    <>
      <div className="govuk-radios__item">
        <input
          className="govuk-radios__input"
          id={id}
          name={name}
          type="radio"
          value={value}
          defaultChecked={isGiven}
          onChange={onChoose}
          aria-describedby={hint ? `${id}-item-hint` : undefined}
        />
        <label className="govuk-label govuk-radios__label" htmlFor={id}>
          {label}
        </label>
        {hint && (
          <div id={`${id}-item-hint`} className="govuk-hint govuk-radios__hint">
            {hint}
          </div>
        )}
      </div>
      {reveals !== undefined && (
        <div className="govuk-radios__conditional" hidden={isHidden}>
          {reveals}
        </div>
      )}
    </>
  )
}

/** The name is sent with "[]", so that none, one and many all arrive as a list; `plain` for addresses, which repeat it. */
export function Checkboxes(props: Common & { choices: Choice[]; values?: string[]; small?: boolean; plain?: boolean }) {
  const form = useFormState(props.form)
  const chosen = new Set(typedList(form, props.name, props.values ?? []))
  return (
    <Fieldset {...props}>
      {() => (
        <div className={`govuk-checkboxes${props.small ? ' govuk-checkboxes--small' : ''}`}>
          {props.choices.map((choice, index) => (
            <div className="govuk-checkboxes__item" key={choice.value}>
              <input
                className="govuk-checkboxes__input"
                id={choiceId(props.name, index)}
                name={props.plain ? props.name : `${props.name}[]`}
                type="checkbox"
                value={choice.value}
                defaultChecked={chosen.has(choice.value)}
              />
              <label className="govuk-label govuk-checkboxes__label" htmlFor={choiceId(props.name, index)}>
                {choice.label}
              </label>
              {choice.hint && <div className="govuk-hint govuk-checkboxes__hint">{choice.hint}</div>}
            </div>
          ))}
        </div>
      )}
    </Fieldset>
  )
}

export function FileField(props: Common & { accept?: string }) {
  return (
    <Group {...props}>
      {(error) => (
        <input
          className={`govuk-file-upload${error ? ' govuk-file-upload--error' : ''}`}
          id={props.name}
          name={props.name}
          type="file"
          accept={props.accept}
          aria-describedby={describedBy(props.name, props.hint, error)}
        />
      )}
    </Group>
  )
}

export const Button = (props: {
  children: ReactNode
  kind?: 'secondary' | 'warning'
  name?: string
  value?: string
  formAction?: string
}) => (
  <button
    type="submit"
    className={`govuk-button${props.kind ? ` govuk-button--${props.kind}` : ''}`}
    name={props.name}
    value={props.value}
    formAction={props.formAction}
  >
    {props.children}
  </button>
)
