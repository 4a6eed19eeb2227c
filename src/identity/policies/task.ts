import type { Grants } from './grants.ts'

/** 待办. What a role holds at a body counts as its holders' own. */
export const task = {
  see: { 'disclosure-officer': 'own-body', leader: 'own-body', everyone: 'self' },
  do: { 'disclosure-officer': 'own-body', everyone: 'self', machine: false },
} as const satisfies Record<string, Grants>
