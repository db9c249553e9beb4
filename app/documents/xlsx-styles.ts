import type { Fill } from '../domain/reading/blocks'
import { fillOf } from './fills'
import { builtInFormat, customFormat, type NumberFormat } from './number-formats'
import { attribute, xmlTokens } from './xml-tags'

/** What each style of a workbook says about a cell: how its number is shown, and the colour behind it. */
export function cellStyles(xml: string): { formats: NumberFormat[]; fills: (Fill | null)[] } {
  const custom = new Map<number, NumberFormat>()
  const formats: NumberFormat[] = []
  const known: (Fill | null)[] = []
  const fills: (Fill | null)[] = []
  let [inCells, inFills] = [false, false]
  for (const token of xmlTokens(xml)) {
    if ('close' in token && token.close === 'cellXfs') inCells = false
    if ('close' in token && token.close === 'fills') inFills = false
    if (!('open' in token)) continue
    if (token.open === 'cellXfs') inCells = true
    if (token.open === 'fills') inFills = true
    if (token.open === 'fill' && inFills) known.push(null)
    if (token.open === 'fgColor' && inFills) known[known.length - 1] = fillOf(colourIn(token.attributes))
    const id = Number(attribute(token.attributes, 'numFmtId') ?? 0)
    if (token.open === 'numFmt') custom.set(id, customFormat(attribute(token.attributes, 'formatCode') ?? ''))
    if (token.open !== 'xf' || !inCells) continue
    formats.push(custom.get(id) ?? builtInFormat(id))
    fills.push(known[Number(attribute(token.attributes, 'fillId') ?? 0)] ?? null)
  }
  return { formats, fills }
}

/** A colour by its own value, or by the theme's usual accents. */
const THEME = ['FFFFFF', '000000', 'E7E6E6', '44546A', '4472C4', 'ED7D31', 'A5A5A5', 'FFC000', '5B9BD5', '70AD47']
const colourIn = (attributes: string): string =>
  attribute(attributes, 'rgb') ?? THEME[Number(attribute(attributes, 'theme') ?? -1)] ?? ''
