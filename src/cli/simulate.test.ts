import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-simulate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the command on an installation of its own; its exit status and what it printed. */
async function gongkai(...words: string[]): Promise<{ status: number; out: string; err: string }> {
  const { DATABASE_URL: _, ...env } = process.env
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['bin/gongkai.js', ...words], {
      env: { ...env, GONGKAI_DATA: folder },
      maxBuffer: 64_000_000,
    })
    return { status: 0, out: stdout, err: stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { status: code, out: stdout, err: stderr }
  }
}

test('a county is made in an empty installation, its reports are printed, each figure with its records', async () => {
  const made = await gongkai('simulate', '--seed', '5', '--bodies', '2', '--years', '1', '--cases', '12', '--json')
  expect([made.status, JSON.parse(made.out.trim().split('\n').at(-1)!)]).toEqual([0, { bodies: ['office', 'land'], years: [2025] }])
  let received = 0
  for (const body of ['office', 'land']) {
    const printed = await gongkai('report', '--body', body, '--year', '2025', '--json')
    const report = JSON.parse(printed.out) as { edition: string; cells: object; tables: { requests: { received: { total: number } } } }
    expect([report.edition, report.cells]).toEqual(['2021', {}])
    const behind = await gongkai('report', '--body', body, '--year', '2025', '--cell', 'requests.received.total', '--json')
    const { value, records } = JSON.parse(behind.out) as { value: number; records: unknown[] }
    expect([value, records.length]).toEqual([report.tables.requests.received.total, report.tables.requests.received.total])
    received += value
  }
  expect(received).toBe(12)

  const again = await gongkai('simulate', '--bodies', '2', '--years', '1', '--cases', '1')
  expect(again.status).toBe(2)
  expect((await gongkai('report', '--body', 'nowhere', '--year', '2025')).status).toBe(2)
  expect((await gongkai('report', '--body', 'land', '--year', 'last')).status).toBe(2)
  expect((await gongkai('simulate', '--bodies', '99')).status).toBe(2)
})
