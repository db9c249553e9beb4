/**
 * A document's blocks to a draft for a person to confirm: the layout that they look most like is read; a document that
 * looks like none is not understood, and says so. Reading is the same each time and never fails.
 */
import { looksLikeActionPlan, readActionPlan, type PlanOptions } from './action-plan'
import { looksLikeAssessmentServices, readAssessmentServices } from './assessment-services'
import type { Block } from './blocks'
import { looksLikeCentreForAssessment, readCentreForAssessment } from './centre-for-assessment'
import type { Draft, Layout } from './draft'

export type ReadingOptions = PlanOptions & {
  /** The layout that a person chose, where the one recognised is wrong. */
  layout?: Layout
}

/** Below this a document is not taken for anything. */
const LIKE_ENOUGH = 0.35

export function readDraft(blocks: Block[], options: ReadingOptions = {}): Draft {
  const draft = reading(blocks, options)
  return {
    ...draft,
    queries: draft.queries.map((query) => ({
      ...query,
      alternatives: query.alternatives ?? [],
      recommendations: query.recommendations ?? [],
    })),
  }
}

function reading(blocks: Block[], options: ReadingOptions): Draft {
  switch (options.layout ?? recogniseLayout(blocks, options)) {
    case 'assessment-services':
      return readAssessmentServices(blocks)
    case 'centre-for-assessment':
      return readCentreForAssessment(blocks)
    case 'action-plan':
      return readActionPlan(blocks, options)
    case 'unrecognised':
      return unrecognised(blocks)
  }
}

export function recogniseLayout(blocks: Block[], options: PlanOptions = {}): Layout {
  const likeness: [Layout, number][] = [
    ['assessment-services', looksLikeAssessmentServices(blocks)],
    ['centre-for-assessment', looksLikeCentreForAssessment(blocks)],
    ['action-plan', looksLikeActionPlan(blocks, options)],
  ]
  const [layout, most] = likeness.reduce((best, each) => (each[1] > best[1] ? each : best))
  return most >= LIKE_ENOUGH ? layout : 'unrecognised'
}

const unrecognised = (blocks: Block[]): Draft => ({
  layout: 'unrecognised',
  title: null,
  organisation: null,
  reviews: [],
  recommendations: [],
  queries: [],
  furniture: blocks.filter(({ kind }) => kind === 'page-furniture').map(({ source }) => ({ reason: 'page', source })),
  notUnderstood: blocks.flatMap((block) => {
    if (block.kind === 'page-furniture') return []
    const text =
      block.kind === 'row'
        ? block.cells
            .map((cell) => cell.text)
            .filter((each) => each !== '')
            .join(' | ')
        : block.text
    return [{ text, source: block.source }]
  }),
})
