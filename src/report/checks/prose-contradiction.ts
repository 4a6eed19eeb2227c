import type { Check } from '../check.ts'
import type { Finding } from '../findings.ts'
import type { Report } from '../model.ts'
import { closedAndRun } from '../prose/accounts.ts'
import { type Claim, claimsOf, type TopicId, tabled } from '../prose/claims.ts'
import { show } from '../prose/figures.ts'
import { clauseAt, findingAt, type Passage, passagesOf, type Span, sentenceAt } from '../prose/text.ts'

/** The prose does not say one thing here and its opposite there. */
export const proseContradiction: Check = {
  id: 'prose.contradiction',
  severity: 'warning',
  source: '国办公开办函〔2021〕30号：内容真实、数据准确',
  rule: {
    'zh-CN': '正文前后应一致：一处说已关停的账号，另一处不应还在运营；一处说没有的，另一处不应有数。',
    en: 'The prose agrees with itself: an account closed in one sentence is not run in another, and what there was none of has no count elsewhere.',
  },
  find: (report: Report) => {
    const passages = passagesOf(report)
    return [...closedAndRun(passages).map(sayClosed), ...noneAndSome(report, passages), ...twoCounts(report)]
  },
  examples: {
    pass: [
      {
        shows: 'an account closed and not used any more',
        given: { chapters: { 1: '微信公众号“柳溪之声”于3月注销。此后通过微信公众号“柳溪发布”推送信息。' } },
      },
      {
        shows: 'an account used until it was closed',
        given: { chapters: { 1: '微信公众号“柳溪之声”于9月注销。关停前，微信公众号“柳溪之声”共发布信息80条。' } },
      },
      {
        shows: 'none of one thing, some of another',
        given: { chapters: { 1: '未收到政府信息公开申请。', 6: '办理人大代表建议4件，均已公开答复。' } },
      },
      {
        shows: 'requests with and without what was carried in',
        given: {
          figures: { 'requests.received.total': 6, 'requests.carriedIn.total': 1 },
          chapters: { 1: '收到政府信息公开申请6件。', 3: '共受理政府信息公开申请7件。' },
        },
      },
    ],
    fail: [
      {
        shows: 'an account closed and run',
        given: { chapters: { 1: '通过微信公众号“柳溪之声”定期推送政策信息。\n按照集约化要求，微信公众号“柳溪之声”已于10月底注销。' } },
        finds: { severity: 'warning', say: 'prose.contradiction.account', found: '柳溪之声' },
      },
      {
        shows: 'no request, and three',
        given: { chapters: { 1: '本年度未收到政府信息公开申请。', 3: '共收到政府信息公开申请3件，均按期答复。' } },
        finds: { say: 'prose.contradiction.none', found: 0, expected: 3 },
      },
      {
        shows: 'no fee, and some',
        given: { chapters: { 1: '全年未收取信息处理费。', 6: '共发出收费通知2份，收取信息处理费600元。' } },
        finds: { say: 'prose.contradiction.none', found: 0, expected: 600 },
      },
      {
        shows: 'two counts of the same, no table to tell',
        given: {
          edition: null,
          figures: { 'requests.received.total': null },
          chapters: { 1: '全年收到政府信息公开申请8件。', 3: '全年共收到政府信息公开申请9件。' },
        },
        finds: { say: 'prose.contradiction.counts', found: 9, expected: 8 },
      },
    ],
  },
}

function sayClosed({ name, closed, run }: ReturnType<typeof closedAndRun>[number]): Finding {
  return findingAt(closed.passage, closed, 'prose.contradiction', 'warning', 'prose.contradiction.account', {
    found: name,
    values: { name, chapter: run.passage.chapter, running: around(run.passage, run) },
  })
}

function around(passage: Passage, span: Span): string {
  const clause = clauseAt(passage.plain, span.start)
  return passage.line.text.slice(clause.start, Math.min(clause.end, clause.start + 40)).trim()
}

interface Pair {
  readonly name: { readonly 'zh-CN': string; readonly en: string }
  readonly none: RegExp
  /** Words of the clause that has the count. */
  readonly some: RegExp
  readonly units: ReadonlySet<string>
}

/** What may be said to be none in one place and be counted in another. Claims about table figures are compared apart. */
const pairs: readonly Pair[] = [
  {
    name: { 'zh-CN': '信息处理费', en: 'information fees (信息处理费)' },
    none: /(?:未|没有|无)(?:发生|收取|产生)?[^，。；]{0,20}(?:信息)?处理费/g,
    some: /(?:收取|收费|实收|收到)[^，。；]{0,16}处理费|处理费[^，。；]{0,10}(?:共|计|收取|为)?$/,
    units: new Set(['元', '万元']),
  },
  {
    name: { 'zh-CN': '人大代表建议', en: "people's deputies' proposals (人大代表建议)" },
    none: /(?:未|没有|无)(?:承办|收到|办理|涉及|接到)?[^，。；、]{0,14}(?:人大|代表)[^，。；、]{0,4}建议/g,
    some: /(?:人大|代表)[^，。；、政]{0,4}建议[^，。；]{0,8}$/,
    units: new Set(['件', '条', '份', '个']),
  },
  {
    name: { 'zh-CN': '政协提案', en: "political advisers' proposals (政协提案)" },
    none: /(?:未|没有|无)(?:承办|收到|办理|涉及|接到)?[^，。；]{0,20}提案/g,
    some: /(?<!建议、?)提案[^，。；]{0,8}$/,
    units: new Set(['件', '条', '份', '个']),
  },
  {
    name: { 'zh-CN': '责任追究', en: 'accountability (责任追究)' },
    none: /(?:未|没有|无)(?:发生|出现|存在)?[^，。；]{0,16}(?:责任追究|追责|问责)/g,
    some: /(?:追责|问责|责任追究|追究责任)[^，。；]{0,10}$/,
    units: new Set(['人', '人次', '件', '起', '次', '名']),
  },
]

