import type { Grants } from './grants.ts'

/** The three administrations (三员): named by the security administrator alone (GB/T 22239 8.1.4). */
export const administrationPost = {
  add: { 'security-admin': 'filing-line' },
  end: { 'security-admin': 'filing-line' },
} as const satisfies Record<string, Grants>
