/** A plan's draft in a few lines, for tests to say in full what a reader must find: points, actions, progress, notes. */
import type { Draft, DraftCompletion } from '~/domain/reading/draft'

const span = ({ kind, from, to, everyMonths, indicative }: DraftCompletion): string =>
  [kind, from ?? '', to === null || to === from ? '' : `to ${to}`, everyMonths === null ? '' : `every ${everyMonths}`]
    .filter((part) => part !== '')
    .join(' ') + (indicative ? ', indicative' : '')
const dated = (completion: DraftCompletion | null): string =>
  completion === null ? 'no date' : `${completion.text} (${span(completion)})`
const owned = (owners: string[]): string => (owners.length === 0 ? '' : ` @ ${owners.join(' + ')}`)
const oneLine = (text: string): string => text.replaceAll('\n', ' ⏎ ')

export const outlineOf = ({ recommendations, queries, notUnderstood }: Draft): string[] =>
  [
    ...recommendations.flatMap(({ number, text, elements, responsibility, actions, completions, progress, notes }) => [
      `${number}. ${text}${elements.length === 0 ? '' : ` [${elements.join(', ')}]`}${owned(responsibility)}`,
      ...actions.map(
        (action) =>
          `- ${action.number} ${action.text}${owned(action.owners)}: ${dated(action.completion)}${action.inferred ? ', inferred' : ''}`,
      ),
      ...completions.map((each) => `- due ${dated(each)}`),
      ...progress.map(({ asAt, category, status, evidence, revisedCompletion }) =>
        [
          '-',
          asAt ?? 'undated',
          category ?? '',
          status === null ? '' : `<${status}>`,
          evidence,
          revisedCompletion === null ? '' : `→ ${revisedCompletion.to}`,
        ]
          .filter((part) => part !== '')
          .join(' '),
      ),
      ...notes.map((note) => `- note ${note}`),
    ]),
    ...queries.map(({ code, recommendations: points = [] }) => `? ${code} ${points.join(', ')}`),
    ...notUnderstood.map(({ text }) => `! ${text}`),
  ].map(oneLine)
