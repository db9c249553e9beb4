import { History } from '~/components/history'
import { Form } from '@remix-run/react'
import { ErrorSummary } from '~/components/error-summary'
import { EvidenceName } from '~/components/evidence-name'
import { Button, DateField, Radios, SelectField, TextArea, type FormState } from '~/components/fields'
import { Notice } from '~/components/notice'
import { RequestTag } from '~/components/request-tag'
import { Tag } from '~/components/tag'
import type { readRequest } from '~/use-cases/read-request'
import { AnswersToLastTime } from './answers-to-last-time'

export type RequestView = NonNullable<Awaited<ReturnType<typeof readRequest>>> & {
  maySupply: boolean
  mayCheck: boolean
  maySeeEvidence: boolean
  notice: string | null
}

const leadsStates = ['checked', 'accepted', 'sent-back']

export const RequestPage = ({ view, form }: { view: RequestView; form: FormState }) => (
  <>
    <a className="govuk-back-link" href={view.review.href}>
      {`The ${view.review.title}`}
    </a>
    <Notice notice={view.notice} />
    <ErrorSummary form={form} />
    <h1 className="govuk-heading-l">
      <span className="govuk-caption-l">Wanted before the visit</span>
      {view.title}
    </h1>
    <Facts view={view} />
    {view.answers && <AnswersToLastTime answers={view.answers} maySeeEvidence={view.maySeeEvidence} />}
    <Evidence view={view} />
    {view.maySupply && <StateForm view={view} form={form} />}
    {view.mayCheck && <DetailsForm view={view} form={form} />}
    <History history={view.history} />
  </>
)

const Facts = ({ view }: { view: RequestView }) => (
  <dl className="govuk-summary-list">
    <div className="govuk-summary-list__row">
      <dt className="govuk-summary-list__key">State</dt>
      <dd className="govuk-summary-list__value">
        <RequestTag state={view.state} /> {view.why}
      </dd>
    </div>
    <div className="govuk-summary-list__row">
      <dt className="govuk-summary-list__key">Due</dt>
      <dd className="govuk-summary-list__value">
        {view.due ?? 'no date until the visit is agreed'}
        {view.dueWhen && `, ${view.dueWhen}`} {view.past && <Tag colour="magenta">past</Tag>}
        {view.past && <p className="govuk-body-s">Already past: agree a new date with the assessor.</p>}
      </dd>
    </div>
    <div className="govuk-summary-list__row">
      <dt className="govuk-summary-list__key">Owner</dt>
      <dd className="govuk-summary-list__value">{view.owner ?? 'nobody yet'}</dd>
    </div>
    <div className="govuk-summary-list__row">
      <dt className="govuk-summary-list__key">Period wanted</dt>
      <dd className="govuk-summary-list__value">
        {[view.period, view.periodWords].filter((part) => part !== null).join(': ') || 'not said'}
      </dd>
    </div>
  </dl>
)

const Evidence = ({ view }: { view: RequestView }) => (
  <>
    <h2 className="govuk-heading-m">Linked evidence</h2>
    {view.evidence.length === 0 ? (
      <p className="govuk-body">Nothing is linked yet.</p>
    ) : (
      <ul className="govuk-list">
        {view.evidence.map((item) => (
          <li key={item.id}>
            <EvidenceName {...item} maySee={view.maySeeEvidence} />, of {item.documentOn}: {item.age}
            {item.covers && `; ${item.covers}`}
            {item.owner && ` (${item.owner})`}
          </li>
        ))}
      </ul>
    )}
    {view.maySupply && (
      <p className="govuk-body">
        <a className="govuk-button govuk-button--secondary" href={view.addEvidence}>
          Add a document or a link
        </a>
      </p>
    )}
  </>
)

const StateForm = ({ view, form }: { view: RequestView; form: FormState }) => {
  const choices = view.next.filter(({ value }) => view.mayCheck || !leadsStates.includes(value))
  if (choices.length === 0) return null
  return (
    <Form method="post" noValidate>
      <input type="hidden" name="intent" value="state" />
      <Radios name="state" label="How far is it?" labelSize="m" choices={choices} form={form} />
      <TextArea
        name="why"
        label="Why"
        hint="Needed where there is nothing to supply, or where it was sent back. May be disclosed under information law."
        rows={3}
        form={form}
      />
      <Button>Save</Button>
    </Form>
  )
}

const DetailsForm = ({ view, form }: { view: RequestView; form: FormState }) => (
  <details className="govuk-details" open={form?.typed.intent === 'details'}>
    <summary className="govuk-details__summary">
      <span className="govuk-details__summary-text">Change owner, due day or period</span>
    </summary>
    <div className="govuk-details__text">
      <Form method="post" noValidate>
        <input type="hidden" name="intent" value="details" />
        <SelectField
          name="owner"
          label="Owner"
          choices={view.choices}
          value={view.ownerChoice}
          empty="Nobody yet"
          form={form}
        />
        <DateField name="dueOn" label="Due day" value={view.due ?? ''} form={form} />
        <DateField name="periodFrom" label="Period wanted, from" value={view.periodFrom} form={form} />
        <DateField name="periodTo" label="Period wanted, to" value={view.periodTo} form={form} />
        <Button kind="secondary">Save these</Button>
      </Form>
    </div>
  </details>
)
