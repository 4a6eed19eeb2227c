import type { CellKey, Report } from '../model.ts'
import { inBaseUnit, type Quantity } from './quantities.ts'
import { statementsOf } from './sums.ts'
import { clauseAt, type Passage, passagesOf, type Span, sentenceAt } from './text.ts'

/** What the prose says of a figure that also stands in the tables. */
export interface Claim {
  readonly topic: Topic
  readonly passage: Passage
  readonly span: Span
  /** What the prose says the figure is; equal but for 余, 约 and the like. In 元 for money. */
  readonly low: number
  readonly high: number
  readonly value: number
  /** Null where the prose says that there were none. */
  readonly quantity: Quantity | null
}

export type TopicId =
  | 'received'
  | 'carriedIn'
  | 'carriedOut'
  | 'concluded'
  | 'granted'
  | 'partlyGranted'
  | 'refused'
  | 'unable'
  | 'rejected'
  | 'naturalPerson'
  | 'organization'
  | 'licensing'
  | 'penalties'
  | 'compulsoryMeasures'
  | 'fees'
  | 'issued'
  | 'repealed'
  | 'inForce'
  | 'reconsideration'
  | 'litigation'
  | 'challenges'

/** A figure that prose and tables both give. */
export interface Topic {
  readonly id: TopicId
  readonly name: { readonly 'zh-CN': string; readonly en: string }
  /** The cell to look at. */
  readonly cells: readonly CellKey[]
  /** Sums of cells a careful writer may mean by the words: 收到 with or without what was carried in. */
  readonly means: readonly (readonly CellKey[])[]
  /** Counts that only these units give. */
  readonly units: ReadonlySet<string>
  /** The words from the last mark or quantity to the number, and those after the unit. */
  readonly says: (words: {
    readonly before: string
    readonly after: string
    readonly sentence: string
    readonly inRequests: boolean
  }) => boolean
}

const total = (...rows: string[]): readonly CellKey[] => rows.map((row) => `requests.${row}.total`)
const refused = [
  'refusedStateSecret',
  'refusedByLaw',
  'refusedSafety',
  'refusedThirdParty',
  'refusedInternal',
  'refusedProcess',
  'refusedEnforcementFile',
  'refusedInquiry',
]
const unable = ['unableNotHeld', 'unableToCreate', 'unableUnclear']
const rejected = ['rejectedPetition', 'rejectedDuplicate', 'rejectedPublication', 'rejectedExcessive', 'rejectedReconfirm']
const organizations = ['enterprise', 'research', 'socialOrganization', 'legalService', 'other']

const cases = new Set(['件', '份', '次', '宗', '起', '条', '个', '例', '项', '件次'])
const decisions = new Set(['件', '宗', '起', '例', '项', '个'])
const amounts = new Set(['元', '万元', '亿元'])

/** Cases that are no requests for information, though the words 收到 and 办理 serve for them too. */
const otherCases = /建议|提案|许可|处罚|信访|投诉|举报|留言|工单|诉求|咨询|热线|来信|来电|邮件|信箱|不动产|救助|低保|证明/
const channel = /网络|网上|网站|邮|信函|当面|现场|传真|平台|窗口|线上|线下|书面|口头/
/** 予以公开及部分公开的42件: one number for two outcomes. */
const joined = /公开(?:的)?(?:和|及|与|或|以及)/
const published = /主动公开|公示|公布|发布|公开(?:了|各类|行政)|信息|清单|目录|指南|流程/

