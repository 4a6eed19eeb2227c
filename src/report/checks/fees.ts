import type { BodyLevel, Check } from '../check.ts'
import type { Finding } from '../findings.ts'
import type { Report } from '../model.ts'
import { exact } from './requests.ts'
import { chapterOf, type Hit, levelIn, placeOf, search } from './search.ts'

const measures = '国办函〔2020〕109号'
const form = '国办公开办函〔2021〕30号'

const money = /(\d[\d,]*(?:\.\d+)?)\s*(万?元)/g

/** Amounts of the information-handling fee that the prose says were charged, in 万元. */
function charged(report: Report): { readonly amount: number; readonly hit: Hit }[] {
  return search(report, '处理费', /处理费[^。；;]{0,40}?(\d[\d,]*(?:\.\d+)?)\s*(万?元)/g).flatMap((hit) => {
    const amount = Number(hit.match[1]!.replaceAll(',', ''))
    return amount > 0 ? [{ amount: exact(hit.match[2] === '元' ? amount / 10000 : amount), hit }] : []
  })
}

export const feesStatement: Check = {
  id: 'fees.statement',
  severity: 'warning',
  source: `${measures}；${form}，第六章`,
  rule: {
    'zh-CN': '第六章写明信息处理费收取情况，没有收也要写；与表二收费、表三“逾期未缴费”对得上。',
    en: 'Chapter six states the information-handling fee, even none, and agrees with tables 2 and 3.',
  },
  find: (report) => {
    const chapter = chapterOf(report, 6)
    if (!chapter) return []
    const finding = (say: string, rest: Partial<Finding>): Finding => ({
      rule: 'fees.statement',
      severity: 'warning',
      cells: [],
      found: null,
      expected: null,
      say: `fees.statement.${say}`,
      values: {},
      at: chapter.at,
      ...rest,
    })
    const findings: Finding[] = []
    // 收费 without 处理费 is accepted: "全年没有收费" states it too.
    if (!/处理费|收费|(?:收|收取)[^。；;]{0,20}费/.test(chapter.text)) findings.push(finding('absent', {}))
    const unpaid = report.figures['requests.otherUnpaid.total'] ?? 0
    const paid = charged(report)
    if (unpaid > 0 && paid.length === 0 && !/通知/.test(chapter.text)) {
      const key = 'requests.otherUnpaid.total'
      findings.push(finding('unpaid', { cells: [key], found: unpaid, at: placeOf(report, key) ?? chapter.at }))
    }
    const fees = report.figures['proactive.fees']
    const highest = paid.reduce<(typeof paid)[number] | null>((a, b) => (a !== null && a.amount >= b.amount ? a : b), null)
    if (highest !== null && fees != null && fees < highest.amount) {
      findings.push(
        finding('table', {
          cells: ['proactive.fees'],
          found: fees,
          expected: highest.amount,
          values: { amount: highest.amount },
          at: highest.hit.at,
          quote: highest.hit.match[0],
        }),
      )
    }
    return findings
  },
  examples: {
    pass: [
      { shows: 'no fee, and it says so', given: {} },
      {
        shows: 'a fee that table 二 holds',
        given: { figures: { 'proactive.fees': 0.3 }, chapters: { 6: '发出收费通知 2 件，实收信息处理费 3,000 元。' } },
      },
      {
        shows: 'an unpaid notice that is reported',
        given: { figures: { 'requests.otherUnpaid.total': 1 }, chapters: { 6: '发出收费通知 1 件，申请人没有缴纳信息处理费。' } },
      },
    ],
    fail: [
      { shows: 'chapter six is silent', given: { chapters: { 6: '没有其他需要报告的事项。' } }, finds: { say: 'fees.statement.absent' } },
      {
        shows: 'unpaid notices that chapter six does not know',
        given: { figures: { 'requests.otherUnpaid.total': 2 } },
        finds: { say: 'fees.statement.unpaid', found: 2, cells: ['requests.otherUnpaid.total'] },
      },
      {
        shows: 'a fee charged and 0 in table 二',
        given: { chapters: { 6: '全年收取信息处理费 2,200 元。' } },
        finds: { say: 'fees.statement.table', found: 0, expected: 0.22 },
      },
    ],
  },
}

/** More than this many 万元 is more than a town charges in a year. */
const townLimit = 1000

/** More than this many 万元, a thousand million 元, no county and no office of one charges in a year. */
const countyLimit = 100_000

/** A government of a county or district, or an office that names its county. */
const isOfCounty = (report: Report, level: BodyLevel | null): boolean =>
  level === 'county' || (level === 'department' && /[县旗](?!级)/.test(report.body ?? ''))

