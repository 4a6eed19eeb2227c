import type { Check } from '../check.ts'
import type { Finding } from '../findings.ts'
import { formOf } from '../forms/index.ts'
import type { CellKey, Report } from '../model.ts'
import { exact } from './requests.ts'
import { placeOf, yearBefore } from './search.ts'

const form = '国办公开办函〔2021〕30号'

const isDoubtful = (report: Report, key: CellKey): boolean => report.cells[key]?.state === 'doubtful'

export const carriedOver: Check = {
  id: 'years.carried-over',
  severity: 'error',
  source: `${form}，表三第二项与上年第四项`,
  rule: {
    'zh-CN': '表三每一列，上年结转等于上一年报告的结转下年度。',
    en: 'In every column of table 3, carried in equals what last year’s report carried out.',
  },
  find: (report, context) => {
    const last = yearBefore(report, context)
    if (!last) return []
    return formOf(report.edition).requests.columns.flatMap((column): Finding[] => {
      const key = `requests.carriedIn.${column.key}`
      const before = `requests.carriedOut.${column.key}`
      const found = report.figures[key]
      const expected = last.figures[before]
      if (found == null || expected == null || found === expected) return []
      // Outside files are corrected after publication, and bodies merge and split.
      const certain = context.bothFiled === true && !isDoubtful(report, key) && !isDoubtful(last, before)
      return [
        {
          rule: 'years.carried-over',
          severity: certain ? 'error' : 'warning',
          cells: [key],
          found,
          expected,
          say: 'years.carried-over',
          values: { difference: found - expected },
          at: placeOf(report, key),
        },
      ]
    })
  },
  examples: {
    pass: [
      { shows: 'no last year', given: { figures: { 'requests.carriedIn.total': 2 } } },
      {
        shows: 'carried over whole',
        given: { figures: { 'requests.carriedIn.total': 2 } },
        context: { lastYear: { year: 2024, figures: { 'requests.carriedOut.total': 2 } } },
      },
      {
        shows: 'a report of another year is not last year’s',
        given: { figures: { 'requests.carriedIn.total': 2 } },
        context: { lastYear: { year: 2022 } },
      },
    ],
    fail: [
      {
        shows: 'one lost between two filed years',
        given: { figures: { 'requests.carriedIn.naturalPerson': 1 } },
        context: { bothFiled: true, lastYear: { year: 2024, figures: { 'requests.carriedOut.naturalPerson': 2 } } },
        finds: { severity: 'error', found: 1, expected: 2, cells: ['requests.carriedIn.naturalPerson'] },
      },
      {
        shows: 'one lost between two outside files',
        given: {},
        context: { lastYear: { year: 2024, figures: { 'requests.carriedOut.total': 1 } } },
        finds: { severity: 'warning', found: 0, expected: 1 },
      },
    ],
  },
}

export const inForce: Check = {
  id: 'years.in-force',
  severity: 'warning',
  source: `${form}，表二第二十条第（一）项`,
  rule: {
    'zh-CN': '现行有效件数等于上年现行有效加本年制发减本年废止；没有上年报告时，本年制发不多于现行有效加本年废止。',
    en: 'Documents in force equal last year’s plus issued minus repealed; without last year’s report, no more are issued than in force or repealed.',
  },
  find: (report, context) => {
    const last = yearBefore(report, context)
    return ['rules', 'normativeDocuments'].flatMap((row): Finding[] => {
      const cells = ['inForce', 'issued', 'repealed'].map((field) => `proactive.${row}.${field}`)
      const [now, issued, repealed] = cells.map((key) => report.figures[key])
      if (now == null || issued == null || repealed == null) return []
      const before = last?.figures[cells[0]!]
      const finding = (say: string, expected: number, values: Finding['values']): Finding[] => [
        {
          rule: 'years.in-force',
          severity: 'warning',
          cells,
          found: now,
          expected,
          say,
          values: { issued, repealed, ...values },
          at: placeOf(report, cells[0]!),
        },
      ]
      if (before != null) {
        const expected = before + issued - repealed
        return now === expected ? [] : finding('years.in-force', expected, { before, difference: now - expected })
      }
      // Without last year's figure only the impossible can be told: what is issued is in force or repealed, unless it expired.
      return issued <= now + repealed ? [] : finding('years.in-force.alone', issued - repealed, {})
    })
  },
  examples: {
    pass: [
      {
        shows: 'issued and repealed account for the change',
        given: {
          figures: {
            'proactive.normativeDocuments.issued': 3,
            'proactive.normativeDocuments.repealed': 1,
            'proactive.normativeDocuments.inForce': 12,
          },
        },
        context: { lastYear: { year: 2024, figures: { 'proactive.normativeDocuments.inForce': 10 } } },
      },
      {
        shows: 'last year in the form of 2019 has no such figure',
        given: { figures: { 'proactive.normativeDocuments.inForce': 12 } },
        context: { lastYear: { year: 2024, edition: '2019' } },
      },
    ],
    fail: [
      {
        shows: 'two documents too many',
        given: { figures: { 'proactive.normativeDocuments.issued': 3, 'proactive.normativeDocuments.inForce': 15 } },
        context: { lastYear: { year: 2024, figures: { 'proactive.normativeDocuments.inForce': 10 } } },
        finds: { found: 15, expected: 13, values: { issued: 3, repealed: 0, before: 10, difference: 2 } },
      },
      {
        shows: 'issued, yet not in force',
        given: { figures: { 'proactive.normativeDocuments.issued': 5, 'proactive.normativeDocuments.inForce': 2 } },
        finds: { say: 'years.in-force.alone', found: 2, expected: 5 },
      },
    ],
  },
}

