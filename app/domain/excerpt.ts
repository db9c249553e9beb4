/** The words around the first place where something stands in a text, for whoever has to decide on it. */
const around = 90

export function excerptAround(text: string, what: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  const at = what === '' ? 0 : Math.max(0, plain.toLowerCase().indexOf(what.toLowerCase()))
  const from = Math.max(0, at - around)
  const to = Math.min(plain.length, at + what.length + around)
  return `${from > 0 ? '… ' : ''}${plain.slice(from, to)}${to < plain.length ? ' …' : ''}`
}