/** Every topic, in the order they are tried: the first whose words fit has the quantity. */
export const topics: readonly Topic[] = [
  {
    id: 'carriedIn',
    name: { 'zh-CN': '上年结转的申请', en: 'requests carried in' },
    cells: total('carriedIn'),
    means: [total('carriedIn')],
    units: cases,
    says: ({ before, after, inRequests }) =>
      inRequests && /(?:上年度?|去年|上一年度?|往年|20\d\d年度?)[^，。；]{0,8}结转|结转上/.test(before + after),
  },
  {
    id: 'carriedOut',
    name: { 'zh-CN': '结转下年度的申请', en: 'requests carried out' },
    cells: total('carriedOut'),
    means: [total('carriedOut')],
    units: cases,
    says: ({ before, after, inRequests }) =>
      inRequests && /结转(?:至|到|入)?(?:下|次|明|20\d\d)|转入下|^[^，。；]{0,6}结转(?:下|至|到)/.test(before + after),
  },
  {
    id: 'partlyGranted',
    name: { 'zh-CN': '部分公开', en: 'partly granted' },
    cells: total('partlyGranted'),
    means: [total('partlyGranted')],
    units: cases,
    says: ({ before, after, inRequests }) =>
      inRequests && !joined.test(before) && (/部分公开(?:的|答复|申请)? *$/.test(before) || /^ *(?:予以)?部分公开/.test(after)),
  },
  {
    id: 'refused',
    name: { 'zh-CN': '不予公开', en: 'refused' },
    cells: total(...refused),
    means: [total(...refused)],
    units: cases,
    says: ({ before, after, inRequests }) => inRequests && (/不予公开(?:的|答复|申请)? *$/.test(before) || /^ *不予公开/.test(after)),
  },
  {
    id: 'unable',
    name: { 'zh-CN': '无法提供', en: 'unable to provide' },
    cells: total(...unable),
    means: [total(...unable)],
    units: cases,
    says: ({ before, after, inRequests }) => inRequests && (/无法提供(?:的|答复|申请)? *$/.test(before) || /^ *无法提供/.test(after)),
  },
  {
    id: 'rejected',
    name: { 'zh-CN': '不予处理', en: 'not handled' },
    cells: total(...rejected),
    means: [total(...rejected)],
    units: cases,
    says: ({ before, after, inRequests }) => inRequests && (/不予处理(?:的|答复|申请)? *$/.test(before) || /^ *不予处理/.test(after)),
  },
  {
    id: 'granted',
    name: { 'zh-CN': '予以公开', en: 'granted' },
    cells: total('granted'),
    means: [total('granted'), total('granted', 'partlyGranted')],
    units: cases,
    says: ({ before, after, inRequests }) =>
      inRequests &&
      !joined.test(before) &&
      (/予以公开(?:的|答复|申请)? *$/.test(before) || /^ *予以公开(?!(?:和|及|与|或|、)部分)/.test(after)),
  },
  {
    id: 'naturalPerson',
    name: { 'zh-CN': '自然人申请', en: 'requests by natural persons' },
    cells: ['requests.received.naturalPerson'],
    means: [
      ['requests.received.naturalPerson'],
      ['requests.received.naturalPerson', 'requests.carriedIn.naturalPerson'],
      ['requests.concluded.naturalPerson'],
    ],
    units: cases,
    says: ({ before, after, inRequests }) =>
      inRequests && /自然人(?:的)?(?:申请|提出|提交|提出的?申请)?(?:为|共)? *$/.test(before) && !channel.test(after),
  },
  {
    id: 'organization',
    name: { 'zh-CN': '法人或其他组织申请', en: 'requests by organisations' },
    cells: organizations.map((kind) => `requests.received.${kind}`),
    means: [
      organizations.map((kind) => `requests.received.${kind}`),
      organizations.flatMap((kind) => [`requests.received.${kind}`, `requests.carriedIn.${kind}`]),
      organizations.map((kind) => `requests.concluded.${kind}`),
    ],
    units: cases,
    says: ({ before, inRequests }) =>
      inRequests && /法人(?:或|和|及|与|或者)?其他组织(?:的)?(?:申请|提出|提交|提出的?申请)?(?:为|共)? *$/.test(before),
  },
  {
    id: 'received',
    name: { 'zh-CN': '收到的申请', en: 'requests received' },
    cells: total('received'),
    means: [total('received'), total('received', 'carriedIn')],
    units: cases,
    says: ({ before, after, sentence }) => {
      const verb = /(?:收到|新收|接到|受理|接收|收悉)([^，。；]{0,30})$/.exec(before)
      if (verb === null || channel.test(before) || otherCases.test(before + after)) return false
      if (/自然人|法人|企业|个人|公民个/.test(before) || /^[^，。；]{0,6}(?:自然人|企业|法人)/.test(after)) return false
      return /申请/.test(before + after.slice(0, 16)) || (/依申请公开/.test(sentence) && /^(?:了|共|到|件)? *$/.test(verb[1]!))
    },
  },
  {
    id: 'concluded',
    name: { 'zh-CN': '办结的申请', en: 'requests concluded' },
    cells: total('concluded'),
    means: [
      total('concluded'),
      total('received'),
      total('granted', 'partlyGranted', ...refused, ...unable),
      total('granted', 'partlyGranted', ...refused, ...unable, ...rejected),
    ],
    units: cases,
    says: ({ before, after, inRequests, sentence }) =>
      inRequests &&
      /(?:办结|答复|办理完毕|办理完结|处理完毕)(?:完毕|完成|政府|信息公开|依申请公开|申请|共|了|的|数|数量|为|计)* *$/.test(before) &&
      !otherCases.test(sentence) &&
      !/当场|延期|按期|超期|逾期|上年|去年/.test(before) &&
      !channel.test(before + after),
  },
  decisionTopic('licensing', '行政许可', 'licences'),
  decisionTopic('penalties', '行政处罚', 'penalties'),
  decisionTopic('compulsoryMeasures', '行政强制', 'compulsory measures'),
  {
    id: 'fees',
    name: { 'zh-CN': '行政事业性收费', en: 'administrative fees' },
    cells: ['proactive.fees'],
    means: [['proactive.fees']],
    units: amounts,
    says: ({ before }) => /行政事业性收费(?:收入|金额|总额|总金额|共计?|合计|累计|为|达)* *(?:人民币)?$/.test(before),
  },
  {
    id: 'repealed',
    name: { 'zh-CN': '废止的规范性文件', en: 'normative documents repealed' },
    cells: ['proactive.normativeDocuments.repealed'],
    means: [['proactive.normativeDocuments.repealed']],
    units: new Set(['件', '份', '个', '部']),
    says: ({ before, after, sentence }) =>
      /规范性文件/.test(sentence) &&
      /^[^，。；]{0,8}废止(?:行政)?(?:规范性文件)?(?:共|了)? *$/.test(before) &&
      !/失效|修改|修订|拟|建议/.test(before + after),
  },
  {
    id: 'inForce',
    name: { 'zh-CN': '现行有效的规范性文件', en: 'normative documents in force' },
    cells: ['proactive.normativeDocuments.inForce'],
    means: [['proactive.normativeDocuments.inForce']],
    units: new Set(['件', '份', '个', '部']),
    says: ({ before, after, sentence }) =>
      /规范性文件/.test(sentence) && (/现行有效(?:的)?(?:行政)?(?:规范性文件)?(?:共|有|为)* *$/.test(before) || /^ *现行有效/.test(after)),
  },
  {
    id: 'issued',
    name: { 'zh-CN': '制发的规范性文件', en: 'normative documents issued' },
    cells: ['proactive.normativeDocuments.issued'],
    means: [
      ['proactive.normativeDocuments.issued'],
      ['proactive.normativeDocuments.newlyMade'],
      ['proactive.normativeDocuments.issued', 'proactive.rules.issued'],
    ],
    units: new Set(['件', '份', '个', '部']),
    says: ({ before, after }) =>
      /(?:制发|制定|印发|出台|新制作)(?:出台|印发|发布|了|公布)*(?:行政)?规范性文件(?:共|计|累计)* *$/.test(before) ||
      (/(?:制发|制定|印发|出台)(?:出台|印发|发布|了|公布)*(?:共)? *$/.test(before) && /^ *(?:行政)?规范性文件/.test(after)),
  },
  challengeTopic('reconsideration', '行政复议', 'reconsiderations', ['reconsideration']),
  challengeTopic('litigation', '行政诉讼', 'lawsuits', ['directLitigation', 'litigationAfterReconsideration']),
]

