import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../tests/database.ts'
import { openClaims } from './claims.ts'
import { tryLockPool, unlockPool } from './queries.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** Whether nobody says that the pool lives, as another server sees it. */
async function isFree(pool: string): Promise<boolean> {
  const other = await database.pool.connect()
  try {
    const free = await tryLockPool(other, pool)
    if (free) await unlockPool(other, pool)
    return free
  } finally {
    other.release()
  }
}

test('a pool is claimed once, however many are claimed at the same time, and free once released', async () => {
  const warnings: string[] = []
  const hear = ({ message }: Error) => void warnings.push(message)
  process.on('warning', hear)
  const claims = openClaims(database.pool)
  try {
    await Promise.all([claims.claim('one'), claims.claim('two'), claims.claim('one'), claims.freeDead()])
    expect([await isFree('one'), await isFree('two')]).toEqual([false, false])
    claims.release('one')
    await expect.poll(() => isFree('one')).toBe(true)
    expect(await isFree('two')).toBe(false)
  } finally {
    // Its connection would keep the database from closing.
    claims.close()
    process.off('warning', hear)
  }
  await expect.poll(() => isFree('two')).toBe(true)
  expect(warnings).toEqual([])
})
