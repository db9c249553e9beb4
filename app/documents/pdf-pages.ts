import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { combined, rulesOf, type Matrix, type PaintOperators, type Rule } from './pdf-rules'
import { readingLimits } from './reading-limits'
import { tidyCharacters } from './tidy-text'
import { CannotRead } from './unreadable'

/** A stretch of text on a page, in points from the top left corner; `y` is its baseline. */
export type PdfItem = { text: string; x: number; y: number; width: number; size: number; bold: boolean }
export type PdfPage = { number: number; width: number; height: number; items: PdfItem[]; rules: Rule[] }

/** pdf.js hands fonts over with this method, which Node has only from version 21. */
const buffers = ArrayBuffer.prototype as { transferToFixedLength?: (length: number) => ArrayBuffer }
buffers.transferToFixedLength ??= function (this: ArrayBuffer, length: number) {
  return this.slice(0, length)
}

/** The longest that all pages together may take, in milliseconds; a whole page is the smallest step. */
const PATIENCE = 8_000

type Document = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Document['getPage']>>

export async function pagesOf(bytes: Uint8Array): Promise<PdfPage[]> {
  const document = await open(bytes)
  try {
    if (document.numPages > readingLimits.pages) throw new CannotRead('tooLong')
    const { OPS } = await getResolvedPDFJS()
    const deadline = Date.now() + PATIENCE
    const pages: PdfPage[] = []
    for (let number = 1; number <= document.numPages; number++) {
      if (Date.now() > deadline) throw new CannotRead('tooLong')
      const page = await document.getPage(number)
      pages.push(await contentOf(page, number, OPS as unknown as PaintOperators))
      page.cleanup()
    }
    return pages
  } finally {
    await document.destroy()
  }
}

async function open(bytes: Uint8Array): Promise<Document> {
  try {
    // A copy, because pdf.js empties the array it is given. Pictures are never decoded; nothing is said on the console.
    const options = { verbosity: 0, maxImageSize: 1, disableFontFace: false, enableXfa: false, stopAtErrors: false }
    return await getDocumentProxy(Uint8Array.from(bytes), options)
  } catch (error) {
    throw new CannotRead((error as Error).name === 'PasswordException' ? 'protectedPdf' : 'damaged')
  }
}

async function contentOf(page: Page, number: number, operators: PaintOperators): Promise<PdfPage> {
  const view = page.getViewport({ scale: 1 })
  const [text, painted] = [await page.getTextContent(), await page.getOperatorList()]
  const bold = new Map<string, boolean>()
  const isBold = (font: string) => {
    if (!bold.has(font)) bold.set(font, /bold|black|heavy|semibold|demi/i.test(fontName(page, font)))
    return bold.get(font)!
  }
  const items: PdfItem[] = []
  for (const item of text.items) {
    if (!('str' in item)) continue
    const shown = tidyCharacters(item.str)
    if (shown === '') continue
    const [a, b, , , x, y] = combined(view.transform as Matrix, item.transform as Matrix)
    const size = Math.hypot(a!, b!) || 1
    items.push({ text: shown, x: x!, y: y!, width: item.width, size, bold: isBold(item.fontName) })
  }
  const { fnArray, argsArray } = painted
  const rules = rulesOf(fnArray, argsArray, view.transform, operators)
  return { number, width: view.width, height: view.height, items, rules }
}

function fontName(page: Page, id: string): string {
  try {
    return (page.commonObjs.get(id) as { name?: string } | null)?.name ?? ''
  } catch {
    return ''
  }
}
