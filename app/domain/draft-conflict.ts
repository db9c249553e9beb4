/**
 * Two people at one draft: who saves second, and had the section open before the first saved, is told who saved and what
 * of it differs; their own choices stay in the form, and saving again puts them over the other's.
 */
import { levelLabels } from './compliance'
import type { ImportChoices, LineChoice, SectionSave } from './import-choices'
import type { Level } from './reading/draft'

export const isStale = (save: SectionSave | undefined, standing: number | null): boolean =>
  standing !== null && (save?.times ?? 0) !== standing

const lineWords: Readonly<Record<LineChoice['do'], string>> = {
  new: 'a new point',
  same: 'the same as a point we have',
  again: 'a point raised again',
  merge: 'part of another line',
  leave: 'left out',
}
const levelWords = (level: Level | null | undefined) => (level == null ? 'not rated' : levelLabels[level])

/** What the other saved where mine differs, each a few words; other fields are only told to have changed. */
export function whatDiffers(
  theirs: ImportChoices,
  mine: Partial<ImportChoices>,
  names: { line: (key: string) => string; owner: (choice: string) => string },
): string[] {
  const found: string[] = []
  for (const [key, choice] of Object.entries(mine.lines ?? {})) {
    const other = theirs.lines[key]
    if (other !== undefined && JSON.stringify(other) !== JSON.stringify(choice))
      found.push(`${names.line(key)}: ${lineWords[other.do]}`)
  }
  for (const [key, owner] of Object.entries(mine.owners ?? {})) {
    const other = theirs.owners?.[key] ?? ''
    if (other !== owner)
      found.push(`${names.line(key)} is given to ${other === '' ? 'nobody yet' : names.owner(other)}`)
  }
  for (const [review, levels] of Object.entries(mine.levels ?? {}))
    for (const [element, level] of Object.entries(levels)) {
      const other = theirs.levels?.[review]?.[element]
      if (other !== undefined && other !== level) found.push(`${element} is ${levelWords(other)}`)
    }
  for (const [key, choice] of Object.entries(mine.oldPoints ?? {})) {
    const other = theirs.oldPoints?.[key]
    if (other !== undefined && other !== choice)
      found.push(`an old point ${other === 'close' ? 'is closed' : 'is kept open'}`)
  }
  return found.slice(0, 12)
}
