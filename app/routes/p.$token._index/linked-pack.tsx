import { Button } from '~/components/fields'
import { counted } from '~/domain/sentence'
import type { OpenedPack } from '~/use-cases/open-pack'

type Props = {
  pack: { council: string; number: number; title: string } | null
  to: string
  opened: OpenedPack | null
}

export function LinkedPack({ pack, to, opened }: Props) {
  if (opened !== null) return <Opened pack={opened} to={to} />
  if (pack === null)
    return (
      <>
        <h1 className="govuk-heading-l">This link cannot be used</h1>
        <p className="govuk-body">
          It may have ended or been withdrawn, or a part of the address may be missing. Ask the council that sent it for
          a new one.
        </p>
      </>
    )
  return (
    <>
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{pack.council}</span>
        Evidence pack {pack.number}: {pack.title}
      </h1>
      <p className="govuk-body">
        The council can see when this button is pressed and when the pack is downloaded, and nothing else.
      </p>
      <form method="post">
        <Button>Open the pack</Button>
      </form>
    </>
  )
}

function Opened({ pack, to }: { pack: OpenedPack; to: string }) {
  return (
    <>
      <h1 className="govuk-heading-l">
        <span className="govuk-caption-l">{pack.council}</span>
        Evidence pack {pack.number}: {pack.title}
      </h1>
      <p className="govuk-body">
        {counted(pack.files, 'document')}, {pack.size}, the council’s own view as at {pack.asAt}. This link ends after{' '}
        {pack.lastDay}.
      </p>
      <form method="post" action={to}>
        <Button>Download the pack (ZIP, {pack.size})</Button>
      </form>
      <p className="govuk-body">
        Unpack it and open <strong>index.html</strong>: it leads to every document by request and by element.
      </p>
      <h2 className="govuk-heading-m">What is missing or held back</h2>
      {pack.missing.length === 0 ? (
        <p className="govuk-body">Nothing is missing.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {pack.missing.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <h2 className="govuk-heading-m">What it holds</h2>
      <ul className="govuk-list govuk-list--bullet">
        {pack.documents.map((document) => (
          <li key={document.path}>
            {document.title}
            {document.elements.length > 0 && ` (${document.elements.join(', ')})`}
          </li>
        ))}
      </ul>
      <p className="govuk-body long-text">
        SHA-256 of the ZIP: <code>{pack.sha256}</code>
      </p>
    </>
  )
}
