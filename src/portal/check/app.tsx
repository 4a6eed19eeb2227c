import type { JSX } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { type CellKey, cellName, type Finding, type Language, sentence } from '#report'
import { Icon } from '../icons.tsx'
import { Cards } from './cards.tsx'
import { count, framesOf, shownKeys } from './cells.ts'
import { Downloads } from './downloads.tsx'
import { Findings } from './findings.tsx'
import { cellId, Grid } from './grid.tsx'
import { Choose, Intake, useDrop } from './intake.tsx'
import { markProse, placesOf } from './marks.ts'
import { Panel } from './panel.tsx'
import { Prose, proseId } from './prose.tsx'
import { useReading } from './reading.ts'
import type { Doc } from './state.ts'
import { findingsOf } from './state.ts'
import { Summary } from './summary.tsx'
import { layoutsOf } from './tables.ts'
import { Talk, useTalk } from './talk.ts'
import { Failures, Notices, ReadingNow } from './telling.tsx'

/** Addresses of what the page loads later. */
export interface Addresses {
  readonly reader: string
  readonly writer: string
  readonly example: string
  /** Below it stand the typesetter and its fonts. */
  readonly assets: string
  /** Bytes of all of these together, uncompressed. */
  readonly typesetterBytes: number
}

/** The page that checks a report: everything between the site's header and footer. */
export function App({ language, addresses }: { readonly language: Language; readonly addresses: Addresses }): JSX.Element {
  return (
    <Talk.Provider value={language}>
      <Page addresses={addresses} />
    </Talk.Provider>
  )
}

function Page({ addresses }: { readonly addresses: Addresses }): JSX.Element {
  const { words } = useTalk()
  const { state, dispatch, put, cancel, shown, before } = useReading(addresses.reader)
  const { over, handlers } = useDrop(put)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    for (const [name, handler] of Object.entries(handlers))
      document.addEventListener(name.slice(2).toLowerCase(), handler as (event: Event) => void)
    return () => {
      for (const [name, handler] of Object.entries(handlers))
        document.removeEventListener(name.slice(2).toLowerCase(), handler as (event: Event) => void)
    }
  })

  const example = async () => {
    const response = await fetch(addresses.example)
    put([new File([await response.blob()], words.exampleName, { type: 'text/plain' })])
  }
  const clear = () => {
    cancel()
    dispatch({ type: 'cleared' })
    title.current?.focus()
  }

  const busy = state.files.some((file) => file.status === 'waiting' || file.status === 'reading')
  return (
    <div class={over ? 'check dropping' : 'check'}>
      <div class="title">
        <h1 tabIndex={-1} ref={title}>
          {words.title}
        </h1>
        <p>{words.notUploaded}</p>
      </div>
      {over && <p class="drop-now">{words.dropNow}</p>}
      <Failures files={state.files} onForget={(file) => dispatch({ type: 'forgotten', file })} onFiles={put} />
      <Notices notices={state.notices} onDismiss={(notice) => dispatch({ type: 'dismissed', notice })} />
      {busy && <ReadingNow files={state.files} skeleton={!shown} onCancel={cancel} />}
      {!shown && !busy && <Intake onFiles={put} onExample={example} />}
      {shown && (
        <>
          <Bar
            doc={shown}
            docs={state.docs}
            fileName={state.files.find((file) => file.id === shown.file)?.name ?? ''}
            size={state.files.find((file) => file.id === shown.file)?.size ?? 0}
            before={before}
            beforeName={state.files.find((file) => file.id === before?.file)?.name ?? ''}
            findings={findingsOf(state, shown)}
            addresses={addresses}
            onFiles={put}
            onLastYear={(files) => put(files, { for: 'last-year', of: shown.id })}
            onUnpair={() => dispatch({ type: 'unpaired', doc: shown.id })}
            onSelect={(doc) => dispatch({ type: 'selected', doc })}
            onClear={clear}
          />
          <Report
            key={shown.id}
            doc={shown}
            before={before}
            findings={findingsOf(state, shown)}
            open={state.open}
            onOpen={(key) => dispatch({ type: 'opened', key })}
          />
        </>
      )}
    </div>
  )
}

interface BarProps {
  readonly doc: Doc
  readonly docs: readonly Doc[]
  readonly fileName: string
  readonly size: number
  readonly before: Doc | undefined
  readonly beforeName: string
  readonly findings: readonly Finding[]
  readonly addresses: Addresses
  readonly onFiles: (files: readonly File[]) => void
  readonly onLastYear: (files: readonly File[]) => void
  readonly onUnpair: () => void
  readonly onSelect: (doc: string) => void
  readonly onClear: () => void
}

