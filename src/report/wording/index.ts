import type { Finding } from '../findings.ts'
import type { CellNote } from '../model.ts'
import { formSentences } from './form.ts'
import { noteSentences } from './notes.ts'
import { proseSentences } from './prose.ts'

export type Language = 'zh-CN' | 'en'
export { cellName } from './cells.ts'

/** What a sentence may use: the finding's own figures and whatever else it carries. */
export type Sentence = (finding: Finding) => string
export type Sentences = Readonly<Record<string, Readonly<Record<Language, Sentence>>>>

const sentences: Sentences = { ...formSentences, ...proseSentences }

/** Every code a finding may carry in `say`. */
export const spoken: ReadonlySet<string> = new Set(Object.keys(sentences))

/** The finding as a sentence: what is wrong, with both figures, and what to do. */
export function sentence(finding: Finding, language: Language = 'zh-CN'): string {
  const known = sentences[finding.say]
  return known ? known[language](finding) : `${finding.rule}: ${finding.found ?? ''} ${finding.expected ?? ''}`.trim()
}

/** Why a cell is listed, as a sentence. */
export function reason(note: CellNote, language: Language = 'zh-CN'): string {
  return noteSentences[note.why][language](note)
}
