/** What may be done to a report, by whom, and where it leads: data, checked when the program starts. */
import type { ReportState } from './model.ts'
import { reportStates } from './model.ts'

/** `body`: who drafts or heads disclosure there; `higher`: the office it files to; `sign-off`: the last approval, or its refusal. */
export const reportHands = ['body', 'higher', 'sign-off'] as const
export type ReportHand = (typeof reportHands)[number]

export const reportGuards = ['sound', 'remarked', 'other-body', 'year-over'] as const
/**
 * `sound`: no error, every warning confirmed with a reason. `remarked`: something is said of it. `other-body`: nobody clears their own report.
 * `year-over`: its year has ended.
 */
export type ReportGuard = (typeof reportGuards)[number]

export interface ReportVerb {
  readonly from: readonly ReportState[]
  /** Null where the state stays. */
  readonly to: ReportState | null
  readonly by: readonly ReportHand[]
  /** Who does it with a report that came as a file; the same hands where nothing else is said, nobody where it is empty. */
  readonly byFile?: readonly ReportHand[]
  readonly guards?: readonly ReportGuard[]
  readonly event: string
}

export const reportVerbNames = [
  'edit',
  'submit',
  'approve',
  'send-back',
  'recall',
  'file',
  'remark',
  'return',
  'clear',
  'publish',
  'correct',
  'take',
  'paper',
] as const
export type ReportVerbName = (typeof reportVerbNames)[number]

export const reportVerbs: Readonly<Record<ReportVerbName, ReportVerb>> = {
  edit: { from: ['drafting', 'returned'], to: null, by: ['body'], byFile: [], event: 'edited' },
  submit: {
    from: ['drafting', 'returned'],
    to: 'reviewing',
    by: ['body'],
    byFile: [],
    guards: ['sound', 'year-over'],
    event: 'sent-for-review',
  },
  approve: { from: ['reviewing'], to: 'approved', by: ['sign-off'], byFile: [], event: 'approved' },
  'send-back': { from: ['reviewing'], to: 'drafting', by: ['sign-off'], byFile: [], event: 'sent-back' },
  recall: { from: ['approved'], to: 'drafting', by: ['body'], byFile: [], event: 'recalled' },
  file: { from: ['approved'], to: 'filed', by: ['body'], byFile: [], guards: ['year-over'], event: 'filed' },
  remark: { from: ['filed', 'cleared', 'published'], to: null, by: ['higher'], guards: ['other-body'], event: 'remarked' },
  return: { from: ['filed', 'cleared'], to: 'returned', by: ['higher'], guards: ['other-body', 'remarked'], event: 'returned' },
  clear: { from: ['filed'], to: 'cleared', by: ['higher'], guards: ['other-body'], event: 'cleared' },
  // Clearing is guidance, not a legal gate: a body publishes by 31 January on its own (Order 711 Art. 50), and that is recorded.
  publish: {
    from: ['approved', 'filed', 'cleared'],
    to: 'published',
    by: ['body'],
    byFile: ['higher'],
    guards: ['year-over'],
    event: 'published',
  },
  correct: { from: ['published'], to: 'drafting', by: ['body'], byFile: ['higher'], event: 'correction-begun' },
  // A body without accounts files by file; the office above takes it, the first time and after a return.
  take: {
    from: ['drafting', 'filed', 'returned'],
    to: 'filed',
    by: [],
    byFile: ['higher'],
    guards: ['other-body', 'year-over'],
    event: 'taken',
  },
  // The sealed paper copy has come and agrees with the version filed.
  paper: { from: ['filed', 'cleared', 'published'], to: null, by: ['higher'], guards: ['other-body'], event: 'paper-received' },
}

/** Who does it with a report of this origin. */
export const handsOf = ({ by, byFile = by }: ReportVerb, origin: 'desk' | 'file'): readonly ReportHand[] =>
  origin === 'file' ? byFile : by

/** What is wrong with the table; empty where it holds. */
export function checkReportMachine(verbs: Readonly<Record<string, ReportVerb>> = reportVerbs): string[] {
  const faults: string[] = []
  for (const [name, { from, to, by, byFile = by, guards = [], event }] of Object.entries(verbs)) {
    if (from.length === 0) faults.push(`${name}: it can be done in no state`)
    for (const state of [...from, ...(to === null ? [] : [to])])
      if (!reportStates.includes(state)) faults.push(`${name}: no state ${state}`)
    for (const hand of [...by, ...byFile]) if (!reportHands.includes(hand)) faults.push(`${name}: no hand ${hand}`)
    if (by.length + byFile.length === 0) faults.push(`${name}: nobody may do it`)
    for (const guard of guards) if (!reportGuards.includes(guard)) faults.push(`${name}: no guard ${guard}`)
    if (!/^[a-z]+(-[a-z]+)*$/.test(event)) faults.push(`${name}: its event ${event} is not kebab-case`)
  }
  // At the desk every state has a way that leads to it.
  const desk = Object.values(verbs).filter((verb) => handsOf(verb, 'desk').length > 0)
  const reached = new Set<ReportState>(['drafting'])
  for (let size = 0; size !== reached.size; ) {
    size = reached.size
    for (const { from, to } of desk) if (to !== null && from.some((state) => reached.has(state))) reached.add(to)
  }
  for (const state of reportStates) if (!reached.has(state)) faults.push(`no way leads to ${state}`)
  return faults
}
