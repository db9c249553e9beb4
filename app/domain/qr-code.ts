/**
 * A QR code (ISO/IEC 18004, model 2, byte mode, error correction M) as rows of dark and light modules, for the secret of
 * an authenticator app: drawn here, so that the secret goes to no other service and no package sees it.
 */
const perBlock = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26]
const blockCounts = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16]
const largest = 20

type Grid = { size: number; dark: boolean[][]; fixed: boolean[][] }

export function qrModules(text: string): boolean[][] {
  const bytes = new TextEncoder().encode(text)
  const version = versionFor(bytes.length)
  const grid = emptyGrid(version * 4 + 17)
  drawFixed(grid, version)
  drawData(grid, withCorrection(dataCodewords(bytes, version), version))
  let best: { penalty: number; dark: boolean[][] } | null = null
  for (let mask = 0; mask < 8; mask += 1) {
    const masked = applyMask(grid, mask)
    const penalty = penaltyOf(masked)
    if (best === null || penalty < best.penalty) best = { penalty, dark: masked }
  }
  return best!.dark
}

function rawModules(version: number): number {
  const aligned = version < 2 ? 0 : Math.floor(version / 7) + 2
  const alignment = version < 2 ? 0 : (25 * aligned - 10) * aligned - 55
  return (16 * version + 128) * version + 64 - alignment - (version >= 7 ? 36 : 0)
}
const rawCodewords = (version: number) => Math.floor(rawModules(version) / 8)
const capacity = (version: number) => rawCodewords(version) - perBlock[version]! * blockCounts[version]!
const countBits = (version: number) => (version < 10 ? 8 : 16)

function versionFor(length: number): number {
  for (let version = 1; version <= largest; version += 1)
    if (4 + countBits(version) + length * 8 <= capacity(version) * 8) return version
  throw new RangeError('The text is too long for a QR code of this kind.')
}

function dataCodewords(bytes: Uint8Array, version: number): number[] {
  const bits: number[] = []
  const push = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit -= 1) bits.push((value >>> bit) & 1)
  }
  push(0b0100, 4)
  push(bytes.length, countBits(version))
  for (const byte of bytes) push(byte, 8)
  const room = capacity(version) * 8
  push(0, Math.min(4, room - bits.length))
  push(0, (8 - (bits.length % 8)) % 8)
  for (let pad = 0xec; bits.length < room; pad ^= 0xec ^ 0x11) push(pad, 8)
  return Array.from({ length: bits.length / 8 }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce<number>((byte, bit) => (byte << 1) | bit, 0),
  )
}

/** In the field of 256 elements with x⁸ + x⁴ + x³ + x² + 1. */
function multiply(x: number, y: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d)
    product ^= ((y >>> bit) & 1) * x
  }
  return product
}

function divisorOf(degree: number): number[] {
  const divisor: number[] = Array.from({ length: degree }, (_, at) => (at === degree - 1 ? 1 : 0))
  let root = 1
  for (let step = 0; step < degree; step += 1) {
    for (let at = 0; at < degree; at += 1) divisor[at] = multiply(divisor[at]!, root) ^ (divisor[at + 1] ?? 0)
    root = multiply(root, 2)
  }
  return divisor
}

function remainderOf(data: readonly number[], divisor: readonly number[]): number[] {
  const remainder = divisor.map(() => 0)
  for (const byte of data) {
    const factor = byte ^ remainder.shift()!
    remainder.push(0)
    divisor.forEach((each, at) => (remainder[at]! ^= multiply(each, factor)))
  }
  return remainder
}

/** Split into blocks, each with its own correction, and interleaved: so that one scratch harms no block too much. */
function withCorrection(data: number[], version: number): number[] {
  const [blocks, correction] = [blockCounts[version]!, perBlock[version]!]
  const longer = rawCodewords(version) % blocks
  const shortLength = Math.floor(rawCodewords(version) / blocks) - correction
  const divisor = divisorOf(correction)
  let from = 0
  const parts = Array.from({ length: blocks }, (_, at) => {
    const part = data.slice(from, (from += shortLength + (at < blocks - longer ? 0 : 1)))
    return { part, check: remainderOf(part, divisor) }
  })
  const result: number[] = []
  for (let at = 0; at <= shortLength; at += 1)
    for (const { part } of parts) if (at < part.length) result.push(part[at]!)
  for (let at = 0; at < correction; at += 1) for (const { check } of parts) result.push(check[at]!)
  return result
}

const square = (size: number) => Array.from({ length: size }, () => Array.from({ length: size }, () => false))
const emptyGrid = (size: number): Grid => ({ size, dark: square(size), fixed: square(size) })

function set({ dark, fixed, size }: Grid, x: number, y: number, isDark: boolean): void {
  if (x < 0 || y < 0 || x >= size || y >= size) return
  dark[y]![x] = isDark
  fixed[y]![x] = true
}

