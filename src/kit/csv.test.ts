import { expect, test } from 'vitest'
import { csvLine, unguarded } from './csv.ts'

test.each([
  [['a', 'b'], 'a,b'],
  [['a,b', 'say "x"', 'two\nlines'], '"a,b","say ""x""","two\nlines"'],
  [['=1+1', '+86', '-1', '@x', '\tx'], `'=1+1,'+86,'-1,'@x,"'\tx"`],
  [[-1, 0, null], '-1,0,'],
  [[' x '], '" x "'],
])('%j', (cells, line) => expect(csvLine(cells)).toBe(`${line}\r\n`))

test('what was guarded comes back, and what was not stays', () => {
  for (const text of ['=1', "'=1", "''=1", 'x', "'x", '']) expect(unguarded(csvLine([text]).trimEnd())).toBe(text)
})
