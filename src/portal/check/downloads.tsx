import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Format, Notice } from '#render'
import type { Finding } from '#report'
import type { CheckWords } from '#words'
import { Icon } from '../icons.tsx'
import type { Addresses } from './app.tsx'
import { askWorker } from './ask.ts'
import { findingsCsv } from './csv.ts'
import type { WriterAnswer, WriterQuestion } from './protocol.ts'
import type { Doc } from './state.ts'
import { useTalk } from './talk.ts'

export interface DownloadsProps {
  readonly doc: Doc
  readonly findings: readonly Finding[]
  readonly addresses: Addresses
}

type Choice = Format | 'csv'
const choices: readonly Choice[] = ['docx', 'pdf', 'xlsx', 'html', 'fragment', 'json', 'md', 'csv']
const extensions: Readonly<Record<Choice, string>> = {
  docx: 'docx',
  pdf: 'pdf',
  xlsx: 'xlsx',
  html: 'html',
  fragment: 'html',
  json: 'json',
  md: 'md',
  csv: 'csv',
}
const types: Readonly<Record<Choice, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html',
  fragment: 'text/html',
  json: 'application/json',
  md: 'text/markdown',
  csv: 'text/csv',
}

type Doing =
  | { readonly says: 'nothing' }
  | { readonly says: 'writing'; readonly choice: Choice; readonly loaded: number; readonly total: number }
  | { readonly says: 'saved'; readonly name: string; readonly notices: readonly Notice[] }
  | { readonly says: 'copied' }
  | { readonly says: 'copy-failed' }
  | { readonly says: 'failed'; readonly choice: Choice }

/**
 * The report in every format, made here in the browser. A disclosure: the button opens a list of buttons; Esc closes it.
 * What is written, how far it is and what went wrong is said in the live line below the list.
 */
export function Downloads({ doc, findings, addresses }: DownloadsProps): JSX.Element {
  const { words, language } = useTalk()
  const [open, setOpen] = useState(false)
  const [doing, setDoing] = useState<Doing>({ says: 'nothing' })
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const writer = useRef(
    askWorker<WriterQuestion, WriterAnswer>(
      () => new Worker(addresses.writer, { type: 'module' }),
      (answer) => answer.says === 'progress',
    ),
  )
  useEffect(() => () => writer.current.stop(), [])
  useEffect(() => {
    if (!open) return
    const away = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false)
    }
    const shut = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', away)
    document.addEventListener('keydown', shut, true)
    return () => {
      document.removeEventListener('pointerdown', away)
      document.removeEventListener('keydown', shut, true)
    }
  }, [open])

  const busy = doing.says === 'writing'
  const write = async (choice: Choice): Promise<{ blob: Blob; notices: readonly Notice[] } | null> => {
    if (choice === 'csv') return { blob: new Blob([findingsCsv(doc, findings, language)], { type: types.csv }), notices: [] }
    const loads = new Map<string, number>()
    setDoing({ says: 'writing', choice, loaded: 0, total: 0 })
    try {
      const answer = await writer.current.ask(
        { report: doc.report, findings, format: choice, language, assetsUrl: addresses.assets },
        (part) => {
          if (part.says !== 'progress') return
          loads.set(part.file, part.loaded)
          const loaded = [...loads.values()].reduce((sum, bytes) => sum + bytes, 0)
          setDoing({ says: 'writing', choice, loaded, total: Math.max(loaded, addresses.typesetterBytes) })
        },
      )
      if (answer?.says === 'written')
        return { blob: new Blob([answer.bytes as Uint8Array<ArrayBuffer>], { type: types[choice] }), notices: answer.notices }
    } catch {
      // The worker did not start: said below like any other failure.
    }
    setDoing({ says: 'failed', choice })
    return null
  }
  const download = async (choice: Choice) => {
    if (busy) return
    const written = await write(choice)
    if (!written) return
    const name = fileName(doc, choice)
    save(written.blob, name)
    setDoing({ says: 'saved', name, notices: written.notices })
  }
  const copy = async () => {
    if (busy) return
    const written = await write('fragment')
    if (!written) return
    try {
      const html = await written.blob.text()
      await navigator.clipboard.write([
        new ClipboardItem({ 'text/html': new Blob([html], { type: 'text/html' }), 'text/plain': new Blob([html], { type: 'text/plain' }) }),
      ])
      setDoing({ says: 'copied' })
    } catch {
      setDoing({ says: 'copy-failed' })
    }
  }

  return (
    <div class="downloads" ref={box}>
      <button
        type="button"
        ref={button}
        class="button primary"
        aria-expanded={open}
        aria-controls="download-list"
        onClick={() => setOpen(!open)}
      >
        <Icon name="down" />
        {words.download}
      </button>
      <div id="download-list" class="float" hidden={!open}>
        <h3>{words.downloadTitle}</h3>
        <ul>
          {choices.map((choice) => (
            <li key={choice}>
              <button type="button" aria-disabled={busy} onClick={() => download(choice)}>
                <strong>{words.formats[choice]}</strong>
                <span>{words.formatHints[choice]}</span>
              </button>
              {choice === 'fragment' && (
                <button type="button" class="link" aria-disabled={busy} onClick={copy}>
                  <Icon name="copy" />
                  {words.copy}
                </button>
              )}
            </li>
          ))}
        </ul>
        <p class="quiet">{words.downloadHint}</p>
        <div class="doing" role="status">
          <Status doing={doing} />
        </div>
      </div>
    </div>
  )
}

