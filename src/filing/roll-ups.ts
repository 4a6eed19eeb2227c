/** 汇总: the reports of the bodies below, summed cell by cell; every sum opens into its parts, and a body that has not filed stays "未报". */
import { createHash } from 'node:crypto'
import { type Context, inTransaction } from '#db'
import {
  type Actor,
  allow,
  type BodyBelow,
  bodiesBelow,
  bodyAt,
  bodyById,
  canonicalJson,
  type Machine,
  record,
  targetOf,
  text,
  today,
} from '#identity'
import { type CellKey, type CellNote, cellKeys, type Part, type RollUp, rollUp, type Summand, summandsOf } from '#report'
import { Failure } from '#words'
import type { ReportState } from './model.ts'
import * as store from './store.ts'

/** 本级汇总: the bodies of the body's own level. 全域汇总: all that file to it, through whomever. */
export type RollUpScope = store.StoredRollUp['scope']

/** A body that belongs into the sum. */
export interface RollUpPart {
  readonly body: { readonly id: string; readonly slug: string; readonly name: string; readonly level: string; readonly kind: string }
  readonly reportId: string | null
  readonly state: ReportState | 'not-begun'
  /** The version that is summed: what was published, else what lies with the higher office; null of who has filed nothing. */
  readonly version: number | null
  readonly hash: string | null
  readonly filedOn: string | null
  readonly publishedOn: string | null
}

/** Something that stands in more than one of the summed reports: a suit with two defendants, a document of two makers. */
export interface CountedTwice {
  readonly kind: 'litigation' | 'reconsideration' | 'document'
  readonly number: string
  readonly bodies: readonly { readonly slug: string; readonly name: string }[]
}

export interface RollUpDetail {
  readonly body: { readonly id: string; readonly slug: string; readonly name: string }
  readonly year: number
  readonly scope: RollUpScope
  /** Sums of what was filed; null where nobody gives the cell. */
  readonly figures: Readonly<Record<CellKey, number | null>>
  readonly cells: Readonly<Record<CellKey, CellNote>>
  readonly parts: readonly RollUpPart[]
  /** How many of the parts are in the sum. */
  readonly filed: number
  readonly countedTwice: readonly CountedTwice[]
  /** Of the parts and the sums: the same parts give the same hash. */
  readonly hash: string
  /** Roll-ups that were reported upward, the latest first. */
  readonly reported: readonly store.StoredRollUp[]
  /** What has moved since the latest of them: whose report, which cells, and so each of these sums by the same. */
  readonly moved: readonly MovedPart[]
}

/** A body whose report is another than the one that was reported upward. */
export interface MovedPart {
  readonly body: { readonly slug: string; readonly name: string }
  readonly reportId: string | null
  /** Version that was summed then, and the one that is now; null where there was or is none. */
  readonly was: number | null
  readonly now: number | null
  readonly cells: readonly { readonly cell: CellKey; readonly was: number | null; readonly now: number | null }[]
}

interface Summed {
  readonly detail: RollUpDetail
  readonly sums: RollUp
}

/** The sum of a year as it stands. `body` is a slug, of a government as a rule. Throws `not-found`, `not-allowed`. */
export const rollUpOf = async (
  ctx: Context,
  actor: Actor | Machine,
  asked: { readonly body: string; readonly year: number; readonly scope: RollUpScope },
): Promise<RollUpDetail> => (await sumUp(ctx, actor, asked)).detail

/** Cells that a report which was filed does not give, or not for sure: their sums lack it. Who has not filed at all is told apart. */
export const partlyGiven = ({ cells, filed }: Pick<RollUpDetail, 'cells' | 'filed'>): CellKey[] =>
  cellKeys('2021').filter((key) => {
    const { known = filed, doubtful = 0 } = (cells[key]?.values ?? {}) as { readonly known?: number; readonly doubtful?: number }
    return known < filed || doubtful > 0
  })

/** What each body gives to one cell of the sum. Throws as `rollUpOf`, and `not-found` for what is no cell. */
export async function summandsIn(
  ctx: Context,
  actor: Actor | Machine,
  { cell, ...asked }: { readonly body: string; readonly year: number; readonly scope: RollUpScope; readonly cell: CellKey },
): Promise<readonly (Omit<Summand, 'part'> & { readonly part: RollUpPart })[]> {
  const { detail, sums } = await sumUp(ctx, actor, asked)
  if (!(cell in detail.figures)) throw new Failure('not-found', { what: 'cell' })
  return summandsOf(sums, cell).map(({ part, value, state }) => ({ part: detail.parts[part]!, value, state }))
}

