import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url))

process.env.TZ = 'Europe/London'

export default defineConfig({
  resolve: {
    alias: { '~': folder('app'), '#db': folder('db'), '#emails': folder('emails'), '#tests': folder('tests') },
  },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    environment: 'node',
    env: { TZ: 'Europe/London' },
    testTimeout: 20_000,
    hookTimeout: 60_000,
    globalSetup: ['tests/support/global-setup.ts'],
  },
})
