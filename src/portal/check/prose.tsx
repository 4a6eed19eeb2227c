import type { JSX } from 'preact'
import { type Finding, sentence } from '#report'
import { Icon } from '../icons.tsx'
import type { MarkedChapter, MarkedLine } from './marks.ts'
import { severityIcons } from './panel.tsx'
import { useTalk } from './talk.ts'

export interface ProseProps {
  readonly chapters: readonly MarkedChapter[]
  readonly findings: readonly Finding[]
  readonly current: number | null
}

export const proseId = (line: string) => `line-${line}`

/** The report's chapters as document text; what was found stands beside the line it speaks of. */
export function Prose({ chapters, findings, current }: ProseProps): JSX.Element {
  const { words } = useTalk()
  return (
    <section class="prose" aria-labelledby="prose-title">
      <h2 id="prose-title">{words.prose}</h2>
      <p class="quiet">{chapters.length === 0 ? words.noProse : words.proseHint}</p>
      {chapters.map((chapter) => (
        <section key={chapter.number} class="chapter">
          <h3 lang={chapter.number > 0 ? 'zh-CN' : undefined}>
            {chapter.number === -1
              ? words.printedTitle
              : chapter.number === 0
                ? words.preface
                : words.heading(chapter.number, chapter.title)}
          </h3>
          {chapter.lines.map((line) => (
            <Paragraph key={line.id} line={line} findings={findings} current={current} />
          ))}
          {chapter.left > 0 && <p class="quiet">{words.proseShort(chapter.left)}</p>}
        </section>
      ))}
    </section>
  )
}

interface ParagraphProps {
  readonly line: MarkedLine
  readonly findings: readonly Finding[]
  readonly current: number | null
}

function Paragraph({ line, findings, current }: ParagraphProps): JSX.Element {
  const { words, language } = useTalk()
  return (
    <div class="line" id={proseId(line.id)} tabIndex={-1}>
      <p lang="zh-CN">
        {line.stretches.map((stretch, at) =>
          stretch.findings.length === 0 ? (
            stretch.text
          ) : (
            <mark
              key={at}
              class={`sev-${findings[stretch.findings[0]!]!.severity}${stretch.findings.includes(current ?? -1) ? ' current' : ''}`}
            >
              {stretch.text}
            </mark>
          ),
        )}
      </p>
      {line.findings.length > 0 && (
        <ul class="beside-text">
          {line.findings.map((number) => {
            const finding = findings[number]!
            return (
              <li key={number} class={`sev-${finding.severity}${number === current ? ' current' : ''}`}>
                <Icon name={severityIcons[finding.severity]} />
                <span>
                  <span class="sr-only">
                    {words.severityHints[finding.severity]}
                    {words.colon}
                  </span>
                  {sentence(finding, language)}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
