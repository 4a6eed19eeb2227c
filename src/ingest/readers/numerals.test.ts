import { expect, test } from 'vitest'
import { numeral } from './numerals.ts'

test.each([
  [
    'chineseCounting',
    [1, 9, 10, 11, 19, 20, 21, 99, 100, 103, 110, 215, 1004],
    '一 九 十 十一 十九 二十 二十一 九十九 一百 一百零三 一百一十 二百一十五 一千零四',
  ],
  ['ideographDigital', [10, 21], '一〇 二一'],
  ['chineseLegalSimplified', [1, 12, 305], '壹 壹拾贰 叁佰零伍'],
  ['ideographTraditional', [1, 10, 11], '甲 癸 11'],
  ['decimalEnclosedCircle', [1, 20, 21, 36], '① ⑳ ㉑ 36'],
  ['decimalEnclosedParen', [3, 21], '⑶ 21'],
  ['decimalFullWidth', [10], '１０'],
  ['decimalZero', [9, 10], '09 10'],
  ['lowerLetter', [1, 26, 27, 53], 'a z aa aaa'],
  ['upperRoman', [4, 1949], 'IV MCMXLIX'],
  ['decimal', [7], '7'],
  ['hebrew1', [7], '7'],
  ['bullet', [7], ''],
])('%s', (form, numbers, expected) => {
  expect(numbers.map((number) => numeral(form, number)).join(' ')).toBe(expected)
})