/** Decisions in a row of table 二. Publications about them (公示行政许可信息 N 条) are other numbers. */
function decisionTopic(id: 'licensing' | 'penalties' | 'compulsoryMeasures', word: string, en: string): Topic {
  const ahead = new RegExp(`${word}(?:措施)?(?:处理)?(?:决定|案件|业务)?(?:书|数量?)?(?:共计?|累计|为)? *$`)
  const behind = new RegExp(`^ *${word}(?:决定|案件)`)
  return {
    id,
    name: { 'zh-CN': `${word}决定`, en },
    cells: [`proactive.${id}`],
    means: [[`proactive.${id}`], [`proactive.${id}.decisions`]],
    units: decisions,
    says: ({ before, after, sentence }) =>
      (ahead.test(before) || (behind.test(after) && /作出|实施|办理|下达/.test(before))) &&
      !published.test(sentence) &&
      !/事项|类/.test(before + after.slice(0, 4)),
  }
}

/** A group of table 四, counted as suits against this body, not as cases it decides. */
function challengeTopic(id: 'reconsideration' | 'litigation', word: string, en: string, groups: readonly string[]): Topic {
  const ahead = new RegExp(`${word}(?:案件|申请)?(?:共|共计|数量?|为|有)* *$`)
  const behind = new RegExp(`^ *(?:被)?(?:提起|申请)?${word}`)
  return {
    id,
    name: { 'zh-CN': word, en },
    cells: groups.map((group) => `challenges.${group}.total`),
    means: [groups.map((group) => `challenges.${group}.total`), ...groups.map((group) => [`challenges.${group}.total`])],
    units: cases,
    says: ({ before, after, sentence }) =>
      (ahead.test(before) || behind.test(after)) &&
      /信息公开|公开申请/.test(sentence) &&
      !/审理|审结|受理|办理|化解|应诉|代理|维持|纠正|撤销|上诉|二审/.test(before + after.slice(0, 8)),
  }
}

