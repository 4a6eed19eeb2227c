/** Following a request: number and code are asked once, and a cookie of half an hour stands for them. Nobody without both learns anything. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  type ApplicantView,
  applicantView,
  draftFileTypes,
  endVisit,
  letterOfCase,
  type OwnFile,
  openVisit,
  perform,
  visitDetail,
  visitedCase,
  writeAsApplicant,
} from '#casework'
import { type Context, typeOf } from '#db'
import { Failure, failures } from '#words'
import type { Drawing } from '../apply/routes.ts'
import type { Errors } from '../form.tsx'
import { counter, dropOwn, isToken, type Posted, readPosted, setOwn, tooLarge } from '../posted.ts'
import type { Frame } from '../shell.tsx'
import { casePage, lookupPage, wordsOf } from './pages.tsx'

const cookie = 'gongkai-case'
const below = '/track'
/** Seconds without a page after which number and code are asked again. */
const idle = 30 * 60

interface Visiting {
  readonly requestId: string
  readonly token: string
  readonly csrf: string
}

export function registerTrack(portal: FastifyInstance, ctx: Context, { frameOf, draw }: Pick<Drawing, 'frameOf' | 'draw'>): void {
  const byAddress = counter(portal, 'track', { most: 60, minutes: 10 })
  const wrongOfNumber = counter(portal, 'number', { most: 10, minutes: 10 })
  const writes = counter(portal, 'case', { most: 60, minutes: 10 })

  portal.get('/track', async (request, reply) => draw(request, reply, await frameOf(request), lookupPage(await frameOf(request), {})))

  portal.post('/track', async (request, reply) => {
    const frame = await frameOf(request)
    await byAddress.hold(request, request.ip)
    const { fields } = await readPosted(request)
    const [number, code] = [(fields.number ?? '').trim().slice(0, 60), (fields.code ?? '').trim().slice(0, 40)]
    const say = wordsOf(frame)
    const missing = { ...(number === '' && { number: say.empty(say.number) }), ...(code === '' && { code: say.empty(say.code) }) }
    if (Object.keys(missing).length > 0) return draw(request, reply, frame, lookupPage(frame, { number, errors: missing }), 400)
    // Of the address too: numbers follow one another, and whoever tries codes may not lock the applicant out.
    const tried = `${request.ip} ${number.normalize('NFKC')}`
    await wrongOfNumber.check(request, tried)
    const token = await openVisit(ctx, number, code)
    if (token === null) {
      await wrongOfNumber.hold(request, tried)
      const errors = { number: sentence(new Failure('wrong-query-code'), frame) }
      return draw(request, reply, frame, lookupPage(frame, { number, errors }), 404)
    }
    setOwn(request, reply, cookie, token, idle, below)
    return reply.redirect('/track/case', 303)
  })

  const visiting = async (request: FastifyRequest): Promise<Visiting | null> => {
    const token = request.cookies[cookie]
    const requestId = token ? await visitedCase(ctx, token) : null
    // Of the visit, so that a page elsewhere cannot act for whoever looks.
    return token && requestId ? { requestId, token, csrf: ctx.digest(`visit form ${token}`).slice(0, 43) } : null
  }
  const gone = async (request: FastifyRequest, reply: FastifyReply) => {
    const frame = await frameOf(request)
    return draw(request, reply, frame, lookupPage(frame, { isGone: true }), 401)
  }
  const viewOf = async ({ requestId }: Visiting, frame: Frame): Promise<ApplicantView> =>
    applicantView(ctx, requestId, frame.visit.language)

  interface Shown {
    readonly errors?: Errors
    readonly typed?: Posted['fields']
    readonly done?: string
  }
  const shown = async (request: FastifyRequest, reply: FastifyReply, here: Visiting, more: Shown = {}, status = 200) => {
    const frame = await frameOf(request)
    const view = await viewOf(here, frame)
    setOwn(request, reply, cookie, here.token, idle, below)
    return draw(request, reply, frame, casePage({ frame, view, detail: await visitDetail(ctx, view), csrf: here.csrf, ...more }), status)
  }

  portal.get('/track/case', async (request, reply) => {
    const here = await visiting(request)
    if (!here) return gone(request, reply)
    const { done } = request.query as { done?: unknown }
    return shown(request, reply, here, typeof done === 'string' ? { done } : {})
  })

  type Work = (here: Visiting, posted: Posted, frame: Frame, origin: string) => Promise<string>
  /** One act of the applicant; what is wrong with it is said on the page of the case, and what was typed stays. */
  const act = (work: Work) => async (request: FastifyRequest, reply: FastifyReply) => {
    const frame = await frameOf(request)
    await writes.hold(request, request.ip)
    const posted = await readPosted(request)
    const here = await visiting(request)
    if (!here) return gone(request, reply)
    const say = wordsOf(frame)
    if (!isToken(posted.fields.csrf, here.csrf))
      return shown(request, reply, here, { errors: { main: say.stale }, typed: posted.fields }, 403)
    try {
      return reply.redirect(`/track/case?done=${await work(here, posted, frame, request.ip)}`, 303)
    } catch (error) {
      if (error instanceof Wrong) return shown(request, reply, here, { errors: error.errors, typed: posted.fields }, 400)
      // What became of the case meanwhile is seen on the page itself.
      if (error instanceof Failure && failures[error.code].status < 500)
        return shown(request, reply, here, { errors: { main: sentence(error, frame) }, typed: posted.fields }, failures[error.code].status)
      throw error
    }
  }
  const applicant = (origin: string) => ({ applicant: true, personId: null, origin }) as const

  portal.post(
    '/track/case/correct',
    act(async ({ requestId }, posted, frame, origin) => {
      const said = written(posted, 'text', frame)
      await writeAsApplicant(ctx, { requestId, origin }, 'receive-correction', said, await papers(posted, 'file', frame))
      return 'correct'
    }),
  )
  portal.post(
    '/track/case/say',
    act(async ({ requestId }, posted, frame, origin) => {
      const isReasons = posted.fields.note === undefined
      const said = written(posted, isReasons ? 'text' : 'note', frame)
      await writeAsApplicant(ctx, { requestId, origin }, 'note', said, await papers(posted, isReasons ? 'file' : 'noteFile', frame))
      return 'say'
    }),
  )
  portal.post(
    '/track/case/withdraw',
    act(async ({ requestId }, { fields }, frame, origin) => {
      if (fields.sure !== 'yes') throw new Wrong({ sure: wordsOf(frame).withdrawMissing })
      await perform(ctx, applicant(origin), requestId, 'withdraw', { text: '' })
      return 'withdraw'
    }),
  )
  portal.post(
    '/track/case/publish',
    act(async ({ requestId }, _, __, origin) => {
      await perform(ctx, applicant(origin), requestId, 'offer-publication', { by: 'applicant' })
      return 'publish'
    }),
  )
  portal.post(
    '/track/case/rate',
    act(async ({ requestId }, { fields }, frame, origin) => {
      const score = Number(fields.score)
      if (!Number.isInteger(score) || score < 1 || score > 5) throw new Wrong({ score: wordsOf(frame).scoreMissing })
      const text = (fields.rateText ?? '').trim()
      if ([...text].length > 1000) throw new Wrong({ rateText: wordsOf(frame).tooLong(1000) })
      await perform(ctx, applicant(origin), requestId, 'rate', { score, text })
      return 'rate'
    }),
  )
  portal.post('/track/case/leave', async (request, reply) => {
    const { fields } = await readPosted(request)
    const here = await visiting(request)
    if (here && !isToken(fields.csrf, here.csrf)) throw new Failure('forged-request')
    if (here) await endVisit(ctx, here.token)
    dropOwn(reply, cookie, below)
    return reply.redirect('/track', 303)
  })

  portal.get<{ Params: { id: string }; Querystring: { file?: unknown } }>('/track/letters/:id', async (request, reply) => {
    const here = await visiting(request)
    if (!here) return gone(request, reply)
    const { file: fileId } = request.query
    if (!isId(request.params.id) || (fileId !== undefined && !isId(fileId))) throw new Failure('not-found', { what: 'letter' })
    const file = await letterOfCase(ctx, here.requestId, request.params.id, { origin: request.ip, ...(fileId !== undefined && { fileId }) })
    const ending = /\.[a-z0-9]{1,5}$/i.exec(file.name)?.[0] ?? ''
    return reply
      .header('content-disposition', `attachment; filename="letter${ending}"; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('cache-control', 'private, no-store')
      .header('x-content-type-options', 'nosniff')
      .type(file.type)
      .send(Buffer.from(file.bytes))
  })
}

const isId = (given: unknown): given is string => typeof given === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(given)

/** What was not filled in rightly, by field. */
class Wrong extends Error {
  constructor(readonly errors: Errors) {
    super('a field of the applicant is wrong')
  }
}

function written({ fields }: Posted, name: string, frame: Frame): string {
  const said = (fields[name] ?? '').trim()
  const say = wordsOf(frame)
  if (said === '') throw new Wrong({ [name]: say.missing })
  if ([...said].length > 4000) throw new Wrong({ [name]: say.tooLong(4000) })
  return said
}

/** Papers that came with what was written; told by their bytes. */
async function papers({ files }: Posted, field: string, frame: Frame): Promise<OwnFile[]> {
  const own = files.filter((file) => file.field === field)
  return Promise.all(
    own.map(async ({ name, bytes, isTooLarge }) => {
      if (isTooLarge) throw new Wrong({ [field]: sentence(tooLarge(name), frame) })
      const type = await typeOf(bytes)
      if (!(draftFileTypes as readonly string[]).includes(type))
        throw new Wrong({ [field]: sentence(new Failure('file-kind', { name }), frame) })
      return { name, bytes, type }
    }),
  )
}

const sentence = (failure: Failure, frame: Frame): string =>
  (failures[failure.code][frame.visit.language] as (values: Failure['values']) => string)(failure.values)
