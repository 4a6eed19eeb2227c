/** Entries of registers through a simulated year. */
import type { Context } from '#db'
import type { Actor } from '#identity'
import { addEntry } from '#registers'
import { type Office, plusDays, type Stage } from './cases.ts'
import { documentTitles, measures, problems } from './names.ts'

/** Plans what one office keeps through a year. */
export function planRecords(stage: Stage, office: Office, shortName: string, year: number): void {
  const { chance } = stage
  const add = (day: string, register: string, values: Record<string, unknown>, unit = '办公室') =>
    stage.plan(
      day,
      async (ctx: Context) => void (await addEntry(ctx, office.clerk as Actor, { register, body: office.slug, values, unit })),
    )
  const day = () => plusDays(`${year}-01-04`, chance.whole(350))
  const month = (number: number) => `${year}-${String(number).padStart(2, '0')}`
  const last = (number: number) => plusDays(`${month(number)}-28`, 0)

  for (let count = chance.whole(3); count > 0; count--) {
    const madeOn = day()
    const ends = chance.likely(0.3) ? { lapsesOn: plusDays(madeOn, 365 * 2) } : {}
    add(madeOn, 'normative-documents', {
      title: `${shortName}${chance.pick(documentTitles)}（${year}年第${count}件）`,
      number: `云岭发〔${year}〕${10 + chance.whole(80)}号`,
      madeOn,
      leads: !chance.likely(0.1),
      ...ends,
    })
  }
  const decides = chance.likely(0.7)
  for (let number = 1; number <= 12; number++) {
    add(last(number), 'posts', { month: month(number), channel: 'website', column: '工作动态', count: 5 + chance.whole(40) })
    if (chance.likely(0.6))
      add(last(number), 'posts', { month: month(number), channel: 'wechat', column: '公众号', count: 3 + chance.whole(25) })
    if (decides && chance.likely(0.8))
      add(last(number), 'licensing', { month: month(number), item: '行政许可事项', count: chance.whole(60) }, '许可股')
    if (decides && chance.likely(0.5))
      add(last(number), 'penalties', { month: month(number), item: '行政处罚事项', count: chance.whole(12) }, '执法大队')
    if (decides && chance.likely(0.2))
      add(last(number), 'compulsory-measures', { month: month(number), item: '行政强制事项', count: chance.whole(4) }, '执法大队')
    if (chance.likely(0.3))
      add(last(number), 'fees', { month: month(number), item: '工本费', amount: 100 * (1 + chance.whole(500_000)) }, '财务股')
  }
  add(`${year}-12-20`, 'self-inspections', {
    what: '年底自查',
    on: `${year}-12-20`,
    problems: chance.pick(problems),
    mended: chance.pick(measures),
  })
  if (chance.likely(0.6))
    add(day(), 'training', {
      topic: '政务公开业务',
      kind: 'training',
      heldOn: plusDays(`${year}-03-01`, chance.whole(200)),
      people: 20 + chance.whole(60),
    })
  if (chance.likely(0.4))
    add(`${year}-06-30`, 'proposals', {
      title: '关于加强信息公开的建议',
      kind: chance.pick(['congress', 'conference']),
      receivedOn: `${year}-03-20`,
      answeredOn: `${year}-06-30`,
      published: true,
    })
}
