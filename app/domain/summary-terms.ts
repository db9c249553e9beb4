/**
 * What a councillor needs to know of each term where it stands, in a clause. A category is explained under the label
 * that the council gave it.
 */
import { CATEGORIES, type Category, type CategoryLabels } from './progress'

export type ExplainedTerm = { term: string; explanation: string }
export type Term = 'readiness' | 'compliance-plus' | 'partial' | 'tolerance' | 'extension' | Category
export const termLabels: Readonly<Record<Exclude<Term, Category>, string>> = {
  readiness: 'Readiness',
  'compliance-plus': 'Compliance plus',
  partial: 'Partial compliance',
  tolerance: 'Tolerance',
  extension: 'Extension',
}

export const termExplanations: Readonly<Record<Term, string>> = {
  readiness: 'our own view of whether the certificate will be kept; only the certification body decides',
  'compliance-plus': 'the assessor found more than the standard asks for, good enough for others to learn from',
  partial: 'the assessor found part of what the standard asks for, with gaps that matter',
  tolerance: 'how many partial compliances each criterion may have before the certificate is lost',
  extension: 'a later date, agreed with a reason; the first date stays on record',
  1: 'done, with proof; done late is still done',
  2: 'not yet due, and on its way',
  3: 'late, with a new date and the reason',
  4: 'was not done, or will not be, and why',
}

/** Only those that the summary uses: the tolerance needs no explaining where the verdict is not shown. */
export function termsFor(withReadiness: boolean, labels: CategoryLabels): ExplainedTerm[] {
  const words: Exclude<Term, Category>[] = withReadiness
    ? ['readiness', 'partial', 'tolerance', 'compliance-plus', 'extension']
    : ['compliance-plus', 'extension']
  return [
    ...words.map((term) => ({ term: termLabels[term], explanation: termExplanations[term] })),
    ...CATEGORIES.map((category) => ({ term: labels[category], explanation: termExplanations[category] })),
  ]
}
