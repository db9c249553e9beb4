import { Form } from '@remix-run/react'
import { EvidenceName } from '~/components/evidence-name'
import { ErrorSummary } from '~/components/error-summary'
import { Button, DateField, Radios, SelectField, TextArea, type FormState } from '~/components/fields'
import { History } from '~/components/history'
import { Notice } from '~/components/notice'
import { Tag, type TagColour } from '~/components/tag'
import { shortLevels } from '~/domain/heat-map'
import type { RatingStep } from '~/domain/rating-history'
import { paths } from '~/paths'
import type { readElement } from '~/use-cases/read-element'
import { ElementPoints } from './element-points'

export type ElementView = NonNullable<Awaited<ReturnType<typeof readElement>>> & {
  mayAssess: boolean
  mayAssign: boolean
  maySeeEvidence: boolean
  notice: string | null
}

export const ElementPage = ({ view, form }: { view: ElementView; form: FormState }) => (
  <>
    <a className="govuk-back-link" href={paths.readiness(view.certification.id)}>
      Readiness
    </a>
    <Notice notice={view.notice} />
    <ErrorSummary form={form} />
    <h1 className="govuk-heading-l">
      <span className="govuk-caption-l">{view.criterion}</span>
      {view.element} {view.title}
    </h1>
    {view.wording && (
      <details className="govuk-details">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">Official wording</span>
        </summary>
        <div className="govuk-details__text long-text">
          {view.wording.text}
          <p className="govuk-body-s">From {view.wording.origin}</p>
        </div>
      </details>
    )}
    <Standing view={view} />
    <Ratings view={view} />
    <SelfAssessments view={view} form={form} />
    <ElementPoints view={view} />
    <Evidence view={view} />
    <Queries view={view} />
    {view.mayAssign && <OwnerForm view={view} form={form} />}
    <History history={view.history} />
    <Neighbours view={view} />
  </>
)

const Standing = ({ view: { now, owner, element } }: { view: ElementView }) => (
  <section aria-label="Where it stands">
    <p className={`heat heat--${now.level} element-now`}>
      <span className="heat__number">{element}</span> {shortLevels[now.level]}
      <span className="govuk-visually-hidden">, expected</span>
    </p>
    <p className="govuk-body">
      We expect <strong>{now.words}</strong> at the coming review.
      {now.notLookedAt && ' It was not looked at last time: the rating is an earlier one.'} {now.evidence}{' '}
      {owner ? `${owner} answers for it.` : 'Nobody is named to answer for it.'}
    </p>
    {now.risks.length > 0 && (
      <ul className="govuk-list govuk-list--bullet">
        {now.risks.map((risk) => (
          <li key={risk}>{risk}</li>
        ))}
      </ul>
    )}
  </section>
)

const changeColours: Readonly<Record<RatingStep['change'], TagColour>> = {
  first: 'grey',
  same: 'grey',
  better: 'green',
  worse: 'magenta',
}

const Ratings = ({ view }: { view: ElementView }) => (
  <>
    <h2 className="govuk-heading-m">What the assessor gave it</h2>
    {view.ratings.length === 0 && <p className="govuk-body">It was never rated.</p>}
    <ol className="timeline">
      {view.ratings.map((rating) => (
        <li className="timeline__item" key={rating.id}>
          <p className="timeline__head">
            {rating.label} <Tag colour={changeColours[rating.change]}>{rating.words}</Tag>
          </p>
          <p className="timeline__by">
            <a className="govuk-link" href={rating.href}>
              {rating.review}
            </a>
            , {rating.on}
            {!rating.stated && '; not printed by the report, taken from its being on no other list'}
          </p>
          {rating.justification && <p className="govuk-body long-text">{rating.justification}</p>}
        </li>
      ))}
    </ol>
  </>
)

