import { each, type Grants, ordinaryRoles } from './grants.ts'

/** 岗位, without the three administrations. */
export const post = {
  see: {
    ...each(ordinaryRoles, 'own-body'),
    'higher-office': 'filing-line',
    'system-admin': 'filing-line',
    'security-admin': 'filing-line',
    everyone: 'self',
  },
  add: { 'system-admin': 'filing-line', 'disclosure-officer': 'own-body' },
  end: { 'system-admin': 'filing-line', 'disclosure-officer': 'own-body' },
} as const satisfies Record<string, Grants>
