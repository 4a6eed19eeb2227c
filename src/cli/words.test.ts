import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { failureCodes } from '#ingest'
import { errorWords, outputWords, unreadableReasons } from '#words'
import { reasonOf } from './files.ts'
import { clip, padStart, plain, widthOf } from './width.ts'
import { columnName } from './workbook.ts'

const manual = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8')

test('every code a reader may give has its words and its line in the manual', () => {
  expect(Object.keys(errorWords).sort()).toEqual([...failureCodes].sort())
  for (const code of [...failureCodes, ...Object.keys(outputWords)]) expect(manual).toContain(`\`${code}\``)
})

const given: readonly Readonly<Record<string, string | number>>[] = [
  {},
  {
    reason: 'device',
    detail: 'EIO',
    format: 'pdf',
    part: 'word/document.xml',
    limit: 1024,
    year: 2008,
    output: 'a',
    other: 'b',
    reports: 2,
    seconds: 3,
  },
]

test('every sentence says something in both languages, with or without values', () => {
  for (const says of [...Object.values(errorWords), ...Object.values(outputWords), ...Object.values(unreadableReasons)])
    for (const language of ['zh-CN', 'en'] as const) for (const values of given) expect(says[language](values)).toMatch(/.{8}/)
})

test('what the system refuses has a reason of its own', () => {
  for (const code of ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ENAMETOOLONG', 'ELOOP', 'EISDIR', 'EIO', 'EMFILE']) {
    const [reason, detail] = reasonOf(Object.assign(new Error(code), { code }))
    expect(detail).toBe(code)
    expect(unreadableReasons).toHaveProperty([reason])
  }
  expect(reasonOf(Object.assign(new Error(), { code: 'EACCES' }))[0]).toBe('no-permission')
})

test('Chinese takes two columns, marks take none', () => {
  expect([widthOf('表三'), widthOf('a1'), widthOf('e\u0301'), widthOf('（一）')]).toEqual([4, 2, 1, 6])
  expect(padStart('空', 4)).toBe('  空')
  expect(clip('区分处理的', 6)).toBe('区分…')
})

test('a line cannot be disturbed by what a file holds', () => {
  expect(plain('a\u001b[31mb\nc\u202ed\u009be')).toBe('a [31mb c d e')
})

test('columns are named as sheets name them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
})
