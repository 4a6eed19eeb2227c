import { fold } from '#kit'
import type { Check } from '../check.ts'
import type { Finding } from '../findings.ts'
import type { Chapter, Report } from '../model.ts'
import { chapterOf, numberOf, numeral, placeIn } from './search.ts'

/** A way to number a list. The pattern's first group is what stands before the mark, the second the number. */
interface Style {
  readonly hint: RegExp
  readonly pattern: RegExp
  readonly mark: (number: number) => string
  readonly value: (text: string) => number
}

/** Chapters that the form fills with tables. */
const tables = { 2: true, 3: true, 4: true }

const han = '十[一二三四五六七八九]?|[一二三四五六七八九]'
const styles: readonly Style[] = [
  {
    hint: /[一二三]是/,
    pattern: new RegExp(`(^\\s*|[。；;：:，,、！？!?）)”"\\s])(${han})是`, 'g'),
    mark: (number) => `${numeral(number)}是`,
    value: numberOf,
  },
  {
    hint: /[（(][一二三]/,
    pattern: new RegExp(`(^\\s*|[。；;：:]\\s*)[（(](${han})[）)]`, 'g'),
    mark: (number) => `（${numeral(number)}）`,
    value: numberOf,
  },
  { hint: /[1-3][.．、]/, pattern: /(^\s*|[。；;：:]\s*)(\d{1,2})[.．、](?!\d)/g, mark: (number) => `${number}.`, value: Number },
  { hint: /[（(][1-3]/, pattern: /(^\s*|[。；;：:]\s*)[（(](\d{1,2})[）)]/g, mark: (number) => `（${number}）`, value: Number },
]

/** Words that carry a list on without its numbers. */
const otherwise = /二是|二要|其次|另外|另一|再次|同时|此外/

function breaksOf(chapter: Chapter): Finding[] {
  const findings: Finding[] = []
  for (const style of styles) {
    if (!style.hint.test(chapter.text)) continue
    let last = 0
    let opened: Finding | null = null
    for (const line of chapter.lines) {
      for (const match of line.text.matchAll(style.pattern)) {
        const number = style.value(match[2]!)
        const expected = last + 1
        const quote = match[0].slice(match[1]!.length)
        const finding: Finding = {
          rule: 'form.numbering',
          severity: 'warning',
          cells: [],
          found: quote,
          expected: style.mark(expected),
          say: number === last ? 'form.numbering.twice' : 'form.numbering.gap',
          values: { chapter: numeral(chapter.number) },
          at: placeIn(line, match.index! + match[1]!.length),
          quote,
        }
        if (number === 1) {
          opened = style === styles[0] ? { ...finding, expected: style.mark(2), say: 'form.numbering.single' } : null
        } else if (number !== expected) {
          // A number far from the list is no number of the list.
          if (Math.abs(number - expected) > 3 || (last === 0 && /首先|第一|一要|一方面/.test(chapter.text))) continue
          findings.push(finding)
          opened = null
        } else opened = null
        last = number
      }
    }
    if (opened !== null && !otherwise.test(chapter.text)) findings.push(opened)
  }
  return findings
}

const numbered = /^\s*[（(]([一二三四五六七八九十])[）)]\s*(.+)$/

/** In chapter six the form's matters stand as short numbered headings; the one after the last may have lost its number. */
function unnumbered(report: Report): Finding[] {
  const chapter = chapterOf(report, 6)
  if (!chapter) return []
  const headings = chapter.lines.flatMap((line, index) => {
    const match = numbered.exec(line.text)
    return match && fold(match[2]!).length <= 50 ? [{ index, number: numberOf(match[1]!), words: fold(match[2]!) }] : []
  })
  const last = headings.at(-1)
  if (headings.length < 2 || last === undefined) return []
  const tail = last.words.slice(-2)
  if (!headings.every((heading) => heading.words.endsWith(tail))) return []
  const line = chapter.lines.slice(last.index + 1).find(({ text }) => {
    const words = fold(text)
    return words.length > 4 && words.length <= 40 && words.endsWith(tail) && !/[。；;，,：:]/.test(text.trim().slice(0, -1))
  })
  if (!line) return []
  return [
    {
      rule: 'form.numbering',
      severity: 'warning',
      cells: [],
      found: line.text.trim(),
      expected: `（${numeral(last.number + 1)}）`,
      say: 'form.numbering.unnumbered',
      values: { chapter: '六' },
      at: line.at,
      quote: line.text,
    },
  ]
}

export const formNumbering: Check = {
  id: 'form.numbering',
  severity: 'warning',
  source: 'GB/T 9704—2012，7.3.3：结构层次序数',
  rule: { 'zh-CN': '分点的序号从一起，连续不断。', en: 'Numbered points start at one and go on without a gap.' },
  // Chapters two to four are tables; where one could not be read, its numbered rows are left among the prose.
  find: (report) => [...report.chapters.flatMap((chapter) => (chapter.number in tables ? [] : breaksOf(chapter))), ...unnumbered(report)],
  examples: {
    pass: [
      { shows: 'lists that go on', given: {} },
      { shows: 'an article’s item is no list', given: { chapters: { 6: '按照条例第二十条第（三）项公开信息处理费一览表，全年未收取。' } } },
      { shows: 'a list that starts again', given: { chapters: { 5: '问题：1.解读少。2.更新慢。\n改进：1.多解读。2.勤更新。3.多培训。' } } },
      { shows: 'rows of a table that could not be read', given: { chapters: { 3: '（二）部分公开\n2.重复申请' } } },
      { shows: 'a day and a share', given: { chapters: { 6: '未收取信息处理费。\n3.5%的来信问到收费。' } } },
    ],
    fail: [
      {
        shows: '三是 after 一是',
        given: { chapters: { 5: '问题：一是解读少。三是更新慢。\n下一步：一是多解读。二是勤更新。' } },
        finds: { say: 'form.numbering.gap', found: '三是', expected: '二是', quote: '三是' },
      },
      {
        shows: '（三） after （一）',
        given: { chapters: { 6: '（一）未收取信息处理费。\n（三）建议提案已公开。' } },
        finds: { say: 'form.numbering.gap', found: '（三）', expected: '（二）' },
      },
      {
        shows: 'a number twice',
        given: { chapters: { 6: '1.未收取信息处理费。\n2.建议已公开。\n2.提案已公开。' } },
        finds: { say: 'form.numbering.twice', found: '2.', expected: '3.' },
      },
      {
        shows: 'a list that breaks off',
        given: { chapters: { 5: '问题：一是解读少，更新也慢。\n改进：多解读，勤更新。' } },
        finds: { say: 'form.numbering.single', found: '一是', expected: '二是' },
      },
      {
        shows: 'a matter that lost its number',
        given: {
          chapters: { 6: '（一）信息处理费收取情况；\n未收取。\n（二）建议提案公开情况；\n公开2件。\n本镇创新做法有关情况。\n无。' },
        },
        finds: { say: 'form.numbering.unnumbered', expected: '（三）' },
      },
    ],
  },
}
