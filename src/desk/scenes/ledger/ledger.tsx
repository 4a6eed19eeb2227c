/** 依申请公开台账: a year's requests to a file; those of another system from one, read on trial first, all rows or none. */
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useId, useState } from 'react'
import { base, sendFile } from '../../api.ts'
import type { LedgerResult } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Field, FileField, Form, useForm } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Page } from '../../parts/page.tsx'
import { Panel } from '../../parts/panel.tsx'
import { PickBody } from '../../parts/pickers.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Register } from '../../parts/register.tsx'
import { useMay, useSession } from '../../session.tsx'

export function Ledger() {
  const words = useWords()
  const said = words.tables.ledger
  const may = useMay()
  return (
    <Page title={said.title} trail={['/requests', words.requests.title]} lead={said.lead}>
      <div className="stack-wide">
        {may('request.export') && <Out />}
        {may('request.import') && <In />}
      </div>
    </Page>
  )
}

const useOwnBody = () => {
  const { posts } = useSession()
  const first = posts.find(({ role }) => role === 'drafter' || role === 'disclosure-officer') ?? posts[0]
  return { slug: first?.bodySlug ?? '', name: first?.bodyName ?? '' }
}

function Out() {
  const words = useWords()
  const said = words.tables.ledger
  const may = useMay()
  const id = useId()
  const { today } = useSession()
  const own = useOwnBody()
  const [body, setBody] = useState(own.slug)
  const [year, setYear] = useState(today.slice(0, 4))
  const [full, setFull] = useState(false)
  const link = (format: string) => `${base}/ledger?${new URLSearchParams({ body, year, format, ...(full && { full: 'true' }) })}`
  return (
    <Panel title={said.out}>
      <div className="inside stack">
        <p className="quiet">{said.outHint}</p>
        <div className="row-fields field">
          <div className="field">
            <label htmlFor={`${id}-body`}>{words.tables.body}</label>
            <PickBody control={{ id: `${id}-body` }} value={body} onChange={setBody} called={own.name} />
          </div>
          <div className="field">
            <label htmlFor={`${id}-year`}>{words.tables.year}</label>
            <select id={`${id}-year`} className="control" value={year} onChange={(event) => setYear(event.target.value)}>
              {Array.from({ length: 8 }, (_, back) => String(Number(today.slice(0, 4)) - back)).map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </div>
        </div>
        {may('request.unmask') && (
          <div className="tick">
            <label>
              <input type="checkbox" checked={full} onChange={(event) => setFull(event.target.checked)} /> {said.full}
            </label>
          </div>
        )}
        {body !== '' && (
          <p className="acts">
            <a className="button tall" href={link('xlsx')} download>
              {said.xlsx}
            </a>
            <a className="button tall" href={link('csv')} download>
              {said.csv}
            </a>
          </p>
        )}
      </div>
    </Panel>
  )
}

interface Tried {
  readonly file: File
  readonly body: string
  readonly result: LedgerResult
}

function In() {
  const words = useWords()
  const said = words.tables.ledger
  const client = useQueryClient()
  const own = useOwnBody()
  const form = useForm({ body: own.slug, file: null as File | null }, { body: words.tables.body, file: said.file })
  const [tried, setTried] = useState<Tried | null>(null)
  const [written, setWritten] = useState<LedgerResult | null>(null)
  return (
    <Panel title={said.in}>
      <div className="inside stack">
        <p className="quiet">{said.inHint}</p>
        <Form
          form={form}
          verb={said.try}
          busyVerb={said.trying}
          onSend={async ({ body, file }) => {
            setWritten(null)
            setTried(null)
            if (file) setTried({ file, body, result: await sendFile<LedgerResult>(`/ledger?body=${body}&dryRun=true`, file) })
          }}
        >
          <Field form={form} name="body" label={words.tables.body}>
            {(control) => (
              <PickBody control={control} value={form.values.body} onChange={(slug) => form.set('body', slug)} called={own.name} />
            )}
          </Field>
          <FileField form={form} name="file" label={said.file} accept=".xlsx,.csv" />
        </Form>
        {tried && (
          <TriedResult
            {...tried}
            onWritten={(result) => {
              setTried(null)
              setWritten(result)
              void Promise.all(['requests', 'tables', 'tasks'].map((key) => client.invalidateQueries({ queryKey: [key] })))
            }}
          />
        )}
        {written && (
          <p className="note-box ok" role="status">
            <Icon name="check" /> {said.imported(written.adds)}
          </p>
        )}
      </div>
    </Panel>
  )
}

function TriedResult({ file, body, result, onWritten }: Tried & { readonly onWritten: (result: LedgerResult) => void }) {
  const words = useWords()
  const said = words.tables.ledger
  const id = useId()
  const [accepts, setAccepts] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const { rows, adds, known, outcomes, errors, doubts, ignored } = result
  const mayWrite = doubts.length === 0 || accepts
  const write = async () => {
    if (busy || !mayWrite) return
    setBusy(true)
    setProblem(null)
    try {
      onWritten(await sendFile<LedgerResult>(`/ledger?body=${body}${accepts ? '&acceptDoubts=true' : ''}`, file))
    } catch (failure) {
      setProblem(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="stack" aria-live="polite">
      <p>
        <b>{said.rows(rows, adds, known)}</b>
      </p>
      {ignored.length > 0 && <p className="quiet">{said.ignored(ignored.join(words.listComma))}</p>}
      {errors.length > 0 && (
        <>
          <p className="bad">
            <Icon name="bad" /> {said.errors(errors.length)}
          </p>
          <Remarks remarks={errors} caption={said.errors(errors.length)} />
        </>
      )}
      {doubts.length > 0 && (
        <>
          <p className="warn">
            <Icon name="doubt" /> {said.doubts(doubts.length)}
          </p>
          <Remarks remarks={doubts} caption={said.doubts(doubts.length)} />
        </>
      )}
      {outcomes.length > 0 && (
        <Register
          caption={said.try}
          rows={outcomes}
          keyOf={({ row }) => String(row)}
          columns={[
            { key: 'row', head: said.head.row, number: true, cell: ({ row }) => row },
            { key: 'number', head: said.head.number, names: true, cell: ({ number }) => number },
            { key: 'says', head: said.head.says, cell: ({ says }) => says },
          ]}
        />
      )}
      {errors.length === 0 && adds === 0 && <p>{said.nothing}</p>}
      {errors.length === 0 && adds > 0 && (
        <>
          {doubts.length === 0 && <p className="ok">{said.good}</p>}
          {doubts.length > 0 && (
            <div className="tick">
              <label htmlFor={id}>
                <input id={id} type="checkbox" checked={accepts} onChange={(event) => setAccepts(event.target.checked)} />{' '}
                {said.acceptDoubts}
              </label>
            </div>
          )}
          {problem !== null && <ProblemBox error={problem} />}
          <Button type="primary" aria-disabled={busy || !mayWrite} onClick={() => void write()}>
            {busy ? said.writing : mayWrite ? said.write(adds) : said.acceptNeeded}
          </Button>
        </>
      )}
    </section>
  )
}

function Remarks({ remarks, caption }: { readonly remarks: LedgerResult['errors']; readonly caption: string }) {
  const said = useWords().tables.ledger
  const numbered = remarks.map((remark, place) => ({ ...remark, key: `${place}` }))
  return (
    <Register
      caption={caption}
      rows={numbered}
      keyOf={({ key }) => key}
      columns={[
        { key: 'row', head: said.head.row, number: true, cell: ({ row }) => (row === 0 ? said.wholeFile : row) },
        { key: 'column', head: said.head.column, cell: ({ column }) => column || said.wholeRow },
        { key: 'what', head: said.head.what, cell: ({ what }) => what },
      ]}
    />
  )
}
