import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    reporters: ['default', './tests/closing-line.ts'],
    // Hours of a legal day must not depend on the machine's zone: the suite runs under one far from Shanghai.
    env: { TZ: 'America/Los_Angeles' },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
