/**
 * How lists and counts read inside a sentence, so that every verdict, reason and subject line says them alike.
 */
/** "1 partial", "2 partials": figures throughout, so that they can be compared at a glance. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

/** "2.1.6", "2.1.6 and 2.2.1", "2.1.6, 2.2.1 and 3.1.1" */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

export const isOrAre = (items: readonly unknown[]): string => (items.length === 1 ? 'is' : 'are')
export const hasOrHave = (items: readonly unknown[]): string => (items.length === 1 ? 'has' : 'have')

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
