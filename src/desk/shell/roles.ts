import type { DeskWords } from '#words'

interface Held {
  readonly role: string
  readonly step?: number | null
  readonly onBehalfOf?: { readonly name: string } | null
}

/** A post in words: 审核人（第 2 步，代 陈某）. */
export function roleWords({ role, step, onBehalfOf }: Held, words: DeskWords): string {
  const notes = [step ? words.reviewStep(step) : '', onBehalfOf ? words.bar.onBehalfOf(onBehalfOf.name) : ''].filter(Boolean)
  return (words.roles[role] ?? role) + (notes.length > 0 ? words.aside(notes.join(words.and)) : '')
}
