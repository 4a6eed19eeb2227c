import type { Line } from '../model.ts'
import { chineseNumber } from './numerals.ts'
import { mask, plainOf } from './plain.ts'

/** What a quantity says: how many, how much money, how long, a share of a whole, a rate, or a difference from another year. */
export type QuantityKind = 'count' | 'money' | 'time' | 'share' | 'rate' | 'change'

/** A quantity in Chinese prose. */
export interface Quantity {
  /** In `unit`: 1.2万条 is 12000 条, 3.5万元 is 3.5 万元. */
  readonly value: number
  /** 条 件 次 … 元 万元 亿元 % 个百分点. Never empty: a bare number is no quantity. */
  readonly unit: string
  readonly kind: QuantityKind
  /** What the true number may be: equal where it is exact; 170余 is 170 to 180, 1.2万 is 11500 to 12500. */
  readonly low: number
  readonly high: number
  readonly exact: boolean
  /** Decimals printed. */
  readonly decimals: number
  /** The words it counts: 政府信息. Empty where the clause names nothing. */
  readonly subject: string
  /** The clause before the number, from the quantity or the punctuation before it; and after the unit. */
  readonly before: string
  readonly after: string
  /** Of a change: more or less than the year before. */
  readonly direction: 'up' | 'down' | null
  /** Offsets in the line of the first character of the number and of the one after the unit. */
  readonly start: number
  readonly end: number
}

/** Every quantity in a line of prose, in its order. Years, dates, ordinals, titles, document and telephone numbers are none. Linear, never throws. */
export function quantitiesOf(line: Pick<Line, 'text'>): readonly Quantity[] {
  const plain = plainOf(line.text)
  return quantitiesIn(plain, mask(plain))
}

/** 元 for amounts of money, whatever their unit; else the value as it stands. */
export function inBaseUnit(value: number, unit: string): number {
  const factor = unit === '万元' ? 10_000 : unit === '亿元' ? 100_000_000 : 1
  return Math.round(value * factor * 1e6) / 1e6
}

/**
 * Measure words, each with what may not follow it because the two then are another word: 条例, 件事, 人民.
 * Longer ones first.
 */
const measures = [
  '个百分点',
  '个工作日',
  '工作日',
  '个自然日',
  '平方公里',
  '平方米',
  '公里',
  '个小时',
  '小时',
  '分钟',
  '个月',
  '人次',
  '户次',
  '件次',
  '篇次',
  '场次',
  '条次',
  '批次',
  '部分(?!公开|内容不)',
  '方面',
  '大类',
  '万元',
  '亿元',
  '元(?!旦|素)',
  '%',
  '‰',
  '倍',
  '条(?![例件款线块])',
  '件(?!事)',
  '次(?![日年月序要第性])',
  '个(?![人别性体税案])',
  '篇(?!章|幅)',
  '场(?![所地景馆合面])',
  '人(?![民员均大工才力社事文身为心们物类数口])',
  '期(?![间限待货])',
  '份(?![额子量])',
  '项(?!目(?!标))',
  '家(?![庭园长校门乡具属禽喻政国])',
  '名(?![单称义录额字词])',
  '部(?![门位署落])',
  '起(?![来草到步点止始])',
  '类(?![别似型])',
  '批(?![准复示发量评])',
  '张(?!贴)',
  '幅(?!度)',
  '册',
  '本(?![报年单机级市县区镇局])',
  '套',
  '处(?![理置罚于室长分级])',
  '宗(?!旨|教)',
  '户(?![籍外口])',
  '位(?![置于列])',
  '字(?![段号符样])',
  '则(?!不)',
  '例(?![如外会行])',
  '块',
  '台(?![账风湾])',
  '种(?![植类子地])',
  '轮(?![换岗训])',
  '堂',
  '节(?![假日约能点])',
  '所(?![有属在列需以得示])',
  '座(?!谈)',
  '支(?![持出付撑部队])',
  '封(?!闭)',
  '笔(?!记)',
  '卷(?!入)',
  '页(?!面)',
  '集(?![中体团约成聚市镇合])',
  '版(?![块面本权])',
  '点(?![击赞对评多])',
  '组(?![织成建长])',
  '亩',
  '吨',
  '天(?![然津气地])',
  '日(?![常报趋益前均志后])',
  '年(?![度检报均初底终末])',
  '周(?![边期年到])',
].join('|')

