/** Everything that is done later. */
import type { Task } from '../task.ts'
import { nightlyCheck } from './nightly-check.ts'

export const tasks: readonly Task[] = [nightlyCheck]
