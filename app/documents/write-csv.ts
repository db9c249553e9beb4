/** Comma separated values by RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe before it;
 * one that already begins with apostrophes before such a sign gets one more, so that reading always gives it back. */
const formula = /^'*[=+\-@\t\r\n]/
const needsQuotes = /[",\r\n\t]|^\s|\s$/

export function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const guarded = formula.test(value) ? `'${value}` : value
  return needsQuotes.test(guarded) ? `"${guarded.replace(/"/g, '""')}"` : guarded
}

export const csvLine = (cells: readonly (string | number | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** Excel takes a file without it for a Windows code page, and spoils every name that is not plain English. */
export const csvStart = '\uFEFF'
