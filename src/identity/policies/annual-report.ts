import { each, type Grants, ordinaryRoles } from './grants.ts'

/** 年度报告: written at the body, approved by sign-off, filed with the office above, which returns or clears it. */
export const annualReport = {
  see: { ...each(ordinaryRoles, 'own-body'), 'higher-office': 'filing-line' },
  write: each(['drafter', 'disclosure-officer'], 'own-body'),
  /** 退回、核定、批注, and reports of bodies that file by file. */
  clear: { 'higher-office': 'filing-line', machine: false },
  /** 汇总. */
  sum: { 'higher-office': 'filing-line' },
} as const satisfies Record<string, Grants>
