import { SelectField, type Choice, type FormState } from '~/components/fields'
import type { SectionView } from '~/use-cases/read-import'
import { DraftLine } from './draft-line'

type Props = { id: string; isOpen: boolean; points: NonNullable<SectionView['points']>; form: FormState }

export function Points({ id, isOpen, points, form }: Props) {
  const { lines, owners } = points
  if (lines.length === 0) return <p className="govuk-body">The document raises no point.</p>
  return (
    <>
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

const Owner = ({
  line,
  owners,
  form,
}: {
  line: Props['points']['lines'][number]
  owners: Choice[]
  form: FormState
}) => (
  <SelectField
    name={`owner-${line.key}`}
    label={`Who answers for ${line.number}`}
    hint={line.ownerWhy === null ? undefined : `Suggested: ${line.ownerWhy}`}
    choices={owners}
    empty="Nobody yet"
    value={line.owner}
    form={form}
  />
)
