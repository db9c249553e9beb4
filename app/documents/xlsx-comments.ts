import type { Block } from '../domain/reading/blocks'
import { tidyLines } from './tidy-text'
import { attribute, xmlTokens } from './xml-tags'

/** What was written beside the cells: notes, or the conversations that newer versions keep. */
export function sheetComments(read: (path: string | null) => string, path: string, sheet: string): Block[] {
  const related = path.replace(/([^/]+)$/, '_rels/$1.rels')
  const targets = new Map<string, string>()
  for (const token of xmlTokens(read(related)))
    if ('open' in token && token.open === 'Relationship') {
      const target = attribute(token.attributes, 'Target') ?? ''
      const type = (attribute(token.attributes, 'Type') ?? '').split('/').at(-1)!
      targets.set(type, target.startsWith('/') ? target.slice(1) : target.replace(/^\.\.\//, 'xl/'))
    }
  return commentsIn(read(targets.get('threadedComment') ?? targets.get('comments') ?? null), sheet)
}

function commentsIn(xml: string, sheet: string): Block[] {
  const blocks: Block[] = []
  let [cell, text, inText] = ['', '', false]
  for (const token of xmlTokens(xml)) {
    if ('text' in token) text += inText ? token.text : ''
    else if ('open' in token) {
      if (token.open === 'comment' || token.open === 'threadedComment')
        [cell, text] = [attribute(token.attributes, 'ref') ?? '', '']
      inText = (token.open === 't' || token.open === 'text') && !token.empty
    } else {
      if (token.close === 't' || token.close === 'text') inText = false
      if (token.close !== 'comment' && token.close !== 'threadedComment') continue
      const words = tidyLines(text)
      const source = { page: null, line: Number(/\d+$/.exec(cell)?.[0] ?? 0) || null, sheet, cell, quote: words }
      if (words !== '') blocks.push({ kind: 'paragraph', text: words, source })
    }
  }
  return blocks
}
