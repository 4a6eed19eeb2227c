import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { contractOf, draw } from '#report'
import { detect } from './detect.ts'
import type { Failure } from './failure.ts'
import { largestFile } from './limits.ts'

const found = (content: string | Uint8Array, name = 'file'): string => {
  try {
    return detect(typeof content === 'string' ? strToU8(content) : content, name)
  } catch (error) {
    const { code, values } = error as Failure
    return values.format === undefined ? code : `${code} ${values.format}`
  }
}
const bytes = (text: string): Uint8Array => strToU8(text, true)
const zipOf = (...names: string[]): Uint8Array => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])))
const ole = (stream: string): Uint8Array =>
  bytes(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(600)}${[...stream].map((letter) => `${letter}\0`).join('')}\0\0`)
const contract = JSON.stringify(contractOf(draw(), []))

describe('content decides', () => {
  test.each([
    ['words', '某镇2024年政府信息公开工作年度报告', 'text'],
    ['Markdown', '# 年报\n\n| 规章 | 0 |\n|---|---|\n', 'text'],
    ['a page', '\ufeff\n<!-- 首页 --><!DOCTYPE html><html><body>年报', 'html'],
    ['a page behind an XML declaration', '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>', 'html'],
    ['a piece of a page', '<p>年报</p>', 'html'],
    ['words, then tags', '年报<p>甲</p><p>乙</p><table><tr><td>1</td></tr></table>', 'html'],
    ['a comparison in words', '甲<乙，乙<丙', 'text'],
    ['our own JSON', contract, 'json'],
    ['an array of it', `[${contract},\n${contract}]`, 'json'],
    ['one a line, with a file that failed', `{"file":"a","error":{"code":"empty"}}\n${contract}\n`, 'json'],
    ['the contract of a report that holds little', '{"tables":{},"cells":{},"chapters":[]}', 'json'],
    ['the beginning of other JSON', '{"name": 1', 'text'],
    ['words in braces', '{年报} 政府信息公开', 'text'],
    ['a Word file', zipOf('[Content_Types].xml', 'word/document.xml'), 'docx'],
    ['a Word file without its main part', zipOf('[Content_Types].xml', 'word/styles.xml'), 'docx'],
    ['a workbook', zipOf('[Content_Types].xml', 'xl/workbook.xml'), 'xlsx'],
  ])('%s', (_, content, expected) => {
    expect(found(content)).toBe(expected)
  })
  test('whatever the name says', () => {
    expect(found('年报', 'a.docx')).toBe('text')
    expect(found('<html>', 'a.txt')).toBe('html')
    expect(found(zipOf('word/document.xml'), 'a.html')).toBe('docx')
    expect(found(bytes('\x89PNG\r\n\x1a\n'), 'a.docx')).toBe('unsupported-format png')
  })
  test('the name breaks ties', () => {
    expect(found('年报 <b>粗</b>', 'a.html')).toBe('html')
    expect(found('年报 <b>粗</b>', 'a.txt')).toBe('text')
    expect(found('年报\n<table><tr><td>1</td><td>2</td></tr></table>', 'a.md')).toBe('text')
    expect(found(zipOf('a.xml'), 'a.docx')).toBe('docx')
  })
})

describe('what is not read, by name', () => {
  test.each([
    ['nothing', '', 'empty'],
    ['white space', ' \n\t\u3000\ufeff\u200b', 'empty'],
    ['20 KB of white space', ' \n'.repeat(10_000), 'empty'],
    ['a PDF', '%PDF-1.7 …', 'unsupported-format pdf'],
    ['a photograph', bytes('\xff\xd8\xff\xe0'), 'unsupported-format jpg'],
    ['a Word 97 file', ole('WordDocument'), 'unsupported-format doc'],
    ['an Excel 97 file', ole('Workbook'), 'unsupported-format xls'],
    ['an encrypted file', ole('EncryptedPackage'), 'unsupported-format encrypted'],
    ['another OLE file', ole('Whatever'), 'unsupported-format ole'],
    ['rich text', '{\\rtf1\\ansi', 'unsupported-format rtf'],
    ['slides', zipOf('[Content_Types].xml', 'ppt/presentation.xml'), 'unsupported-format pptx'],
    ['a binary workbook', zipOf('[Content_Types].xml', 'xl/workbook.bin'), 'unsupported-format xlsb'],
    ['an OFD', zipOf('OFD.xml'), 'unsupported-format ofd'],
    ['an OpenDocument text', zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }), 'unsupported-format odt'],
    ['a zip of something', zipOf('a.txt', 'word/notes.txt'), 'unsupported-format zip'],
    ['a saved web archive', 'MIME-Version: 1.0\nContent-Type: multipart/related', 'unsupported-format mht'],
    ['other XML', '<?xml version="1.0"?><pkg:package/>', 'unsupported-format xml'],
    ['noise', Uint8Array.from({ length: 5_000 }, (_, index) => (index * 2_654_435_761) >>> 24), 'unsupported-format binary'],
    ['zeros', new Uint8Array(100), 'unsupported-format binary'],
    ['other JSON', '{"name": 1}', 'not-a-report'],
    [
      'JSON that holds some of the contract',
      JSON.stringify({ title: '柳溪镇2024年政府信息公开工作年度报告', tables: {}, cells: {} }),
      'not-a-report',
    ],
    ['the answer of some server', '{"error": {"code": 404}}', 'not-a-report'],
    ['JSON of something else, one a line', '{"a":1}\n{"a":2}\n', 'not-a-report'],
    ['a zip of nothing', zipSync({}), 'damaged'],
    ['half a zip', zipOf('[Content_Types].xml', 'word/document.xml').subarray(0, 100), 'damaged'],
  ])('%s', (_, content, expected) => {
    expect(found(content)).toBe(expected)
  })
  test('too much', () => {
    expect(found(new Uint8Array(largestFile + 1))).toBe('too-large')
  })
})
