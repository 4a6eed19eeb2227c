/** How far a liaison officer (信息联络员) reaches into cases: those of their section, and those it is asked about. */
import type { Actor, Machine } from '#identity'
import type { FoldedCase } from '../model.ts'

/**
 * The sections of the actor that the case has to do with; `all` for a liaison officer of the whole body. Null where it has nothing to do
 * with them.
 */
export function sectionsSeenBy(actor: Actor | Machine, bodyId: string, state: FoldedCase): readonly string[] | 'all' | null {
  if (actor.personId === null) return null
  const held = actor.posts.filter((post) => post.role === 'liaison' && post.bodyId === bodyId).map(({ sectionId }) => sectionId)
  if (held.includes(null)) return 'all'
  const concerned = [state.sectionId, ...state.inquiries.map(({ sectionId }) => sectionId)]
  const sections = held.filter((id): id is string => id !== null && concerned.includes(id))
  return sections.length > 0 ? sections : null
}
