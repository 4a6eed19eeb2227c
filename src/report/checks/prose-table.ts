import type { Check } from '../check.ts'
import type { Finding } from '../findings.ts'
import type { Report } from '../model.ts'
import { type Claim, claimsOf, tabled } from '../prose/claims.ts'
import { show } from '../prose/figures.ts'
import { findingAt, type Passage, passagesOf, sentenceAt } from '../prose/text.ts'

/** The prose gives the figures of the tables. */
export const proseTable: Check = {
  id: 'prose.table',
  severity: 'warning',
  source: '国办公开办函〔2021〕30号：文字与表格数据一致',
  rule: {
    'zh-CN': '正文里写到的申请、许可、处罚、收费、规范性文件、复议诉讼的数，应与表格一致。',
    en: 'What the prose says of requests, licences, penalties, fees, normative documents and challenges agrees with the tables.',
  },
  find: (report: Report) => [...claimsOf(report).flatMap((claim) => judge(report, claim)), ...sweeping(report)],
  examples: {
    pass: [
      {
        shows: 'the same figures in prose and table',
        given: {
          figures: {
            'requests.received.total': 14,
            'requests.carriedIn.total': 1,
            'requests.concluded.total': 13,
            'requests.carriedOut.total': 2,
          },
          chapters: { 1: '全年新收政府信息公开申请14件，上年结转1件，办结13件，结转下年度2件。' },
        },
      },
      {
        shows: 'received with what was carried in',
        given: {
          figures: { 'requests.received.total': 14, 'requests.carriedIn.total': 1, 'requests.concluded.total': 15 },
          chapters: { 1: '共受理政府信息公开申请15件，已答复15件。' },
        },
      },
      {
        shows: 'both kinds of lawsuit together',
        given: {
          figures: { 'challenges.directLitigation.total': 1, 'challenges.litigationAfterReconsideration.total': 2 },
          chapters: { 1: '因政府信息公开引发行政诉讼3件。' },
        },
      },
      {
        shows: 'received and carried in added up',
        given: {
          figures: { 'requests.received.total': 14, 'requests.carriedIn.total': 3 },
          chapters: { 1: '全年新收政府信息公开申请14件，上年结转3件，共17件。' },
        },
      },
      {
        shows: 'documents by their class are no requests',
        given: {
          chapters: { 1: '公文公开属性源头认定，全年认定公文60份，其中主动公开35份、依申请公开15份、不予公开10份。' },
        },
      },
      {
        shows: 'figures of the whole county',
        given: { figures: { 'requests.received.total': 4 }, chapters: { 1: '全县各单位共收到政府信息公开申请71件。' } },
      },
      {
        shows: 'posts about licences are no decisions',
        given: { figures: { 'proactive.licensing': 9 }, chapters: { 1: '公示行政许可信息31条。' } },
      },
    ],
    fail: [
      {
        shows: 'another number of requests',
        given: { figures: { 'requests.received.total': 14 }, chapters: { 1: '全年共收到政府信息公开申请16件，均按期答复。' } },
        finds: { severity: 'warning', found: 16, expected: 14, cells: ['requests.received.total'], quote: '16件' },
      },
      {
        shows: 'no request in the prose, some in the table',
        given: { figures: { 'requests.received.total': 2 }, chapters: { 1: '（二）依申请公开。本年度未收到政府信息公开申请。' } },
        finds: { found: 0, expected: 2, say: 'prose.table.none' },
      },
      {
        shows: 'requests in the prose, none in the table',
        given: { chapters: { 1: '本年度受理依申请公开3件，全部办结。' } },
        finds: { found: 3, expected: 0 },
      },
      {
        shows: 'those received called concluded, beside those carried in',
        given: {
          figures: { 'requests.received.total': 4, 'requests.carriedIn.total': 1, 'requests.concluded.total': 5 },
          chapters: { 1: '全年收到政府信息公开申请4件，上年结转1件，办结4件。' },
        },
        finds: { found: 4, expected: 5, quote: '4件' },
      },
      {
        shows: 'another number of licences',
        given: { figures: { 'proactive.licensing': 412 }, chapters: { 1: '全年作出行政许可决定421件。' } },
        finds: { found: 421, expected: 412 },
      },
      {
        shows: 'another amount of fees',
        given: { figures: { 'proactive.fees': 35.6 }, chapters: { 6: '全年行政事业性收费356万元。' } },
        finds: { found: 356, expected: 35.6 },
      },
      {
        shows: 'everything done, though a case is carried over',
        given: {
          figures: { 'requests.received.total': 5, 'requests.concluded.total': 4, 'requests.carriedOut.total': 1 },
          chapters: { 1: '全年收到政府信息公开申请5件，均已办结。' },
        },
        finds: { say: 'prose.table.all-done', cells: ['requests.carriedOut.total'] },
      },
      {
        shows: 'a lawsuit in the table, none in the prose',
        given: {
          figures: { 'challenges.directLitigation.total': 1 },
          chapters: { 4: '本年度没有因政府信息公开引发的行政复议、行政诉讼。' },
        },
        finds: { found: 0, expected: 1 },
      },
    ],
  },
}

