/** What stands in the rail, and who sees it. An entry whose page one may not open is not there. */
import type { DeskWords } from '#words'
import type { IconName } from '../parts/icon.tsx'

export interface Entry {
  readonly to: string
  readonly icon: IconName
  readonly name: keyof DeskWords['nav']
  /** Any of these, as `noun.verb`; absent: everyone. */
  readonly needs?: readonly string[]
}

export interface Group {
  readonly name: keyof DeskWords['nav'] | null
  readonly entries: readonly Entry[]
}

export const groups: readonly Group[] = [
  {
    name: null,
    entries: [
      { to: '/', icon: 'home', name: 'home' },
      { to: '/sign-offs', icon: 'sign', name: 'signOffs', needs: ['sign-off.see'] },
      { to: '/deadlines', icon: 'clock', name: 'deadlines' },
    ],
  },
  {
    name: 'groupRequests',
    entries: [
      { to: '/requests', icon: 'note', name: 'requests', needs: ['request.see'] },
      { to: '/challenges', icon: 'swap', name: 'challenges', needs: ['challenge.see'] },
      { to: '/tables', icon: 'grid', name: 'tables', needs: ['request.count'] },
      { to: '/ledger', icon: 'down', name: 'ledger', needs: ['request.import', 'request.export'] },
      { to: '/withheld', icon: 'lock', name: 'withheld', needs: ['withheld.see'] },
      { to: '/letter-templates', icon: 'audit', name: 'templates', needs: ['letter-template.see'] },
    ],
  },
  {
    name: 'groupReports',
    entries: [
      { to: '/registers', icon: 'note', name: 'registers', needs: ['register.see'] },
      { to: '/reports', icon: 'grid', name: 'reports', needs: ['annual-report.see'] },
      { to: '/roll-up', icon: 'plus', name: 'rollUp', needs: ['annual-report.clear'] },
    ],
  },
  {
    name: 'groupBodies',
    entries: [
      { to: '/bodies', icon: 'house', name: 'bodies' },
      { to: '/people', icon: 'people', name: 'people', needs: ['person.see'] },
      { to: '/handovers', icon: 'swap', name: 'handovers', needs: ['delegation.see', 'handover.see'] },
    ],
  },
  {
    name: 'groupAdministration',
    entries: [
      { to: '/settings', icon: 'settings', name: 'settings', needs: ['setting.see'] },
      { to: '/holidays', icon: 'calendar', name: 'holidays', needs: ['rest-notice.see', 'local-day.see'] },
      { to: '/audit', icon: 'audit', name: 'audit', needs: ['event.see'] },
      { to: '/jobs', icon: 'jobs', name: 'jobs', needs: ['job.see'] },
    ],
  },
]

/** The groups with only what this person may open; a group with nothing is left out. */
export function groupsFor(may: readonly string[]): readonly Group[] {
  return groups
    .map(({ name, entries }) => ({ name, entries: entries.filter(({ needs }) => !needs || needs.some((need) => may.includes(need))) }))
    .filter(({ entries }) => entries.length > 0)
}

/** Whether the page at `path` belongs to the entry. */
export const isWithin = (to: string, path: string) => (to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`))
