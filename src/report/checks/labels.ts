import { fold } from '#kit'
import type { Check } from '../check.ts'
import type { Finding } from '../findings.ts'
import { cellKeys, formOf } from '../forms/index.ts'
import type { LabelReading, Report } from '../model.ts'
import { numeral } from './search.ts'

const form = '国办公开办函〔2021〕30号'

/** The heading of chapter four in the form of 2019. */
const chapterFourOf2019 = '因政府信息公开工作被申请行政复议、提起行政诉讼情况'

/** More faults than this are one finding: one cause, such as a scan, stands behind them. */
const many = 6

const tableNames: Readonly<Record<string, string>> = { proactive: '二', requests: '三', challenges: '四' }

function labelFindings(report: Report): Finding[] {
  const findings: Finding[] = []
  if (report.edition === '2019' && report.year !== null && report.year >= 2021) {
    findings.push({
      rule: 'form.label',
      severity: 'error',
      cells: [],
      found: '国办公开办函〔2019〕60号',
      expected: form,
      say: 'form.label.edition',
      values: { year: report.year },
      at: report.printed.labels[0]?.at ?? null,
    })
  }
  const wrong = wrongLabels(report)
  return [...findings, ...(wrong.length > many ? [together(wrong)] : wrong.map(alone))]
}

/** Labels that are not as the form has them, table by table. A header that heads several blocks alike is told once. */
function wrongLabels(report: Report): LabelReading[] {
  const told = new Set<string>()
  const wrong = report.printed.labels.filter((label) => {
    if (label.state === 'same' || (label.state === 'missing' && isGap(report, label))) return false
    const words = `${tableOf(label)} ${label.state} ${label.expected} ${label.printed ?? ''}`
    if (told.has(words)) return false
    told.add(words)
    return true
  })
  return tables.flatMap((table) => wrong.filter((label) => tableOf(label) === table))
}

const tables = ['二', '三', '四', '']
const tableOf = (label: LabelReading): string => tableNames[label.key.split('.')[0]!] ?? ''

function alone(label: LabelReading): Finding {
  return {
    rule: 'form.label',
    severity: 'error',
    cells: [],
    found: label.printed,
    expected: label.state === 'extra' ? null : label.expected,
    say: `form.label.${label.state}`,
    values: { table: tableOf(label), label: label.key },
    at: label.at,
    ...(label.printed === null ? {} : { quote: label.printed }),
  }
}

function together(labels: readonly LabelReading[]): Finding {
  const first = labels.find((label) => label.printed !== null) ?? labels[0]!
  return {
    rule: 'form.label',
    severity: 'error',
    cells: [],
    found: first.printed,
    expected: first.state === 'extra' ? null : first.expected,
    say: 'form.label.many',
    values: {
      count: labels.length,
      tables: [...new Set(labels.map(tableOf))].filter(Boolean).join('、'),
      examples: labels
        .flatMap((label) => (label.printed === null ? [] : [`“${shorten(label.printed)}”`]))
        .slice(0, 3)
        .join(''),
    },
    at: first.at,
  }
}

const shorten = (text: string): string => (text.length > 14 ? `${text.slice(0, 13)}…` : text)

/** Whether every cell under a label is missing: `cell.missing` says so already. */
function isGap(report: Report, label: LabelReading): boolean {
  const [table, row, column] = label.key.split('.')
  const under = cellKeys(report.edition).filter((key) => {
    const steps = key.split('.')
    return steps[0] === table && (row === '*' || row === undefined || steps[1] === row) && (column === undefined || steps[2] === column)
  })
  return under.length > 0 && under.every((key) => report.cells[key]?.state === 'missing')
}

const label = (reading: Partial<LabelReading>): { printed: { labels: LabelReading[] } } => ({
  printed: {
    labels: [
      {
        key: 'requests.granted',
        expected: '（一）予以公开',
        printed: '（一）予以公开',
        state: 'same',
        at: { line: 61, column: 1 },
        ...reading,
      },
    ],
  },
})

export const formLabel: Check = {
  id: 'form.label',
  severity: 'error',
  source: form,
  rule: {
    'zh-CN': '三张表的行名、列名与格式一字不差，不增不减不换位置。',
    en: 'Rows and columns of the tables are named as in the form, none added, left out or moved.',
  },
  find: labelFindings,
  examples: {
    pass: [
      { shows: 'labels as in the form', given: label({}) },
      {
        shows: 'a row that is missing with its cells is told by cell.missing alone',
        given: {
          ...label({ key: 'proactive.fees', expected: '行政事业性收费', printed: null, state: 'missing', at: null }),
          figures: { 'proactive.fees': null },
          cells: { 'proactive.fees': { state: 'missing', was: null, why: 'no-row' } },
        },
      },
    ],
    fail: [
      {
        shows: 'a label cut short',
        given: label({ printed: '（一）予公开', state: 'damaged' }),
        finds: { say: 'form.label.damaged', found: '（一）予公开', expected: '（一）予以公开', at: { line: 61, column: 1 } },
      },
      {
        shows: 'a label lost',
        given: label({ printed: null, state: 'missing', at: null }),
        finds: { say: 'form.label.missing', found: null },
      },
      { shows: 'two rows changed about', given: label({ state: 'moved' }), finds: { say: 'form.label.moved' } },
      {
        shows: 'a row of the body’s own',
        given: label({ key: 'proactive', expected: '', printed: '其他主动公开文件', state: 'extra' }),
        finds: { say: 'form.label.extra', expected: null },
      },
      {
        shows: 'many damaged labels are one finding',
        given: {
          printed: {
            labels: formOf('2021').requests.rows.map((row) => ({
              key: `requests.${row.key}`,
              expected: row.label,
              printed: `${row.label.slice(0, -1)}口`,
              state: 'damaged' as const,
              at: { line: 70 },
            })),
          },
        },
        finds: { say: 'form.label.many' },
      },
      {
        shows: 'the form of 2019 in a report for 2023',
        given: { edition: '2019', year: 2023 },
        finds: { say: 'form.label.edition', expected: form },
      },
    ],
  },
}

