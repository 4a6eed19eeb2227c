/** 待我办理: what is due from a person, or from whoever holds a role. */
import { daysLeft, type RulerCell, rulerOf, type WorkCalendar } from '#calendar'
import type { Role } from '../model.ts'

export const taskKinds = ['case', 'draft', 'duty', 'to-do', 'approval'] as const
export type TaskKind = (typeof taskKinds)[number]

/** How pressing it is: `soon` is three working days or fewer, `stopped` a clock that stands, `none` without a last day. */
export const lamps = ['overdue', 'today', 'soon', 'fine', 'provisional', 'stopped', 'none'] as const
export type Lamp = (typeof lamps)[number]

export interface NewTask {
  readonly kind: TaskKind
  readonly noun: string
  readonly nounId: string
  readonly title: string
  readonly bodyId: string
  /** Held by a person, or by whoever holds the role at the body. */
  readonly personId: string | null
  readonly role: Role | null
  /** Of a reviewer: which step of review; without it any. */
  readonly step?: number | null
  readonly dueOn?: string | null
  readonly dueStatus?: 'final' | 'provisional' | null
}

export interface Task {
  readonly id: string
  readonly kind: TaskKind
  readonly noun: string
  readonly nounId: string
  /** The thing the work is done on: of a task that keeps a clock, what the clock belongs to. */
  readonly about: { readonly noun: string; readonly id: string }
  readonly title: string
  readonly body: { readonly id: string; readonly slug: string; readonly name: string }
  readonly person: { readonly id: string; readonly name: string } | null
  readonly role: Role | null
  readonly step: number | null
  readonly dueOn: string | null
  readonly dueStatus: 'final' | 'provisional' | null
  /** Working days left after today; negative by as many as have passed since. */
  readonly daysLeft: number | null
  readonly lamp: Lamp
  readonly ruler: readonly RulerCell[]
  readonly addedAt: Date
}

/** The lamp and the days left of a last day, seen from today. A provisional day in the distance says that it may move. */
export function lampOf(
  calendar: WorkCalendar,
  today: string,
  { dueOn, dueStatus, isClock }: { dueOn: string | null; dueStatus: string | null; isClock: boolean },
): { lamp: Lamp; daysLeft: number | null } {
  if (dueOn === null) return { lamp: isClock ? 'stopped' : 'none', daysLeft: null }
  const left = daysLeft(calendar, dueOn, today)
  if (dueOn < today) return { lamp: 'overdue', daysLeft: left }
  if (dueOn === today) return { lamp: 'today', daysLeft: 0 }
  if (left <= 3) return { lamp: 'soon', daysLeft: left }
  return { lamp: dueStatus === 'provisional' ? 'provisional' : 'fine', daysLeft: left }
}

/** The order of the list: what presses most first, what has no day last. */
export function morePressing(one: Task, other: Task): number {
  const byDay = (one.dueOn ?? '9999-12-31').localeCompare(other.dueOn ?? '9999-12-31')
  return byDay || one.addedAt.getTime() - other.addedAt.getTime() || one.id.localeCompare(other.id)
}

/** Cells from the day it was given to its last day. */
export function taskRuler(calendar: WorkCalendar, today: string, addedOn: string, dueOn: string | null): readonly RulerCell[] {
  if (dueOn === null) return []
  // A clock that was agreed to end on a day has no other rule than that day.
  return rulerOf(calendar, { received: addedOn, events: [{ kind: 'delay-agreed', date: dueOn }] }, today)
}

/** A role as the column holds it: a reviewer's with the step, `reviewer.2`. */
export const roleText = (role: Role | null, step: number | null | undefined): string | null => (role && step ? `${role}.${step}` : role)

export function roleOfText(text: string | null): { role: Role | null; step: number | null } {
  if (text === null) return { role: null, step: null }
  const [role, step] = text.split('.') as [Role, string?]
  return { role, step: step === undefined ? null : Number(step) }
}
