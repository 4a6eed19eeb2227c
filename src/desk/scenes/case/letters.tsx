/** Letters of a case, and the ones that may be drafted from where it stands. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { caseworkWords } from '#words'
import { answered, api, base } from '../../api.ts'
import type { LetterKindName } from '../../api-types.ts'
import { useSpoken, useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Form, useForm } from '../../parts/form.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Empty } from '../../parts/states.tsx'
import { useMay } from '../../session.tsx'
import { type CaseProps, useRefresh } from './case.tsx'

export function Letters({ one }: CaseProps) {
  const said = useWords().case
  const names = caseworkWords[useSpoken().language]
  const may = useMay()
  const [kind, setKind] = useState<LetterKindName | null>(null)
  const kinds = useQuery({
    queryKey: ['letter-kinds'],
    queryFn: () => answered(api.GET('/letter-kinds')),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const tree = useQuery({
    queryKey: ['outcome-tree'],
    queryFn: () => answered(api.GET('/outcome-tree')),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const titleOf = (id: string) => kinds.data?.items.find((each) => each.kind === id)?.title ?? id
  const decision = one.folded.rounds.at(-1)!.decision
  const answer = tree.data?.outcomes.find(({ id }) => id === decision?.outcome)?.letter as LetterKindName | undefined
  const hasAnswer = one.letters.some(({ kind: each, state }) => each === answer && state !== 'cancelled')
  const drafts: readonly (readonly [LetterKindName, string])[] = [
    ...(answer && one.may.includes('answer') && !hasAnswer ? [[answer, said.draftAnswer] as const] : []),
    ...(!one.letters.some((each) => each.kind === 'receipt') ? [['receipt', said.draftReceipt] as const] : []),
    ...(one.folded.consultations.some(({ answeredOn }) => answeredOn === null) ? [['consultation-notice', said.draftNotice] as const] : []),
  ]
  return (
    <>
      {one.letters.length === 0 && <Empty what={said.noLetters} next={said.noLettersHint} />}
      <ul className="plain">
        {one.letters.map(({ id, kind: each, number, state }) => (
          <li key={id}>
            <Link to="/letters/$id" params={{ id } as never}>
              {titleOf(each)}
            </Link>{' '}
            <span className="quiet">{said.letterLine(number ?? '', names.letterStates[state] ?? state)}</span>
          </li>
        ))}
      </ul>
      {may('letter.draft') && (
        <div className="acts" style={{ marginTop: 12 }}>
          {drafts.map(([id, label]) => (
            <Button key={id} type={id === answer ? 'primary' : 'default'} onClick={() => setKind(id)}>
              {label}
            </Button>
          ))}
        </div>
      )}
      {one.state !== 'submitted' && (
        <p className="small" style={{ marginTop: 12 }}>
          {said.archive}：<a href={`${base}/requests/${one.id}/archive?format=pdf`}>PDF</a>{' '}
          <a href={`${base}/requests/${one.id}/archive?format=json`}>JSON</a>
        </p>
      )}
      {one.may.includes('archive') && <Close one={one} />}
      {kind && <DraftDialog one={one} kind={kind} title={titleOf(kind)} onClose={() => setKind(null)} />}
    </>
  )
}

/** 归档: the file is made, kept with the case and closed (Art. 45). */
function Close({ one }: CaseProps) {
  const words = useWords()
  const said = words.case
  const [isOpen, setIsOpen] = useState(false)
  const refresh = useRefresh(one.id)
  const form = useForm({})
  return (
    <>
      <Button style={{ marginTop: 8 }} onClick={() => setIsOpen(true)}>
        {said.close}
      </Button>
      <Dialog title={said.close} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <Form
          form={form}
          verb={said.close}
          onSend={async () => {
            await answered(api.POST('/requests/{id}/archive', { params: { path: { id: one.id } } }))
            await refresh()
            setIsOpen(false)
          }}
        >
          <p>{said.closeHint}</p>
        </Form>
      </Dialog>
    </>
  )
}

/** What only whoever drafts can say; the rest comes from the case. */
function DraftDialog({
  one,
  kind,
  title,
  onClose,
}: CaseProps & { readonly kind: LetterKindName; readonly title: string; readonly onClose: () => void }) {
  const words = useWords()
  const said = words.case
  const kinds = useQuery({
    queryKey: ['letter-kinds'],
    queryFn: () => answered(api.GET('/letter-kinds')),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const wanted = kinds.data?.items.find((each) => each.kind === kind)?.fields ?? []
  const redactions = useQuery({
    queryKey: ['requests', one.id, 'redactions'],
    queryFn: () => answered(api.GET('/requests/{id}/redactions', { params: { path: { id: one.id } } })),
  })
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({})
  const [picked, setPicked] = useState<readonly string[] | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [isBusy, setIsBusy] = useState(false)
  const refresh = useRefresh(one.id)
  const navigate = useNavigate()
  const proved = (redactions.data?.items ?? []).flatMap(({ result }) => (result ? [{ id: result.id, name: result.name }] : []))
  // What was blacked out and proved for this answer goes with it unless somebody says otherwise.
  const enclosures = picked ?? (kind === 'receipt' ? [] : proved.map(({ id }) => id))
  const plain = one.files.filter(({ on }) => on === 'case').map(({ id, name }) => ({ id, name }))
  const choices = kind === 'receipt' ? [] : [...proved, ...plain.filter(({ id }) => !proved.some((each) => each.id === id))]
  const send = async () => {
    setIsBusy(true)
    setProblem(null)
    try {
      const filled = Object.fromEntries(Object.entries(fields).filter(([, text]) => text.trim() !== ''))
      const letter = await answered(
        api.POST('/letters', {
          body: { kind, requests: [one.id], fields: filled, ...(enclosures.length > 0 && { enclosures: [...enclosures] }) },
        }),
      )
      await refresh()
      await navigate({ to: '/letters/$id', params: { id: letter.id } as never })
    } catch (failure) {
      setProblem(failure)
      setIsBusy(false)
    }
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <div className="fields">
          {wanted.map((name) => (
            <div className="field" key={name}>
              <label htmlFor={`draft-${name}`}>{name}</label>
              <textarea
                id={`draft-${name}`}
                className="control"
                rows={3}
                value={fields[name] ?? ''}
                onChange={(event) => setFields({ ...fields, [name]: event.target.value })}
              />
            </div>
          ))}
          {choices.length > 0 && (
            <fieldset className="field">
              <legend>{said.letter.enclosures}</legend>
              <p className="hint">{said.letter.enclosuresHint}</p>
              {choices.map(({ id, name }) => (
                <div className="tick" key={id}>
                  <input
                    id={`enclose-${id}`}
                    type="checkbox"
                    checked={enclosures.includes(id)}
                    onChange={({ target }) => setPicked(target.checked ? [...enclosures, id] : enclosures.filter((each) => each !== id))}
                  />
                  <label htmlFor={`enclose-${id}`}>{name}</label>
                </div>
              ))}
            </fieldset>
          )}
        </div>
        {problem !== null && <ProblemBox error={problem} />}
        <div className="acts" style={{ marginTop: 20 }}>
          <Button htmlType="submit" type="primary" aria-disabled={isBusy}>
            {said.letter.draft}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
