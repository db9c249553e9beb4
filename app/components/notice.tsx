/** What was just done, in a sentence, at the top of the page after it. */
export const Notice = ({ notice }: { notice: string | null }) =>
  notice === null ? null : (
    <div
      className="govuk-notification-banner govuk-notification-banner--success"
      role="alert"
      aria-labelledby="notice-title"
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id="notice-title">
          Done
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        <p className="govuk-notification-banner__heading">{notice}</p>
      </div>
    </div>
  )
