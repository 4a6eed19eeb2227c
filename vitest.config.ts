import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    globalSetup: ['./tests/postgres.ts'],
    setupFiles: ['./tests/seed.ts'],
    reporters: ['default', './tests/closing-line.ts'],
    // Hours of a legal day must not depend on the machine's zone: the suite runs under one far from Shanghai.
    env: { TZ: 'America/Los_Angeles' },
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
})
