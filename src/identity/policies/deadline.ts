import { each, type Grants, ordinaryRoles } from './grants.ts'

/** 期限: a case's clock, seen by its body and by the office it files to. */
export const deadline = {
  see: { ...each(ordinaryRoles, 'own-body'), 'higher-office': 'filing-line', everyone: 'self' },
  keep: { drafter: 'own-body', reviewer: 'own-body', 'disclosure-officer': 'own-body' },
  change: { drafter: 'own-body', reviewer: 'own-body', 'disclosure-officer': 'own-body' },
  close: { drafter: 'own-body', reviewer: 'own-body', 'disclosure-officer': 'own-body' },
} as const satisfies Record<string, Grants>