const times = new Set(['个工作日', '工作日', '个自然日', '个小时', '小时', '分钟', '个月', '天', '日', '年', '周'])
const money = new Set(['元', '万元', '亿元'])

const numeral = '[零一二两三四五六七八九十百千万亿]'
/** 1 range start, 2 number, 3 余/多, 4 万/亿, 5 余/多, 6 measure word, 7 以上/左右. A percentage in words: 8. */
const quantity = new RegExp(
  `(?:(\\d[\\d,]{0,12}(?:\\.\\d{1,6})?) ?[-～至到] ?)?(\\d[\\d,]{0,15}(?:\\.\\d{1,8})?|${numeral}{1,12}) ?([余多])? ?(万|亿)?([余多])? ?(${measures})(以上|左右|以内|以下|不等)?|百分之(${numeral}{1,8}(?:点[零一二三四五六七八九]{1,4})?)`,
  'g',
)

/** A numeral in characters after one of these belongs to another word: 统一, 每一条, 进一步, 前三名. */
const joined = new Set('统进专同唯单任某每逐另之不划首其前这那哪各第归独万划')
/** 一 with these is no count: 一方面, 一起, 一部分. */
const never = new Set('方面 点 道 面 部分 起 块 年 天 日 周 组 节 集 版 本 支 大类 批 倍'.split(' '))

/** More numbers than this in one line are a table that lost its walls, no sentence. */
const most = 400

/** The quantities of a line whose plain and masked forms are known. */
export function quantitiesIn(plain: string, masked: string): readonly Quantity[] {
  const found: Quantity[] = []
  const marks: { start: number; end: number; match: RegExpExecArray }[] = []
  quantity.lastIndex = 0
  for (let match = quantity.exec(masked); match !== null && marks.length < most; match = quantity.exec(masked)) {
    marks.push({ start: match.index, end: match.index + match[0].length, match })
  }
  let previousEnd = 0
  for (let i = 0; i < marks.length; i++) {
    const { start, end, match } = marks[i]!
    const until = marks[i + 1]?.start ?? plain.length
    const read = readQuantity(plain, masked, match, start, end, previousEnd, until)
    if (read === null) continue
    found.push(read)
    previousEnd = end
  }
  return found
}

const zeroAhead = /[A-Za-z0-9.]/

function readQuantity(
  plain: string,
  masked: string,
  match: RegExpExecArray,
  start: number,
  end: number,
  previousEnd: number,
  until: number,
): Quantity | null {
  const inWords = match[8]
  const printed = inWords ?? match[2]!
  const isArabic = inWords === undefined && isArabicDigit(printed)
  const measure = inWords === undefined ? match[6]! : '%'
  const ahead = masked[start - 1] ?? ''
  let number: number | null
  if (isArabic) {
    // A letter or digit before it: part of a code, a version or an address.
    if (zeroAhead.test(ahead)) return null
    number = Number(printed.replaceAll(',', ''))
  } else {
    // 万余份 leaves its 一 unsaid.
    number = inWords !== undefined ? wordsPercent(inWords) : printed === '万' ? 10_000 : chineseNumber(printed)
    if (inWords === undefined && joined.has(ahead)) return null
    if (printed === '一' && (never.has(measure) || isLetter(plain[end] ?? ''))) return null
    if (inWords === undefined && (printed === '二' || ('百千万亿'.includes(printed) && match[3] === undefined && match[5] === undefined)))
      return null
  }
  if (number === null || !Number.isFinite(number)) return null

  const decimals = isArabic && printed.includes('.') ? printed.length - printed.indexOf('.') - 1 : 0
  const myriad = match[4] === '万' ? 10_000 : match[4] === '亿' ? 100_000_000 : 1
  // 元 after 万 is one unit, 万元; before anything else 万 multiplies.
  const unit = measure === '元' && myriad > 1 ? `${match[4]}元` : measure
  const factor = unit === '万元' || unit === '亿元' ? 1 : myriad
  const value = round(number * factor)
  const clauseStart = Math.max(previousEnd, lastBoundary(plain, start, previousEnd))
  const clauseEnd = nextBoundary(plain, end, until)
  const before = plain.slice(clauseStart, start)
  const after = plain.slice(end, Math.max(end, clauseEnd))
  const [low, high] = bounds(value, {
    more: match[3] !== undefined || match[5] !== undefined,
    tail: match[7],
    before,
    rangeFrom: match[1] === undefined ? null : round(Number(match[1].replaceAll(',', '')) * factor),
    rounding: factor > 1 && isArabic ? factor / 10 ** decimals / 2 : 0,
  })
  // The words the sentence has ahead of the number: 占 and 同比 may stand a clause earlier.
  const { kind, direction } = kindOf(unit, before, plain, clauseStart, start)
  return {
    value,
    unit,
    kind,
    low,
    high,
    exact: low === high,
    decimals,
    // Asked for seldom; worked out then.
    get subject() {
      return kind === 'share' || kind === 'rate' || kind === 'change' ? shared(before) : subjectOf(before, after)
    },
    before,
    after,
    direction,
    start: match[1] === undefined ? start : start + match[0].indexOf(printed, match[1].length),
    end,
  }
}

