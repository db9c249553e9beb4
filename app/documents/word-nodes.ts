import { tidyLine } from './tidy-text'

/** The parts of mammoth's document tree that are read here. */
export type WordNode = { type: string; children?: WordNode[] }
export type WordParagraph = WordNode & {
  styleId: string | null
  styleName: string | null
  numbering: { isOrdered: boolean; level: number | string } | null
}
export type WordTable = WordNode
export type WordCell = WordNode & { colSpan?: number; rowSpan?: number }

/** A cell that spans more columns than any page has is a broken file, not a wide one. */
const WIDEST = 64

export function textOf(node: WordNode & { value?: string; checked?: boolean }): string {
  if (node.type === 'text') return node.value ?? ''
  if (node.type === 'tab') return '\t'
  if (node.type === 'break') return '\n'
  if (node.type === 'checkbox') return node.checked ? '☒' : '☐'
  return (node.children ?? []).map(textOf).join('')
}

/** Every paragraph at any depth; the ones of a table inside a table come row by row. */
export function paragraphsIn(nodes: WordNode[]): WordParagraph[] {
  return nodes.flatMap((node) =>
    node.type === 'paragraph' ? [node as WordParagraph] : paragraphsIn(node.children ?? []),
  )
}

/** The lines of a cell as a person sees them: numbered items with their numbers, bullets with a bullet. */
export function cellText(cell: WordNode): string {
  const counts: number[] = []
  const lines: string[] = []
  for (const paragraph of paragraphsIn(cell.children ?? [])) {
    const texts = textOf(paragraph).split('\n').map(tidyLine)
    if (texts.every((text) => text === '')) continue
    const mark = markOf(paragraph, counts)
    texts.filter((text) => text !== '').forEach((text, index) => lines.push(index === 0 ? mark + text : text))
  }
  return lines.join('\n')
}

function markOf({ numbering }: WordParagraph, counts: number[]): string {
  if (numbering == null) return ''
  const level = Math.min(Number(numbering.level) || 0, 8)
  if (!numbering.isOrdered) return '• '
  counts.length = level + 1
  counts[level] = (counts[level] ?? 0) + 1
  return `${counts[level]}. `
}

/** Rows on a grid: where a cell spans several columns or rows, its text stands once and the rest is empty. */
export function rowsOf(table: WordNode): { header: boolean; cells: (WordNode | null)[] }[] {
  const spanning: number[] = []
  return tableRows(table).map((row) => {
    const cells: (WordNode | null)[] = []
    const skip = () => {
      while ((spanning[cells.length] ?? 0) > 0) {
        spanning[cells.length]!--
        cells.push(null)
      }
    }
    for (const cell of (row.children ?? []) as WordCell[]) {
      skip()
      const columns = Math.min(Math.max(cell.colSpan ?? 1, 1), WIDEST)
      for (let index = 0; index < columns && cells.length < WIDEST * 2; index++) {
        spanning[cells.length] = (cell.rowSpan ?? 1) - 1
        cells.push(index === 0 ? cell : null)
      }
    }
    skip()
    return { header: (row as { isHeader?: boolean }).isHeader === true, cells }
  })
}

const tableRows = (node: WordNode): WordNode[] =>
  (node.children ?? []).flatMap((child) =>
    child.type === 'tableRow' ? [child] : child.type === 'table' ? [] : tableRows(child),
  )
