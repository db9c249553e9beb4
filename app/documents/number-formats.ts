/**
 * A number as the sheet shows it. Excel keeps dates as days since 1900 and only the format says that they are dates;
 * a month typed as "Apr09" is kept as its first day, and only the format still says that no day was meant.
 */
export type NumberFormat = 'general' | 'day' | 'month' | 'year' | 'time' | { decimals: number; percent: boolean }

const BUILT_IN: Record<number, NumberFormat> = { 16: 'day', 17: 'month', 22: 'day' }

export function builtInFormat(id: number): NumberFormat {
  if (BUILT_IN[id] !== undefined) return BUILT_IN[id]
  if (id === 14 || id === 15 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'day'
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return 'time'
  if (id === 9 || id === 10) return { decimals: id === 9 ? 0 : 2, percent: true }
  if (id === 1 || id === 3) return { decimals: 0, percent: false }
  return id === 2 || id === 4 ? { decimals: 2, percent: false } : 'general'
}

export function customFormat(code: string): NumberFormat {
  const plain = code
    .split(';')[0]!
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .toLowerCase()
  if (/general|@/.test(plain)) return 'general'
  if (plain.includes('d')) return 'day'
  if (plain.includes('y')) return plain.includes('m') ? 'month' : 'year'
  if (/[hs]/.test(plain)) return 'time'
  if (/^m+$/.test(plain.trim())) return 'month'
  const decimals = /0\.(0+)/.exec(plain)?.[1]?.length ?? 0
  return /0|#/.test(plain) ? { decimals: Math.min(decimals, 10), percent: plain.includes('%') } : 'general'
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** Days since 1899-12-30 (or 1904-01-01) as words; the number itself where it is no day of any calendar. */
export function shownNumber(value: number, format: NumberFormat, since1904: boolean): string {
  if (typeof format === 'object') {
    const shown = (format.percent ? value * 100 : value).toFixed(format.decimals)
    return format.percent ? `${shown}%` : shown
  }
  if (format === 'general' || value < 1 || value > 2_958_465) return format === 'time' ? clock(value) : general(value)
  const day = new Date(Date.UTC(1899, 11, 30) + (Math.floor(value) + (since1904 ? 1462 : 0)) * 86_400_000)
  const [date, month, year] = [day.getUTCDate(), MONTHS[day.getUTCMonth()]!, day.getUTCFullYear()]
  if (format === 'year') return String(year)
  if (format === 'month') return `${month} ${year}`
  return format === 'time' ? clock(value) : `${date} ${month} ${year}`
}

const general = (value: number): string =>
  Math.abs(value) < 1e15 ? String(Number(value.toPrecision(15))) : String(value)

function clock(value: number): string {
  const minutes = Math.round((value % 1) * 1440) % 1440
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
