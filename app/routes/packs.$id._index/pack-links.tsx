import { Form } from '@remix-run/react'
import { Button } from '~/components/fields'
import { Tag } from '~/components/tag'
import { paths } from '~/paths'
import type { PackView } from '~/use-cases/read-pack'

const eventWords: Record<string, string> = { 'pack opened': 'opened', 'pack downloaded': 'downloaded' }

export function PackLinks({ id, links, mayBuild }: PackView & { mayBuild: boolean }) {
  return (
    <section>
      <h2 className="govuk-heading-m">Links for the assessor</h2>
      {links.length === 0 && <p className="govuk-body">Nobody outside has a link to this pack.</p>}
      {links.map((link) => (
        <div className="card" key={link.id}>
          <h3 className="govuk-heading-s long-text">
            {link.sentTo} <Tag colour={link.isOpen ? 'green' : 'grey'}>{link.state}</Tag>
          </h3>
          <p className="govuk-body">
            Made {link.made}. Last day: {link.lastDay}.
          </p>
          {link.events.length === 0 ? (
            <p className="govuk-body">Not opened with the button, and not downloaded.</p>
          ) : (
            <ul className="govuk-list govuk-list--bullet">
              {link.events.map((event) => (
                <li key={event.id}>
                  {event.when}: {eventWords[event.what] ?? event.what}
                </li>
              ))}
            </ul>
          )}
          {mayBuild && link.isOpen && (
            <Form method="post">
              <input type="hidden" name="revoke" value={link.id} />
              <Button kind="warning">
                Revoke<span className="govuk-visually-hidden"> the link for {link.sentTo}</span>
              </Button>
            </Form>
          )}
        </div>
      ))}
      {mayBuild && (
        <p className="govuk-body">
          <a className="govuk-link" href={paths.packLinks(id)}>
            Make a link for the assessor
          </a>
        </p>
      )}
    </section>
  )
}
