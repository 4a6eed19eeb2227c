/**
 * The first text of a report, drafted from the year's records, chapter by chapter. Figures are bound, so that they follow the records; what no
 * record tells is left to whoever writes, under a line that says what belongs there. Pure: the sentences are the report's own language, Chinese.
 */
import type { EntryValues } from '#registers'
import { denials } from './denials.ts'
import type { CountedYear } from './model.ts'

/** What the drafting looks at beside the figures. */
export interface DraftFacts {
  readonly body: {
    readonly name: string
    readonly kind: string
    readonly unit: string
    readonly address: string
    readonly postcode: string
    readonly phone: string
    /** Where the report will stand. */
    readonly website: string
  }
  readonly year: number
  /** Notices from above on this year's report. */
  readonly notices: readonly EntryValues[]
  /** Entries of the year, by register. */
  readonly entries: Readonly<Record<string, readonly EntryValues[]>>
  /** Last year's chapter five as it was published; null where there is none. */
  readonly lastProblems: string | null
}

/** Chapters 0–6. Empty where the form has tables alone. */
export function draftOf(counted: CountedYear, facts: DraftFacts): Readonly<Record<number, string>> {
  return { 0: preface(facts), 1: overall(counted, facts), 2: '', 3: '', 4: '', 5: problems(facts), 6: others(counted, facts) }
}

/** Of a government, from the sums of what was filed to it: what the sums say is written, the rest is left to its office. */
export function draftOfGovernment(counted: CountedYear, facts: DraftFacts): Readonly<Record<number, string>> {
  const { figures } = counted
  const some = figures['requests.received.total']! + figures['requests.carriedIn.total']! > 0
  return {
    0: preface(facts),
    1: [
      `（一）主动公开。${figures['proactive.normativeDocuments.issued']! > 0 ? '制发行政规范性文件{{proactive.normativeDocuments.issued}}件。' : `${denials.documents.text}。`}${decided(figures)}【全县主动公开的重点：公开了什么、怎样解读回应。】`,
      `（二）依申请公开。${
        some
          ? `全年收到政府信息公开申请{{requests.received.total}}件，其中自然人{{requests.received.naturalPerson}}件${figures['requests.carriedIn.total']! > 0 ? '；上年结转{{requests.carriedIn.total}}件' : ''}。办结{{requests.concluded.total}}件，予以公开{{requests.granted.total}}件，部分公开{{requests.partlyGranted.total}}件${figures['requests.carriedOut.total']! > 0 ? '，结转下年度{{requests.carriedOut.total}}件' : ''}。${challenges(figures)}`
          : `全年没有收到政府信息公开申请。${challenges(figures)}`
      }`,
      '（三）政府信息管理。【全县的制度、目录、规范性文件清理。】',
      '（四）平台建设。【政府网站和政务新媒体的开设、关停、检查。】',
      '（五）监督保障。【培训、检查，工作考核、社会评议、责任追究的结果。】',
    ].join('\n'),
    2: '',
    3: '',
    4: '',
    5: problems(facts),
    6: '（一）收取信息处理费情况。【全县各机关收取的件数和金额；没有收取就写没有。】\n（二）【其他需要报告的事项；没有就写没有。】',
  }
}

function preface({ body, year, notices }: DraftFacts): string {
  const cited = notices.map(({ title, number }) => `《${String(title).replaceAll(/[《》]/g, '')}》（${number}）`)
  const bases = [
    '《中华人民共和国政府信息公开条例》（国务院令第711号）',
    '《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）',
    ...cited,
  ]
  const contact = [body.address && `地址：${body.address}`, body.postcode && `邮编：${body.postcode}`, body.phone && `电话：${body.phone}`]
    .filter(Boolean)
    .join('，')
  return [
    `根据${listed(bases)}的要求，编制本报告。`,
    `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。${body.website ? `电子版可在${body.website}查阅。` : ''}${contact ? `如有疑问，请与${body.unit ? `${body.name}${body.unit}` : body.name}联系（${contact}）。` : ''}`,
  ].join('\n')
}

