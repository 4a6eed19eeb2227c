/** A letter of a case as it stands on paper, and where GB/T 9704 puts each piece. Each writer turns it into bytes. */
import { clean, dateText } from './compose.ts'
import { paper, titleLines, widthInCharacters } from './paper.ts'

export interface LetterDocument {
  /** Who signs. */
  readonly body: string
  readonly title: string
  /** 文号, under the title; null before approval, and of papers that take none. */
  readonly number: string | null
  /** With its colon; empty where the paper is to nobody. */
  readonly salutation: string
  /** A line feed within begins another paragraph. Of a form: what stands in small print under it. */
  readonly paragraphs: readonly string[]
  /** Names of what is enclosed. */
  readonly attachments: readonly string[]
  /** `YYYY-MM-DD`; null of a draft. */
  readonly date: string | null
  /** A form to be filled in by hand, in place of a text: 审查呈批单, 送达回证. It is signed inside. */
  readonly form?: readonly LetterFormRow[]
}

export interface LetterFormRow {
  readonly label: string
  readonly text: string
  /** Lines of room to write, under the text. */
  readonly room?: number
  /** At the right foot of the row, as `签名：　　　　年　月　日`. */
  readonly foot?: string
}

/** What stands at the head of every page of a paper nobody has approved. */
export const draftMark = '草稿，未签发'

/** The letter without the characters that no format can carry. */
export const cleaned = ({ form, ...letter }: LetterDocument): LetterDocument => ({
  ...letter,
  body: clean(letter.body),
  title: clean(letter.title),
  number: letter.number === null ? null : clean(letter.number),
  salutation: clean(letter.salutation),
  paragraphs: letter.paragraphs
    .flatMap((text) => text.split('\n'))
    .flatMap((line) => (clean(line).trim() === '' ? [] : [clean(line).trim()])),
  attachments: letter.attachments.map(clean),
  ...(form && {
    form: form.map(({ label, text, foot, ...row }) => ({
      ...row,
      label: clean(label),
      text: text.split('\n').map(clean).join('\n'),
      ...(foot !== undefined && { foot: clean(foot) }),
    })),
  }),
})

/** The title on one line, or broken after the name of the body, or before the words such titles end with. */
export function letterTitleLines({ title, body }: Pick<LetterDocument, 'title' | 'body'>): string[] {
  const broken = titleLines(title)
  if (broken.length > 1 || fitsTitle(title)) return broken
  const rest = title.slice(body.length)
  return title.startsWith(body) && rest !== '' ? [body, rest] : [title]
}

const fitsTitle = (title: string): boolean => widthInCharacters(title) <= (paper.textWidth * 72) / 25.4 / paper.size.title - 1

/** `2026年3月2日` (§7.3.5.4); room to write it where it is not known. */
export const letterDay = (day: string | null): string => (day === null ? '　　年　月　日' : dateText(day))

/**
 * How many characters name and date stand from the right edge where a seal goes over them (§7.3.5.1): the date four, the name centred on
 * it. A name too long for that reaches the edge, and the date is centred under it.
 */
export function sealInsets(name: string, date: string): { name: number; date: number } {
  const over = (widthInCharacters(name) - widthInCharacters(date)) / 2
  return over <= 4 ? { name: 4 - over, date: 4 } : { name: 0, date: over }
}
