/** The deadline lamp: a shape and words for how near the last day is. */
import type { DeskWords } from '#words'
import { useWords } from '../language.tsx'
import { Icon, type IconName } from './icon.tsx'

export type LampState = 'overdue' | 'today' | 'soon' | 'fine' | 'stopped' | 'provisional' | 'none'

const shapes: Readonly<Record<LampState, readonly [icon: IconName, tone: string]>> = {
  overdue: ['bad', 'bad'],
  today: ['bad', 'bad'],
  soon: ['warn', 'warn'],
  fine: ['check', 'ok'],
  stopped: ['pause', 'quiet'],
  provisional: ['doubt', 'info'],
  none: ['clock', 'quiet'],
}

/** In lists: 超 1 日, 今天, 剩 3 日. `daysLeft` counts working days; negative once the last day is past. */
export function lampWords(state: LampState, daysLeft: number | null, words: DeskWords): string {
  const said = words.home.lamp
  switch (state) {
    case 'overdue':
      return said.overdue(daysLeft === null ? 0 : -daysLeft)
    case 'today':
      return said.today
    case 'stopped':
      return said.stopped
    case 'provisional':
      return said.provisional
    case 'none':
      return said.none
    default:
      return said.left(daysLeft ?? 0)
  }
}

export function Lamp({ state, daysLeft, label }: { readonly state: LampState; readonly daysLeft: number | null; readonly label?: string }) {
  const words = useWords()
  const [icon, tone] = shapes[state]
  return (
    <span className={`lamp ${tone}`}>
      <Icon name={icon} /> {label ?? lampWords(state, daysLeft, words)}
    </span>
  )
}
