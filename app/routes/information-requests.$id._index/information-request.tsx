import { ErrorSummary } from '~/components/error-summary'
import { Checkboxes, Radios, TextArea, TextField, type FormState } from '~/components/fields'
import { Notice } from '~/components/notice'
import { SummaryList } from '~/components/summary-list'
import { requestOutcomeLabels, requestOutcomes } from '~/domain/information-request'
import { counted } from '~/domain/sentence'
import { paths } from '~/paths'
import type { InformationRequestView } from '~/use-cases/read-information-requests'

type Props = InformationRequestView & { notice: string | null; form: FormState }

export function InformationRequest(props: Props) {
  const { id, reference, kind, outcome, found, undecided, form } = props
  return (
    <>
      <a className="govuk-back-link" href={paths.informationRequests()}>
        Back to information requests
      </a>
      <ErrorSummary form={form} />
      <Notice notice={form ? null : props.notice} />
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{kind}</span>
        {reference}
      </h1>
      <SummaryList
        rows={[
          { name: 'Asked for', value: <span className="long-text">{props.asked}</span> },
          { name: 'Asked by', value: props.askedBy },
          { name: 'Received', value: props.received },
          { name: 'Answer due', value: props.due },
          { name: 'Searched for', value: `${props.searched}; last on ${props.searchedOn}` },
          ...(outcome === null
            ? []
            : [
                { name: 'Outcome', value: `${outcome}${props.outcomeWords === null ? '' : `: ${props.outcomeWords}`}` },
              ]),
        ]}
      />
      <p className="govuk-body">
        {found === 0 ? 'Nothing was found.' : `${counted(found, 'place')} found. They are on hold.`}{' '}
        {undecided > 0 && `${undecided} still to decide on.`}
      </p>
      <div className="govuk-button-group">
        <a
          className="govuk-button govuk-button--secondary"
          href={paths.informationRequestZip(id, 'as-recorded')}
          download
        >
          Download as recorded (ZIP)
        </a>
        {undecided === 0 && found > 0 && (
          <a className="govuk-button" href={paths.informationRequestZip(id, 'as-disclosed')} download>
            Download as disclosed (ZIP)
          </a>
        )}
        {outcome === null && (
          <form method="post">
            <button className="govuk-button govuk-button--secondary" name="step" value="search">
              Search again
            </button>
          </form>
        )}
      </div>
      <Found {...props} />
      {outcome === null && <Close form={form} />}
    </>
  )
}

function Found({ kinds, outcome, form }: Props) {
  const open = outcome === null
  if (kinds.length === 0) return null
  return (
    <form method="post" noValidate>
      {kinds.map(({ kind, label, count, hits }) => (
        <section key={kind} aria-labelledby={`kind-${kind}`}>
          <h2 className="govuk-heading-m" id={`kind-${kind}`}>
            {label} ({count})
          </h2>
          <ul className="govuk-list hits">
            {hits.map((hit) => (
              <li key={hit.id} className="hits__hit">
                {open && (
                  <span className="govuk-checkboxes govuk-checkboxes--small">
                    <span className="govuk-checkboxes__item">
                      <input
                        className="govuk-checkboxes__input"
                        type="checkbox"
                        name="hits"
                        value={hit.id}
                        id={`hit-${hit.id}`}
                      />
                      <label className="govuk-label govuk-checkboxes__label" htmlFor={`hit-${hit.id}`}>
                        {hit.day}
                        {hit.by !== null && `, ${hit.by}`}
                      </label>
                    </span>
                  </span>
                )}
                {!open && <strong>{hit.day}</strong>}
                <p className="govuk-body long-text">
                  {hit.words} {linkTo(hit)}
                </p>
                <p className="home__detail">{hit.decision ?? 'Not decided'}</p>
              </li>
            ))}
          </ul>
          {count > hits.length && (
            <p className="govuk-body">
              {count - hits.length} more are not shown here: those that wait for a decision come first. The download as
              recorded has all of them.
            </p>
          )}
        </section>
      ))}
      {open && (
        <div className="card">
          <h2 className="govuk-heading-m">Decide on what is ticked</h2>
          <Checkboxes
            name="rest"
            label="And"
            choices={[{ value: 'yes', label: 'everything that is not decided yet' }]}
            small
            plain
            form={form}
          />
          <TextField
            name="reason"
            label="Why it is redacted"
            hint="Stands in its place in what is given out, for example: somebody else’s personal data."
            form={form}
          />
          <div className="govuk-button-group">
            <button className="govuk-button" name="step" value="disclose">
              Disclose
            </button>
            <button className="govuk-button govuk-button--secondary" name="step" value="redact">
              Redact
            </button>
          </div>
        </div>
      )}
    </form>
  )
}

/** Where it stands, for those places that have a page of their own. */
function linkTo({ thingKind, thingId, day }: { thingKind: string; thingId: string; day: string }) {
  const to = {
    recommendation: paths.recommendation(thingId),
    review: paths.review(thingId),
    notice: paths.mailItem(thingId),
    person: paths.person(thingId),
  }[thingKind]
  return to === undefined ? null : (
    <a className="govuk-link" href={to}>
      Open<span className="govuk-visually-hidden"> what stands there, {day}</span>
    </a>
  )
}

const Close = ({ form }: { form: FormState }) => (
  <form method="post" noValidate>
    <h2 className="govuk-heading-m">Close the request</h2>
    <Radios
      name="outcome"
      label="How it was answered"
      choices={requestOutcomes.map((value) => ({ value, label: requestOutcomeLabels[value] }))}
      form={form}
    />
    <TextArea name="words" label="In words, if there is more to say" rows={3} maxLength={1000} form={form} />
    <button className="govuk-button" name="step" value="close">
      Close the request
    </button>
  </form>
)
