import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const report = process.env.HOLDFAST_TEST_REPORT

process.env.TZ = 'Europe/London'

/** Journeys and long trials take the machine for themselves: they run after the rest, one file at a time. */
const long = ['tests/journeys/**/*.test.{ts,tsx}', 'tests/trials/**/*.test.{ts,tsx}']
const shared = {
  environment: 'node' as const,
  env: { TZ: 'Europe/London' },
  testTimeout: 20_000,
  hookTimeout: 60_000,
  setupFiles: ['tests/support/fail-on-console-error.ts', 'tests/support/seed-properties.ts'],
}

export default defineConfig({
  resolve: {
    alias: { '~': folder('app'), '#db': folder('db'), '#emails': folder('emails'), '#tests': folder('tests') },
  },
  test: {
    globalSetup: ['tests/support/global-setup.ts'],
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'rules',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...long, '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'journeys',
          include: long,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
