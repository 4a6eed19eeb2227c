import { expect, inject, test } from 'vitest'
import { testDatabase } from './database.ts'

test('the tests run on the PostgreSQL that they say', async () => {
  const { pool, close } = await testDatabase()
  try {
    const { rows } = await pool.query<{ version: string }>("select current_setting('server_version_num') as version")
    const major = Math.floor(Number(rows[0]!.version) / 10_000)
    const wanted = inject('postgresMajor')
    if (wanted === null) expect(major).toBeGreaterThanOrEqual(15)
    else expect(major).toBe(wanted)
  } finally {
    await close()
  }
})
