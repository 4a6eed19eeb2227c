/** What is under way in 云溪县 on 2026-01-20: clocks in every state a clock can be in, duties of the year's end, a day that waits for a signature. */
import { type DeadlineEvent, parseEvent } from '#calendar'
import { inTransaction } from '#db'
import { addTask, allBodies, bodyBySlug, closeDeadline, decide, keepDeadline, proposeLocalDay, signOffsOf } from '#identity'
import { government, land, office } from './county.ts'
import type { Stage } from './seed.ts'
import { layFailedJob } from './store.ts'

interface Case {
  readonly title: string
  readonly received: string
  /** As `gongkai due --event` takes them. */
  readonly events?: readonly string[]
  /** Answered, and no longer due. */
  readonly closed?: string
}

/** Of 自然资源局. Seen from 2026-01-20: overdue, due today, in one to three days, later, stopped, extended, beyond the announced years. */
const cases: readonly Case[] = [
  { title: '2024 年度建设用地供应结果', received: '2025-11-17', closed: '2025-12-12' },
  { title: '城南片区征地公告及听证笔录', received: '2025-11-24', events: ['extended:10@2025-12-18'], closed: '2025-12-31' },
  { title: '全县违法用地图斑处置清单', received: '2025-12-03', events: ['extended:20@2025-12-30'] },
  { title: '2021—2025 年全部土地出让合同', received: '2025-12-08', events: ['fee-noticed@2025-12-29'] },
  {
    title: '石板桥村 2023—2025 年征地补偿安置方案及批复',
    received: '2025-12-10',
    events: ['consultation-sent@2025-12-17', 'consultation-answered@2025-12-24'],
  },
  { title: '石板桥村 2 组征地花名册', received: '2025-12-19' },
  { title: '城南加油站用地规划许可', received: '2025-12-22' },
  { title: '2024 年耕地占补平衡台账', received: '2025-12-23' },
  { title: '白鹭镇采石场采矿权延续材料', received: '2025-12-25' },
  { title: '柳湾镇国土空间规划文本', received: '2025-12-29' },
  { title: '桐岭乡风电项目用地预审意见', received: '2026-01-05', events: ['consultation-sent@2026-01-12'] },
  { title: '关于我家地的事', received: '2026-01-12', events: ['correction-asked@2026-01-16'] },
  { title: '历年全县国土变更调查数据库（2009—2025 年）', received: '2026-01-07', events: ['delay-agreed@2027-01-15'] },
  { title: '城关街道临时用地批准书', received: '2026-01-16' },
]

/** Of the office, kept by 何蕾. */
const officeCases: readonly Case[] = [
  { title: '县政府 2025 年常务会议纪要目录', received: '2025-12-24' },
  { title: '农村住房改造补助标准的依据', received: '2026-01-08' },
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
  const bodies = await allBodies(ctx)
  await inTransaction(ctx, async (tx) => {
    for (const { id, slug, kind } of bodies) {
      if (slug === government || kind === 'vertical') continue
      const report = { kind: 'duty', noun: 'body', nounId: id, bodyId: id, personId: null, role: 'drafter' } as const
      await addTask(tx, ctx, { ...report, title: '公布并报送 2025 年政府信息公开工作年度报告', dueOn: '2026-01-31', dueStatus: 'final' })
    }
    const own = (await bodyBySlug(ctx, land))!.id
    const update = { kind: 'to-do', noun: 'body', nounId: own, bodyId: own, personId: stage.id('zhou.min'), role: null } as const
    await addTask(tx, ctx, { ...update, title: '更新公开指南里的办公时间和联系电话', dueOn: '2026-02-03', dueStatus: 'final' })
    await layFailedJob(tx, 'sweep-orphans', {}, 'ENOSPC: no space left on device, write')
  })
}

async function keep(
  { on, ctx, actor, id }: Stage,
  slug: string,
  clerk: string,
  { title, received, events = [], closed }: Case,
): Promise<void> {
  const bodyId = (await bodyBySlug(ctx, slug))!.id
  const told = events.map((text): DeadlineEvent => ({ ...parseEvent(text)!, ...(text.startsWith('extended') && { approver: '马志远' }) }))
  on(told.at(-1)?.date ?? received)
  if (told.at(-1)?.kind === 'delay-agreed') on('2026-01-16')
  const deadline = await keepDeadline(ctx, await actor(clerk), { title, bodyId, personId: id(clerk), receivedOn: received, events: told })
  if (closed === undefined) return
  on(closed)
  await closeDeadline(ctx, await actor(clerk), deadline.id)
}

/** Proposed by the system administrator; approved by the leader of the office where it is to be in force. */
async function localDay({ ctx, actor }: Stage, told: { day: string; reason: string; basis: string }, approved: boolean): Promise<void> {
  await proposeLocalDay(ctx, await actor('gao.yu'), { ...told, works: false })
  if (!approved) return
  const leader = await actor('han.songnian')
  const [waiting] = (await signOffsOf(ctx, leader, { state: 'open' })).items
  await decide(ctx, leader, waiting!.id, { decision: 'approved', opinion: '同意', contentHash: waiting!.contentHash })
}
