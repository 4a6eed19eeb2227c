import { each, type Grants } from './grants.ts'

/** 文书: drafted, reviewed by sign-off, sent, served. */
export const letter = {
  see: each(['drafter', 'reviewer', 'secrecy-reviewer', 'disclosure-officer', 'leader'], 'own-body'),
  draft: each(['drafter', 'disclosure-officer'], 'own-body'),
  send: { ...each(['drafter', 'disclosure-officer'], 'own-body'), machine: false },
} as const satisfies Record<string, Grants>
