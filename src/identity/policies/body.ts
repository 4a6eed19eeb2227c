import type { Grants } from './grants.ts'

/** 机关: public; kept by the system administrator, who opens no case. */
export const body = {
  see: { everyone: 'region' },
  add: { 'system-admin': 'filing-line' },
  change: { 'system-admin': 'filing-line' },
  rename: { 'system-admin': 'filing-line' },
  end: { 'system-admin': 'filing-line' },
  import: { 'system-admin': 'filing-line' },
  export: { 'system-admin': 'filing-line', 'higher-office': 'filing-line' },
} as const satisfies Record<string, Grants>
