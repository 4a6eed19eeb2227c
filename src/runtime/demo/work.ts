/** What is under way in 云溪县 on 2026-01-20: cases in every state a clock can be in, duties of the year's end, a day that waits for a signature. */
import { type ApplicantKind, perform, registerForm, type VerbName } from '#casework'
import { inTransaction } from '#db'
import { giveReportDuties } from '#filing'
import { addTask, bodyBySlug, decide, proposeLocalDay, signOffsOf } from '#identity'
import { land, office } from './county.ts'
import type { Stage } from './seed.ts'
import { layFailedJob } from './store.ts'

/** A verb of a case with the day it happens and what it is given. */
type Step = readonly [on: string, verb: VerbName, input: Readonly<Record<string, unknown>>]

interface Case {
  readonly title: string
  readonly wanted: string
  readonly by: Asking
  readonly received: string
  readonly steps?: readonly Step[]
}

interface Asking {
  readonly kind: ApplicantKind
  readonly name: string
}
const person = (name: string): Asking => ({ kind: 'naturalPerson', name })
const firm = (name: string): Asking => ({ kind: 'enterprise', name })
const lawyers: Asking = { kind: 'legalService', name: '澜州衡平律师事务所' }

/** Answers to the questions of the decision tree up to the grounds, then the rest. */
const path = (...rest: (readonly [string, string])[]) =>
  ([['clear', 'yes'], ['kind', 'information'], ['abuse', 'no'], ['repeat', 'no'], ['ours', 'yes'], ['regime', 'no'], ...rest] as const).map(
    ([question, answer]) => ({ question, answer, note: '' }),
  )
const inFull = path(['held', 'yes'], ['public', 'no'], ['ground', 'none'])
const nothingHeld = path(['held', 'no'])

const decided = (on: string, answers: ReturnType<typeof path>): Step => [on, 'decide', { path: answers }]
const answered = (on: string): Step => [on, 'answer', { method: 'post' }]
const searched = (on: string, found: number): Step => [
  on,
  'log-search',
  { where: '业务系统、局档案室', terms: '项目名称、年份', found, text: found === 0 ? '逐年核对移交目录，没有找到' : '' },
]
const extended = (on: string, days: number): Step => [
  on,
  'extend',
  { days, approver: '马志远', reason: '材料分散在三个科室，需要逐件核对' },
]

/** Of 自然资源局. Seen from 2026-01-20: overdue, due today, in one to three days, later, stopped, extended, beyond the announced years. */
const cases: readonly Case[] = [
  {
    title: '2024 年度建设用地供应结果',
    wanted: '2024 年度全县建设用地供应结果一览表',
    by: firm('云溪宏图置业有限公司'),
    received: '2025-11-17',
    steps: [decided('2025-12-11', inFull), answered('2025-12-12')],
  },
  {
    title: '城南片区征地公告及听证笔录',
    wanted: '城南片区 2024 年第二批次征地的预公告、补偿安置公告和听证笔录',
    by: person('陶然'),
    received: '2025-11-24',
    steps: [extended('2025-12-18', 10), decided('2025-12-30', inFull), answered('2025-12-31')],
  },
  {
    title: '2019 年石板桥村土地整理验收单',
    wanted: '石板桥村土地整理项目的验收单和竣工图',
    by: person('童安'),
    received: '2025-11-26',
    steps: [searched('2025-12-08', 0), decided('2025-12-15', nothingHeld), answered('2025-12-16')],
  },
  {
    title: '全县违法用地图斑处置清单',
    wanted: '2023 年以来卫片执法图斑的处置清单',
    by: lawyers,
    received: '2025-12-03',
    steps: [extended('2025-12-30', 20)],
  },
  {
    title: '2021—2025 年全部土地出让合同',
    wanted: '五年内全部国有建设用地使用权出让合同，约 620 页',
    by: lawyers,
    received: '2025-12-08',
    steps: [['2025-12-29', 'notice-fee', { mode: 'page', count: 620 }]],
  },
  {
    title: '石板桥村 2023—2025 年征地补偿安置方案及批复',
    wanted: '补偿安置方案、批复和地上附着物评估报告',
    by: person('陈示例'),
    received: '2025-12-18',
    steps: [
      ['2025-12-19', 'ask-inquiry', { name: '耕地保护监督股', question: '请提供方案、批复和评估报告', dueOn: '2025-12-26' }],
      ['2025-12-23', 'consult', { party: 'third-party', name: '澜州中衡土地房地产评估有限公司' }],
      ['2025-12-24', 'answer-inquiry', { text: '共 4 份，已送办公室' }],
      ['2025-12-30', 'record-opinion', { opinion: 'refuses', text: '评估参数是商业秘密' }],
      searched('2025-12-31', 4),
    ],
  },
  { title: '石板桥村 2 组征地花名册', wanted: '2024 年征地补偿到户花名册', by: person('陈示例'), received: '2025-12-19' },
  {
    title: '城南加油站用地规划许可',
    wanted: '城南加油站建设用地规划许可证及附图',
    by: firm('云溪顺通能源有限公司'),
    received: '2025-12-22',
  },
  {
    title: '2024 年耕地占补平衡台账',
    wanted: '2024 年度耕地占补平衡项目台账',
    by: { kind: 'research', name: '澜州学院土地研究所' },
    received: '2025-12-23',
  },
  {
    title: '白鹭镇采石场采矿权延续材料',
    wanted: '白鹭镇采石场采矿权延续登记的申请材料和批复',
    by: { kind: 'socialOrganization', name: '云溪河流守护中心' },
    received: '2025-12-25',
  },
  { title: '柳湾镇国土空间规划文本', wanted: '柳湾镇国土空间规划文本和图件', by: person('邵一禾'), received: '2025-12-29' },
  {
    title: '桐岭乡风电项目用地预审意见',
    wanted: '桐岭乡风电项目用地预审与选址意见书',
    by: firm('澜州清风新能源有限公司'),
    received: '2026-01-05',
    steps: [['2026-01-12', 'consult', { party: 'co-maker', name: '云溪县发展和改革局' }]],
  },
  {
    title: '关于我家地的事',
    wanted: '想知道我家的地怎么回事',
    by: person('柏树'),
    received: '2026-01-12',
    steps: [['2026-01-16', 'ask-correction', { what: '请写明地块的位置，以及要的是哪一年、哪一类文件', by: '2026-02-06' }]],
  },
  {
    title: '历年全县国土变更调查数据库（2009—2025 年）',
    wanted: '全部年份的变更调查数据库',
    by: person('辛勤'),
    received: '2026-01-07',
    steps: [
      ['2026-01-09', 'ask-reasons', { by: '2026-01-23' }],
      ['2026-01-15', 'record-reasons', { text: '编写县志需要逐年数据', reasonable: true }],
      ['2026-01-16', 'fix-delay', { until: '2027-01-15' }],
    ],
  },
  { title: '城关街道临时用地批准书', wanted: '城关街道 2025 年临时用地批准书', by: person('温故'), received: '2026-01-16' },
]

