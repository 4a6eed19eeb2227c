import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { Icon } from '../icons.tsx'
import { useTalk } from './talk.ts'

export interface IntakeProps {
  readonly onFiles: (files: readonly File[]) => void
  readonly onExample: () => void
}

export const accepted = '.docx,.html,.htm,.txt,.xlsx,.md,.json,text/plain,text/html'

/** Before anything is read: where to drop, a button that chooses files, an example. */
export function Intake({ onFiles, onExample }: IntakeProps): JSX.Element {
  const { words } = useTalk()
  return (
    <section class="intake" aria-labelledby="intake-title">
      <p class="lead">{words.introduction}</p>
      <div class="drop">
        <Icon name="file" size={40} />
        <h2 id="intake-title">{words.dropHere}</h2>
        <p>{words.dropFormats}</p>
        <p class="actions">
          <Choose primary onFiles={onFiles}>
            {words.choose}
          </Choose>
          <button type="button" class="button" onClick={onExample}>
            {words.example}
          </button>
        </p>
      </div>
      <p class="quiet">{words.exampleHint}</p>
      <p class="quiet">{words.secrets}</p>
    </section>
  )
}

export interface ChooseProps {
  readonly primary?: boolean
  readonly icon?: 'plus'
  readonly many?: boolean
  readonly onFiles: (files: readonly File[]) => void
  readonly children: string
}

/** A button that opens the system's file chooser. */
export function Choose({ primary = false, icon, many = true, onFiles, children }: ChooseProps): JSX.Element {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" class={primary ? 'button primary' : 'button'} onClick={() => input.current?.click()}>
        {icon && <Icon name={icon} />}
        {children}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={many}
        accept={accepted}
        aria-label={children}
        onChange={(event) => {
          const { files } = event.currentTarget
          if (files && files.length > 0) onFiles([...files])
          // The same file may be chosen again after it was mended.
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}

/** Whether files are held over the page, and the handlers that take them wherever they are dropped. */
export function useDrop(onFiles: (files: readonly File[]) => void) {
  const [over, setOver] = useState(false)
  const depth = useRef(0)
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  const leave = () => {
    depth.current = 0
    setOver(false)
  }
  return {
    over,
    handlers: {
      onDragEnter: (event: DragEvent) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        depth.current++
        setOver(true)
      },
      onDragOver: (event: DragEvent) => {
        if (hasFiles(event)) event.preventDefault()
      },
      onDragLeave: () => {
        if (--depth.current <= 0) leave()
      },
      onDrop: (event: DragEvent) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        leave()
        const files = [...(event.dataTransfer?.files ?? [])]
        if (files.length > 0) onFiles(files)
      },
    },
  }
}
