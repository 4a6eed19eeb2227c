/** The life of one simulated request: a plan of steps, each some days after the one before, done by the same commands the desk uses. */
import {
  type ApplicantKind,
  addCaseFile,
  markRedaction,
  openChallenge,
  perform,
  performChallenge,
  proveRedaction,
  registerForm,
  startRedaction,
  type VerbName,
} from '#casework'
import type { Context } from '#db'
import type { Actor } from '#identity'
import type { Chance } from './chance.ts'
import { organisations, personName, requestTitle } from './names.ts'
import { onePage } from './paper.ts'

/** A step that is due: the day, and what is done then; it may plan the next. */
export interface Step {
  readonly day: string
  /** Steps of one day keep the order they were planned in. */
  readonly order: number
  run(ctx: Context): Promise<void>
}

export interface Stage {
  readonly chance: Chance
  /** Plans a step; what would lie beyond the end of the simulation never happens, so that cases stay open. */
  plan(day: string, run: (ctx: Context) => Promise<void>): void
}

export interface Office {
  readonly slug: string
  readonly bodyId: string
  readonly clerk: Actor
  readonly officer: Actor
}

export const plusDays = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

type Fate =
  | 'granted'
  | 'public'
  | 'partly'
  | 'secret'
  | 'forbidden'
  | 'safety'
  | 'third-party'
  | 'internal'
  | 'process'
  | 'enforcement'
  | 'inquiry'
  | 'not-held'
  | 'other-organ'
  | 'to-be-made'
  | 'unclear'
  | 'petition'
  | 'publication'
  | 'reconfirm'
  | 'excessive'
  | 'not-corrected'
  | 'unpaid'
  | 'withdrawn'
  | 'consultancy'
  | 'open'

/** How requests of such a county end, roughly as published reports of real ones do. */
const fates: Readonly<Record<Fate, number>> = {
  granted: 34,
  public: 10,
  partly: 5,
  secret: 0.5,
  forbidden: 1,
  safety: 1,
  'third-party': 3,
  internal: 3,
  process: 3,
  enforcement: 2,
  inquiry: 2,
  'not-held': 10,
  'other-organ': 5,
  'to-be-made': 4,
  unclear: 3,
  petition: 4,
  publication: 1,
  reconfirm: 1,
  excessive: 1,
  'not-corrected': 3,
  unpaid: 1,
  withdrawn: 4,
  consultancy: 2,
  open: 1,
}
const kinds: Readonly<Record<ApplicantKind, number>> = {
  naturalPerson: 78,
  enterprise: 10,
  research: 2,
  socialOrganization: 3,
  legalService: 5,
  other: 2,
}

const begins = ['clear yes', 'kind information', 'abuse no', 'repeat no', 'ours yes', 'regime no', 'held yes', 'public no']
const withheld = (ground: string, severable: string) => [...begins, `ground ${ground}`, `${severable} no`]
/** Answers to the questions of the tree, by fate. */
const paths: Readonly<Partial<Record<Fate, readonly string[]>>> = {
  granted: [...begins, 'ground none'],
  public: [...begins.slice(0, -1), 'public yes'],
  partly: [...begins, 'ground internal', 'severable-internal yes'],
  secret: withheld('state-secret', 'severable-state-secret'),
  forbidden: withheld('forbidden', 'severable-forbidden'),
  safety: withheld('safety', 'severable-safety'),
  'third-party': [...begins, 'ground third-party', 'public-interest withheld', 'severable-third-party no'],
  internal: withheld('internal', 'severable-internal'),
  process: [...begins, 'ground process', 'law-says-disclose-process no', 'severable-process no'],
  enforcement: [...begins, 'ground enforcement-file', 'law-says-disclose-enforcement-file no', 'severable-enforcement-file no'],
  inquiry: [...begins.slice(0, 5), 'regime yes'],
  'not-held': [...begins.slice(0, 6), 'held no'],
  'other-organ': [...begins.slice(0, 4), 'ours no'],
  'to-be-made': [...begins.slice(0, 6), 'held to-be-made'],
  unclear: ['clear no'],
  petition: ['clear yes', 'kind petition'],
  publication: ['clear yes', 'kind publication'],
  reconfirm: ['clear yes', 'kind reconfirm'],
  consultancy: ['clear yes', 'kind consultancy'],
  excessive: ['clear yes', 'kind information', 'abuse yes'],
}

