/**
 * Characters that Word, Excel and PDF writers leave in text and that no person sees: spaces of other widths, soft
 * hyphens, zero-width marks, and the private code points by which symbol fonts draw their bullets.
 */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2028-\u202E\u2060\uFEFF]/g
const WIDE_SPACE = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g
const SYMBOL_BULLET = /[\uF0A7\uF0A8\uF0B7\uF0D8\uF0FC\uF076]/g
// PDF fonts without a map leave these where a glyph was.
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g

export function tidyCharacters(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, '')
    .replace(WIDE_SPACE, ' ')
    .replace(SYMBOL_BULLET, '•')
    .replace(CONTROL, '')
}

/** One line: every run of white space is one space. */
export const tidyLine = (text: string): string => tidyCharacters(text).replace(/\s+/g, ' ').trim()

/** The lines of a cell, each tidy, empty ones left out: in a tracker a line is one entry. */
export const tidyLines = (text: string): string =>
  tidyCharacters(text)
    .split('\n')
    .map((line) => line.replace(/[ \t\v\f]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')

/** A bullet as it is typed or drawn, with the space after it. */
export const BULLET = /^\s*(?:[•●○◦▪▫■□➢➤►▸‣⁃∙·✓✔❖]\s*|[-–—*]\s+|[o§]\s+(?=[A-Z]))/
