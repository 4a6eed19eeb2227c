import type { Grants } from './grants.ts'

/** 代理: arranged by the head of the disclosure office; either side may end it. */
export const delegation = {
  see: { 'disclosure-officer': 'own-body', leader: 'own-body', 'system-admin': 'filing-line', everyone: 'self' },
  add: { 'disclosure-officer': 'own-body', machine: false },
  end: { 'disclosure-officer': 'own-body', everyone: 'self' },
} as const satisfies Record<string, Grants>