function judge(report: Report, { topic, passage, span, low, high, value, quantity }: Claim): readonly Finding[] {
  const known = tabled(report, topic).filter(({ cells }) => !excluded(topic, cells, passage, span))
  // A sum that a nil cell keeps unknown could be what the prose means.
  const first = known[0]
  if (first === undefined) return []
  // An amount may be printed with fewer decimals than the table has.
  const slack = topic.id === 'fees' && quantity !== null ? 0.5 * 10 ** -quantity.decimals * (quantity.unit === '元' ? 1 : 10_000) : 0
  if (known.some((sum) => sum.value >= low - slack && sum.value <= high + slack)) return []
  const unit = topic.id === 'fees' ? '万元' : (quantity?.unit ?? '件')
  const inUnit = (amount: number) => (topic.id === 'fees' ? Math.round((amount / 10_000) * 1e6) / 1e6 : amount)
  return [
    findingAt(passage, span, 'prose.table', 'warning', quantity === null ? 'prose.table.none' : 'prose.table.differs', {
      cells: topic.cells.filter((cell) => cell in report.figures),
      found: inUnit(value),
      expected: inUnit(first.value),
      values: {
        topic: topic.name['zh-CN'],
        topicEn: topic.name.en,
        said: show(inUnit(value)),
        tabled: show(inUnit(first.value)),
        gap: show(Math.abs(Math.round((inUnit(value) - inUnit(first.value)) * 1e6) / 1e6)),
        unit,
        others: [...new Set(known.slice(1).map((sum) => sum.value))]
          .filter((other) => other !== first.value)
          .map((other) => show(inUnit(other)))
          .join('、'),
      },
    }),
  ]
}

const carriedIn = /(?:上年度?|去年|上一年度?)[^，。；]{0,8}结转[^，。；]{0,4}[1-9一二三四五六七八九]|结转上/

/** A second meaning of the words that their own sentence rules out. */
function excluded({ id }: Claim['topic'], cells: readonly string[], passage: Claim['passage'], span: Claim['span']): boolean {
  const { start, end } = sentenceAt(passage, span.start)
  // Cases carried in are among those concluded where the sentence tells of them.
  if (id === 'concluded')
    return cells.length === 1 && cells[0] === 'requests.received.total' && carriedIn.test(passage.plain.slice(start, span.start))
  return id === 'granted' && cells.length > 1 && partlyApart.test(passage.plain.slice(start, end))
}

const partlyApart = /(?<![含括])部分公开的?[ ]*\d/

interface Sweep {
  readonly words: RegExp
  readonly say: string
  readonly cell: string
  /** What the tables hold against it; 0 where they agree. */
  readonly against: (figures: Report['figures']) => number
}

/** 均已办结, 全部予以公开, 均获维持: one word for all cases. */
const sweeps: readonly Sweep[] = [
  {
    words: /(?:均|全部|都)(?:已)?(?:按时|按期|依法|及时|在法定期限内)*(?:办结|答复|办理完毕|处理完毕)/g,
    say: 'prose.table.all-done',
    cell: 'requests.carriedOut.total',
    against: (figures) => figures['requests.carriedOut.total'] ?? 0,
  },
  {
    words: /(?:均|全部|都)(?:已)?予以公开/g,
    say: 'prose.table.all-granted',
    cell: 'requests.granted.total',
    against: (figures) => (figures['requests.concluded.total'] ?? 0) - (figures['requests.granted.total'] ?? 0),
  },
  {
    words: /(?:复议|诉讼)[^。]{0,30}(?:均|全部|都)(?:已)?(?:被|获|予以|获得)?维持/g,
    say: 'prose.table.all-upheld',
    cell: 'challenges.reconsideration.upheld',
    against: (figures) =>
      ['reconsideration', 'directLitigation', 'litigationAfterReconsideration'].reduce(
        (sum, group) =>
          sum + ['corrected', 'other', 'pending'].reduce((part, result) => part + (figures[`challenges.${group}.${result}`] ?? 0), 0),
        0,
      ),
  },
]

function sweeping(report: Report): readonly Finding[] {
  const due = sweeps.filter((sweep) => sweep.against(report.figures) > 0)
  if (due.length === 0) return []
  return passagesOf(report).flatMap((passage) =>
    passage.chapter === 5 || passage.chapter === 6
      ? []
      : due.flatMap((sweep) => [...passage.plain.matchAll(sweep.words)].flatMap((match) => sayAll(report, passage, match, sweep))),
  )
}

function sayAll(report: Report, passage: Passage, match: RegExpExecArray, sweep: Sweep): readonly Finding[] {
  const sentence = sentenceAt(passage, match.index)
  const words = passage.plain.slice(sentence.start, sentence.end)
  if (!/申请|复议|诉讼/.test(words) || /建议|提案|信访|投诉|留言|工单|热线|咨询|其中|上年|去年|许可|全县|全市|全区/.test(words)) return []
  const count = sweep.against(report.figures)
  return [
    findingAt(passage, { start: match.index, end: match.index + match[0].length }, 'prose.table', 'warning', sweep.say, {
      cells: [sweep.cell],
      found: match[0],
      expected: count,
      values: { count, words: match[0] },
    }),
  ]
}
