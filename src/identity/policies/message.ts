import { each, type Grants } from './grants.ts'

/** 发出的通知: what went out by e-mail and SMS, and what became of it. */
export const message = {
  see: each(['drafter', 'disclosure-officer'], 'own-body'),
  retry: each(['drafter', 'disclosure-officer'], 'own-body'),
} as const satisfies Record<string, Grants>
