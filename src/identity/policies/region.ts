import type { Grants } from './grants.ts'

/** 行政区域: its name stands on every public page. */
export const region = {
  see: { everyone: 'region' },
  change: { 'system-admin': 'region' },
} as const satisfies Record<string, Grants>
