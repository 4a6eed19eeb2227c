#!/usr/bin/env node
// npm run check: types, the pure parts' and the desk's types, lint and format, and the direction of imports.
import { spawnSync } from 'node:child_process'

const steps = [
  ['tsc', '-p', 'tsconfig.json'],
  ['tsc', '-p', 'tsconfig.pure.json'],
  ['tsc', '-p', 'tsconfig.desk.json'],
  ['biome', 'check', '--error-on-warnings', '.'],
  ['vitest', 'run', 'tests/layers.test.ts'],
]
let failed = 0
for (const [command, ...args] of steps) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) failed = 1
}
process.exit(failed)
