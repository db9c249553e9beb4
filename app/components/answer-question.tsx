/** One question of a reminder: the thing, the last words, and the answers, none of them chosen beforehand. */
import { DateField, Radios, TextArea, TextField, type FormState } from './fields'
import { linkAnswerLabels, type LinkAnswerKind } from '~/domain/reminder-answer'

export type Question = {
  title: string
  due: string | null
  overdue: boolean
  lastWords: { words: string; on: string; by: string | null } | null
  offered: LinkAnswerKind[]
  needsWordsToo: boolean
}

export function AskedThing({ question }: { question: Question }) {
  const { due, overdue, lastWords } = question
  return (
    <>
      <p className="govuk-body">
        {due === null
          ? 'It has no date.'
          : overdue
            ? `It was due on ${due}, which has passed.`
            : `It is due on ${due}.`}
      </p>
      {lastWords === null ? (
        <p className="govuk-body">Nobody has said anything about it yet.</p>
      ) : (
        <>
          <p className="govuk-body">
            The last words, {lastWords.on}
            {lastWords.by === null ? '' : `, ${lastWords.by}`}:
          </p>
          <blockquote className="quote govuk-body long-text">{lastWords.words}</blockquote>
        </>
      )}
    </>
  )
}

/** Every field stands there without JavaScript and without a style sheet; with one, those that the chosen answer does
 * not need step aside. `prefix` tells the questions of one page apart. */
export function AnswerFields({
  question,
  form,
  prefix = '',
}: {
  question: Question
  form: FormState
  prefix?: string
}) {
  const { offered, needsWordsToo } = question
  const has = (kind: LinkAnswerKind) => offered.includes(kind)
  return (
    <div className="answer">
      <Radios
        name={`${prefix}choice`}
        label="How does it stand?"
        choices={offered.map((kind) => ({ value: kind, label: linkAnswerLabels[kind] }))}
        form={form}
      />
      {has('more-time') && (
        <div className="answer__more-time">
          <DateField
            name={`${prefix}newDate`}
            label="If more time is needed: until when"
            hint="For example, 3 April 2027 or 3/4/2027. It stands once the lead has agreed it."
            form={form}
          />
        </div>
      )}
      {has('not-mine') && (
        <div className="answer__not-mine">
          <TextField
            name={`${prefix}passTo`}
            label="If it is not yours: whose it is"
            hint="A name or an email address. It is passed to them at once, and the lead is told."
            width="20"
            form={form}
          />
        </div>
      )}
      <div className="answer__words">
        <TextArea
          name={`${prefix}words`}
          label="In your words"
          hint={
            needsWordsToo
              ? 'What was done, what shows it, or why it stands still. It was unchanged the last two times, so words are needed. May be disclosed under information law.'
              : 'What was done, what shows it, or why more time is needed. May be disclosed under information law.'
          }
          rows={4}
          form={form}
        />
      </div>
      {has('no-change') && (
        <div className="answer__no-change">
          <TextField
            name={`${prefix}initials`}
            label="If nothing has changed: your initials"
            hint="The last words then stand as they are, with their date."
            width="5"
            form={form}
          />
        </div>
      )}
    </div>
  )
}