/** Of the office, kept by 何蕾. */
const officeCases: readonly Case[] = [
  { title: '县政府 2025 年常务会议纪要目录', wanted: '2025 年历次常务会议纪要的目录', by: person('居安'), received: '2025-12-24' },
  { title: '农村住房改造补助标准的依据', wanted: '补助标准所依据的文件', by: person('柯以'), received: '2026-01-08' },
]

/** What was kept before the handover at the end of 2025, by whoever left then. */
export async function seedEarlierWork(stage: Stage, handedOver: string): Promise<void> {
  for (const one of cases.filter(({ received }) => received < handedOver)) await keep(stage, land, 'liu.jia', one)
  stage.on('2025-06-30')
  await localDay(
    stage,
    { day: '2025-07-11', reason: '台风登陆，全县机关停止办公一天', basis: '云溪县防汛防台应急指挥部通告（2025 年第 3 号）' },
    true,
  )
}

/** What came after it, up to today. */
export async function seedWork(stage: Stage, handedOver: string, today: string): Promise<void> {
  for (const one of cases.filter(({ received }) => received >= handedOver)) await keep(stage, land, 'zhou.min', one)
  for (const one of officeCases) await keep(stage, office, 'he.lei', one)

  stage.on('2026-01-19')
  const { ctx } = stage
  await localDay(
    stage,
    { day: '2026-01-23', reason: '城关片区供水管网抢修，机关停止对外办公一天', basis: '云溪县人民政府办公室通知（云府办函〔2026〕2号）' },
    false,
  )

  stage.on(today)
  await giveReportDuties(ctx)
  await inTransaction(ctx, async (tx) => {
    const own = (await bodyBySlug(ctx, land))!.id
    const update = { kind: 'to-do', noun: 'body', nounId: own, bodyId: own, personId: stage.id('zhou.min'), role: null } as const
    await addTask(tx, ctx, { ...update, title: '更新公开指南里的办公时间和联系电话', dueOn: '2026-02-03', dueStatus: 'final' })
    await layFailedJob(tx, 'sweep-orphans', {}, 'ENOSPC: no space left on device, write')
  })
}

/** Who heads the disclosure unit, where cases are. */
const heads: Readonly<Record<string, string>> = { [land]: 'ma.zhiyuan', [office]: 'tang.yuan' }

/** Registers a case and does what happened to it, each on its day. */
async function keep(
  { on, ctx, actor, id }: Stage,
  slug: string,
  clerk: string,
  { title, wanted, by, received, steps = [] }: Case,
): Promise<void> {
  const bodyId = (await bodyBySlug(ctx, slug))!.id
  on(received)
  const natural = by.kind === 'naturalPerson'
  const { cases: registered } = await registerForm(ctx, await actor(clerk), {
    bodyId,
    channel: 'registered-post',
    facts: { signedFor: received },
    applicant: {
      ...by,
      identityType: 'other',
      identityNumber: `演示${serial(title)}`,
      address: `云溪县城关街道示例路 ${serial(title)} 号`,
      ...(natural ? {} : { contactName: '示例' }),
    },
    carrier: 'paper',
    delivery: 'post',
    requests: [{ title, wanted }],
  })
  const { id: requestId } = registered[0]!
  await perform(ctx, await actor(clerk), requestId, 'assign', { personId: id(clerk) })
  for (const [day, verb, input] of steps) {
    on(day)
    // What went out on paper of another system is recorded by whoever heads the unit.
    const hand = verb === 'answer' || verb === 'extend' ? heads[slug]! : clerk
    await perform(ctx, await actor(hand), requestId, verb, input as never)
  }
}

/** A number of its own for each title, the same every time. */
const serial = (title: string): number => 1 + ([...title].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) % 900)

/** Proposed by the system administrator; approved by the leader of the office where it is to be in force. */
async function localDay({ ctx, actor }: Stage, told: { day: string; reason: string; basis: string }, approved: boolean): Promise<void> {
  await proposeLocalDay(ctx, await actor('gao.yu'), { ...told, works: false })
  if (!approved) return
  const leader = await actor('han.songnian')
  const [waiting] = (await signOffsOf(ctx, leader, { state: 'open' })).items
  await decide(ctx, leader, waiting!.id, { decision: 'approved', opinion: '同意', contentHash: waiting!.contentHash })
}