function chapterFindings(report: Report): Finding[] {
  const official = formOf(report.edition).chapters
  const findings: Finding[] = []
  const absent = official.flatMap((_, index) => (report.chapters.some((chapter) => chapter.number === index + 1) ? [] : [index + 1]))
  const finding = (say: string, rest: Pick<Finding, 'found' | 'expected' | 'values' | 'at'> & { quote?: string }): Finding => ({
    rule: 'form.chapter',
    severity: 'error',
    cells: [],
    say: `form.chapter.${say}`,
    ...rest,
  })
  if (absent.length > 0) {
    const names = absent.map((number) => `${numeral(number)}、${official[number - 1]}`)
    findings.push(finding('missing', { found: null, expected: names.join('；'), values: { count: absent.length }, at: null }))
  }
  for (const chapter of report.chapters) {
    const expected = official[chapter.number - 1]
    if (expected === undefined) continue
    const printed = fold(chapter.title)
    if (printed === fold(expected) || (chapter.number === 4 && report.edition === '2019' && printed === fold(chapterFourOf2019))) continue
    findings.push(
      finding('renamed', {
        found: chapter.title,
        expected,
        values: { number: numeral(chapter.number) },
        at: chapter.at,
        ...(chapter.title === '' ? {} : { quote: chapter.title }),
      }),
    )
  }
  findings.push(...orderFindings(report, finding))
  return findings
}

const headingNumber = /^\s*第?([一二三四五六七八九十])[、.．,，章部\s]/

function orderFindings(
  report: Report,
  finding: (say: string, rest: Pick<Finding, 'found' | 'expected' | 'values' | 'at'> & { quote?: string }) => Finding,
): Finding[] {
  const seen = new Set<number>()
  let last = 0
  for (const heading of report.printed.headings) {
    // A table of contents prints the headings once more.
    if (seen.has(heading.number)) continue
    seen.add(heading.number)
    const place = { at: heading.at, quote: heading.text }
    const printed = headingNumber.exec(heading.text)?.[1]
    if (printed !== undefined && printed !== numeral(heading.number))
      return [finding('number', { found: heading.text, expected: numeral(heading.number), values: { printed }, ...place })]
    if (heading.number < last)
      return [
        finding('order', {
          found: heading.text,
          expected: null,
          values: { before: numeral(last), number: numeral(heading.number) },
          ...place,
        }),
      ]
    last = heading.number
  }
  return []
}

export const formChapter: Check = {
  id: 'form.chapter',
  severity: 'error',
  source: `${form}；《政府信息公开条例》第五十条`,
  rule: { 'zh-CN': '六章齐全，标题与顺序同格式。', en: 'All six chapters are there, named and ordered as in the form.' },
  find: chapterFindings,
  examples: {
    pass: [
      { shows: 'six chapters', given: {} },
      { shows: 'other punctuation', given: { headings: { 4: '政府信息公开 行政复议, 行政诉讼情况。' } } },
      { shows: 'chapter four as the form of 2019 heads it', given: { edition: '2019', headings: { 4: chapterFourOf2019 } } },
    ],
    fail: [
      {
        shows: 'chapter five left out',
        given: { chapters: { 5: null } },
        finds: { say: 'form.chapter.missing', expected: '五、存在的主要问题及改进情况' },
      },
      {
        shows: 'a heading in other words',
        given: { headings: { 5: '主要问题和改进情况' } },
        finds: { say: 'form.chapter.renamed', found: '主要问题和改进情况', expected: '存在的主要问题及改进情况' },
      },
      {
        shows: 'headings in another order',
        given: {
          printed: {
            headings: [
              { number: 1, text: '总体情况', at: { line: 2 } },
              { number: 3, text: '收到和处理政府信息公开申请情况', at: { line: 9 } },
              { number: 2, text: '主动公开政府信息情况', at: { line: 30 } },
            ],
          },
        },
        finds: { say: 'form.chapter.order', found: '主动公开政府信息情况', at: { line: 30 } },
      },
      {
        shows: 'a number used twice',
        given: { printed: { headings: [{ number: 6, text: '五、其他需要报告的事项', at: { line: 40 } }] } },
        finds: { say: 'form.chapter.number', expected: '六' },
      },
    ],
  },
}