/** Both kinds of challenge together: 没有行政复议、行政诉讼. */
const challenges: Topic = {
  id: 'challenges',
  name: { 'zh-CN': '行政复议、行政诉讼', en: 'reconsiderations and lawsuits' },
  cells: ['challenges.reconsideration.total', 'challenges.directLitigation.total', 'challenges.litigationAfterReconsideration.total'],
  means: [['challenges.reconsideration.total', 'challenges.directLitigation.total', 'challenges.litigationAfterReconsideration.total']],
  units: cases,
  says: () => false,
}
const topic = (id: TopicId): Topic => (id === 'challenges' ? challenges : topics.find((other) => other.id === id)!)

/** Words that give the number of others: the whole county, the bodies below, part of the year. */
const otherScope =
  /全[县市省州盟旗](?!.{0,4}委)|全区(?!.{0,4}委)|全系统|各(?:部门|单位|乡镇|镇|街道|乡|科室|村|委办局|成员)|所属|下属|[县市区]直|上半年|下半年|季度|月份|以来|历年|近年|年均|平均|拟|计划|目标|力争|不少于|应/
const otherYear = /上年|去年|上一年|前年|同期|往年/

const claims = new WeakMap<Report, readonly Claim[]>()

/** What the prose says of figures that stand in the tables: clearly of this body, and of the whole year. In the order of the text. */
export function claimsOf(report: Report): readonly Claim[] {
  let found = claims.get(report)
  if (found === undefined) {
    found = readClaims(report)
    claims.set(report, found)
  }
  return found
}

