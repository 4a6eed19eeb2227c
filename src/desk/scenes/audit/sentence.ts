import type { DeskWords } from '#words'
import type { Event } from '../../api-types.ts'

/** An event as a sentence: who did what to which, where. A kind without words of its own is shown as it is, never guessed. */
export function eventSentence(event: Event, words: DeskWords): string {
  const said = words.administration.audit
  const who = (event.actor?.name ?? said.system) + (event.onBehalfOf ? said.onBehalfOf(event.onBehalfOf.name) : '')
  const what = said.events[event.kind] ?? actedOn(event, words) ?? said.unknown(event.kind)
  const name = nameIn(event.detail)
  return said.sentence(who, what + (name ? said.quoted(name) : '')) + (event.body ? said.at(event.body.name) : '')
}

function actedOn({ kind }: Event, words: DeskWords): string | null {
  const [noun = '', past = ''] = kind.split('.')
  const action = words.administration.audit.actions[past]
  const named = words.nouns[noun]
  return action && named ? words.administration.audit.acted(action, named) : null
}

/** What the thing was called, where the event kept it. */
function nameIn(detail: unknown): string | null {
  if (typeof detail !== 'object' || detail === null) return null
  const { name, title, label, key } = detail as Record<string, unknown>
  return [name, title, label, key].find((one): one is string => typeof one === 'string' && one !== '') ?? null
}
