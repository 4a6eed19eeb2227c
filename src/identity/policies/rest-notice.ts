import type { Grants } from './grants.ts'

/** 节假日安排通知. */
export const restNotice = {
  see: { everyone: 'region' },
  load: { 'system-admin': 'region' },
} as const satisfies Record<string, Grants>
