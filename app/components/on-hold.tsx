/** Wherever a thing is shown that a legal hold keeps. Why is the administrator’s to see. */
export const OnHold = ({ since }: { since: string | null }) =>
  since === null ? null : (
    <p className="govuk-inset-text" role="note">
      On hold since {since}: it is kept, whatever its age, until the hold is lifted.
    </p>
  )
