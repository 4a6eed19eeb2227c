import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import { contractOf, draw } from '#report'
import { detect } from '../detect.ts'
import { Failure } from '../failure.ts'
import { readDocx } from './docx.ts'
import { readHtml } from './html.ts'
import { readJson } from './json.ts'
import { readXlsx } from './xlsx.ts'

const readers = { html: readHtml, docx: readDocx, xlsx: readXlsx, json: readJson }

/** Runs everything that meets a file's bytes; what is thrown must be a Failure. */
function survive(bytes: Uint8Array, kind: keyof typeof readers): void {
  for (const run of [() => detect(bytes, `a.${kind}`), () => readers[kind](bytes)]) {
    try {
      run()
    } catch (error) {
      expect(error).toBeInstanceOf(Failure)
    }
  }
}

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const cell = (text: string) =>
  `<w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
const docx = zipSync({
  '[Content_Types].xml': strToU8('<Types/>'),
  'word/document.xml': strToU8(
    `<w:document ${w}><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>总体情况</w:t></w:r><w:ins><w:r><w:t>3</w:t></w:r></w:ins></w:p><w:tbl><w:tr>${cell('规章')}${cell('0')}</w:tr><w:tr>${cell('行政规范性文件')}${cell('2')}</w:tr></w:tbl></w:body></w:document>`,
  ),
  'word/numbering.xml': strToU8(
    `<w:numbering ${w}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  ),
})
const xlsx = await writeXlsx({
  sheets: [
    {
      name: 'S',
      rows: [
        ['规章', 0, 1.5],
        ['行政规范性文件', 2, 3],
      ],
      merges: [{ startRow: 0, startCol: 0, endRow: 1, endCol: 0 }],
    },
  ],
})
const json = strToU8(JSON.stringify(contractOf(draw({ figures: { 'proactive.fees': null } }), [])))
const pages = readdirSync('fixtures/readers')
  .filter((name) => name.endsWith('.html'))
  .map((name) => new Uint8Array(readFileSync(`fixtures/readers/${name}`)))

/** A few changes to bytes: some overwritten, a piece cut out, a piece said twice. */
const changes = fc.array(fc.record({ at: fc.nat(), by: fc.nat(255), how: fc.constantFrom('set', 'cut', 'twice'), size: fc.nat(40) }), {
  minLength: 1,
  maxLength: 6,
})
type Changes = typeof changes extends fc.Arbitrary<infer T> ? T : never

function changed(bytes: Uint8Array, list: Changes): Uint8Array {
  let now = [...bytes]
  for (const { at, by, how, size } of list) {
    const start = at % Math.max(now.length, 1)
    if (how === 'set') now[start] = by
    else if (how === 'cut') now = [...now.slice(0, start), ...now.slice(start + size)]
    else now = [...now.slice(0, start + size), ...now.slice(start)]
  }
  return Uint8Array.from(now)
}

/** The same changes inside a part of a zip, packed again: the damage reaches the reader, not only the unpacker. */
function changedInside(bytes: Uint8Array, list: Changes): Uint8Array {
  const parts = unzipSync(bytes)
  const names = Object.keys(parts)
  const name = names[list[0]!.at % names.length]!
  return zipSync({ ...parts, [name]: changed(parts[name]!, list) }, { level: 1 })
}

describe('any bytes give a grid or a Failure, never anything else', () => {
  test('made of nothing', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('html', 'docx', 'xlsx', 'json'), survive), { numRuns: 2_000 })
  })
  test.each([
    ['docx', docx],
    ['xlsx', xlsx],
    ['json', json],
  ] as const)('a %s with damage', (kind, bytes) => {
    fc.assert(
      fc.property(changes, (list) => survive(changed(bytes, list), kind)),
      { numRuns: 500 },
    )
  })
  test.each([
    ['docx', docx],
    ['xlsx', xlsx],
  ] as const)('a %s with damage inside its parts', (kind, bytes) => {
    fc.assert(
      fc.property(changes, (list) => survive(changedInside(bytes, list), kind)),
      { numRuns: 500 },
    )
  })
  test('pages with damage', () => {
    fc.assert(
      fc.property(fc.nat(pages.length - 1), changes, (page, list) => survive(changed(pages[page]!, list), 'html')),
      { numRuns: 100 },
    )
  })
  test('tags and attributes of Word in any order', () => {
    const tag = fc
      .tuple(
        fc.constantFrom(
          'p',
          'r',
          't',
          'tbl',
          'tr',
          'tc',
          'pPr',
          'rPr',
          'trPr',
          'tcPr',
          'ins',
          'del',
          'delText',
          'fldChar',
          'instrText',
          'txbxContent',
          'vMerge',
          'hMerge',
          'gridSpan',
          'gridBefore',
          'numPr',
          'numId',
          'ilvl',
          'vanish',
          'sdt',
          'sdtPr',
          'sym',
          'br',
          'tab',
          'hidden',
          'commentReference',
          'pStyle',
        ),
        fc.constantFrom(
          '',
          ' w:val="1"',
          ' w:val="-9"',
          ' w:val="99999999"',
          ' w:val="restart"',
          ' w:val="begin"',
          ' w:fldCharType="begin"',
          ' w:fldCharType="separate"',
          ' w:font="Symbol" w:char="F0"',
        ),
      )
      .map(([name, attribute]) => ({ name, attribute }))
    const { tree } = fc.letrec<{ tree: string; node: string }>((tie) => ({
      node: fc.oneof({ maxDepth: 6, depthSize: 'medium' }, fc.constantFrom('甲', '1', ''), tie('tree')),
      tree: fc
        .tuple(tag, fc.array(tie('node'), { maxLength: 5 }))
        .map(([{ name, attribute }, inner]) => `<w:${name}${attribute}>${inner.join('')}</w:${name}>`),
    }))
    const parts = unzipSync(docx)
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), (body) => {
        const document = `<w:document ${w}><w:body>${body.join('')}</w:body></w:document>`
        const bytes = zipSync({ ...parts, 'word/document.xml': strToU8(document) }, { level: 0 })
        expect(strFromU8(unzipSync(bytes)['word/document.xml']!)).toBe(document)
        const grid = readDocx(bytes)
        for (const block of grid.blocks)
          if (block.kind === 'table')
            for (const row of block.rows) for (const one of row) expect(one.colSpan >= 1 && one.rowSpan >= 1 && one.column >= 0).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })
})
