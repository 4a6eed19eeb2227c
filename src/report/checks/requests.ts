import type { Check } from '../check.ts'
import type { Finding } from '../findings.ts'
import { formOf } from '../forms/index.ts'
import { type Identity, identitiesOf, sum } from '../identities.ts'
import type { Report } from '../model.ts'
import { placeOf, yearBefore } from './search.ts'

const form = '国办公开办函〔2021〕30号'

/** One finding for each identity of a rule that does not hold. An identity with an unknown cell says nothing. */
export function breaches(report: Report, rule: Identity['rule']): Finding[] {
  const findings: Finding[] = []
  for (const identity of identitiesOf(report)) {
    if (identity.rule !== rule) continue
    const expected = sum(report.figures, identity.left)
    const found = sum(report.figures, identity.right)
    if (expected === null || found === null) continue
    const difference = exact(found - expected)
    if (difference === 0) continue
    const cells = [...identity.right, ...identity.left]
    // A cell that was read as a best guess may be what breaks the sum, so the body is not charged with it.
    const doubtful = cells.some((key) => report.cells[key]?.state === 'doubtful')
    findings.push({
      rule,
      severity: doubtful ? 'warning' : 'error',
      cells,
      found: exact(found),
      expected: exact(expected),
      say: doubtful ? `${rule}.doubtful` : rule,
      values: { difference, ...(rule === 'requests.balance' ? terms(report, identity) : {}) },
      at: placeOf(report, cells[0]!),
    })
  }
  return findings
}

/** The four figures of the balance, by the name of their row. */
function terms(report: Report, identity: Identity): Record<string, number> {
  return Object.fromEntries([...identity.left, ...identity.right].map((key) => [key.split('.')[1]!, report.figures[key]!]))
}

/** A sum of figures with at most six decimals, freed of what binary fractions add. */
export const exact = (value: number): number => Math.round(value * 1e6) / 1e6

const received3 = { 'requests.received.naturalPerson': 3, 'requests.received.total': 3 }
const granted3 = { 'requests.granted.naturalPerson': 3, 'requests.granted.total': 3 }
const concluded3 = { 'requests.concluded.naturalPerson': 3, 'requests.concluded.total': 3 }

export const rowSum: Check = {
  id: 'requests.row-sum',
  severity: 'error',
  source: `${form}，表三`,
  rule: {
    'zh-CN': '表三每一行，六类申请人相加等于总计。',
    en: 'In every row of table 3 the six kinds of applicant add up to the total.',
  },
  find: (report) => breaches(report, 'requests.row-sum'),
  examples: {
    pass: [
      { shows: 'every row adds up', given: { figures: { ...received3, ...granted3, ...concluded3 } } },
      { shows: 'a row with an unknown cell says nothing', given: { figures: { 'requests.received.enterprise': null, ...received3 } } },
    ],
    fail: [
      {
        shows: 'a total one too high',
        given: { figures: { 'requests.received.naturalPerson': 2, 'requests.received.enterprise': 1, 'requests.received.total': 4 } },
        finds: { severity: 'error', found: 4, expected: 3, values: { difference: 1 } },
      },
      {
        shows: 'a doubtful cell in the row',
        given: {
          figures: { 'requests.granted.naturalPerson': 7, 'requests.granted.total': 1 },
          cells: { 'requests.granted.naturalPerson': { state: 'doubtful', was: '7', why: 'row-unknown' } },
        },
        finds: { severity: 'warning', say: 'requests.row-sum.doubtful' },
      },
    ],
  },
}

export const outcomeSum: Check = {
  id: 'requests.outcome-sum',
  severity: 'error',
  source: `${form}，表三`,
  rule: {
    'zh-CN': '表三每一列，第三项各种办理结果相加等于（七）总计。',
    en: 'In every column of table 3 the outcomes add up to （七）总计.',
  },
  find: (report) => breaches(report, 'requests.outcome-sum'),
  examples: {
    pass: [
      { shows: 'every column adds up', given: { figures: { ...received3, ...granted3, ...concluded3 } } },
      {
        shows: '（六）其他处理 as one row',
        given: {
          figures: {
            ...Object.fromEntries(formOf('2021').requests.columns.map((column) => [`requests.otherHandling.${column.key}`, 0])),
            'requests.otherHandling.naturalPerson': 3,
            'requests.otherHandling.total': 3,
            ...concluded3,
          },
        },
      },
    ],
    fail: [
      {
        shows: 'an outcome that the total leaves out',
        given: { figures: { ...granted3, 'requests.unableNotHeld.naturalPerson': 1, ...concluded3 } },
        finds: { severity: 'error', found: 3, expected: 4, values: { difference: -1 } },
      },
      {
        shows: 'a doubtful outcome',
        given: {
          figures: { 'requests.granted.total': 5 },
          cells: { 'requests.granted.total': { state: 'doubtful', was: '5', why: 'row-unknown' } },
        },
        finds: { severity: 'warning', say: 'requests.outcome-sum.doubtful' },
      },
    ],
  },
}

