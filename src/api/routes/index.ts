/** Every operation of the API, in the order of the document. */
import type { Operation, Route } from '../operation.ts'
import { administrationRoutes } from './administration.ts'
import { bodyRoutes } from './bodies.ts'
import { calendarRoutes } from './calendar.ts'
import { challengeRoutes } from './challenges.ts'
import { deadlineRoutes } from './deadlines.ts'
import { demoRoutes } from './demo.ts'
import { ledgerRoutes } from './ledger.ts'
import { letterRoutes } from './letters.ts'
import { messageRoutes } from './messages.ts'
import { peopleRoutes } from './people.ts'
import { redactionRoutes } from './redactions.ts'
import { regionRoutes } from './region.ts'
import { registerRoutes } from './registers.ts'
import { reportCountyRoutes } from './report-county.ts'
import { reportRoutes } from './reports.ts'
import { requestRoutes } from './requests.ts'
import { searchRoutes } from './search.ts'
import { sessionRoutes } from './session.ts'
import { signOffRoutes } from './sign-offs.ts'
import { tableRoutes } from './tables.ts'
import { withheldRoutes } from './withheld.ts'
import { workRoutes } from './work.ts'

export const routes: readonly Route[] = [
  ...regionRoutes,
  ...sessionRoutes,
  ...demoRoutes,
  ...bodyRoutes,
  ...peopleRoutes,
  ...workRoutes,
  ...deadlineRoutes,
  ...calendarRoutes,
  ...signOffRoutes,
  ...requestRoutes,
  ...challengeRoutes,
  ...messageRoutes,
  ...redactionRoutes,
  ...tableRoutes,
  ...ledgerRoutes,
  ...letterRoutes,
  ...withheldRoutes,
  ...registerRoutes,
  ...reportRoutes,
  ...reportCountyRoutes,
  ...administrationRoutes,
  ...searchRoutes,
]

export const operations: readonly Operation[] = routes.map(({ operation }) => operation)
