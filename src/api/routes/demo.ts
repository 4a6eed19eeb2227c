/** The demo: sign in by one button a role, and move its clock. These routes exist only where the server runs the demo. */
import { Type } from 'typebox'
import { today } from '#identity'
import { route } from '../operation.ts'
import { Day, Id, Line, PersonRef, Shape } from '../schemas.ts'
import { Session, sessionOf } from './session.ts'

export const DemoRole = Shape(
  {
    role: Type.String({ description: 'Which button' }),
    label: Type.String({ description: 'What the button says' }),
    person: PersonRef,
    body: Type.String({ description: 'Where they hold the role' }),
  },
  { title: 'DemoRole' },
)

export const demoRoutes = [
  route(
    {
      id: 'readDemo',
      method: 'GET',
      path: '/demo',
      tag: 'demo',
      summary: 'The roles one can sign in as, and the clock',
      access: 'public',
      answers: { 200: Shape({ today: Day('Where the clock stands'), roles: Type.Array(DemoRole) }, { title: 'Demo' }) },
    },
    async ({ ctx, options }) => ({ today: today(ctx), roles: [...(await options.demo!.roles())] }),
  ),
  route(
    {
      id: 'signInAsRole',
      method: 'POST',
      path: '/demo/session',
      tag: 'demo',
      summary: 'Sign in as a role of the demo',
      access: 'public',
      limit: 'sign-in',
      body: Shape({ role: Line('As GET /demo lists it', 60), personId: Type.Optional(Id('Where several stand for the role, which')) }),
      answers: { 200: Session },
    },
    async (call) => {
      const { token } = await call.options.demo!.signInAs(
        { role: call.body.role, personId: call.body.personId ?? null },
        { address: call.address, agent: call.agent },
      )
      call.setSession(token)
      return sessionOf(call.ctx, token, call)
    },
  ),
  route(
    {
      id: 'moveDemoClock',
      method: 'POST',
      path: '/demo/clock',
      tag: 'demo',
      summary: 'Put the clock of the demo on a day',
      access: 'public',
      body: Shape({ today: Day('The day to stand on') }),
      answers: { 200: Shape({ today: Day('Where the clock stands') }, { title: 'DemoMoved' }) },
    },
    async ({ ctx, options, body }) => {
      await options.demo!.setToday(body.today)
      return { today: today(ctx) }
    },
  ),
]
