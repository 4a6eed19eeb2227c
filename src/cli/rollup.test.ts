import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, expect, test } from 'vitest'
import { exampleReport } from './example-report.ts'
import { workshop } from './gongkai.ts'

const { folder, file, gongkai, close } = workshop()
afterAll(close)

const fees = 'proactive.fees'
file('willow.txt', exampleReport({ figures: { [fees]: 0.1, 'proactive.licensing': 7 } }))
file('stone.txt', exampleReport({ body: '石桥镇人民政府', figures: { [fees]: 0.2, 'proactive.licensing': 5 } }))
file('pine.txt', exampleReport({ body: '=松岗镇人民政府', figures: { [fees]: null, 'proactive.licensing': 1 } }))

test('each sum keeps its parts', async () => {
  const { status, stdout, objects } = await gongkai(['rollup', '--json', 'willow.txt', 'stone.txt'])
  expect({ status, lines: stdout.split('\n').length }).toEqual({ status: 0, lines: 2 })
  expect(objects()[0]).toMatchObject({
    reports: 2,
    years: [2025],
    tables: { proactive: { licensing: 12, fees: 0.3 } },
    cells: {},
    parts: [
      { file: 'willow.txt', body: '柳溪镇人民政府', year: 2025, cells: {} },
      { file: 'stone.txt', body: '石桥镇人民政府' },
    ],
    summands: { 'proactive.licensing': [7, 5], [fees]: [0.1, 0.2] },
  })
})

test('a figure that a report does not give makes the sum doubtful, never 0', async () => {
  const { objects } = await gongkai(['rollup', '--json', 'willow.txt', 'pine.txt'])
  expect(objects()[0]).toMatchObject({
    tables: { proactive: { fees: 0.1 } },
    cells: { [fees]: { state: 'doubtful' } },
    summands: { [fees]: [0.1, null] },
  })
  const { stdout } = await gongkai(['rollup', '--cell', fees, 'willow.txt', 'pine.txt'])
  expect(stdout).toMatch(/^行政事业性收费 = 0\.1 {2}.+\n {2}0\.1 {2}柳溪镇人民政府 {2}willow\.txt\n {2}空 {2}空白 .*pine\.txt\n$/)
})

test('a file that fails is left out aloud', async () => {
  const { status, stderr, stdout } = await gongkai(['rollup', 'willow.txt', 'absent.txt', 'stone.txt'])
  expect(status).toBe(2)
  expect(stderr).toContain('absent.txt: error unreadable')
  expect(stderr).toContain('1 个文件没有读成，不在合计里')
  expect(stdout).toMatch(/行政许可 +12\n/)
  expect((await gongkai(['rollup', 'absent.txt'])).status).toBe(2)
})

test('a body that comes twice and years that are mixed are said', async () => {
  file('willow-2024.txt', exampleReport({ year: 2024 }))
  const { stderr } = await gongkai(['rollup', 'willow.txt', 'willow.txt', 'willow-2024.txt'])
  expect(stderr).toContain('不是同一年的（2024 2025）')
  expect(stderr).toContain('加了两次')
})

test('CSV is a row a report with the sum last; no text of it runs as a formula', async () => {
  const { stdout } = await gongkai(['rollup', '--csv', 'willow.txt', 'pine.txt'])
  const rows = stdout
    .trimEnd()
    .split('\r\n')
    .map((row) => row.split(','))
  const column = rows[0]!.indexOf('proactive.licensing')
  expect(rows.map((row) => row[column])).toEqual(['proactive.licensing', '7', '1', '8'])
  expect(rows.map((row) => row[rows[0]!.indexOf(fees)])).toEqual([fees, '0.1', '', '0.1'])
  expect(rows.flat().filter((field) => /^[=+@]/.test(field))).toEqual([])
  expect(rows[3]!.at(-1)).toBe(`${fees}=doubtful`)
})

test('the workbook has the sums as formulas over the reports', async () => {
  const { status } = await gongkai(['rollup', '--to', 'xlsx', '-o', 'sum.xlsx', 'willow.txt', 'stone.txt', 'pine.txt'])
  expect(status).toBe(0)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(join(folder, 'sum.xlsx'))
  const sheet = workbook.getWorksheet('各份')!
  const headers = sheet.getRow(2).values as string[]
  const column = headers.indexOf('proactive.licensing')
  expect(sheet.getRow(3).getCell(column).value).toMatchObject({ formula: 'SUM(L4:L6)', result: 13 })
  expect([4, 5, 6].map((row) => sheet.getRow(row).getCell(column).value)).toEqual([7, 5, 1])
  expect(sheet.getRow(6).getCell(headers.indexOf(fees)).value).toBeNull()
  expect((await gongkai(['rollup', '-o', 'willow.txt', '--force', 'willow.txt'])).stderr).toContain('output-is-input')
  expect(readFileSync(join(folder, 'willow.txt'), 'utf8')).toContain('柳溪镇')
})
