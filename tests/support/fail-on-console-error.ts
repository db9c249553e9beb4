/** An error on the console fails the test that caused it, unless it was expected with `expectConsoleError`. */
import { afterEach, beforeEach, expect } from 'vitest'

const original = console.error
let printed: string[] = []
let expected: RegExp[] = []

export const expectConsoleError = (pattern: RegExp) => void expected.push(pattern)

beforeEach(() => {
  printed = []
  expected = []
  console.error = (...words: unknown[]) => {
    printed.push(words.map(String).join(' '))
    original(...words)
  }
})

afterEach(() => {
  console.error = original
  expect(printed.filter((line) => !expected.some((pattern) => pattern.test(line)))).toEqual([])
})
