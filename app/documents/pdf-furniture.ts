import type { PdfLine } from './pdf-lines'

/**
 * Running headers, footers and page numbers: lines near the top or bottom edge that come again at the same height on
 * other pages, whatever number they hold, and lines there that are nothing but the number of a page.
 */
export type PageLines = { number: number; height: number; lines: PdfLine[] }

const EDGE = 0.12
const PAGE_NUMBER = /^(?:[-–—|\s]*)(?:page\s*)?\d{1,4}(?:\s*(?:of|\/|\|)\s*\d{1,4})?(?:[-–—|\s]*)$/i
/** '3.4.3 We …' and '4.3.6 We …' are two entries, not one line that runs through the pages. */
const NUMBERED = /^\(?\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\)?[.:]?\s+\p{L}/u

export function furnitureOf(pages: PageLines[]): Set<PdfLine> {
  const places = new Map<string, { line: PdfLine; page: number }[]>()
  const elsewhere = new Map<string, number>()
  const furniture = new Set<PdfLine>()
  for (const { number, height, lines } of pages)
    for (const line of lines) {
      if (line.y > height * EDGE && line.y < height * (1 - EDGE)) {
        elsewhere.set(line.text, (elsewhere.get(line.text) ?? 0) + 1)
        continue
      }
      if (PAGE_NUMBER.test(line.text) && isOutermost(line, lines)) furniture.add(line)
      if (NUMBERED.test(line.text)) continue
      const key = `${Math.round(line.y / 4)} ${line.text.toLowerCase().replace(/\d+/g, '#')}`
      places.set(key, [...(places.get(key) ?? []), { line, page: number }])
    }
  for (const found of places.values()) {
    const onPages = new Set(found.map(({ page }) => page)).size
    // What is said again and again in the middle of pages ("Compliance: Met") stands at an edge by chance.
    const isRunning = (elsewhere.get(found[0]!.line.text) ?? 0) < onPages
    if (isRunning && onPages >= 2 && onPages >= pages.length * 0.3) found.forEach(({ line }) => furniture.add(line))
  }
  return furniture
}

const isOutermost = (line: PdfLine, lines: PdfLine[]): boolean =>
  lines.every((other) => other.y <= line.y + 1) || lines.every((other) => other.y >= line.y - 1)
