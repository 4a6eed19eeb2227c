/** Everything that is done later. */
import type { LocalContentStore } from '#db'
import type { Task } from '../task.ts'
import { expireSessions } from './expire-sessions.ts'
import { nightlyCheck } from './nightly-check.ts'
import { recomputation } from './recompute-deadlines.ts'
import { sweepOrphans } from './sweep-orphans.ts'

/** The tasks of an installation whose files lie in this store. */
export const tasksOf = (files: LocalContentStore): readonly Task[] => [expireSessions, recomputation, sweepOrphans(files), nightlyCheck]