/** The figures whose leaps a reviewer asks about; the others follow from them. */
const watched: readonly CellKey[] = [
  'proactive.normativeDocuments.issued',
  'proactive.normativeDocuments.inForce',
  'proactive.licensing',
  'proactive.penalties',
  'proactive.compulsoryMeasures',
  'proactive.fees',
  'requests.received.total',
  'requests.carriedOut.total',
  'challenges.reconsideration.total',
  'challenges.directLitigation.total',
  'challenges.litigationAfterReconsideration.total',
]

export const leap: Check = {
  id: 'years.leap',
  severity: 'warning',
  source: '审核惯例：与上年相差 50% 以上且超过 10 的，要说明原因',
  rule: {
    'zh-CN': '与上年相差超过一半并超过 10 的数，要核实并说明原因。',
    en: 'A figure that differs from last year’s by more than half and by more than ten is verified and explained.',
  },
  find: (report, context) => {
    const last = yearBefore(report, context)
    if (!last) return []
    return watched.flatMap((key): Finding[] => {
      const found = report.figures[key]
      const before = last.figures[key]
      if (found == null || before == null) return []
      const difference = exact(found - before)
      if (Math.abs(difference) <= 10 || Math.abs(difference) <= before / 2) return []
      return [
        {
          rule: 'years.leap',
          severity: 'warning',
          cells: [key],
          found,
          expected: null,
          say: 'years.leap',
          values: { before, difference },
          at: placeOf(report, key),
        },
      ]
    })
  },
  examples: {
    pass: [
      {
        shows: 'half as many again',
        given: { figures: { 'proactive.licensing': 150 } },
        context: { lastYear: { year: 2024, figures: { 'proactive.licensing': 100 } } },
      },
      {
        shows: 'small numbers may double',
        given: { figures: { 'requests.received.total': 12 } },
        context: { lastYear: { year: 2024, figures: { 'requests.received.total': 4 } } },
      },
    ],
    fail: [
      {
        shows: 'four times as many decisions',
        given: { figures: { 'proactive.licensing': 400 } },
        context: { lastYear: { year: 2024, figures: { 'proactive.licensing': 100 } } },
        finds: { found: 400, values: { before: 100, difference: 300 } },
      },
      {
        shows: 'from nothing',
        given: { figures: { 'proactive.penalties': 26 } },
        context: { lastYear: { year: 2024 } },
        finds: { values: { before: 0, difference: 26 } },
      },
    ],
  },
}

export const pending: Check = {
  id: 'years.pending',
  severity: 'warning',
  source: `${form}，表四`,
  rule: {
    'zh-CN': '上年尚未审结的案件，本年同一组的总计里应当有。',
    en: 'Challenges pending last year are among this year’s total of the same group.',
  },
  find: (report, context) => {
    const last = yearBefore(report, context)
    if (!last) return []
    return formOf(report.edition).challenges.groups.flatMap((group): Finding[] => {
      const key = `challenges.${group.key}.total`
      const found = report.figures[key]
      const before = last.figures[`challenges.${group.key}.pending`]
      if (found == null || before == null || before <= found) return []
      return [
        {
          rule: 'years.pending',
          severity: 'warning',
          cells: [key],
          found,
          expected: null,
          say: 'years.pending',
          values: { before },
          at: placeOf(report, key),
        },
      ]
    })
  },
  examples: {
    pass: [
      {
        shows: 'the pending case was decided',
        given: { figures: { 'challenges.reconsideration.upheld': 1, 'challenges.reconsideration.total': 1 } },
        context: { lastYear: { year: 2024, figures: { 'challenges.reconsideration.pending': 1 } } },
      },
    ],
    fail: [
      {
        shows: 'two pending cases are gone',
        given: {},
        context: { lastYear: { year: 2024, figures: { 'challenges.directLitigation.pending': 2 } } },
        finds: { found: 0, values: { before: 2 }, cells: ['challenges.directLitigation.total'] },
      },
    ],
  },
}
