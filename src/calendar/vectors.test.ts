import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { calendarOf, dueDate, eventText, parseEvent } from './index.ts'

const folder = 'fixtures/deadlines'
const calendar = calendarOf()

interface Vector {
  readonly line: string
  readonly received: string
  readonly events: readonly string[]
  readonly answer: string
}

const vectors = readdirSync(folder).flatMap((file) =>
  readFileSync(`${folder}/${file}`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line): Vector => {
      const [received, events, answer] = line.split(' | ') as [string, string, string]
      return { line, received, events: events === '-' ? [] : events.split(' '), answer }
    }),
)

test('there are many, and none twice', () => {
  expect(vectors.length).toBeGreaterThan(200)
  expect(new Set(vectors.map(({ line }) => line)).size).toBe(vectors.length)
})

test.each(vectors)('$line', ({ received, events, answer }) => {
  const parsed = events.map((event) => parseEvent(event)!)
  expect(parsed.map(eventText)).toEqual(events)
  const { correctionBy, consultationBy, due, extendedDue, status } = dueDate(calendar, { received, events: parsed })
  expect([correctionBy, consultationBy, due ?? '-', extendedDue ?? '-', status].join(' ')).toBe(answer)
})
