/** The answer as paper with its parts ticked and its next step; the other letters of the case; drafting the answer. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { answered, api, base } from '../../api.ts'
import type { CaseDetail, LetterDetail, LetterKindShown } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Form, useForm } from '../../parts/form.tsx'
import { dayText } from '../../parts/moment.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Empty, Loaded } from '../../parts/states.tsx'
import { useMay, useSession } from '../../session.tsx'
import { LetterActs } from '../letters/acts.tsx'
import { EnclosureTicks, useEnclosures } from '../letters/edit.tsx'
import { LetterTag } from '../letters/letter.tsx'
import { Paper, Parts } from '../letters/paper.tsx'
import { Blank } from './act.tsx'
import { letterKindsQuery, lettersQuery, treeQuery } from './queries.ts'

export function CaseLetters({ one }: { readonly one: CaseDetail }) {
  const may = useMay()
  const letters = useQuery({ ...lettersQuery(one.id), enabled: may('letter.see') })
  const kinds = useQuery({ ...letterKindsQuery, enabled: may('letter.see') })
  const tree = useQuery(treeQuery)
  if (!may('letter.see')) return null
  const outcome = tree.data?.outcomes.find(({ id }) => id === one.folded.rounds.at(-1)?.decision?.outcome)
  const kind = kinds.data?.find((each) => each.kind === outcome?.letter)
  return <Loaded query={letters}>{(all) => <Shown one={one} letters={all} kinds={kinds.data ?? []} kind={kind ?? null} />}</Loaded>
}

interface ShownProps {
  readonly one: CaseDetail
  readonly letters: readonly LetterDetail[]
  readonly kinds: readonly LetterKindShown[]
  /** The kind of letter that the outcome asks for. */
  readonly kind: LetterKindShown | null
}

function Shown({ one, letters, kinds, kind }: ShownProps) {
  const words = useWords()
  const said = words.case.letter
  const may = useMay()
  const [isDrafting, setIsDrafting] = useState(false)
  const answers = new Set(kinds.filter(({ verb }) => verb === 'answer').map((each) => each.kind))
  const live = letters.filter(({ state }) => state !== 'cancelled')
  const answer = [...live].reverse().find((letter) => answers.has(letter.kind)) ?? null
  // A case that was reopened needs a new answer though it has one.
  const isOver = answer !== null && ['sent', 'served'].includes(answer.state) && ['handling', 'explaining'].includes(one.state)
  const others = letters.filter((letter) => letter.id !== answer?.id || isOver)
  return (
    <>
      <section aria-labelledby="answer">
        <header className="column-head">
          <h2 id="answer">{said.answer}</h2>
          {answer && !isOver && (
            <span className="links">
              {answer.may.includes('edit') && (
                <Link to={`/letters/${answer.id}`} search={{ edit: '1' } as never}>
                  {said.edit}
                </Link>
              )}{' '}
              <a href={`${base}/letters/${answer.id}/file?format=pdf`} target="_blank" rel="noreferrer">
                PDF
              </a>{' '}
              <a href={`${base}/letters/${answer.id}/file?format=docx`} download>
                DOCX
              </a>
            </span>
          )}
        </header>
        {answer && !isOver ? (
          <div className="stack">
            <p>
              <LetterTag letter={answer} /> <Link to={`/letters/${answer.id}`}>{said.open}</Link>
            </p>
            <LetterActs letter={answer} secondary={false} />
            <Paper letter={answer} />
            <Parts letter={answer} />
          </div>
        ) : (
          <Empty what={said.none} next={kind ? said.draftHint(kind.title) : said.undecided}>
            {kind && may('letter.draft') && ['handling', 'explaining'].includes(one.state) && (
              <Button type="primary" onClick={() => setIsDrafting(true)}>
                {said.draft}
              </Button>
            )}
          </Empty>
        )}
      </section>
      <OtherLetters letters={others} />
      {kind && (
        <Dialog title={kind.title} isOpen={isDrafting} onClose={() => setIsDrafting(false)}>
          <DraftForm one={one} kind={kind} onDone={() => setIsDrafting(false)} />
        </Dialog>
      )}
    </>
  )
}

function OtherLetters({ letters }: { readonly letters: readonly LetterDetail[] }) {
  const words = useWords()
  const { today } = useSession()
  if (letters.length === 0) return null
  return (
    <Panel title={words.case.letter.others}>
      <ul>
        {[...letters].reverse().map((letter) => (
          <li key={letter.id}>
            <Link to={`/letters/${letter.id}`}>{letter.title}</Link>{' '}
            <span className="sub small quiet">
              {[letter.number, letter.recipientKind !== 'applicant' && letter.recipient, letter.sentOn && dayText(letter.sentOn, today)]
                .filter(Boolean)
                .join('　')}
            </span>
            <LetterTag letter={letter} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function DraftForm({ one, kind, onDone }: { readonly one: CaseDetail; readonly kind: LetterKindShown; readonly onDone: () => void }) {
  const words = useWords()
  const said = words.case.letter
  const client = useQueryClient()
  const navigate = useNavigate()
  const choices = useEnclosures(one.id)
  const [enclosures, setEnclosures] = useState<readonly string[]>([])
  const form = useForm<Record<string, string>>({})
  return (
    <Form
      form={form}
      verb={said.draft}
      busyVerb={said.drafting}
      secondary={<Button onClick={onDone}>{words.cancel}</Button>}
      onSend={async (values) => {
        const fields = Object.fromEntries(
          kind.fields.map((blank) => [blank, (values[`blank.${blank}`] ?? '').trim()]).filter(([, text]) => text !== ''),
        )
        const letter = await answered(
          api.POST('/letters', { body: { kind: kind.kind, requests: [one.id], fields, enclosures: [...enclosures] } }),
        )
        await client.invalidateQueries({ queryKey: ['requests'] })
        void navigate({ to: `/letters/${letter.id}` })
      }}
    >
      {kind.fields.length === 0 && <p className="quiet">{words.case.act.nothingToFill}</p>}
      {kind.fields.map((blank) => (
        <Blank key={blank} form={form} blank={blank} />
      ))}
      <EnclosureTicks choices={choices} chosen={enclosures} onChange={setEnclosures} hint={words.letters.enclosuresHint} />
    </Form>
  )
}
