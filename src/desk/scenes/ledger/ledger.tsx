/** The ledger (台账) of a year to a file, and that of another system from one: read on trial first, then all rows or none. */
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useId, useState } from 'react'
import { sendFile } from '../../api.ts'
import type { LedgerRemark, LedgerResult } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { FileField, Form, useForm } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Page } from '../../parts/page.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { ExportLinks, Register } from '../../parts/register.tsx'
import { ScopeBody, ScopeYear, useScope } from '../../parts/scope.tsx'
import { Empty } from '../../parts/states.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useMay } from '../../session.tsx'

export function LedgerPage() {
  const words = useWords()
  const said = words.ledger
  const may = useMay()
  const { body, year } = useScope()
  return (
    <Page title={said.title} lead={said.lead} trail={['/tables', words.tables.title]}>
      <search className="filters no-print">
        <ScopeBody label={said.body} />
        <ScopeYear label={said.year} name={words.tables.yearName} />
      </search>
      {body === '' ? (
        <Empty what={words.tables.noBody} next={words.tables.noBodyHint} />
      ) : (
        <div className="stack-wide">
          {may('request.export') && <Export body={body} year={year} />}
          {may('request.import') && <Import key={body} body={body} />}
        </div>
      )}
    </Page>
  )
}

function Export({ body, year }: { readonly body: string; readonly year: number }) {
  const said = useWords().ledger
  const may = useMay()
  const id = useId()
  const [isFull, setIsFull] = useState(false)
  return (
    <Panel title={said.out}>
      <div className="inside stack">
        {may('request.unmask') && (
          <div className="tick">
            <input id={id} type="checkbox" checked={isFull} onChange={(event) => setIsFull(event.target.checked)} />
            <span>
              <label htmlFor={id}>{said.full}</label>
              <span className="quiet small" style={{ display: 'block' }}>
                {said.fullHint}
              </span>
            </span>
          </div>
        )}
        <p className="acts">
          <ExportLinks path="/ledger" query={{ body, year: String(year), full: isFull ? 'true' : undefined }} />
        </p>
      </div>
    </Panel>
  )
}

interface Tried {
  readonly file: File
  readonly result: LedgerResult
}

function Import({ body }: { readonly body: string }) {
  const said = useWords().ledger
  const client = useQueryClient()
  const form = useForm<{ file: File | null }>({ file: null }, { file: said.file })
  const [tried, setTried] = useState<Tried | null>(null)
  const [written, setWritten] = useState<LedgerResult | null>(null)
  const path = `/ledger?body=${encodeURIComponent(body)}`

  const tryRead = async ({ file }: { file: File | null }) => {
    setWritten(null)
    setTried(null)
    if (file) setTried({ file, result: await sendFile<LedgerResult>(`${path}&dryRun=true`, file) })
  }
  return (
    <Panel title={said.in}>
      <div className="inside stack">
        <p className="quiet">{said.inHint}</p>
        <Form form={form} onSend={tryRead} verb={said.tryRead} busyVerb={said.tryingRead}>
          <FileField form={form} name="file" label={said.file} hint={said.fileHint} accept=".csv,.xlsx" />
        </Form>
        {tried && (
          <Trial
            key={`${tried.file.name} ${tried.file.lastModified} ${tried.result.rows}`}
            tried={tried}
            write={async (isAccepted) => {
              const result = await sendFile<LedgerResult>(`${path}${isAccepted ? '&acceptDoubts=true' : ''}`, tried.file)
              // What changed here since the trial may have made new errors or doubts: they are shown, and nothing stands.
              if (!result.imported) return setTried({ file: tried.file, result })
              setTried(null)
              setWritten(result)
              await client.invalidateQueries()
            }}
          />
        )}
        {written && (
          <p className="note-box ok" role="status">
            <Icon name="check" /> {said.written(written.adds)}{' '}
            <Link to="/tables" search={{ body } as never}>
              {said.see}
            </Link>
          </p>
        )}
      </div>
    </Panel>
  )
}

