/** A register from a file and to a file: columns known by their headers or as somebody told last time, tried dry, all rows or none. */
import type { Context } from '#db'
import {
  type Actor,
  allow,
  bodyAt,
  insertAttachment,
  type Machine,
  readSheet,
  record,
  type SheetFormat,
  type SheetRow,
  targetOf,
  tried,
  writeSheet,
} from '#identity'
import { fold } from '#kit'
import type { Language } from '#report'
import { type Failure, failures, registerWords } from '#words'
import { addEntryIn, definitionOf } from './commands.ts'
import type { EntryValues, RegisterDefinition, RegisterField } from './model.ts'
import * as store from './store.ts'
import { type Given, repeated, valuesOf, written } from './values.ts'

export interface RegisterFile {
  readonly register: string
  /** Slug. */
  readonly body: string
  readonly name: string
  /** Media type, told by the bytes. */
  readonly type: string
  readonly bytes: Uint8Array
  readonly dryRun?: boolean
  /** Header of the file → field, or `-` for a column that is not taken; remembered for the next file. */
  readonly mapping?: Readonly<Record<string, string>>
}

export interface RowError {
  /** As the program that shows the file numbers rows, from 1. */
  readonly row: number
  readonly column: string
  readonly what: string
}

export interface RegisterImportResult {
  readonly rows: number
  readonly adds: number
  /** Rows that are here already, value for value. */
  readonly known: number
  readonly errors: readonly RowError[]
  /** Every header of the file and the field it was taken for; null where nobody knows. */
  readonly columns: readonly { readonly header: string; readonly field: string | null }[]
  readonly imported: boolean
  readonly importId: string | null
}

/** Not a field: a column that is passed over knowingly. */
const passedOver = '-'

/**
 * Takes entries in: all rows or none. A header nobody knows is an error until the mapping says what it is. The mapping is kept for the
 * body's next file of the register. Throws `not-found`, `not-allowed`, `wrong-field` of `file` where it cannot be read.
 */
export async function importEntries(ctx: Context, actor: Actor, file: RegisterFile): Promise<RegisterImportResult> {
  const definition = definitionOf(file.register)
  const { id: bodyId } = await bodyAt(ctx, file.body)
  const post = allow(actor, 'import', 'register', await targetOf(ctx.db, bodyId))
  const { language } = actor
  const remembered = await store.loadMapping(ctx.db, bodyId, definition.id)
  const mapping = { ...remembered, ...file.mapping }
  const { head, rows } = parted(await readSheet(file.bytes), definition, mapping)
  const columns = head.cells.map(({ text }) => ({ header: text, field: text === '' ? passedOver : fieldOf(text, definition, mapping) }))
  const headErrors = errorsOfHead(head.row, columns, definition, language)
  const nothing = { rows: rows.length, adds: 0, known: 0, columns: shownColumns(columns), imported: false, importId: null }
  if (headErrors.length > 0) return { ...nothing, errors: headErrors }

  const here = new Set(
    (await store.loadCountable(ctx.db, bodyId, [definition.id], '9999-12-31')).map(({ values, unit }) => sameness(values, unit)),
  )
  /** By what a row says, the row of this file that says it. */
  const read = new Map<string, number>()
  const keep = file.dryRun !== true
  const importId = ctx.newId()
  const hash = keep ? await ctx.files.put(file.bytes) : ''
  const headerOf = (field: string) => columns.find((column) => column.field === field)?.header ?? ''
  const explain = (failure: Failure, row: number): RowError => ({
    row,
    column: headerOf(String(failure.values.field ?? '')),
    what: failures[failure.code][language](failure.values as never),
  })
  let adds = 0
  let known = 0
  const errors = await tried(ctx, keep, explain, async (tx, { attempt }) => {
    const fileId = ctx.newId()
    if (keep) {
      const attached = { id: fileId, hash, name: file.name, noun: 'register-import', nounId: importId, addedAt: ctx.now(), type: file.type }
      await insertAttachment(tx, { ...attached, size: file.bytes.byteLength, addedBy: actor.personId })
      await store.putMapping(tx, bodyId, definition.id, mapping, ctx.now())
    }
    for (const { row, cells } of rows)
      await attempt(row, async () => {
        const given: Record<string, unknown> = {}
        let unit = ''
        for (const [at, { field }] of columns.entries()) {
          const text = cells[at]?.text ?? ''
          if (field === 'unit') unit = text
          else if (field !== null && field !== passedOver && text !== '') given[field] = text
        }
        const values = valuesOf(definition, given as Given)
        const same = sameness(values, unit.slice(0, 100))
        // Two rows alike may be two things or one written twice: whoever made the file knows.
        const other = read.get(same)
        if (other !== undefined) throw repeated(definition, other)
        read.set(same, row)
        if (here.has(same)) {
          known++
          return
        }
        await addEntryIn(tx, ctx, actor, { definition, bodyId, values, unit: unit.slice(0, 100), importId }, post)
        adds++
      })
    if (keep && adds > 0) {
      await store.insertImport(tx, { id: importId, bodyId, register: definition.id, fileId, at: ctx.now(), by: actor.personId, rows: adds })
      await record(tx, ctx, actor, {
        kind: 'register.imported',
        noun: 'register-import',
        nounId: importId,
        bodyId,
        onBehalfOf: post?.onBehalfOf ?? null,
        detail: { register: definition.name['zh-CN'], file: file.name, hash, entries: adds },
      })
    }
  })
  const imported = keep && errors.length === 0 && adds > 0
  return { ...nothing, adds, known, errors, imported, importId: imported ? importId : null }
}

