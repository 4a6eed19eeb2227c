import type { Check } from '../check.ts'
import type { Finding } from '../findings.ts'
import type { Report } from '../model.ts'
import { claimsOf } from '../prose/claims.ts'
import { show } from '../prose/figures.ts'
import { findingAt, type Passage, passagesOf, sentenceAt } from '../prose/text.ts'

/** What the prose says can have happened. */
export const proseImpossible: Check = {
  id: 'prose.impossible',
  severity: 'warning',
  source: '预算法第十四条、第七十八条以下（决算在下一年编制、公开）；国办公开办函〔2021〕30号：统计期限为当年1月1日至12月31日',
  rule: {
    'zh-CN':
      '正文所说的事应可能发生：当年决算不可能当年公开，日期要存在且在统计期限内，占比、比率不超过 100%，答复不多于收到和上年结转之和。',
    en: "What the prose says is possible: a year's final accounts are not published within it, dates exist and lie within the term, shares and rates stay within 100 %, and no more is answered than came in.",
  },
  find: (report: Report) => [
    ...passagesOf(report).flatMap((passage) => [...finalAccounts(report, passage), ...dates(report, passage), ...percentages(passage)]),
    ...answers(report),
  ],
  examples: {
    pass: [
      {
        shows: "last year's final accounts and this year's budget",
        given: { chapters: { 1: '按时公开2025年部门预算和2024年部门决算。' } },
      },
      { shows: 'dates that exist', given: { chapters: { 1: '2月28日召开培训会，10月31日前完成整改。' } } },
      { shows: 'a growth of more than a hundred percent', given: { chapters: { 1: '公开信息同比增长120%，办结率100%。' } } },
      {
        shows: 'answers that include what was carried in',
        given: { figures: { 'requests.carriedIn.total': 2 }, chapters: { 1: '收到政府信息公开申请7件，答复申请9件。' } },
      },
    ],
    fail: [
      {
        shows: "the year's own final accounts",
        given: { chapters: { 1: '按规定公开了2025年度部门预决算。' } },
        finds: { severity: 'warning', say: 'prose.impossible.accounts', found: '2025年度部门预决算' },
      },
      {
        shows: 'a day that no month has',
        given: { chapters: { 1: '6月31日组织政务公开业务培训。' } },
        finds: { say: 'prose.impossible.date', found: '6月31日', quote: '6月31日' },
      },
      {
        shows: 'an event after the term',
        given: { chapters: { 1: '2026年1月8日召开了政务公开推进会。' } },
        finds: { say: 'prose.impossible.after-term', found: '2026年1月8日' },
      },
      {
        shows: 'a rate above a hundred',
        given: { chapters: { 1: '依申请公开按期答复率达到102%。' } },
        finds: { say: 'prose.impossible.percent', found: 102 },
      },
      {
        shows: 'a decline of more than a hundred',
        given: { chapters: { 1: '投诉件数同比下降130%。' } },
        finds: { say: 'prose.impossible.percent', found: 130 },
      },
      {
        shows: 'more answered than came in',
        given: { figures: { 'requests.carriedIn.total': 1 }, chapters: { 1: '收到政府信息公开申请7件，答复申请9件。' } },
        finds: { say: 'prose.impossible.answers', found: 9, expected: 8 },
      },
    ],
  },
}

/** 2025年部门预决算, 本年度决算: from the year to the word with nothing but names of bodies and of the budget between. */
const accounts =
  /((?:20\d{2}) ?年度?|本年度?|当年)(?:[^，。；：、0-9年]{0,12}(?:预算|收支))?(?:、|和|及|与|以及)?[^，。；：、0-9年]{0,12}决算/g

function finalAccounts(report: Report, passage: Passage): readonly Finding[] {
  const { plain } = passage
  if (!plain.includes('决算') || report.year === null) return []
  return [...plain.matchAll(accounts)].flatMap((match) => {
    const named = match[1]!.startsWith('20') ? Number(match[1]!.slice(0, 4)) : report.year
    const between = match[0].slice(match[1]!.length)
    // 2025年，公开…决算 and 2025年公开上一年度决算 say when, not of which year.
    if (named !== report.year || /公开|公布|发布|公示|上年|上一|去年|批复|编制|完成|按|依|在|及时/.test(between)) return []
    const sentence = sentenceAt(passage, match.index)
    const words = plain.slice(sentence.start, sentence.end)
    if (!/公开|公布|发布|公示/.test(words) || /将|计划|拟|下一步|待/.test(words)) return []
    return [
      findingAt(
        passage,
        { start: match.index, end: match.index + match[0].length },
        'prose.impossible',
        'warning',
        'prose.impossible.accounts',
        {
          found: match[0],
          values: { words: match[0], year: report.year!, last: report.year! - 1 },
        },
      ),
    ]
  })
}

