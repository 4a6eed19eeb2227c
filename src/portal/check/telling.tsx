/** What the page says about files on their way: reading, failed, and what else there is to know. */
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Language } from '#report'
import { checkWords, errorWords } from '#words'
import { Icon } from '../icons.tsx'
import { split } from './findings.tsx'
import { Choose } from './intake.tsx'
import type { FileEntry, Notice } from './state.ts'
import { useTalk } from './talk.ts'

interface ReadingNowProps {
  readonly files: readonly FileEntry[]
  /** Nothing is read yet: hold the shape of a report. */
  readonly skeleton: boolean
  readonly onCancel: () => void
}

/** For 300 ms nothing; then which file is read, how many are done, and a way to stop. */
export function ReadingNow({ files, skeleton, onCancel }: ReadingNowProps): JSX.Element | null {
  const { words } = useTalk()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null
  const batch = files.at(-1)!.batch
  const together = files.filter((file) => file.batch === batch)
  const done = together.filter((file) => file.status === 'read' || file.status === 'failed').length
  const now = files.find((file) => file.status === 'reading') ?? files.find((file) => file.status === 'waiting')
  return (
    <section class="reading">
      <p role="status">
        <strong>{words.reading(now?.name ?? '')}</strong>
        {together.length > 1 && <span>{words.readingOf(Math.min(done + 1, together.length), together.length)}</span>}
        <button type="button" class="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </p>
      {together.length > 1 && <progress max={together.length} value={done} aria-label={words.readingOf(done, together.length)} />}
      {skeleton && (
        <div class="skeleton" aria-hidden="true">
          {Array.from({ length: 12 }, (_, row) => (
            <span key={row} />
          ))}
        </div>
      )}
    </section>
  )
}

interface FailuresProps {
  readonly files: readonly FileEntry[]
  readonly onForget: (file: number) => void
  readonly onFiles: (files: readonly File[]) => void
}

/** Files that gave no report: which, why, what to try. The others stay on the page. */
export function Failures({ files, onForget, onFiles }: FailuresProps): JSX.Element {
  const { words, language } = useTalk()
  const failed = files.filter((file) => file.status === 'failed')
  return (
    <div role="alert">
      {failed.map((file) => {
        const [what, remedy] = split(sayFailure(file, language))
        return (
          <section key={file.id} class="failure">
            <h2>
              <Icon name="bad" size={20} />
              {words.failureTitle(file.name)}
            </h2>
            <p>
              {what}
              {words.stop}
            </p>
            {remedy && (
              <p>
                {remedy}
                {words.stop}
              </p>
            )}
            <p class="actions">
              <Choose onFiles={onFiles}>{words.retry}</Choose>
              <button type="button" class="link" onClick={() => onForget(file.id)}>
                {words.dismiss}
              </button>
            </p>
          </section>
        )
      })}
    </div>
  )
}

function sayFailure({ failed }: FileEntry, language: Language): string {
  const words = checkWords[language]
  if (!failed || failed.code === 'crashed') return words.crashed
  if (failed.code === 'unreadable') return words.unreadable
  return errorWords[failed.code][language](failed.values)
}

interface NoticesProps {
  readonly notices: readonly Notice[]
  readonly onDismiss: (notice: number) => void
}

export function Notices({ notices, onDismiss }: NoticesProps): JSX.Element {
  const { words } = useTalk()
  const say = (notice: Notice) => {
    switch (notice.says) {
      case 'other-year':
        return words.notThatYear(notice.wanted, String(notice.got))
      case 'other-body':
        return words.otherBody(notice.one, notice.other)
      case 'cancelled':
        return words.cancelled(notice.name)
    }
  }
  return (
    <div role="status">
      {notices.map((notice, at) => (
        <p key={at} class="notice">
          <Icon name="warn" />
          {say(notice)}
          <button type="button" class="link" onClick={() => onDismiss(at)}>
            {words.dismiss}
          </button>
        </p>
      ))}
    </div>
  )
}