const isArabicDigit = (text: string) => text.charCodeAt(0) <= 57
const isLetter = (char: string) => char >= '\u4e00' && char <= '\u9fff'
const round = (value: number) => Math.round(value * 1e6) / 1e6

function wordsPercent(words: string): number | null {
  const [whole, fraction] = words.split('点') as [string, string | undefined]
  const value = chineseNumber(whole)
  if (value === null || fraction === undefined) return value
  return Number(`${value}.${[...fraction].map((char) => '零一二三四五六七八九'.indexOf(char)).join('')}`)
}

const nearly = /(?:(?<![最附就靠邻临])近|将近|接近)$/
const about = /(?:(?<![预节制特签])约|大约|大概|约为)$/
const above = /(?:超过?|逾|突破|不少于|至少|不低于|上)$/

function bounds(
  value: number,
  signs: { more: boolean; tail: string | undefined; before: string; rangeFrom: number | null; rounding: number },
): [number, number] {
  const { more, tail, before, rangeFrom, rounding } = signs
  if (rangeFrom !== null) return rangeFrom < value ? [rangeFrom, value] : [value, value]
  if (more || tail === '以上' || above.test(before)) return [value, round(value + step(value))]
  if (tail === '以内' || tail === '以下' || nearly.test(before)) return [round(value - step(value)), value]
  if (tail === '左右' || tail === '不等' || about.test(before)) return [round(value - step(value)), round(value + step(value))]
  return rounding > 0 ? [round(value - rounding), round(value + rounding)] : [value, value]
}

/** How far a number that is only about right may be off: the place of its last digit that is not 0, at least a tenth of it. */
function step(value: number): number {
  if (value === 0) return 1
  let place = 1
  while (place < 1e12 && value % (place * 10) === 0) place *= 10
  return Math.max(place, value / 20)
}

const boundary = new Set('，。；：！？、（）')

function lastBoundary(plain: string, from: number, floor: number): number {
  let at = from
  while (at > floor && !boundary.has(plain[at - 1]!)) at--
  return at
}

function nextBoundary(plain: string, from: number, ceiling: number): number {
  let at = from
  while (at < ceiling && !boundary.has(plain[at]!)) at++
  return at
}

const shareWords = /占|比重|比例/
const rateWords = /[率度]/
const compared = /同比|环比|上年|去年|上一年|较(?:19|20)\d{2}|比(?:19|20)\d{2}/
const increase = /(?:增长|增加|上升|提高|提升|增幅|上涨|多|增)(?:了|为|达|率为)? *(?:约|近|超过?)? *$/
const decrease = /(?:减少|下降|降低|降幅|少|减)(?:了|为|达)? *(?:约|近|超过?)? *$/