/** Plans a request that comes in on a day. */
export function planCase(stage: Stage, office: Office, day: string): void {
  const { chance } = stage
  const fate = chance.weighted(fates)
  const kind = chance.weighted(kinds)
  const title = requestTitle(chance, Number(day.slice(0, 4)))
  const name = kind === 'naturalPerson' ? personName(chance) : chance.pick(organisations[kind]!)
  const identity = `S${100_000 + chance.whole(800_000)}`
  const byPost = chance.likely(0.4)
  stage.plan(day, async (ctx) => {
    const { cases } = await registerForm(ctx, office.clerk, {
      bodyId: office.bodyId,
      channel: byPost ? 'registered-post' : 'in-person',
      facts: byPost ? { submitted: day, signedFor: day } : { submitted: day },
      applicant: { kind, name, identityType: 'other', identityNumber: identity, phone: '0000-8000001', address: '云岭县城关镇' },
      carrier: 'paper',
      delivery: byPost ? 'post' : 'in-person',
      requests: [{ title, wanted: title }],
    })
    live(stage, office, { id: cases[0]!.id, fate, day, method: byPost ? 'post' : 'in-person' })
  })
}

interface Life {
  readonly id: string
  readonly fate: Fate
  readonly day: string
  readonly method: 'post' | 'in-person'
}

/** What follows the registration, by fate. */
function live(stage: Stage, office: Office, { id, fate, day, method }: Life): void {
  const { chance } = stage
  let at = day
  const act = (days: number, verb: VerbName, input: object) => {
    at = plusDays(at, days)
    const on = at
    stage.plan(on, async (ctx) => {
      // What no letter of ours does is recorded by whoever heads the unit.
      await perform(ctx, verb === 'extend' ? office.officer : office.clerk, id, verb, input as never)
    })
  }
  const conclude = (days: number) => {
    const path = paths[fate]!.map((step) => ({ question: step.split(' ')[0]!, answer: step.split(' ')[1]!, note: '' }))
    act(days, 'decide', { path })
    at = plusDays(at, 1 + chance.whole(5))
    const on = at
    stage.plan(on, async (ctx) => {
      // A reason is kept only where it is late.
      const late = { reason: '材料分散在几个科室，核对用了较长时间', sectionId: null }
      await perform(ctx, office.officer, id, 'answer', { method, late })
      challenged(stage, office, id, fate, on)
    })
  }
  switch (fate) {
    case 'open':
      return
    case 'withdrawn':
      act(2 + chance.whole(10), 'withdraw', { text: '已经从别处得到，不需要了' })
      return
    case 'not-corrected':
    case 'unclear': {
      const by = plusDays(at, 23)
      act(2, 'ask-correction', { what: '请写明文件名称、文号或者年份', by })
      if (fate === 'unclear') {
        act(6, 'receive-correction', { text: '就是那份文件' })
        conclude(8)
        return
      }
      at = by
      act(4, 'lapse-correction', {})
      return
    }
    case 'unpaid':
      act(12, 'notice-fee', { mode: 'page', count: 240 })
      // Twenty working days, with a long holiday among them at most.
      act(45, 'lapse-fee', {})
      return
    case 'third-party':
      act(3, 'consult', { party: 'third-party', name: '云岭中衡评估有限公司' })
      act(8, 'record-opinion', { opinion: 'refuses', text: '属于商业秘密' })
      conclude(4)
      return
    case 'not-held':
    case 'to-be-made':
      act(4, 'log-search', { where: '业务系统、档案室', terms: '项目名称、年份', found: fate === 'not-held' ? 0 : 3, text: '逐年核对' })
      conclude(5)
      return
    case 'excessive':
      act(3, 'ask-reasons', { by: plusDays(at, 17) })
      act(9, 'record-reasons', { text: '就是想要', reasonable: false })
      conclude(3)
      return
    case 'partly':
      at = plusDays(at, 5)
      stage.plan(at, (ctx) => blackOut(ctx, office.clerk, id))
      conclude(3)
      return
    default:
      if (chance.likely(0.12)) {
        act(12, 'extend', { days: 10, approver: '公开机构负责人', reason: '涉及的文件较多，需要逐件核对' })
        conclude(10 + chance.whole(14))
        return
      }
      // One in twenty-five is late.
      conclude(chance.likely(0.04) ? 35 : 4 + chance.whole(16))
      return
  }
}

