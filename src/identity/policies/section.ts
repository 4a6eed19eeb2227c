import type { Grants } from './grants.ts'

/** 内设机构. */
export const section = {
  see: { everyone: 'region' },
  add: { 'system-admin': 'filing-line', 'disclosure-officer': 'own-body' },
  change: { 'system-admin': 'filing-line', 'disclosure-officer': 'own-body' },
  end: { 'system-admin': 'filing-line', 'disclosure-officer': 'own-body' },
} as const satisfies Record<string, Grants>
