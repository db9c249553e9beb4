import { Tag, type TagColour } from '~/components/tag'
import type { ScanState } from '~/domain/evidence'
import { paths } from '~/paths'
import type { EvidenceItemView } from '~/use-cases/read-evidence-item'

const colours: Record<ScanState, TagColour> = {
  clean: 'green',
  waiting: 'yellow',
  infected: 'red',
  'not-scannable': 'orange',
}

type Props = EvidenceItemView & { mayChange: boolean }

export function EvidenceVersions({ id, versions, scannerThere, mayChange }: Props) {
  const waits = versions.some((version) => version.kind === 'file' && version.scan === 'waiting')
  return (
    <section>
      <h2 className="govuk-heading-m">Versions</h2>
      {waits && !scannerThere && (
        <div className="govuk-inset-text">
          No virus scanner is connected here, so a file that is added waits: nobody can open it, and a pack lists it as
          not scanned. Whoever runs Holdfast connects one (ClamAV) with the setting CLAMD_ADDRESS; what waits is then
          scanned by itself.
        </div>
      )}
      <ul className="govuk-list versions">
        {versions.map((version) => (
          <li className="card" key={version.id}>
            <h3 className="govuk-heading-s">Version {version.number}</h3>
            {version.kind === 'link' ? (
              <p className="govuk-body long-text">
                <a className="govuk-link" href={version.url} rel="noreferrer noopener">
                  {version.url}
                </a>{' '}
                <Tag>not stored here</Tag>
              </p>
            ) : (
              <>
                <p className="govuk-body long-text">
                  {version.why === null ? (
                    <a className="govuk-link" href={paths.evidenceFile(version.id)} download>
                      Download {version.fileName}
                    </a>
                  ) : (
                    version.fileName
                  )}{' '}
                  ({version.size}) <Tag colour={colours[version.scan]}>{version.scanWords}</Tag>
                </p>
                {version.why !== null && <p className="govuk-body">{version.why}</p>}
                <details className="govuk-details">
                  <summary className="govuk-details__summary">
                    <span className="govuk-details__summary-text">
                      Fingerprint<span className="govuk-visually-hidden"> of version {version.number}</span>
                    </span>
                  </summary>
                  <div className="govuk-details__text long-text">
                    SHA-256: <code>{version.sha256}</code>
                  </div>
                </details>
              </>
            )}
            <p className="govuk-hint">{version.added}</p>
          </li>
        ))}
      </ul>
      {mayChange && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.newEvidenceVersion(id)}>
            Add a newer version
          </a>
        </p>
      )}
    </section>
  )
}
