/** Every page of the desk and where its scene is. A scene is loaded when its page is first opened. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { parseSearch, writeSearch } from './address.ts'
import { CrashPage, NotFoundPage } from './scenes/crash/crash.tsx'
import { Home } from './scenes/home/home.tsx'
import { Shell } from './shell/shell.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage })
const shell = createRoute({ getParentRoute: () => root, id: 'desk', component: Shell })

const before = [
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    component: lazyRouteComponent(() => import('./scenes/sign-in/sign-in.tsx'), 'SignIn'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/first-run',
    component: lazyRouteComponent(() => import('./scenes/first-run/first-run.tsx'), 'FirstRun'),
  }),
]

const page = (path: string, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => shell, path, component })

const within = [
  createRoute({ getParentRoute: () => shell, path: '/', component: Home }),
  page(
    '/notifications',
    lazyRouteComponent(() => import('./scenes/notifications/notifications-page.tsx'), 'Notifications'),
  ),
  page(
    '/search',
    lazyRouteComponent(() => import('./scenes/search/search.tsx'), 'SearchPage'),
  ),
  page(
    '/deadlines',
    lazyRouteComponent(() => import('./scenes/deadlines/deadlines.tsx'), 'Deadlines'),
  ),
  page(
    '/deadlines/$id',
    lazyRouteComponent(() => import('./scenes/deadlines/kept.tsx'), 'KeptDeadline'),
  ),
  page(
    '/requests',
    lazyRouteComponent(() => import('./scenes/requests/requests.tsx'), 'Requests'),
  ),
  page(
    '/requests/new',
    lazyRouteComponent(() => import('./scenes/requests/register.tsx'), 'RegisterRequest'),
  ),
  page(
    '/requests/$id/redactions/$redactionId',
    lazyRouteComponent(() => import('./scenes/redaction/redaction.tsx'), 'RedactionPage'),
  ),
  page(
    '/requests/$id',
    lazyRouteComponent(() => import('./scenes/case/case.tsx'), 'CasePage'),
  ),
  page(
    '/letters/$id',
    lazyRouteComponent(() => import('./scenes/letters/letter.tsx'), 'LetterPage'),
  ),
  page(
    '/tables',
    lazyRouteComponent(() => import('./scenes/tables/tables.tsx'), 'TablesPage'),
  ),
  page(
    '/registers',
    lazyRouteComponent(() => import('./scenes/registers/registers.tsx'), 'Registers'),
  ),
  page(
    '/registers/$register',
    lazyRouteComponent(() => import('./scenes/registers/entries.tsx'), 'EntriesPage'),
  ),
  page(
    '/register-entries/$id',
    lazyRouteComponent(() => import('./scenes/registers/entry.tsx'), 'EntryPage'),
  ),
  page(
    '/reports',
    lazyRouteComponent(() => import('./scenes/reports/reports.tsx'), 'Reports'),
  ),
  page(
    '/reports/$id',
    lazyRouteComponent(() => import('./scenes/reports/workbench.tsx'), 'WorkbenchPage'),
  ),
  page(
    '/roll-up',
    lazyRouteComponent(() => import('./scenes/reports/roll-up.tsx'), 'RollUpPage'),
  ),
  page(
    '/ledger',
    lazyRouteComponent(() => import('./scenes/ledger/ledger.tsx'), 'LedgerPage'),
  ),
  page(
    '/challenges',
    lazyRouteComponent(() => import('./scenes/challenges/challenges.tsx'), 'Challenges'),
  ),
  page(
    '/challenges/new',
    lazyRouteComponent(() => import('./scenes/challenges/new.tsx'), 'OpenChallenge'),
  ),
  page(
    '/challenges/$id',
    lazyRouteComponent(() => import('./scenes/challenges/challenge.tsx'), 'ChallengePage'),
  ),
  page(
    '/withheld',
    lazyRouteComponent(() => import('./scenes/withheld/withheld.tsx'), 'WithheldPage'),
  ),
  page(
    '/letter-templates',
    lazyRouteComponent(() => import('./scenes/templates/templates.tsx'), 'TemplatesPage'),
  ),
  page(
    '/sign-offs',
    lazyRouteComponent(() => import('./scenes/sign-offs/sign-offs.tsx'), 'SignOffs'),
  ),
  page(
    '/sign-offs/$id',
    lazyRouteComponent(() => import('./scenes/sign-offs/sign-off.tsx'), 'SignOffPage'),
  ),
  page(
    '/bodies',
    lazyRouteComponent(() => import('./scenes/bodies/bodies.tsx'), 'Bodies'),
  ),
  page(
    '/bodies/new',
    lazyRouteComponent(() => import('./scenes/bodies/edit.tsx'), 'AddBody'),
  ),
  page(
    '/bodies/import',
    lazyRouteComponent(() => import('./scenes/import/import.tsx'), 'ImportBodies'),
  ),
  page(
    '/bodies/$slug',
    lazyRouteComponent(() => import('./scenes/bodies/body.tsx'), 'BodyPage'),
  ),
  page(
    '/bodies/$slug/edit',
    lazyRouteComponent(() => import('./scenes/bodies/edit.tsx'), 'EditBody'),
  ),
  page(
    '/people',
    lazyRouteComponent(() => import('./scenes/people/people.tsx'), 'People'),
  ),
  page(
    '/people/new',
    lazyRouteComponent(() => import('./scenes/people/add.tsx'), 'AddPerson'),
  ),
  page(
    '/people/import',
    lazyRouteComponent(() => import('./scenes/import/import.tsx'), 'ImportPeople'),
  ),
  page(
    '/people/$id',
    lazyRouteComponent(() => import('./scenes/people/person.tsx'), 'PersonPage'),
  ),
  page(
    '/handovers',
    lazyRouteComponent(() => import('./scenes/handovers/handovers.tsx'), 'Handovers'),
  ),
  page(
    '/settings',
    lazyRouteComponent(() => import('./scenes/settings/settings.tsx'), 'Settings'),
  ),
  page(
    '/holidays',
    lazyRouteComponent(() => import('./scenes/holidays/holidays.tsx'), 'Holidays'),
  ),
  page(
    '/audit',
    lazyRouteComponent(() => import('./scenes/audit/audit.tsx'), 'Audit'),
  ),
  page(
    '/jobs',
    lazyRouteComponent(() => import('./scenes/jobs/jobs.tsx'), 'Jobs'),
  ),
  page(
    '/sessions',
    lazyRouteComponent(() => import('./scenes/sessions/sessions.tsx'), 'Sessions'),
  ),
  page(
    '/password',
    lazyRouteComponent(() => import('./scenes/sign-in/password.tsx'), 'PasswordPage'),
  ),
]

export const router = createRouter({
  routeTree: root.addChildren([...before, shell.addChildren(within)]),
  basepath: '/desk',
  parseSearch,
  stringifySearch: (search) => writeSearch(search),
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: CrashPage,
  defaultNotFoundComponent: NotFoundPage,
})
