/** A tag or a stretch of text, in order. Enough for the flat XML of Office files; nothing is expanded or fetched. */
export type XmlToken = { open: string; attributes: string; empty: boolean } | { close: string } | { text: string }

const TOKEN = /<!--[\s\S]*?-->|<[?!][^>]*>|<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^>"']|"[^"]*"|'[^']*')*)>|([^<]+)/g

export function* xmlTokens(xml: string): Generator<XmlToken> {
  for (const [, slash, name, attributes, text] of xml.matchAll(TOKEN)) {
    if (text !== undefined) yield { text: unescapeXml(text) }
    else if (name === undefined) continue
    else if (slash === '/') yield { close: name }
    else yield { open: name, attributes: attributes!, empty: attributes!.endsWith('/') }
  }
}

const patterns = new Map<string, RegExp>()

/** The value of an attribute, whatever its prefix. */
export function attribute(attributes: string, name: string): string | null {
  let pattern = patterns.get(name)
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    patterns.set(name, pattern)
  }
  const found = pattern.exec(attributes)
  return found === null ? null : unescapeXml(found[1] ?? found[2] ?? '')
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

export const unescapeXml = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|quot|apos|amp));/gi, (_, decimal, hex, named) =>
        named !== undefined
          ? NAMED[named.toLowerCase()]!
          : character(decimal !== undefined ? Number(decimal) : parseInt(hex, 16)),
      )
    : text

const character = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD')
