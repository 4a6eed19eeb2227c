import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { type CellKey, cellName, type Finding, sentence } from '#report'
import { Icon } from '../icons.tsx'
import { severityIcons } from './panel.tsx'
import { useTalk } from './talk.ts'

export interface FindingsProps {
  readonly findings: readonly Finding[]
  /** Findings whose words stand in the prose. */
  readonly inText: ReadonlySet<number>
  /** The one that F8 reached last. */
  readonly current: number | null
  readonly onCell: (key: CellKey) => void
  readonly onText: (finding: number) => void
}

/** Findings that are shown before “show all”. */
const shown = 40

/** What was found, the severest first. Each says what is wrong, where, and leads there. */
export function Findings({ findings, inText, current, onCell, onText }: FindingsProps): JSX.Element {
  const { words } = useTalk()
  const [all, setAll] = useState(false)
  const numbered = findings.map((finding, number) => ({ finding, number }))
  const pressing = numbered.filter(({ finding }) => finding.severity !== 'info')
  const notes = numbered.filter(({ finding }) => finding.severity === 'info')
  const draw = ({ finding, number }: { finding: Finding; number: number }) => (
    <Item
      key={number}
      finding={finding}
      current={number === current}
      onCell={onCell}
      onText={inText.has(number) ? () => onText(number) : undefined}
    />
  )
  return (
    <section class="findings" aria-labelledby="findings-title">
      <h2 id="findings-title" tabIndex={-1}>
        {pressing.length === 0 ? words.noFindings : words.findings(pressing.length)}
      </h2>
      {pressing.length === 0 && <p class="quiet">{words.noFindingsHint}</p>}
      <ol>{(all ? pressing : pressing.slice(0, shown)).map(draw)}</ol>
      {!all && pressing.length > shown && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {words.showAll(pressing.length)}
        </button>
      )}
      {notes.length > 0 && (
        <details>
          <summary>{words.informational(notes.length)}</summary>
          <ol>{notes.map(draw)}</ol>
        </details>
      )}
    </section>
  )
}

interface ItemProps {
  readonly finding: Finding
  readonly current: boolean
  readonly onCell: (key: CellKey) => void
  readonly onText: (() => void) | undefined
}

function Item({ finding, current, onCell, onText }: ItemProps): JSX.Element {
  const { words, language } = useTalk()
  const said = sentence(finding, language)
  const [what, then] = split(said)
  const cell = finding.cells[0]
  const more = finding.cells.length > 1 ? words.cellsMore(finding.cells.length) : ''
  const go = onText ?? (cell ? () => onCell(cell) : undefined)
  return (
    <li class={`finding sev-${finding.severity}${current ? ' current' : ''}`}>
      <Icon name={severityIcons[finding.severity]} />
      <div>
        <p class="what">
          <span class="sr-only">
            {words.severityHints[finding.severity]}
            {words.colon}
          </span>
          {go ? (
            <button type="button" onClick={go}>
              {what}
            </button>
          ) : (
            what
          )}
        </p>
        {then && <p>{then}</p>}
        {finding.quote && !said.includes(finding.quote) && (
          <p class="words" lang="zh-CN">
            “{shorten(finding.quote)}”
          </p>
        )}
        <p class="where">
          {cell && (
            <button type="button" class="link" lang="zh-CN" onClick={() => onCell(cell)}>
              {cellName(cell)}
              {more}
            </button>
          )}
          {onText && (
            <button type="button" class="link" onClick={onText}>
              {words.goText}
            </button>
          )}
          <code title={words.rule}>{finding.rule}</code>
        </p>
      </div>
    </li>
  )
}

/** A finding's sentence in two: what is wrong, and what goes with it. */
export function split(text: string): readonly [string, string] {
  const end = /。|；|[.;] /.exec(text)
  if (!end || end.index < 4) return [text.replace(/。$/, ''), '']
  return [text.slice(0, end.index), text.slice(end.index + end[0].length)]
}

/** Words of the report short enough for a list. */
export const shorten = (text: string, most = 60) => (text.length > most ? `${text.slice(0, most)}…` : text)
