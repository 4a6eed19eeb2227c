import { each, type Grants, ordinaryRoles } from './grants.ts'

/** 台账: the records behind table 二 and chapters one, five and six. Units fill in their own; the higher office sees them, and keeps its notices. */
export const register = {
  see: { ...each(ordinaryRoles, 'own-body'), 'higher-office': 'filing-line' },
  write: each(['drafter', 'liaison', 'disclosure-officer', 'higher-office'], 'own-body'),
  void: each(['drafter', 'disclosure-officer', 'higher-office'], 'own-body'),
  import: each(['drafter', 'disclosure-officer', 'higher-office'], 'own-body'),
  /** 签收 a notice of the higher office. */
  receive: each(['drafter', 'disclosure-officer'], 'own-body'),
} as const satisfies Record<string, Grants>
