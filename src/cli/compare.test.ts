import { afterAll, expect, test } from 'vitest'
import { exampleReport } from './example-report.ts'
import { workshop } from './gongkai.ts'

const { file, gongkai, close } = workshop()
afterAll(close)

file(
  '2024.txt',
  exampleReport({
    year: 2024,
    figures: { 'proactive.licensing': 7, 'requests.carriedOut.naturalPerson': 1, 'requests.carriedOut.total': 1 },
  }),
)
file('2025.txt', exampleReport({ figures: { 'proactive.licensing': 12 }, chapters: { 6: '本年度没有收取信息处理费，也没有其他事项。' } }))

test('two years: figures, words, and what the rules between years find', async () => {
  const { status, stdout } = await gongkai(['compare', '2024.txt', '2025.txt'])
  expect(status).toBe(0)
  expect(stdout).toContain('行政许可  7 → 12  +5\n')
  expect(stdout).toContain('    - 本年度没有收取信息处理费。\n    + 本年度没有收取信息处理费，也没有其他事项。\n')
  expect(stdout).toContain('years.carried-over')
})

test('the same as an object', async () => {
  const { objects } = await gongkai(['compare', '--json', '2024.txt', '2025.txt'])
  expect(objects()).toMatchObject([
    {
      before: { file: '2024.txt', year: 2024 },
      after: { file: '2025.txt', year: 2025 },
      figures: expect.arrayContaining([{ key: 'proactive.licensing', before: 7, after: 12, difference: 5 }]),
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'years.carried-over' })]),
    },
  ])
})

test('a report and itself are the same', async () => {
  expect((await gongkai(['compare', '2025.txt', '2025.txt'])).stdout).toContain('两份报告的数和文字都一样')
})

test('one report a side, and both must be read', async () => {
  file('two.txt', `${exampleReport()}\n${exampleReport({ body: '石桥镇人民政府' })}`)
  expect(await gongkai(['compare', 'two.txt', '2025.txt'])).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining('two.txt 里有 2 份报告'),
  })
  expect(await gongkai(['compare', '2025.txt', '.'])).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringContaining('这是文件夹'),
  })
})
