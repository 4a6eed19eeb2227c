/** What a first draft looks at beside the figures, gathered from the year's records. */
import type { Context } from '#db'
import { bodyAt } from '#identity'
import { entriesOfYear, noticesFor } from '#registers'
import { type DraftFacts, draftOf, draftOfGovernment } from './draft.ts'
import type { CountedYear } from './model.ts'
import * as store from './store.ts'

/** Registers whose entries prose names. */
const named = ['systems', 'training', 'inspections', 'appraisal', 'ratings', 'accountability', 'self-inspections', 'innovations'] as const

/** Chapters drafted from the records of the year. Asks no policy. */
export async function draftedFor(ctx: Context, counted: CountedYear): Promise<Readonly<Record<number, string>>> {
  const body = await bodyAt(ctx, counted.body.slug)
  const entries: Record<string, Awaited<ReturnType<typeof entriesOfYear>>> = {}
  for (const register of named) entries[register] = await entriesOfYear(ctx, body.id, register, counted.year)
  const facts: DraftFacts = {
    body: {
      name: body.name,
      kind: body.kind,
      unit: body.unit,
      address: body.address,
      postcode: body.postcode,
      phone: body.phone,
      website: ctx.origin ? `${ctx.origin}/b/${body.slug}/reports` : '',
    },
    year: counted.year,
    notices: await noticesFor(ctx, body.id, counted.year),
    entries,
    lastProblems:
      (await publishedOf(ctx, body.id, counted.year - 1))?.content.report.chapters.find(({ number }) => number === 5)?.text ?? null,
  }
  return body.kind === 'government' ? draftOfGovernment(counted, facts) : draftOf(counted, facts)
}

/** The last word of a body on a year: what it published, else what it filed; null where it did neither. */
export async function publishedOf(ctx: Context, bodyId: string, year: number): Promise<store.StoredVersion | null> {
  const report = await store.loadReportOf(ctx.db, bodyId, year, 'own')
  const version = report?.publishedVersion ?? report?.filedVersion ?? null
  return report && version !== null ? store.loadVersion(ctx.db, report.id, version) : null
}
