/** The text of a chapter: written with the names of figures, read with the figures themselves. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useId, useState } from 'react'
import { answered, api } from '../../api.ts'
import type { AnnualReport, Doubt, ReportPreview } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Icon } from '../../parts/icon.tsx'
import type { Change } from './acts.tsx'

interface ProseProps {
  readonly report: AnnualReport
  readonly chapter: number
  readonly change: Change
  /** What is written and not saved; the draft where nothing is. */
  readonly text: string
  readonly onWrite: (text: string) => void
  readonly onSaved: () => void
  /** Somebody else has saved this chapter since it was begun to be changed here. */
  readonly isOvertaken: boolean
  /** Opens the records a figure counts. */
  readonly onOpen: (name: string) => void
}

/** After so long without a key what is written is checked. */
const pause = 500

/** What is written and not yet saved, as it would read, and what would be doubtful of it; null while nothing is changed. */
function usePreview(id: string, number: number, text: string, isChanged: boolean): ReportPreview | null {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause)
    return () => clearTimeout(timer)
  }, [text])
  const { data } = useQuery({
    queryKey: ['reports', id, 'preview', number, settled],
    queryFn: () => answered(api.POST('/reports/{id}/preview', { params: { path: { id } }, body: { number, text: settled } })),
    enabled: isChanged && settled === text,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  return isChanged ? (data ?? null) : null
}

export function Prose({ report, chapter, change, text, isOvertaken, onWrite, onSaved, onOpen }: ProseProps) {
  const said = useWords().reports
  const id = useId()
  const found = report.chapters.find(({ number }) => number === chapter)!
  const mayEdit = report.may.includes('edit')
  const isChanged = text !== found.draft
  const preview = usePreview(report.id, chapter, text, isChanged)
  const save = async () => {
    if (isChanged && !change.busy && (await change.edit({ chapters: [{ number: chapter, text }] }))) onSaved()
  }
  const lines = (preview?.text ?? found.text).split('\n').filter((line) => line !== '')
  return (
    <section className="report-prose" aria-label={said.chapters[chapter]}>
      <h2>{said.chapters[chapter]}</h2>
      {mayEdit ? (
        <>
          <label htmlFor={id}>{said.prose}</label>
          <p className="quiet small">{said.proseHint}</p>
          <textarea
            id={id}
            className="control"
            rows={chapter >= 2 && chapter <= 4 ? 2 : 12}
            value={text}
            maxLength={20_000}
            lang="zh-CN"
            onChange={(event) => onWrite(event.target.value)}
          />
          {isOvertaken && isChanged && (
            <details className="warn-box">
              <summary>{said.overtaken}</summary>
              <p className="report-text">{found.draft}</p>
            </details>
          )}
          <p className="acts">
            <Button type="default" aria-disabled={change.busy || !isChanged} onClick={() => void save()}>
              {change.busy ? said.saving : said.save}
            </Button>
            <span className="quiet small" role="status">
              {isChanged ? said.unsaved : said.saved}
            </span>
          </p>
          {preview && <Written doubts={preview.doubts.filter((doubt) => doubt.chapter === chapter)} />}
          <Names names={report.names} onTake={(name) => onWrite(`${text}{{${name}}}`)} onOpen={onOpen} />
          <details className="report-reads">
            <summary>{said.reads}</summary>
            <Read lines={lines} />
          </details>
          {found.lastYear !== '' && (
            <details className="report-reads">
              <summary>{said.lastText}</summary>
              <Read lines={found.lastYear.split('\n').filter((line) => line !== '')} />
            </details>
          )}
        </>
      ) : (
        <Read lines={lines} />
      )}
    </section>
  )
}

const Read = ({ lines }: { readonly lines: readonly string[] }) => (
  <div className="report-text" lang="zh-CN">
    {lines.map((line) => (
      <p key={line}>{line}</p>
    ))}
  </div>
)

/** What is doubtful of the chapter as it is written now. */
function Written({ doubts }: { readonly doubts: readonly Doubt[] }) {
  const said = useWords().reports
  return (
    <div aria-live="polite" className="report-written">
      {doubts.length === 0 ? (
        <p className="small">
          <Icon name="check" /> {said.writtenSound}
        </p>
      ) : (
        <ul className="doubts">
          {doubts.map((doubt) => (
            <li key={doubt.key} className={doubt.confirmed ? 'is-confirmed' : `is-${doubt.severity}`}>
              <Icon name={doubt.confirmed ? 'check' : iconOf[doubt.severity]} />
              <p className="small">{doubt.message}</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const iconOf = { error: 'bad', warning: 'warn', info: 'note' } as const

/** Figures by name, those of the tables aside: they are in the grid. */
function Names({
  names,
  onTake,
  onOpen,
}: {
  readonly names: AnnualReport['names']
  readonly onTake: (name: string) => void
  readonly onOpen: (name: string) => void
}) {
  const said = useWords().reports
  const own = Object.entries(names).filter(([name]) => !/^(?:requests|challenges|proactive)\./.test(name))
  return (
    <details className="report-names">
      <summary>{said.names}</summary>
      <ul>
        {own.map(([name, value]) => (
          <li key={name}>
            <button type="button" className="link-button" onClick={() => onTake(name)}>
              {name}
            </button>{' '}
            {name.startsWith('cases.') || value === 0 ? (
              value
            ) : (
              <button type="button" className="link-button" aria-label={said.recordsOf(name)} onClick={() => onOpen(name)}>
                {value}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
