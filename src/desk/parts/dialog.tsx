import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../language.tsx'

/** A question that must be answered before the work goes on. Escape and the cross leave everything as it was; the focus returns. */
export function Dialog({
  title,
  isOpen,
  onClose,
  wide,
  children,
}: {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly wide?: boolean
  readonly children: ReactNode
}) {
  const words = useWords()
  return (
    <Modal
      title={title}
      open={isOpen}
      onCancel={onClose}
      footer={null}
      width={wide ? 760 : 560}
      destroyOnHidden
      mask={{ closable: false }}
      closable={{ 'aria-label': words.dialogClose }}
    >
      {children}
    </Modal>
  )
}