export const balance: Check = {
  id: 'requests.balance',
  severity: 'error',
  source: `${form}，表三表头：第一项加第二项之和，等于第三项加第四项之和`,
  rule: {
    'zh-CN': '表三每一列，新收加上年结转等于办理总计加结转下年度。',
    en: 'In every column of table 3, received plus carried in equals concluded plus carried out.',
  },
  find: (report) => breaches(report, 'requests.balance'),
  examples: {
    pass: [
      {
        shows: 'one case left open',
        given: { figures: { 'requests.received.total': 3, 'requests.concluded.total': 2, 'requests.carriedOut.total': 1 } },
      },
    ],
    fail: [
      {
        shows: 'a case that is neither concluded nor carried out',
        given: {
          figures: { 'requests.received.research': 5, 'requests.carriedIn.research': 1, 'requests.concluded.research': 5 },
        },
        finds: {
          severity: 'error',
          found: 5,
          expected: 6,
          values: { difference: -1, received: 5, carriedIn: 1, concluded: 5, carriedOut: 0 },
        },
      },
      {
        shows: 'a doubtful figure carried out',
        given: {
          figures: { 'requests.carriedOut.total': 7 },
          cells: { 'requests.carriedOut.total': { state: 'doubtful', was: '7', why: 'column-unknown' } },
        },
        finds: { severity: 'warning', say: 'requests.balance.doubtful' },
      },
    ],
  },
}

/**
 * A case carried in must be answered in the year: 20 working days, 20 more at most (条例 Art. 33). Where fewer cases were
 * concluded than carried in, some of those carried in are open still, whichever were concluded.
 */
export const staleCarry: Check = {
  id: 'requests.stale-carry',
  severity: 'warning',
  source: '《政府信息公开条例》第三十三条',
  rule: {
    'zh-CN': '上年结转的申请到本年底应当都已办结。',
    en: 'Cases carried in from last year are concluded by the end of this year.',
  },
  find: (report, context) => {
    const last = yearBefore(report, context)
    const stale = (column: string): Finding | null => {
      const stated = report.figures[`requests.carriedIn.${column}`]
      const left = last?.figures[`requests.carriedOut.${column}`]
      // Where this year forgot a case that last year carried out, last year's figure counts.
      const carriedIn = stated == null ? left : Math.max(stated, left ?? 0)
      const concluded = report.figures[`requests.concluded.${column}`]
      const carriedOut = report.figures[`requests.carriedOut.${column}`]
      if (carriedIn == null || concluded == null || carriedOut == null || carriedIn <= concluded || carriedOut <= 0) return null
      return {
        rule: 'requests.stale-carry',
        severity: 'warning',
        cells: [`requests.carriedOut.${column}`, `requests.carriedIn.${column}`, `requests.concluded.${column}`],
        found: carriedOut,
        expected: null,
        say: 'requests.stale-carry',
        values: { carriedIn, concluded, stale: Math.min(carriedIn - concluded, carriedOut) },
        at: placeOf(report, `requests.carriedOut.${column}`),
      }
    }
    const all = stale('total')
    if (all) return [all]
    return formOf(report.edition).requests.columns.flatMap((column) => stale(column.key) ?? [])
  },
  examples: {
    pass: [
      {
        shows: 'new cases are open, the old ones are done',
        given: {
          figures: {
            'requests.received.total': 4,
            'requests.carriedIn.total': 2,
            'requests.concluded.total': 5,
            'requests.carriedOut.total': 1,
          },
        },
      },
    ],
    fail: [
      {
        shows: 'three carried in, one concluded',
        given: {
          figures: { 'requests.carriedIn.total': 3, 'requests.concluded.total': 1, 'requests.carriedOut.total': 2 },
        },
        finds: { severity: 'warning', found: 2, values: { carriedIn: 3, concluded: 1, stale: 2 } },
      },
      {
        shows: 'cases that last year carried out and this year forgot',
        given: { figures: { 'requests.received.total': 2, 'requests.carriedOut.total': 2 } },
        context: { lastYear: { year: 2024, figures: { 'requests.carriedOut.total': 2 } } },
        finds: { values: { carriedIn: 2, concluded: 0, stale: 2 } },
      },
    ],
  },
}
