import { each, type Grants, ordinaryRoles } from './grants.ts'

/** 文书模板: a body's own wording. */
export const letterTemplate = {
  see: each(ordinaryRoles, 'own-body'),
  change: { 'disclosure-officer': 'own-body' },
} as const satisfies Record<string, Grants>