function drawFixed(grid: Grid, version: number): void {
  const { size } = grid
  for (let at = 0; at < size; at += 1) {
    set(grid, 6, at, at % 2 === 0)
    set(grid, at, 6, at % 2 === 0)
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    drawRings(grid, x, y, 4, (ring) => ring !== 2 && ring !== 4)
  const places = alignmentPlaces(version)
  const last = places.length - 1
  places.forEach((x, column) =>
    places.forEach((y, row) => {
      const inCorner = (column === 0 && row === 0) || (column === 0 && row === last) || (column === last && row === 0)
      if (!inCorner) drawRings(grid, x, y, 2, (ring) => ring !== 1)
    }),
  )
  drawFormat(grid, 0)
  drawVersion(grid, version)
}

function drawRings(grid: Grid, x: number, y: number, reach: number, isDark: (ring: number) => boolean): void {
  for (let dy = -reach; dy <= reach; dy += 1)
    for (let dx = -reach; dx <= reach; dx += 1) set(grid, x + dx, y + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))))
}

function alignmentPlaces(version: number): number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2
  const places = Array.from({ length: count - 1 }, (_, at) => version * 4 + 10 - at * step)
  return [6, ...places.reverse()]
}

/** Error correction M (0) and the mask, with their own correction, twice. */
function drawFormat(grid: Grid, mask: number): void {
  let rest = mask
  for (let step = 0; step < 10; step += 1) rest = (rest << 1) ^ ((rest >>> 9) * 0x537)
  const bits = ((mask << 10) | rest) ^ 0x5412
  const bit = (at: number) => ((bits >>> at) & 1) === 1
  const { size } = grid
  for (let at = 0; at <= 5; at += 1) set(grid, 8, at, bit(at))
  set(grid, 8, 7, bit(6))
  set(grid, 8, 8, bit(7))
  set(grid, 7, 8, bit(8))
  for (let at = 9; at < 15; at += 1) set(grid, 14 - at, 8, bit(at))
  for (let at = 0; at < 8; at += 1) set(grid, size - 1 - at, 8, bit(at))
  for (let at = 8; at < 15; at += 1) set(grid, 8, size - 15 + at, bit(at))
  set(grid, 8, size - 8, true)
}

function drawVersion(grid: Grid, version: number): void {
  if (version < 7) return
  let rest = version
  for (let step = 0; step < 12; step += 1) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25)
  const bits = (version << 12) | rest
  for (let at = 0; at < 18; at += 1) {
    const [a, b] = [grid.size - 11 + (at % 3), Math.floor(at / 3)]
    set(grid, a, b, ((bits >>> at) & 1) === 1)
    set(grid, b, a, ((bits >>> at) & 1) === 1)
  }
}

/** Up and down in columns of two, from the right, around what is fixed. */
function drawData({ size, dark, fixed }: Grid, codewords: readonly number[]): void {
  let at = 0
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step += 1)
      for (const x of [right, right - 1]) {
        const y = ((right + 1) & 2) === 0 ? size - 1 - step : step
        if (fixed[y]![x] || at >= codewords.length * 8) continue
        dark[y]![x] = ((codewords[at >>> 3]! >>> (7 - (at & 7))) & 1) === 1
        at += 1
      }
  }
}

const masks: ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

function applyMask(grid: Grid, mask: number): boolean[][] {
  const dark = grid.dark.map((row, y) => row.map((is, x) => (grid.fixed[y]![x] ? is : is !== masks[mask]!(x, y))))
  drawFormat({ ...grid, dark, fixed: square(grid.size) }, mask)
  return dark
}

/** How hard it is to read: long runs, blocks, what looks like a corner, and too much of one shade. */
function penaltyOf(dark: boolean[][]): number {
  const size = dark.length
  const columns = dark.map((_, x) => dark.map((row) => row[x]!))
  let penalty = 0
  for (const line of [...dark, ...columns]) {
    const text = line.map((is) => (is ? '1' : '0')).join('')
    for (const run of text.match(/0{5,}|1{5,}/g) ?? []) penalty += run.length - 2
    for (const corner of ['10111010000', '00001011101'])
      for (let at = text.indexOf(corner); at >= 0; at = text.indexOf(corner, at + 1)) penalty += 40
  }
  for (let y = 0; y < size - 1; y += 1)
    for (let x = 0; x < size - 1; x += 1) {
      const is = dark[y]![x]
      if (is === dark[y]![x + 1] && is === dark[y + 1]![x] && is === dark[y + 1]![x + 1]) penalty += 3
    }
  const share = dark.flat().filter(Boolean).length / (size * size)
  return penalty + Math.floor(Math.abs(share * 100 - 50) / 5) * 10
}