const day = /(?<!\d)(?:((?:19|20)\d{2}) ?年 ?)?(\d{1,2}) ?月 ?(?:(\d{1,2}) ?日)?/g
const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function dates(report: Report, passage: Passage): readonly Finding[] {
  const { plain } = passage
  if (!plain.includes('月')) return []
  const found: Finding[] = []
  for (const match of plain.matchAll(day)) {
    const year = match[1] === undefined ? report.year : Number(match[1])
    const month = Number(match[2])
    const date = match[3] === undefined ? 1 : Number(match[3])
    const span = { start: match.index, end: match.index + match[0].trimEnd().length }
    // 12月 without year or day may be a length of time.
    if (match[1] === undefined && match[3] === undefined) continue
    const last = month === 2 && year !== null && !isLeap(year) ? 28 : lengths[month - 1]
    if (last === undefined || date < 1 || date > last) {
      found.push(
        findingAt(passage, span, 'prose.impossible', 'warning', 'prose.impossible.date', {
          found: plain.slice(span.start, span.end),
          values: { date: plain.slice(span.start, span.end) },
        }),
      )
      continue
    }
    if (passage.chapter === 1 && match[1] !== undefined && report.year !== null && year! > report.year && isDone(passage, match.index)) {
      found.push(
        findingAt(passage, span, 'prose.impossible', 'warning', 'prose.impossible.after-term', {
          found: plain.slice(span.start, span.end),
          values: { date: plain.slice(span.start, span.end), year: report.year },
        }),
      )
    }
  }
  return found
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Told as done, not planned. */
function isDone(passage: Passage, offset: number): boolean {
  const sentence = sentenceAt(passage, offset)
  const words = passage.plain.slice(sentence.start, sentence.end)
  return (
    /召开|开展|举办|组织|发布|印发|公开|上线|完成|注销/.test(words) &&
    !/将|拟|计划|前|底|年报|年度报告|统计|施行|实施|起|有效期|至|到/.test(words)
  )
}

const bounded = /(?:办结|答复|合格|满意|覆盖|知晓|公开|及时|准确|回复|按期|按时|规范|通过|采纳|处理)(?:率|度)/

function percentages(passage: Passage): readonly Finding[] {
  return passage.quantities.flatMap((quantity) => {
    if (quantity.unit !== '%' || quantity.value <= 100) return []
    const share = quantity.kind === 'share' && /占/.test(quantity.before)
    const rate = quantity.kind === 'rate' && bounded.test(quantity.before)
    const fall = quantity.kind === 'change' && quantity.direction === 'down'
    if (!share && !rate && !fall) return []
    return [
      findingAt(passage, quantity, 'prose.impossible', 'warning', 'prose.impossible.percent', {
        found: quantity.value,
        expected: 100,
        values: { percent: show(quantity.value), kind: share ? 'share' : rate ? 'rate' : 'fall' },
      }),
    ]
  })
}

/** More answered than received and carried in together. */
function answers(report: Report): readonly Finding[] {
  const claims = claimsOf(report)
  const of = (id: string) => claims.find((claim) => claim.topic.id === id && claim.quantity !== null)
  const answered = of('concluded')
  const received = of('received')
  const before = report.figures['requests.carriedIn.total'] ?? of('carriedIn')?.high
  if (answered === undefined || received === undefined || before === undefined || before === null) return []
  const most = received.high + before
  if (answered.low <= most) return []
  return [
    findingAt(answered.passage, answered.span, 'prose.impossible', 'warning', 'prose.impossible.answers', {
      found: answered.value,
      expected: most,
      cells: ['requests.concluded.total', 'requests.received.total', 'requests.carriedIn.total'],
      values: {
        answered: show(answered.value),
        received: show(received.value),
        before: show(before),
        most: show(most),
        gap: show(answered.value - most),
      },
    }),
  ]
}
