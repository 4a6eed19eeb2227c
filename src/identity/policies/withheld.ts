import { each, type Grants } from './grants.ts'

/** 不予公开信息台账 (Order 711 Art. 18). */
export const withheld = {
  see: each(['drafter', 'reviewer', 'secrecy-reviewer', 'disclosure-officer', 'leader'], 'own-body'),
  review: { 'secrecy-reviewer': 'own-body', 'disclosure-officer': 'own-body', machine: false },
} as const satisfies Record<string, Grants>
