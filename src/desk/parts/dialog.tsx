/** A question that must be answered before the work goes on. Escape and the cross leave everything as it was; the focus returns. */
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '../language.tsx'
import { Icon } from './icon.tsx'

interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly wide?: boolean
  readonly children: ReactNode
}

/** The platform's own dialog: it holds the focus, and nothing behind it can be reached. antd's writes styles without the page's nonce. */
export function Dialog({ isOpen, ...rest }: DialogProps) {
  return isOpen ? <OpenDialog {...rest} /> : null
}

function OpenDialog({ title, onClose, wide, children }: Omit<DialogProps, 'isOpen'>) {
  const words = useWords()
  const id = useId()
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    const dialog = box.current
    if (dialog && !dialog.open) dialog.showModal()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={box}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" className="icon-button no-print" onClick={onClose}>
          <Icon name="cross" /> <span className="unseen">{words.dialogClose}</span>
        </button>
      </header>
      <div className="dialog-inside">{children}</div>
    </dialog>
  )
}
