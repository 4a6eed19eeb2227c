/** The form's addresses: each page is read, written down whatever is wrong with it, and only then held to what is required. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { addDraftFile, beginDraft, type Draft, draftOf, dropDraftFile, ownSimilar, saveDraft, sendDraft, takesOnline } from '#casework'
import type { Context } from '#db'
import { Failure, failures } from '#words'
import type { Errors } from '../form.tsx'
import { counter, dropOwn, openOwn, type Posted, readPosted, sealOwn, setOwn } from '../posted.ts'
import { isEnded, type PortalBody } from '../register.ts'
import type { Frame, Page } from '../shell.tsx'
import { filledForm, requestCount, whatErrors, whoErrors } from './filled.ts'
import { checkPage, type Receipt, receiptPage, whatPage, whoPage, wordsOf } from './pages.tsx'

/** What a route of the portal is given to draw with. */
export interface Drawing {
  readonly frameOf: (request: FastifyRequest) => Promise<Frame>
  readonly bodyOf: (frame: Frame, request: FastifyRequest) => PortalBody | undefined
  readonly draw: (request: FastifyRequest, reply: FastifyReply, frame: Frame, page: Page, status?: number) => FastifyReply
  readonly noBody: (request: FastifyRequest, reply: FastifyReply, frame: Frame) => FastifyReply
}

const cookie = 'gongkai-form'
const receiptCookie = 'gongkai-receipt'
const draftSeconds = 2 * 24 * 60 * 60
const receiptSeconds = 15 * 60
/** Whoever fills in a form of four pages faster than this is a program. */
const fastest = 3_000

type Handler = (request: FastifyRequest, reply: FastifyReply, frame: Frame, body: PortalBody) => Promise<FastifyReply>

