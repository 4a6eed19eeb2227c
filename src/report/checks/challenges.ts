import type { Check } from '../check.ts'
import { formOf } from '../forms/index.ts'
import { breaches } from './requests.ts'
import { placeOf, prose } from './search.ts'

export const challengesSum: Check = {
  id: 'challenges.sum',
  severity: 'error',
  source: '国办公开办函〔2021〕30号，表四',
  rule: {
    'zh-CN': '表四每一组，维持、纠正、其他、尚未审结相加等于总计。',
    en: 'In each group of table 4 the four results add up to the total.',
  },
  find: (report) => breaches(report, 'challenges.sum'),
  examples: {
    pass: [
      {
        shows: 'a group that adds up',
        given: {
          figures: {
            'challenges.reconsideration.upheld': 2,
            'challenges.reconsideration.pending': 1,
            'challenges.reconsideration.total': 3,
          },
        },
      },
    ],
    fail: [
      {
        shows: 'a total left at 0',
        given: { figures: { 'challenges.directLitigation.upheld': 1 } },
        finds: { severity: 'error', found: 0, expected: 1, values: { difference: -1 } },
      },
      {
        shows: 'a doubtful result',
        given: {
          figures: { 'challenges.reconsideration.other': 4, 'challenges.reconsideration.total': 1 },
          cells: { 'challenges.reconsideration.other': { state: 'doubtful', was: '4', why: 'column-unknown' } },
        },
        finds: { severity: 'warning', say: 'challenges.sum.doubtful' },
      },
    ],
  },
}

export const challengesExplained: Check = {
  id: 'challenges.explained',
  severity: 'warning',
  source: '《政府信息公开条例》第五十条第一款第（三）项',
  rule: {
    'zh-CN': '表四有案件时，正文说明复议、诉讼的情况。',
    en: 'Where table 4 has cases, the prose speaks of them.',
  },
  find: (report) => {
    const { groups, columns } = formOf(report.edition).challenges
    const cells = groups
      .flatMap((group) => [...columns].reverse().map((column) => `challenges.${group.key}.${column.key}`))
      .filter((key) => (report.figures[key] ?? 0) > 0)
    // The preface only lists the chapters' headings; those name 复议 and 诉讼 without saying anything of them.
    if (cells.length === 0 || prose(report, /复议|诉讼|起诉|应诉|败诉/, 1)) return []
    if (report.chapters.every((chapter) => chapter.text === '')) return []
    const totals = cells.filter((key) => key.endsWith('.total'))
    const cases = totals.reduce((all, key) => all + report.figures[key]!, 0)
    return [
      {
        rule: 'challenges.explained',
        severity: 'warning',
        cells,
        found: cases > 0 ? cases : report.figures[cells[0]!]!,
        expected: null,
        say: 'challenges.explained',
        values: {},
        at: placeOf(report, cells[0]!),
      },
    ]
  },
  examples: {
    pass: [
      { shows: 'no cases', given: {} },
      {
        shows: 'cases that chapter four speaks of',
        given: {
          figures: { 'challenges.reconsideration.upheld': 1, 'challenges.reconsideration.total': 1 },
          chapters: { 4: '全年被申请行政复议一件，结果维持。' },
        },
      },
    ],
    fail: [
      {
        shows: 'two cases and not a word',
        given: { figures: { 'challenges.reconsideration.upheld': 2, 'challenges.reconsideration.total': 2 } },
        finds: { found: 2, cells: ['challenges.reconsideration.total', 'challenges.reconsideration.upheld'] },
      },
    ],
  },
}
