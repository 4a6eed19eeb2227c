/** Numbers of requests and letters as a body writes them. */

/** `{年}` the year, `{号}` the serial of the year, `{号:4}` of at least four digits, `{字}` the word of the body. */
export function numberText(pattern: string, { word = '', year, serial }: { word?: string; year: number; serial: number }): string {
  return pattern
    .replaceAll('{字}', word)
    .replaceAll('{年}', String(year))
    .replaceAll(/\{号(?::(\d))?\}/g, (_, digits?: string) => String(serial).padStart(Number(digits ?? 1), '0'))
}

/** What a query code is made of: no 0 and O, no 1, I and L. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Eight characters by chance, 31 to the power of 8 of them; read aloud and typed on a telephone. */
export function queryCode(randomBytes: (length: number) => Uint8Array): string {
  let code = ''
  while (code.length < 8) {
    // Bytes beyond the last whole turn of the alphabet are thrown away, so that each letter is as likely.
    for (const byte of randomBytes(16)) if (byte < 248 && code.length < 8) code += alphabet[byte % 31]
  }
  return code
}

/** As people type it: in small letters, with spaces and hyphens, with 0 for O. */
export const tidyCode = (given: string): string => given.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '')
