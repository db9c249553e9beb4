import type { Fill } from '../domain/reading/blocks'

/** The everyday name of a colour behind a cell; null for white, black, and what is too pale to mean anything. */
export function fillOf(hex: string): Fill | null {
  const rgb = /^(?:[\da-f]{2})?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(hex)
  if (rgb === null) return null
  const [red, green, blue] = rgb.slice(1).map((part) => parseInt(part, 16)) as [number, number, number]
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)]
  if (most - least < 40) return most > 225 || most < 60 ? null : 'grey'
  const hue = hueOf(red, green, blue, most, least)
  if (hue < 16 || hue >= 340) return 'red'
  if (hue < 70) return 'amber'
  if (hue < 170) return 'green'
  return hue < 260 ? 'blue' : null
}

function hueOf(red: number, green: number, blue: number, most: number, least: number): number {
  const spread = most - least
  if (most === red) return ((green - blue) / spread) * 60 + (green < blue ? 360 : 0)
  return most === green ? ((blue - red) / spread) * 60 + 120 : ((red - green) / spread) * 60 + 240
}