export function registerApply(portal: FastifyInstance, ctx: Context, { frameOf, bodyOf, draw, noBody }: Drawing): void {
  const writes = counter(portal, 'form', { most: 300, minutes: 10 })
  const sends = counter(portal, 'send', { most: 20, minutes: 60 })
  const begins = counter(portal, 'begin', { most: 60, minutes: 10 })

  const at = (handler: Handler) => async (request: FastifyRequest, reply: FastifyReply) => {
    const frame = await frameOf(request)
    const body = bodyOf(frame, request)
    if (!body || isEnded(body, frame.register.today)) return noBody(request, reply, frame)
    return handler(request, reply, frame, body)
  }
  const to = (reply: FastifyReply, body: PortalBody, step: string) => reply.redirect(`/b/${body.slug}/apply/${step}`, 303)
  const draftHere = async (request: FastifyRequest, body: PortalBody): Promise<{ token: string; draft: Draft } | null> => {
    const token = request.cookies[cookie]
    const draft = token ? await draftOf(ctx, token) : null
    return draft && draft.bodyId === body.id ? { token: token!, draft } : null
  }

  /** The form begins with the button of the page that explains it. */
  portal.post(
    '/b/:slug/apply/begin',
    at(async (request, reply, _, body) => {
      await begins(request, request.ip)
      if ((await draftHere(request, body)) === null) setOwn(request, reply, cookie, await beginDraft(ctx, body.id), draftSeconds)
      return to(reply, body, 'form')
    }),
  )

  const pageOf = (drawStep: (props: { frame: Frame; body: PortalBody; draft: Draft; errors: Errors }) => Page) =>
    at(async (request, reply, frame, body) => {
      const here = await draftHere(request, body)
      if (!here) return reply.redirect(`/b/${body.slug}/apply`, 303)
      return draw(request, reply, frame, drawStep({ frame, body, draft: here.draft, errors: {} }))
    })
  portal.get('/b/:slug/apply/form', pageOf(whatPage))
  portal.get('/b/:slug/apply/you', pageOf(whoPage))

  /** Reads a form, keeps it, and goes on with the draft as it is now. */
  const kept = async (request: FastifyRequest, frame: Frame, body: PortalBody) => {
    await writes(request, request.ip)
    const posted = await readPosted(request)
    const here = await draftHere(request, body)
    if (!here) throw new Failure('draft-gone')
    const { csrf, do: verb = '', drop, website = '', ...fields } = posted.fields
    const errors: Record<string, string> = csrf === here.draft.csrf ? {} : { form: wordsOf(frame).errors.stale }
    if (csrf === here.draft.csrf) await saveDraft(ctx, here.token, counted(here.draft, fields, verb))
    return { ...here, posted, verb, drop, website, errors, draft: (await draftOf(ctx, here.token))! }
  }

  portal.post(
    '/b/:slug/apply/form',
    at(async (request, reply, frame, body) => {
      const { draft, verb, errors } = await kept(request, frame, body)
      if (verb === 'more' || verb === 'fewer') return to(reply, body, 'form')
      const wrong = { ...errors, ...whatErrors(draft.fields, wordsOf(frame)) }
      if (Object.keys(wrong).length > 0) return draw(request, reply, frame, whatPage({ frame, body, draft, errors: wrong }), 400)
      return to(reply, body, 'you')
    }),
  )

  portal.post(
    '/b/:slug/apply/you',
    at(async (request, reply, frame, body) => {
      const { token, verb, drop, posted, errors } = await kept(request, frame, body)
      if (drop) await dropDraftFile(ctx, token, drop)
      const fileErrors = await addFiles(ctx, token, posted, frame)
      const draft = (await draftOf(ctx, token))!
      if (verb === 'back') return to(reply, body, 'form')
      if (drop) return to(reply, body, 'you')
      const wrong = { ...errors, ...whoErrors(draft.fields, draft.files.length > 0, wordsOf(frame)), ...fileErrors }
      if (Object.keys(wrong).length > 0) return draw(request, reply, frame, whoPage({ frame, body, draft, errors: wrong }), 400)
      return to(reply, body, 'check')
    }),
  )

  portal.get(
    '/b/:slug/apply/check',
    at(async (request, reply, frame, body) => {
      const here = await draftHere(request, body)
      if (!here) return reply.redirect(`/b/${body.slug}/apply`, 303)
      const step = unfinished(here.draft, frame)
      if (step) return to(reply, body, step)
      const repeated = await ownSimilar(ctx, body.id, filledForm(here.draft.fields))
      return draw(request, reply, frame, checkPage({ frame, body, draft: here.draft, errors: {}, repeated }))
    }),
  )

  portal.post(
    '/b/:slug/apply/check',
    at(async (request, reply, frame, body) => {
      const { token, draft, website, errors } = await kept(request, frame, body)
      const step = unfinished(draft, frame)
      if (step) return to(reply, body, step)
      const tooFast = ctx.now().getTime() - draft.startedAt.getTime() < fastest && ctx.now().getTime() !== draft.startedAt.getTime()
      const wrong = { ...errors, ...((website !== '' || tooFast) && { website: wordsOf(frame).errors.tooFast }) }
      if (Object.keys(wrong).length > 0)
        return draw(request, reply, frame, checkPage({ frame, body, draft, errors: wrong, repeated: [] }), 400)
      await sends(request, request.ip)
      const form = filledForm(draft.fields)
      const { cases } = await sendDraft(ctx, token, form, request.ip)
      const receipt: Receipt = {
        slug: body.slug,
        cases: cases.map(({ number, code }, index) => ({ number, code, title: form.requests[index]!.title })),
      }
      dropOwn(reply, cookie)
      setOwn(request, reply, receiptCookie, sealOwn(ctx, receipt, receiptSeconds), receiptSeconds, `/b/${body.slug}/apply`)
      return to(reply, body, 'receipt')
    }),
  )

  portal.get(
    '/b/:slug/apply/receipt',
    at(async (request, reply, frame, body) => {
      const receipt = openOwn<Receipt>(ctx, request.cookies[receiptCookie])
      return draw(request, reply, frame, receiptPage(frame, body, receipt?.slug === body.slug ? receipt : null))
    }),
  )
}

/** Whether the page that explains applying has a button. */
export const isOpen = (ctx: Context, body: PortalBody): Promise<boolean> => takesOnline(ctx, body.id)

/** One more, or one fewer, of what is asked for. */
function counted(draft: Draft, fields: Readonly<Record<string, string>>, verb: string): Readonly<Record<string, string>> {
  const count = requestCount({ ...draft.fields, ...fields })
  if (verb === 'more') return { ...fields, count: String(count + 1) }
  if (verb === 'fewer') return { ...fields, count: String(Math.max(1, count - 1)) }
  return fields
}

/** The step that is not finished yet; null where the form may be sent. */
function unfinished(draft: Draft, frame: Frame): 'form' | 'you' | null {
  const words = wordsOf(frame)
  if (Object.keys(whatErrors(draft.fields, words)).length > 0) return 'form'
  return Object.keys(whoErrors(draft.fields, draft.files.length > 0, words)).length > 0 ? 'you' : null
}

async function addFiles(ctx: Context, token: string, { files }: Posted, frame: Frame): Promise<Errors> {
  for (const { name, bytes } of files) {
    try {
      await addDraftFile(ctx, token, { name, bytes })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      const { [frame.visit.language]: say } = failures[error.code]
      return { proof: (say as (values: Failure['values']) => string)(error.values) }
    }
  }
  return {}
}
