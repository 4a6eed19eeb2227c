/** The text of a chapter: written with the names of figures, read with the figures themselves. */
import { Button } from 'antd'
import { useId, useState } from 'react'
import type { AnnualReport } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import type { Change } from './acts.tsx'

export function Prose({ report, chapter, change }: { readonly report: AnnualReport; readonly chapter: number; readonly change: Change }) {
  const said = useWords().reports
  const id = useId()
  const found = report.chapters.find(({ number }) => number === chapter)!
  const [text, setText] = useState(found.draft)
  const mayEdit = report.may.includes('edit')
  const isChanged = text !== found.draft
  const lines = found.text.split('\n').filter((line) => line !== '')
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
            onChange={(event) => setText(event.target.value)}
          />
          <p className="acts">
            <Button
              type="default"
              aria-disabled={change.busy || !isChanged}
              onClick={() => isChanged && void change.edit({ chapters: [{ number: chapter, text }] })}
            >
              {change.busy ? said.saving : said.save}
            </Button>
            <span className="quiet small" role="status">
              {isChanged ? said.unsaved : said.saved}
            </span>
          </p>
          <Names names={report.names} onTake={(name) => setText(`${text}{{${name}}}`)} />
          <details className="report-reads">
            <summary>{said.reads}</summary>
            <Read lines={lines} />
          </details>
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

/** Figures by name, those of the tables aside: they are in the grid. */
function Names({ names, onTake }: { readonly names: AnnualReport['names']; readonly onTake: (name: string) => void }) {
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
            {value}
          </li>
        ))}
      </ul>
    </details>
  )
}
