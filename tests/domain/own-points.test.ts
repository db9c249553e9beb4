import { describe, expect, it } from 'vitest'
import { checkAnsweringFor, maySeePoint, type Asker, type Point } from '~/domain/own-points'

const asker = (given: Partial<Asker>): Asker => ({
  personId: 'ann',
  role: 'owner',
  limitedToService: false,
  serviceIds: ['housing', 'repairs'],
  ...given,
})
const point = (given: Partial<Point> = {}): Point => ({ ownerPersonIds: ['bob'], serviceId: 'parks', ...given })

describe('whose a recommendation is', () => {
  it.each([
    ['a lead, of anything', { role: 'lead' as const }, {}, true, true],
    ['an owner, of their own', {}, { ownerPersonIds: ['bob', 'ann'] }, true, true],
    ['an owner, of another’s', {}, {}, true, false],
    ['an owner who is not limited, of their service', {}, { serviceId: 'housing' }, true, false],
    ['a limited owner, of their service', { limitedToService: true }, { serviceId: 'housing' }, true, true],
    ['a limited owner, of a service under theirs', { limitedToService: true }, { serviceId: 'repairs' }, true, true],
    ['a limited owner, of their own elsewhere', { limitedToService: true }, { ownerPersonIds: ['ann'] }, true, true],
    ['a limited owner, of another service', { limitedToService: true }, {}, false, false],
    ['a limited owner, of no service', { limitedToService: true }, { serviceId: null }, false, false],
    ['a councillor, of anything', { role: 'member' as const }, {}, true, false],
    ['a lead whose record says limited', { role: 'lead' as const, limitedToService: true }, {}, true, true],
  ])('%s', (_, who, what, sees, answers) => {
    expect(maySeePoint(asker(who), point(what))).toBe(sees)
    expect(checkAnsweringFor(asker(who), point(what)).ok).toBe(answers)
  })

  it('never lets anybody answer for what they may not see', () => {
    for (const role of ['administrator', 'lead', 'owner', 'member'] as const)
      for (const limitedToService of [true, false])
        for (const serviceId of ['housing', 'parks', null])
          for (const ownerPersonIds of [['ann'], ['bob'], []]) {
            const who = asker({ role, limitedToService })
            const what = point({ serviceId, ownerPersonIds })
            if (checkAnsweringFor(who, what).ok) expect(maySeePoint(who, what)).toBe(true)
          }
  })
})
