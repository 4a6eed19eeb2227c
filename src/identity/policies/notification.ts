import type { Grants } from './grants.ts'

/** 提醒. */
export const notification = {
  see: { everyone: 'self' },
  read: { everyone: 'self' },
} as const satisfies Record<string, Grants>
