/**
 * A number as a sheet shows it, by its format code (ECMA-376 part 1, 18.8.31), without separators of thousands: those are
 * drawn, not written. Days are shown as `2026年1月5日`.
 */
export function shown(value: number, code: string, from1904: boolean): string {
  const sections = sectionsOf(code)
  const section = sections.length > 2 && value === 0 ? sections[2]! : sections.length > 1 && value < 0 ? sections[1]! : sections[0]!
  // A format of nothing hides the number.
  if (section === '') return sections.length > 1 ? '' : general(value)
  const pieces = piecesOf(section)
  if (pieces.some((piece) => piece.kind === 'date')) return day(value, from1904)
  const signed = value < 0 && !(sections.length > 1)
  return (signed ? '-' : '') + fill(pieces, Math.abs(value))
}

/** Codes of the formats that a workbook need not spell out. */
export const builtIn: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-m-d',
  15: 'd-mmm-yy',
  22: 'yyyy-m-d',
  31: 'yyyy-m-d',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  57: 'yyyy-m-d',
  58: 'm-d',
}

/** Fifteen digits are what Excel keeps; more is noise of the binary form. */
const general = (value: number): string => {
  const rounded = Number(value.toPrecision(15))
  return Math.abs(rounded) >= 1e15 || (rounded !== 0 && Math.abs(rounded) < 1e-9) ? String(rounded) : plain(rounded)
}

/** Without an exponent, to nine decimals. */
const plain = (value: number): string => {
  const text = String(value)
  return text.includes('e') ? value.toFixed(9).replace(/\.?0+$/, '') : text
}

type Piece = { readonly kind: 'digits' | 'literal' | 'percent' | 'date' | 'general'; readonly text: string }

const token = /"([^"]*)"|[\\!](.)|_.|\*.|\[[^\]]*\]|(General)|([0#?.,]+)|(%)|([yYdDhHsSmMeE]+)|(.)/gs

/** Separates a code at semicolons that stand outside quotes. */
const sectionsOf = (code: string): string[] => {
  const sections = ['']
  for (const [found] of code.matchAll(/"[^"]*"|[\\!].|\[[^\]]*\]|./gs)) {
    if (found === ';') sections.push('')
    else sections[sections.length - 1] += found
  }
  return sections
}

function piecesOf(section: string): Piece[] {
  const pieces: Piece[] = []
  for (const [, quoted, escaped, isGeneral, digits, percent, date, other] of section.matchAll(token)) {
    const literal = quoted ?? escaped ?? other
    if (isGeneral !== undefined) pieces.push({ kind: 'general', text: '' })
    else if (digits !== undefined) pieces.push({ kind: 'digits', text: digits })
    else if (percent !== undefined) pieces.push({ kind: 'percent', text: '%' })
    else if (date !== undefined && !/^[eE]$/.test(date)) pieces.push({ kind: 'date', text: date })
    else if (date !== undefined) pieces.push({ kind: 'general', text: '' })
    else if (literal === '@') pieces.push({ kind: 'general', text: '' })
    else if (literal !== undefined) pieces.push({ kind: 'literal', text: literal })
  }
  return pieces
}

/** Puts a number's digits where the code has 0, # and ?, from the right; literals between them stay where they are. */
function fill(pieces: readonly Piece[], value: number): string {
  if (pieces.some((piece) => piece.kind === 'general'))
    return pieces.map((piece) => (piece.kind === 'general' ? general(value) : piece.kind === 'literal' ? piece.text : '')).join('')
  const pattern = pieces.map((piece) => (piece.kind === 'digits' ? piece.text : '')).join('')
  if (!/[0#?]/.test(pattern)) return pieces.map((piece) => piece.text).join('')
  const point = pattern.indexOf('.')
  const decimals = point === -1 ? '' : pattern.slice(point + 1).replace(/[^0#?]/g, '')
  // Commas behind the last digit divide by a thousand each.
  const thousands = /,*$/.exec(pattern.slice(0, point === -1 ? undefined : point))![0].length
  const percents = pieces.filter((piece) => piece.kind === 'percent').length
  const scaled = Number((value * 100 ** percents).toPrecision(15)) / 1000 ** thousands
  const [whole, fraction = ''] = scaled.toFixed(Math.min(decimals.length, 20)).split('.') as [string, string?]
  let places = pattern.slice(0, point === -1 ? undefined : point).replace(/[^0#?]/g, '').length
  let rest = whole
  let text = ''
  let behindPoint = point !== -1
  for (let index = pieces.length - 1; index >= 0; index--) {
    const piece = pieces[index]!
    if (piece.kind !== 'digits') {
      text = piece.text + text
      continue
    }
    for (let at = piece.text.length - 1; at >= 0; at--) {
      const sign = piece.text[at]!
      if (sign === '.') {
        behindPoint = false
        const kept = trimmed(fraction, decimals)
        text = (kept === '' ? '' : `.${kept}`) + text
      } else if (sign === ',' || behindPoint) continue
      else {
        places--
        const digit = places === 0 ? rest : rest.slice(-1)
        rest = places === 0 ? '' : rest.slice(0, -1)
        text = (digit === '' && sign === '0' ? '0' : digit === '0' && sign === '#' && rest === '' && whole === '0' ? '' : digit) + text
      }
    }
  }
  return text
}

/** Decimals without the zeros that # leaves out. */
function trimmed(fraction: string, decimals: string): string {
  let length = fraction.length
  while (length > 0 && fraction[length - 1] === '0' && decimals[length - 1] !== '0') length--
  return fraction.slice(0, length)
}

/** The day of a serial number: 1 is 1 January 1900, and 60 the 29 February that never was. */
function day(serial: number, from1904: boolean): string {
  const whole = Math.floor(serial) + (from1904 ? 1462 : 0)
  if (whole < 1 || whole > 2_958_465) return general(serial)
  const date = new Date(Date.UTC(1899, 11, whole < 60 ? 31 : 30) + whole * 86_400_000)
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`
}
