/** One letter: what it says part by part, what it still lacks, how it looks, and its way out of the house. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { caseworkWords } from '#words'
import { answered, api, base } from '../../api.ts'
import type { LetterDetail, LetterMethod, LetterPart } from '../../api-types.ts'
import { useSpoken, useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ChoiceField, Form, TextField, useForm } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Page } from '../../parts/page.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Loaded } from '../../parts/states.tsx'
import '../case/case.css'

export function LetterPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery({ queryKey: ['letters', id], queryFn: () => answered(api.GET('/letters/{id}', { params: { path: { id } } })) })
  return <Loaded query={query}>{(one) => <Letter key={`${one.id} ${one.edition}`} one={one} />}</Loaded>
}

type Act = 'cancel' | 'send' | 'serve' | 'undelivered'

function Letter({ one }: { readonly one: LetterDetail }) {
  const words = useWords()
  const said = words.case.letter
  const names = caseworkWords[useSpoken().language]
  const refresh = useRefreshLetter(one)
  const [act, setAct] = useState<Act | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const may = (wanted: LetterDetail['may'][number]) => one.may.includes(wanted)
  const review = async () => {
    setProblem(null)
    try {
      await answered(api.POST('/letters/{id}/review', { params: { path: { id: one.id } } }))
      await refresh()
    } catch (failure) {
      setProblem(failure)
    }
  }
  const [first] = one.cases
  return (
    <Page
      title={one.title}
      trail={[`/requests/${first!.id}`, one.cases.map(({ number }) => number).join('、')]}
      lead={
        <>
          {names.letterStates[one.state]}　{said.to}：{one.recipient}　{said.edition(one.edition)}
          <br />
          {said.facts(one.number ?? '', one.datedOn ?? '')}
          {one.sentOn && (
            <>
              <br />
              {said.sent(one.sentOn, one.method ? said.methods[one.method]! : '')} {one.tracking}
            </>
          )}
          {one.servedOn && (
            <>
              <br />
              {said.served(one.servedOn, one.servedHow === 'download' ? said.methods.download! : one.servedHow)}
            </>
          )}
        </>
      }
      acts={
        <>
          <a className="button" href={`${base}/letters/${one.id}/file?format=pdf`} target="_blank" rel="noreferrer">
            {said.pdf}
          </a>
          <a className="button" href={`${base}/letters/${one.id}/file?format=docx`}>
            {said.word}
          </a>
          {may('cancel') && <Button onClick={() => setAct('cancel')}>{said.cancel}</Button>}
          {may('undelivered') && <Button onClick={() => setAct('undelivered')}>{said.undelivered}</Button>}
          {may('serve') && <Button onClick={() => setAct('serve')}>{said.serve}</Button>}
          {may('review') && (
            <Button type="primary" onClick={() => void review()}>
              {one.steps.length === 0 ? said.reviewNone : said.review}
            </Button>
          )}
          {may('send') && (
            <Button type="primary" onClick={() => setAct('send')}>
              {said.send}
            </Button>
          )}
        </>
      }
    >
      {problem !== null && <ProblemBox error={problem} />}
      <p role="status" className={one.missing.length > 0 ? 'lacks' : 'whole'}>
        <Icon name={one.missing.length > 0 ? 'warn' : 'check'} />{' '}
        {one.missing.length > 0 ? said.missing(one.missing.map((part) => names.letterParts[part]).join('、')) : said.whole}
        {one.state === 'draft' &&
          one.steps.length > 0 &&
          `。${said.steps(one.steps.map((role) => words.roles[role] ?? role).join(words.listComma))}`}
        {one.signOff && (
          <>
            {' '}
            <Link to="/sign-offs/$id" params={{ id: one.signOff.id } as never}>
              {said.toSignOff}
            </Link>
          </>
        )}
      </p>
      <div className="halves">
        {may('edit') ? <Edit one={one} /> : null}
        <Panel title={said.paper}>
          <div className="panel-body">
            <Paper one={one} />
          </div>
        </Panel>
      </div>
      {act === 'send' && <SendDialog one={one} onClose={() => setAct(null)} />}
      {act !== null && act !== 'send' && <ReasonDialog one={one} act={act} onClose={() => setAct(null)} />}
    </Page>
  )
}

/** The words as they will stand on paper; parts the law asks for are named beside. */
export function Paper({ one }: { readonly one: LetterDetail }) {
  const { title, salutation, paragraphs, attachments } = one.content
  const parted = title.startsWith(one.body.name) ? [one.body.name, title.slice(one.body.name.length)] : [title]
  return (
    <article className="paper" lang="zh-CN">
      <h3>
        {parted.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </h3>
      {one.number && <p className="paper-number">{one.number}</p>}
      <p>{salutation}</p>
      {paragraphs.flatMap(({ part, text }) =>
        text.split('\n').map((line) => (
          <p key={`${part} ${line}`} className="paper-text" title={part}>
            {line}
          </p>
        )),
      )}
      {attachments.map((line, index) => (
        <p key={line}>
          {index === 0 ? '附件：' : '　　　'}
          {attachments.length > 1 && `${index + 1}. `}
          {line}
        </p>
      ))}
      <p className="paper-sign">{one.body.name}</p>
      <p className="paper-sign">{one.datedOn ?? ''}</p>
    </article>
  )
}

function Edit({ one }: { readonly one: LetterDetail }) {
  const words = useWords()
  const said = words.case.letter
  const names = caseworkWords[useSpoken().language].letterParts
  const [title, setTitle] = useState(one.content.title)
  const [salutation, setSalutation] = useState(one.content.salutation)
  const [paragraphs, setParagraphs] = useState(one.content.paragraphs)
  // Parts may stand twice; a paragraph keeps its place while it is written.
  const places = paragraphs.map((_, index) => index + 1)
  const [attachments, setAttachments] = useState(one.content.attachments.join('\n'))
  const [problem, setProblem] = useState<unknown>(null)
  const refresh = useRefreshLetter(one)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setProblem(null)
    try {
      await answered(
        api.PATCH('/letters/{id}', {
          params: { path: { id: one.id } },
          body: {
            edition: one.edition,
            title,
            salutation,
            paragraphs: paragraphs.map((each) => ({ ...each })),
            attachments: attachments
              .split('\n')
              .map((line) => line.trim())
              .filter((line) => line !== ''),
          },
        }),
      )
      await refresh()
    } catch (failure) {
      setProblem(failure)
    }
  }
  return (
    <Panel title={said.text}>
      <form onSubmit={(event) => void save(event)} className="fields panel-body">
        <LineField id="letter-title" label={said.titleField} value={title} onChange={setTitle} />
        <LineField id="letter-salutation" label={said.salutation} value={salutation} onChange={setSalutation} />
        {paragraphs.map(({ part, text }, index) => (
          <LineField
            key={`${part} ${places[index]}`}
            id={`paragraph-${places[index]}`}
            label={names[part] ?? part}
            value={text}
            lines
            onChange={(next) => setParagraphs(paragraphs.map((each, at) => (at === index ? { ...each, text: next } : each)))}
          />
        ))}
        {one.missing.length > 0 && (
          <div className="acts">
            {one.missing
              .filter((part) => !paragraphs.some((each) => each.part === part))
              .map((part: LetterPart) => (
                <Button key={part} onClick={() => setParagraphs([...paragraphs, { part, text: '' }])}>
                  {said.add}：{names[part]}
                </Button>
              ))}
          </div>
        )}
        <LineField id="letter-attachments" label={said.attachments} value={attachments} lines onChange={setAttachments} />
        {problem !== null && <ProblemBox error={problem} />}
        <div className="acts">
          <Button htmlType="submit">{said.save}</Button>
        </div>
      </form>
    </Panel>
  )
}

