import type { Grants } from './grants.ts'

/** 登录. */
export const session = {
  'see-own': { everyone: 'self' },
  'end-own': { everyone: 'self' },
  see: { 'security-admin': 'filing-line' },
  end: { 'security-admin': 'filing-line' },
} as const satisfies Record<string, Grants>
