/** What went wrong: what, where, what to do. The rest of the page stays. */
import type { DeskWords } from '#words'
import { useWords } from '../language.tsx'
import { Problem } from '../problem.ts'
import { Icon } from './icon.tsx'

/** The refusal as one sentence that a person can act on. */
export function problemSentence(problem: Problem, words: DeskWords): string {
  if (problem.code === 'unreachable') return words.problem.unreachable
  if (problem.message === '') return words.problem.unreadable(problem.status)
  return problem.message
}

export function ProblemBox({ error, again, title }: { readonly error: unknown; readonly again?: () => void; readonly title?: string }) {
  const words = useWords()
  const said = error instanceof Problem ? problemSentence(error, words) : String(error)
  return (
    <div className="error-box" role="alert">
      <b>
        <Icon name="bad" /> {title ?? (again ? words.problem.loadTitle : words.problem.title)}
      </b>
      <p>{said}</p>
      {error instanceof Problem && error.fields.length > 0 && (
        <ul>
          {error.fields.map(({ where, what }) => (
            <li key={where + what}>{what}</li>
          ))}
        </ul>
      )}
      {again && (
        <button type="button" className="link-button" onClick={again}>
          {words.problem.again}
        </button>
      )}
    </div>
  )
}
