/**
 * The names of a pack's entries: safe to unpack on Windows (no reserved character, name, or ending, short enough for
 * its longest path with room for the folder they land in) and unique where upper and lower case are one, which they
 * are on Windows and macOS: two entries of one name would silently overwrite each other.
 */
import { safeFileName } from './accepted-file'

export type PackPlace = { folder: readonly string[]; title: string; fileName: string }

/** 260 is Windows' limit; the rest is for the folder a person unpacks into. */
export const longestPath = 160
const longestFolder = 60

/** What the pack itself puts at its root. */
export const packOwnNames = [
  'index.html',
  'manifest.json',
  'manifest.csv',
  'missing.txt',
  'self-assessment.docx',
] as const

/** One path for each place, in the same order. */
export function packPaths(places: readonly PackPlace[]): string[] {
  const folders = folderNames(places)
  const taken = new Set<string>([...packOwnNames, ...folders.all].map(folded))
  return places.map((place) => {
    const folder = folders.of(place)
    const path = free(folder, endedName(place), taken)
    taken.add(folded(path))
    return path
  })
}

/** How Windows and macOS compare names: without case, and with accents composed or not. */
export const folded = (name: string): string => name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC')

/** The item's title with the ending of its file: titles say what a document is, file names often do not. */
function endedName({ title, fileName }: PackPlace): string {
  const safe = safeFileName(fileName)
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(safe)?.[0] ?? ''
  const bare = title.toLowerCase().endsWith(ending.toLowerCase()) ? title.slice(0, title.length - ending.length) : title
  return safeFileName(`${bare.replace(/[/\\]/g, ' ').replace(/[\s.]+$/, '')}${ending}`)
}

function folderNames(places: readonly PackPlace[]) {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  const key = (parts: readonly string[]) => JSON.stringify(parts)
  for (const { folder } of places)
    for (let depth = 1; depth <= folder.length; depth++) {
      const parts = folder.slice(0, depth)
      if (names.has(key(parts))) continue
      const parent = names.get(key(parts.slice(0, -1))) ?? ''
      const name = free(
        parent,
        shortened(safeFileName((parts.at(-1) ?? '').replace(/[/\\]/g, ' '), 'folder'), longestFolder),
        taken,
      )
      taken.add(folded(name))
      names.set(key(parts), name)
    }
  return { all: [...names.values()], of: (place: PackPlace) => names.get(key(place.folder)) ?? '' }
}

/** The first of "name.ext", "name (2).ext", "name (3).ext" … that nothing has yet. */
function free(folder: string, name: string, taken: ReadonlySet<string>): string {
  for (let copy = 1; ; copy++) {
    const suffix = copy === 1 ? '' : ` (${copy})`
    const room = longestPath - folder.length - 1
    const path = `${folder}${folder === '' ? '' : '/'}${shortened(name, room - suffix.length, suffix)}`
    if (!taken.has(folded(path))) return path
  }
}

/** `suffix` goes between the name and its ending; half a character, a dot or a space is never left at the cut. */
function shortened(name: string, longest: number, suffix = ''): string {
  const ending = /[^.](\.[A-Za-z0-9]{1,8})$/.exec(name)?.[1] ?? ''
  const stem = name
    .slice(0, name.length - ending.length)
    .slice(0, Math.max(1, longest - ending.length))
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/[\s.]+$/, '')
  return `${stem === '' ? '_' : stem}${suffix}${ending}`
}

/** "Larkmoor evidence pack 2.zip" */
export const packFileName = ({ council, pack }: { council: string; pack: number }): string =>
  safeFileName(`${council.replace(/[./\\]/g, ' ')} evidence pack ${pack}.zip`)
