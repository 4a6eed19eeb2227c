import type { Grid, Line } from '../grid.ts'

/** Plain text and Markdown as lines with their numbers. What is a table in them is for `rows` and `locate` to tell. */
export function readText(text: string): Grid {
  const blocks: Line[] = text
    .split(/\r\n|[\n\r\u2028\u2029\f\v]/)
    .map((words, index) => ({ kind: 'line', text: words, at: { line: index + 1, column: 1 } }))
  return { kind: 'text', blocks, metadata: [], leftovers: [] }
}
