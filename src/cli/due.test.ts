import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { workshop } from './gongkai.ts'

const { file, gongkai, close } = workshop()
afterAll(close)

const notice = {
  year: 2027,
  title: '国务院办公厅关于2027年部分节假日安排的通知',
  number: '',
  issuedOn: '2026-11-05',
  source: 'https://www.gov.cn/',
  off: ['2027-01-01/2027-01-05'],
  madeUp: [],
}

test('--json prints one object, its keys in order, its days as the vectors have them', async () => {
  const { status, stdout, stderr } = await gongkai(['due', '--received', '2025-09-15', '--event', 'extended:10@2025-10-10', '--json'])
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(
    /^\{"received":"2025-09-15","correctionBy":"2025-09-24","consultationBy":"2025-10-11","due":"2025-10-31","extendedDue":"2025-11-14","status":"final","steps":\[\{"date":"2025-09-15","rule":"receipt","source":"[^"]+","text":"[^"]+"\},.*\]\}\n$/,
  )
})

test('events may be repeated, in the order they happened', async () => {
  const [answer] = (
    await gongkai([
      ...['due', '--json', '--lang', 'en', '--received', '2025-09-15'],
      ...['--event', 'consultation-sent@2025-09-18', '--event', 'consultation-answered@2025-09-24', '--event', 'fee-noticed@2025-10-10'],
    ])
  ).objects()
  expect(answer).toMatchObject({ due: null, extendedDue: null, status: 'final' })
  expect(JSON.stringify(answer)).toContain('no last day to answer now')
})

test('for people: the days, then how they were counted, in either language', async () => {
  const chinese = (await gongkai(['due', '--received', '2025-09-15'])).stdout
  expect(chinese).toContain('最迟答复        2025-10-17（周五）\n')
  expect(chinese).toContain('9 月 28 日、10 月 11 日调休上班，要计')
  const english = (await gongkai(['due', '--received', '2026-12-10', '--lang', 'en'])).stdout
  expect(english).toContain('Answer by                     2027-01-07 (Thu) provisional\n')
  expect(english).toContain('《政府信息公开条例》第三十三条第二款 (due)')
})

describe('--notices', () => {
  test('makes a year final', async () => {
    const call = ['due', '--json', '--received', '2026-12-10', '--notices', file('2027.json', JSON.stringify([notice]))]
    expect((await gongkai(call)).objects()).toMatchObject([{ due: '2027-01-12', status: 'final' }])
    expect((await gongkai(call.slice(0, 4))).objects()).toMatchObject([{ due: '2027-01-07', status: 'provisional' }])
  })

  test.each([
    ['absent.json', null, '没有读成放假安排 absent.json'],
    ['text.json', '2027', '不是一份放假安排'],
    ['broken.json', '{', '不是 JSON'],
    ['weekday.json', JSON.stringify({ ...notice, madeUp: ['2027-05-07'] }), '2027-05-07 不是周六、周日'],
  ])('%s is refused', async (name, content, sentence) => {
    if (content !== null) file(name, content)
    expect(await gongkai(['due', '--received', '2026-12-10', '--notices', name])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining(sentence),
    })
  })
})

describe('a call that makes no sense ends with 2, one sentence and nothing printed', () => {
  test.each([
    [[], '--received'],
    [['--received', '2025-02-30'], '收到日期“2025-02-30”不是一个日子'],
    [['--received', ''], '收到日期“”不是一个日子'],
    [['--received', '2025-09-15', '--event', 'answered@2025-09-20'], '第 1 个事件“answered@2025-09-20”：没有这种事件'],
    [['--received', '2025-09-15', '--event', 'extended:21@2025-09-20'], '1 到 20 个工作日'],
    [['--received', '2025-09-15', '--event', 'corrected@2025-09-14'], '早于收到日期 2025-09-15'],
    [['--received', '2025-09-15', '--event', 'corrected@2025-09-16'], '没有正在等的补正'],
    [['--received', '2025-09-15', '--event', 'a\u001b[31m\nb@2025-09-16'], '没有这种事件'],
    [['--received', '2025-09-15', 'extended:5@2025-09-20'], '参数太多了'],
    [['--received', '2025-09-15', '--evnt', 'x'], '--evnt'],
  ])('%j', async (args, sentence) => {
    const { status, stdout, stderr } = await gongkai(['due', ...args])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(sentence)
    expect(stderr).not.toContain('\u001b')
    expect(stderr.trimEnd().split('\n')).toHaveLength(2)
  })

  test('in English too', async () => {
    const { stderr } = await gongkai(['due', '--lang', 'en', '--received', '2025-09-15', '--event', 'fee-paid@2025-09-16'])
    expect(stderr).toBe(
      'gongkai: event 1 “fee-paid@2025-09-16”: no fee is open. Give fee-noticed first, or leave this out\nusage: gongkai due --help\n',
    )
  })
})

test('the command agrees with the vectors', async () => {
  const lines = readFileSync(new URL('../../fixtures/deadlines/events.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => /^2025-09-15/.test(line))
    .slice(0, 6)
  for (const line of lines) {
    const [received, events, due, extended] = line.split(' | ') as [string, string, string, string]
    const [answer] = (
      await gongkai(['due', '--json', '--received', received, ...events.split(' ').flatMap((one) => ['--event', one])])
    ).objects()
    expect(`due ${answer?.due ?? '-'} ${answer?.status}`).toBe(due)
    expect(`extended ${answer?.extendedDue ?? '-'}`).toBe(extended)
  }
})
