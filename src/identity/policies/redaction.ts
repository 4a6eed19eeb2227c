import { each, type Grants } from './grants.ts'

/** 遮盖: parts of a document blacked out before it is given. */
export const redaction = {
  see: each(['drafter', 'reviewer', 'secrecy-reviewer', 'disclosure-officer', 'leader'], 'own-body'),
  make: each(['drafter', 'disclosure-officer'], 'own-body'),
} as const satisfies Record<string, Grants>
