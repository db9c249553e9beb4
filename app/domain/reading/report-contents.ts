/**
 * The table of contents of a report, which repeats the headings without being them.
 */
import { bareTitle, couldBeHeading, wordCount, type Line } from './report-lines'

/** The lines of the table of contents: from its title to the first line that is no entry, or that an entry announced. */
export function contentsOf(lines: readonly Line[]): Set<number> {
  const start = lines.findIndex(
    (line) => couldBeHeading(line) && /^(?:table of )?contents(?: page)?$/.test(bareTitle(line.text)),
  )
  if (start < 0) return new Set()
  const entries: string[] = []
  let end = start + 1
  for (; end < lines.length; end++) {
    const line = lines[end]!
    if (line.kind === 'page' || line.text === '') continue
    const title = bareTitle(line.text.replace(/[.…\s]*(?:page\s*)?\d*$/i, ''))
    const isEntry =
      wordCount(line.text) <= 24 &&
      !/[.]$/.test(line.text.replace(/\.{2,}.*$/, '')) &&
      (line.kind !== 'row' || /\d$/.test(line.text))
    if (!isEntry || entries.includes(title)) break
    entries.push(title)
  }
  return new Set(lines.slice(start, end).map((line) => line.at))
}