function readClaims(report: Report): readonly Claim[] {
  const passages = passagesOf(report)
  const found: Claim[] = []
  const named = new Set(statementsOf(passages).flatMap((statement) => statement.parts))
  let underRequests = false
  for (const passage of passages) {
    const { plain } = passage
    if (passage.chapter === 5) continue
    if (isHeading(plain)) underRequests = /依申请/.test(plain)
    const inRequests =
      underRequests || /依申请公开|公开申请|信息申请|申请人|(?:收到|受理|答复|办结)申请/.test(plain) || passage.chapter === 3
    for (const quantity of passage.quantities) {
      if (quantity.kind !== 'count' && quantity.kind !== 'money') continue
      const sentence = sentenceAt(passage, quantity.start)
      const ahead = plain.slice(sentence.start, quantity.start)
      // 收到申请的, 12件: the verb may stand a clause before its number.
      const before = wordsBefore(passage, quantity, ahead)
      const words = { before, after: quantity.after, sentence: plain.slice(sentence.start, sentence.end), inRequests }
      const hit = topics.find((other) => other.units.has(quantity.unit) && other.says(words))
      if (hit === undefined) continue
      if (named.has(quantity) && !partsToo.has(hit.id)) continue
      if (otherScope.test(ahead) || isOfOtherYear(report, hit.id, ahead, quantity)) continue
      if (hit.id !== 'received' && isJoint(passage, quantity)) continue
      if (outcomes.has(hit.id) && countsDocuments(passage, sentence)) continue
      const { unit } = quantity
      found.push({
        topic: hit,
        passage,
        span: quantity,
        quantity,
        value: inBaseUnit(quantity.value, unit),
        low: inBaseUnit(quantity.low, unit),
        high: inBaseUnit(quantity.high, unit),
      })
    }
    readNone(report, passage, inRequests, found)
  }
  return found
}

/** From the last comma or number to the quantity; a clause more where that says nothing: 收到申请的，共12件. */
function wordsBefore({ plain, quantities }: Passage, quantity: Quantity, ahead: string): string {
  const previous = quantities[quantities.indexOf(quantity) - 1]?.end ?? 0
  // Not past another number: 新收57件，上年结转3件，共60件 is the sum of both.
  if (/^(?:[ 共计合总累有为达到]|其中)*$/.test(quantity.before) && !plain.slice(0, quantity.start - quantity.before.length).endsWith('、'))
    return plain.slice(Math.max(quantity.start - Math.min(40, ahead.length), previous), quantity.start).replace(everyone, '')
  let from = quantity.start
  while (from > previous && !'，。；：（）'.includes(plain[from - 1]!)) from--
  return plain.slice(from, quantity.start).replace(everyone, '')
}

/** The law's words for anybody who applies. */
const everyone = /(?:公民|自然人)、?法人(?:和|或|及|或者)?其他(?:社会)?组织/

/** Outcomes and applicants are named as parts by nature. */
const partsToo = new Set<TopicId>([
  'granted',
  'partlyGranted',
  'refused',
  'unable',
  'rejected',
  'naturalPerson',
  'organization',
  'carriedIn',
  'carriedOut',
  'concluded',
])

const outcomes = new Set<TopicId>(['granted', 'partlyGranted', 'refused', 'unable', 'rejected'])

/** 认定公文215份，其中不予公开31份: documents by their class, no requests by their outcome. A sentence that opens with 其中 goes on with the one before. */
function countsDocuments({ plain, sentences }: Passage, sentence: Span): boolean {
  const opens = plain.slice(sentence.start, sentence.start + 4).includes('其中')
  const from = opens ? (sentences[sentences.indexOf(sentence) - 1]?.start ?? sentence.start) : sentence.start
  const words = plain.slice(from, sentence.end)
  return /公文|发文|文件|公开属性|认定/.test(words) && !/(?<!依)申请|答复/.test(words)
}

/** A short line without a full stop. */
export const isHeading = (plain: string): boolean => plain.length <= 24 && !/[。；，]/.test(plain.trim().slice(0, -1))

