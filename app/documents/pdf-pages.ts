import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { combined, rulesOf, type Matrix, type PaintOperators, type Rule } from './pdf-rules'
import { requireSmallStreams } from './pdf-streams'
import workerSource from './pdf-worker.js?raw'
import { readingLimits } from './reading-limits'
import { tidyCharacters } from './tidy-text'
import { CannotRead, type unreadable } from './unreadable'

/** A stretch of text on a page, in points from the top left corner; `y` is its baseline. */
export type PdfItem = { text: string; x: number; y: number; width: number; size: number; bold: boolean }
export type PdfPage = { number: number; width: number; height: number; items: PdfItem[]; rules: Rule[] }

/** The longest that all pages together may take, in milliseconds. */
const PATIENCE = 8_000
const MEMORY_MB = 512

type TakenPage = {
  number: number
  width: number
  height: number
  transform: Matrix
  texts: { text: string; width: number; transform: Matrix; font: string }[]
  painted: [operator: number, given: unknown[]][]
  fonts: [id: string, name: string][]
}
type Message =
  | { pages: number; operators: PaintOperators }
  | { page: TakenPage }
  | { done: true }
  | { failed: keyof typeof unreadable }

export function pagesOf(bytes: Uint8Array): Promise<PdfPage[]> {
  requireSmallStreams(bytes)
  const worker = new Worker(workerSource, {
    eval: true,
    workerData: {
      // A copy, because pdf.js empties the array it is given.
      bytes: Uint8Array.from(bytes),
      unpdf: pathToFileURL(createRequire(import.meta.url).resolve('unpdf')).href,
      mostPages: readingLimits.pages,
    },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  return new Promise<PdfPage[]>((resolve, reject) => {
    const pages: PdfPage[] = []
    let operators: PaintOperators | null = null
    const late = setTimeout(() => reject(new CannotRead('tooLong')), PATIENCE)
    worker.on('error', () => reject(new CannotRead('damaged')))
    worker.on('exit', () => reject(new CannotRead('damaged')))
    worker.on('message', (message: Message) => {
      if ('pages' in message) {
        operators = message.operators
        if (message.pages > readingLimits.pages) reject(new CannotRead('tooLong'))
      } else if ('page' in message) pages.push(pageOf(message.page, operators!))
      else if ('failed' in message) reject(new CannotRead(message.failed))
      else resolve(pages)
    })
    worker.on('exit', () => clearTimeout(late))
  }).finally(() => worker.terminate())
}

function pageOf(
  { number, width, height, transform, texts, painted, fonts }: TakenPage,
  operators: PaintOperators,
): PdfPage {
  const bold = new Set(fonts.filter(([, name]) => /bold|black|heavy|demi/i.test(name)).map(([id]) => id))
  const items = texts.flatMap(({ text, width: wide, transform: own, font }): PdfItem[] => {
    const shown = tidyCharacters(text)
    if (shown === '') return []
    const [a, b, , , x, y] = combined(transform, own).map(finite) as [number, number, number, number, number, number]
    return [{ text: shown, x, y, width: finite(wide), size: Math.hypot(a, b) || 1, bold: bold.has(font) }]
  })
  return { number, width, height, items, rules: rulesOf(painted, transform, operators) }
}

/** A broken file can put text nowhere; it is kept, in the first corner. */
const finite = (value: number): number => (Number.isFinite(value) && Math.abs(value) < 1e6 ? value : 0)
