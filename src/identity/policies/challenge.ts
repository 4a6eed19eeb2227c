import { each, type Grants } from './grants.ts'

/** 行政复议、行政诉讼 against what the body did. */
export const challenge = {
  see: each(['drafter', 'reviewer', 'disclosure-officer', 'leader'], 'own-body'),
  keep: each(['drafter', 'disclosure-officer'], 'own-body'),
} as const satisfies Record<string, Grants>
