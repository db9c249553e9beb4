import { paths } from '~/paths'

/** A link that answers no more, and the way to answer all the same. */
export const LinkNotGood = ({ title, words }: { title: string; words: string }) => (
  <>
    <h1 className="govuk-heading-l">{title}</h1>
    <p className="govuk-body">{words}</p>
    <p className="govuk-body">
      Nothing is lost: you can{' '}
      <a className="govuk-link" href={paths.signIn()}>
        sign in
      </a>{' '}
      and say how things stand there.
    </p>
  </>
)
