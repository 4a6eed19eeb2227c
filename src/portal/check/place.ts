import type { Place, SourceKind } from '#report'
import type { CheckWords } from '#words'

/** A place in the source in words. Lines of a Word file are paragraphs. */
export function sayPlace(at: Place, words: CheckWords, kind: SourceKind): string {
  if (at.table !== undefined && at.row !== undefined) return words.sourceCell(at.table, at.row, at.cell ?? null)
  if (at.line !== undefined) return kind === 'docx' ? words.sourceParagraph(at.line) : words.sourceLine(at.line)
  return at.row !== undefined ? words.sourceRow(at.row) : ''
}
