/** Everything that is done later. */
import type { Task } from '../task.ts'
import { anchorAudit } from './anchor-audit.ts'
import { archiveEvents } from './archive-events.ts'
import { expireDraftsTask } from './expire-drafts.ts'
import { expireIntakeDrafts } from './expire-intake-drafts.ts'
import { expireSessions } from './expire-sessions.ts'
import { nightlyCheck } from './nightly-check.ts'
import { recomputation } from './recompute-deadlines.ts'
import { remind } from './remind.ts'
import { sendMessage } from './send-message.ts'
import { sweepOrphans } from './sweep-orphans.ts'

export const tasks: readonly Task[] = [
  expireSessions,
  expireDraftsTask,
  recomputation,
  sweepOrphans,
  nightlyCheck,
  archiveEvents,
  anchorAudit,
  sendMessage,
  remind,
  expireIntakeDrafts,
]