/** The sum with the figures of every part, in the order of `keys`; null is what a part does not give, or has not filed. */
export async function figuresOfParts(
  ctx: Context,
  actor: Actor | Machine,
  asked: { readonly body: string; readonly year: number; readonly scope: RollUpScope },
  keys: readonly CellKey[],
): Promise<{ readonly detail: RollUpDetail; readonly values: readonly (readonly (number | null)[])[] }> {
  const { detail, sums } = await sumUp(ctx, actor, asked)
  const values = detail.parts.map((): (number | null)[] => keys.map(() => null))
  for (const [column, key] of keys.entries()) for (const { part, value } of summandsOf(sums, key)) values[part]![column] = value
  return { detail, values }
}

/**
 * 上报: keeps which version of which report the sum was made of. From then on a body below corrects its report with consent only. `hash` is of
 * the sum that was looked at. Throws `not-found`, `not-allowed`, `conflict` where the sum has moved since.
 */
export async function reportUpward(
  ctx: Context,
  actor: Actor,
  {
    hash,
    note = '',
    ...asked
  }: { readonly body: string; readonly year: number; readonly scope: RollUpScope; readonly hash: string; readonly note?: string },
): Promise<RollUpDetail> {
  const { body, year, scope, parts, ...sum } = await rollUpOf(ctx, actor, asked)
  const post = allow(actor, 'clear', 'annual-report', await targetOf(ctx.db, body.id))
  if (hash !== sum.hash) throw new Failure('roll-up-moved', { title: body.name })
  if (sum.filed === 0) throw new Failure('roll-up-empty', { title: body.name })
  await inTransaction(ctx, async (tx) => {
    const id = ctx.newId()
    const kept = parts.map((one) => ({ bodyId: one.body.id, reportId: one.reportId, version: one.version, hash: one.hash }))
    const said = text('note', note, 500)
    await store.insertRollUp(tx, { id, bodyId: body.id, year, scope, parts: kept, hash, at: ctx.now(), by: actor.personId, note: said })
    await record(tx, ctx, actor, {
      kind: 'annual-report.rolled-up',
      noun: 'annual-report',
      nounId: id,
      bodyId: body.id,
      onBehalfOf: post?.onBehalfOf ?? null,
      detail: { year, scope, parts: sum.filed, of: parts.length, hash, note: said },
    })
  })
  return rollUpOf(ctx, actor, asked)
}

/** The bodies whose reports a sum is of, in their order. A government's own name stands for the sum; what it does itself is in its office's report. */
export async function membersOf(
  ctx: Context,
  { id, level }: Pick<BodyBelow, 'id' | 'level'>,
  scope: RollUpScope,
  year: number,
): Promise<BodyBelow[]> {
  const below = (await filersOf(ctx, id, year)).filter(({ isSummed }) => isSummed)
  return scope === 'level' ? below.filter((one) => one.level === level) : below
}

/** Who files to a body on a year: those below it on the last day of the year (today, while it runs), though they may have ended since. */
export const filersOf = async (ctx: Context, id: string, year: number): Promise<BodyBelow[]> => {
  const end = `${year}-12-31`
  return (await bodiesBelow(ctx, id, end < today(ctx) ? end : today(ctx))).filter(({ kind }) => kind !== 'government')
}