function LineField(props: {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly lines?: true
  readonly onChange: (value: string) => void
}) {
  const { id, label, value, lines, onChange } = props
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {lines ? (
        <textarea
          id={id}
          className="control"
          rows={Math.min(8, 2 + Math.floor(value.length / 34))}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <input id={id} className="control" value={value} onChange={({ target }) => onChange(target.value)} />
      )}
    </div>
  )
}

function SendDialog({ one, onClose }: { readonly one: LetterDetail; readonly onClose: () => void }) {
  const said = useWords().case.letter
  const refresh = useRefreshLetter(one)
  const form = useForm({ method: one.methods[0] ?? '', on: '', tracking: '', late: '' } as Record<string, string>, { method: said.method })
  return (
    <Dialog title={said.send} isOpen onClose={onClose}>
      <Form
        form={form}
        verb={said.send}
        onSend={async ({ method, on, tracking, late }) => {
          await answered(
            api.POST('/letters/{id}/send', {
              params: { path: { id: one.id } },
              body: {
                method: method as LetterMethod,
                ...(on && { on }),
                ...(tracking && { tracking }),
                ...(late && { late: { reason: late, sectionId: null } }),
              },
            }),
          )
          await refresh()
          onClose()
        }}
      >
        <ChoiceField
          form={form}
          name="method"
          label={said.method}
          options={one.methods.map((each) => [each, said.methods[each] ?? each])}
        />
        <TextField form={form} name="on" label={said.on} hint={said.onHint} type="date" optional />
        {form.values.method === 'post' && <TextField form={form} name="tracking" label={said.tracking} />}
        <TextField form={form} name="late" label={said.lateReason} hint={said.lateHint} optional lines={2} />
      </Form>
    </Dialog>
  )
}

function ReasonDialog({
  one,
  act,
  onClose,
}: {
  readonly one: LetterDetail
  readonly act: Exclude<Act, 'send'>
  readonly onClose: () => void
}) {
  const said = useWords().case.letter
  const refresh = useRefreshLetter(one)
  const form = useForm({ text: '', on: '' }, { text: { cancel: said.cancelReason, serve: said.how, undelivered: said.why }[act] })
  const label = { cancel: said.cancelReason, serve: said.how, undelivered: said.why }[act]
  const path = { id: one.id }
  return (
    <Dialog title={said[act]} isOpen onClose={onClose}>
      <Form
        form={form}
        verb={said[act]}
        onSend={async ({ text, on }) => {
          if (act === 'cancel') await answered(api.POST('/letters/{id}/cancel', { params: { path }, body: { reason: text } }))
          else if (act === 'serve')
            await answered(api.POST('/letters/{id}/serve', { params: { path }, body: { how: text, ...(on && { on }) } }))
          else await answered(api.POST('/letters/{id}/undelivered', { params: { path }, body: { reason: text, ...(on && { on }) } }))
          await refresh()
          onClose()
        }}
      >
        <TextField form={form} name="text" label={label} lines={2} />
        {act !== 'cancel' && <TextField form={form} name="on" label={said.days[act as 'serve' | 'undelivered']} type="date" optional />}
      </Form>
    </Dialog>
  )
}

function useRefreshLetter(one: LetterDetail) {
  const client = useQueryClient()
  return async () => {
    await Promise.all(
      [['letters', one.id], ['requests'], ['tasks'], ['sign-offs']].map((queryKey) => client.invalidateQueries({ queryKey })),
    )
  }
}
