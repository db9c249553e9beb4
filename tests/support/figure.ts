import { appendFileSync } from 'node:fs'

/** What a long trial counted, in one line: said at once, and kept for the table at the end of `npm run trials`. */
export function sayFigure(trial: string, words: string): void {
  process.stdout.write(`${trial}: ${words}\n`)
  const file = process.env.HOLDFAST_FIGURES
  if (file) appendFileSync(file, `${JSON.stringify({ trial, words })}\n`)
}
