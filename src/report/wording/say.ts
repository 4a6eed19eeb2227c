import type { Finding } from '../findings.ts'
import type { CellKey } from '../model.ts'
import { cellName } from './cells.ts'
import type { Language, Sentence } from './index.ts'

/** A number as sentences print it: thousands commas, at most six decimals. Words pass as they are. */
export function figure(value: number | string | null | undefined): string {
  if (typeof value !== 'number') return value ?? ''
  const [whole, decimals] = String(Math.abs(Math.round(value * 1e6) / 1e6)).split('.')
  const grouped = whole!.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${value < 0 ? '−' : ''}${grouped}${decimals === undefined ? '' : `.${decimals}`}`
}

export const found = (finding: Finding): string => figure(finding.found)
export const expected = (finding: Finding): string => figure(finding.expected)
export const value = (finding: Finding, name: string): string => figure(finding.values[name])
/** A year has no thousands comma. */
export const year = (finding: Finding, name: string): string => String(finding.values[name] ?? '')
export const difference = (finding: Finding): string => figure(Math.abs(Number(finding.values.difference ?? 0)))

const tables: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  proactive: { 'zh-CN': '表二', en: 'Table 2' },
  requests: { 'zh-CN': '表三', en: 'Table 3' },
  challenges: { 'zh-CN': '表四', en: 'Table 4' },
}

/** 表三 of `requests.received.total`. */
export const table = (key: CellKey | undefined, language: Language): string => tables[(key ?? '').split('.')[0]!]?.[language] ?? ''

/** The row of a cell, as the form names it: the words before the column. */
export const rowName = (key: CellKey | undefined): string =>
  // Without its number the last outcome row would read like the column 总计.
  key?.startsWith('requests.concluded.') ? '（七）总计' : cellName(key ?? '').replace(/，[^，]*$/, '')
/** The column of a cell; the whole name where the row is one number. */
export const columnName = (key: CellKey | undefined): string => cellName(key ?? '').replace(/^.*，/, '')

/** 表三“本年新收政府信息公开申请数量，总计”. */
export const cell = (key: CellKey | undefined, language: Language): string =>
  language === 'en' ? `${table(key, language)}, “${cellName(key ?? '')}”,` : `${table(key, language)}“${cellName(key ?? '')}”`

/** Both languages of a sentence. */
export const say = (zh: Sentence, en: Sentence): Readonly<Record<Language, Sentence>> => ({ 'zh-CN': zh, en })
