import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

/** A state in a frame: colour, drawing and word. */
export function Tag({
  tone,
  icon,
  children,
}: {
  readonly tone?: 'ok' | 'warn' | 'bad' | 'info'
  readonly icon: IconName
  readonly children: ReactNode
}) {
  return (
    <span className={tone ? `tag ${tone}` : 'tag'}>
      <Icon name={icon} size={12} /> {children}
    </span>
  )
}