/** What is read, from which file, and what can be done with it. */
function Bar(props: BarProps): JSX.Element {
  const { doc, docs, fileName, size, before, beforeName, findings, addresses } = props
  const { words } = useTalk()
  const { report } = doc
  const facts = [
    `${fileName}${words.comma}${sayBytes(size)}`,
    doc.parts > 1 ? words.part(doc.part, doc.parts) : '',
    report.edition === null ? words.noEdition : words.edition(report.edition),
    words.readIn(saySeconds(doc.took)),
  ].filter(Boolean)
  return (
    <section class="bar" aria-labelledby="report-title">
      <div class="about-file">
        <Icon name="file" size={28} />
        <div>
          <h2 id="report-title" lang={report.title === null ? undefined : 'zh-CN'}>
            {report.title ?? words.untitled}
          </h2>
          <p>
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </p>
        </div>
      </div>
      <div class="actions">
        {!before && (
          <Choose icon="plus" many={false} onFiles={props.onLastYear}>
            {report.year === null ? words.addLastYear : words.addYear(report.year - 1)}
          </Choose>
        )}
        <button type="button" class="button" onClick={props.onClear}>
          {words.another}
        </button>
        <Downloads key={doc.id} doc={doc} findings={findings} addresses={addresses} />
      </div>
      {before && (
        <p class="compared">
          <span>{words.besideYear(String(before.report.year ?? ''), beforeName)}</span>
          <span>{words.lastYearShort(String(before.report.year ?? ''))}</span>
          <button type="button" class="link" onClick={props.onUnpair}>
            {words.removeYear}
          </button>
        </p>
      )}
      {docs.length > 1 && (
        <nav class="docs" aria-label={words.reports}>
          <h3>{words.reports}</h3>
          <ul>
            {docs.map((other) => (
              <li key={other.id}>
                <button type="button" aria-current={other.id === doc.id} onClick={() => props.onSelect(other.id)} lang="zh-CN">
                  {other.report.title ?? words.untitled}
                </button>
              </li>
            ))}
          </ul>
          <Choose icon="plus" onFiles={props.onFiles}>
            {words.more}
          </Choose>
        </nav>
      )}
    </section>
  )
}

interface ReportProps {
  readonly doc: Doc
  readonly before: Doc | undefined
  readonly findings: readonly Finding[]
  readonly open: CellKey | null
  readonly onOpen: (key: CellKey | null) => void
}

/** Where focus goes once the page is drawn again. */
type Goal = { readonly to: 'panel' } | { readonly to: 'cell'; readonly key: CellKey } | { readonly to: 'line'; readonly id: string }