function Trial({ tried: { result }, write }: { readonly tried: Tried; readonly write: (isAccepted: boolean) => Promise<void> }) {
  const said = useWords().ledger
  const id = useId()
  const [isAccepted, setIsAccepted] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const { rows, adds, known, errors, doubts, ignored } = result
  const isWaiting = doubts.length > 0 && !isAccepted
  const send = async () => {
    if (isBusy || isWaiting) return
    setIsBusy(true)
    setProblem(null)
    try {
      await write(doubts.length > 0)
    } catch (failure) {
      setProblem(failure)
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <section className="stack" aria-live="polite">
      <p>
        <b>{said.rows(rows, adds, known)}</b>
      </p>
      {ignored.length > 0 && <p className="quiet">{said.ignored(ignored.join('、'))}</p>}
      {errors.length > 0 && (
        <>
          <p className="bad">
            <Icon name="bad" /> {said.errors(errors.length)}
          </p>
          <Remarks caption={said.errors(errors.length)} remarks={errors} />
        </>
      )}
      {doubts.length > 0 && (
        <>
          <p className="warn">
            <Icon name="warn" /> {said.doubts(doubts.length)}
          </p>
          <Remarks caption={said.doubts(doubts.length)} remarks={doubts} />
        </>
      )}
      {errors.length === 0 && adds === 0 && <p>{said.nothing}</p>}
      {errors.length === 0 && adds > 0 && (
        <>
          {doubts.length === 0 ? (
            <p>{said.good}</p>
          ) : (
            <div className="tick">
              <input id={id} type="checkbox" checked={isAccepted} onChange={(event) => setIsAccepted(event.target.checked)} />
              <label htmlFor={id}>{said.accept}</label>
            </div>
          )}
          {problem !== null && <ProblemBox error={problem} />}
          <Button type="primary" aria-disabled={isBusy || isWaiting} onClick={() => void send()}>
            {isBusy ? said.writing : isWaiting ? said.acceptFirst : said.write(adds)}
          </Button>
        </>
      )}
      <Outcomes outcomes={result.outcomes} />
    </section>
  )
}

function Remarks({ caption, remarks }: { readonly caption: string; readonly remarks: readonly LedgerRemark[] }) {
  const said = useWords().ledger
  return (
    <Register
      caption={caption}
      rows={remarks.map((remark, place) => ({ ...remark, key: `${place}` }))}
      keyOf={({ key }) => key}
      columns={[
        {
          key: 'row',
          head: said.head.row,
          number: true,
          cell: ({ row }) => <span className="nowrap">{row === 0 ? said.wholeFile : row}</span>,
        },
        {
          key: 'column',
          head: said.head.column,
          cell: ({ column, row }) => <span className="nowrap">{column || (row === 0 ? '' : said.wholeRow)}</span>,
        },
        { key: 'what', head: said.head.what, cell: ({ what }) => what },
      ]}
    />
  )
}

/** Rows shown at a time: a ledger may have thousands. */
const step = 100
const tones = { new: ['ok', 'plus'], known: [undefined, 'check'], wrong: ['bad', 'bad'] } as const

function Outcomes({ outcomes }: { readonly outcomes: LedgerResult['outcomes'] }) {
  const said = useWords().ledger
  const [shown, setShown] = useState(step)
  if (outcomes.length === 0) return null
  return (
    <>
      <h3>{said.becomes}</h3>
      <Register
        caption={said.becomes}
        rows={outcomes.slice(0, shown)}
        keyOf={({ row }) => `${row}`}
        columns={[
          { key: 'row', head: said.becomesHead.row, number: true, cell: ({ row }) => row },
          { key: 'number', head: said.becomesHead.number, names: true, cell: ({ number }) => number },
          {
            key: 'what',
            head: said.becomesHead.what,
            cell: ({ what }) => (
              <Tag tone={tones[what][0]} icon={tones[what][1]}>
                {said.kinds[what]}
              </Tag>
            ),
          },
          { key: 'says', head: said.becomesHead.says, cell: ({ what, says }) => (what === 'wrong' ? said.wrongSays : says) },
        ]}
      />
      {outcomes.length > shown && <Button onClick={() => setShown(shown + step)}>{said.more(outcomes.length - shown)}</Button>}
    </>
  )
}
