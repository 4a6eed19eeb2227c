import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { exampleReport } from './example-report.ts'
import { workshop } from './gongkai.ts'

const { folder, file, gongkai, close } = workshop()
afterAll(close)

const at = (name: string) => join(folder, name)
const sound = exampleReport({ figures: { 'proactive.fees': 1.25 } })
file('report.txt', sound)

test.each(['docx', 'html', 'fragment', 'json', 'md'])('%s reads back with the same figures', async (format) => {
  const written = await gongkai(['convert', 'report.txt', '--to', format, '--out', 'out'])
  const name = `out/report.${format === 'fragment' ? 'fragment.html' : format}`
  expect(written).toMatchObject({ status: 0, stdout: `report.txt → ${name}\n`, stderr: '' })
  const [before] = (await gongkai(['read', '--json', 'report.txt'])).objects()
  const [after] = (await gongkai(['read', '--json', name])).objects()
  expect(after).toMatchObject({ file: name, title: before!.title, body: before!.body, tables: before!.tables, cells: {} })
})

test('PDF and Excel are written too; a PDF says which fonts stand in', async () => {
  const pdf = await gongkai(['convert', 'report.txt', '--to', 'pdf', '-o', 'new/one.pdf'])
  expect(pdf).toMatchObject({ status: 0, stdout: 'report.txt → new/one.pdf\n' })
  expect(readFileSync(at('new/one.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  await gongkai(['convert', 'report.txt', '--to', 'xlsx'])
  expect(readFileSync(at('report.xlsx')).subarray(0, 2).toString()).toBe('PK')
})

test('a file that is there is overwritten only by force, and the one that is read never', async () => {
  file('there.md', 'mine')
  const refused = await gongkai(['convert', 'report.txt', '--to', 'md', '-o', 'there.md'])
  expect(refused).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('output-exists') })
  expect(readFileSync(at('there.md'), 'utf8')).toBe('mine')
  expect((await gongkai(['convert', 'report.txt', '--to', 'md', '-o', 'there.md', '--force'])).status).toBe(0)
  expect(readFileSync(at('there.md'), 'utf8')).toContain('柳溪镇')

  await gongkai(['convert', 'report.txt', '--to', 'json'])
  const before = readFileSync(at('report.json'), 'utf8')
  const itself = await gongkai(['convert', './report.json', '--to', 'json', '--force'])
  expect(itself).toMatchObject({ status: 2, stderr: expect.stringContaining('output-is-input') })
  expect(readFileSync(at('report.json'), 'utf8')).toBe(before)
})

test('two files never share an output', async () => {
  file('a/same.txt', sound)
  file('b/same.txt', sound)
  const { status, stderr } = await gongkai(['convert', 'a/same.txt', 'b/same.txt', '--to', 'md', '--out', 'one'])
  expect(status).toBe(2)
  expect(stderr).toContain('b/same.txt: error output-twice')
  expect(readdirSync(at('one'))).toEqual(['same.md'])
})

test('a folder keeps its shape in the folder written to', async () => {
  file('tree/x.txt', sound)
  file('tree/deep/x.txt', sound)
  const { objects } = await gongkai(['convert', 'tree', '--to', 'md', '--out', 'forest', '--json'])
  expect(objects()).toEqual([
    { file: 'tree/deep/x.txt', to: 'md', output: 'forest/deep/x.md', written: true },
    { file: 'tree/x.txt', to: 'md', output: 'forest/x.md', written: true },
  ])
})

test('several reports in a file are numbered', async () => {
  file('two.txt', `${sound}\n${exampleReport({ body: '石桥镇人民政府' })}`)
  expect((await gongkai(['convert', 'two.txt', '--to', 'json'])).stdout).toBe('two.txt 第1份 → two-1.json\ntwo.txt 第2份 → two-2.json\n')
  expect(JSON.parse(readFileSync(at('two-2.json'), 'utf8'))).toMatchObject({ body: '石桥镇人民政府' })
})

test('a dry run writes nothing', async () => {
  const { status, stdout } = await gongkai(['convert', 'report.txt', '--to', 'html', '--out', 'dry', '--dry-run'])
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'report.txt → dry/report.html（没有写）\n' })
  expect(existsSync(at('dry'))).toBe(false)
})

test('standard input goes to standard output', async () => {
  const { status, stdout } = await gongkai(['convert', '-', '--to', 'md'], sound)
  expect(status).toBe(0)
  expect(stdout).toMatch(/^# 柳溪镇人民政府2025年政府信息公开工作年度报告\n/)
})

test('a place that cannot be written to is said, and leaves no half file', async () => {
  mkdirSync(at('taken.md'))
  const { status, stderr } = await gongkai(['convert', 'report.txt', '--to', 'md', '-o', 'taken.md'])
  expect(status).toBe(2)
  expect(stderr).toContain('report.txt: error unwritable 写不进 taken.md')
  expect((await gongkai(['convert', 'report.txt', '--to', 'md', '-o', '/dev/null', '--force'])).status).toBe(2)
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  expect((await gongkai(['convert', 'report.txt', '--to', 'md', '--out', '/proc/none'])).status).toBe(2)
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
})
