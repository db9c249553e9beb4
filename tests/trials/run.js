/** `npm run trials -- NAME …`: a long trial with its full count, which it prints. `npm test` runs each with a sample. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'

const names = readdirSync('tests/trials')
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => file.replace('.test.ts', ''))
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`There is no trial ${unknown.join(', ')}. There are: ${names.join(', ')}.\n`)
  process.exit(2)
}
const files = (asked.length > 0 ? asked : names).map((name) => `tests/trials/${name}.test.ts`)
const run = spawnSync('npx', ['vitest', 'run', '--testTimeout=7200000', ...files], {
  stdio: 'inherit',
  env: { ...process.env, HOLDFAST_TRIALS: 'full' },
})
process.exit(run.status ?? 1)
