import type { Grants } from './grants.ts'

/** 交接. */
export const handover = {
  see: { 'disclosure-officer': 'own-body', leader: 'own-body', 'system-admin': 'filing-line', everyone: 'self' },
  make: { 'disclosure-officer': 'own-body', machine: false },
} as const satisfies Record<string, Grants>