export const feesMagnitude: Check = {
  id: 'fees.magnitude',
  severity: 'warning',
  source: `${form}，表二：收费金额单位为万元`,
  rule: { 'zh-CN': '行政事业性收费按万元填，不把元当万元。', en: 'Fees are in 万元; 元 are not written as 万元.' },
  find: (report, context) => {
    const key = 'proactive.fees'
    const fees = report.figures[key]
    if (fees == null || fees <= 0) return []
    const finding = (say: string, rest: Partial<Finding>): Finding => ({
      rule: 'fees.magnitude',
      severity: 'warning',
      cells: [key],
      found: fees,
      expected: exact(fees / 10000),
      say: `fees.magnitude.${say}`,
      values: {},
      at: placeOf(report, key),
      ...rest,
    })
    for (const hit of search(report, '元', money)) {
      if (hit.match[2] !== '元' || Number(hit.match[1]!.replaceAll(',', '')) !== fees) continue
      if (/费/.test(hit.line.text)) return [finding('prose', { at: hit.at, quote: hit.match[0] })]
    }
    const level = levelIn(report, context)
    if (level === 'town' && fees >= townLimit) return [finding('town', {})]
    if (isOfCounty(report, level) && fees >= countyLimit) return [finding('county', {})]
    return []
  },
  examples: {
    pass: [
      { shows: 'no fees', given: {} },
      {
        shows: 'the prose in 元, the table in 万元',
        given: { figures: { 'proactive.fees': 1.2 }, chapters: { 6: '全年行政事业性收费 12000 元，未收取信息处理费。' } },
      },
      { shows: 'a large fee of a county', given: { body: '云山县人民政府', figures: { 'proactive.fees': 35102.7 } } },
      { shows: 'a large fee of a bureau', given: { body: '云山县自然资源局', figures: { 'proactive.fees': 5200.75 } } },
    ],
    fail: [
      {
        shows: 'the same number in 元 and in 万元',
        given: { figures: { 'proactive.fees': 12000 }, chapters: { 6: '全年行政事业性收费 12,000 元，未收取信息处理费。' } },
        finds: { say: 'fees.magnitude.prose', found: 12000, expected: 1.2 },
      },
      {
        shows: 'more than a town can charge',
        given: { figures: { 'proactive.fees': 38500 } },
        finds: { say: 'fees.magnitude.town', expected: 3.85 },
      },
      {
        shows: 'more than an office of a county can charge',
        given: { body: '云山县自然资源局', figures: { 'proactive.fees': 753100 } },
        finds: { say: 'fees.magnitude.county', found: 753100, expected: 75.31 },
      },
      {
        shows: 'more than a county can charge',
        given: { body: '云山县人民政府', figures: { 'proactive.fees': 2410000 } },
        finds: { say: 'fees.magnitude.county', expected: 241 },
      },
    ],
  },
}

/** Names that the fee does not have; its own is 信息处理费 (of 《政府信息公开信息处理费管理办法》). */
const wrongNames =
  /(?:政府)?信息公开(?:处理|服务|检索|复制|邮寄|工本)费用?|(?:政府信息|依申请公开|申请公开)处理费用?|(?:检索|复制|邮寄)(?:[、和及](?:检索|复制|邮寄))*费用?(?:[、和及](?:检索|复制|邮寄)费用?)*|检索复制费用?/g
/** 检索费 and the like were abolished; a sentence may say so. */
const abolished = /取消|废止|停征|停止|不再/

export const termFee: Check = {
  id: 'term.fee',
  severity: 'warning',
  source: measures,
  rule: { 'zh-CN': '依申请公开收的费叫“信息处理费”。', en: 'The fee for requests is called 信息处理费.' },
  find: (report) => {
    const seen = new Set<string>()
    return search(report, '费', wrongNames).flatMap((hit): Finding[] => {
      const found = hit.match[0]
      const clause = hit.line.text.slice(Math.max(0, hit.match.index! - 20), hit.match.index! + found.length + 12)
      if (seen.has(found) || abolished.test(clause)) return []
      seen.add(found)
      return [
        {
          rule: 'term.fee',
          severity: 'warning',
          cells: [],
          found,
          expected: '信息处理费',
          say: 'term.fee',
          values: {},
          at: hit.at,
          quote: found,
        },
      ]
    })
  },
  examples: {
    pass: [
      { shows: 'the proper name', given: {} },
      { shows: 'the name in the measures', given: { chapters: { 6: '按照政府信息公开信息处理费管理办法，没有收费。' } } },
      { shows: 'that the old fees are gone', given: { chapters: { 6: '检索费、复制费、邮寄费已取消，没有收取信息处理费。' } } },
      { shows: '依申请公开信息处理费', given: { chapters: { 6: '没有收取依申请公开信息处理费。' } } },
    ],
    fail: [
      {
        shows: '处理 without 信息',
        given: { chapters: { 6: '全年没有收取信息公开处理费用。' } },
        finds: { found: '信息公开处理费用', expected: '信息处理费' },
      },
      {
        shows: 'a name of the old rules',
        given: { chapters: { 6: '没有收取政府信息公开检索费。' } },
        finds: { found: '政府信息公开检索费' },
      },
      {
        shows: 'the three fees of the old rules',
        given: { chapters: { 6: '没有收取检索费、复制费、邮寄费。' } },
        finds: { found: '检索费、复制费、邮寄费', expected: '信息处理费' },
      },
      {
        shows: 'an old fee by itself',
        given: { chapters: { 1: '向申请人收取复制费。' } },
        finds: { found: '复制费' },
      },
    ],
  },
}
