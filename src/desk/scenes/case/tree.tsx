/** The decision tree: one question after another in the law's order; the leaf names row, letter, provisions and remedies. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { formOf } from '#report'
import { caseworkWords, outcomeWords } from '#words'
import { answered, api } from '../../api.ts'
import type { OutcomeTree } from '../../api-types.ts'
import { useSpoken, useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Icon } from '../../parts/icon.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Skeleton } from '../../parts/states.tsx'
import { useSession } from '../../session.tsx'
import { type CaseProps, useRefresh } from './case.tsx'

interface Step {
  readonly question: string
  readonly answer: string
  readonly note: string
}

export function Tree({ one }: CaseProps) {
  const tree = useQuery({
    queryKey: ['outcome-tree'],
    queryFn: () => answered(api.GET('/outcome-tree')),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (tree.isError) return <ProblemBox error={tree.error} />
  return tree.data ? <Questions one={one} tree={tree.data} /> : <Skeleton />
}

function Questions({ one, tree }: CaseProps & { readonly tree: OutcomeTree }) {
  const said = useWords().case
  const text = outcomeWords[useSpoken().language]
  const decided = one.folded.rounds.at(-1)!.decision
  const mayDecide = one.may.includes('decide')
  const [path, setPath] = useKeptPath(one.id, decided?.path ?? [])
  const [note, setNote] = useState('')
  const [changing, setChanging] = useState<number | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [isBusy, setIsBusy] = useState(false)
  const refresh = useRefresh(one.id)

  const reached = follow(tree, tree.first[one.type], path)
  const answer = (question: string, chosen: string) => {
    setPath([...path, { question, answer: chosen, note: note.trim() }])
    setNote('')
  }
  const decide = async () => {
    setIsBusy(true)
    setProblem(null)
    try {
      await answered(
        api.POST('/requests/{id}/acts/{verb}', {
          params: { path: { id: one.id, verb: 'decide' } },
          body: { path: path.map((step) => ({ ...step })) },
        }),
      )
      sessionStorage.removeItem(`outcome ${one.id}`)
      await refresh()
    } catch (failure) {
      setProblem(failure)
    } finally {
      setIsBusy(false)
    }
  }
  const isSame = decided !== null && JSON.stringify(decided.path) === JSON.stringify(path)
  return (
    <>
      <ol className="tree">
        {path.map((step, index) => (
          <li key={step.question}>
            <div className="tree-asked">
              <span>{text.questions[step.question]}</span>
              <b>
                <Icon name="check" /> {text.answers[`${step.question}.${step.answer}`]}
              </b>
              {mayDecide && (
                <button type="button" className="link-button small" onClick={() => setChanging(index)}>
                  {said.change}
                  <span className="unseen">{text.questions[step.question]}</span>
                </button>
              )}
            </div>
            {step.note && <p className="quiet as-written">{step.note}</p>}
          </li>
        ))}
        {reached.question && mayDecide && (
          <li className="tree-now">
            <fieldset>
              <legend>
                {text.questions[reached.question.id]} <span className="quiet small">{reached.question.source}</span>
              </legend>
              <p className="hint small">{text.hints[reached.question.id]}</p>
              {reached.question.answers.map(({ id }) => (
                <label key={id} className="tree-answer">
                  <input type="radio" name={reached.question!.id} checked={false} onChange={() => answer(reached.question!.id, id)} />
                  {text.answers[`${reached.question!.id}.${id}`]}
                </label>
              ))}
              <label className="field">
                <span className="small">{said.note}</span>
                <textarea className="control" rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
                <span className="hint small">{said.noteHint}</span>
              </label>
            </fieldset>
          </li>
        )}
      </ol>
      {reached.outcome && <Leaf one={one} outcome={reached.outcome} decidedOn={isSame ? decided!.decidedOn : null} />}
      {problem !== null && <ProblemBox error={problem} />}
      {reached.outcome && mayDecide && !isSame && (
        <div className="acts" style={{ marginTop: 12 }}>
          <Button type="primary" aria-disabled={isBusy} onClick={() => void decide()}>
            {said.decide}
          </Button>
        </div>
      )}
      <Dialog title={said.change} isOpen={changing !== null} onClose={() => setChanging(null)}>
        <p>{said.changeSure}</p>
        <div className="acts" style={{ marginTop: 16 }}>
          <Button
            type="primary"
            onClick={() => {
              setPath(path.slice(0, changing!))
              setChanging(null)
            }}
          >
            {said.changeYes}
          </Button>
        </div>
      </Dialog>
    </>
  )
}

/** Answers given and not yet decided survive a visit to the redaction or a reload: they are kept for this tab. */
function useKeptPath(id: string, decided: readonly Step[]) {
  const key = `outcome ${id}`
  const [path, setPath] = useState<readonly Step[]>(() => {
    const kept = sessionStorage.getItem(key)
    return kept === null ? decided : (JSON.parse(kept) as Step[])
  })
  const keep = (next: readonly Step[]) => {
    sessionStorage.setItem(key, JSON.stringify(next))
    setPath(next)
  }
  return [path, keep] as const
}

