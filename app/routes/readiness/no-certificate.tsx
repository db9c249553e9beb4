import { paths } from '~/paths'

export const NoCertificate = ({ mayChange }: { mayChange: boolean }) => (
  <>
    <h1 className="govuk-heading-l">Readiness</h1>
    <p className="govuk-body">
      There is no certificate yet, so nothing can be said. Enter yours, then add the last review with its levels, or
      import the assessor’s report.
    </p>
    {mayChange && (
      <>
        <p className="govuk-body">
          <a className="govuk-button" href={paths.newCertification()}>
            Enter a certificate
          </a>
        </p>
        <p className="govuk-body">
          <a className="govuk-link" href={paths.importNew()}>
            Import a report
          </a>
        </p>
      </>
    )}
  </>
)
