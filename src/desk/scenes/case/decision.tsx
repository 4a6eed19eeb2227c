/** The decision in the law's order: each question a group of radio buttons; changing an answer clears what follows, after asking. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useId, useState } from 'react'
import { answered, api } from '../../api.ts'
import type { CaseDetail, Outcome, OutcomeStep, OutcomeTree, Question } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Icon } from '../../parts/icon.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Loaded } from '../../parts/states.tsx'
import { useMay, useSession } from '../../session.tsx'
import { rowName } from '../requests/rows.ts'
import { WhyNot } from './menu.tsx'
import { has, walk } from './path.ts'
import { letterKindsQuery, redactionsQuery, treeQuery, useTakeCase } from './queries.ts'

export function Decision({ one }: { readonly one: CaseDetail }) {
  const words = useWords()
  const said = words.case.decision
  const tree = useQuery(treeQuery)
  return (
    <section aria-labelledby="decision">
      <header className="column-head">
        <h2 id="decision">{said.title}</h2>
        <span className="quiet small">{said.hint}</span>
      </header>
      <Loaded query={tree}>{(found) => <Tree one={one} tree={found} />}</Loaded>
    </section>
  )
}

const decisionOf = ({ folded }: CaseDetail) => folded.rounds[folded.rounds.length - 1]?.decision ?? null

function Tree({ one, tree }: { readonly one: CaseDetail; readonly tree: OutcomeTree }) {
  const words = useWords()
  const said = words.case.decision
  const decided = decisionOf(one)
  const [path, setPath] = useState<readonly OutcomeStep[] | null>(null)
  const [changing, setChanging] = useState<number | null>(null)
  const shown = path ?? decided?.path ?? []
  const { steps, open, outcome } = walk(tree, one.type, shown)
  const mayDecide = one.may.includes('decide')
  const isSaved = path === null || (decided !== null && JSON.stringify(path) === JSON.stringify(decided.path))
  const why = one.mayNot.find(({ verb }) => verb === 'decide')
  const change = (place: number) => setPath(shown.slice(0, place))

  return (
    <>
      {!mayDecide && decided === null && (
        <p className="note-box">
          {said.notNow} {why && <WhyNot not={why} state={one.state} />}
        </p>
      )}
      <ol className="questions">
        {steps.map(({ question, step }, place) => (
          <li key={question.id}>
            <span className="place">{place + 1}</span>
            <div>
              <p className="asked">
                <span>{words.outcome.questions[question.id] ?? question.id}</span>
                <b className="ok">
                  <Icon name="check" size={14} /> <span>{words.outcome.answers[`${question.id}.${step.answer}`] ?? step.answer}</span>
                </b>
              </p>
              <p className="small quiet">
                {step.note && <span>{step.note} </span>}
                {question.source}{' '}
                {mayDecide && (
                  <button
                    type="button"
                    className="link-button no-print"
                    aria-label={said.changeOf(words.outcome.questions[question.id] ?? question.id)}
                    onClick={() => (place === steps.length - 1 && outcome === null ? change(place) : setChanging(place))}
                  >
                    {said.change}
                  </button>
                )}
              </p>
            </div>
          </li>
        ))}
        {open && mayDecide && (
          <li className="open-question">
            <span className="place">{steps.length + 1}</span>
            <Ask key={open.id} tree={tree} question={open} onAnswer={(step) => setPath([...shown.slice(0, steps.length), step])} />
          </li>
        )}
      </ol>
      {outcome && <Leaf one={one} outcome={outcome} path={shown} isSaved={isSaved} onSaved={() => setPath(null)} />}
      <Dialog title={said.clearTitle} isOpen={changing !== null} onClose={() => setChanging(null)}>
        <div className="stack">
          <p>{said.clearHint(changing === null ? 0 : steps.length - changing - 1)}</p>
          <div className="acts">
            <Button
              type="primary"
              onClick={() => {
                if (changing !== null) change(changing)
                setChanging(null)
              }}
            >
              {said.clear}
            </Button>
            <Button onClick={() => setChanging(null)}>{words.cancel}</Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}

interface AskProps {
  readonly tree: OutcomeTree
  readonly question: Question
  readonly onAnswer: (step: OutcomeStep) => void
}

function Ask({ tree, question, onAnswer }: AskProps) {
  const words = useWords()
  const said = words.case.decision
  const id = useId()
  const [answer, setAnswer] = useState('')
  const [note, setNote] = useState('')
  const asked = words.outcome.questions[question.id] ?? question.id
  const leadsTo = (next: Question['answers'][number]['next']) =>
    next.outcome === undefined ? '' : (words.outcome.outcomes[tree.outcomes.find(({ id: leaf }) => leaf === next.outcome)?.id ?? ''] ?? '')
  return (
    <fieldset className="choices">
      <legend>
        <b>{asked}</b> <span className="small quiet">{question.source}</span>
      </legend>
      {question.answers.map(({ id: value, next }) => (
        <label key={value} className="choice">
          <input type="radio" name={id} value={value} checked={answer === value} onChange={() => setAnswer(value)} />
          <span>
            {words.outcome.answers[`${question.id}.${value}`] ?? value}
            {leadsTo(next) && <span className="small quiet">{leadsTo(next)}</span>}
          </span>
        </label>
      ))}
      <div className="field">
        <label htmlFor={`${id}-note`}>
          {said.note}
          <span className="optional">{words.field.optional}</span>
        </label>
        <textarea
          id={`${id}-note`}
          className="control"
          rows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <Button aria-disabled={answer === ''} onClick={() => answer !== '' && onAnswer({ question: question.id, answer, note: note.trim() })}>
        {answer === '' ? words.field.choose : said.next}
      </Button>
    </fieldset>
  )
}

interface LeafProps {
  readonly one: CaseDetail
  readonly outcome: Outcome
  readonly path: readonly OutcomeStep[]
  readonly isSaved: boolean
  readonly onSaved: () => void
}

/** What the answers come to: the row it counts in, the letter, the provisions, the remedy, what is still missing. */
function Leaf({ one, outcome, path, isSaved, onSaved }: LeafProps) {
  const words = useWords()
  const said = words.case.decision
  const take = useTakeCase()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const kinds = useQuery(letterKindsQuery)
  const decided = decisionOf(one)
  const letter = kinds.data?.find(({ kind }) => kind === outcome.letter)?.title ?? ''
  const decide = async () => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    try {
      await take(
        await answered(
          api.POST('/requests/{id}/acts/{verb}', { params: { path: { id: one.id, verb: 'decide' } }, body: { path: [...path] } }),
        ),
      )
      onSaved()
    } catch (failure) {
      setProblem(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="leaf" aria-label={words.outcome.outcomes[outcome.id]}>
      <header>
        <h3>{words.outcome.outcomes[outcome.id] ?? outcome.id}</h3>
        <span className="small">{isSaved && decided ? said.decided(words.dayToAct(decided.decidedOn)) : said.unsaved}</span>
      </header>
      <dl className="facts">
        <dt>{said.row}</dt>
        <dd>
          <CountsIn one={one} row={isSaved ? (decided?.row ?? outcome.row) : outcome.row} />
        </dd>
        <dt>{said.letter}</dt>
        <dd>{letter}</dd>
        <dt>{said.cites}</dt>
        <dd>{citesText(outcome.cites)}</dd>
        <dt>{said.remedy}</dt>
        <dd>{words.outcome.remedies[outcome.remedy]}</dd>
        <dt>{said.needs}</dt>
        <dd>
          <Needs one={one} outcome={outcome} />
          {outcome.withholds && <span className="sub quiet">{said.withholds}</span>}
        </dd>
      </dl>
      {problem !== null && (
        <div style={{ padding: '0 16px 12px' }}>
          <ProblemBox error={problem} />
        </div>
      )}
      {!isSaved && (
        <div className="acts" style={{ padding: '0 16px 16px' }}>
          <Button type="primary" aria-disabled={busy} onClick={() => void decide()}>
            {busy ? said.deciding : said.decide}
          </Button>
        </div>
      )}
    </section>
  )
}

/** 《条例》 once, then its articles. */
export function citesText(cites: readonly string[]): string {
  let before = ''
  return cites
    .map((cite) => {
      const [, law = '', article = cite] = /^(《[^》]+》)(.*)$/.exec(cite) ?? []
      const text = law === before ? article : law + article
      before = law
      return text
    })
    .join('、')
}

function CountsIn({ one, row }: { readonly one: CaseDetail; readonly row: string | null }) {
  const words = useWords()
  const said = words.case.decision
  const { today } = useSession()
  const may = useMay()
  const year = Number((one.concludedOn ?? today).slice(0, 4))
  const tables = useQuery({
    queryKey: ['tables', one.body.slug, year],
    enabled: row !== null && one.type === 'request' && may('request.count'),
    queryFn: () => answered(api.GET('/tables/{body}/{year}', { params: { path: { body: one.body.slug, year } } })),
  })
  if (one.type === 'record-correction') return said.noRow
  if (row === null) return said.bySetting
  const key = `requests.${row}.${one.kind}`
  const count = tables.data?.cells.find((cell) => cell.key === key)?.count
  const text = said.rowText(rowName(row), words.requests.kinds[one.kind] ?? '')
  if (!may('request.count')) return text
  return (
    <>
      <Link className="fig" to="/tables" search={{ body: one.body.slug, year: String(year), cell: key } as never}>
        {text}
      </Link>
      {count !== undefined && one.concludedOn === null && (
        <span className="nowrap">
          {' '}
          {count} → {count + 1}
        </span>
      )}
    </>
  )
}

function Needs({ one, outcome }: { readonly one: CaseDetail; readonly outcome: Outcome }) {
  const words = useWords()
  const said = words.case.decision
  const may = useMay()
  const redactions = useQuery({ ...redactionsQuery(one.id), enabled: outcome.needs.includes('redacted') && may('redaction.see') })
  const proved = (redactions.data ?? []).filter(({ state }) => state === 'proved').length
  if (outcome.needs.length === 0) return said.needsNone
  return (
    <ul className="plain">
      {outcome.needs.map((need) => {
        const there = has(need, one, proved)
        return (
          <li key={need}>
            <span className={there ? 'ok' : there === null ? 'quiet' : 'warn'}>
              <Icon name={there ? 'check' : there === null ? 'doubt' : 'warn'} size={14} />{' '}
              {there ? said.have : there === null ? '' : said.missing}
            </span>{' '}
            {words.casework.needs[need] ?? words.casework.guards[need] ?? need}
            {need === 'legal-review' && there === null && <span className="quiet">{words.aside(said.legalReviewMaybe)}</span>}
          </li>
        )
      })}
    </ul>
  )
}
