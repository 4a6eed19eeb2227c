/** The form's addresses: each page is read, written down whatever is wrong with it, and only then held to what is required. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { addWorkingDays } from '#calendar'
import {
  addDraftFile,
  askSum,
  beginDraft,
  type Draft,
  type DraftFileKind,
  draftOf,
  dropDraftFile,
  endDraft,
  ownSimilar,
  receiptOf,
  saveDraft,
  sendDraft,
} from '#casework'
import type { Context } from '#db'
import { workCalendar } from '#identity'
import { Failure, failures } from '#words'
import type { Errors } from '../form.tsx'
import { counter, dropOwn, isToken, type Posted, readPosted, setOwn, tooLarge } from '../posted.ts'
import { isEnded, type PortalBody } from '../register.ts'
import type { Frame, Page } from '../shell.tsx'
import { filledForm, isSum, keptFields, mostRequests, mostTogether, requestCount, togetherCount, whatErrors, whoErrors } from './filled.ts'
import { bodyPage, checkPage, whatPage, whoPage, wordsOf } from './pages.tsx'
import { receiptPage } from './receipt.tsx'

/** What a route of the portal is given to draw with. */
export interface Drawing {
  readonly frameOf: (request: FastifyRequest) => Promise<Frame>
  readonly bodyOf: (frame: Frame, request: FastifyRequest) => PortalBody | undefined
  readonly draw: (request: FastifyRequest, reply: FastifyReply, frame: Frame, page: Page, status?: number) => FastifyReply
  readonly noBody: (request: FastifyRequest, reply: FastifyReply, frame: Frame) => FastifyReply
}

const cookie = 'gongkai-form'
const below = '/b/'
const draftSeconds = 2 * 24 * 60 * 60
const receiptSeconds = 30 * 60
/** Milliseconds: whoever fills in four pages faster than this may be a program. */
const fastest = 3_000

type Handler = (request: FastifyRequest, reply: FastifyReply, frame: Frame, body: PortalBody) => Promise<FastifyReply>
interface Here {
  readonly token: string
  readonly draft: Draft
}

