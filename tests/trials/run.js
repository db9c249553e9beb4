/**
 * `npm run trials -- NAME …`: long trials with their full count, whose figures stand in a table at the end. A name may
 * be the first part of several (`security`). `npm test` runs each with a sample.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const names = readdirSync('tests/trials')
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => file.replace('.test.ts', ''))
const asked = process.argv.slice(2)
const isMeant = (name, by) => name === by || name.startsWith(`${by}-`)
const unknown = asked.filter((by) => !names.some((name) => isMeant(name, by)))
if (unknown.length > 0) {
  process.stderr.write(`There is no trial ${unknown.join(', ')}. There are: ${names.join(', ')}.\n`)
  process.exit(2)
}
const meant = asked.length > 0 ? names.filter((name) => asked.some((by) => isMeant(name, by))) : names
const folder = mkdtempSync(join(tmpdir(), 'holdfast-figures-'))
const figures = join(folder, 'figures.jsonl')
const files = meant.map((name) => `tests/trials/${name}.test.ts`)
const run = spawnSync('npx', ['vitest', 'run', '--testTimeout=7200000', ...files], {
  stdio: 'inherit',
  env: { ...process.env, HOLDFAST_TRIALS: 'full', HOLDFAST_FIGURES: figures },
})
if (existsSync(figures)) {
  const lines = readFileSync(figures, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const width = Math.max(...lines.map(({ trial }) => trial.length))
  process.stdout.write(`\n${lines.map(({ trial, words }) => `${trial.padEnd(width)}  ${words}`).join('\n')}\n`)
}
rmSync(folder, { recursive: true })
process.exit(run.status ?? 1)
