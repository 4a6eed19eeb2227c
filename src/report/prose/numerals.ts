const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
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
}
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const myriads: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 }

/**
 * The value of a Chinese numeral: 一百二十三 → 123, 两千零五 → 2005, 三万二千 → 32000, 十二 → 12. Null for what is no well-formed
 * numeral: digits in a row (三四个, 二〇二四), a place without its digit after another (十百), an empty string.
 */
export function chineseNumber(text: string): number | null {
  let whole = 0
  let section = 0
  let digit: number | null = null
  let lastPlace = Number.POSITIVE_INFINITY
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!
    const value = digits[char]
    const place = places[char]
    const myriad = myriads[char]
    if (value !== undefined) {
      if (value === 0) {
        if (digit !== null || (section === 0 && whole === 0 && text.length > 1)) return null
        if (text.length === 1) return 0
        continue
      }
      if (digit !== null) return null
      digit = value
    } else if (place !== undefined) {
      if (place >= lastPlace) return null
      // 十二 leaves its 一 unsaid; 百 and 千 stand alone only in 百余, 千余.
      if (digit === null && section !== 0) return null
      section += (digit ?? 1) * place
      lastPlace = place
      digit = null
    } else if (myriad !== undefined) {
      const part = section + (digit ?? 0)
      if (part === 0 && whole === 0) return null
      // 一亿三千万: 万 counts only what stands behind 亿; 亿 counts all before it.
      whole = myriad > 10_000 ? (whole + part) * myriad : whole + part * myriad
      section = 0
      digit = null
      lastPlace = Number.POSITIVE_INFINITY
    } else return null
  }
  if (text === '') return null
  return whole + section + (digit ?? 0)
}