export function registerApply(portal: FastifyInstance, ctx: Context, { frameOf, bodyOf, draw, noBody }: Drawing): void {
  const begins = counter(portal, 'begin', { most: 60, minutes: 10 })
  const writes = counter(portal, 'form', { most: 300, minutes: 10 })
  // A whole office or a library stands behind one address: first a sum is asked, and only far beyond it nothing more is taken.
  const many = counter(portal, 'sent', { most: 5, minutes: 60 })
  const sends = counter(portal, 'send', { most: 60, minutes: 60 })

  const at = (handler: Handler) => async (request: FastifyRequest, reply: FastifyReply) => {
    const frame = await frameOf(request)
    const body = bodyOf(frame, request)
    if (!body || isEnded(body, frame.register.today)) return noBody(request, reply, frame)
    return handler(request, reply, frame, body)
  }
  const to = (reply: FastifyReply, body: PortalBody, step: string) => reply.redirect(`/b/${body.slug}/apply${step}`, 303)
  const draftHere = async (request: FastifyRequest, body: PortalBody): Promise<Here | null> => {
    const token = request.cookies[cookie]
    const draft = token ? await draftOf(ctx, token) : null
    return token && draft?.bodyId === body.id ? { token, draft } : null
  }

  portal.get(
    '/b/:slug/apply/body',
    at(async (request, reply, frame, body) => draw(request, reply, frame, bodyPage(frame, body))),
  )

  /** The form begins with a button; what this browser began with another body goes on here. */
  portal.post(
    '/b/:slug/apply/begin',
    at(async (request, reply, _, body) => {
      await begins.hold(request, request.ip)
      const token = await beginDraft(ctx, body.id, request.cookies[cookie] ?? null)
      setOwn(request, reply, cookie, token, draftSeconds, below)
      return to(reply, body, '/form')
    }),
  )

  const pageOf = (drawStep: (props: { frame: Frame; body: PortalBody; draft: Draft; errors: Errors }) => Page) =>
    at(async (request, reply, frame, body) => {
      const here = await draftHere(request, body)
      if (!here) return to(reply, body, '')
      return draw(request, reply, frame, drawStep({ frame, body, draft: here.draft, errors: {} }))
    })
  portal.get('/b/:slug/apply/form', pageOf(whatPage))
  portal.get('/b/:slug/apply/you', pageOf(whoPage))

  /** Reads a form that came with the draft's own token. Throws `draft-gone`, `forged-request`. */
  const postedHere = async (
    request: FastifyRequest,
    reply: FastifyReply,
    body: PortalBody,
  ): Promise<Here & { readonly posted: Posted }> => {
    await writes.hold(request, request.ip)
    const posted = await readPosted(request)
    const here = await draftHere(request, body)
    if (!here) throw new Failure('draft-gone')
    if (!isToken(posted.fields.csrf, here.draft.csrf)) throw new Failure('forged-request')
    // A form that is worked on lasts two days from now.
    setOwn(request, reply, cookie, here.token, draftSeconds, below)
    return { ...here, posted }
  }

  portal.post(
    '/b/:slug/apply/form',
    at(async (request, reply, frame, body) => {
      const { token, draft: before, posted } = await postedHere(request, reply, body)
      const verb = posted.fields.do ?? 'next'
      const count = stepped(requestCount(posted.fields), verb, 1, mostRequests)
      await saveDraft(ctx, token, { ...keptFields('form', posted.fields), count: String(count) })
      if (verb === 'more') return to(reply, body, `/form#title-${count}`)
      if (verb === 'fewer') return to(reply, body, '/form')
      if (verb === 'look') return to(reply, body, '/form#maybe')
      if (verb === 'back') return to(reply, body, '/body')
      const draft = (await draftOf(ctx, token)) ?? before
      const wrong = whatErrors(draft.fields, wordsOf(frame))
      if (Object.keys(wrong).length > 0) return draw(request, reply, frame, whatPage({ frame, body, draft, errors: wrong }), 400)
      return to(reply, body, '/you')
    }),
  )

  portal.post(
    '/b/:slug/apply/you',
    at(async (request, reply, frame, body) => {
      const { token, draft: before, posted } = await postedHere(request, reply, body)
      const { drop } = posted.fields
      const verb = drop ? 'drop' : (posted.fields.do ?? 'next')
      const count = stepped(togetherCount(posted.fields), verb, 0, mostTogether)
      await saveDraft(ctx, token, { ...keptFields('you', posted.fields), togetherCount: String(count) })
      if (drop) await dropDraftFile(ctx, token, drop)
      const refused = await addFiles(ctx, token, posted, frame)
      const draft = (await draftOf(ctx, token)) ?? before
      const stays = ['more', 'fewer', 'drop'].includes(verb)
      const wrong = { ...(verb === 'next' && whoErrors(draft.fields, draft.files, wordsOf(frame))), ...refused }
      if (Object.keys(wrong).length > 0) return draw(request, reply, frame, whoPage({ frame, body, draft, errors: wrong }), 400)
      if (stays) return to(reply, body, verb === 'more' ? `/you#together-${count}` : '/you')
      return to(reply, body, verb === 'back' ? '/form' : '/send')
    }),
  )

  portal.get(
    '/b/:slug/apply/send',
    at(async (request, reply, frame, body) => {
      const here = await draftHere(request, body)
      if (!here) return to(reply, body, '')
      const step = unfinished(here.draft, frame)
      if (step) return to(reply, body, step)
      return draw(request, reply, frame, checkPage({ frame, body, ...here, errors: {}, repeated: await repeatedOf(body, here.draft) }))
    }),
  )
  const repeatedOf = (body: PortalBody, { fields }: Draft) => ownSimilar(ctx, body.id, filledForm(fields))

  portal.post(
    '/b/:slug/apply/send',
    at(async (request, reply, frame, body) => {
      // Pressed twice, the second finds the form sent, and leads to the same receipt.
      if (await sentHere(request, body)) return to(reply, body, '/receipt')
      const { token, draft, posted } = await postedHere(request, reply, body)
      const step = unfinished(draft, frame)
      if (step) return to(reply, body, step)
      await sends.hold(request, request.ip)
      const isAsked = draft.sum !== null
      const isMany = await many.isMany(request, request.ip)
      if (!isAsked && (isMany || (posted.fields.website ?? '') !== '' || isFast(ctx, draft))) await askSum(ctx, token)
      const now = (await draftOf(ctx, token)) ?? draft
      if (now.sum && !isSum(posted.fields.sum ?? '', now.sum)) {
        const { errors: say } = wordsOf(frame)
        const errors = { sum: isAsked ? say.sum : say.sumNeeded }
        return draw(request, reply, frame, checkPage({ frame, body, draft: now, errors, repeated: await repeatedOf(body, now) }), 400)
      }
      await sendDraft(ctx, token, filledForm(now.fields), request.ip)
      setOwn(request, reply, cookie, token, receiptSeconds, below)
      return to(reply, body, '/receipt')
    }),
  )

  const sentHere = async (request: FastifyRequest, body: PortalBody) => {
    const token = request.cookies[cookie]
    const sent = token ? await receiptOf(ctx, token) : null
    return token && sent?.bodyId === body.id ? { token, sent } : null
  }
  /** The receipt has no draft any more whose token it could bear. */
  const csrfOf = (token: string): string => ctx.digest(`receipt ${token}`).slice(0, 43)

  portal.get(
    '/b/:slug/apply/receipt',
    at(async (request, reply, frame, body) => {
      const here = await sentHere(request, body)
      if (!here) return draw(request, reply, frame, receiptPage(frame, body, null))
      const confirmBy = addWorkingDays(await workCalendar(ctx.db, body.regionId), here.sent.submittedOn, 1).day
      return draw(request, reply, frame, receiptPage(frame, body, { sent: here.sent, confirmBy, csrf: csrfOf(here.token) }))
    }),
  )
  portal.post(
    '/b/:slug/apply/receipt',
    at(async (request, reply, _, body) => {
      const { fields } = await readPosted(request)
      const here = await sentHere(request, body)
      if (here) {
        if (!isToken(fields.csrf, csrfOf(here.token))) throw new Failure('forged-request')
        await endDraft(ctx, here.token)
      }
      dropOwn(reply, cookie, below)
      return reply.redirect('/track', 303)
    }),
  )
}

