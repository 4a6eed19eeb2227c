import type { JSX } from 'preact'
import { type CellKey, type CellState, cellName, type Finding, type Report, reason, sentence } from '#report'
import { Icon, type IconName } from '../icons.tsx'
import { type Proof, proofsOf, show, standingOf, type Term } from './cells.ts'
import { sayPlace } from './place.ts'
import { quoteOf } from './source.ts'
import { useTalk } from './talk.ts'

export const stateIcons: Readonly<Record<CellState, IconName>> = {
  repaired: 'wrench',
  doubtful: 'doubt',
  blank: 'blank',
  missing: 'missing',
}

export interface PanelProps {
  readonly cell: CellKey
  readonly report: Report
  readonly findings: readonly Finding[]
  readonly lastYear: Report | undefined
  readonly onGo: (key: CellKey) => void
  readonly onClose: () => void
}

export const panelId = 'cell-panel'

/** Where a figure comes from: its source line, the sums it stands in, what was found about it. Focus lands on its heading; Esc closes it. */
export function Panel({ cell, report, findings, lastYear, onGo, onClose }: PanelProps): JSX.Element {
  const { words } = useTalk()
  return (
    <section class="panel" id={panelId} aria-labelledby="panel-title">
      <header>
        <h2 id="panel-title" tabIndex={-1} lang="zh-CN">
          {cellName(cell)}
        </h2>
        <button type="button" class="link" onClick={onClose}>
          {words.close}
        </button>
        <p>
          <Tag report={report} cell={cell} />
          {lastYear && show(lastYear.figures[cell]) !== '' && (
            <span class="beside">{words.lastYearWas(String(lastYear.year ?? ''), show(lastYear.figures[cell]))}</span>
          )}
        </p>
      </header>
      <Explanation cell={cell} report={report} findings={findings} onGo={onGo} />
    </section>
  )
}

/** A cell's state in words, with its icon. */
export function Tag({ report, cell }: { readonly report: Report; readonly cell: CellKey }): JSX.Element {
  const { words } = useTalk()
  const standing = standingOf(report, cell)
  const figure = show(report.figures[cell])
  if (standing === 'given')
    return (
      <span class="tag tag-given">
        {figure}　{words.stateTag.given}
      </span>
    )
  const text = standing === 'repaired' || standing === 'doubtful' ? words.stateTag[standing](figure) : words.stateTag[standing]
  return <StateTag standing={standing}>{text}</StateTag>
}

export function StateTag({ standing, children }: { readonly standing: CellState; readonly children: string }): JSX.Element {
  return (
    <span class={`tag tag-${standing}`}>
      <Icon name={stateIcons[standing]} size={14} />
      {children}
    </span>
  )
}

