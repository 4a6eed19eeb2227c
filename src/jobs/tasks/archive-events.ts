import { Type } from 'typebox'
import { archiveEvents as archive } from '#identity'
import { task } from '../task.ts'

/** Moves details of old sign-ins out of the table, as the setting `auditMonths` has it (网络安全法: six months at least online). */
export const archiveEvents = task({
  name: 'archive-events',
  size: 'large',
  payload: Type.Object({}),
  async run(ctx) {
    await archive(ctx)
  },
})