function Status({ doing }: { readonly doing: Doing }): JSX.Element | null {
  const { words } = useTalk()
  const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1)
  switch (doing.says) {
    case 'nothing':
      return null
    case 'saved':
      return (
        <>
          <p>{words.saved(doing.name)}</p>
          {sayNotices(doing.notices, words).map((text) => (
            <p key={text} class="quiet">
              {text}
            </p>
          ))}
        </>
      )
    case 'copied':
      return <p>{words.copied}</p>
    case 'copy-failed':
      return <p class="sev-error">{words.copyFailed}</p>
    case 'failed':
      return <p class="sev-error">{words.writeFailed(words.formats[doing.choice])}</p>
    case 'writing': {
      const { loaded, total, choice } = doing
      if (total === 0) return <p>{words.writing(words.formats[choice])}</p>
      const whole = loaded >= total
      const text = whole ? words.typesetting : words.fetching(megabytes(loaded), megabytes(total))
      return (
        <>
          <p>{text}</p>
          {!whole && <progress max={total} value={loaded} aria-label={text} />}
        </>
      )
    }
  }
}

/** What the PDF does not have as the standard asks: fonts that others stand in for, characters that no font has. */
function sayNotices(notices: readonly Notice[], words: CheckWords): readonly string[] {
  const fonts = notices.flatMap((notice) => (notice.code === 'font-substituted' ? [notice.wanted] : []))
  const used = notices.flatMap((notice) => (notice.code === 'font-substituted' ? [notice.used] : []))
  const characters = notices.flatMap((notice) => (notice.code === 'character-missing' ? [notice.character] : []))
  const list = (names: readonly string[]) => [...new Set(names)].join(words.listComma)
  return [
    ...(fonts.length > 0 ? [words.fontsSubstituted(list(fonts), list(used))] : []),
    ...(characters.length > 0 ? [words.charactersMissing(list(characters))] : []),
  ]
}

/** The report's title, safe as a file name; a fragment says so. */
export function fileName(doc: Doc, choice: Choice): string {
  const title = (doc.report.title ?? 'report').replace(/[\\/:*?"<>|\s]+/g, '').slice(0, 80) || 'report'
  const suffix = choice === 'fragment' ? '.fragment' : choice === 'csv' ? '.findings' : ''
  return `${title}${suffix}.${extensions[choice]}`
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
