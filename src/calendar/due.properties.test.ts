/** What must hold of every clock; and a second way to count, day by day over the days of fixtures/deadlines/days.txt. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, mustNumber, plusDays } from './days.ts'
import { checkedDueDate, dueDate } from './due.ts'
import { type DeadlineEvent, deadlineEventKinds } from './model.ts'
import { addWorkingDays, calendarOf, isWorkingDay, workingDaysBetween } from './working-days.ts'

const shipped = calendarOf()
const between = (first: string, last: string) => fc.integer({ min: mustNumber(first), max: mustNumber(last) }).map(dayOf)
const received = between('2019-01-01', '2027-12-31')
const after = (day: string, count: number) => addWorkingDays(shipped, day, count).day
const due = (day: string, ...events: readonly DeadlineEvent[]) => dueDate(shipped, { received: day, events })

test('received later, due no earlier', () => {
  fc.assert(
    fc.property(received, fc.integer({ min: 0, max: 60 }), (day, later) => {
      const [one, other] = [due(day), due(plusDays(day, later))]
      for (const key of ['due', 'extendedDue', 'correctionBy', 'consultationBy'] as const) expect(one[key]! <= other[key]!).toBe(true)
    }),
  )
})

test('never due on a rest day, unless that was agreed', () => {
  fc.assert(
    fc.property(clocks(), ({ day, events }) => {
      const { result } = checkedDueDate(shipped, { received: day, events })
      if (result === null) return
      for (const last of [result.extendedDue, result.correctionBy, result.consultationBy])
        if (last !== null) expect(isWorkingDay(shipped, last)).toBe(true)
      if (result.due !== null && !events.some(({ kind }) => kind === 'delay-agreed')) expect(isWorkingDay(shipped, result.due)).toBe(true)
    }),
  )
})

test('standing for k working days moves the last day by k', () => {
  fc.assert(
    fc.property(received, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 40 }), (day, wait, days) => {
      const sent = after(day, wait)
      const answered = plusDays(sent, days)
      const stood = Math.min(workingDaysBetween(shipped, sent, answered), 15)
      const paused = due(day, { kind: 'consultation-sent', date: sent }, { kind: 'consultation-answered', date: answered })
      expect(paused.due).toBe(after(due(day).due!, stood))
      expect(paused.extendedDue).toBe(after(due(day).extendedDue!, stood))
      expect(due(day, { kind: 'consultation-sent', date: sent }).due).toBe(after(due(day).due!, 15))
    }),
  )
})

test('an extension by N moves the last day by N, and not the last day if extended by 20', () => {
  fc.assert(
    fc.property(received, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 30 }), (day, days, wait) => {
      const extended = due(day, { kind: 'extended', date: plusDays(day, wait), days })
      expect(extended.due).toBe(after(due(day).due!, days))
      expect(extended.extendedDue).toBe(due(day).extendedDue)
    }),
  )
})

test('a restart is a fresh receipt, whatever was extended or agreed before', () => {
  fc.assert(
    fc.property(received, fc.nat(15), fc.nat(60), fc.boolean(), fc.boolean(), (day, wait, more, isFee, wasExtended) => {
      const opened = plusDays(day, wait)
      const closed = plusDays(opened, more)
      const before: DeadlineEvent[] = wasExtended ? [{ kind: 'extended', date: day, days: 9 }] : []
      const anew = due(
        day,
        ...before,
        { kind: isFee ? 'fee-noticed' : 'correction-asked', date: opened },
        { kind: isFee ? 'fee-paid' : 'corrected', date: closed },
      )
      const { due: last, extendedDue, status } = due(closed)
      expect(anew).toMatchObject({ due: last, extendedDue, status })
    }),
  )
})

test('any clock, or why there is none, as counted a second way', () => {
  let counted = 0
  fc.assert(
    fc.property(clocks(), ({ day, events }) => {
      const { result, problem } = checkedDueDate(shipped, { received: day, events })
      const other = walked(day, events)
      if (typeof other === 'string') expect(problem?.code).toBe(other)
      else {
        counted++
        expect(result).toMatchObject(other)
      }
    }),
    { numRuns: 4000 },
  )
  expect(counted).toBeGreaterThan(1000)
})

/** Clocks of up to six events; most of them in order, and most of them making sense. */
function clocks(): fc.Arbitrary<{ day: string; events: DeadlineEvent[] }> {
  const step = fc.record({
    kind: fc.constantFrom(...deadlineEventKinds),
    wait: fc.oneof({ weight: 9, arbitrary: fc.nat(25) }, { weight: 1, arbitrary: fc.integer({ min: -5, max: -1 }) }),
    days: fc.integer({ min: 1, max: 20 }),
    // Close what is open rather than open something else.
    closes: fc.boolean(),
  })
  const closing = { 'correction-asked': 'corrected', 'fee-noticed': 'fee-paid', 'consultation-sent': 'consultation-answered' } as const
  return fc.record({ day: received, steps: fc.array(step, { maxLength: 6 }) }).map(({ day, steps }) => {
    const events: DeadlineEvent[] = []
    let at = day
    for (const { kind, wait, days, closes } of steps) {
      const open = events.at(-1)?.kind
      const next = closes && open !== undefined && open in closing ? closing[open as keyof typeof closing] : kind
      at = plusDays(at, wait)
      const date = next === 'delay-agreed' ? plusDays(at, 60) : at
      events.push(next === 'extended' ? { kind: next, date, days } : { kind: next, date })
    }
    return { day, events }
  })
}

