import { existsSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { workerModule } from './built.ts'

test('the worker is built once for the sources as they stand', async () => {
  const module = await workerModule()
  expect(module.pathname).toMatch(/\/worker-[0-9a-f]{16}\/stdin\.mjs$/)
  expect(existsSync(module)).toBe(true)
  const { mtimeMs } = statSync(module)
  expect((await workerModule()).href).toBe(module.href)
  expect(statSync(module).mtimeMs).toBe(mtimeMs)
})
