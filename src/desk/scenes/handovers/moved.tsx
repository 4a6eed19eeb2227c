import type { Moved } from '../../api-types.ts'
import { useWords } from '../../language.tsx'

/** Everything that moves, or moved, by its title. */
export function MovedList({ moved }: { readonly moved: Moved }) {
  const words = useWords()
  const said = words.people
  return (
    <ul>
      {moved.posts.map(({ id, role, step, section, already }) => {
        const notes = [step ? words.reviewStep(step) : '', section ?? '', already ? said.alreadyHeld : ''].filter(Boolean)
        return (
          <li key={id}>
            {said.role}
            {words.colon}
            {words.roles[role]}
            {notes.length > 0 && words.aside(notes.join(words.and))}
          </li>
        )
      })}
      {moved.tasks.map(({ id, title }) => (
        <li key={id}>{title}</li>
      ))}
      {moved.deadlines.map(({ id, title }) => (
        <li key={id}>
          {words.deadline.head.lamp}
          {words.colon}
          {title}
        </li>
      ))}
      {moved.delegations.map(({ id, gave, other, until, over }) => (
        <li key={id}>
          {gave ? said.delegationGave(other, until) : said.delegationTook(other, until)}
          {over && words.aside(said.delegationOver)}
        </li>
      ))}
    </ul>
  )
}

export const countMoved = ({ posts, tasks, deadlines, delegations }: Moved) =>
  posts.length + tasks.length + deadlines.length + delegations.length
