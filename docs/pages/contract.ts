/**
 * One object of `gongkai read --json`, laid out for people: a row of a table on a line, a finding on a line, chapters cut
 * after a few words. Nothing else is changed.
 */
export function contractExample(json: string): string {
  const { tables, cells, chapters, findings, ...head } = JSON.parse(json.split('\n')[0]!) as Record<string, unknown>
  const cut = (chapters as { text: string }[]).map((chapter) => ({ ...chapter, text: shortened(chapter.text) }))
  const parts = [
    ...Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`),
    `  "tables": ${branches(tables as Record<string, object>)}`,
    `  "cells": ${lines(cells as object)}`,
    `  "chapters": [\n${cut.map((chapter) => `    ${line(chapter)}`).join(',\n')}\n  ]`,
    `  "findings": [\n${(findings as object[]).map((finding) => `    ${line(finding)}`).join(',\n')}\n  ]`,
  ]
  return `{\n${parts.join(',\n')}\n}\n`
}

const shortened = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text)

const branches = (tables: Readonly<Record<string, object>>): string =>
  `{\n${Object.entries(tables)
    .map(([name, rows]) => `    ${JSON.stringify(name)}: ${lines(rows, '    ')}`)
    .join(',\n')}\n  }`

const lines = (rows: object, indent = '  '): string =>
  `{\n${Object.entries(rows)
    .map(([key, row]) => `${indent}  ${JSON.stringify(key)}: ${line(row)}`)
    .join(',\n')}\n${indent}}`

/** A value on one line, with a space behind each comma and colon that parts it. */
const line = (value: unknown): string =>
  JSON.stringify(value, null, 1)
    .replaceAll(/\n\s*/g, ' ')
    .replaceAll(/([[{]) | ([\]}])/g, '$1$2')
