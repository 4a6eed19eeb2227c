import type { Check } from '../check.ts'
import type { Finding } from '../findings.ts'
import type { CellKey, Report } from '../model.ts'
import { untitled } from '../prose/accounts.ts'
import { show } from '../prose/figures.ts'
import { passagesOf } from '../prose/text.ts'

interface Matter {
  readonly cells: readonly CellKey[]
  readonly name: { readonly 'zh-CN': string; readonly en: string }
  readonly unit: string
  /** From this many on a reader expects a word. A choice of this project, not of the law. */
  readonly from: number
  readonly words: RegExp
}

const matters: readonly Matter[] = [
  {
    cells: ['proactive.licensing', 'proactive.licensing.decisions'],
    name: { 'zh-CN': '行政许可', en: 'licences (行政许可)' },
    unit: '件',
    from: 100,
    words: /许可|审批|办证|政务服务事项/,
  },
  {
    cells: ['proactive.penalties', 'proactive.penalties.decisions'],
    name: { 'zh-CN': '行政处罚', en: 'penalties (行政处罚)' },
    unit: '件',
    from: 100,
    words: /处罚|双公示|执法/,
  },
  {
    cells: ['proactive.compulsoryMeasures', 'proactive.compulsoryMeasures.decisions'],
    name: { 'zh-CN': '行政强制', en: 'compulsory measures (行政强制)' },
    unit: '件',
    from: 50,
    words: /强制|执法/,
  },
  {
    cells: ['proactive.fees'],
    name: { 'zh-CN': '行政事业性收费', en: 'administrative fees (行政事业性收费)' },
    unit: '万元',
    from: 100,
    words: /收费|事业性|非税/,
  },
]

/** A large figure in table 二 is told of in the prose. */
export const proseSilent: Check = {
  id: 'prose.silent',
  severity: 'warning',
  source: '国办公开办函〔2021〕30号：总体情况应反映主动公开的主要内容；阈值为本项目所定',
  rule: {
    'zh-CN': '表二里数量大的行政许可、处罚、强制、收费，正文应有交代。',
    en: 'Large numbers of licences, penalties, compulsory measures or fees in table 二 are spoken of in the prose.',
  },
  find: (report: Report) => {
    const large = matters.flatMap((matter) => {
      const cell = matter.cells.find((key) => (report.figures[key] ?? 0) >= matter.from)
      return cell === undefined ? [] : [{ ...matter, cell, figure: report.figures[cell]! }]
    })
    const passages = passagesOf(report)
    // A report without prose lacks more than a word; other rules say so.
    if (large.length === 0 || !passages.some(({ chapter }) => chapter === 1)) return []
    return large.flatMap(({ cell, figure, name, unit, words }): Finding[] =>
      passages.some(({ plain, chapter }) => chapter > 0 && words.test(untitled(plain)))
        ? []
        : [
            {
              rule: 'prose.silent',
              severity: 'warning',
              cells: [cell],
              found: figure,
              expected: null,
              say: 'prose.silent',
              values: { name: name['zh-CN'], nameEn: name.en, figure: show(figure), unit },
              at: report.printed.sources[cell]?.at ?? null,
            },
          ],
    )
  },
  examples: {
    pass: [
      {
        shows: 'many licences, and a word on them',
        given: { figures: { 'proactive.licensing': 730 }, chapters: { 1: '全年办理行政许可730件，结果均已公示。' } },
      },
      { shows: 'few licences', given: { figures: { 'proactive.licensing': 6 } } },
    ],
    fail: [
      {
        shows: 'many licences never spoken of',
        given: { figures: { 'proactive.licensing': 730 } },
        finds: { severity: 'warning', found: 730, cells: ['proactive.licensing'] },
      },
      { shows: 'large fees never spoken of', given: { figures: { 'proactive.fees': 512.4 } }, finds: { found: 512.4 } },
    ],
  },
}
