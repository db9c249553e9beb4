import { ErrorSummary } from '~/components/error-summary'
import type { FormState } from '~/components/fields'
import { Figures } from '~/components/figures'
import { History } from '~/components/history'
import { Notice } from '~/components/notice'
import { Tag } from '~/components/tag'
import { counted } from '~/domain/sentence'
import { paths } from '~/paths'
import type { readImport } from '~/use-cases/read-import'
import { BeingRead, NotRead, PutAside } from './being-read'
import { WhatNext } from './what-next'

export type ImportView = NonNullable<Awaited<ReturnType<typeof readImport>>>
type Props = ImportView & { form: FormState; notice: string | null }

const titles = {
  reading: 'The document is being read',
  failed: 'The document could not be read',
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
      {props.waiting && <BeingRead id={props.id} waiting={props.waiting} />}
      {state === 'failed' && <NotRead failure={props.failure} />}
      {state === 'draft' && <Draft {...props} />}
      <History history={props.history} />
    </>
  )
}

function Draft({ id, layoutWords, organisation, takenInBefore, tasks, mayConfirm, figures }: Props) {
  const seen = tasks.filter((task) => task.state === 'Looked at').length
  const first = tasks.find((task) => task.state !== 'Looked at')?.section
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
      {tasks.length > 1 && <Figures figures={figures} />}
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
      <p className="govuk-body">
        {mayConfirm ? (
          <a className="govuk-button" href={paths.importCheck(id)}>
            Check and confirm
          </a>
        ) : (
          first && (
            <a className="govuk-button" href={paths.importSection(id, first)}>
              {seen === 0 ? 'Start looking' : 'Go on looking'}
            </a>
          )
        )}
      </p>
      <PutAside />
    </>
  )
}
