import { paths } from '~/paths'

/** The title of an evidence item: a link for whoever may open it, plain words for whoever may not. */
export const EvidenceName = ({ id, title, maySee }: { id: string; title: string; maySee: boolean }) =>
  maySee ? (
    <a className="govuk-link" href={paths.evidenceItem(id)}>
      {title}
    </a>
  ) : (
    title
  )
