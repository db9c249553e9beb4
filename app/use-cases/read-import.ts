/** The confirm page of a document: each line with what it most likely is, its quote, and what was not understood. */
import { readInCouncil, type CouncilScope } from '#db/in-council'
import { confirmedImportOf, getImport, listKnownPoints } from '#db/queries/imports'
import { formatDate } from '~/domain/dates'
import { asAtOf, sourceTitleOf, type LineChoice } from '~/domain/import-choices'
import { matchPoints } from '~/domain/import-matching'
import { todayInLondon } from '~/domain/london-time'
import { formatCompletion } from '~/domain/completion-date'

export const readImport = (scope: CouncilScope, id: string) =>
  readInCouncil(scope, async (tx) => {
    const row = await getImport(scope, tx, id)
    if (!row) return null
    const { draft } = row
    const [before, known] = await Promise.all([
      confirmedImportOf(scope, tx, row.sha256, id),
      row.state === 'draft' ? listKnownPoints(scope, tx) : Promise.resolve([]),
    ])
    const matches = matchPoints(draft.recommendations, known)
    const titles = new Map(known.map((point) => [point.id, point.source]))
    const proposed = (index: number): LineChoice => {
      const match = matches[index]
      return row.choices.lines[index] ?? (match ? { do: 'same', id: match.point.id } : { do: 'new' })
    }
    const asAt = asAtOf(draft)
    return {
      id: row.id,
      fileName: row.fileName,
      layout: draft.layout,
      state: row.state,
      organisation: draft.organisation,
      takenInBefore: before?.confirmedAt ? formatDate(todayInLondon(before.confirmedAt)) : null,
      source: row.choices.source ?? {
        title: sourceTitleOf(draft, row.fileName),
        kind: 'scrutiny-review' as const,
        closesBy: 'committee' as const,
        committee: null,
        datedOn: asAt,
      },
      asAt: asAt === null ? null : formatDate(asAt),
      lines: draft.recommendations.map((line, index) => {
        const match = matches[index]
        const choice = proposed(index)
        return {
          index,
          number: line.number,
          text: line.text,
          elements: line.elements,
          responsibility: line.responsibility,
          notes: line.notes,
          completions: line.completions.map((completion) => formatCompletion(completion)),
          actions: line.actions.map((action) => ({
            number: action.number,
            text: action.text,
            owners: action.owners,
            inferred: action.inferred,
            written: action.completion?.text ?? null,
            understood: action.completion ? formatCompletion(action.completion) : null,
          })),
          progress: line.progress.map((update) => ({
            asAt: update.asAt === null ? null : formatDate(update.asAt),
            category: update.category,
            evidence: update.evidence,
            revised: update.revisedCompletion?.text ?? null,
          })),
          where: placeOf(line.source),
          choice: choice.do,
          match: match && {
            id: match.point.id,
            number: match.point.number,
            text: match.point.text,
            source: titles.get(match.point.id) ?? '',
            certain: match.certain,
            why: match.why,
          },
        }
      }),
      queries: draft.queries.map(({ message, audience }) => ({ message, audience })),
      notUnderstood: draft.notUnderstood.map(({ text, source }) => ({ text, where: placeOf(source) })),
      reviews: draft.reviews.length,
    }
  })

/** "page 3, line 12", "Action plan, B7". */
function placeOf(source: { page: number | null; line: number | null; sheet: string | null; cell: string | null }) {
  const places = [
    source.sheet,
    source.cell,
    source.page === null ? null : `page ${source.page}`,
    source.line === null || source.cell !== null ? null : `line ${source.line}`,
  ]
  return places.filter((place) => place !== null).join(', ')
}