/** Two rows of the same values from the same unit are one. */
const sameness = (values: EntryValues, unit: string): string =>
  JSON.stringify([unit, ...Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1))])

/** The header is the first row that names two fields: files of offices have a title above it. */
function parted(
  sheet: readonly SheetRow[],
  definition: RegisterDefinition,
  mapping: Readonly<Record<string, string>>,
): { head: SheetRow; rows: readonly SheetRow[] } {
  const named = (row: SheetRow) => row.cells.filter(({ text }) => text !== '' && fieldOf(text, definition, mapping) !== null).length
  const at = Math.max(
    0,
    sheet.slice(0, 6).findIndex((row) => named(row) >= Math.min(2, definition.fields.filter(({ required }) => required).length)),
  )
  return { head: sheet[at]!, rows: sheet.slice(at + 1) }
}

function fieldOf(header: string, definition: RegisterDefinition, mapping: Readonly<Record<string, string>>): string | null {
  const told = mapping[header]
  if (told === passedOver || told === 'unit' || definition.fields.some(({ key }) => key === told)) return told!
  const sought = fold(header)
  const names = ({ key, label, aliases = [] }: Pick<RegisterField, 'key' | 'label' | 'aliases'>) => [
    key,
    label['zh-CN'],
    label.en,
    ...aliases,
  ]
  const found = definition.fields.find((field) => names(field).some((name) => fold(name) === sought))
  if (found) return found.key
  if (unitNames.some((name) => fold(name) === sought)) return 'unit'
  return ['序号', 'No.', '编号'].some((name) => fold(name) === sought) ? passedOver : null
}

const unitNames = ['来源单位', '单位', '科室', '填报单位', '填报科室', 'Unit']

function errorsOfHead(
  row: number,
  columns: readonly { header: string; field: string | null }[],
  definition: RegisterDefinition,
  language: Language,
): RowError[] {
  const said = registerWords[language].imports
  const label = (key: string) => definition.fields.find((field) => field.key === key)?.label[language] ?? key
  const taken = columns.filter(({ field }) => field !== null && field !== passedOver)
  return [
    ...columns.filter(({ field }) => field === null).map(({ header }) => ({ row, column: header, what: said.unknown(header) })),
    // Amounts are in 元: a column in 万元 would be wrong ten thousand times over, and nobody would see it.
    ...taken
      .filter(
        ({ header, field }) => /[百千万亿]元/.test(header) && definition.fields.some(({ key, kind }) => key === field && kind === 'money'),
      )
      .map(({ header }) => ({ row, column: header, what: said.otherUnit(header) })),
    ...taken
      .filter(({ field }, at) => taken.findIndex((other) => other.field === field) < at)
      .map(({ header, field }) => ({ row, column: header, what: said.twice(label(field!)) })),
    ...definition.fields
      .filter(({ key, required }) => required && !taken.some(({ field }) => field === key))
      .map(({ key }) => ({ row, column: label(key), what: said.missing(label(key)) })),
  ]
}

const shownColumns = (columns: readonly { header: string; field: string | null }[]) =>
  columns.filter(({ header }) => header !== '').map(({ header, field }) => ({ header, field }))

/** A register as a file that can be taken in again. Throws `not-found`, `not-allowed`. */
export async function exportEntries(
  ctx: Context,
  actor: Actor | Machine,
  { register, body, year, format }: { register: string; body: string; year?: number; format: SheetFormat },
): Promise<Uint8Array> {
  const definition = definitionOf(register)
  const { id: bodyId } = await bodyAt(ctx, body)
  allow(actor, 'see', 'register', await targetOf(ctx.db, bodyId))
  const language = 'language' in actor ? actor.language : 'zh-CN'
  const rows = await store.loadEntries(ctx.db, {
    bodyIds: [bodyId],
    register,
    ...(year !== undefined && { from: `${year}-01-01`, to: `${year}-12-31` }),
    after: null,
    limit: 1_000_000,
  })
  const head = [...definition.fields.map(({ label }) => label[language]), registerWords[language].unit]
  return writeSheet(
    [head, ...rows.map(({ values, unit }) => [...definition.fields.map((field) => written(field, values[field.key], language)), unit])],
    format,
    definition.name[language],
  )
}