function noneAndSome(report: Report, passages: readonly Passage[]): readonly Finding[] {
  const found: Finding[] = []
  const denying = passages.filter(({ plain }) => /[未没无]/.test(plain))
  for (const { name, none, some, units } of pairs) {
    const nones = denying.flatMap((passage) =>
      [...passage.plain.matchAll(none)].filter((match) => isPlain(report, passage, match.index)).map((match) => ({ passage, match })),
    )
    const first = nones[0]
    if (first === undefined) continue
    for (const passage of passages) {
      const count = passage.quantities.find(
        (quantity) =>
          quantity.value > 0 && units.has(quantity.unit) && some.test(quantity.before) && isPlain(report, passage, quantity.start),
      )
      if (count === undefined) continue
      found.push(
        sayNone(
          first.passage,
          { start: first.match.index, end: first.match.index + first.match[0].length },
          name,
          count.value,
          count.unit,
          passage,
        ),
      )
      break
    }
  }
  for (const [zero, counted] of zeroClaims(claimsOf(report))) {
    found.push(sayNone(zero.passage, zero.span, counted.topic.name, counted.value, counted.quantity!.unit, counted.passage, zero))
  }
  return found
}

/** Not about another year, and not a condition or a promise. */
function isPlain(report: Report, passage: Passage, offset: number): boolean {
  if (passage.chapter === 5) return false
  const sentence = sentenceAt(passage, offset)
  const ahead = passage.plain.slice(sentence.start, offset)
  const year = ahead.match(/20\d{2}(?= ?年)/g)?.at(-1)
  const words = passage.plain.slice(sentence.start, sentence.end)
  return (year === undefined || report.year === null || Number(year) === report.year) && !/上年|去年|如|若|凡|不得|应当/.test(words)
}

function sayNone(
  passage: Passage,
  span: Span,
  name: { 'zh-CN': string; en: string },
  count: number,
  unit: string,
  other: Passage,
  zero?: Claim,
): Finding {
  return findingAt(passage, span, 'prose.contradiction', 'warning', 'prose.contradiction.none', {
    found: 0,
    expected: count,
    cells: zero?.topic.cells ?? [],
    values: { name: name['zh-CN'], nameEn: name.en, count: show(count), unit, chapter: other.chapter },
  })
}

const covers: Partial<Record<TopicId, readonly TopicId[]>> = {
  received: ['received'],
  challenges: ['reconsideration', 'litigation'],
  reconsideration: ['reconsideration'],
  litigation: ['litigation'],
}

/** 未收到申请 in one place and 收到3件 in another. */
function zeroClaims(claims: readonly Claim[]): readonly (readonly [Claim, Claim])[] {
  return claims.flatMap((zero) => {
    if (zero.quantity !== null) return []
    const counted = claims.find((claim) => claim.quantity !== null && claim.low > 0 && covers[zero.topic.id]?.includes(claim.topic.id))
    return counted === undefined ? [] : [[zero, counted] as const]
  })
}

const once = new Set<TopicId>([
  'received',
  'carriedIn',
  'carriedOut',
  'licensing',
  'penalties',
  'compulsoryMeasures',
  'fees',
  'issued',
  'repealed',
  'inForce',
])

/** Two counts of the same thing. Where the table has the figure, `prose.table` says which of them is off. */
function twoCounts(report: Report): readonly Finding[] {
  const first = new Map<TopicId, Claim>()
  const found: Finding[] = []
  for (const claim of claimsOf(report)) {
    const { id } = claim.topic
    if (claim.quantity === null || !once.has(id) || tabled(report, claim.topic).length > 0) continue
    const other = first.get(id)
    if (other === undefined) first.set(id, claim)
    else if (claim.low > other.high || claim.high < other.low) {
      found.push(
        findingAt(claim.passage, claim.span, 'prose.contradiction', 'warning', 'prose.contradiction.counts', {
          found: claim.value,
          expected: other.value,
          cells: claim.topic.cells,
          values: {
            name: claim.topic.name['zh-CN'],
            nameEn: claim.topic.name.en,
            count: show(claim.value),
            other: show(other.value),
            gap: show(Math.abs(claim.value - other.value)),
            unit: id === 'fees' ? '元' : claim.quantity.unit,
            chapter: other.passage.chapter,
          },
        }),
      )
    }
  }
  return found
}
