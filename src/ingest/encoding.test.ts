import { expect, test } from 'vitest'
import { decode } from './encoding.ts'

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)]
const utf16 = (text: string, bigEndian: boolean): number[] =>
  [...text].flatMap((character) => {
    const code = character.charCodeAt(0)
    return bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8]
  })
/** 政府信息公开2024年 in GBK. */
const gbk = [0xd5, 0xfe, 0xb8, 0xae, 0xd0, 0xc5, 0xcf, 0xa2, 0xb9, 0xab, 0xbf, 0xaa, 0x32, 0x30, 0x32, 0x34, 0xc4, 0xea]
const text = '政府信息公开2024年\n1\n2\n'

test.each([
  ['UTF-8', utf8(text), text],
  ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...utf8(text)], text],
  ['UTF-16, little end first', [0xff, 0xfe, ...utf16(text, false)], text],
  ['UTF-16, big end first', [0xfe, 0xff, ...utf16(text, true)], text],
  ['UTF-16 without a mark', utf16(text, false), text],
  ['UTF-16 without a mark, big end first', utf16(text, true), text],
  ['GBK', gbk, '政府信息公开2024年'],
  ['a character of four bytes in GB18030', [...gbk, 0x81, 0x39, 0xee, 0x39], '政府信息公开2024年㐀'],
  ['GBK that says so', [...utf8('<meta charset=gb2312>'), ...gbk], '<meta charset=gb2312>政府信息公开2024年'],
  ['UTF-8 that says it is GBK', utf8(`<meta charset="gbk">${text}`), `<meta charset="gbk">${text}`],
  ['GBK that says it is Latin', [...utf8('<meta charset=iso-8859-1>'), ...gbk], '<meta charset=iso-8859-1>政府信息公开2024年'],
  ['Big5 that says so', [...utf8('<meta charset=big5>'), 0xac, 0x46, 0xa9, 0xb2], '<meta charset=big5>政府'],
  ['UTF-8 cut inside a character', utf8('政府信息公开').slice(0, -1), '政府信息公\ufffd'],
  ['UTF-8 with a stray byte', [...utf8('政府信息公开'), 0xff, ...utf8('工作年度报告')], '政府信息公开\ufffd工作年度报告'],
  ['nothing', [], ''],
])('%s', (_, bytes, expected) => {
  expect(decode(Uint8Array.from(bytes))).toBe(expected)
})
