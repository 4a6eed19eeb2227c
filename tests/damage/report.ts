/** Valid reports, as fast-check draws them: sparse figures whose identities hold by construction, and prose of our own around them. */
import fc from 'fast-check'
import { type CellKey, cellKeys, type Edition, formOf, otherHandlingKeys } from '#report'
import { dice } from './dice.ts'

export interface MadeReport {
  readonly edition: Edition
  /** A 2021 report whose （六）其他处理 is one row. */
  readonly joint: boolean
  readonly figures: Readonly<Record<CellKey, number>>
  readonly year: number
  readonly titleLines: readonly string[]
  /** What a reader must give for the title and the body's name. */
  readonly title: string
  readonly body: string
  readonly preface: readonly string[]
  /** Prose of chapters 1–6; 2–4 have none. */
  readonly chapters: readonly (readonly string[])[]
  readonly signature: { readonly name: string; readonly date: string } | null
}

/** Mostly nothing, often a few, seldom many. */
const count = fc.oneof(
  { weight: 12, arbitrary: fc.constant(0) },
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 9 }) },
  { weight: 2, arbitrary: fc.integer({ min: 10, max: 99 }) },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 48000 }) },
)
const some = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 9 }) },
  { weight: 3, arbitrary: fc.integer({ min: 10, max: 99 }) },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 9000 }) },
)
/** Money in ten-thousands: millionths keep six decimals exact. */
const money = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 99999 }).map((cents) => cents / 100) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 999_999_999 }).map((millionths) => millionths / 1_000_000) },
)
const change = fc.oneof(count, fc.integer({ min: -40, max: -1 }))

/** Requests told one group at a time: `row` and `kind` are taken modulo what the form has, so that a shrunk case stays a case. */
const cases = fc.array(fc.record({ row: fc.nat(30), kind: fc.nat(5), count: some }), { maxLength: 12 })

export const madeReport: fc.Arbitrary<MadeReport> = fc
  .record({
    edition: fc.constantFrom<Edition>('2021', '2021', '2021', '2019'),
    joint: fc.nat(7).map((side) => side === 7),
    counts: fc.array(count, { minLength: 24, maxLength: 24 }),
    changes: fc.array(change, { minLength: 8, maxLength: 8 }),
    money,
    concluded: cases,
    carriedOut: cases,
    carriedIn: fc.array(count, { minLength: 6, maxLength: 6 }),
    challenges: fc.array(count, { minLength: 12, maxLength: 12 }),
    seed: fc.nat(),
  })
  .map((drawn): MadeReport => {
    const joint = drawn.joint && drawn.edition === '2021'
    return { edition: drawn.edition, joint, figures: figuresOf(drawn, joint), ...words(drawn.seed) }
  })

interface Drawn {
  readonly edition: Edition
  readonly counts: readonly number[]
  readonly changes: readonly number[]
  readonly money: number
  readonly concluded: readonly { readonly row: number; readonly kind: number; readonly count: number }[]
  readonly carriedOut: readonly { readonly row: number; readonly kind: number; readonly count: number }[]
  readonly carriedIn: readonly number[]
  readonly challenges: readonly number[]
}

const threeRows = ['otherNotCorrected', 'otherUnpaid', 'otherOther']

/** Keys of the rows of table 三 that are outcomes, as the report prints them. */
export function outcomeRows(edition: Edition, joint: boolean): string[] {
  const rows = formOf(edition)
    .requests.rows.filter((row) => row.part === 'outcome')
    .map((row) => row.key)
  return joint ? [...rows.filter((key) => !threeRows.includes(key)), 'otherHandling'] : rows
}

/** Every cell the source has, in the form's order. */
export function printedKeys(edition: Edition, joint: boolean): CellKey[] {
  if (!joint) return [...cellKeys(edition)]
  const kept = cellKeys(edition).filter((key) => !threeRows.includes(key.split('.')[1]!))
  kept.splice(kept.indexOf('requests.concluded.naturalPerson'), 0, ...otherHandlingKeys)
  return kept
}

