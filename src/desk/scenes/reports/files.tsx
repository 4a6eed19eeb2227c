/** Bodies without accounts file by file: a folder is dropped, each file is read and recognised on trial, then what may be taken is taken. */
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type DragEvent, useId, useState } from 'react'
import { sendFile } from '../../api.ts'
import type { ReportRow, TakenReport } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Register } from '../../parts/register.tsx'
import { Tag } from '../../parts/tag.tsx'

interface FilesProps {
  readonly rows: readonly ReportRow[]
  readonly body: string
  readonly year: number
}

interface Tried {
  readonly key: string
  readonly file: File
  /** Named by hand, where the file does not say whose it is. */
  readonly member: string
  readonly found: readonly TakenReport[]
  readonly problem: string | null
  readonly isTaken: boolean
}

const takes = ({ taking }: TakenReport): boolean => taking === 'new' || taking === 'again'
/** Which of a year's table is a 汇总表 is told by its name: everything else is read as a report. */
const isTable = ({ name }: File): boolean => /汇总/.test(name) && /\.(?:xlsx|csv)$/i.test(name)

export function Files({ rows, body, year }: FilesProps) {
  const said = useWords().reports
  const id = useId()
  const client = useQueryClient()
  const [tried, setTried] = useState<readonly Tried[]>([])
  const [progress, setProgress] = useState<{ readonly done: number; readonly all: number } | null>(null)
  const [isOver, setIsOver] = useState(false)

  const send = async (file: File, member: string, dryRun: boolean): Promise<Pick<Tried, 'found' | 'problem'>> => {
    const query = new URLSearchParams({ body, year: String(year), ...(dryRun && { dryRun: 'true' }), ...(member && { member }) })
    try {
      const { items } = await sendFile<{ items: TakenReport[] }>(`/${isTable(file) ? 'summary-table' : 'report-files'}?${query}`, file)
      return { found: items, problem: null }
    } catch (failure) {
      return { found: [], problem: failure instanceof Error ? failure.message : String(failure) }
    }
  }
  const tryAll = async (files: readonly File[]) => {
    if (progress !== null || files.length === 0) return
    const next: Tried[] = []
    for (const [at, file] of files.entries()) {
      setProgress({ done: at, all: files.length })
      next.push({ key: `${at} ${file.name}`, file, member: '', isTaken: false, ...(await send(file, '', true)) })
      setTried([...next])
    }
    setProgress(null)
  }
  const name = async (one: Tried, member: string) => {
    const result = await send(one.file, member, true)
    setTried((all) => all.map((other) => (other.key === one.key ? { ...other, member, ...result } : other)))
  }
  const takeAll = async () => {
    if (progress !== null) return
    const open = tried.filter(({ isTaken, found }) => !isTaken && found.some(takes))
    for (const [at, one] of open.entries()) {
      setProgress({ done: at, all: open.length })
      const result = await send(one.file, one.member, false)
      setTried((all) => all.map((other) => (other.key === one.key ? { ...other, ...result, isTaken: result.problem === null } : other)))
    }
    setProgress(null)
    await Promise.all(['reports', 'roll-up'].map((key) => client.invalidateQueries({ queryKey: [key] })))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    void filesOf(event.dataTransfer).then(tryAll)
  }
  const ready = tried.filter(({ isTaken, found }) => !isTaken && found.some(takes)).length
  return (
    <Panel title={said.intake}>
      <div className="inside stack">
        <p className="quiet">{said.filesHint}</p>
        <fieldset
          className={isOver ? 'drop-zone is-over' : 'drop-zone'}
          onDragOver={(event) => {
            event.preventDefault()
            setIsOver(true)
          }}
          onDragLeave={() => setIsOver(false)}
          onDrop={drop}
        >
          <label htmlFor={id}>{said.dropHere}</label>
          <input
            id={id}
            type="file"
            multiple
            accept=".docx,.xlsx,.html,.htm,.txt,.json,.csv"
            onChange={(event) => {
              void tryAll([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
        </fieldset>
        {progress && (
          <p role="status">
            <progress value={progress.done} max={progress.all} aria-label={said.reading(progress.done, progress.all)} />{' '}
            {said.reading(progress.done, progress.all)}
          </p>
        )}
        {tried.length > 0 && (
          <Register
            caption={said.intake}
            rows={tried.flatMap((one): { readonly one: Tried; readonly found: TakenReport | null; readonly key: string }[] =>
              one.found.length === 0
                ? [{ one, found: null, key: one.key }]
                : one.found.map((found) => ({ one, found, key: `${one.key} ${found.part}` })),
            )}
            keyOf={({ key }) => key}
            columns={[
              { key: 'file', head: said.fileHead.file, names: true, cell: ({ one }) => one.file.name },
              {
                key: 'body',
                head: said.fileHead.body,
                cell: ({ one, found }) => <Whose one={one} found={found} rows={rows} onName={(member) => void name(one, member)} />,
              },
              { key: 'taking', head: said.fileHead.taking, cell: ({ one, found }) => <Becomes one={one} found={found} /> },
              {
                key: 'checks',
                head: said.fileHead.checks,
                cell: ({ found }) => (found ? <Found found={found} /> : ''),
              },
            ]}
          />
        )}
        {ready > 0 && (
          <p>
            <Button type="primary" aria-disabled={progress !== null} onClick={() => void takeAll()}>
              {said.takeAll(ready)}
            </Button>
          </p>
        )}
      </div>
    </Panel>
  )
}

function Whose({
  one,
  found,
  rows,
  onName,
}: {
  readonly one: Tried
  readonly found: TakenReport | null
  readonly rows: readonly ReportRow[]
  readonly onName: (member: string) => void
}) {
  const said = useWords().reports
  if (!found || found.taking === 'unreadable') return null
  const isAsked = one.member !== '' || ['unknown-body', 'several-bodies', 'no-year'].includes(found.taking)
  if (!isAsked || one.isTaken || one.found.length > 1)
    return (
      <>
        {found.body?.name ?? found.named ?? ''}
        {found.named !== null && found.body !== null && found.named !== found.body.name && (
          <span className="sub">{said.asNamed(found.named)}</span>
        )}
      </>
    )
  return (
    <label>
      <span className="quiet small">{found.named ?? said.noName}</span>
      <select className="control" value={one.member} onChange={(event) => onName(event.target.value)}>
        <option value="">{said.whose}</option>
        {rows.map(({ body }) => (
          <option key={body.slug} value={body.slug}>
            {body.name}
          </option>
        ))}
      </select>
    </label>
  )
}

function Becomes({ one, found }: { readonly one: Tried; readonly found: TakenReport | null }) {
  const said = useWords().reports
  if (!found) return <span className="bad">{one.problem}</span>
  if (found.taking === 'unreadable') return <span className="bad">{found.why}</span>
  if (one.isTaken && found.reportId)
    return (
      <Link to={`/reports/${found.reportId}`}>
        <Icon name="check" /> {said.taken}
      </Link>
    )
  const fits = takes(found)
  return (
    <Tag
      tone={fits ? 'ok' : found.taking === 'same' ? undefined : 'warn'}
      icon={fits ? 'plus' : found.taking === 'same' ? 'check' : 'warn'}
    >
      {said.takings[found.taking]}
    </Tag>
  )
}

function Found({ found }: { readonly found: TakenReport }) {
  const said = useWords().reports
  const count = (severity: string) => found.findings.filter((one) => one.severity === severity).length
  const [errors, warnings] = [count('error'), count('warning')]
  if (found.body === null) return null
  return (
    <details className="checks">
      <summary>
        {errors + warnings + found.listed === 0 ? said.sound : said.foundIn(errors, warnings)}
        {found.listed > 0 && ` ${said.listed(found.listed)}`}
      </summary>
      <ul className="small">
        {found.findings.map(({ rule, message }) => (
          <li key={`${rule} ${message}`}>{message}</li>
        ))}
      </ul>
    </details>
  )
}

/** Every file that was dropped; of a folder, those in it. */
async function filesOf(dropped: DataTransfer): Promise<File[]> {
  const entries = [...dropped.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return [...dropped.files]
  const inside = async (entry: FileSystemEntry): Promise<File[]> => {
    if (entry.isFile) return [await new Promise<File>((give, refuse) => (entry as FileSystemFileEntry).file(give, refuse))]
    const reader = (entry as FileSystemDirectoryEntry).createReader()
    const files: File[] = []
    // A reader gives a folder a hundred entries at a time.
    for (;;) {
      const some = await new Promise<FileSystemEntry[]>((give, refuse) => reader.readEntries(give, refuse))
      if (some.length === 0) return files
      for (const one of some) files.push(...(await inside(one)))
    }
  }
  const files = (await Promise.all(entries.map(inside))).flat()
  // What Word and the system leave in folders is no report.
  return files.filter(({ name }) => !/^(?:~\$|\.|Thumbs\.db)/.test(name))
}
