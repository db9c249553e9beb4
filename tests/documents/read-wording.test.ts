import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { missingSentence, readWording } from '~/documents/read-wording'
import { customerServiceExcellence as standard, elementsOf } from '~/domain/standard'

const file = (elements: unknown, more: object = {}) =>
  JSON.stringify({
    criteria: [{ number: '1', title: 'One', subcriteria: [{ number: '1.1', title: 'A', elements }] }],
    ...more,
  })
const refusal = (content: string) => {
  const read = readWording(content, standard)
  return read.ok ? null : read.refusals[0]!.message
}

describe('the wording of a standard', () => {
  it('is read element by element, and what the file leaves out is named', () => {
    const read = readWording(file([{ number: '112', text: ' Our own words. ' }]), standard)
    if (!read.ok) throw new Error(read.refusals[0]!.message)
    expect(read.value.elements).toEqual([{ element: '1.1.2', text: 'Our own words.' }])
    expect(read.value.missing).toHaveLength(56)
    expect(missingSentence(read.value.missing)).toMatch(
      /^56 elements not in the file keep what they had: 1\.1\.1, 1\.1\.3/,
    )
    expect(missingSentence([])).toBeNull()
  })

  it.each([
    ['no JSON', 'criteria:', /^The file is not JSON/],
    ['a list', '[]', /at its beginning: something else is expected here/],
    ['no criteria', '{}', /at criteria: a list is expected/],
    ['an empty list', '{"criteria": []}', /at criteria: the list is empty/],
    [
      'a number for a text',
      file([{ number: '1.1.1', text: 7 }]),
      /at criteria 1, subcriteria 1, elements 1, text: the text must be text/,
    ],
    ['an empty text', file([{ number: '1.1.1', text: ' ' }]), /elements 1, text: the text is empty/],
    ['an unknown element', file([{ number: '9.9.9', text: 'x' }]), /^9\.9\.9: the standard .* has no such element/],
    [
      'an element twice',
      file([
        { number: '1.1.1', text: 'x' },
        { number: '111', text: 'y' },
      ]),
      /^1\.1\.1: given more than once/,
    ],
  ])('with %s is refused with a sentence that says where', (_, content, sentence) => {
    expect(refusal(content)).toMatch(sentence)
  })

  const official = '../shared/documents/cse-standard.json'
  it.skipIf(!existsSync(official))(
    'of the official file has every element (skipped where that file is not there)',
    () => {
      const read = readWording(readFileSync(official, 'utf8'), standard)
      expect(read.ok && read.value.missing).toEqual([])
      expect(read.ok && read.value.elements).toHaveLength(elementsOf(standard).length)
    },
  )
})
