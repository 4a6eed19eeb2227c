import { Type } from 'typebox'
import { endExpiredSessions } from '#identity'
import { task } from '../task.ts'

/** Ends sign-ins whose time is up and to which nobody came back. */
export const expireSessions = task({
  name: 'expire-sessions',
  size: 'small',
  payload: Type.Object({}),
  run: async (ctx) => {
    await endExpiredSessions(ctx)
  },
})
