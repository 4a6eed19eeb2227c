import type { Grants } from './grants.ts'

/** 交接. Posts that move need the leave to add and end them besides: ordinary ones the disclosure officer's, administrations the security administrator's. */
export const handover = {
  see: { 'disclosure-officer': 'own-body', leader: 'own-body', 'system-admin': 'filing-line', everyone: 'self' },
  make: { 'disclosure-officer': 'own-body', 'security-admin': 'filing-line', machine: false },
} as const satisfies Record<string, Grants>
