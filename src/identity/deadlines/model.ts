/** A clock kept for a body, and where it ends. */
import {
  type DeadlineEvent,
  type DeadlineResult,
  dueDate,
  problemOf,
  problemSentence,
  type RulerCell,
  rulerOf,
  type WorkCalendar,
} from '#calendar'
import { Failure } from '#words'
import { type Lamp, lampOf } from '../tasks/model.ts'
import type { Computed, StoredChange, StoredDeadline } from './store.ts'

export interface Deadline extends StoredDeadline {
  readonly daysLeft: number | null
  readonly lamp: Lamp
  readonly ruler: readonly RulerCell[]
}

export interface DeadlineDetail extends Deadline {
  /** The reasoning, step by step. */
  readonly result: DeadlineResult
  readonly changes: readonly StoredChange[]
}

export interface NewDeadline {
  readonly title: string
  readonly bodyId: string
  /** Who answers for it; whoever drafts at the body where there is none. */
  readonly personId?: string | null
  readonly receivedOn: string
  readonly events?: readonly DeadlineEvent[]
  /** What it belongs to; a clock by itself without it. */
  readonly about?: { readonly noun: string; readonly nounId: string }
}

export interface DeadlineChange {
  readonly title?: string
  readonly personId?: string | null
  readonly receivedOn?: string
  readonly events?: readonly DeadlineEvent[]
}

/** Where a clock ends by a calendar. Throws `wrong-deadline` where the events make no sense. */
export function compute(calendar: WorkCalendar, received: string, events: readonly DeadlineEvent[]): Computed {
  const problem = problemOf(calendar, { received, events })
  if (problem) throw new Failure('wrong-deadline', { chinese: problemSentence(problem, 'zh-CN'), english: problemSentence(problem, 'en') })
  const { due, status, extendedDue } = dueDate(calendar, { received, events })
  return { dueOn: due, dueStatus: status, extendedDueOn: extendedDue }
}

export const isSame = (one: Computed, other: Computed): boolean =>
  one.dueOn === other.dueOn && one.dueStatus === other.dueStatus && one.extendedDueOn === other.extendedDueOn

/** A clock as it is shown: the days left, the lamp and the ruler of today. A closed one has no lamp. */
export function shown(calendar: WorkCalendar, row: StoredDeadline, today: string): Deadline {
  const { receivedOn: received, events } = row
  if (row.closedAt) return { ...row, daysLeft: null, lamp: 'none', ruler: [] }
  return { ...row, ...lampOf(calendar, today, { ...row, isClock: true }), ruler: rulerOf(calendar, { received, events }, today) }
}
