/** The region, and the first run of an empty installation. */
import { Type } from 'typebox'
import { firstRun, firstRunNeeded, ground, settingsOf, today } from '#identity'
import { route } from '../operation.ts'
import { refOf } from '../refs.ts'
import { BodyLevelName, BodyRef, Day, Line, Nullable, OneTimePassword, Shape, Slug } from '../schemas.ts'

export const Username = Type.String({
  pattern: '^[a-z0-9][a-z0-9._-]{1,39}$',
  description: 'Lower-case letters, digits, dot, underscore, hyphen; 2 to 40 of them',
  examples: ['shen.zhiyao'],
})
export const Password = Type.String({ minLength: 1, maxLength: 200, description: 'Password', examples: ['青石桥边-七棵银杏'] })

const RegionCode = Type.String({
  pattern: '^[0-9]{6}([0-9]{3}|[0-9]{6})?$',
  description: 'GB/T 2260, or with GB/T 10114',
  examples: ['530999'],
})

export const Region = Shape(
  {
    code: RegionCode,
    name: Type.String({ examples: ['云岭县'] }),
    shortName: Type.String(),
    government: Nullable(BodyRef),
    footer: Shape(
      {
        organiser: Type.String({ description: '主办' }),
        undertaker: Type.String({ description: '承办' }),
        siteCode: Type.String({ description: '网站标识码' }),
        icpNumber: Type.String({ description: 'ICP 备案号' }),
        policeNumber: Type.String({ description: '公安备案号' }),
        contact: Type.String({ description: '联系方式' }),
      },
      { title: 'Footer', description: 'Marks a government site must carry at its foot; empty where not set' },
    ),
    today: Day('The day it is here'),
    demo: Nullable(Shape({ today: Day('Where the clock of the demo stands') }, { title: 'DemoClock' })),
  },
  { title: 'Region' },
)

export const FirstRunDraft = Shape(
  {
    region: Shape({ code: RegionCode, name: Line('Name', 60, ['云岭县']), shortName: Line('Short name', 20, ['云岭']) }),
    government: Shape({ name: Line('Official name', 100, ['云岭县人民政府']), slug: Slug('Address of its pages'), level: BodyLevelName }),
    office: Shape({ name: Line('Official name', 100, ['云岭县人民政府办公室']), slug: Slug('Address of its pages') }),
    administrator: Shape({ name: Line('Name', 60, ['沈知遥']), username: Username, password: Password }),
    securityAdmin: Shape({ name: Line('Name', 60, ['罗望舒']), username: Username }),
    auditAdmin: Shape({ name: Line('Name', 60, ['季长川']), username: Username }),
  },
  { title: 'FirstRunDraft' },
)

export const regionRoutes = [
  route(
    {
      id: 'readRegion',
      method: 'GET',
      path: '/region',
      tag: 'region',
      summary: 'The region, the marks of its footer, the day',
      access: 'public',
      answers: { 200: Region },
    },
    async ({ ctx, options }) => {
      const found = await ground(ctx)
      const footer = await settingsOf(ctx.db, ['organiser', 'undertaker', 'siteCode', 'icpNumber', 'policeNumber', 'contact'])
      const day = today(ctx)
      return {
        code: found?.region.code ?? '',
        name: found?.region.name ?? '',
        shortName: found?.region.shortName ?? '',
        government: found && refOf(found.government),
        footer,
        today: day,
        demo: options.demo ? { today: day } : null,
      }
    },
  ),
  route(
    {
      id: 'readFirstRun',
      method: 'GET',
      path: '/first-run',
      tag: 'region',
      summary: 'Whether the installation is still empty',
      access: 'public',
      answers: { 200: Shape({ needed: Type.Boolean() }, { title: 'FirstRun' }) },
    },
    async ({ ctx }) => ({ needed: await firstRunNeeded(ctx) }),
  ),
  route(
    {
      id: 'makeFirstRun',
      method: 'POST',
      path: '/first-run',
      tag: 'region',
      summary: 'Set up region, government, office and the three administrators',
      description: 'Only while no person exists. The passwords of the security and audit administrators are shown once.',
      access: 'public',
      limit: 'sign-in',
      body: FirstRunDraft,
      answers: { 201: Shape({ oneTime: Type.Array(OneTimePassword) }, { title: 'FirstRunDone' }) },
      refusals: ['not-first-run', 'weak-password'],
    },
    ({ ctx, body, address }) => firstRun(ctx, body, address),
  ),
]
