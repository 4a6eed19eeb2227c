/** What a cell's text says as a number. */
export interface Numeral {
  readonly value: number
  /** Signed in print: `+3` or `-3`. */
  readonly sign: '' | '+' | '-'
  /** Words after the number: 条, 件, 万元. Empty where there are none. */
  readonly unit: string
  /** Printed with thousands commas or inner white space. */
  readonly spaced: boolean
  /** Printed with inner white space that parts no thousands: perhaps two numbers. */
  readonly parted: boolean
  /** Digits after the decimal point, as printed. */
  readonly decimals: number
}

const plain = /^(?:0|[1-9]\d{0,14})$/
const shape =
  /^([+\-−]?)\s*(\d{1,3}(?: ?[,，] ?\d{3})+|\d{1,3}(?: \d{3})+|\d{1,15}|\d{1,4}(?: \d{1,4})+)(?:\s*\.\s*(\d{1,6}))?\s*((?:亿|万|千|百)?(?:元|件次|件|条次|条|项次|项|个|份|宗|起|次|人次|人|户|笔|篇|部|例|家)?|%)$/
const nil = /^(?:[/／\\]|[-－—–‐―─]{1,3}|无|空|N\/A|n\/a)$/

/** Full-width digits, signs and letters as plain ones. Circled and raised digits are footnotes, not figures, and stay what they are. */
const halfWidth = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ')

/** A number in any of the ways cells print it; null where the text is none. Full-width digits and signs count as plain ones. */
export function numeralOf(text: string): Numeral | null {
  if (plain.test(text)) return { value: Number(text), sign: '', unit: '', spaced: false, parted: false, decimals: 0 }
  if (text.length > 32 || text.length === 0) return null
  const match = shape.exec(halfWidth(text).trim())
  if (!match) return null
  const [, sign, digits, decimals, unit] = match
  const bare = digits!.replace(/[\s,，]/g, '')
  // 007 is no number anybody writes in a cell: digits run together, or a code.
  if (bare.length > 15 || /^0\d/.test(bare)) return null
  const value = Number(decimals === undefined ? bare : `${bare}.${decimals}`)
  return {
    value: sign === '-' || sign === '−' ? (value === 0 ? 0 : -value) : value,
    sign: sign === '' ? '' : sign === '+' ? '+' : '-',
    unit: unit!,
    spaced: bare.length !== digits!.length,
    parted: digits!.includes(' ') && !/^\d{1,3}(?: ?,? ?\d{3})+$/.test(digits!),
    decimals: decimals?.length ?? 0,
  }
}

/** Whether the text is one of the marks that stand for "nothing": / — - 无. */
export const isNil = (text: string): boolean => text.length <= 3 && nil.test(text.trim())

const lookalikes: Readonly<Record<string, number>> = {
  O: 0,
  o: 0,
  Ｏ: 0,
  〇: 0,
  零: 0,
  Q: 0,
  D: 0,
  l: 1,
  I: 1,
  ı: 1,
  i: 1,
  '|': 1,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  Z: 2,
  S: 5,
  B: 8,
}

/** The best guess at a cell that is no number: a look-alike (O for 0) or the one number in its words; null where there is none. */
export function guessOf(text: string): number | null {
  const bare = text.trim()
  if (bare in lookalikes) return lookalikes[bare]!
  const numbers = halfWidth(bare).match(/\d+(?:\.\d{1,6})?/g)
  return numbers?.length === 1 && numbers[0]!.length <= 15 ? Number(numbers[0]) : null
}

/** A single character that scanning makes of a digit; in a row of numbers it stands for one. */
export const isLookalike = (text: string): boolean => /^[OoＯ〇QlIı]$/.test(text)
