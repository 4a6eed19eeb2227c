import type { Grants } from './grants.ts'

/** 后台任务. */
export const job = {
  see: { 'system-admin': 'region' },
  retry: { 'system-admin': 'region' },
  drop: { 'system-admin': 'region' },
} as const satisfies Record<string, Grants>
