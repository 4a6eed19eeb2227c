import { Type } from 'typebox'
import { isWorkingDay } from '#calendar'
import { acceptUnanswered, remindLimits } from '#casework'
import { giveReportDuties } from '#filing'
import { calendarHere, today } from '#identity'
import { task } from '../task.ts'

/**
 * Every morning that is worked: reconsiderations nobody refused in time are taken to be accepted, and whoever answers for a limit is
 * told that it comes near; from December who has to publish a report on the year has it among what is due. What a day off would have brought comes on the next morning.
 */
export const remind = task({
  name: 'remind',
  size: 'small',
  payload: Type.Object({}),
  async run(ctx, _, as) {
    if (!isWorkingDay(await calendarHere(ctx), today(ctx))) return
    await acceptUnanswered(ctx, as)
    await remindLimits(ctx)
    await giveReportDuties(ctx)
  },
})
