import { Scrolls } from '~/components/scrolls'
import { HeadroomPicture } from '~/components/headroom-picture'
import { HeatKey, HeatMap } from '~/components/heat-map'
import { paths } from '~/paths'
import type { ReadinessView } from '~/use-cases/read-readiness'
import { ReasonList } from './reason-list'
import { WhatIf, WhatIfBanner } from './what-if'

export function ReadinessPage(view: ReadinessView & { mayChange: boolean }) {
  const { certification, certificates, coming, whatIf } = view
  return (
    <>
      <h1 className="govuk-heading-l">Readiness: {certification.name}</h1>
      {certificates.length > 1 && <Certificates certificates={certificates} here={certification.id} />}
      {whatIf.isChanged && <WhatIfBanner {...whatIf} certificationId={certification.id} />}
      <section className={`verdict verdict--${view.verdict}`} aria-labelledby="verdict">
        <h2 className="verdict__word" id="verdict">
          <span className="govuk-visually-hidden">Verdict: </span>
          {view.verdictLabel}
        </h2>
        <p className="verdict__sentence">{view.sentence}</p>
        <p className="verdict__heading">{view.heading}</p>
      </section>
      <p className="govuk-body">
        {coming ? (
          <>
            <a className="govuk-link" href={paths.review(coming.id)}>
              {coming.sentence.replace(/\.$/, '')}
            </a>
            {coming.away && `, ${coming.away}`}.
          </>
        ) : (
          'No review is planned.'
        )}{' '}
        {view.lastAssessed && `Last assessed on ${view.lastAssessed}.`}
      </p>
      <h2 className="govuk-heading-m">How far it can go either way</h2>
      <ul className="range">
        {view.range.map((end) => (
          <li className={`range__end range__end--${end.standing}`} key={end.name}>
            {end.name}
            <span className="range__standing">{end.standingWords}</span>
            {end.counts}
          </li>
        ))}
      </ul>
      <ReasonList reasons={view.reasons} inAll={view.reasonsInAll} />
      {view.prompts.length > 0 && <Prompts prompts={view.prompts} />}
      <Headroom rows={view.headroom} />
      <h2 className="govuk-heading-m" id="elements">
        All elements
      </h2>
      <HeatKey withReadings />
      <HeatMap groups={view.heatMap} caption="What we expect of each element" />
      <p className="govuk-body">
        <a className="govuk-link" href={paths.elements(certification.id)}>
          Elements over all reviews
        </a>
        , and{' '}
        <a className="govuk-link" href={paths.plusRegister()}>
          the plus register
        </a>
      </p>
      <WhatIf {...whatIf} certificationId={certification.id} />
    </>
  )
}

const Certificates = ({ certificates, here }: { certificates: { id: string; name: string }[]; here: string }) => (
  <nav aria-label="Certificates">
    <ul className="tag-row">
      {certificates.map(({ id, name }) => (
        <li key={id}>
          <a className="govuk-link" href={paths.readiness(id)} aria-current={id === here ? 'page' : undefined}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const Prompts = ({ prompts }: { prompts: ReadinessView['prompts'] }) => (
  <>
    <h2 className="govuk-heading-m">Work that is done, and not yet looked at</h2>
    <ul className="govuk-list govuk-list--bullet">
      {prompts.map(({ element, who, sentence, href }) => (
        <li key={element}>
          {sentence}
          {who && ` (${who})`}{' '}
          <a className="govuk-link" href={`${href}#assess`}>
            Assess {element}
          </a>
        </li>
      ))}
    </ul>
  </>
)

const Headroom = ({ rows }: { rows: ReadinessView['headroom'] }) => (
  <>
    <h2 className="govuk-heading-m">Headroom</h2>
    <Scrolls label="Headroom of each criterion">
      <table className="govuk-table stacks">
        <caption className="govuk-table__caption govuk-visually-hidden">
          How many partial compliances each criterion has, and may have
        </caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            <th scope="col" className="govuk-table__header">
              Criterion
            </th>
            <th scope="col" className="govuk-table__header" aria-hidden="true">
              Picture
            </th>
            <th scope="col" className="govuk-table__header">
              Partial
            </th>
            <th scope="col" className="govuk-table__header govuk-table__header--numeric">
              At most
            </th>
            <th scope="col" className="govuk-table__header">
              What it can bear
            </th>
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {rows.map((bar) => (
            <tr className="govuk-table__row" key={bar.criterion}>
              <th scope="row" className="govuk-table__header">
                {bar.criterion} {bar.title}
              </th>
              <td className="govuk-table__cell" aria-hidden="true">
                <HeadroomPicture bar={bar} />
              </td>
              <td className="govuk-table__cell" data-label="Partial">
                {bar.certain}
                {bar.disputed > 0 && `, ${bar.disputed} more disputed`}
                {bar.atRisk > 0 && `, ${bar.atRisk} more at risk`}
              </td>
              <td className="govuk-table__cell govuk-table__cell--numeric" data-label="At most">
                {bar.mayBe}
              </td>
              <td className="govuk-table__cell">{bar.sentence}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolls>
    <p className="govuk-body headroom-key" aria-hidden="true">
      Filled: partial. With a question mark: disputed. With an exclamation mark: at risk. Dashed: still free. The thick
      line is the most there may be.
    </p>
  </>
)
