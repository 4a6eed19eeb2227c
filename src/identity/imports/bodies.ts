/** Bodies from a file and to a file, under the same columns. */
import type { Context, Tx } from '#db'
import type { Language } from '#report'
import { identityWords } from '#words'
import { record } from '../audit/store.ts'
import { addBodyIn, changeBodyIn, nameBodyIn } from '../bodies/commands.ts'
import { factsOf } from '../bodies/facts.ts'
import { type BodyDetail, type BodyFacts, establishmentUnknown } from '../bodies/model.ts'
import { allBodies, detailOf } from '../bodies/queries.ts'
import { bodyWith, loadBody, loadNameHolders } from '../bodies/store.ts'
import { today } from '../day.ts'
import { required, slug as slugOf, wrong } from '../fields.ts'
import { type Actor, bodyKinds, bodyLevels, type Machine } from '../model.ts'
import { reachOf } from '../people/reach.ts'
import { allow } from '../policies/index.ts'
import { cell, digits, errorOf, type FieldRow, type ImportResult, named, tableOf, yesOrNo } from './columns.ts'
import { readSheet, type SheetFormat, writeSheet } from './sheet.ts'
import { tried } from './trial.ts'

/** In the order of the export. */
const fields = [
  'slug',
  'name',
  'shortName',
  'aliases',
  'kind',
  'level',
  'region',
  'filesTo',
  'sharesOfficeWith',
  'uscc',
  'makesRules',
  'isSummed',
  'reconsiderationOrgan',
  'court',
  'unit',
  'address',
  'postcode',
  'phone',
  'fax',
  'email',
  'hours',
  'position',
  'establishedOn',
] as const

/**
 * Adds and corrects bodies from an Excel workbook or CSV, by slug. All rows or none; with `dryRun` none, but all is tried.
 * A column that is absent leaves what is; an empty cell empties what may be empty. Names that differ are not taken for renamings, which need a day; aliases are added, never ended.
 * Throws `wrong-field` of `file` where it cannot be read, `not-allowed`.
 */
export async function importBodies(
  ctx: Context,
  actor: Actor | Machine,
  bytes: Uint8Array,
  options: { readonly dryRun?: boolean } = {},
): Promise<ImportResult> {
  const onBehalfOf = allow(actor, 'import', 'body')?.onBehalfOf ?? null
  const language = languageOf(actor)
  const table = tableOf(await readSheet(bytes), fields, ['slug', 'name'], language)
  const rows = table.rows.length
  if (table.errors.length > 0) return { rows, adds: 0, changes: 0, errors: table.errors, imported: false }

  let adds = 0
  let changes = 0
  const errors = await tried(
    ctx,
    options.dryRun !== true,
    (failure, row) => errorOf(failure, row, table.headers, language),
    async (tx, { attempt }) => {
      const seen = new Set<string>()
      for (const row of parentsFirst(table.rows)) {
        await attempt(row.row, async () => {
          const slug = slugOf(required('slug', cell(row, 'slug')))
          if (seen.has(slug)) throw wrong('slug', 'repeated', slug)
          seen.add(slug)
          const known = await loadBody(tx, { slug }, today(ctx))
          if (known === null) {
            await addRow(tx, ctx, actor, slug, row)
            adds++
          } else if (await changeRow(tx, ctx, actor, await detailOf(tx, known, today(ctx)), row)) changes++
        })
      }
      if (adds + changes === 0) return
      const detail = { rows, adds, changes }
      await record(tx, ctx, actor, { kind: 'body.imported', noun: 'body', nounId: ctx.newId(), onBehalfOf, detail })
    },
  )
  return { rows, adds, changes, errors, imported: options.dryRun !== true && errors.length === 0 }
}

async function addRow(tx: Tx, ctx: Context, actor: Actor | Machine, slug: string, row: FieldRow): Promise<void> {
  const facts = await factsIn(tx, row)
  await addBodyIn(tx, ctx, actor, {
    ...facts,
    slug,
    name: required('name', cell(row, 'name')),
    kind: facts.kind ?? named('kind', '', bodyKinds, 'kinds'),
    level: facts.level ?? named('level', '', bodyLevels, 'levels'),
    shortName: cell(row, 'shortName') ?? '',
    aliases: aliasesIn(row),
  })
}

/** Whether anything was other than it is. */
async function changeRow(tx: Tx, ctx: Context, actor: Actor | Machine, body: BodyDetail, row: FieldRow): Promise<boolean> {
  if (required('name', cell(row, 'name')) !== body.name) throw wrong('name', 'rename-elsewhere', body.name)
  const facts = await factsIn(tx, row)
  const old = factsOf(body)
  let changed = Object.entries(facts).some(([key, value]) => old[key as keyof BodyFacts] !== value)
  if (changed) await changeBodyIn(tx, ctx, actor, body.slug, facts)

  const short = cell(row, 'shortName') ?? ''
  if (short !== '' && short !== body.shortName) {
    await nameBodyIn(tx, ctx, actor, body.slug, { name: short, kind: 'short', since: today(ctx) })
    changed = true
  }
  for (const alias of aliasesIn(row)) {
    if (body.aliases.includes(alias)) continue
    await nameBodyIn(tx, ctx, actor, body.slug, { name: alias, kind: 'alias' })
    changed = true
  }
  return changed
}

