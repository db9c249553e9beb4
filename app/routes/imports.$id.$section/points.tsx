import { Button, SelectField, type Choice, type FormState } from '~/components/fields'
import { counted } from '~/domain/sentence'
import type { SectionView } from '~/use-cases/read-import-section'
import { DraftLine } from './draft-line'

type PointsView = NonNullable<SectionView['points']>
type Props = { id: string; isOpen: boolean; points: PointsView; form: FormState }

export function Points({ id, isOpen, points, form }: Props) {
  const { lines, owners } = points
  if (lines.length === 0) return <p className="govuk-body">The document raises no point.</p>
  return (
    <>
      {isOpen && <AllAtOnce decided={points.decided} />}
      {lines.map((line, index) => (
        <DraftLine
          key={line.key}
          id={id}
          isOpen={isOpen}
          line={line}
          place={`${index + 1} of ${lines.length}`}
          owner={line.tracked === null ? <Owner line={line} owners={owners} form={form} /> : null}
          form={form}
        />
      ))}
    </>
  )
}

/** How far one is, and what can be taken as proposed in one go. */
function AllAtOnce({ decided: { all, undecided, certain, suggested } }: { decided: PointsView['decided'] }) {
  return (
    <section className="govuk-inset-text" aria-label="How far you are">
      <p className="govuk-body">
        <strong>
          {undecided === 0
            ? `All ${counted(all, 'line')} decided.`
            : `${all - undecided} of ${counted(all, 'line')} decided.`}
        </strong>{' '}
        {undecided > 0 &&
          (certain === undecided
            ? 'Nothing in the rest wants a closer look.'
            : `${certain === 0 ? '' : `${certain} of the rest ${certain === 1 ? 'is' : 'are'} certain; `}${undecided - certain} want${undecided - certain === 1 ? 's' : ''} a closer look, and say${undecided - certain === 1 ? 's' : ''} why.`)}
      </p>
      <div className="govuk-button-group">
        {certain > 0 && (
          <Button kind="secondary" name="do" value="certain">
            {certain === 1 ? 'Accept the one that is certain' : `Accept the ${certain} that are certain`}
          </Button>
        )}
        {suggested > 0 && (
          <Button kind="secondary" name="do" value="owners">
            {suggested === 1 ? 'Accept the suggested owner' : `Accept all ${suggested} suggested owners`}
          </Button>
        )}
      </div>
    </section>
  )
}

const Owner = ({ line, owners, form }: { line: PointsView['lines'][number]; owners: Choice[]; form: FormState }) => (
  <SelectField
    name={`owner-${line.key}`}
    label={
      <>
        Who answers for it?<span className="govuk-visually-hidden"> {line.number}</span>
      </>
    }
    hint={
      line.suggested && line.owner === '' ? (
        <>
          Suggested: {line.suggested.label}, who {line.suggested.why}
        </>
      ) : undefined
    }
    choices={owners}
    empty={line.keepsOwner === null ? 'Nobody yet' : `Stays with ${line.keepsOwner}`}
    value={line.owner}
    form={form}
  />
)
