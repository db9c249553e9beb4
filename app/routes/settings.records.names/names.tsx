import { ErrorSummary } from '~/components/error-summary'
import type { FormState } from '~/components/fields'
import { paths } from '~/paths'
import type { MentionsView } from '~/use-cases/decide-mention'

export function Names({ mentions, form }: MentionsView & { form: FormState }) {
  return (
    <>
      <a className="govuk-back-link" href={paths.records()}>
        Back to records
      </a>
      <ErrorSummary form={form} />
      <h1 className="govuk-heading-l">Names to decide on</h1>
      <p className="govuk-body">
        The time for which these names are kept is over. Everywhere that Holdfast shows who did something, their post
        stands now. In words that somebody wrote, nothing is changed unless you say so: a name may be needed to
        understand them.
      </p>
      {mentions.length === 0 ? (
        <p className="govuk-inset-text">There is nothing to decide.</p>
      ) : (
        mentions.map((mention) => <Mention key={mention.id} {...mention} />)
      )}
    </>
  )
}

function Mention({ id, kind, thingKind, thingId, name, post, excerpt, decided }: MentionsView['mentions'][number]) {
  const to = thingKind === 'recommendation' ? paths.recommendation(thingId) : null
  return (
    <section className="card" aria-labelledby={`mention-${id}`}>
      <h2 className="govuk-heading-s" id={`mention-${id}`}>
        “{name}” in {to === null ? kind : <a href={to}>{kind}</a>}
      </h2>
      <blockquote className="quote long-text">{excerpt}</blockquote>
      {decided ? (
        <p className="govuk-body">It becomes “{post}” at the next run of the retention command.</p>
      ) : (
        <form method="post" className="govuk-button-group">
          <input type="hidden" name="mention" value={id} />
          <button className="govuk-button" name="do" value="replace">
            Replace by “{post}”
          </button>
          <button className="govuk-button govuk-button--secondary" name="do" value="left">
            Leave it
          </button>
        </form>
      )}
    </section>
  )
}
