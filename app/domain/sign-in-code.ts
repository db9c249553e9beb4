/**
 * The codes that are typed to sign in, by our own rule: six digits by mail, good for ten minutes and five tries; and
 * the long one that the command line prints for a council's first administrator, good for a day.
 */
export const codeMinutes = 10
export const codeTries = 5
export const startCodeHours = 24

/** Without 0, O, 1 and I, which are misread. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** From at least 20 random bytes: 100 bits, in four groups of five. */
export const writeStartCode = (random: Uint8Array): string =>
  [0, 5, 10, 15]
    .map((from) => [...random.slice(from, from + 5)].map((byte) => letters[byte % letters.length]).join(''))
    .join('-')

export type TypedCode = { kind: 'mailed'; code: string } | { kind: 'start'; code: string }

/** What was typed or pasted, with the spaces and dashes that came along; null where it is neither code. */
export function readTypedCode(text: string): TypedCode | null {
  const code = text.replace(/[\s\p{Pd}]/gu, '').toUpperCase()
  if (/^\d{6}$/.test(code)) return { kind: 'mailed', code }
  if (new RegExp(`^[${letters}]{20}$`).test(code)) return { kind: 'start', code }
  return null
}
