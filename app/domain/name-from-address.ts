/**
 * A first guess at what somebody is called, from their address: "mary.o-neill@…" is written Mary O-Neill. Only for want
 * of anything better; the person corrects it.
 */
export function nameFromAddress(email: string): string {
  const local = (email.split('@')[0] ?? '').split('+')[0] ?? ''
  const words = local.split(/[._]+/).filter((word) => word !== '')
  return words.map((word) => word.replace(/(^|-)\p{L}/gu, (start) => start.toUpperCase())).join(' ') || email
}
