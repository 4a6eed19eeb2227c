/** Tasks that are cases: where each is, and what comes next in it. */
import { useQuery } from '@tanstack/react-query'
import type { DeskWords } from '#words'
import { answered, api } from '../../api.ts'
import type { CaseRow, Task } from '../../api-types.ts'
import { useMay } from '../../session.tsx'
import { pageOf } from './tasks.ts'

export interface Next {
  readonly to: string
  /** The verb on the button. */
  readonly step: string
}

/** The open cases that a task may be about, by id. */
export type OpenCases = ReadonlyMap<string, CaseRow>

export function useOpenCases(tasks: readonly Task[]): OpenCases {
  const may = useMay()
  const query = useQuery({
    queryKey: ['requests', 'list', 'home'],
    enabled: may('request.see') && tasks.some(({ about }) => about.noun === 'request'),
    queryFn: () => answered(api.GET('/requests', { params: { query: { order: 'due', limit: 200 } } })),
  })
  return casesById(query.data?.items ?? [])
}

export const casesById = (cases: readonly CaseRow[]): OpenCases => new Map(cases.map((one) => [one.id, one]))

export const caseOf = ({ about }: Pick<Task, 'about'>, cases: OpenCases): CaseRow | null =>
  (about.noun === 'request' ? cases.get(about.id) : undefined) ?? null

/** Where the task leads and what its button says: of a case what comes next in it, else what kind of task it is. Null where there is no page. */
export function nextOf(task: Task, cases: OpenCases, words: DeskWords): Next | null {
  const one = caseOf(task, cases)
  if (one) return nextOfCase(one, words)
  const to = pageOf(task)
  return to === null ? null : { to, step: words.home.nextStep[task.kind] ?? words.requests.nextSteps.open }
}

export function nextOfCase({ id, state, person, outcome, letter }: CaseRow, words: DeskWords): Next {
  const said = words.requests.nextSteps
  const to = `/requests/${id}`
  switch (state) {
    case 'submitted':
      return { to, step: said.confirm }
    case 'correcting':
      return { to, step: said.correcting }
    case 'explaining':
      return { to, step: said.explaining }
    case 'paying':
      return { to, step: said.paying }
    case 'handling':
      if (letter !== null) return { to, step: said.letter[letter.state] }
      if (person === null) return { to, step: said.assign }
      return outcome === null ? { to, step: said.decide } : { to, step: said.answer }
    default:
      return { to, step: said.open }
  }
}