const SelfAssessments = ({ view, form }: { view: ElementView; form: FormState }) => (
  <>
    <h2 className="govuk-heading-m" id="assess">
      What we think of it
    </h2>
    {view.selfAssessments.length === 0 && <p className="govuk-body">Nobody has assessed it here yet.</p>}
    <ol className="timeline">
      {view.selfAssessments.map((each) => (
        <li className="timeline__item" key={each.id}>
          <p className="timeline__head">{each.level}</p>
          <p className="timeline__by">
            {each.who}, as at {each.asAt}
          </p>
          <p className="govuk-body long-text">{each.words}</p>
        </li>
      ))}
    </ol>
    {view.mayAssess && (
      <details className="govuk-details" open={form?.typed.intent === 'assess'}>
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">Say what you think of it now</span>
        </summary>
        <div className="govuk-details__text">
          <p className="govuk-body">
            It is recorded under your name and moves what we expect; the assessor’s rating stays as it is.
          </p>
          <Form method="post" noValidate>
            <input type="hidden" name="intent" value="assess" />
            <input type="hidden" name="certificationId" value={view.certification.id} />
            <Radios name="level" label="Our level" choices={view.levelChoices} small form={form} />
            <TextArea
              name="words"
              label="What we do, and on what evidence"
              hint="May be disclosed under information law."
              rows={4}
              form={form}
            />
            <DateField name="asAt" label="As at" value={view.today} form={form} />
            <Button>Record it</Button>
          </Form>
        </div>
      </details>
    )}
  </>
)

const Evidence = ({ view }: { view: ElementView }) => (
  <>
    <h2 className="govuk-heading-m">Evidence</h2>
    {view.evidence.length === 0 ? (
      <p className="govuk-body">No evidence is linked.</p>
    ) : (
      <ul className="govuk-list">
        {view.evidence.map((item) => (
          <li key={item.id}>
            <EvidenceName {...item} maySee={view.maySeeEvidence} />, of {item.documentOn}: {item.age}
          </li>
        ))}
      </ul>
    )}
    {view.maySeeEvidence && (
      <p className="govuk-body">
        <a className="govuk-link" href={view.addEvidence}>
          Add evidence for {view.element}
        </a>
      </p>
    )}
  </>
)

const Queries = ({ view }: { view: ElementView }) =>
  view.queries.length === 0 ? null : (
    <>
      <h2 className="govuk-heading-m">Queries that name it</h2>
      <ul className="govuk-list govuk-list--bullet">
        {view.queries.map((query) => (
          <li key={query.id}>
            {query.href ? (
              <a className="govuk-link" href={query.href}>
                {query.message}
              </a>
            ) : (
              query.message
            )}{' '}
            {query.settled === null ? <Tag colour="purple">open</Tag> : `Settled: ${query.settled}`}
          </li>
        ))}
      </ul>
    </>
  )

const OwnerForm = ({ view, form }: { view: ElementView; form: FormState }) => (
  <details className="govuk-details" open={form?.typed.intent === 'assign'}>
    <summary className="govuk-details__summary">
      <span className="govuk-details__summary-text">Say who answers for it</span>
    </summary>
    <div className="govuk-details__text">
      <Form method="post" noValidate>
        <input type="hidden" name="intent" value="assign" />
        <input type="hidden" name="certificationId" value={view.certification.id} />
        <SelectField
          name="owner"
          label="Who answers for this element"
          choices={view.choices}
          value={view.ownerChoice}
          empty="Nobody"
          form={form}
        />
        <Button kind="secondary">Save the owner</Button>
      </Form>
    </div>
  </details>
)

const Neighbours = ({ view }: { view: ElementView }) => (
  <nav aria-label="Elements">
    <ul className="tag-row">
      {[view.previous, view.next].map(
        (number, index) =>
          number && (
            <li key={number}>
              <a className="govuk-link" href={paths.element(number)}>
                {index === 0 ? `Before: ${number}` : `Next: ${number}`}
              </a>
            </li>
          ),
      )}
    </ul>
  </nav>
)
