import { History } from '~/components/history'
import { LookAgain } from '~/components/look-again'
import { PackState } from '~/components/pack-state'
import { counted } from '~/domain/sentence'
import { paths } from '~/paths'
import type { PackView } from '~/use-cases/read-pack'
import { PackContents } from './pack-contents'
import { PackLinks } from './pack-links'

type Props = PackView & { mayBuild: boolean }

export function Pack(props: Props) {
  return (
    <>
      <a className="govuk-back-link" href={paths.packs()}>
        Back to evidence packs
      </a>
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{props.certificate}</span>
        Pack {props.number}: {props.title}
      </h1>
      <p className="govuk-body">
        <PackState state={props.state} /> Asked for {props.asked}.{props.issued && ` Issued ${props.issued}.`}
      </p>
      {props.state === 'building' && <Building progress={props.progress} id={props.id} />}
      {props.state === 'failed' && (
        <div className="govuk-inset-text">
          <p className="govuk-body">The pack was not built. {props.failure}</p>
          <a className="govuk-link" href={paths.packs()}>
            Build it again
          </a>
        </div>
      )}
      {props.contents && (
        <>
          <a className="govuk-button" href={paths.packFile(props.id)} download>
            Download the pack (ZIP, {props.size})
          </a>
          <p className="govuk-body">
            It holds {counted(props.contents.files, 'document')} ({props.contents.size}), as at {props.contents.asAt}.{' '}
            {props.contents.missing.length === 0 ? (
              'Nothing is missing.'
            ) : (
              <a className="govuk-link" href="#missing">
                {counted(props.contents.missing.length, 'thing')} {props.contents.missing.length === 1 ? 'is' : 'are'}{' '}
                missing or held back
              </a>
            )}
          </p>
          <PackLinks {...props} />
          <PackContents {...props.contents} sha256={props.sha256} />
        </>
      )}
      <History history={props.history} />
    </>
  )
}

/** It may be left: the building goes on. */
const Building = ({ progress, id }: { progress: number | null; id: string }) => (
  <LookAgain
    to={paths.pack(id)}
    words={`${progress === null ? 'It is about to be built.' : `${progress} % is written.`} You can leave this page: it goes on, and the pack is here when it is ready.`}
  />
)
