import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { normaliseName, splitOwners, splitRunTogether, suggestOwners } from '~/domain/owner-names'

describe('The owners of a cell', () => {
  test.each<[string, string[]]>([
    ['A Okafor', ['A Okafor']],
    ['A Okafor/ B Lindqvist', ['A Okafor', 'B Lindqvist']],
    ['A Okafor / B Lindqvist', ['A Okafor', 'B Lindqvist']],
    ['B Lindqvist & service reps', ['B Lindqvist', 'service reps']],
    ['Ama Okafor, Bo Lindqvist and Cy Marsh', ['Ama Okafor', 'Bo Lindqvist', 'Cy Marsh']],
    ['Ama, Bo & Cy', ['Ama', 'Bo', 'Cy']],
    ['A, B and C', ['A', 'B', 'C']],
    ['Ama and Bo', ['Ama', 'Bo']],
    ['A Okafor;B Lindqvist', ['A Okafor', 'B Lindqvist']],
    ['A Okafor\nB Lindqvist', ['A Okafor', 'B Lindqvist']],
    ['A. Okafor + B. Lindqvist', ['A. Okafor', 'B. Lindqvist']],
    ['A Okafor, and B Lindqvist', ['A Okafor', 'B Lindqvist']],
    ['Lead: A Okafor; Support: B Lindqvist', ['A Okafor', 'B Lindqvist']],
    ['A Okafor / a. okafor', ['A Okafor']],
    ['Okafor, A', ['Okafor, A']],
    ['Cllr Okafor and Cllr Marsh', ['Cllr Okafor', 'Cllr Marsh']],
    ['Ama Okafor (Parks, Leisure and Events)', ['Ama Okafor (Parks, Leisure and Events)']],
    ['Revenues & Benefits', ['Revenues & Benefits']],
    ['Head of Housing and Benefits', ['Head of Housing and Benefits']],
    ['Health and Safety Manager', ['Health and Safety Manager']],
    ['Customer Services Manager and Head of ICT', ['Customer Services Manager', 'Head of ICT']],
    ['Finance team and Legal team', ['Finance team', 'Legal team']],
    ['Customer Services and ICT', ['Customer Services', 'ICT']],
    ['Ama Okafor & Revenues and Benefits', ['Ama Okafor', 'Revenues and Benefits']],
    ['Siobhán O’Neill and Zoë Smith-Jones', ['Siobhán O’Neill', 'Zoë Smith-Jones']],
    ['A Okafor (lead, B Lindqvist', ['A Okafor (lead', 'B Lindqvist']],
    ['TBC', []],
    ['n/a', []],
    ['', []],
    [' - ', []],
    ['A Okafor / TBC', ['A Okafor']],
  ])('“%s” are %j', (cell, owners) => {
    expect(splitOwners(cell)).toEqual(owners)
  })

  it('that were run together are parted at each new initial, joint ones kept as one entry', () => {
    expect(splitRunTogether('D Amery K Holt/ J Rowe D Amery J Rowe & service reps')).toEqual([
      'D Amery',
      'K Holt/ J Rowe',
      'D Amery',
      'J Rowe & service reps',
    ])
    expect(splitRunTogether('D. Amery K. L. Holt')).toEqual(['D. Amery', 'K. L. Holt'])
    expect(splitRunTogether('Ama Okafor')).toEqual(['Ama Okafor'])
    expect(splitRunTogether(' ')).toEqual([])
  })

  it('of a long or hostile cell are found at once', () => {
    const started = performance.now()
    for (const part of ['(', ',', 'a,', '(,', 'and ', 'A ', ' & ']) splitOwners(part.repeat(20_000))
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it('come back however they are joined, each once and trimmed', () => {
    const person = fc
      .tuple(
        fc.constantFrom('A', 'B.', 'Cy', 'Dee'),
        fc.constantFrom('Okafor', 'Lindqvist', 'Marsh', 'O’Neill', 'Smith-Jones'),
      )
      .map((parts) => parts.join(' '))
    const people = fc.uniqueArray(person, { minLength: 1, maxLength: 6, selector: normaliseName })
    fc.assert(
      fc.property(people, fc.constantFrom('/', ' / ', ', ', ' & ', ' and ', '; ', '\n', ' + '), (names, joint) => {
        expect(splitOwners(names.join(joint))).toEqual(names)
      }),
    )
  })

  it('are never empty, never joined text that was not there, whatever the cell says', () => {
    const pieces = fc.constantFrom(
      'A Okafor',
      'and',
      '&',
      ',',
      '/',
      '(',
      ')',
      'Head of Housing',
      'Lead:',
      'TBC',
      ' ',
      '\n',
    )
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((list) => list.join(' ')),
    )
    fc.assert(
      fc.property(cell, (text) => {
        const written = text.normalize('NFC').replace(/\s+/g, ' ')
        for (const owner of splitOwners(text)) {
          expect(owner.trim()).toBe(owner)
          expect(owner).not.toBe('')
          expect(written).toContain(owner)
        }
      }),
    )
  })
})

describe('A written name', () => {
  test.each([
    ['J. Rowe', 'j rowe'],
    ['J.Rowe', 'j rowe'],
    ['  Mr  J  ROWE ', 'j rowe'],
    ['Rowe, J', 'j rowe'],
    ['Rowe, Jane', 'jane rowe'],
    ['Cllr. Siobhán O’Neill', 'siobhan oneill'],
    ["Siobhan O'Neill", 'siobhan oneill'],
    ['Zoë Smith-Jones (Housing)', 'zoe smith jones'],
    ['Parks & Leisure', 'parks and leisure'],
  ])('“%s” is matched as “%s”', (name, expected) => {
    expect(normaliseName(name)).toBe(expected)
  })

  const owners = [
    { id: '1', name: 'Jane Rowe', post: 'Head of Customer Services' },
    { id: '2', name: 'Kit Lindqvist', post: null },
    { id: '3', name: 'Karl Lindqvist', post: 'Complaints Officer' },
    { id: '4', name: 'S. Okafor', post: null },
    { id: '5', name: 'Web Team', post: null },
  ]
  const suggested = (written: string) =>
    suggestOwners(written, owners).map(({ owner, certainty }) => `${owner.id} ${certainty}`)

  test.each<[string, string[]]>([
    ['Jane Rowe', ['1 certain']],
    ['Rowe, Jane', ['1 certain']],
    ['Ms J. Rowe', ['1 likely']],
    ['J Rowe', ['1 likely']],
    ['Sam Okafor', ['4 likely']],
    ['head of customer services', ['1 likely']],
    ['K Lindqvist', ['2 possible', '3 possible']],
    ['Kit Lindqvist', ['2 certain']],
    ['Kit Lindquist', ['2 possible']],
    ['Jane', ['1 possible']],
    ['Mr Okafor', ['4 possible']],
    ['web team', ['5 certain']],
    ['Joan Rowe', []],
    ['P Rowe', []],
    ['', []],
    ['Nobody Known', []],
  ])('“%s” is suggested as %j', (written, expected) => {
    expect(suggested(written)).toEqual(expected)
  })

  it('is certain for one person at most, and says why', () => {
    const twins = [...owners, { id: '6', name: 'Jane Rowe', post: null }]
    expect(suggestOwners('Jane Rowe', twins).map(({ certainty }) => certainty)).toEqual(['possible', 'possible'])
    expect(suggestOwners('J Rowe', owners)[0]!.why).toBe('the same initial and surname')
    const name = fc.constantFrom('Jane Rowe', 'J Rowe', 'Kit Lindqvist', 'Lindqvist', 'S Okafor', 'Web Team', 'Jo Rowe')
    fc.assert(
      fc.property(name, fc.array(name, { maxLength: 6 }), (written, names) => {
        const known = names.map((one, index) => ({ id: String(index), name: one, post: null }))
        expect(
          suggestOwners(written, known).filter(({ certainty }) => certainty === 'certain').length,
        ).toBeLessThanOrEqual(1)
      }),
    )
  })
})
