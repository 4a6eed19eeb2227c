/** From facts to the words of a letter: a template's paragraphs, each under the part of the letter it makes. Pure. */
import type { Delivery } from '../model.ts'
import { type LetterKindId, type LetterPart, letterKinds, letterParts } from './kinds.ts'
import { type Placeholder, placeholders, placeholdersOf, templates } from './templates.ts'

export interface LetterContent {
  readonly title: string
  readonly salutation: string
  readonly paragraphs: readonly { readonly part: LetterPart; readonly text: string }[]
  /** Lines of the list of enclosures. */
  readonly attachments: readonly string[]
}

/** What fills the placeholders; what is not known is left out or empty. */
export type LetterFacts = Readonly<Partial<Record<Placeholder, string>>> & {
  readonly attachments?: readonly string[]
  /** Whether it speaks to a person (你) or to an organisation (你单位). */
  readonly isPerson?: boolean
}

interface Template {
  readonly title: string
  readonly salutation: string
  readonly paragraphs: readonly { readonly part: string; readonly text: string }[]
}

/**
 * The words of a letter. A paragraph that wants a fact nobody gave stays empty: a letter never goes out with a hole in it, and its part is
 * named by `missingParts`. One that is nothing but the fact (`[received] {经过}`) is left out. `template` is the body's own wording, in the form of templates.ts.
 */
export function composeLetter(kind: LetterKindId, facts: LetterFacts, template: string = templates[kind]): LetterContent {
  const { title, salutation, paragraphs } = readTemplate(template)
  return {
    title: filled(title, facts) ?? letterKinds[kind].title,
    salutation: filled(salutation, facts) ?? '',
    paragraphs: paragraphs.flatMap(({ part, text }) => {
      const said = filled(text, facts)
      return said === null && /^\{[^{}]+\}$/.test(text)
        ? []
        : [{ part: part as LetterPart, text: isForm(kind) ? (said ?? '') : ended(said ?? '') }]
    }),
    attachments: facts.attachments ?? [],
  }
}

/** Slips and sheets are filled-in forms, not sentences. */
const isForm = (kind: LetterKindId): boolean => kind === 'service-slip' || kind === 'approval-sheet'

/** A paragraph ends with a full stop, whatever was filled in at its end. */
const ended = (text: string): string => (text === '' || /[。；：！？…”）)]$/.test(text) || /https?:\S+$/.test(text) ? text : `${text}。`)

/** The text with its placeholders filled; null where one of them has nothing. */
function filled(text: string, facts: LetterFacts): string | null {
  const wanted = [...text.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] as Placeholder)
  if (wanted.some((name) => !facts[name]?.trim())) return null
  const words = facts.isPerson === undefined ? text : text.replaceAll('你（单位）', facts.isPerson ? '你' : '你单位')
  return words.replaceAll(/\{([^{}]+)\}/g, (_, name: Placeholder) => facts[name]!.trim())
}

/** `# title`, `> salutation`, then `[part] text` a paragraph; a line without a mark goes on with the paragraph before it. */
function readTemplate(text: string): Template {
  let title = ''
  let salutation = ''
  const paragraphs: { part: string; text: string }[] = []
  for (const line of text.split('\n').map((one) => one.trim())) {
    const marked = /^\[([a-z-]+)\]\s*(.*)$/.exec(line)
    const last = paragraphs.at(-1)
    if (line.startsWith('# ')) title = line.slice(2)
    else if (line.startsWith('> ')) salutation = line.slice(2)
    else if (marked) paragraphs.push({ part: marked[1]!, text: marked[2]! })
    else if (line !== '' && last) last.text += `\n${line}`
  }
  return { title, salutation, paragraphs }
}

/** Parts that come with approval, or from the case itself, and stand in no template. */
const givenLater: readonly LetterPart[] = ['number', 'seal-date', 'addressee', 'online-remedy', 'attachments']

/** What is wrong with a body's own wording, each as one sentence; none where it may be used. */
export function checkTemplate(kind: LetterKindId, text: string): string[] {
  const { title, salutation, paragraphs } = readTemplate(text)
  const faults: string[] = []
  if (title === '') faults.push('没有标题（以“# ”开头的一行）')
  if (salutation === '' && letterKinds[kind].parts.includes('addressee')) faults.push('没有称呼（以“> ”开头的一行）')
  for (const name of [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]!))
    if (!(placeholders as readonly string[]).includes(name)) faults.push(`没有“{${name}}”这个占位符`)
    else if (!(placeholdersOf(kind) as readonly string[]).includes(name)) faults.push(`“{${name}}”不能用在这份文书里`)
  for (const { part } of paragraphs) if (!(letterParts as readonly string[]).includes(part)) faults.push(`没有“[${part}]”这个部分`)
  for (const part of letterKinds[kind].parts)
    if (!givenLater.includes(part) && !paragraphs.some((one) => one.part === part)) faults.push(`缺少“[${part}]”这个部分`)
  return faults
}

/**
 * Parts the paper must have and has not, or has begun and not finished. Number and date come with approval, so they count as there. A decision that leaves by the network
 * also tells where to apply for reconsideration online (复议法 2023 Art. 22).
 */
export function missingParts(kind: LetterKindId, content: LetterContent, delivery: Delivery | null): LetterPart[] {
  const { parts, remedy } = letterKinds[kind]
  const online: LetterPart[] = remedy !== 'none' && (delivery === 'download' || delivery === 'e-mail') ? ['online-remedy'] : []
  const unfinished = content.paragraphs.filter(({ text }) => text.trim() === '').map(({ part }) => part)
  return [...new Set([...parts, ...online, ...unfinished])].filter((part) => {
    if (unfinished.includes(part)) return true
    if (part === 'number' || part === 'seal-date') return false
    if (part === 'addressee') return content.salutation === ''
    if (part === 'attachments') return content.attachments.length === 0
    return !content.paragraphs.some((one) => one.part === part)
  })
}