function isOfOtherYear(report: Report, id: TopicId, ahead: string, quantity: Quantity): boolean {
  if (id === 'carriedIn') return false
  if (otherYear.test(quantity.before) || /^[^，。；]{0,3}(?:同期|去年|上年)/.test(quantity.after)) return true
  const years = ahead.match(/(?:19|20)\d{2}(?= ?年)/g)
  const last = years?.at(-1)
  return last !== undefined && report.year !== null && id !== 'carriedOut' && Number(last) !== report.year
}

/** 行政许可、行政处罚12件: one number for several things. */
function isJoint({ masked, quantities }: Passage, quantity: Quantity): boolean {
  const from = quantity.start - quantity.before.length
  if (masked[from - 1] !== '、') return false
  const item = masked.slice(Math.max(0, from - 14), from - 1)
  const last = Math.max(
    item.lastIndexOf('，'),
    item.lastIndexOf('。'),
    item.lastIndexOf('；'),
    item.lastIndexOf('、'),
    item.lastIndexOf('：'),
  )
  const itemStart = from - 1 - (item.length - 1 - last)
  return !quantities.some((other) => other.start >= itemStart && other.end <= from)
}

const noRequest =
  /(?:未|没有|无|未曾|尚未|零)(?:有)?(?:收到|接到|受理|接收到?|发生|收)?(?:过|任何|相关|有关|公民|法人|和|及|或|其他|组织|、|处理|办理|提出|提交|的|政府|向我镇|单位|信息公开|信息|依)*申请(?!人|书|表|条|不|被|材|费|异|而|行政复)(?:公开)?|收到[^，。；]{0,16}申请(?:数量?)?(?:均)?为零/g
const noChallenge =
  /(?:未|没有|无|未曾)(?:发生|收到|接到|出现|产生|有|被|涉及|因)*[^，。；]{0,26}?(?:行政复议|行政诉讼|复议|诉讼)(?:[、和及或与]?(?:提起)?(?:行政)?(?:诉讼|复议))?(?!.{0,6}(?:败诉|纠|撤销|意见))/g

/** 未收到申请, 没有行政复议: that there were none is a claim too. */
function readNone(report: Report, passage: Passage, inRequests: boolean, into: Claim[]): void {
  const { plain } = passage
  if (!/[未没无零]/.test(plain)) return
  const push = (match: RegExpExecArray, id: TopicId) => {
    const clause = clauseAt(plain, match.index)
    const sentence = sentenceAt(passage, match.index)
    const ahead = plain.slice(sentence.start, match.index)
    const years = ahead.match(/(?:19|20)\d{2}(?= ?年)/g)
    const last = years?.at(-1)
    if (last !== undefined && report.year !== null && Number(last) !== report.year) return
    const words = plain.slice(clause.start, clause.end)
    if (
      otherYear.test(plain.slice(clause.start, match.index)) ||
      otherScope.test(ahead) ||
      channel.test(words) ||
      /超期|逾期|不予|如|若|凡/.test(words)
    )
      return
    into.push({
      topic: topic(id),
      passage,
      span: { start: match.index, end: match.index + match[0].length },
      quantity: null,
      value: 0,
      low: 0,
      high: 0,
    })
  }
  if (inRequests) for (const match of plain.matchAll(noRequest)) push(match, 'received')
  if (!/信息公开|政务公开/.test(plain) && passage.chapter !== 4) return
  for (const match of plain.matchAll(noChallenge)) {
    const both = match[0].includes('复议') && match[0].includes('诉讼')
    push(match, both ? 'challenges' : match[0].includes('复议') ? 'reconsideration' : 'litigation')
  }
}

/** What the tables hold for a topic: each of the sums it may mean, in 元 for money; null where a cell is not known. */
export function tabled(report: Report, { means, id }: Topic): readonly { readonly cells: readonly CellKey[]; readonly value: number }[] {
  return means.flatMap((cells) => {
    let sum = 0
    for (const cell of cells) {
      const figure = report.figures[cell]
      if (figure === null || figure === undefined) return []
      sum += figure
    }
    return [{ cells, value: id === 'fees' ? inBaseUnit(sum, '万元') : sum }]
  })
}
