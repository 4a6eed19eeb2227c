/** What a field of a form or a column of a list must be. Each gives the tidied value, or throws `wrong-field` that names the field. */
import { Failure } from '#words'
import { isUscc, looksLikeUscc } from './bodies/uscc.ts'
import { isDay } from './day.ts'

/** A refusal of one field: `field` and `rule` are keys of `identityWords`. */
export function wrong(field: string, rule: string, given: string | number = ''): Failure {
  return new Failure('wrong-field', { field, rule, given })
}

/** White space at the ends and control characters gone, full-width spaces made plain; at most `most` characters. */
export function text(field: string, value: string | undefined, most = 200): string {
  const tidy = (value ?? '')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replaceAll('\u3000', ' ')
    .trim()
  if ([...tidy].length > most) throw wrong(field, 'length', most)
  return tidy
}

export function required(field: string, value: string | undefined, most = 200): string {
  const tidy = text(field, value, most)
  if (tidy === '') throw wrong(field, 'required')
  return tidy
}

export function day(field: string, value: string): string {
  if (!isDay(value)) throw wrong(field, 'day', value)
  return value
}

export function choice<T extends string>(field: string, value: string, options: readonly T[]): T {
  const found = options.find((option) => option === value)
  if (found === undefined) throw wrong(field, 'choice', value)
  return found
}

/** An ASCII slug, as it stands in addresses. */
export function slug(value: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) || value.length > 60) throw wrong('slug', 'slug', value)
  return value
}

/** A code of GB 32100 with its check character proved; null where none is given. */
export function uscc(value: string | null | undefined): string | null {
  const tidy = (value ?? '').normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
  if (tidy === '') return null
  if (!looksLikeUscc(tidy)) throw wrong('uscc', 'uscc', tidy)
  if (!isUscc(tidy)) throw wrong('uscc', 'uscc-check', tidy)
  return tidy
}

/** A number as people write it, with its extension; empty where none is given. */
export function phone(field: string, value: string | undefined): string {
  const tidy = text(field, value, 60).normalize('NFKC')
  if (!/^[\d +()\-/,;转、]*$/.test(tidy)) throw wrong(field, 'phone', tidy)
  return withoutNationalId(field, tidy)
}

export function postcode(value: string | undefined): string {
  const tidy = text('postcode', value, 20).normalize('NFKC')
  if (tidy !== '' && !/^\d{6}$/.test(tidy)) throw wrong('postcode', 'postcode', tidy)
  return tidy
}

export function email(value: string | undefined): string {
  const tidy = text('email', value, 254)
  if (tidy !== '' && !/^[^\s@*]+@[^\s@*]+\.[^\s@*]+$/.test(tidy)) throw wrong('email', 'email', tidy)
  return tidy
}

export function username(value: string): string {
  const tidy = value.trim().toLowerCase()
  if (!/^[a-z0-9][a-z0-9._-]{1,39}$/.test(tidy)) throw wrong('username', 'username', tidy)
  return withoutNationalId('username', tidy)
}

/** GB/T 2260 of six digits, or with the digits of GB/T 10114 below the county. */
export function regionCode(value: string): string {
  const tidy = value.normalize('NFKC').trim()
  if (!/^[1-9][0-9]{5}([0-9]{3}|[0-9]{6})?$/.test(tidy)) throw wrong('code', 'region-code', tidy)
  return tidy
}

/** Identity numbers of staff are not kept (PIPL Art. 6: no more than the purpose needs), not even in a field meant for something else. */
export function withoutNationalId(field: string, value: string): string {
  const numbers = value.match(/(?<!\d)\d{17}[\dXx](?![\dXx])/g) ?? []
  if (numbers.some(isNationalId)) throw wrong(field, 'national-id')
  return value
}

/** GB 11643: 17 digits with a birthday in them and a check character. */
function isNationalId(number: string): boolean {
  if (!isDay(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`)) return false
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
  return '10X98765432'[sum % 11] === number[17]!.toUpperCase()
}
