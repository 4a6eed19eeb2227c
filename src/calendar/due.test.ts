import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkedDueDate, dueDate, problemOf } from './due.ts'
import { parseEvent, readEvent } from './events.ts'
import { type DeadlineEvent, deadlineEventKinds } from './model.ts'
import { type DeadlineRule, type DeadlineRuleText, deadlineRules } from './rules.ts'
import { problemSentence } from './wording/index.ts'
import { calendarOf } from './working-days.ts'
import { shippedNotices } from './years/index.ts'

const shipped = calendarOf()
const linesOf = (file: string) =>
  readFileSync(`fixtures/deadlines/${file}.txt`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
const eventsOf = (text: string) => (text === '-' ? [] : text.split(' ').map((one) => parseEvent(one)!))
const of = (received: string, events = '-') => dueDate(shipped, { received, events: eventsOf(events) })
const rulesOf = (received: string, events = '-') => of(received, events).steps.map(({ rule }) => rule)

const files = ['plain', 'events', 'refused', 'receipt', 'correction', 'consultation', 'fee', 'extension', 'combined']

describe.each(files)('fixtures/deadlines/%s.txt', (file) => {
  test.each(linesOf(file))('%s', (line) => {
    const [received, events, ...fields] = line.split(' | ') as [string, string, ...string[]]
    const { result, problem } = checkedDueDate(shipped, { received, events: eventsOf(events) })
    const found: Readonly<Record<string, string>> = {
      due: `${result?.due ?? '-'} ${result?.status}`,
      extended: result?.extendedDue ?? '-',
      correction: result?.correctionBy ?? '-',
      consultation: result?.consultationBy ?? '-',
      refused: problem?.code ?? '-',
    }
    expect(fields.length).toBeGreaterThan(0)
    for (const field of fields) {
      const [name, ...expected] = field.split(' ')
      expect([name, found[name!]]).toEqual([name, expected.join(' ')])
    }
  })
})

test('there are enough vectors, none twice, with every kind of event', () => {
  const lines = files.flatMap(linesOf)
  expect(lines.length).toBeGreaterThan(400)
  expect(new Set(lines).size).toBe(lines.length)
  for (const kind of deadlineEventKinds) expect(lines.filter((line) => line.includes(kind)).length).toBeGreaterThan(5)
  expect(lines.filter((line) => line.includes(' provisional')).length).toBeGreaterThan(10)
})

describe('the answer', () => {
  test('has its keys in the order told, and steps of four', () => {
    const answer = of('2025-09-15')
    expect(Object.keys(answer)).toEqual(['received', 'correctionBy', 'consultationBy', 'due', 'extendedDue', 'status', 'steps'])
    for (const step of answer.steps) {
      expect(Object.keys(step)).toEqual(['date', 'rule', 'source', 'text'])
      expect(step.date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(step.text).not.toMatch(/undefined|NaN|null|\{/)
    }
  })

  test('says which days on the way were off and which were made up, with the notice', () => {
    const step = of('2025-09-15').steps.find(({ rule }) => rule === 'rest-days')
    expect(step?.source).toBe('国办发明电〔2024〕12号')
    expect(step?.text).toBe('其间 10 月 1 日至 10 月 8 日放假，不计；9 月 28 日、10 月 11 日调休上班，要计。')
  })

  test('names a holiday as its notice has it, though its first day is a Sunday anyway', () => {
    const step = of('2026-01-20').steps.find(({ rule }) => rule === 'rest-days')
    expect(step?.text).toBe('其间 2 月 15 日至 2 月 23 日放假，不计；2 月 14 日调休上班，要计。')
  })

  test('names both notices of a year that was changed', () => {
    expect(of('2020-01-15').steps.find(({ rule }) => rule === 'rest-days')?.source).toBe('国办发明电〔2019〕16号、国办发明电〔2020〕1号')
  })

  test('shows the sum where something was added', () => {
    const text = of('2025-09-15', 'consultation-sent@2025-09-18 consultation-answered@2025-09-24 extended:10@2025-10-10').steps.find(
      ({ rule }) => rule === 'due',
    )?.text
    expect(text).toContain('34 个工作日（20 + 延期 10 + 停止计算 4）')
  })

  test('says in the step of the extension that its day is provisional, and leaves the status to the day due', () => {
    const answer = dueDate(shipped, { received: '2026-11-10', events: [] }, 'en')
    expect(answer).toMatchObject({ due: '2026-12-08', status: 'final', extendedDue: '2027-01-05' })
    expect(answer.steps.find(({ rule }) => rule === 'extended-reply')?.text).toContain('provisional')
    expect(answer.steps.find(({ rule }) => rule === 'due')?.text).not.toContain('provisional')
    expect(of('2026-11-10').steps.find(({ rule }) => rule === 'extended-reply')?.text).toContain('暂定')
  })

  test('is recomputed by the notice that makes it final', () => {
    const loaded = { year: 2027, title: '安排', number: '', issuedOn: '2026-11-05', source: '', off: ['2027-01-01/2027-01-05'], madeUp: [] }
    const later = calendarOf({ notices: [...shippedNotices, loaded] })
    expect(of('2026-12-10')).toMatchObject({ due: '2027-01-07', status: 'provisional' })
    expect(dueDate(later, { received: '2026-12-10', events: [] })).toMatchObject({ due: '2027-01-12', status: 'final' })
  })

  test('counts local days, with their reason', () => {
    const local = calendarOf({ localDays: [{ day: '2026-03-19', works: false, reason: '台风停工' }] })
    const answer = dueDate(local, { received: '2026-03-02', events: [] })
    expect(answer.due).toBe('2026-03-31')
    expect(of('2026-03-02').due).toBe('2026-03-30')
    expect(answer.steps.find(({ rule }) => rule === 'local-day')?.text).toContain('台风停工')
  })

  test('warns of what was done too late, and of what it can not tell', () => {
    expect(rulesOf('2025-09-15', 'correction-asked@2025-09-25')).toContain('correction-late')
    expect(rulesOf('2025-09-15', 'correction-asked@2025-09-24')).not.toContain('correction-late')
    expect(rulesOf('2025-09-15', 'extended:5@2025-10-18')).toContain('extension-late')
    expect(rulesOf('2025-09-15', 'extended:5@2025-10-17')).not.toContain('extension-late')
    expect(rulesOf('2025-09-15', 'fee-noticed@2025-09-22 fee-paid@2025-10-25')).toContain('fee-late')
    expect(rulesOf('2025-09-15', 'fee-noticed@2025-09-22 fee-paid@2025-10-24')).not.toContain('fee-late')
    expect(rulesOf('2019-05-14')).toContain('before-regulation')
    expect(rulesOf('2019-05-15')).not.toContain('before-regulation')
    expect(rulesOf('2026-12-01')).toContain('year-end')
    expect(rulesOf('2025-12-01')).not.toContain('year-end')
  })

  test('tells the last day to pay', () => {
    expect(of('2025-09-15', 'fee-noticed@2025-09-22')).toMatchObject({ due: null, extendedDue: null, status: 'final' })
    expect(of('2025-09-15', 'fee-noticed@2025-09-22').steps.find(({ rule }) => rule === 'fee-by')?.date).toBe('2025-10-24')
  })

  test('says that a restart ended an extension', () => {
    const { steps } = of('2025-09-15', 'extended:10@2025-10-10 fee-noticed@2025-10-13 fee-paid@2025-10-20')
    expect(steps.find(({ rule }) => rule === 'fee-paid')?.text).toContain('此前的延期不再有效')
  })
})

describe('two consultations open at once', () => {
  const sent = [
    { kind: 'consultation-sent', date: '2025-03-12', of: 'a' },
    { kind: 'consultation-sent', date: '2025-03-17', of: 'b' },
  ] as const
  const due = (...events: DeadlineEvent[]) => dueDate(shipped, { received: '2025-03-10', events: [...sent, ...events] }).due

  test('an opinion that names its letter answers that one, and the other goes on', () => {
    expect(due({ kind: 'consultation-answered', date: '2025-03-20', of: 'b' })).toBe('2025-04-28')
    expect(due({ kind: 'consultation-answered', date: '2025-03-20', of: 'a' })).toBe('2025-05-06')
    expect(due({ kind: 'consultation-answered', date: '2025-03-20' })).toBe('2025-05-06')
  })

  test('one that names no letter that is open is refused', () => {
    const twice = [
      { kind: 'consultation-answered', date: '2025-03-20', of: 'b' } as const,
      { kind: 'consultation-answered', date: '2025-03-21', of: 'b' } as const,
    ]
    expect(problemOf(shipped, { received: '2025-03-10', events: [...sent, ...twice] })).toMatchObject({ code: 'not-consulted', event: 3 })
  })
})

describe('what makes no sense', () => {
  test('names the event, and dueDate throws', () => {
    const input = { received: '2025-09-15', events: eventsOf('consultation-sent@2025-09-18 corrected@2025-09-22') }
    expect(problemOf(shipped, input)).toEqual({ code: 'not-asked', event: 1, found: 'corrected@2025-09-22', against: '' })
    expect(() => dueDate(shipped, input)).toThrow(RangeError)
    expect(problemOf(shipped, { received: '2025-09-15', events: [] })).toBeNull()
  })

  test.each([
    ['2025-02-30', 'not-a-day'],
    ['1999-12-31', 'year-out-of-range'],
    ['2205-09-15', 'year-out-of-range'],
  ])('receipt on %s: %s', (received, code) => expect(problemOf(shipped, { received, events: [] })).toMatchObject({ code, event: null }))

  test.each([
    [{ kind: 'extended', date: '2025-09-22' }, 'extension-length'],
    [{ kind: 'extended', date: '2025-09-22', days: 21 }, 'extension-length'],
    [{ kind: 'extended', date: '2025-09-22', days: 2.5 }, 'extension-length'],
    [{ kind: 'corrected', date: '2025-09-22', days: 2 }, 'days-not-wanted'],
    [{ kind: 'fee-noticed', date: '2025-09-31' }, 'not-a-day'],
    [{ kind: 'fee-noticed', date: '2205-09-30' }, 'year-out-of-range'],
  ] as const)('%j: %s', (event, code) =>
    expect(problemOf(shipped, { received: '2025-09-15', events: [event] })).toMatchObject({ code, event: 0 }),
  )

  test.each([
    ['corrected', 'not-an-event'],
    ['2025-09-20', 'not-an-event'],
    ['', 'not-an-event'],
    ['Corrected@2025-09-20', 'unknown-kind'],
    ['toString@2025-09-20', 'unknown-kind'],
    ['corrected@2025-09-31', 'not-a-day'],
    ['corrected@2025-09-20@2025-09-21', 'not-a-day'],
    ['corrected:1@2025-09-20', 'days-not-wanted'],
    ['corrected:@2025-09-20', 'days-not-wanted'],
    ['extended@2025-09-20', 'extension-length'],
    ['extended:@2025-09-20', 'extension-length'],
    ['extended:0@2025-09-20', 'extension-length'],
    ['extended:21@2025-09-20', 'extension-length'],
    ['extended:1e1@2025-09-20', 'extension-length'],
    ['extended:10@2025-09-31', 'not-a-day'],
  ])('“%s”: %s', (text, code) => {
    expect(readEvent(text, 3).problem).toMatchObject({ code, event: 3, found: text })
    expect(parseEvent(text)).toBeNull()
  })

  test('every refusal has a sentence in both languages that names what was given', () => {
    for (const line of linesOf('refused')) {
      const [received, events] = line.split(' | ') as [string, string]
      const problem = problemOf(shipped, { received, events: eventsOf(events) })!
      for (const language of ['zh-CN', 'en'] as const) {
        expect(problemSentence(problem, language)).toContain(problem.found)
        expect(problemSentence(problem, language)).not.toMatch(/undefined|NaN/)
      }
    }
  })
})

describe('every rule', () => {
  const rules = Object.entries(deadlineRules) as [DeadlineRule, DeadlineRuleText][]
  test.each(rules)('%s shows in its example, with its provision', (id, { source, example }) => {
    const calendar = calendarOf({ localDays: example.localDays })
    for (const language of ['zh-CN', 'en'] as const) {
      const step = dueDate(calendar, example, language).steps.find(({ rule }) => rule === id)
      expect(step?.text).toMatch(language === 'en' ? /^[A-Z0-9].*\.$/ : /[。）]$/)
      expect(step?.text).not.toMatch(/undefined|NaN/)
      if (id !== 'rest-days') expect(step?.source).toBe(source)
    }
  })
})
