import type { MetaFunction } from '@remix-run/node'

export const meta: MetaFunction = () => [{ title: 'Accessibility statement – Holdfast' }]

export default function Accessibility() {
  return (
    <>
      <h1 className="govuk-heading-l">Accessibility statement</h1>
      <p className="govuk-body">
        Holdfast aims to meet the Web Content Accessibility Guidelines 2.2 at level AA. Every page works without
        JavaScript, by keyboard alone, at 320 pixels wide and at 400% zoom; no status is shown by colour alone.
      </p>
      <h2 className="govuk-heading-m">How this is checked</h2>
      <p className="govuk-body">
        Each screen is checked by an automatic tool (axe) at three widths whenever Holdfast is changed, and the main
        journeys are walked in a browser with and without JavaScript. No audit by people who use assistive technology
        has been made yet.
      </p>
      <h2 className="govuk-heading-m">If something does not work for you</h2>
      <p className="govuk-body">
        Tell your council’s administrator what you tried and what happened. They can give you any page or document in
        another form, and pass the problem on to whoever runs this service.
      </p>
    </>
  )
}
