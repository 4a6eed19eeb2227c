import type { Check, Context } from '../check.ts'
import type { Finding } from '../findings.ts'
import type { CellKey, Report } from '../model.ts'
import { type Change, changesOf } from '../prose/changes.ts'
import { type Claim, claimsOf, tabled } from '../prose/claims.ts'
import { show } from '../prose/figures.ts'
import { inBaseUnit } from '../prose/quantities.ts'
import { readShare } from '../prose/shares.ts'
import { findingAt, passagesOf } from '../prose/text.ts'

/** 同比增长, 比上年减少 and 与去年持平 agree with both years' figures. */
export const proseChange: Check = {
  id: 'prose.change',
  severity: 'warning',
  source: '国办公开办函〔2021〕30号：内容真实、数据准确',
  rule: {
    'zh-CN': '正文里与上年的比较（增长、减少多少，持平）应与两年的数相符。',
    en: 'Comparisons with the year before agree with the figures of both years.',
  },
  find: (report: Report, context: Context) => {
    const changes = changesOf(passagesOf(report), report.year)
    return changes.length === 0 ? [] : changes.flatMap((change) => judge(change, report, context))
  },
  examples: {
    pass: [
      { shows: 'a growth rate that is right', given: { chapters: { 1: '全年公开信息240条，上年为200条，同比增长20%。' } } },
      { shows: 'a difference that is right', given: { chapters: { 1: '今年收到申请9件，比上年的12件减少3件。' } } },
      {
        shows: 'as many as last year',
        given: { figures: { 'requests.received.total': 3 }, chapters: { 1: '收到政府信息公开申请3件，与去年持平。' } },
        context: { lastYear: { year: 2024, figures: { 'requests.received.total': 3 } } },
      },
      {
        shows: 'a growth rate and its difference',
        given: { chapters: { 1: '全年公开信息240条，比上年增加40条，增长20%。' } },
      },
      {
        shows: 'requests carried in are not the figure of last year',
        given: { chapters: { 1: '全年收到政府信息公开申请46件，同比下降8.2%，加上年结转5件，共51件。' } },
      },
      { shows: 'nothing to compare with', given: { chapters: { 1: '全年公开信息240条，同比增长31%。' } } },
    ],
    fail: [
      {
        shows: 'a growth rate that is wrong',
        given: { chapters: { 1: '全年公开信息240条，上年为200条，同比增长40%。' } },
        finds: { severity: 'warning', found: 40, expected: 20, quote: '40%' },
      },
      {
        shows: 'less called more',
        given: { chapters: { 1: '今年收到申请9件，比上年的12件增加3件。' } },
        finds: { found: 3, expected: -3 },
      },
      {
        shows: 'a growth rate that the difference beside it contradicts',
        given: { chapters: { 1: '全年公开信息240条，比上年增加40条，增长40%。' } },
        finds: { severity: 'warning', found: 40, expected: 20, quote: '40%' },
      },
      {
        shows: "against last year's table",
        given: { figures: { 'requests.received.total': 18 }, chapters: { 1: '收到政府信息公开申请18件，比上年增加8件。' } },
        context: { lastYear: { year: 2024, figures: { 'requests.received.total': 12 } } },
        finds: { found: 8, expected: 6, cells: ['requests.received.total'] },
      },
      {
        shows: 'not as many as last year',
        given: { chapters: { 1: '（二）依申请公开。本年度未收到政府信息公开申请，与去年持平。' } },
        context: { lastYear: { year: 2024, figures: { 'requests.received.total': 4 } } },
        finds: { found: 0, expected: 4, say: 'prose.change.level' },
      },
    ],
  },
}

function judge(change: Change, report: Report, { lastYear }: Context): readonly Finding[] {
  const { passage, by, last, span, beside } = change
  const now = change.now ?? beside?.now ?? null
  const claim = claimsOf(report).find(
    (other) =>
      other.passage === passage &&
      (now === null ? other.quantity === null && other.span.end <= span.start && span.start - other.span.end < 24 : other.quantity === now),
  )
  const current = now !== null ? (now.exact ? inBaseUnit(now.value, now.unit) : null) : by === null && claim ? claim.value : null
  const tabledBefore = last === null ? lastFigure(claim, lastYear) : null
  const before =
    last !== null ? (last.exact ? inBaseUnit(last.value, last.unit) : null) : (tabledBefore ?? (beside === null ? null : backFrom(beside)))
  if (current === null || before === null) return []
  const cells: readonly CellKey[] = tabledBefore !== null && claim ? claim.topic.cells : []
  const values = { now: show(current), last: show(before), from: last !== null ? 'text' : tabledBefore !== null ? 'table' : 'difference' }
  if (by === null) {
    if (current === before) return []
    return [
      findingAt(passage, span, 'prose.change', 'warning', 'prose.change.level', {
        found: current,
        expected: before,
        cells,
        values: { ...values, gap: show(Math.abs(current - before)) },
      }),
    ]
  }
  if (!by.exact) return []
  const sign = by.direction === 'down' ? -1 : 1
  if (by.unit === '%') {
    if (before <= 0) return []
    const rate = ((current - before) / before) * 100
    const right = readShare(Math.abs(current - before), before, by.value, by.decimals) !== 'wrong'
    if (right && (Math.sign(current - before) === sign || current === before)) return []
    const scale = 10 ** by.decimals
    return [
      findingAt(passage, by, 'prose.change', 'warning', 'prose.change.rate', {
        found: sign * by.value,
        expected: Math.round(rate * scale) / scale,
        cells,
        values: { ...values, printed: spoken(sign * by.value), right: spoken(Math.round(rate * scale) / scale) },
      }),
    ]
  }
  const points = by.unit.endsWith('百分点')
  if (!points && now !== null && by.unit !== now.unit && !(by.unit.endsWith('元') && now.unit.endsWith('元'))) return []
  const difference = Math.round((current - before) * 1e6) / 1e6
  const said = sign * inBaseUnit(by.value, by.unit)
  if (difference === said) return []
  return [
    findingAt(passage, by, 'prose.change', 'warning', 'prose.change.amount', {
      found: said,
      expected: difference,
      cells,
      values: {
        ...values,
        printed: spoken(said),
        right: spoken(difference),
        unit: points ? '个百分点' : by.unit.endsWith('元') ? '元' : by.unit,
      },
    }),
  ]
}

const spoken = (value: number) => (value > 0 ? `+${show(value)}` : show(value))

/** Last year's figure as this year's and the difference give it. */
function backFrom({ now, by }: NonNullable<Change['beside']>): number | null {
  if (!now.exact || !by.exact || (by.unit !== now.unit && !(by.unit.endsWith('元') && now.unit.endsWith('元')))) return null
  const difference = inBaseUnit(by.value, by.unit) * (by.direction === 'down' ? -1 : 1)
  return Math.round((inBaseUnit(now.value, now.unit) - difference) * 1e6) / 1e6
}

/** Last year's figure of the same kind, where both years' tables give one meaning only. */
function lastFigure(claim: Claim | undefined, lastYear: Report | undefined): number | null {
  if (claim === undefined || lastYear === undefined) return null
  return tabled(lastYear, claim.topic)[0]?.value ?? null
}
