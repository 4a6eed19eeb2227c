import type { Grants } from './grants.ts'

/** 本地休息日、工作日: proposed by one, approved by another whose line holds the region's government. */
export const localDay = {
  see: { everyone: 'region' },
  propose: { 'system-admin': 'region', 'disclosure-officer': 'filing-line', 'higher-office': 'filing-line', machine: false },
  approve: { leader: 'filing-line', 'disclosure-officer': 'filing-line', 'higher-office': 'filing-line', machine: false },
  withdraw: { 'system-admin': 'region', 'disclosure-officer': 'filing-line', 'higher-office': 'filing-line' },
} as const satisfies Record<string, Grants>