const table = new Map<string, boolean>()
for (const line of readFileSync('fixtures/deadlines/days.txt', 'utf8').split('\n')) {
  if (!/^\d/.test(line)) continue
  const [year, off, worked] = line.split(' | ') as [string, string, string]
  for (const day of off.split(' ').slice(1)) table.set(`${year}-${day}`, false)
  for (const day of worked.split(' ').slice(1)) table.set(`${year}-${day}`, true)
}

const tomorrow = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
const isWorked = (day: string) => table.get(day) ?? new Date(day).getUTCDay() % 6 !== 0

/** The days after `from` up to the one on which `count` working days are full. */
function walk(from: string, count: number): string[] {
  const days: string[] = []
  for (let day = from, full = 0; full < count; ) {
    day = tomorrow(day)
    days.push(day)
    if (isWorked(day)) full++
  }
  return days
}

interface Letter {
  readonly sent: string
  readonly lapse: string
  readonly isLate: boolean
  answered: string | null
}

/** The clock by walking, or the reason there is none. */
function walked(day: string, events: readonly DeadlineEvent[]) {
  let from = day
  let before = day
  let extension = 0
  let agreed: string | null = null
  let open: 'correction' | 'fee' | null = null
  const seen = new Set<string>()
  const letters: Letter[] = []
  const run = (more: number): string[] => {
    const stood = new Set<string>()
    for (const { sent, lapse, answered, isLate } of letters) {
      if (isLate) continue
      for (let at = sent; at < lapse && at !== answered; ) {
        at = tomorrow(at)
        if (at > from && isWorked(at)) stood.add(at)
      }
    }
    return walk(from, 20 + more + stood.size)
  }
  const last = () => (open ? null : (agreed ?? run(extension).at(-1)!))
  for (const { kind, date } of events) {
    if (date < day) return 'before-receipt'
    if (kind === 'delay-agreed') continue
    if (date < before) return 'out-of-order'
    before = date
  }
  for (const { kind, date, days = 0 } of events) {
    if (kind === 'corrected' || kind === 'fee-paid') {
      if (open !== (kind === 'corrected' ? 'correction' : 'fee')) return kind === 'corrected' ? 'not-asked' : 'not-noticed'
      ;[from, extension, agreed, open] = [date, 0, null, null]
    } else if (kind === 'consultation-sent') {
      const due = last()
      letters.push({ sent: date, lapse: walk(date, 15).at(-1)!, isLate: due !== null && date > due, answered: null })
    } else if (kind === 'consultation-answered') {
      const waiting = letters.filter(({ answered }) => answered === null)
      const letter = waiting.find(({ lapse }) => date <= lapse) ?? waiting[0]
      if (!letter) return 'not-consulted'
      letter.answered = date
    } else {
      if (kind === 'correction-asked' && seen.has(kind)) return 'correction-twice'
      if (kind === 'extended' && seen.has(kind)) return 'extension-twice'
      if (kind === 'delay-agreed' && agreed) return 'delay-twice'
      if (open) return 'waiting'
      if (kind === 'extended' && agreed) return 'extension-after-delay'
      seen.add(kind)
      if (kind === 'correction-asked') open = 'correction'
      if (kind === 'fee-noticed') open = 'fee'
      if (kind === 'extended') extension = days
      if (kind === 'delay-agreed') agreed = date
    }
  }
  const due = last()
  const isAnnounced = (one: string) => one >= '2019' && one < '2027'
  const isFinal = due === null || (agreed === null ? run(extension).every(isAnnounced) : isAnnounced(agreed))
  return {
    received: day,
    correctionBy: walk(day, 7).at(-1),
    consultationBy: walk(day, 15).at(-1),
    due,
    extendedDue: due === null || agreed !== null ? null : run(20).at(-1),
    status: isFinal ? 'final' : 'provisional',
  }
}
