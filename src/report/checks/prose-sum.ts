import type { Check } from '../check.ts'
import type { Finding } from '../findings.ts'
import type { Report } from '../model.ts'
import { show } from '../prose/figures.ts'
import { outcomeOf, type Statement, statementsOf } from '../prose/sums.ts'
import { findingAt, passagesOf } from '../prose/text.ts'

/** Parts that are less than this share of their whole name only some of it, plainly. */
const namesOnlySome = 1 / 3

/** The prose adds up: what is named as the parts of a number comes to it. */
export const proseSum: Check = {
  id: 'prose.sum',
  severity: 'error',
  source: '国办公开办函〔2021〕30号：内容真实、数据准确',
  rule: {
    'zh-CN': '正文里分项之和应等于它所说的总数；分项之和超过总数一定有一处写错。',
    en: 'Parts named in the prose add up to the whole they are named for; parts that exceed their whole are wrong somewhere.',
  },
  find: (report: Report) => statementsOf(passagesOf(report)).flatMap(judge),
  examples: {
    pass: [
      { shows: 'parts that add up', given: { chapters: { 1: '全年主动公开信息86条。其中，工作动态52条、通知公告21条、办事指南13条。' } } },
      { shows: 'a rough total with exact parts', given: { chapters: { 1: '全年发布各类信息170余条，其中网站92条，微信公众号81条。' } } },
      {
        shows: 'a breakdown within a breakdown',
        given: { chapters: { 1: '共办结申请20件，其中予以公开12件，不予公开8件，其中涉及内部事务信息5件、过程性信息3件。' } },
      },
      {
        shows: 'the same cases divided twice',
        given: { chapters: { 1: '收到申请9件，其中自然人7件，法人2件，网络提交6件，当面提交3件。' } },
      },
      { shows: 'a list that says it names only some', given: { chapters: { 1: '公开信息640条，其中财政信息120条、民生信息230条等。' } } },
      { shows: 'different things counted side by side', given: { chapters: { 1: '共发布信息310条，举办培训4次，发放资料2000份。' } } },
    ],
    fail: [
      {
        shows: 'parts that exceed their whole',
        given: { chapters: { 1: '全年主动公开信息86条。其中，工作动态52条、通知公告31条、办事指南13条。' } },
        finds: { severity: 'error', found: 96, expected: 86, quote: '86条' },
      },
      {
        shows: 'parts that fall short',
        given: { chapters: { 1: '全镇累计公开政府信息1260条。其中，网站402条；微信公众号848条。' } },
        finds: { severity: 'warning', found: 1250, expected: 1260 },
      },
      {
        shows: 'one part larger than its whole',
        given: { chapters: { 1: '发布政策解读12篇，其中图文解读15篇。' } },
        finds: { severity: 'error', found: 15, expected: 12 },
      },
      {
        shows: 'a total after its parts',
        given: { chapters: { 1: '网站发布210条、微博发布95条、微信发布130条，合计425条。' } },
        finds: { severity: 'error', found: 435, expected: 425 },
      },
      {
        shows: 'parts in brackets',
        given: { chapters: { 1: '收到申请14件（网络提交9件、信函3件），均按期答复。' } },
        finds: { severity: 'warning', found: 12, expected: 14 },
      },
      {
        shows: 'a near miss without a word that calls them parts',
        given: { chapters: { 1: '全年累计发布信息508条，门户网站300条，微信公众号207条。' } },
        finds: { severity: 'warning', found: 507, expected: 508 },
      },
    ],
  },
}

function judge(statement: Statement): readonly Finding[] {
  const { whole, parts, partsIn, passage, form } = statement
  const { sum, gap, state } = outcomeOf(statement)
  if (state === 'adds-up') return []
  if (state === 'short') {
    const onlySome = parts.length < 2 || statement.partial || !statement.sameUnit || sum < whole.value * namesOnlySome
    if (onlySome || (form !== 'beside' && !parts.every((part) => part.exact)) || !whole.exact) return []
  }
  const exact = whole.exact && parts.every((part) => part.exact) && statement.sameUnit && form !== 'beside'
  const exceeds = state === 'exceeds'
  const inOne = passage === partsIn
  const start = inOne ? Math.min(whole.start, parts[0]!.start) : whole.start
  return [
    findingAt(
      passage,
      { start: whole.start, end: whole.end },
      'prose.sum',
      exceeds && exact ? 'error' : 'warning',
      exceeds ? 'prose.sum.exceeds' : 'prose.sum.short',
      {
        found: sum,
        expected: whole.value,
        values: {
          parts: parts.map((part) => show(part.value)).join(' + '),
          sum: show(sum),
          whole: show(whole.value),
          unit: whole.unit,
          gap: show(Math.abs(gap)),
          text: passage.line.text.slice(start, inOne ? Math.max(whole.end, parts.at(-1)!.end) : whole.end),
        },
      },
    ),
  ]
}
