import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const all = ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts']

/** The files that ask for a database, without the journeys of the browser. */
function databaseTests(): string[] {
  const files = ['src', 'tests'].flatMap((folder) =>
    (readdirSync(folder, { recursive: true }) as string[]).map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
  )
  return files.filter(
    (file) =>
      /\.test\.tsx?$/.test(file) &&
      !file.startsWith('tests/browser/') &&
      /tests\/database\.ts'|'\.\.?\/(\.\.\/)*database\.ts'/.test(readFileSync(file, 'utf8')),
  )
}

/** The database of the box is PostgreSQL 18; the least that may be brought is 15. A server named by DATABASE_URL is the one that is tried. */
const projects = [
  { extends: true as const, test: { name: 'postgres-18', include: all } },
  ...(process.env.DATABASE_URL || process.env.GONGKAI_TEST_POSTGRES
    ? []
    : [{ extends: true as const, test: { name: 'postgres-15', include: databaseTests() } }]),
]

export default defineConfig({
  test: {
    projects,
    globalSetup: ['./tests/postgres.ts'],
    setupFiles: ['./tests/seed.ts'],
    reporters: ['default', './tests/closing-line.ts'],
    // Hours of a legal day must not depend on the machine's zone: the suite runs under one far from Shanghai.
    env: { TZ: 'America/Los_Angeles' },
    // Vitest leaves one core to itself, which on two leaves one: half the machine would idle while databases and browsers wait.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
})
