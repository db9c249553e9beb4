import type { ReactNode } from 'react'
import { HeadroomPicture } from '~/components/headroom-picture'
import { ProgressChart } from '~/components/progress-chart'
import { Scrolls } from '~/components/scrolls'
import { paths } from '~/paths'
import type { MemberSummaryView } from '~/use-cases/read-member-summary'

type Props = MemberSummaryView & { council: string }

/** A term explained where it stands. */
const Term = ({ children }: { children: ReactNode }) => <p className="govuk-body term">{children}</p>

export function Summary(props: Props) {
  return (
    <article className="summary">
      {props.marking && <p className="summary__marking">{props.marking}</p>}
      <span className="govuk-caption-l">{props.council}</span>
      <h1 className="govuk-heading-l">Summary for members</h1>
      <p className="summary__stamp">As at {props.asAt}</p>
      {props.isEmpty ? (
        <p className="govuk-body">There is nothing to report yet: no review has been recorded and no plan read in.</p>
      ) : (
        <>
          <Verdict {...props} />
          <Progress {...props} />
          <Changes {...props} />
          <Next {...props} />
        </>
      )}
    </article>
  )
}

function Verdict({ verdict, named, visit, headroom, plus, plusSentence, terms }: Props) {
  if (verdict === null)
    return (
      <section>
        <h2 className="govuk-heading-m">Will we keep the certificate?</h2>
        <p className="govuk-body">No certificate has been recorded, so nothing can be said.</p>
      </section>
    )
  return (
    <section aria-labelledby="verdict">
      <h2 className="govuk-heading-m" id="verdict">
        Will we keep the certificate?
      </h2>
      <p className="summary__verdict">{verdict.sentence}</p>
      {named.map(({ number, title }) => (
        <Term key={number}>
          {number} is the element “{title}”.
        </Term>
      ))}
      <Term>{verdict.heading}</Term>
      {visit !== null && <p className="govuk-body">{visit}</p>}
      <div>
        <table className="govuk-table stacks">
          <caption className="govuk-table__caption govuk-table__caption--s">
            Headroom: how many partial compliances each criterion has, and may have
          </caption>
          <thead className="govuk-table__head">
            <tr>
              <th scope="col" className="govuk-table__header">
                Criterion
              </th>
              <th scope="col" className="govuk-table__header">
                Partial
              </th>
              <th scope="col" className="govuk-table__header">
                May be
              </th>
              <th scope="col" className="govuk-table__header summary__picture" aria-hidden="true">
                Picture
              </th>
              <th scope="col" className="govuk-table__header">
                In words
              </th>
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {headroom.map((bar) => (
              <tr key={bar.criterion} className="govuk-table__row">
                <th scope="row" className="govuk-table__header">
                  {bar.criterion} {bar.title}
                </th>
                <td className="govuk-table__cell" data-label="Partial">
                  {bar.certain}
                  {bar.disputed > 0 && `, ${bar.disputed} more disputed`}
                  {bar.atRisk > 0 && `, ${bar.atRisk} more at risk`}
                </td>
                <td className="govuk-table__cell" data-label="May be">
                  {bar.mayBe}
                </td>
                <td className="govuk-table__cell summary__picture" aria-hidden="true">
                  <HeadroomPicture bar={bar} />
                </td>
                <td className="govuk-table__cell">{bar.sentence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="govuk-body headroom-key" aria-hidden="true">
        Filled: partial. With a question mark: disputed. With an exclamation mark: at risk. Dashed: still free. The
        thick line is the most there may be.
      </p>
      <Term>
        Partial compliance: {terms.partial}. Tolerance: {terms.tolerance}.
      </Term>
      {plusSentence !== null && (
        <>
          <p className="govuk-body">{plusSentence}</p>
          <Term>Compliance plus: {terms['compliance-plus']}.</Term>
        </>
      )}
      {plus.length > 1 && (
        <table className="govuk-table stacks summary__narrow">
          <caption className="govuk-table__caption govuk-table__caption--s">Compliance plus over the reviews</caption>
          <thead className="govuk-table__head">
            <tr>
              <th scope="col" className="govuk-table__header">
                Review
              </th>
              <th scope="col" className="govuk-table__header">
                Visited
              </th>
              <th scope="col" className="govuk-table__header govuk-table__header--numeric">
                Compliance plus
              </th>
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {plus.map((row) => (
              <tr key={row.heldOn} className="govuk-table__row">
                <th scope="row" className="govuk-table__header">
                  {row.review}
                </th>
                <td className="govuk-table__cell" data-label="Visited">
                  {row.heldOn}
                </td>
                <td className="govuk-table__cell govuk-table__cell--numeric" data-label="Compliance plus">
                  {row.plus}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Progress({ progress, progressSentence, labels, terms }: Props) {
  const shown = labels.filter((_, index) => progress.some((row) => row.counts[index]! > 0))
  return (
    <section aria-labelledby="progress">
      <h2 className="govuk-heading-m" id="progress">
        How far is the plan?
      </h2>
      <p className="govuk-body">{progressSentence}</p>
      <ProgressChart rows={progress} labels={labels.map(({ label }) => label)} />
      <Scrolls label="Open recommendations by category">
        <table className="govuk-table">
          <caption className="govuk-table__caption govuk-table__caption--s">
            Open recommendations by category, at each date
          </caption>
          <thead className="govuk-table__head">
            <tr>
              <th scope="col" className="govuk-table__header">
                As at
              </th>
              {labels.map(({ category, label }) => (
                <th scope="col" key={category} className="govuk-table__header govuk-table__header--numeric">
                  {category} {label}
                </th>
              ))}
              <th scope="col" className="govuk-table__header govuk-table__header--numeric">
                Not assessed
              </th>
              <th scope="col" className="govuk-table__header govuk-table__header--numeric">
                Open
              </th>
              <th scope="col" className="govuk-table__header govuk-table__header--numeric">
                Closed
              </th>
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {progress.map((row) => (
              <tr key={row.asAt} className="govuk-table__row">
                <th scope="row" className="govuk-table__header nowrap">
                  {row.asAt}
                  {row.isToday && ' (now)'}
                </th>
                {row.counts.map((count, index) => (
                  <td key={index} className="govuk-table__cell govuk-table__cell--numeric">
                    {count}
                  </td>
                ))}
                <td className="govuk-table__cell govuk-table__cell--numeric">{row.notAssessed}</td>
                <td className="govuk-table__cell govuk-table__cell--numeric">{row.open}</td>
                <td className="govuk-table__cell govuk-table__cell--numeric">{row.closed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
      <dl className="terms">
        {shown.map(({ category, label }) => (
          <div key={category}>
            <dt>
              {category} {label}
            </dt>
            <dd>{terms[category]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

type Lines = { id: string; number: string; text: string; who: string; sentence: string; source: string }[]

function Points({ lines }: { lines: Lines }) {
  return (
    <ul className="points">
      {lines.map((line) => (
        <li key={`${line.id} ${line.sentence}`}>
          <a className="govuk-link" href={paths.recommendation(line.id)}>
            {line.source}, {line.number}
          </a>
          <span className="points__words">{line.text}</span>
          <span className="points__what">
            <strong>{line.sentence}.</strong> {line.who}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Changes({ changes, since }: Props) {
  if (changes === null || since === null) return null
  return (
    <section aria-labelledby="changes">
      <h2 className="govuk-heading-m" id="changes">
        What has changed since {since}?
      </h2>
      {changes.map(({ title, term, lines, none }) => (
        <div key={title} className="summary__group">
          <h3 className="govuk-heading-s">
            {title}
            {lines.length > 0 && ` (${lines.length})`}
          </h3>
          {lines.length === 0 ? (
            <p className="govuk-body">{none}</p>
          ) : (
            <>
              <Term>
                {title}: {term}.
              </Term>
              <Points lines={lines} />
            </>
          )}
        </div>
      ))}
    </section>
  )
}

function Next({ next }: Props) {
  if (next === null) return null
  return (
    <section aria-labelledby="next">
      <h2 className="govuk-heading-m" id="next">
        What falls due before the next report?
      </h2>
      <p className="govuk-body">The next report is expected around {next.on}, at the usual interval.</p>
      {next.lines.length === 0 ? (
        <p className="govuk-body">Nothing falls due before then.</p>
      ) : (
        <Points lines={next.lines} />
      )}
    </section>
  )
}
