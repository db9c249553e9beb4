export const FormKept = () => (
  <div className="govuk-inset-text">
    You were signed out before your form was saved. What you typed is kept: sign in again in this browser, and it is in
    the form again.
  </div>
)