function overall({ figures }: CountedYear, { entries }: DraftFacts): string {
  const has = (name: string) => (figures[name] ?? 0) > 0
  const of = (register: string) => entries[register] ?? []
  const names = (register: string, field: string, most = 3) =>
    of(register)
      .slice(0, most)
      .map((values) => `“${String(values[field])}”`)

  const proactive = [
    has('posts.sum')
      ? `全年主动公开信息{{posts.sum}}条${parts(figures, 'posts.sum', { website: '政府网站', wechat: '微信公众号', weibo: '微博' }, '条')}。`
      : `${denials.posts.text}。`,
    has('normative-documents.begun') ? '制发行政规范性文件{{normative-documents.begun}}件。' : `${denials.documents.text}。`,
    decided(figures),
    has('proposals.begun')
      ? `承办建议提案{{proposals.begun}}件${parts(figures, 'proposals.begun', { congress: '人大代表建议', conference: '政协提案' }, '件')}${has('proposals.ended') ? '，办结{{proposals.ended}}件' : ''}。`
      : '',
  ]
  const received = figures['requests.received.total']! + figures['requests.carriedIn.total']!
  const requests =
    received === 0
      ? [`${denials.requests.text}。`]
      : [
          `全年收到政府信息公开申请{{requests.received.total}}件，其中自然人{{requests.received.naturalPerson}}件${has('requests.carriedIn.total') ? '；上年结转{{requests.carriedIn.total}}件' : ''}。`,
          `办结{{requests.concluded.total}}件，予以公开{{requests.granted.total}}件，部分公开{{requests.partlyGranted.total}}件${has('requests.carriedOut.total') ? '，结转下年度{{requests.carriedOut.total}}件' : ''}。`,
          has('cases.extended') ? '经批准延长答复期限{{cases.extended}}件。' : '',
          has('cases.late') ? '逾期答复{{cases.late}}件。' : `${denials.late.text}。`,
          challenges(figures),
        ]
  const management = [
    has('systems.begun') ? `制定、修订制度{{systems.begun}}项${brief(names('systems', 'title'))}。` : '',
    has('normative-documents.ended') ? '废止行政规范性文件{{normative-documents.ended}}件。' : '',
    has('normative-documents.standing') ? '现行有效行政规范性文件{{normative-documents.standing}}件。' : '',
  ]
  const platform = [
    has('accounts.standing')
      ? `在用网站和政务新媒体账号{{accounts.standing}}个${parts(figures, 'accounts.standing', { website: '网站', wechat: '微信公众号', weibo: '微博', video: '短视频账号' }, '个')}。`
      : `依托上级政府网站公开信息，${denials.accounts.text}。`,
    has('accounts.begun') ? '本年新开设{{accounts.begun}}个。' : '',
    has('accounts.ended') ? '关停{{accounts.ended}}个。' : '',
  ]
  const supervision = [
    has('leading-group.standing') ? '政务公开工作领导小组有成员{{leading-group.standing}}人。' : '',
    has('meetings.begun') ? '召开专题会议{{meetings.begun}}次。' : '',
    has('training.begun.training')
      ? `举办培训{{training.begun.training}}次${brief(
          of('training')
            .filter(({ kind }) => kind === 'training')
            .slice(0, 3)
            .map(({ topic }) => `“${topic}”`),
        )}。`
      : '',
    has('training.begun.open-day') ? '举办政府开放日{{training.begun.open-day}}次。' : '',
    has('inspections.begun') ? '接受上级检查{{inspections.begun}}次。' : '',
    has('appraisal.begun')
      ? `工作考核：${of('appraisal')
          .map(({ result, what }) => String(result ?? what))
          .join('；')}。`
      : `${denials.appraisal.text}。`,
    has('ratings.begun')
      ? `社会评议：${of('ratings')
          .map(({ satisfied, result, what }) => [what, satisfied && `满意度${satisfied}`, result].filter(Boolean).join('，'))
          .join('；')}。`
      : `${denials.ratings.text}。`,
    has('accountability.begun')
      ? `责任追究：${of('accountability')
          .map(({ result, what }) => String(result ?? what))
          .join('；')}。`
      : `${denials.accountability.text}。`,
  ]
  return [
    `（一）主动公开。${proactive.join('')}`,
    `（二）依申请公开。${requests.join('')}`,
    `（三）政府信息管理。${management.join('') || '【本机关今年怎样管理政府信息：谁审查、目录何时清理、动态调整了什么，写实际做的。】'}`,
    `（四）平台建设。${platform.join('')}`,
    `（五）监督保障。${supervision.join('')}`,
  ].join('\n')
}

/** Decisions and fees of table 二 that are not 0. */
function decided(figures: Readonly<Record<string, number>>): string {
  const named = { 'proactive.licensing': '行政许可', 'proactive.penalties': '行政处罚', 'proactive.compulsoryMeasures': '行政强制' }
  const some = Object.entries(named).filter(([key]) => figures[key]! > 0)
  const fees = figures['proactive.fees']! > 0 ? '收取行政事业性收费{{proactive.fees}}万元。' : ''
  return some.length === 0 ? fees : `作出${some.map(([key, name]) => `${name}决定{{${key}}}件`).join('、')}。${fees}`
}

