/** The bodies' own wording of letters, in place of the one that comes with the program; each edition stays. */
import { type Context, inTransaction } from '#db'
import { type Actor, allow, bodyBySlug, may, record, targetOf } from '#identity'
import { Failure } from '#words'
import { checkTemplate } from './compose.ts'
import { type LetterKindId, letterKindIds } from './kinds.ts'
import * as store from './store.ts'
import { placeholdersOf, templates } from './templates.ts'

export interface TemplateDetail {
  readonly kind: LetterKindId
  /** Slug. */
  readonly body: string
  /** Whether the body has its own wording. */
  readonly own: boolean
  /** In force. */
  readonly text: string
  /** As the program has it. */
  readonly standard: string
  readonly placeholders: readonly string[]
  /** The body's own wordings, the newest first. */
  readonly history: readonly store.StoredTemplate[]
  readonly mayChange: boolean
}

/** The wording of a kind at a body. Throws `not-found`, `not-allowed`. */
export async function templateAt(ctx: Context, actor: Actor, slug: string, kind: LetterKindId): Promise<TemplateDetail> {
  const body = await bodyOf(ctx, slug)
  allow(actor, 'see', 'letter-template', await targetOf(ctx.db, body.id))
  return detailOf(ctx, actor, body, kind)
}

interface WordingOf {
  /** Slug. */
  readonly body: string
  readonly kind: LetterKindId
}

/** Gives a body its own wording of a kind. Throws `not-found`, `not-allowed`, `template-wrong` with the first fault. */
export async function changeTemplate(
  ctx: Context,
  actor: Actor,
  { body: slug, kind, text }: WordingOf & { readonly text: string },
): Promise<TemplateDetail> {
  const body = await bodyOf(ctx, slug)
  const tidy = text
    .replaceAll('\r\n', '\n')
    .replaceAll(/[^\P{Cc}\n]/gu, ' ')
    .trim()
  return inTransaction(ctx, async (tx) => {
    const post = allow(actor, 'change', 'letter-template', await targetOf(tx, body.id))
    const faults = checkTemplate(kind, tidy)
    if (faults.length > 0) throw new Failure('template-wrong', { what: faults.join('；') })
    await store.endTemplate(tx, body.id, kind, ctx.now())
    const id = ctx.newId()
    await store.insertTemplate(tx, { id, bodyId: body.id, kind, text: tidy, at: ctx.now(), by: actor.personId })
    await record(tx, ctx, actor, {
      kind: 'letter-template.changed',
      noun: 'letter-template',
      nounId: id,
      bodyId: body.id,
      onBehalfOf: post?.onBehalfOf ?? null,
      detail: { letter: kind, text: tidy },
    })
    return detailOf({ ...ctx, db: tx }, actor, body, kind)
  })
}

/** Goes back to the wording of the program. Throws `not-found`, `not-allowed`. */
export async function restoreTemplate(ctx: Context, actor: Actor, { body: slug, kind }: WordingOf): Promise<TemplateDetail> {
  const body = await bodyOf(ctx, slug)
  return inTransaction(ctx, async (tx) => {
    const post = allow(actor, 'change', 'letter-template', await targetOf(tx, body.id))
    const own = await store.templateInForce(tx, body.id, kind)
    if (own) {
      await store.endTemplate(tx, body.id, kind, ctx.now())
      await record(tx, ctx, actor, {
        kind: 'letter-template.restored',
        noun: 'letter-template',
        nounId: own.id,
        bodyId: body.id,
        onBehalfOf: post?.onBehalfOf ?? null,
        detail: { letter: kind },
      })
    }
    return detailOf({ ...ctx, db: tx }, actor, body, kind)
  })
}

async function bodyOf(ctx: Context, slug: string): Promise<{ id: string; slug: string }> {
  const body = await bodyBySlug(ctx, slug)
  if (!body) throw new Failure('not-found', { what: 'body' })
  return body
}

async function detailOf(ctx: Context, actor: Actor, body: { id: string; slug: string }, kind: LetterKindId): Promise<TemplateDetail> {
  if (!letterKindIds.includes(kind)) throw new Failure('not-found', { what: 'letter-template' })
  const own = await store.templateInForce(ctx.db, body.id, kind)
  const standard = templates[kind]
  return {
    kind,
    body: body.slug,
    own: own !== null,
    text: own?.text ?? standard,
    standard,
    placeholders: placeholdersOf(kind),
    history: await store.loadTemplates(ctx.db, body.id, kind),
    mayChange: may(actor, 'change', 'letter-template', { bodyId: body.id }),
  }
}
