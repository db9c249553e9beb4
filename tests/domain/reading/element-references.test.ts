import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { closingElements, elementsIn, leadingElement, readElements } from '~/domain/reading/element-references'
import { customerServiceExcellence, elementsOf } from '~/domain/standard'

const all = elementsOf(customerServiceExcellence).map(({ number }) => number)

describe('the elements that a text names', () => {
  test.each<[string, string[]]>([
    ['Answer the phone sooner. (2.2.1, 4.3.3)', ['2.2.1', '4.3.3']],
    ['Answer the phone sooner (elements 4.1.2 & 5.3.2).', ['4.1.2', '5.3.2']],
    ['See element 1.2.3 and also 1.1.1; then 3.4.2.', ['1.2.3', '1.1.1', '3.4.2']],
    ['1.1.1 to 1.1.3', ['1.1.1', '1.1.2', '1.1.3']],
    ['1.1.1–1.1.3', ['1.1.1', '1.1.2', '1.1.3']],
    ['1.1.3 - 1.2.2', ['1.1.3', '1.2.1', '1.2.2']],
    ['2.2.4 to 3.1.1', ['2.2.4', '2.2.5', '3.1.1']],
    ['1.3.1-3', ['1.3.1', '1.3.2', '1.3.3']],
    ['3.4.1/2', ['3.4.1', '3.4.2']],
    ['4.1.2 4.1.2, 4.1.2', ['4.1.2']],
    ['112', ['1.1.2']],
    [' (112) ', ['1.1.2']],
    ['111,113,121', ['1.1.1', '1.1.3', '1.2.1']],
    ['111, 113 & 121', ['1.1.1', '1.1.3', '1.2.1']],
    ['Plus before (ie CP 111,113,121) and still so', ['1.1.1', '1.1.3', '1.2.1']],
    ['Those earlier named CP (ie 135,211) stay so', ['1.3.5', '2.1.1']],
    ['Better signs in every office (332)', ['3.3.2']],
    ['S1.1.2 and 1.1.2', ['S1.1.2', '1.1.2']],
    ['1. 1. 2', ['1.1.2']],
    ['Criteria 4 and 5', []],
    ['Criterion 4.1', []],
    ['the visit of 17.07.19', []],
    ['on 2.1.2019 and 3.2.20', []],
    ['version v1.2.3 of the site, 1.1.2.3', []],
    ['the top 112 callers', []],
    ['between 111 and 113 people called', []],
    ['it cost £1,121 or 3.4.1%', []],
    ['', []],
  ])('%j names %j', (text, expected) => expect(elementsIn(text)).toEqual(expected))

  test('what is written as an element but is none of the standard is told apart', () => {
    expect(readElements('(1.1.9, 2.1.1, 1.4.1)')).toEqual({ elements: ['2.1.1'], unknown: ['1.1.9', '1.4.1'] })
  })

  test('only the brackets at the end of a paragraph close it', () => {
    expect(closingElements('Work with partners (3.4.1) is better. (2.2.1, 4.3.3)')).toEqual(['2.2.1', '4.3.3'])
    expect(closingElements('Ends so: [elements 112 and 1.1.3].')).toEqual(['1.1.2', '1.1.3'])
    expect(closingElements('In (1.1.1) this is better')).toEqual([])
    expect(closingElements('Better every year (since 2015)')).toEqual([])
  })

  test.each<[string, { element: string; rest: string } | null]>([
    ['1.1.1 We know them', { element: '1.1.1', rest: 'We know them' }],
    ['1.1.1: We know them', { element: '1.1.1', rest: 'We know them' }],
    ['112', { element: '1.1.2', rest: '' }],
    ['112 Better knowledge', { element: '1.1.2', rest: 'Better knowledge' }],
    ['1.1.9 Unknown', { element: '1.1.9', rest: 'Unknown' }],
    ['1.1 Knowing them', null],
    ['999 calls', null],
    ['17.07.19', null],
    ['We know 1.1.1', null],
  ])('%j begins with %j', (text, expected) => expect(leadingElement(text)).toEqual(expected))
})

describe('laws of reading elements', () => {
  const lists = fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 8 })
  const joints = fc.constantFrom(', ', ',', ' & ', ' and ', '; ', '/', ' ')

  test('a list comes back as it was written, whatever joins it and whatever stands before it', () => {
    fc.assert(
      fc.property(lists, joints, fc.constantFrom('', 'element ', 'elements: ', 'see '), (elements, joint, words) => {
        expect(elementsIn(`Do this sooner (${words}${elements.join(joint)})`)).toEqual(elements)
      }),
    )
  })

  test('digits without dots in a list come back dotted', () => {
    fc.assert(
      fc.property(lists, fc.constantFrom(', ', ',', ' & ', ' and '), (elements, joint) => {
        expect(elementsIn(elements.map((each) => each.replaceAll('.', '')).join(joint))).toEqual(elements)
      }),
    )
  })

  test('a range is every element from its first to its last', () => {
    fc.assert(
      fc.property(fc.nat(56), fc.nat(56), fc.constantFrom(' to ', '-', ' – '), (a, b, joint) => {
        const [first, last] = a < b ? [a, b] : [b, a]
        expect(elementsIn(`${all[first]}${joint}${all[last]}`)).toEqual(all.slice(first, last + 1))
      }),
    )
  })

  test('any text at all gives elements of the standard or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,()-/ &SaZ') }), (text) => {
        for (const element of elementsIn(text)) expect(all.includes(element) || element.startsWith('S')).toBe(true)
      }),
    )
  })
})