function challenges(figures: Readonly<Record<string, number>>): string {
  const reviews = figures['challenges.reconsideration.total']!
  const suits = figures['challenges.directLitigation.total']! + figures['challenges.litigationAfterReconsideration.total']!
  if (reviews + suits === 0) return `${denials.challenges.text}。`
  const said = [
    reviews > 0 ? '被申请行政复议{{challenges.reconsideration.total}}件' : '',
    figures['challenges.directLitigation.total']! > 0 ? '未经复议直接起诉{{challenges.directLitigation.total}}件' : '',
    figures['challenges.litigationAfterReconsideration.total']! > 0
      ? '复议后起诉{{challenges.litigationAfterReconsideration.total}}件'
      : '',
  ]
  return `${said.filter(Boolean).join('，')}。`
}

function problems({ entries, lastProblems, year }: DraftFacts): string {
  const found = entries['self-inspections'] ?? []
  const open = found.filter(({ mendedOn }) => mendedOn === undefined)
  const lines = found.map(({ problems: text }, at) => `${ordinal(at)}是${sentence(String(text))}`)
  const measures = found
    .flatMap(({ mended }) => (mended === undefined ? [] : [sentence(String(mended))]))
    .map((text, at) => `${ordinal(at)}是${text}`)
  return [
    lastProblems === null
      ? ''
      : `（一）上年度问题的改进情况。针对上年度报告所列的问题，${measures.length > 0 ? '已作如下改进。' : '【上年度报告列的每个问题，今年做了什么。】'}`,
    `${lastProblems === null ? '（一）' : '（二）'}存在的主要问题。${lines.length > 0 ? lines.join('') : `【${year}年自查发现的具体问题：哪个栏目、哪类信息、差在哪里，不写套话。】`}`,
    `${lastProblems === null ? '（二）' : '（三）'}改进情况。${measures.length > 0 ? measures.join('') : '【每个问题对应一条措施：由谁、到什么时候做到什么程度。】'}${open.length > 0 && measures.length > 0 ? `尚未整改到位的${chineseNumber(open.length)}项，下年度继续整改。` : ''}`,
  ]
    .filter(Boolean)
    .join('\n')
}

function others({ figures }: CountedYear, { notices, entries }: DraftFacts): string {
  const fees =
    figures['cases.notices']! > 0
      ? '（一）收取信息处理费情况。本年度发出收费通知{{cases.notices}}件，应收信息处理费{{cases.billed}}元，实收{{cases.paid}}元。'
      : `（一）收取信息处理费情况。${denials.fees.text}。`
  const extras = notices
    .flatMap(({ extras: text }) => (typeof text === 'string' ? text.split('\n') : []))
    .map((line) => line.trim())
    .filter(Boolean)
  // Fees stand first in the chapter anyway.
  const parts = extras
    .filter((extra) => !/信息处理费/.test(extra))
    .map((extra) => {
      if (/建议|提案/.test(extra) && (figures['proposals.begun'] ?? 0) > 0)
        return `${extra}。承办建议提案{{proposals.begun}}件，办结{{proposals.ended}}件。`
      if (/创新/.test(extra)) return `${extra}。${innovations(entries)}`
      return `${extra}。【上级通知要求写这一项，写本机关今年的实际情况。】`
    })
  if (!extras.some((extra) => /创新/.test(extra)) && (entries.innovations ?? []).length > 0) parts.push(`创新做法。${innovations(entries)}`)
  return [
    fees,
    ...parts.map((text, at) => `（${chineseNumber(at + 2)}）${text}`),
    parts.length === 0 ? '（二）没有其他需要报告的事项。' : '',
  ]
    .filter(Boolean)
    .join('\n')
}

const innovations = (entries: DraftFacts['entries']): string => {
  const rows = entries.innovations ?? []
  return rows.length === 0
    ? '本年度没有需要报告的创新做法。'
    : rows.map(({ title, text }) => `${title}：${sentence(String(text))}`).join('')
}

const sentence = (text: string): string => `${text.replaceAll(/\s*\n\s*/g, '').replace(/[。；;，,\s]+$/, '')}。`
const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join('、')}和${items.at(-1)}`
const brief = (items: readonly string[]): string => (items.length === 0 ? '' : `，有${items.join('、')}`)
const ordinal = (at: number): string => chineseNumber(at + 1)

/** 其中网站 … 条，微信 … 条: the parts of a measure that are not 0, where there is more than one. */
function parts(figures: Readonly<Record<string, number>>, measure: string, names: Readonly<Record<string, string>>, unit: string): string {
  const some = Object.entries(names).filter(([part]) => (figures[`${measure}.${part}`] ?? 0) > 0)
  return some.length < 2 ? '' : `，其中${some.map(([part, name]) => `${name}{{${measure}.${part}}}${unit}`).join('、')}`
}

/** 1–99 as ordinals of clauses have them. */
function chineseNumber(value: number): string {
  const digits = '〇一二三四五六七八九'
  if (value < 10) return digits[value]!
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  return `${tens === 1 ? '' : digits[tens]}十${ones === 0 ? '' : digits[ones]}`
}
