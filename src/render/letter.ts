/** A letter of a case on paper: title, number, whom it is to, what it says, enclosures, who signs (GB/T 9704, as a decision is printed). */
import { clean, dateText } from './compose.ts'
import type { Block, Document } from './document.ts'

export interface LetterDocument {
  /** Whose letter it is; a long title breaks after its name. */
  readonly body: string
  readonly title: string
  /** 文号, as 云公开〔2026〕3号; null before it has one. */
  readonly number: string | null
  readonly salutation: string
  /** A line break begins a paragraph of its own. */
  readonly paragraphs: readonly string[]
  readonly attachments: readonly string[]
  /** `YYYY-MM-DD`; null while it is not dated. */
  readonly date: string | null
}

/** The neutral document that writers turn into bytes. */
export function letterDocument({ body, title, number, salutation, paragraphs, attachments, date }: LetterDocument): Document {
  const line = (text: string, align: 'left' | 'center', inset = 0): Block => ({ kind: 'line', text: clean(text), align, inset })
  const blocks: Block[] = [
    ...(number === null ? [] : [line(number, 'center')]),
    ...(salutation === '' ? [] : [line(salutation, 'left')]),
    ...paragraphs.flatMap((text) =>
      text
        .split('\n')
        .map(clean)
        .filter((one) => one.trim() !== '')
        .map((one): Block => ({ kind: 'paragraph', chapter: 0, text: one, lead: 0 })),
    ),
    ...attachments.map((text, index): Block => {
      const label = attachments.length === 1 ? '附件：' : `${index === 0 ? '附件：' : '　　　'}${index + 1}. `
      return line(label + text, 'left', 2)
    }),
    { kind: 'signature', name: clean(body), date: date === null ? null : dateText(date) },
  ]
  const parted = title.startsWith(body) && title.length > body.length ? `${body}\n${title.slice(body.length)}` : title
  return { title: clean(parted.replace('\n', '\u2028')).replace('\u2028', '\n'), author: clean(body), blocks: kept(blocks) }
}

/** The last paragraph stays with the signature, which could otherwise stand under any paper. */
function kept(blocks: Block[]): Block[] {
  const last = blocks.findLastIndex(({ kind }) => kind === 'paragraph')
  return blocks.map((block, index) => (index === last && block.kind === 'paragraph' ? { ...block, keepWithNext: true } : block))
}
