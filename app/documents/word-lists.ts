import { attribute, xmlTokens } from './xml-tags'
import type { WordParagraph } from './word-nodes'

/** What Word prints before a paragraph of a list: a number as it counts them, or a bullet. */
export type WordLists = { markOf(paragraph: WordParagraph): string | null }
export type WordStyles = Map<string, WordStyle>
export type WordStyle = { name: string; basedOn: string | null; numId: string | null; level: number | null }

type Level = { format: string; text: string; start: number }

export function wordStyles(xml: string): WordStyles {
  const styles: WordStyles = new Map()
  let style: WordStyle | null = null
  for (const token of xmlTokens(xml)) {
    if (!('open' in token)) continue
    const value = attribute(token.attributes, 'val')
    if (token.open === 'style') {
      style = { name: '', basedOn: null, numId: null, level: null }
      styles.set(attribute(token.attributes, 'styleId') ?? '', style)
    } else if (style === null) continue
    else if (token.open === 'name') style.name = value ?? ''
    else if (token.open === 'basedOn') style.basedOn = value
    else if (token.open === 'numId') style.numId = value
    else if (token.open === 'ilvl') style.level = Number(value) || 0
  }
  return styles
}

/** A style's own value, or that of the style it is based on. */
function inherited<Key extends 'numId' | 'level'>(
  styles: WordStyles,
  id: string | null,
  key: Key,
): WordStyle[Key] | null {
  for (let at = id, steps = 0; at !== null && steps < 20; steps++) {
    const style: WordStyle | undefined = styles.get(at)
    if (style === undefined) return null
    if (style[key] !== null) return style[key]
    at = style.basedOn
  }
  return null
}

export function wordLists(xml: string, styles: WordStyles): WordLists {
  const { kinds, lists } = listsIn(xml)
  const counts = new Map<string, number[]>()
  return {
    markOf({ numId: own, level: ownLevel, styleId }) {
      const numId = own ?? inherited(styles, styleId, 'numId')
      const list = numId === null ? undefined : lists.get(numId)
      if (list === undefined) return null
      const level = Math.min(ownLevel ?? inherited(styles, styleId, 'level') ?? 0, 8)
      const levels = kinds.get(list.kind) ?? []
      const counted = counts.get(list.kind) ?? []
      counts.set(list.kind, counted)
      counted.length = Math.min(counted.length, level + 1)
      for (let above = 0; above < level; above++) counted[above] ??= list.starts[above] ?? levels[above]?.start ?? 1
      counted[level] =
        counted[level] === undefined ? (list.starts[level] ?? levels[level]?.start ?? 1) : counted[level] + 1
      return printed(levels, level, counted)
    },
  }
}

type List = { kind: string; starts: (number | undefined)[] }

function listsIn(xml: string): { kinds: Map<string, Level[]>; lists: Map<string, List> } {
  const kinds = new Map<string, Level[]>()
  const lists = new Map<string, List>()
  let levels: Level[] | null = null
  let list: List | null = null
  let at = 0
  for (const token of xmlTokens(xml)) {
    if ('close' in token && (token.close === 'abstractNum' || token.close === 'num')) levels = list = null
    if (!('open' in token)) continue
    const { open, attributes } = token
    const value = attribute(attributes, 'val') ?? ''
    if (open === 'abstractNum') kinds.set(attribute(attributes, 'abstractNumId') ?? '', (levels = []))
    else if (open === 'num') lists.set(attribute(attributes, 'numId') ?? '', (list = { kind: '', starts: [] }))
    else if (open === 'lvl' || open === 'lvlOverride') at = Math.min(Number(attribute(attributes, 'ilvl')) || 0, 8)
    else if (open === 'abstractNumId' && list !== null) list.kind = value
    else if (open === 'startOverride' && list !== null) list.starts[at] = Number(value) || 1
    if (levels === null) continue
    if (open === 'lvl') levels[at] = { format: 'decimal', text: '', start: 1 }
    const level = levels[at]
    if (level === undefined) continue
    if (open === 'start') level.start = Number(value) || 0
    else if (open === 'numFmt') level.format = value
    else if (open === 'lvlText') level.text = value
  }
  return { kinds, lists }
}

/** "%1.%2" with the counts of its levels; a bullet is one character for all fonts. */
function printed(levels: Level[], level: number, counted: (number | undefined)[]): string {
  const own = levels[level]
  if (own === undefined || own.format === 'bullet') return '•'
  if (own.format === 'none') return ''
  return own.text.replace(/%(\d)/g, (_, place: string) => {
    const at = Number(place) - 1
    return inFormat(counted[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? 'decimal')
  })
}

function inFormat(count: number, format: string): string {
  if (format === 'lowerLetter' || format === 'upperLetter') {
    const letter = String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.min(5, Math.ceil(count / 26)) || 1)
    return format === 'upperLetter' ? letter.toUpperCase() : letter
  }
  if (format === 'lowerRoman') return roman(count)
  if (format === 'upperRoman') return roman(count).toUpperCase()
  return format === 'decimalZero' && count < 10 ? `0${count}` : String(count)
}

const ROMAN: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(count: number): string {
  let [left, text] = [Math.min(Math.max(count, 1), 3999), '']
  for (const [value, letters] of ROMAN) for (; left >= value; left -= value) text += letters
  return text
}
