/**
 * Takes what stands on the pages of a PDF, in a thread of its own: pdf.js works for seconds without a pause, runs on
 * after its promises were rejected, and may never end on a broken file. Here it can be stopped, and takes nothing with
 * it. Plain JavaScript, because a thread is started from a text and not from a module.
 */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- the text is started as CommonJS
const { parentPort, workerData } = require('node:worker_threads')

// pdf.js hands fonts over with this method, which Node has only from version 21.
ArrayBuffer.prototype.transferToFixedLength ??= function (length) {
  return this.slice(0, length)
}
// What pdf.js loses sight of is lost anyway; what is awaited is answered below.
process.on('unhandledRejection', () => {})

void takePages().then(
  () => parentPort.postMessage({ done: true }),
  (error) => parentPort.postMessage({ failed: error?.name === 'PasswordException' ? 'protectedPdf' : 'damaged' }),
)

async function takePages() {
  const { getDocumentProxy, getResolvedPDFJS } = await import(workerData.unpdf)
  // Pictures are never decoded, and nothing is said on the console.
  const options = { verbosity: 0, maxImageSize: 1, disableFontFace: false, enableXfa: false, stopAtErrors: false }
  const document = await getDocumentProxy(workerData.bytes, options)
  const { OPS } = await getResolvedPDFJS()
  parentPort.postMessage({ pages: document.numPages, operators: OPS })
  for (let number = 1; number <= Math.min(document.numPages, workerData.mostPages); number++) {
    const page = await document.getPage(number)
    const { width, height, transform } = page.getViewport({ scale: 1 })
    const { fnArray, argsArray } = await page.getOperatorList()
    const painted = fnArray.map((operator, index) => [operator, argsArray[index]])
    const shown = textsIn(painted, OPS, page)
    const texts = shown.some(({ text }) => text.trim() !== '') ? shown : await textsOf(page)
    const lines = painted.filter(([operator]) => isOfRules(operator, OPS))
    const fonts = [...new Set(texts.map(({ font }) => font))].map((font) => [font, fontOf(page, font)?.name ?? ''])
    parentPort.postMessage({ page: { number, width, height, transform, texts, painted: lines, fonts } })
    page.cleanup()
  }
}

const isOfRules = (operator, { save, restore, transform, constructPath, paintFormXObjectBegin, paintFormXObjectEnd }) =>
  [save, restore, transform, constructPath, paintFormXObjectBegin, paintFormXObjectEnd].includes(operator)

/** pdf.js's own reading of the text, twice as slow: for what is shown in a way that is not followed here. */
async function textsOf(page) {
  const { items } = await page.getTextContent()
  return items.flatMap(({ str, width, transform, fontName }) =>
    typeof str === 'string' && str !== '' ? [{ text: str, width, transform, font: fontName }] : [],
  )
}

const IDENTITY = [1, 0, 0, 1, 0, 0]

/** The text as it is painted: PDF 32000-1, 9.4. A gap wider than a narrow space begins a new stretch. */
function textsIn(painted, OPS, page) {
  const texts = []
  const saved = []
  let state = {
    ctm: IDENTITY,
    font: null,
    size: 0,
    matrix: [0.001, 0],
    char: 0,
    word: 0,
    scale: 1,
    leading: 0,
    rise: 0,
  }
  let text = { matrix: IDENTITY, lineX: 0, lineY: 0, x: 0, y: 0 }
  const moveBy = (x, y) => {
    text.x = text.lineX += x
    text.y = text.lineY += y
  }
  const setFont = (id, size) => {
    state = { ...state, font: id, size, matrix: fontOf(page, id)?.fontMatrix ?? [0.001, 0] }
  }
  const show = (glyphs) => {
    let stretch = null
    const end = () => {
      if (stretch !== null && stretch.text !== '') texts.push(stretchOf(stretch, text, state))
      stretch = null
    }
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        text.x -= ((glyph * state.size) / 1000) * state.scale
        if (-glyph > 160) end()
        continue
      }
      stretch ??= { text: '', x: text.x, y: text.y }
      stretch.text += glyph.unicode ?? ''
      const spacing = state.char + (glyph.isSpace ? state.word : 0)
      text.x += (glyph.width * state.size * state.matrix[0] + spacing) * state.scale
      stretch.right = text.x
    }
    end()
  }
  const does = {
    [OPS.save]: () => saved.push(state),
    [OPS.restore]: () => (state = saved.pop() ?? state),
    [OPS.transform]: (given) => (state = { ...state, ctm: product(state.ctm, given) }),
    [OPS.paintFormXObjectBegin]: ([matrix]) => {
      saved.push(state)
      if (matrix) state = { ...state, ctm: product(state.ctm, matrix) }
    },
    [OPS.paintFormXObjectEnd]: () => (state = saved.pop() ?? state),
    [OPS.beginText]: () => (text = { matrix: IDENTITY, lineX: 0, lineY: 0, x: 0, y: 0 }),
    [OPS.setTextMatrix]: (given) =>
      (text = { matrix: given.length === 6 ? given : [...given[0]], lineX: 0, lineY: 0, x: 0, y: 0 }),
    [OPS.setFont]: ([id, size]) => setFont(id, size),
    [OPS.setGState]: ([settings]) => {
      for (const [key, value] of settings ?? []) if (key === 'Font') setFont(value[0], value[1])
    },
    [OPS.setCharSpacing]: ([char]) => (state = { ...state, char }),
    [OPS.setWordSpacing]: ([word]) => (state = { ...state, word }),
    [OPS.setHScale]: ([percent]) => (state = { ...state, scale: percent / 100 }),
    [OPS.setLeading]: ([leading]) => (state = { ...state, leading: -leading }),
    [OPS.setTextRise]: ([rise]) => (state = { ...state, rise }),
    [OPS.moveText]: ([x, y]) => moveBy(x, y),
    [OPS.setLeadingMoveText]: ([x, y]) => {
      state = { ...state, leading: y }
      moveBy(x, y)
    },
    [OPS.nextLine]: () => moveBy(0, state.leading),
    [OPS.showText]: ([glyphs]) => show(glyphs),
  }
  for (const [operator, given] of painted) does[operator]?.(given ?? [])
  return texts
}

function stretchOf({ text, x, y, right }, { matrix }, { ctm, size, rise, font }) {
  const [a, b, c, d, e, f] = product(ctm, matrix)
  const transform = [a * size, b * size, c * size, d * size, a * x + c * (y + rise) + e, b * x + d * (y + rise) + f]
  return {
    text: text.replace(/[\uFB00-\uFB06]/g, (joined) => joined.normalize('NFKC')),
    width: (right - x) * Math.hypot(a, b),
    transform,
    font,
  }
}

const product = ([a, b, c, d, e, f], [g, h, i, j, k, l]) => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
]

function fontOf(page, id) {
  try {
    return page.commonObjs.get(id)
  } catch {
    return null
  }
}
