import type { Grants } from './grants.ts'

/** 账号: nobody who keeps the list of people can also open their accounts. */
export const account = {
  reset: { 'security-admin': 'filing-line' },
  unlock: { 'security-admin': 'filing-line' },
} as const satisfies Record<string, Grants>
