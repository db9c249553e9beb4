import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  decideRequestState,
  isRequestAnswered,
  nextRequestStates,
  requestStates,
  type RequestMove,
  type RequestState,
} from '~/domain/document-request'

const move = (to: RequestState, more: Partial<RequestMove> = {}): RequestMove => ({
  to,
  why: null,
  evidenceCount: 1,
  ...more,
})

describe('a document request', () => {
  test.each<[RequestState, RequestMove, string | null]>([
    ['asked', move('supplied'), null],
    [
      'asked',
      move('supplied', { evidenceCount: 0 }),
      'Add a document or a link first, or say that there is nothing to supply',
    ],
    ['asked', move('nothing-to-supply', { why: 'No review was made' }), null],
    ['asked', move('nothing-to-supply', { why: '  ' }), 'Say why there is nothing to supply'],
    ['asked', move('accepted'), 'A request that is asked cannot become accepted by the assessor'],
    ['supplied', move('checked'), null],
    ['supplied', move('accepted'), 'A request that is supplied cannot become accepted by the assessor'],
    ['checked', move('accepted'), null],
    ['accepted', move('sent-back'), 'Say why it was sent back'],
    ['accepted', move('sent-back', { why: 'Last year’s figures' }), null],
    ['accepted', move('asked'), 'A request that is accepted by the assessor cannot become asked'],
    ['sent-back', move('supplied'), null],
  ])('that is %s, moved by %j, is refused with %j', (from, given, message) => {
    const outcome = decideRequestState(from, given)
    expect(outcome.ok ? null : outcome.refusals[0]!.message).toBe(message)
  })

  it('is only chased while it is asked or sent back', () => {
    expect(requestStates.filter((state) => !isRequestAnswered(state))).toEqual(['asked', 'sent-back'])
  })

  it('can be answered from wherever it stands, so none is ever stuck', () => {
    const reachable = (from: RequestState) => {
      const seen = new Set<RequestState>([from])
      for (const state of seen) for (const next of nextRequestStates(state)) seen.add(next)
      return seen
    }
    for (const state of requestStates) expect(reachable(state)).toContain('accepted')
  })

  it('moves only along its table, and never without the words a move demands', () => {
    const state = fc.constantFrom(...requestStates)
    fc.assert(
      fc.property(state, state, fc.option(fc.string()), fc.nat(3), (from, to, why, evidenceCount) => {
        const outcome = decideRequestState(from, { to, why, evidenceCount })
        if (!outcome.ok) return
        expect(nextRequestStates(from)).toContain(to)
        if (to === 'nothing-to-supply' || to === 'sent-back') expect(why?.trim()).toBeTruthy()
        if (to === 'supplied') expect(evidenceCount).toBeGreaterThan(0)
      }),
    )
  })
})