/** One more, or one fewer. */
const stepped = (count: number, verb: string, least: number, most: number): number =>
  Math.min(most, Math.max(least, count + (verb === 'more' ? 1 : verb === 'fewer' ? -1 : 0)))

/** A clock that stands still, as the demo's does, tells nothing. */
function isFast(ctx: Context, { startedAt }: Draft): boolean {
  const taken = ctx.now().getTime() - startedAt.getTime()
  return taken > 0 && taken < fastest
}

/** The step that is not finished yet; null where the form may be sent. */
function unfinished(draft: Draft, frame: Frame): '/form' | '/you' | null {
  const words = wordsOf(frame)
  if (Object.keys(whatErrors(draft.fields, words)).length > 0) return '/form'
  return Object.keys(whoErrors(draft.fields, draft.files, words)).length > 0 ? '/you' : null
}

/** Takes in the files of a form; what is wrong with one is told beside its field, and the others are kept. */
async function addFiles(ctx: Context, token: string, { files }: Posted, frame: Frame): Promise<Errors> {
  const errors: Record<string, string> = {}
  for (const { field, name, bytes, isTooLarge } of files) {
    const what: DraftFileKind = field === 'power' ? 'power' : 'proof'
    try {
      if (isTooLarge) throw tooLarge(name)
      await addDraftFile(ctx, token, { what, name, bytes })
    } catch (error) {
      if (!(error instanceof Failure) || !['file-kind', 'file-too-large', 'too-many-files'].includes(error.code)) throw error
      const { [frame.visit.language]: say } = failures[error.code]
      errors[what] = (say as (values: Failure['values']) => string)(error.values)
    }
  }
  return errors
}