async function sumUp(
  ctx: Context,
  actor: Actor | Machine,
  { body: slug, year, scope }: { readonly body: string; readonly year: number; readonly scope: RollUpScope },
): Promise<Summed> {
  const { id, name, level } = await bodyAt(ctx, slug)
  // Of a government the sum is its office's to see.
  allow(actor, 'see', 'annual-report', await targetOf(ctx.db, (await store.loadActing(ctx.db, id)) ?? id))
  const members = await membersOf(ctx, { id, level }, scope, year)
  const rows = new Map(
    (
      await store.loadReportsOf(
        ctx.db,
        members.map((one) => one.id),
        year,
      )
    ).flatMap((row) => (row.scope === 'own' ? [[row.bodyId, row]] : [])),
  )
  const wanted = [...rows.values()].flatMap((row) => {
    const n = versionSummed(row)
    return n === null ? [] : [{ reportId: row.id, n }]
  })
  const figures = new Map((await store.loadFigures(ctx.db, wanted)).map((one) => [one.reportId, one]))
  const parts = members.map((member): RollUpPart => {
    const row = rows.get(member.id)
    const found = row && figures.get(row.id)
    return {
      body: { id: member.id, slug: member.slug, name: member.name, level: member.level, kind: member.kind },
      reportId: row?.id ?? null,
      state: row?.state ?? 'not-begun',
      version: found?.n ?? null,
      hash: found?.hash ?? null,
      filedOn: row?.filedOn ?? null,
      publishedOn: row?.publishedOn ?? null,
    }
  })
  const sums = rollUp(
    parts.map(({ body, reportId }): Part => {
      const found = reportId === null ? undefined : figures.get(reportId)
      return {
        name: body.name,
        report: found ? { body: body.name, year, edition: found.edition, figures: found.figures, cells: found.cells } : null,
      }
    }),
  )
  const filed = parts.filter(({ version }) => version !== null)
  const hash = createHash('sha256')
    .update(canonicalJson({ year, scope, parts: parts.map(({ body, version, hash: of }) => ({ body: body.id, version, hash: of })) }))
    .digest('hex')
  const reported = (await store.loadRollUps(ctx.db, id, year)).filter((one) => one.scope === scope)
  return {
    sums,
    detail: {
      body: { id, slug, name },
      year,
      scope,
      figures: sums.report.figures,
      cells: sums.report.cells,
      parts,
      filed: filed.length,
      countedTwice: await store.loadCountedTwice(
        ctx.db,
        filed.map(({ body }) => body.id),
        year,
      ),
      hash,
      reported,
      moved: reported[0] ? await movedSince(ctx, reported[0], parts, figures) : [],
    },
  }
}

async function movedSince(
  ctx: Context,
  last: store.StoredRollUp,
  parts: readonly RollUpPart[],
  figures: ReadonlyMap<string, store.StoredFigures>,
): Promise<MovedPart[]> {
  const then = new Map(last.parts.map((one) => [one.bodyId, one]))
  // Who was in the sum and is no more has moved as well.
  const gone: RollUpPart[] = []
  for (const { bodyId, hash } of last.parts) {
    if (hash === null || parts.some(({ body }) => body.id === bodyId)) continue
    const body = await bodyById(ctx, bodyId)
    if (body) gone.push({ body, reportId: null, state: 'not-begun', version: null, hash: null, filedOn: null, publishedOn: null })
  }
  const other = [...parts.filter(({ body, hash }) => (then.get(body.id)?.hash ?? null) !== hash), ...gone]
  const before = new Map(
    (
      await store.loadFigures(
        ctx.db,
        other.flatMap(({ body }) => {
          const { reportId, version } = then.get(body.id) ?? { reportId: null, version: null }
          return reportId === null || version === null ? [] : [{ reportId, n: version }]
        }),
      )
    ).map((one) => [one.reportId, one]),
  )
  return other.map(({ body, reportId, version }) => {
    const known = then.get(body.id)
    const was = known?.reportId ? before.get(known.reportId)?.figures : undefined
    const now = reportId === null ? undefined : figures.get(reportId)?.figures
    // In the order of the form.
    const cells = [...new Set([...cellKeys('2021'), ...Object.keys(was ?? {}), ...Object.keys(now ?? {})])].flatMap((cell) => {
      const [one, two] = [was?.[cell] ?? null, now?.[cell] ?? null]
      return one === two ? [] : [{ cell, was: one, now: two }]
    })
    return { body: { slug: body.slug, name: body.name }, reportId, was: known?.version ?? null, now: version, cells }
  })
}

/** A draft that goes on after publication changes nothing above; what was returned is not filed. */
export const versionSummed = ({
  state,
  filedVersion,
  publishedVersion,
}: Pick<store.StoredReport, 'state' | 'filedVersion' | 'publishedVersion'>): number | null =>
  publishedVersion ?? (state === 'filed' || state === 'cleared' ? filedVersion : null)
