import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPeopleList, rowsOfAddresses } from '~/domain/people-list'
import { checkPerson, type PersonFacts } from '~/domain/person'
import { placeServices, wouldCircle } from '~/domain/service-tree'

const rows = (...lines: string[]) => lines.map((text, index) => ({ line: index + 1, cells: text.split('|') }))
const read = (...lines: string[]) => readPeopleList(rows(...lines), 'owner')
const ann = { name: 'Ann Lee', email: 'ann@x.gov.uk' }

describe('a list of people', () => {
  it.each([
    [
      'headings in any order',
      ['Email|Job title|Name|Role|Service', 'ann@x.gov.uk|Head|Ann Lee|Lead|Parks'],
      { ...ann, role: 'lead', post: 'Head', service: 'Parks' },
    ],
    ['no headings', ['Ann Lee|ann@x.gov.uk|member'], { ...ann, role: 'member', post: null }],
    [
      'no headings, address first',
      ['ann@x.gov.uk|Ann Lee|Head of Parks|Parks'],
      { ...ann, post: 'Head of Parks', service: 'Parks' },
    ],
    ['an address alone', ['ann.lee2@x.gov.uk'], { name: 'Ann Lee', email: 'ann.lee2@x.gov.uk', role: 'owner' }],
    ['other words for roles', ['Ann Lee|ANN@X.gov.uk|Councillor'], { ...ann, role: 'member' }],
  ])('is read with %s', (_, lines, expected) => {
    const { people, problems } = read(...lines)
    expect(problems).toEqual([])
    expect(people).toMatchObject([expected])
  })

  it.each([
    ['Ann Lee', 'There is no email address'],
    ['Ann Lee|ann@x', 'ann@x is not an email address'],
    ['Ann Lee|"a b"@x.gov.uk', /not an email address/],
    [`${'x'.repeat(201)}|ann@x.gov.uk`, /longer/],
  ])('says why line %j cannot be used', (line, why) => {
    const { people, problems } = read(line)
    expect(people).toEqual([])
    expect(problems).toMatchObject([{ line: 1, why: typeof why === 'string' ? why : expect.stringMatching(why) }])
  })

  it('says of a role that is none, and of an address that comes twice, on which line it stood', () => {
    const { people, problems } = read(
      'Name|Email|Role',
      'Ann|ann@x.gov.uk|boss',
      'Bo|bo@x.gov.uk|',
      'Bo Two|BO@x.gov.uk|',
    )
    expect(people.map(({ email }) => email)).toEqual(['bo@x.gov.uk'])
    expect(problems.map(({ line, why }) => [line, why])).toEqual([
      [2, 'boss is no role: use administrator, lead, owner, member'],
      [4, 'The same address stands on line 3'],
    ])
  })

  it('says what it took from the address or from the choice for all', () => {
    expect(read('ann.lee@x.gov.uk').people[0]!.assumed).toEqual([
      'the name is taken from the address',
      'owner, as chosen for all',
    ])
  })

  it.each([
    'Ann Lee <ann@x.gov.uk>; "Bo Ray" <bo@x.gov.uk>',
    'Ann Lee <ann@x.gov.uk>, Bo Ray <bo@x.gov.uk>',
    'Ann Lee <ann@x.gov.uk>\nBo Ray <bo@x.gov.uk>;',
  ])('takes addresses as mail programs copy them: %j', (text) => {
    const { people } = readPeopleList(rowsOfAddresses(text)!, 'owner')
    expect(people.map(({ name, email }) => [name, email])).toEqual([
      ['Ann Lee', 'ann@x.gov.uk'],
      ['Bo Ray', 'bo@x.gov.uk'],
    ])
  })

  it('loses no line and never throws: each is a person or a problem', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('ann@x.gov.uk', 'lead', 'Ann Lee', 'Email', 'Name', ''))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 20 }), (lines) => {
        const given = lines.map((cells, index) => ({ line: index + 1, cells }))
        const { people, problems } = readPeopleList(given, 'owner')
        const told = [...people, ...problems].map(({ line }) => line).sort((a, b) => a - b)
        const filled = given.filter(({ cells }) => cells.some((each) => each.trim() !== '')).map(({ line }) => line)
        const headings = filled.length - told.length
        expect(headings === 0 || headings === 1).toBe(true)
        expect(new Set(people.map(({ email }) => email)).size).toBe(people.length)
      }),
    )
  })
})

describe('what may be said of a person', () => {
  const facts: PersonFacts = {
    name: 'Ann Lee',
    email: 'ann@x.gov.uk',
    post: 'Head of Parks',
    role: 'owner',
    serviceId: 's',
    limitedToService: false,
    deputyId: null,
    awayFrom: null,
    awayUntil: null,
    mayBeNamed: false,
    mailFrequency: 'daily',
  }
  it.each([
    [{}, []],
    [{ limitedToService: true }, []],
    [{ limitedToService: true, role: 'lead' as const }, ['limitedToService']],
    [{ limitedToService: true, serviceId: null }, ['serviceId']],
    [{ deputyId: 'me' }, ['deputyId']],
    [{ awayFrom: '2026-06-01', awayUntil: '2026-06-01' }, []],
    [{ awayFrom: '2026-06-02', awayUntil: '2026-06-01' }, ['awayUntil']],
    [{ awayUntil: '2026-06-01' }, ['awayFrom']],
    [{ mayBeNamed: true, post: null }, ['post']],
    [{ mailFrequency: 'off' as const }, ['mailFrequency']],
    [{ mailFrequency: 'weekly' as const }, []],
  ])('%j is refused at %j', (change, fields) => {
    const checked = checkPerson({ ...facts, ...change }, { id: 'me', mailFloor: 'weekly' })
    expect(checked.ok ? [] : checked.refusals.map(({ field }) => field)).toEqual(fields)
  })
})

describe('the tree of services', () => {
  const tree = [
    { id: 'a', name: 'Places', parentId: null },
    { id: 'b', name: 'Parks', parentId: 'a' },
    { id: 'c', name: 'Benches', parentId: 'b' },
    { id: 'd', name: 'Adults', parentId: null },
  ]
  it('is shown each followed by those under it, by name', () =>
    expect(placeServices(tree).map(({ id, depth }) => [id, depth])).toEqual([
      ['d', 0],
      ['a', 0],
      ['b', 1],
      ['c', 2],
    ]))
  it.each([
    ['a', 'c', true],
    ['a', 'a', true],
    ['c', 'a', false],
    ['b', 'd', false],
    ['b', null, false],
  ])('%s under %s makes a circle: %s', (id, parentId, circle) => expect(wouldCircle(tree, id, parentId)).toBe(circle))
})
