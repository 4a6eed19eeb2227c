/** Following a request: number and code are asked once, and kept sealed in a cookie of half an hour. Nobody without both learns anything. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  type ApplicantView,
  actAsApplicant,
  applicantCase,
  draftFileTypes,
  letterForApplicant,
  type OwnFile,
  writeAsApplicant,
} from '#casework'
import { type Context, typeOf } from '#db'
import { bodyBySlug } from '#identity'
import { Failure, failures, portalApplyWords } from '#words'
import type { Drawing } from '../apply/routes.ts'
import type { Errors } from '../form.tsx'
import { counter, dropOwn, openOwn, type Posted, readPosted, sealOwn, setOwn } from '../posted.ts'
import type { Frame } from '../shell.tsx'
import { casePage, lookupPage } from './pages.tsx'

const cookie = 'gongkai-case'
/** Seconds without a look after which number and code are asked again. */
const idle = 30 * 60

interface Key {
  readonly number: string
  readonly code: string
}

export function registerTrack(portal: FastifyInstance, ctx: Context, { frameOf, draw }: Pick<Drawing, 'frameOf' | 'draw'>): void {
  const byAddress = counter(portal, 'track', { most: 60, minutes: 10 })
  const byNumber = counter(portal, 'number', { most: 20, minutes: 10 })
  const writes = counter(portal, 'case', { most: 60, minutes: 10 })

  portal.get('/track', async (request, reply) => draw(request, reply, await frameOf(request), lookupPage(await frameOf(request), {})))

  portal.post('/track', async (request, reply) => {
    const frame = await frameOf(request)
    await byAddress(request, request.ip)
    const { fields } = await readPosted(request)
    const key = { number: (fields.number ?? '').trim().slice(0, 60), code: (fields.code ?? '').trim().slice(0, 40) }
    await byNumber(request, key.number)
    if ((await applicantCase(ctx, key.number, key.code)) === null) {
      const errors = { number: sentence(new Failure('wrong-code'), frame) }
      return draw(request, reply, frame, lookupPage(frame, { number: key.number, errors }), 404)
    }
    keep(request, reply, key)
    return reply.redirect('/track/case', 303)
  })

  portal.get('/track/leave', async (_, reply) => {
    dropOwn(reply, cookie, '/track')
    return reply.redirect('/track', 303)
  })

  const keep = (request: FastifyRequest, reply: FastifyReply, key: Key) =>
    setOwn(request, reply, cookie, sealOwn(ctx, key, idle), idle, '/track')
  const keyOf = (request: FastifyRequest): Key | null => openOwn<Key>(ctx, request.cookies[cookie])
  /** Of the pair, so that a page elsewhere cannot act for whoever looks. */
  const csrfOf = ({ number, code }: Key): string => ctx.digest(`track ${number}:${code}`).slice(0, 32)

  const shown = async (request: FastifyRequest, reply: FastifyReply, more: { errors?: Errors; said?: boolean } = {}, status = 200) => {
    const frame = await frameOf(request)
    const key = keyOf(request)
    const view = key && (await applicantCase(ctx, key.number, key.code, frame.visit.language))
    if (!key || !view) return draw(request, reply, frame, lookupPage(frame, { gone: true }), 401)
    keep(request, reply, key)
    return draw(request, reply, frame, casePage({ frame, view, organ: await organOf(ctx, view), csrf: csrfOf(key), ...more }), status)
  }

  portal.get('/track/case', async (request, reply) =>
    shown(request, reply, { said: (request.query as { said?: string }).said !== undefined }),
  )

  /** One act of the applicant; what is wrong is said on the page of the case. */
  const act =
    (work: (key: Key, posted: Posted, frame: Frame, origin: string) => Promise<string>) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const frame = await frameOf(request)
      await writes(request, request.ip)
      const posted = await readPosted(request)
      const key = keyOf(request)
      if (!key) return draw(request, reply, frame, lookupPage(frame, { gone: true }), 401)
      if (posted.fields.csrf !== csrfOf(key))
        return shown(request, reply, { errors: { csrf: portalApplyWords[frame.visit.language].errors.stale } }, 400)
      try {
        return await reply.redirect(await work(key, posted, frame, request.ip), 303)
      } catch (error) {
        if (error instanceof Wrong) return shown(request, reply, { errors: error.errors }, 400)
        if (error instanceof Failure && error.code !== 'wrong-code')
          return shown(request, reply, { errors: { due: sentence(error, frame) } }, 409)
        throw error
      }
    }
  const by = (key: Key, origin: string) => ({ ...key, origin })

  portal.post(
    '/track/case/correct',
    act(async (key, posted, frame, origin) => {
      await writeAsApplicant(ctx, by(key, origin), 'receive-correction', required(posted, 'text', frame), await ownFiles(posted))
      return '/track/case'
    }),
  )
  portal.post(
    '/track/case/say',
    act(async (key, posted, frame, origin) => {
      const said = posted.fields.note === undefined ? required(posted, 'text', frame) : required(posted, 'note', frame)
      await writeAsApplicant(ctx, by(key, origin), 'note', said, await ownFiles(posted))
      return '/track/case?said'
    }),
  )
  portal.post(
    '/track/case/withdraw',
    act(async (key, posted, frame, origin) => {
      if (posted.fields.sure !== 'yes') throw new Wrong({ sure: portalApplyWords[frame.visit.language].errors.required })
      await actAsApplicant(ctx, by(key, origin), 'withdraw', { text: '' })
      return '/track/case'
    }),
  )
  portal.post(
    '/track/case/publish',
    act(async (key, _, __, origin) => {
      await actAsApplicant(ctx, by(key, origin), 'offer-publication', { by: 'applicant' })
      return '/track/case?said'
    }),
  )
  portal.post(
    '/track/case/rate',
    act(async (key, posted, frame, origin) => {
      const score = Number(posted.fields.score)
      if (!Number.isInteger(score) || score < 1 || score > 5)
        throw new Wrong({ score: portalApplyWords[frame.visit.language].errors.required })
      await actAsApplicant(ctx, by(key, origin), 'rate', { score, text: (posted.fields.rateText ?? '').slice(0, 1000) })
      return '/track/case'
    }),
  )

  portal.get<{ Params: { id: string } }>('/track/letters/:id', async (request, reply) => {
    const key = keyOf(request)
    if (!key || !/^[0-9a-f-]{36}$/.test(request.params.id)) return shown(request, reply)
    const { file: fileId } = request.query as { file?: string }
    const file = await letterForApplicant(ctx, key.number, key.code, request.params.id, {
      origin: request.ip,
      ...(fileId !== undefined && /^[0-9a-f-]{36}$/.test(fileId) && { fileId }),
    })
    const name = encodeURIComponent(file.name)
    return reply
      .header('content-disposition', `attachment; filename="letter.pdf"; filename*=UTF-8''${name}`)
      .header('cache-control', 'private, no-store')
      .header('x-content-type-options', 'nosniff')
      .type(file.type)
      .send(Buffer.from(file.bytes))
  })
}

/** What was not filled in, by field. */
class Wrong extends Error {
  constructor(readonly errors: Errors) {
    super('wrong')
  }
}

function required({ fields }: Posted, name: string, frame: Frame): string {
  const said = (fields[name] ?? '').replaceAll('\r\n', '\n').trim()
  const say = portalApplyWords[frame.visit.language].errors
  if (said === '') throw new Wrong({ [name]: say.required })
  if ([...said].length > 4000) throw new Wrong({ [name]: say.tooLong(4000) })
  return said
}

async function ownFiles({ files }: Posted): Promise<OwnFile[]> {
  return Promise.all(
    files.map(async ({ name, bytes }) => {
      const type = await typeOf(bytes)
      if (!(draftFileTypes as readonly string[]).includes(type)) throw new Failure('file-kind', { name })
      return { name, bytes, type }
    }),
  )
}

const organOf = async (ctx: Context, view: ApplicantView): Promise<string> =>
  (await bodyBySlug(ctx, view.body.slug))?.reconsiderationOrgan ?? ''

const sentence = (failure: Failure, frame: Frame): string =>
  (failures[failure.code][frame.visit.language] as (values: Failure['values']) => string)(failure.values)
