import { each, type Grants, ordinaryRoles } from './grants.ts'

/** 人员: colleagues see names and masked numbers; the whole number is shown to few, and each look is recorded (PIPL Art. 51). */
export const person = {
  see: {
    ...each(ordinaryRoles, 'own-body'),
    'higher-office': 'filing-line',
    'system-admin': 'filing-line',
    'security-admin': 'filing-line',
    everyone: 'self',
  },
  add: { 'system-admin': 'filing-line', 'disclosure-officer': 'own-body' },
  change: { 'system-admin': 'filing-line', 'disclosure-officer': 'own-body' },
  leave: { 'system-admin': 'filing-line', 'disclosure-officer': 'own-body' },
  import: { 'system-admin': 'filing-line', 'disclosure-officer': 'own-body' },
  export: { 'system-admin': 'filing-line', 'disclosure-officer': 'own-body' },
  unmask: { 'system-admin': 'filing-line', 'disclosure-officer': 'own-body', everyone: 'self' },
} as const satisfies Record<string, Grants>