function figuresOf(drawn: Drawn, joint: boolean): Record<CellKey, number> {
  const form = formOf(drawn.edition)
  const kinds = form.requests.columns.map((column) => column.key).filter((key) => key !== 'total')
  const figures: Record<CellKey, number> = {}
  for (const key of printedKeys(drawn.edition, joint)) figures[key] = 0
  const add = (key: CellKey, amount: number) => {
    figures[key] = (figures[key] ?? 0) + amount
  }

  let next = 0
  let nextChange = 0
  for (const row of form.proactive.flatMap((block) => block.rows))
    for (const field of row.fields) {
      const key = field.key === '' ? `proactive.${row.key}` : `proactive.${row.key}.${field.key}`
      if (field.quantity === 'money') figures[key] = drawn.money
      else if (field.quantity === 'change') figures[key] = drawn.changes[nextChange++ % drawn.changes.length]!
      else figures[key] = drawn.counts[next++ % drawn.counts.length]!
    }

  const outcomes = outcomeRows(drawn.edition, joint)
  for (const { row, kind, count } of drawn.concluded) {
    add(`requests.${outcomes[row % outcomes.length]}.${kinds[kind]}`, count)
    add(`requests.concluded.${kinds[kind]}`, count)
  }
  for (const { kind, count } of drawn.carriedOut.slice(0, 3)) add(`requests.carriedOut.${kinds[kind]}`, count)
  kinds.forEach((kind, at) => {
    const handled = figures[`requests.concluded.${kind}`]! + figures[`requests.carriedOut.${kind}`]!
    const before = Math.min(drawn.carriedIn[at]!, handled)
    figures[`requests.carriedIn.${kind}`] = before
    figures[`requests.received.${kind}`] = handled - before
  })
  for (const row of ['received', 'carriedIn', ...outcomes, 'concluded', 'carriedOut'])
    figures[`requests.${row}.total`] = kinds.reduce((total, kind) => total + figures[`requests.${row}.${kind}`]!, 0)

  form.challenges.groups.forEach((group, at) => {
    const results = ['upheld', 'corrected', 'other', 'pending']
    results.forEach((result, column) => {
      add(`challenges.${group.key}.${result}`, drawn.challenges[at * 4 + column]!)
      add(`challenges.${group.key}.total`, drawn.challenges[at * 4 + column]!)
    })
  })
  return figures
}

const places = ['栖霞湾', '白杨河', '石鼓岭', '南浦', '青芦', '云台', '梨树沟', '望江', '松坪', '黑瓦']
const owners = ['', '宁岳县', '澄海州', '平舒市', '东墟区']
const offices = ['镇人民政府', '街道办事处', '乡人民政府', '经济开发区管理委员会', '县财政局', '区水务局', '市教育局', '县人民政府办公室']
const matters = ['机构职能', '财政预决算', '惠农补贴', '招标采购', '义务教育', '就业培训', '防汛抗旱', '工程建设', '食品安全']

/** Title, body, year and prose; nothing in it speaks of the figures. */
function words(seed: number) {
  const { roll, pick, chance } = dice(seed)
  const body = pick(owners) + pick(places) + pick(offices)
  const year = 2019 + roll(7)
  const ending = pick(['年政府信息公开工作年度报告', '年政府信息公开工作年度报告', '年政府信息公开年度报告', '年政府信息公开工作年报'])
  const spaced = chance(1, 6)
  const titleLines = chance(1, 3) ? [body, `${year}${ending}`] : [spaced ? `${body} ${year} ${ending}` : `${body}${year}${ending}`]
  const posts = 20 + roll(900)
  const site = roll(posts)
  const preface = [
    `本报告依照《中华人民共和国政府信息公开条例》编写，所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    `读者如有疑问，可与${body}办公室联系（电话：0999-${5000000 + roll(999999)}，邮编：${100000 + roll(800000)}）。`,
  ]
  const chapters = [
    [
      `（一）主动公开。全年发布各类信息${posts}条，其中门户网站${site}条、新媒体${posts - site}条，重点公布${pick(matters)}和${pick(matters)}。`,
      '（二）依申请公开。登记、审查、答复、送达各有专人经手，每一件都留有底稿。',
      `（三）政府信息管理。对${3 + roll(40)}份旧文件重新核定公开属性，并按目录归档。`,
      `（四）平台建设。专栏按月巡检，修复失效链接${roll(20)}处。`,
      `（五）监督保障。组织业务培训${1 + roll(4)}次，参加${10 + roll(90)}人次；社会评议一次，没有责任追究的情形。`,
    ],
    [],
    [],
    [],
    [
      `存在的问题：一是${pick(matters)}类信息更新偏慢；二是解读材料样式单调。`,
      '改进措施：一是明确每个栏目的更新周期；二是多用图表和问答来解读。',
    ],
    [`${year}年没有收取信息处理费。`],
  ]
  const signature = chance(1, 3) ? { name: body, date: `${year + 1}年1月${5 + roll(24)}日` } : null
  return { year, titleLines, title: titleLines.join(''), body, preface, chapters, signature }
}
