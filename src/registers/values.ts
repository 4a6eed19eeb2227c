/** A value of a field: checked as it is given, kept in one form, written as people read it. */
import { day, text, wrong } from '#identity'
import { fold } from '#kit'
import type { Language } from '#report'
import { Failure } from '#words'
import type { EntryValue, EntryValues, RegisterDefinition, RegisterField } from './model.ts'

/** What a form or a file gives: texts, or values as they are kept. */
export type Given = Readonly<Record<string, unknown>>

/**
 * The values of an entry, each checked by its field; what is empty is left out. Throws `wrong-register-field` that names the field by its
 * label, `register-order` where it ends before it begins.
 */
export function valuesOf(definition: RegisterDefinition, given: Given): EntryValues {
  for (const key of Object.keys(given))
    if (!definition.fields.some((field) => field.key === key))
      throw refuse(definition, { key, label: { 'zh-CN': key, en: key } }, 'unknown', '')
  const values = Object.fromEntries(
    definition.fields.flatMap((field): [string, EntryValue][] => {
      const value = readValue(definition, field, given[field.key])
      if (value === null && field.required) throw refuse(definition, field, 'required', '')
      return value === null ? [] : [[field.key, value]]
    }),
  )
  for (const { field } of definition.ends ?? []) {
    const [begin, end] = [values[definition.begins], values[field]]
    if (typeof end === 'string' && typeof begin === 'string' && end < begin)
      throw new Failure('register-order', { register: definition.id, field, begins: definition.begins, end, begin })
  }
  return values
}

function readValue(definition: RegisterDefinition, field: RegisterField, given: unknown): EntryValue | null {
  if (given === null || given === undefined || given === '') return null
  const refused = (rule: string) => refuse(definition, field, rule, String(given).slice(0, 60))
  const written = typeof given === 'string' ? given.normalize('NFKC').trim() : ''
  switch (field.kind) {
    case 'text':
    case 'lines': {
      if (typeof given !== 'string') throw refused('text')
      const most = field.most ?? (field.kind === 'lines' ? 4000 : 300)
      const tidy = field.kind === 'lines' ? tidyLines(given) : shortText(given)
      if ([...tidy].length > most) throw refuse(definition, field, 'length', most)
      return tidy === '' ? null : tidy
    }
    case 'day': {
      const found = dayOf(written)
      if (found === null) throw refused('day')
      return found
    }
    case 'month': {
      const found = monthOf(written)
      if (found === null) throw refused('month')
      return found
    }
    case 'count': {
      const number =
        typeof given === 'number' ? given : /^\d{1,9}$/.test(written.replaceAll(',', '')) ? Number(written.replaceAll(',', '')) : Number.NaN
      if (!Number.isInteger(number) || number < 0 || number > 999_999_999) throw refused('count')
      return number
    }
    case 'money': {
      // A number is 分 as it is kept; a text is 元 as people write it.
      if (typeof given === 'number') {
        if (!Number.isInteger(given) || given < 0 || given > 1e14) throw refused('money')
        return given
      }
      const found = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(written.replaceAll(',', '').replace(/元$/, ''))
      if (!found) throw refused('money')
      return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
    }
    case 'choice': {
      const wanted = fold(written || String(given))
      const option = Object.entries(field.options!).find(
        ([id, names]) => id === given || Object.values(names).some((name) => fold(name) === wanted),
      )
      if (!option) throw refused('choice')
      return option[0]
    }
    case 'yes': {
      if (typeof given === 'boolean') return given
      if (['是', '有', 'yes', 'true', '1', '√'].includes(written.toLowerCase())) return true
      if (['否', '无', '不是', 'no', 'false', '0'].includes(written.toLowerCase())) return false
      throw refused('yes')
    }
    case 'link': {
      if (!/^https?:\/\/[^\s<>"']+$/.test(written) || written.length > 500) throw refused('link')
      return written
    }
  }
}

const shortText = (given: string): string => text('text', given, 10_000)
const tidyLines = (given: string): string =>
  given
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n]/gu, ' ')
    .trim()

/** `2025-03-01`, 2025/3/1, 2025.3.1, 2025年3月1日. */
function dayOf(written: string): string | null {
  const found = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(written)
  if (!found) return null
  try {
    return day('day', `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`)
  } catch (failure) {
    if (failure instanceof Failure) return null
    throw failure
  }
}

/** `2025-03`, 2025年3月, 2025/3, 202503; a day of the month is its month. */
function monthOf(written: string): string | null {
  const found = /^(\d{4})\s*[-/.年]?\s*(0?[1-9]|1[0-2])\s*月?(?:份)?$/.exec(written)
  if (found) return `${found[1]}-${found[2]!.padStart(2, '0')}`
  return dayOf(written)?.slice(0, 7) ?? null
}

function refuse(
  definition: RegisterDefinition,
  { key, label }: Pick<RegisterField, 'key' | 'label'>,
  rule: string,
  given: string | number,
): Failure {
  return new Failure('wrong-register-field', { register: definition.id, field: key, label: label['zh-CN'], labelEn: label.en, rule, given })
}

/** A row that says what another row of its file says. */
export const repeated = (definition: RegisterDefinition, row: number): Failure =>
  refuse(definition, definition.fields.find(({ key }) => key === definition.title)!, 'repeated', row)

/** As people read it: money in 元, choices by their names. */
export function written(field: RegisterField, value: EntryValue | undefined, language: Language): string {
  if (value === undefined) return ''
  switch (field.kind) {
    case 'money': {
      const cents = Number(value)
      return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
    }
    case 'choice':
      return field.options![String(value)]?.[language] ?? String(value)
    case 'yes':
      return language === 'zh-CN' ? (value ? '是' : '否') : value ? 'yes' : 'no'
    default:
      return String(value)
  }
}

/** The year as callers give it. Throws `wrong-field`. */
export function yearOf(year: number): number {
  if (!Number.isInteger(year) || year < 2008 || year > 2100) throw wrong('year', 'between', '2008–2100')
  return year
}
