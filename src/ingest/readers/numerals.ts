/**
 * The numbers Word prints before the items of a list, by the names OOXML gives their forms (ST_NumberFormat).
 * A bullet and `none` are no number: the empty string. A form unknown here is written in Arabic numerals.
 */
export function numeral(form: string, number: number): string {
  if (number < 0 || number > 100_000) return String(number)
  const write = forms[form]
  return write ? write(number) : String(number)
}

const digits = '〇一二三四五六七八九'
const formalDigits = '零壹贰叁肆伍陆柒捌玖'

/** 二十一, 一百零三; below twenty 十一. */
function counting(number: number, figures = digits, units = ['', '十', '百', '千', '万'], zero = '零'): string {
  if (number === 0) return figures[0]!
  let text = ''
  let gap = false
  const places = String(number)
  if (places.length > units.length) return places
  for (let index = 0; index < places.length; index++) {
    const digit = Number(places[index])
    if (digit === 0) gap = text !== ''
    else {
      text += (gap ? zero : '') + figures[digit]! + units[places.length - 1 - index]!
      gap = false
    }
  }
  return number >= 10 && number < 20 && figures === digits ? text.slice(1) : text
}

const byDigit = (number: number, figures: string): string => [...String(number)].map((digit) => figures[Number(digit)]).join('')

/** a … z, then aa, bb: as Word counts. */
const letter = (number: number, first: number): string =>
  number < 1 || number > 780 ? String(number) : String.fromCharCode(first + ((number - 1) % 26)).repeat(Math.ceil(number / 26))

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number)
  const steps = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1]
  const marks = ['M', 'CM', 'D', 'CD', 'C', 'XC', 'L', 'XL', 'X', 'IX', 'V', 'IV', 'I']
  let rest = number
  let text = ''
  for (let index = 0; index < steps.length; index++)
    while (rest >= steps[index]!) {
      text += marks[index]
      rest -= steps[index]!
    }
  return text
}

/** Characters that stand for the first numbers, in a row of Unicode or a list; Arabic beyond. */
const row = (first: number, last: number) => (number: number) =>
  number >= 1 && number <= last ? String.fromCharCode(first + number - 1) : String(number)
const listed = (characters: string) => (number: number) => characters[number - 1] ?? String(number)

const circled = (number: number): string =>
  number <= 20 ? row(0x2460, 20)(number) : number <= 35 ? String.fromCharCode(0x3251 + number - 21) : String(number)

const forms: Readonly<Record<string, (number: number) => string>> = {
  bullet: () => '',
  none: () => '',
  chineseCounting: (number) => counting(number),
  chineseCountingThousand: (number) => counting(number),
  japaneseCounting: (number) => counting(number),
  taiwaneseCounting: (number) => counting(number),
  taiwaneseCountingThousand: (number) => counting(number),
  ideographDigital: (number) => byDigit(number, digits),
  japaneseDigitalTenThousand: (number) => byDigit(number, digits),
  taiwaneseDigital: (number) => byDigit(number, digits),
  chineseLegalSimplified: (number) => counting(number, formalDigits, ['', '拾', '佰', '仟', '万']),
  ideographLegalTraditional: (number) => counting(number, '零壹貳參肆伍陸柒捌玖', ['', '拾', '佰', '仟', '萬']),
  ideographTraditional: listed('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: listed('子丑寅卯辰巳午未申酉戌亥'),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: row(0x2474, 20),
  decimalEnclosedFullstop: row(0x2488, 20),
  ideographEnclosedCircle: row(0x3280, 10),
  decimalFullWidth: (number) => byDigit(number, '０１２３４５６７８９'),
  decimalFullWidth2: (number) => byDigit(number, '０１２３４５６７８９'),
  decimalZero: (number) => (number < 10 ? `0${number}` : String(number)),
  lowerLetter: (number) => letter(number, 97),
  upperLetter: (number) => letter(number, 65),
  lowerRoman: (number) => roman(number).toLowerCase(),
  upperRoman: roman,
}
