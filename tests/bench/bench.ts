/** The speed targets, measured: a line each with its value, its floor of the same run, and its target. */
import { writeFileSync } from 'node:fs'
import { pages } from './pages'
import { updates } from './updates'
import { reminders } from './reminders'
import { starts } from './starts'
import { weights } from './weights'
import { reading } from './reading'

export type Measured = {
  name: string
  value: number
  unit: string
  floor?: number
  target: string
  met: boolean
}
/** Each bench measures one or more lines; it is named on the command line. */
export const benches: Record<string, () => Promise<Measured[]>> = {
  ...pages,
  ...updates,
  ...reminders,
  ...starts,
  ...weights,
  ...reading,
}

const round = (value: number) => (value >= 100 ? Math.round(value) : Math.round(value * 100) / 100)

const args = process.argv.slice(2)
const json = args.includes('--json') ? args[args.indexOf('--json') + 1] : undefined
const asked = args.filter((arg) => !arg.startsWith('--') && arg !== json)
const unknown = asked.filter((name) => !(name in benches))
if (unknown.length > 0) {
  process.stderr.write(`There is no bench ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.\n`)
  process.exit(2)
}

const all: Measured[] = []
const line = (cells: string[]) =>
  process.stdout.write(`${cells.map((cell, i) => cell.padEnd([46, 12, 10, 12, 30][i] ?? 0)).join(' ')}\n`)
line(['name', 'value', 'unit', 'floor', 'target', ''])
for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
  for (const measured of await benches[name]!()) {
    all.push(measured)
    const { value, unit, floor, target, met } = measured
    line([
      measured.name,
      String(round(value)),
      unit,
      floor === undefined ? '' : String(round(floor)),
      target,
      met ? 'met' : 'NOT MET',
    ])
  }
}
if (json !== undefined) writeFileSync(json, `${JSON.stringify(all, null, 2)}\n`)
process.exit(0)