/** Parts blacked out and proved, as Art. 37 wants before a part is given. */
async function blackOut(ctx: Context, clerk: Actor, id: string): Promise<void> {
  const file = await addCaseFile(ctx, clerk, id, {
    on: 'case',
    name: '材料.pdf',
    type: 'application/pdf',
    bytes: onePage('internal part of the paper'),
  })
  const redaction = await startRedaction(ctx, clerk, { requestId: id, fileId: file.id })
  const marks = [{ page: 0, x: 0.1, y: 0.1, width: 0.6, height: 0.08, ground: 'internal' as const }]
  const marked = await markRedaction(ctx, clerk, redaction.id, { marks, edition: redaction.edition })
  await proveRedaction(ctx, clerk, redaction.id, { edition: marked.edition })
}

/** Some who were refused go to reconsideration, some of them to court, some straight there; a few win, and the case is handled anew. */
function challenged(stage: Stage, office: Office, id: string, fate: Fate, answeredOn: string): void {
  const { chance } = stage
  const refused = !['granted', 'public', 'withdrawn'].includes(fate)
  if (!chance.likely(refused ? 0.12 : 0.01)) return
  const filedOn = plusDays(answeredOn, 10 + chance.whole(40))
  const isSuit = chance.likely(0.25)
  stage.plan(filedOn, async (ctx) => {
    const challenge = await openChallenge(ctx, office.clerk, {
      bodyId: office.bodyId,
      kind: isSuit ? 'litigation' : 'reconsideration',
      ...(isSuit && { isDirect: true }),
      requestIds: [id],
      organ: isSuit ? '云岭县人民法院' : '云岭县人民政府',
      filedOn,
    })
    const copied = plusDays(filedOn, 8)
    stage.plan(copied, async (ctx1) => void (await performChallenge(ctx1, office.clerk, challenge.id, 'receive-copy', {})))
    stage.plan(
      plusDays(copied, 6),
      async (ctx2) => void (await performChallenge(ctx2, office.clerk, challenge.id, 'answer', { text: '已按时答复', lateReason: '' })),
    )
    const outcome = chance.weighted({ maintained: 6, revoked: 2, dismissed: 2 })
    const decidedOn = plusDays(copied, 30 + chance.whole(60))
    stage.plan(decidedOn, async (ctx3) => {
      const reopens = outcome === 'revoked'
      await performChallenge(ctx3, office.officer, challenge.id, 'decide', {
        outcome,
        ...(reopens && { reopen: [{ requestId: id, dueOn: null }] }),
      })
      if (!reopens) return
      const again = plusDays(decidedOn, 12)
      const path = paths.granted!.map((step) => ({ question: step.split(' ')[0]!, answer: step.split(' ')[1]!, note: '' }))
      stage.plan(again, async (ctx4) => void (await perform(ctx4, office.clerk, id, 'decide', { path })))
      stage.plan(
        plusDays(again, 3),
        async (ctx5) =>
          void (await perform(ctx5, office.officer, id, 'answer', { method: 'in-person', late: { reason: '重新办理', sectionId: null } })),
      )
    })
  })
}