function kindOf(
  unit: string,
  before: string,
  plain: string,
  clauseStart: number,
  start: number,
): { kind: QuantityKind; direction: 'up' | 'down' | null } {
  const percent = unit === '%' || unit === '‰' || unit === '个百分点'
  const verb = increase.test(before) ? 'up' : decrease.test(before) ? 'down' : null
  // 增加 12 件 alone may be no comparison; 增长 12% always is one.
  if (verb !== null && (percent || compared.test(sinceStop(plain.slice(Math.max(0, clauseStart - 24), start)))))
    return { kind: 'change', direction: verb }
  if (percent) return { kind: !shareWords.test(before) && rateWords.test(before) ? 'rate' : 'share', direction: null }
  if (times.has(unit)) return { kind: 'time', direction: null }
  return { kind: money.has(unit) ? 'money' : 'count', direction: null }
}

/** The words since the last full stop. */
function sinceStop(context: string): string {
  const stop = Math.max(context.lastIndexOf('。'), context.lastIndexOf('；'))
  return context.slice(stop + 1)
}

const leading =
  /^(?:[ □]|其中|分别(?:是|为)?|包括|包含|另有|还有|并且?|以及|同时|此外|全年|全镇|全县|全市|全区|本年度?|今年|当年|年度|年内|[一二三四五六七八九十]{1,2}是|累计|共计?|合计|总计|总共|新增|和|及|与|(?:19|20)\d{2} ?年度?)+/
const trailing =
  /(?:[ ]|共计?|累计|合计|总计|总共|达到?|为|有|是|约|近|超过?|逾|各|了|计|分别|等|数量|总数|总量|件数|条数|占比|仅|均|只|另|还|就|也)+$/
const verbs =
  /(?:主动公开|公开发布|公开|发布|公布|发放|开展|举办|组织|召开|制发|制定|印发|出台|收到|受理|办理|答复|办结|回复|推送|转载|完成|制作|新增|开设|开通|更新|接受|处理|接待|作出|编制|报送|承办|参加|上传|发表|刊发|刊登|设置|设立|建立|修订|废止|收取|共有|现有|拥有|存在|培训|提供|接到|接收|新收|新制作|采取)(?:了|过)?/g
const nouns = /信息公开|政务公开|依申请公开|予以公开|部分公开|不予公开|公开申请|公开平台|公开指南|公开目录|公开栏|公开查阅/g

/** The words a quantity counts: the object before the number (发布信息 12条), else the noun after the unit (12篇文章), else the verb's subject. */
function subjectOf(before: string, after: string): string {
  const words = before.replace(leading, '').replace(trailing, '')
  if (words !== '') {
    const guarded = words.replace(nouns, (noun) => '□'.repeat(noun.length))
    let cut = -1
    let verbAt = -1
    verbs.lastIndex = 0
    for (let match = verbs.exec(guarded); match !== null; match = verbs.exec(guarded)) {
      verbAt = verbAt < 0 ? match.index : verbAt
      cut = match.index + match[0].length
    }
    // 业务培训1条: a short noun that ends in what may be a verb.
    if (cut < 0 || (cut === words.length && verbAt > 0 && words.length <= 6)) return words
    if (cut < words.length) return words.slice(cut).replace(leading, '').replace(trailing, '')
    const noun = followingNoun(after)
    if (noun !== '') return noun
    return words
      .slice(0, verbAt)
      .replace(/^(?:通过|利用|依托|运用|在|经)/, '')
      .replace(leading, '')
  }
  return followingNoun(after)
}

/** What a share or a rate is of: the words before 占, 同比 and the like. */
const shared = (before: string) =>
  before
    .replace(leading, '')
    .replace(/(?:占|同比|比上年|较上年|比去年|较去年|增长|增加|下降|减少).*$/, '')
    .replace(trailing, '')

const followingNoun = (after: string) =>
  after
    .replace(/^ *(?:的)?/, '')
    .replace(/(?:占|同比|较|比|，|均|已|为|是|并|和|与).*$/, '')
    .slice(0, 16)
    .trim()