/** A report on the screen: counts, tables, panel, findings, text. */
function Report({ doc, before, findings, open, onOpen }: ReportProps): JSX.Element {
  const { words, language } = useTalk()
  const { report } = doc
  const wide = useMedia('(min-width: 1100px)')
  const phone = useMedia('(max-width: 640px)')
  const [whole, setWhole] = useState(false)
  const [current, setCurrent] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const goal = useRef<Goal | null>(null)
  const side = useRef<HTMLElement>(null)

  const chapters = useMemo(() => markProse(report, findings), [report, findings])
  const places = useMemo(() => placesOf(chapters), [chapters])
  const frames = useMemo(() => framesOf(findings), [findings])
  const counts = useMemo(() => count(report, findings), [report, findings])
  const layouts = useMemo(() => layoutsOf(report), [report])
  const cards = phone && !whole

  useEffect(() => setSaid(words.announceRead(report.title ?? words.untitled, counts.error, counts.warning)), [])
  useEffect(() => {
    const next = goal.current
    goal.current = null
    if (next) reach(next)
  })
  useEffect(() => {
    if (open !== null) side.current?.scrollTo({ top: 0 })
  }, [open])

  const openCell = (key: CellKey, byKeyboard: boolean) => {
    if (open === key) return onOpen(null)
    if (byKeyboard) goal.current = { to: 'panel' }
    setSaid(words.announceOpen(cellName(key)))
    onOpen(key)
  }
  const goCell = (key: CellKey) => {
    if (phone && cards) setWhole(true)
    goal.current = { to: 'cell', key }
    onOpen(key)
  }
  const goText = (finding: number) => {
    setCurrent(finding)
    goal.current = { to: 'line', id: places.get(finding)! }
  }
  const close = () => {
    if (open === null) return
    goal.current = { to: 'cell', key: open }
    onOpen(null)
  }
  const goFinding = (by: 1 | -1) => {
    if (findings.length === 0) return
    const next = current === null ? (by === 1 ? 0 : findings.length - 1) : (current + by + findings.length) % findings.length
    setCurrent(next)
    setSaid(sentence(findings[next]!, language))
    const cell = findings[next]!.cells[0]
    if (places.has(next)) goText(next)
    else if (cell) goCell(cell)
  }
  const goListed = () => {
    const keys = shownKeys(report).filter((key) => report.cells[key] || frames.has(key))
    if (keys.length === 0) return
    const from = document.activeElement?.id ?? ''
    const at = keys.findIndex((key) => cellId(key) === from || key === open)
    reach({ to: 'cell', key: keys[(at + 1) % keys.length]! })
  }

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return
      if (event.key === 'F8') {
        event.preventDefault()
        goFinding(event.shiftKey ? -1 : 1)
      } else if (event.key === 'Escape') close()
      // A bare letter works only inside the tables and the panel (WCAG 2.1.4).
      else if (event.key.toLowerCase() === 'n' && event.target instanceof Element && event.target.closest('.tables, .panel')) goListed()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })

  const panel = open !== null && (
    <Panel cell={open} report={report} findings={findings} lastYear={before?.report} onGo={goCell} onClose={close} />
  )
  const found = <Findings findings={findings} inText={new Set(places.keys())} current={current} onCell={goCell} onText={goText} />
  const tableOf = (key: CellKey) =>
    layouts.find(({ body }) => body.some((row) => row.some((cell) => cell.kind === 'slot' && cell.key === key)))
  const grids = (table: 'proactive' | 'requests' | 'challenges') => (
    <section class={`table-${table}`} aria-labelledby={`title-${table}`}>
      <h2 id={`title-${table}`}>{words.tableTitles[table]}</h2>
      <div class="side-by-side">
        {layouts
          .filter(({ id }) => id === table || id === `${table}-single`)
          .map((layout) => (
            <Grid
              key={layout.id}
              layout={layout}
              label={words.tableTitles[table]}
              report={report}
              frames={frames}
              lastYear={before?.report}
              open={open}
              onOpen={openCell}
            />
          ))}
      </div>
      {!wide && open !== null && tableOf(open)?.id.startsWith(table) && panel}
    </section>
  )

  return (
    <>
      <Summary counts={counts} />
      <p class="sr-only" role="status">
        {said}
      </p>
      <div class="work">
        {cards ? (
          <div class="phone-list">
            {found}
            <Cards report={report} findings={findings} open={open} onOpen={onOpen} onGo={goCell} />
            <p>
              <button type="button" class="link" onClick={() => setWhole(true)}>
                {words.wholeTables}
              </button>
            </p>
          </div>
        ) : (
          <>
            <div class="tables">
              {phone && (
                <p>
                  <button type="button" class="link" onClick={() => setWhole(false)}>
                    {words.backToList}
                  </button>
                </p>
              )}
              {grids('proactive')}
              {grids('requests')}
              {grids('challenges')}
              <p class="keys" id="keys">
                {words.keys}
              </p>
            </div>
            <aside class="side" ref={side}>
              {wide && panel}
              {found}
            </aside>
          </>
        )}
      </div>
      <Prose chapters={chapters} findings={findings} current={current} />
    </>
  )
}

function reach(goal: Goal): void {
  const target =
    goal.to === 'panel'
      ? document.getElementById('panel-title')
      : document.getElementById(goal.to === 'cell' ? cellId(goal.key) : proseId(goal.id))
  target?.focus({ preventScroll: true })
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  target?.scrollIntoView({ block: goal.to === 'panel' ? 'nearest' : 'center', inline: 'nearest', behavior: calm ? 'auto' : 'smooth' })
}

/** Whether a media query holds, now and as it changes. */
function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => window.matchMedia(query).matches)
  useEffect(() => {
    const media = window.matchMedia(query)
    const hear = () => setHolds(media.matches)
    media.addEventListener('change', hear)
    return () => media.removeEventListener('change', hear)
  }, [query])
  return holds
}

/** Seconds of a reading in milliseconds: `0.02`, `1.4`. */
const saySeconds = (took: number) => (took < 100 ? Math.max(0.01, took / 1000).toFixed(2) : (took / 1000).toFixed(1))

/** `41 KB`, `1.2 MB`. */
export function sayBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
