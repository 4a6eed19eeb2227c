import type { Grants } from './grants.ts'

/** 审计: read by the audit administrator, who does nothing else. */
export const event = {
  see: { 'audit-admin': 'region' },
  export: { 'audit-admin': 'region' },
  verify: { 'audit-admin': 'region' },
} as const satisfies Record<string, Grants>
