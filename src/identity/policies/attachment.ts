import { each, type Grants, ordinaryRoles } from './grants.ts'

/** 附件: those who work on a thing see and add its files. */
export const attachment = {
  see: { ...each(ordinaryRoles, 'own-body'), 'higher-office': 'filing-line', everyone: 'self' },
  add: { ...each(ordinaryRoles, 'own-body'), everyone: 'self' },
} as const satisfies Record<string, Grants>
