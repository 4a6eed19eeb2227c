/** Working days and statutory terms. */
export type { DeadlineEvent, DeadlineResult, DeadlineStep } from './model.ts'
