/** How far a liaison officer (信息联络员) reaches into cases: those of their section, and those it is asked about. */
import type { Actor, Machine } from '#identity'
import type { FoldedCase } from '../model.ts'

/** The sections of the actor that the case has to do with; null where it has nothing to do with them. */
export function sectionsSeenBy(actor: Actor | Machine, bodyId: string, state: FoldedCase): readonly string[] | null {
  if (actor.personId === null) return null
  const concerned = [state.sectionId, ...state.inquiries.map(({ sectionId }) => sectionId)]
  const sections = actor.posts.flatMap(({ role, bodyId: at, sectionId }) =>
    role === 'liaison' && at === bodyId && sectionId !== null && concerned.includes(sectionId) ? [sectionId] : [],
  )
  return sections.length > 0 ? sections : null
}
