import { History } from '~/components/history'
import type { ReactNode } from 'react'
import { OnHold } from '~/components/on-hold'
import { Tag } from '~/components/tag'
import { paths } from '~/paths'
import type { EvidenceItemView } from '~/use-cases/read-evidence-item'
import { EvidenceLinks } from './evidence-links'
import { EvidenceVersions } from './evidence-versions'

type Props = EvidenceItemView & { mayChange: boolean; mayRelease: boolean }

export function EvidenceItem(props: Props) {
  return (
    <>
      <a className="govuk-back-link" href={paths.evidence()}>
        Back to evidence
      </a>
      <h1 className="govuk-heading-l long-text">{props.title}</h1>
      <p className={props.stays === null ? 'govuk-body' : 'govuk-inset-text'}>
        {props.stays === null
          ? 'It goes into the next evidence pack.'
          : `It would stay out of an evidence pack built today: ${props.stays}.`}
      </p>
      <OnHold since={props.heldSince} />
      <Facts {...props} />
      <EvidenceVersions {...props} />
      <EvidenceLinks {...props} />
      <History history={props.history} />
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="govuk-summary-list__row">
      <dt className="govuk-summary-list__key">{name}</dt>
      <dd className="govuk-summary-list__value">{children}</dd>
    </div>
  )
}

function Facts(props: Props) {
  return (
    <>
      <dl className="govuk-summary-list">
        <Fact name="Kind">{props.kind}</Fact>
        <Fact name="Date of the document">
          {props.documentOn}
          <br />
          {props.age}
        </Fact>
        <Fact name="Period covered">{props.period ?? 'Not said'}</Fact>
        <Fact name="Personal data">
          {props.personalData}
          {props.released && (
            <>
              <br />
              Released by {props.released.who}: {props.released.why}
            </>
          )}
        </Fact>
        <Fact name="Owner">{props.owner ?? 'Nobody'}</Fact>
        <Fact name="Expires">
          {props.expiry ?? 'Never'} {props.expired && <Tag colour="red">expired</Tag>}
        </Fact>
        <Fact name="Added by">{props.added}</Fact>
      </dl>
      <ul className="govuk-list ways">
        {props.mayChange && (
          <li>
            <a className="govuk-link" href={paths.changeEvidence(props.id)}>
              Change these facts
            </a>
          </li>
        )}
        {props.mayRelease && props.mayNeedRelease && (
          <li>
            <a className="govuk-link" href={paths.releaseEvidence(props.id)}>
              {props.released ? 'Take the release back' : 'Release it into packs'}
            </a>
          </li>
        )}
      </ul>
    </>
  )
}
