/** 政府的报告: a government's own report is built on what was filed to it; its office writes, signs and publishes it. */
import type { Context, Reader } from '#db'
import { type Actor, type Machine, type Target, targetOf } from '#identity'
import { type CellKey, cellKeys } from '#report'
import { partlyGiven, rollUpOf } from './roll-ups.ts'
import { loadActing } from './store.ts'

/** The body whose people see to a body's report: of a government its office, else itself. */
export const actingBody = async (reader: Reader, bodyId: string): Promise<string> => (await loadActing(reader, bodyId)) ?? bodyId

/** What a policy is asked of, for the report of a body. */
export const reportTarget = async (reader: Reader, bodyId: string): Promise<Target> => targetOf(reader, await actingBody(reader, bodyId))

/** The 200 cells of a government: sums of what was filed. What nobody gives stands as 0 and is told in `missing`, with who has not filed. */
export async function sumForGovernment(
  ctx: Context,
  actor: Actor | Machine,
  { body, year }: { readonly body: string; readonly year: number },
): Promise<{
  readonly cells: Readonly<Record<CellKey, number>>
  readonly missing: readonly string[]
  readonly unknown: readonly CellKey[]
}> {
  const sum = await rollUpOf(ctx, actor, { body, year, scope: 'region' })
  const keys = cellKeys('2021')
  return {
    cells: Object.fromEntries(keys.map((key) => [key, sum.figures[key] ?? 0])),
    missing: sum.parts.filter(({ version }) => version === null).map((part) => part.body.name),
    unknown: partlyGiven(sum),
  }
}
