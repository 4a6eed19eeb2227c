import { afterAll, expect, test } from 'vitest'
import { workshop } from './gongkai.ts'

const { file, gongkai, close } = workshop()
afterAll(close)

test('the answer as an object, keys in their order', async () => {
  const { status, objects } = await gongkai(['due', '--received', '2025-09-15', '--event', 'extended:10@2025-10-10', '--json'])
  expect(status).toBe(0)
  const [answer] = objects() as [Record<string, unknown>]
  expect(Object.keys(answer)).toEqual(['received', 'correctionBy', 'consultationBy', 'due', 'extendedDue', 'status', 'steps'])
  expect(answer).toMatchObject({ correctionBy: '2025-09-24', due: '2025-10-31', extendedDue: '2025-11-14', status: 'final' })
  for (const step of answer.steps as object[]) expect(Object.keys(step)).toEqual(['date', 'rule', 'source', 'text'])
})

test('the answer in words', async () => {
  const { stdout } = await gongkai(['due', '--received', '2026-12-20'])
  expect(stdout).toContain('最迟答复                2027-01-15 暂定\n')
  expect((await gongkai(['due', '--lang', 'en', '--received', '2025-09-15', '--event', 'fee-noticed@2025-09-18'])).stdout).toContain(
    'none: waiting',
  )
})

test('notices of the operator stand before those of the program', async () => {
  file(
    'notice.json',
    JSON.stringify({
      year: 2027,
      title: '',
      number: '',
      issuedOn: '2026-11-10',
      source: '',
      off: [['2027-01-01', '2027-01-03']],
      worked: [],
    }),
  )
  const { objects } = await gongkai(['due', '--received', '2026-12-20', '--notices', 'notice.json', '--json'])
  expect(objects()).toMatchObject([{ due: '2027-01-18', status: 'final' }])
})

test.each([
  [['due', '--received', '2025-02-30'], '--received：“2025-02-30”不是日期'],
  [['due', '--received', '2025-09-15', '--event', 'corrected@2025-09-16'], '--event corrected@2025-09-16：'],
  [['due', '--received', '2025-09-15', '--event', 'paid'], '--event paid：要写成'],
  [['due', '--received', '2025-09-15', '--notices', 'none.json'], '--notices none.json：'],
  [['due'], '要写选项 --received'],
])('%j is refused with what and where', async (args, sentence) => {
  const { status, stdout, stderr } = await gongkai(args)
  expect(status).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toContain(sentence)
})