/** The facts that the file has columns for. Empty cells say nothing of what cannot be empty. */
async function factsIn(tx: Tx, row: FieldRow): Promise<Partial<BodyFacts>> {
  const facts: { -readonly [K in keyof BodyFacts]?: BodyFacts[K] } = {}
  const kind = cell(row, 'kind')
  if (kind) facts.kind = named('kind', kind, bodyKinds, 'kinds')
  const level = cell(row, 'level')
  if (level) facts.level = named('level', level, bodyLevels, 'levels')
  const region = cell(row, 'region')
  if (region) facts.region = region
  for (const field of ['filesTo', 'sharesOfficeWith'] as const) {
    const text = cell(row, field)
    if (text !== undefined) facts[field] = text === '' ? null : await slugNamed(tx, field, text)
  }
  if (cell(row, 'uscc') !== undefined) facts.uscc = digits(row, 'uscc')?.toUpperCase() || null
  for (const field of ['makesRules', 'isSummed'] as const) {
    const text = cell(row, field)
    if (text) facts[field] = yesOrNo(field, text)
  }
  for (const field of ['reconsiderationOrgan', 'court', 'unit', 'address', 'email', 'hours'] as const) {
    const text = cell(row, field)
    if (text !== undefined) facts[field] = text
  }
  for (const field of ['postcode', 'phone', 'fax'] as const) {
    const text = digits(row, field)
    if (text !== undefined) facts[field] = text
  }
  const position = cell(row, 'position')
  if (position) {
    if (!/^-?\d{1,9}$/.test(position)) throw wrong('position', 'whole', position)
    facts.position = Number(position)
  }
  const establishedOn = cell(row, 'establishedOn')
  if (establishedOn) facts.establishedOn = establishedOn
  return facts
}

const aliasesIn = (row: FieldRow): string[] =>
  (cell(row, 'aliases') ?? '')
    .split(/[、;；,，\n]/)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '')

/** The slug of a body given by its slug or by a name that only it has now. */
export async function slugNamed(tx: Tx, field: string, text: string): Promise<string> {
  if (await bodyWith(tx, 'slug', text)) return text
  const holders = await loadNameHolders(tx, text)
  if (holders.length === 0) throw wrong(field, 'unknown', text)
  if (holders.length > 1) throw wrong(field, 'unclear', text)
  return holders[0]!
}

/** Rows so that a body of the file stands before those that name it; those that name one another in a circle keep their order and are refused one by one. */
function parentsFirst(rows: readonly FieldRow[]): FieldRow[] {
  const byName = new Map<string, FieldRow>()
  for (const row of rows) for (const field of ['name', 'shortName', 'slug']) if (cell(row, field)) byName.set(cell(row, field)!, row)
  const ordered = new Set<FieldRow>()
  const visiting = new Set<FieldRow>()
  // A stack of its own: a long chain of bodies must not overflow the program's.
  for (const start of rows) {
    const stack = [start]
    while (stack.length > 0) {
      const row = stack.at(-1)!
      visiting.add(row)
      const waiting = ['filesTo', 'sharesOfficeWith']
        .map((field) => byName.get(cell(row, field) ?? ''))
        .find((parent) => parent !== undefined && !ordered.has(parent) && !visiting.has(parent))
      if (waiting) stack.push(waiting)
      else ordered.add(stack.pop()!)
    }
  }
  return [...ordered]
}

/** The bodies within the actor's reach as a file that `importBodies` takes back unchanged. Recorded. Throws `not-allowed`. */
export async function exportBodies(ctx: Context, actor: Actor | Machine, format: SheetFormat): Promise<Uint8Array> {
  const onBehalfOf = allow(actor, 'export', 'body')?.onBehalfOf ?? null
  const language = languageOf(actor)
  const words = identityWords[language]
  const { bodyIds } = await reachOf(ctx.db, ctx, actor, 'export', 'body')
  const bodies = (await allBodies(ctx)).filter(({ id }) => bodyIds === 'all' || bodyIds.includes(id))
  const rows: string[][] = []
  for (const body of bodies) rows.push(rowOf(await detailOf(ctx.db, body, today(ctx)), language))
  await ctx.db.transaction().execute((tx) =>
    record(tx, ctx, actor, {
      kind: 'body.exported',
      noun: 'body',
      nounId: ctx.newId(),
      onBehalfOf,
      detail: { bodies: bodies.length, format },
    }),
  )
  return writeSheet([fields.map((field) => words.fields[field]!), ...rows], format, words.bodiesSheet)
}

function rowOf(body: BodyDetail, language: Language): string[] {
  const words = identityWords[language]
  const texts: Record<(typeof fields)[number], string> = {
    ...factsOf(body),
    slug: body.slug,
    name: body.name,
    shortName: body.shortName === body.name ? '' : body.shortName,
    aliases: body.aliases.join('、'),
    kind: words.kinds[body.kind]!,
    level: words.levels[body.level]!,
    filesTo: body.filesToBody?.slug ?? '',
    sharesOfficeWith: body.sharesOfficeWithBody?.slug ?? '',
    uscc: body.uscc ?? '',
    makesRules: body.makesRules ? words.yes : words.no,
    isSummed: body.isSummed ? words.yes : words.no,
    position: String(body.position),
    establishedOn: body.establishedOn === establishmentUnknown ? '' : body.establishedOn,
  }
  return fields.map((field) => texts[field])
}

export const languageOf = (actor: Actor | Machine): Language => (actor.personId === null ? 'zh-CN' : actor.language)