/** Source, sums and findings of a cell; the inside of the panel, and of a card on a phone. */
export function Explanation({ cell, report, findings, onGo }: Pick<PanelProps, 'cell' | 'report' | 'findings' | 'onGo'>): JSX.Element {
  const { words, language } = useTalk()
  const note = report.cells[cell]
  const proofs = proofsOf(report, cell)
  const about = findings.filter((finding) => finding.cells.includes(cell))
  return (
    <div class="explanation">
      <h3>{words.sourceTitle}</h3>
      <Source cell={cell} report={report} />
      {note && (
        <p class="reason">
          {capital(reason(note, language))}
          {words.stop}
        </p>
      )}
      <h3>{note?.state === 'repaired' ? words.identitiesWhy(show(report.figures[cell])) : words.identitiesTitle}</h3>
      {proofs.length === 0 ? (
        <p class="quiet">{words.noIdentity}</p>
      ) : (
        <ul class="proofs">
          {proofs.map((proof) => (
            <li key={proof.rule}>
              <Sum proof={proof} cell={cell} onGo={onGo} />
            </li>
          ))}
        </ul>
      )}
      {about.length > 0 && (
        <>
          <h3>{words.aboutCell}</h3>
          <ul class="about">
            {about.map((finding, at) => (
              <li key={at} class={`sev-${finding.severity}`}>
                <Icon name={severityIcons[finding.severity]} />
                <span>
                  <span class="sr-only">
                    {words.severityHints[finding.severity]}
                    {words.colon}
                  </span>
                  {sentence(finding, language)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

export const severityIcons = { error: 'bad', warning: 'warn', info: 'note' } as const satisfies Record<string, IconName>

function Source({ cell, report }: { readonly cell: CellKey; readonly report: Report }): JSX.Element {
  const { words } = useTalk()
  const quote = quoteOf(report, cell)
  if (!quote) return <p class="quiet">{words.sourceNone}</p>
  return (
    <>
      {quote.at && <p class="quiet">{sayPlace(quote.at, words, report.printed.kind)}</p>}
      <p class="quote" lang="zh-CN">
        {quote.label !== null && <span class="label">{quote.label}</span>}
        {quote.pieces.map((piece, at) => (
          <span key={at} class="piece">
            {quote.by === 'cells' && (at > 0 || quote.label !== null) && <span class="pipe"> | </span>}
            {piece.role === 'self' ? (
              <mark>{piece.text}</mark>
            ) : piece.role === 'gap' ? (
              <mark class="gap">{words.gap}</mark>
            ) : piece.role === 'empty' ? (
              <mark class="gap">{words.emptyCell}</mark>
            ) : (
              piece.text
            )}
          </span>
        ))}
      </p>
    </>
  )
}

const verdictIcons = { holds: 'check', differs: 'bad', unknown: 'unknown' } as const

/** One identity with its terms. Zero terms are counted, not listed, unless they are few. */
function Sum({ proof, cell, onGo }: { readonly proof: Proof; readonly cell: CellKey; readonly onGo: (key: CellKey) => void }): JSX.Element {
  const { words } = useTalk()
  const { verdict, rule, left, right } = proof
  const few = left.length <= 7
  const listed = few ? left : left.filter((term) => term.figure !== 0 || term.key === cell)
  const zeros = left.length - listed.length
  const draw = (terms: readonly Term[]) =>
    terms.map((term, at) => (
      <span key={term.key}>
        {at > 0 && ' + '}
        {term.key === cell ? (
          <strong>{show(term.figure) || words.blankWord}</strong>
        ) : (
          <button
            type="button"
            class={term.figure === 0 ? 'fig zero' : 'fig'}
            aria-label={`${cellName(term.key)}${words.colon}${show(term.figure) || words.blankWord}`}
            onClick={() => onGo(term.key)}
          >
            {show(term.figure) || words.blankWord}
          </button>
        )}
      </span>
    ))
  return (
    <div class={`sum is-${verdict.says}`}>
      <Icon name={verdictIcons[verdict.says]} />
      <div>
        <span>
          {words.identityNames[rule]}
          {words.colon}
        </span>
        {listed.length === 0 ? '0' : draw(listed)}
        {' = '}
        {words.identityTotals[rule] && <span lang="zh-CN">{words.identityTotals[rule]} </span>}
        {draw(right)}
        {zeros > 0 && <span class="quiet">{words.aside(words.zeros(zeros))}</span>}
        <span class="verdict">{sayVerdict(verdict, words)}</span>
      </div>
    </div>
  )
}

function sayVerdict(verdict: Proof['verdict'], words: ReturnType<typeof useTalk>['words']): string {
  if (verdict.says === 'holds') return words.holds
  if (verdict.says === 'differs') return words.differs(show(verdict.left), show(verdict.right), show(verdict.by))
  return words.unknown(
    verdict.cells
      .slice(0, verdict.cells.length > 2 ? 1 : 2)
      .map(shortName)
      .join(words.listComma),
    verdict.cells.length,
  )
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A cell's name with a long row label cut: the cells of one sum differ early. */
function shortName(key: CellKey): string {
  const name = cellName(key)
  const at = name.lastIndexOf('，')
  const row = at < 0 ? name : name.slice(0, at)
  return row.length > 16 ? `${row.slice(0, 14)}…${at < 0 ? '' : name.slice(at)}` : name
}
