import type { Grants } from './grants.ts'

/** 设置: the rules of signing in are the security administrator's. */
export const setting = {
  see: { 'system-admin': 'region', 'security-admin': 'region' },
  change: { 'system-admin': 'region' },
  'change-security': { 'security-admin': 'region' },
} as const satisfies Record<string, Grants>
