/**
 * Which addresses mail is sent to. Stricter than the standards: quoted local parts, comments, lists and addresses by
 * number are refused, because software along the way has misrouted them, and nothing that could end a header line or
 * begin a second recipient is ever let in. Kept in lower case.
 */
export const longestAddress = 254

const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/
/** No top-level domain is a number, so no address by number passes either. */
const topLabel = /^([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/

/** In lower case, or null where it is not one address and nothing else. */
export function parseEmailAddress(text: string): string | null {
  const address = text.trim().toLowerCase()
  if (address.length > longestAddress) return null
  const parts = address.split('@')
  const [local, domain] = parts
  if (parts.length !== 2 || local === undefined || domain === undefined) return null
  if (local.length > 64 || !localPart.test(local)) return null
  const labels = domain.split('.')
  const top = labels.at(-1)!
  return labels.length >= 2 && labels.every((each) => label.test(each)) && topLabel.test(top) ? address : null
}

export const isEmailAddress = (text: string): boolean => parseEmailAddress(text) === text
