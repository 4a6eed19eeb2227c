import type { Check } from '../check.ts'
import type { Finding } from '../findings.ts'
import type { Leftover, Report } from '../model.ts'
import { findingAt, type Passage, passagesOf, type Span } from '../prose/text.ts'

export const documentHygiene: Check = {
  id: 'document.hygiene',
  severity: 'warning',
  source: '《政府信息公开条例》第十七条：公开前审查',
  rule: {
    'zh-CN': '发布的文件里没有修订痕迹、批注、隐藏文字、别的单位的模板，也没有待填的占位（XX、下划线、空格）。',
    en: 'What is published holds no tracked changes, comments, hidden text, another body’s template, or a placeholder (XX, underscores, blanks) still to be filled in.',
  },
  find: (report) => {
    const kinds = new Map<Leftover['kind'], Leftover[]>()
    for (const leftover of report.printed.leftovers) {
      const same = kinds.get(leftover.kind)
      if (same) same.push(leftover)
      else kinds.set(leftover.kind, [leftover])
    }
    const inFile = [...kinds].map(
      ([kind, leftovers]): Finding => ({
        rule: 'document.hygiene',
        severity: 'warning',
        cells: [],
        found: shorten(leftovers[0]!.text),
        expected: null,
        say: `document.hygiene.${kind}`,
        values: { count: leftovers.length },
        at: leftovers.find((leftover) => leftover.at !== null)?.at ?? null,
      }),
    )
    return [...inFile, ...placeholders(report)]
  },
  examples: {
    pass: [
      { shows: 'nothing left over', given: {} },
      {
        shows: 'letters and blanks that stand for themselves',
        given: {
          chapters: {
            1: '信箱xxgk__lx@example.gov.cn，网址www.example.gov.cn/xxgk。申请  人，工作  人员，召开会议 12 次。发布《XX提示》一则。',
          },
        },
      },
      { shows: 'brackets that explain', given: { chapters: { 1: '设查阅点3处（含村级2处），填写申请表（见附件）。' } } },
    ],
    fail: [
      ...(
        [
          ['tracked-insertion', '新增的一句'],
          ['tracked-deletion', '删去的一句'],
          ['comment', '这个数要再核'],
          ['hidden-text', '不该看到的话'],
          ['template', '松岭镇年报模板.dotx'],
          ['author', '松岭镇张某'],
        ] as const
      ).map(([kind, text]) => ({
        shows: kind,
        given: { printed: { leftovers: [{ kind, text, at: { line: 12 } }] } },
        finds: { say: `document.hygiene.${kind}`, found: text },
      })),
      {
        shows: 'XX for a number',
        given: { chapters: { 1: '组织培训2次，参训XX人次。' } },
        finds: { say: 'document.hygiene.placeholder', found: 'XX', quote: 'XX' },
      },
      { shows: 'XXXX for a telephone number', given: { chapters: { 1: '联系电话XXXX。' } }, finds: { found: 'XXXX' } },
      { shows: 'a place to be filled in', given: { chapters: { 1: '主动公开情况（此处填写）。' } }, finds: { found: '（此处填写）' } },
      { shows: 'underscores before a unit', given: { chapters: { 1: '组织培训__次。' } }, finds: { found: '__' } },
      { shows: 'blanks before a unit', given: { chapters: { 1: '全年召开会议    次，参会　　人。' } }, finds: { quote: '    次' } },
    ],
  },
}

const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}

/** Words with 人 that a run of blanks may part: 申请  人. */
const parted = '申请|负责|责任|当事|联系|代理|代表|委托|主持|相对|关系|自然|法|个|本|众|群|专|工作'
const placeholder = new RegExp(
  [
    '(?<![A-Za-z0-9])[XxＸｘ]{2,}(?![A-Za-z0-9])',
    '×{2,}',
    // Not a line drawn across the page.
    '(?<=[\\u4e00-\\u9fa5：（])[_＿]{2,}|(?<![_＿])[_＿]{2,}(?=[\\u4e00-\\u9fa5])',
    '（[^（）]{0,8}(?:此处|请填|待填|待补充|待核实|待完善|自行填写|据实填写|根据实际)[^（）]{0,12}）',
    `(?<=[\\u4e00-\\u9fa5])(?<!${parted}) {2,}(?:人次|次|人|件|条|份|篇|场|期)(?=[，。；、）]|$)`,
  ].join('|'),
  'g',
)
const mayHold = /[XxＸｘ×_＿]{2}| {2}|（[^（）]{0,8}(?:此|请|待|自|据|根)/

/** What was to be filled in before publishing, as one finding that quotes the first. */
function placeholders(report: Report): Finding[] {
  let first: { passage: Passage; span: Span } | null = null
  let count = 0
  for (const passage of passagesOf(report)) {
    if (!mayHold.test(passage.plain)) continue
    for (const match of passage.masked.matchAll(placeholder)) {
      count++
      first ??= { passage, span: { start: match.index, end: match.index + match[0].length } }
    }
  }
  if (first === null) return []
  const { passage, span } = first
  const words = passage.line.text.slice(span.start, span.end)
  return [
    findingAt(passage, span, 'document.hygiene', 'warning', 'document.hygiene.placeholder', {
      found: words.length > 40 ? `${words.slice(0, 40)}…` : words,
      values: { count },
    }),
  ]
}
