import type { Block } from '~/domain/reading/blocks'
import { chanceOf } from './make-reports'

/** Blocks lost, doubled, moved, emptied, cut short, or turned into something else, as bad files and readers do. */
export function mangled(blocks: readonly Block[], seed: number): Block[] {
  const chance = chanceOf(seed)
  const harm = chance.pick([0.02, 0.1, 0.4])
  const result: Block[] = []
  for (const block of blocks) {
    if (!chance.yes(harm)) {
      result.push(block)
      continue
    }
    switch (chance.whole(7)) {
      case 0:
        break
      case 1:
        result.push(block, block)
        break
      case 2:
        result.splice(chance.whole(result.length + 1), 0, block)
        break
      case 3:
        result.push(
          block.kind === 'row'
            ? { ...block, cells: block.cells.map((cell) => ({ ...cell, text: '' })) }
            : { ...block, text: '' },
        )
        break
      case 4:
        result.push(
          block.kind === 'row'
            ? { ...block, cells: block.cells.slice(chance.whole(block.cells.length + 1)) }
            : { ...block, text: block.text.slice(chance.whole(block.text.length + 1)) },
        )
        break
      case 5:
        result.push({ kind: 'paragraph', text: textOf(block), source: block.source })
        break
      default:
        result.push({
          kind: 'row',
          table: chance.whole(3),
          header: false,
          cells: [{ text: textOf(block), source: block.source }],
          source: block.source,
        })
    }
  }
  return result
}

const textOf = (block: Block): string =>
  block.kind === 'row' ? block.cells.map(({ text }) => text).join(' ') : block.text