function Leaf({
  one,
  outcome,
  decidedOn,
}: CaseProps & { readonly outcome: OutcomeTree['outcomes'][number]; readonly decidedOn: string | null }) {
  const said = useWords().case
  const text = outcomeWords[useSpoken().language]
  const names = caseworkWords[useSpoken().language]
  const kinds = useQuery({
    queryKey: ['letter-kinds'],
    queryFn: () => answered(api.GET('/letter-kinds')),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const row = formOf('2021').requests.rows.find(({ key }) => key === outcome.row)
  const { today } = useSession()
  const year = (one.concludedOn ?? decidedOn ?? today).slice(0, 4)
  return (
    <section className="leaf" aria-live="polite">
      <h3>{text.outcomes[outcome.id]}</h3>
      <dl className="facts">
        <dt>{said.leaf.row}</dt>
        <dd>
          {one.type === 'record-correction' ? (
            said.leaf.outside
          ) : row ? (
            <Link to="/tables" search={{ body: one.body.slug, year, cell: `requests.${row.key}.${one.kind}` } as never}>
              {[row.group, row.label].filter(Boolean).join(' ')}
            </Link>
          ) : (
            said.leaf.bySetting
          )}
        </dd>
        <dt>{said.leaf.letter}</dt>
        <dd>{kinds.data?.items.find(({ kind }) => kind === outcome.letter)?.title ?? ''}</dd>
        <dt>{said.leaf.cites}</dt>
        <dd>{outcome.cites.map((cite) => cite.replace('《政府信息公开条例》', '')).join('、')}</dd>
        <dt>{said.leaf.remedy}</dt>
        <dd>{text.remedies[outcome.remedy]}</dd>
        {!decidedOn && outcome.needs.length > 0 && (
          <>
            <dt>{said.leaf.needs}</dt>
            <dd>
              {outcome.needs.map((need) => names.needs[need] ?? names.guards[need] ?? need).join('、')}
              {outcome.needs.includes('redacted') && ` ${said.leaf.redactHint}`}
            </dd>
          </>
        )}
        {decidedOn && (
          <>
            <dt>{said.tree}</dt>
            <dd>
              <Icon name="check" /> {said.decided(decidedOn)}
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}

/** The question a path stops at, or the outcome it reaches. */
function follow(tree: OutcomeTree, first: string, path: readonly Step[]) {
  let at = tree.questions.find(({ id }) => id === first)!
  for (const { question, answer } of path) {
    const next = at.id === question ? at.answers.find(({ id }) => id === answer)?.next : undefined
    if (!next) return { question: at, outcome: null }
    if ('outcome' in next) return { question: null, outcome: tree.outcomes.find(({ id }) => id === next.outcome)! }
    at = tree.questions.find(({ id }) => id === next.question)!
  }
  return { question: at, outcome: null }
}
