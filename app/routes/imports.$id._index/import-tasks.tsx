import { ErrorSummary } from '~/components/error-summary'
import { Button, type FormState } from '~/components/fields'
import { Notice } from '~/components/notice'
import { Tag } from '~/components/tag'
import { counted } from '~/domain/sentence'
import { paths } from '~/paths'
import type { readImport } from '~/use-cases/read-import'
import { WhatNext } from './what-next'

export type ImportView = NonNullable<Awaited<ReturnType<typeof readImport>>>
type Props = ImportView & { form: FormState; notice: string | null }

const titles = {
  draft: 'Is this what the document says?',
  confirmed: 'This document is in the plan',
  abandoned: 'This document was put aside',
}

export function ImportTasks(props: Props) {
  const { state, fileName } = props
  return (
    <>
      <a className="govuk-back-link" href={paths.imports()}>
        Documents taken in
      </a>
      <ErrorSummary form={props.form} />
      <Notice notice={props.notice} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l long-text">{fileName}</span>
        {titles[state]}
      </h1>
      {state === 'confirmed' && <WhatNext {...props} />}
      {state === 'abandoned' && (
        <p className="govuk-body">
          Nothing of it went into the plan.{' '}
          <a className="govuk-link" href={paths.importNew()}>
            Take it in again
          </a>{' '}
          if it is wanted after all.
        </p>
      )}
      {state === 'draft' && <Draft {...props} />}
      <NotUnderstood parts={props.notUnderstood} />
    </>
  )
}

function Draft({ id, layoutWords, organisation, takenInBefore, tasks, mayConfirm, willDo }: Props) {
  const seen = tasks.filter((task) => task.state === 'Looked at').length
  return (
    <>
      <p className="govuk-body-l">
        It was read as {layoutWords}
        {organisation ? ` of ${organisation}` : ''}. Nothing is written before you confirm; what you choose is kept, so
        you can come back later.
      </p>
      {takenInBefore && (
        <div className="govuk-inset-text">
          The same file was taken in on {takenInBefore}. What is there already is not added again.
        </div>
      )}
      <p className="govuk-body">
        You have looked at {seen} of {counted(tasks.length, 'section')}.
      </p>
      <ul className="govuk-task-list">
        {tasks.map((task) => (
          <li className="govuk-task-list__item govuk-task-list__item--with-link" key={task.section}>
            <div className="govuk-task-list__name-and-hint">
              <a
                className="govuk-link govuk-task-list__link"
                href={paths.importSection(id, task.section)}
                aria-describedby={`${task.section}-hint ${task.section}-status`}
              >
                {task.title}
              </a>
              <div id={`${task.section}-hint`} className="govuk-task-list__hint">
                {task.what}
              </div>
            </div>
            <div className="govuk-task-list__status" id={`${task.section}-status`}>
              {task.state === 'Looked at' ? (
                'Looked at'
              ) : (
                <span className="nowrap">
                  <Tag colour={task.state === 'To look at' ? 'yellow' : 'blue'}>{task.state}</Tag>
                </span>
              )}
            </div>
          </li>
        ))}
      </ul>
      {willDo.length > 0 && (
        <>
          <h2 className="govuk-heading-m">When you confirm</h2>
          <ul className="govuk-list govuk-list--bullet">
            {willDo.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
      {!mayConfirm && tasks[0] && (
        <p className="govuk-body">
          <a
            className="govuk-button"
            href={paths.importSection(
              id,
              tasks.find((task) => task.state !== 'Looked at')?.section ?? tasks[0].section,
            )}
          >
            {seen === 0 ? 'Start looking' : 'Go on looking'}
          </a>
        </p>
      )}
      {mayConfirm && (
        <form method="post">
          <Button name="do" value="confirm">
            Confirm and add to the plan
          </Button>
        </form>
      )}
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
    </>
  )
}

function NotUnderstood({ parts }: { parts: Props['notUnderstood'] }) {
  if (parts.length === 0) return null
  return (
    <details className="govuk-details" open={parts.length <= 3}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{counted(parts.length, 'part')} not understood</span>
      </summary>
      <ul className="govuk-details__text govuk-list govuk-list--bullet">
        {parts.map(({ text, where }, index) => (
          <li className="long-text" key={index}>
            {text} {where && <span className="govuk-hint">({where})</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}
