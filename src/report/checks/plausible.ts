import type { BodyLevel, Check } from '../check.ts'
import type { Finding } from '../findings.ts'
import { cellKeys } from '../forms/index.ts'
import { levelIn, placeOf } from './search.ts'

/** Bodies that make no rules: only State Council bodies, provinces, cities with districts and prefectures do (立法法 Art. 91, 93). */
const withoutRules: ReadonlySet<BodyLevel | null> = new Set<BodyLevel>(['county', 'town', 'department', 'zone'])

export const ruleMakingPower: Check = {
  id: 'proactive.rule-making-power',
  severity: 'error',
  source: '《中华人民共和国立法法》第九十一条、第九十三条',
  rule: {
    'zh-CN': '没有规章制定权的机关，表二“规章”三格都是 0。',
    en: 'A body without the power to make rules (规章) shows 0 in all cells of that row.',
  },
  find: (report, context) => {
    const level = levelIn(report, context)
    if (!withoutRules.has(level)) return []
    const cells = cellKeys(report.edition).filter((key) => key.startsWith('proactive.rules.') && (report.figures[key] ?? 0) > 0)
    if (cells.length === 0) return []
    return [
      {
        rule: 'proactive.rule-making-power',
        severity: 'error',
        cells,
        found: report.figures[cells[0]!]!,
        expected: 0,
        say: 'proactive.rule-making-power',
        values: { level: level! },
        at: placeOf(report, cells[0]!),
      },
    ]
  },
  examples: {
    pass: [
      { shows: 'a town without rules', given: {} },
      { shows: 'a province with rules', given: { body: '东江省人民政府', figures: { 'proactive.rules.inForce': 40 } } },
      { shows: 'a city whose power the name does not tell', given: { body: '临江市人民政府', figures: { 'proactive.rules.issued': 1 } } },
    ],
    fail: [
      {
        shows: 'a town with two rules',
        given: { figures: { 'proactive.rules.issued': 2, 'proactive.rules.inForce': 2 } },
        finds: { severity: 'error', found: 2, expected: 0, cells: ['proactive.rules.issued', 'proactive.rules.inForce'] },
      },
      {
        shows: 'a city known to have no districts',
        given: { body: '临江市人民政府', figures: { 'proactive.rules.inForce': 1 } },
        context: { level: 'county' },
        finds: { values: { level: 'county' } },
      },
    ],
  },
}

export const refusedRare: Check = {
  id: 'refused.rare',
  severity: 'warning',
  source: '《政府信息公开条例》第十四条',
  rule: {
    'zh-CN': '乡镇、街道很少会以国家秘密或“三安全一稳定”为由不予公开，填了就要核实。',
    en: 'A town seldom refuses for state secrets or public safety; such a figure deserves a look.',
  },
  find: (report, context) => {
    if (levelIn(report, context) !== 'town') return []
    return ['requests.refusedStateSecret.total', 'requests.refusedSafety.total'].flatMap((key): Finding[] => {
      const figure = report.figures[key] ?? 0
      if (figure <= 0) return []
      return [
        {
          rule: 'refused.rare',
          severity: 'warning',
          cells: [key],
          found: figure,
          expected: null,
          say: 'refused.rare',
          values: {},
          at: placeOf(report, key),
        },
      ]
    })
  },
  examples: {
    pass: [
      { shows: 'a town that refused none', given: {} },
      { shows: 'a county bureau', given: { body: '云山县公安局', figures: { 'requests.refusedStateSecret.total': 1 } } },
    ],
    fail: [
      {
        shows: 'a state secret in a town',
        given: { figures: { 'requests.refusedStateSecret.total': 1 } },
        finds: { found: 1, cells: ['requests.refusedStateSecret.total'] },
      },
    ],
  },
}

/** Ten requests a month are free for every applicant (国办函〔2020〕109号 Art. 4); a body with no more a year can hardly see too many. */
const few = 10

export const excessiveSmall: Check = {
  id: 'excessive.small',
  severity: 'warning',
  source: '《政府信息公开条例》第三十五条；国办函〔2020〕109号',
  rule: {
    'zh-CN': '全年申请不超过 10 件，却按“无正当理由大量反复申请”不予处理的，要核实。',
    en: 'Where a year brings ten requests at most, none is excessive (无正当理由大量反复申请) without a closer look.',
  },
  find: (report) => {
    const excessive = report.figures['requests.rejectedExcessive.total']
    const received = report.figures['requests.received.total']
    const carriedIn = report.figures['requests.carriedIn.total']
    if (!excessive || excessive < 0 || received == null || carriedIn == null || received + carriedIn > few) return []
    return [
      {
        rule: 'excessive.small',
        severity: 'warning',
        cells: ['requests.rejectedExcessive.total', 'requests.received.total', 'requests.carriedIn.total'],
        found: excessive,
        expected: null,
        say: 'excessive.small',
        values: { requests: received + carriedIn },
        at: placeOf(report, 'requests.rejectedExcessive.total'),
      },
    ]
  },
  examples: {
    pass: [
      { shows: 'none', given: {} },
      {
        shows: 'many requests',
        given: { figures: { 'requests.rejectedExcessive.total': 9, 'requests.received.total': 64, 'requests.concluded.total': 64 } },
      },
    ],
    fail: [
      {
        shows: 'two of four requests called excessive',
        given: { figures: { 'requests.rejectedExcessive.total': 2, 'requests.received.total': 4 } },
        finds: { found: 2, values: { requests: 4 } },
      },
    ],
  },
}
