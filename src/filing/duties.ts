/** The duty of January: each body that has not published its report on the year that ended has it among what is due, until it does. */
import { type Context, inTransaction } from '#db'
import { addTask, allBodies, today, workCalendar } from '#identity'
import { titleOf } from './compose.ts'
import { actingBody } from './government.ts'
import { publishBy } from './office.ts'
import * as store from './store.ts'

/** From the first of December the duty on the year that is ending is in sight; after March whoever has not published is told by the county. */
const yearInSight = (day: string): number | null => {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return month === 12 ? year : month <= 3 ? year - 1 : null
}

/** Gives the duties that are not given yet; how many. Each is done by publishing the report. Asks no policy: for the morning's work. */
export async function giveReportDuties(ctx: Context): Promise<number> {
  const year = yearInSight(today(ctx))
  if (year === null) return 0
  const bodies = (await allBodies(ctx)).filter(({ kind }) => kind !== 'vertical')
  const settled = await store.loadSettled(
    ctx.db,
    bodies.map(({ id }) => id),
    year,
  )
  const calendars = new Map<string, Awaited<ReturnType<typeof workCalendar>>>()
  const open = bodies.filter(({ id }) => !settled.has(id))
  return inTransaction(ctx, async (tx) => {
    let given = 0
    for (const { id, name, kind, regionId } of open) {
      if (!calendars.has(regionId)) calendars.set(regionId, await workCalendar(tx, regionId))
      const bodyId = await actingBody(tx, id)
      // A government without an office has nobody to do it.
      if (kind === 'government' && bodyId === id) continue
      const dueOn = publishBy(calendars.get(regionId)!, kind, year)
      const task = { kind: 'duty', noun: 'annual-report', nounId: store.dutyOf(id, year), bodyId, personId: null, role: 'drafter' } as const
      await addTask(tx, ctx, { ...task, title: `公布并报送${titleOf(name, year)}`, dueOn, dueStatus: 'final' })
      given++
    }
    return given
  })
}
