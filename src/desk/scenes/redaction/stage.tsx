/**
 * One page with its marks. By mouse: drag to mark, click a word, drag a mark or its corner. By keyboard: Enter adds one; each mark is a button that arrows move,
 * Shift and arrows size, Delete removes and Enter leaves for its row in the list. Whoever hears the page has the list beside, which says the same.
 */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import type { GroundNamed, WordOnPage } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { between, type Marked, nudged, onPage, type Place } from './place.ts'

interface StageProps {
  readonly page: number
  /** Address of its picture. */
  readonly picture: string
  readonly ratio: number
  /** Width as a part of the room there is. */
  readonly zoom: number
  readonly words: readonly WordOnPage[]
  /** With their numbers in the list. */
  readonly marks: readonly { readonly mark: Marked; readonly number: number }[]
  readonly grounds: readonly GroundNamed[]
  readonly selected: string | null
  readonly mayMake: boolean
  /** Marks shown black and stamped, as they will be. */
  readonly asGiven: boolean
  /** A finger draws instead of scrolling. */
  readonly fingerDraws: boolean
  select(key: string | null): void
  add(place: Place): void
  addInMiddle(): void
  replace(mark: Marked): void
  remove(key: string): void
  toRow(key: string): void
}

interface Drag {
  readonly kind: 'draw' | 'move' | 'size'
  readonly from: { readonly x: number; readonly y: number }
  readonly mark: Marked | null
}

/** A part that scrolls has to be reached by keyboard. */
const reachable = { tabIndex: 0 } as const

/** Less than this is a click: parts of the page. */
const clickUpTo = 0.006

export function Stage(props: StageProps) {
  const { page, picture, ratio, zoom, marks, mayMake, asGiven, fingerDraws, selected } = props
  const said = useWords().redaction
  const paper = useRef<HTMLDivElement>(null)
  const [drag, setDrag] = useState<Drag | null>(null)
  const [at, setAt] = useState<{ x: number; y: number } | null>(null)

  const pointOf = (event: PointerEvent) => {
    const { left, top, width, height } = paper.current!.getBoundingClientRect()
    return { x: (event.clientX - left) / width, y: (event.clientY - top) / height }
  }
  const begin = (kind: Drag['kind'], mark: Marked | null) => (event: PointerEvent) => {
    if (!mayMake || event.button !== 0 || (event.pointerType === 'touch' && kind === 'draw' && !fingerDraws)) return
    event.stopPropagation()
    if (mark === null) event.preventDefault()
    paper.current!.setPointerCapture(event.pointerId)
    const from = pointOf(event)
    setDrag({ kind, from, mark })
    setAt(from)
    props.select(mark?.key ?? null)
  }
  const end = (event: PointerEvent) => {
    if (drag === null) return
    setDrag(null)
    setAt(null)
    const to = pointOf(event)
    const isClick = Math.abs(to.x - drag.from.x) < clickUpTo && Math.abs(to.y - drag.from.y) < clickUpTo
    if (drag.mark) {
      if (!isClick) props.replace(moved(drag, to))
    } else if (!isClick) props.add(onPage(between(drag.from, to)))
    else {
      const word = props.words.find((one) => to.x >= one.x && to.x <= one.x + one.width && to.y >= one.y && to.y <= one.y + one.height)
      if (word) props.add({ x: word.x, y: word.y, width: word.width, height: word.height })
    }
  }
  const keys = (mark: Marked) => (event: KeyboardEvent) => {
    if (!mayMake) return
    const next = nudged(mark, event.key, event.shiftKey)
    if (next) props.replace(next)
    else if (event.key === 'Delete' || event.key === 'Backspace') props.remove(mark.key)
    else if (event.key === 'Enter') props.toRow(mark.key)
    else return
    event.preventDefault()
  }

  const drawn = drag && at && !drag.mark ? between(drag.from, at) : null
  return (
    <div
      className="redact-stage"
      role="application"
      aria-label={said.stage(page + 1)}
      {...reachable}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || event.key !== 'Enter' || !mayMake) return
        event.preventDefault()
        props.addInMiddle()
      }}
    >
      <div
        ref={paper}
        className={mayMake ? 'redact-paper makes' : 'redact-paper'}
        data-finger={fingerDraws || undefined}
        style={{ width: `${zoom}%`, aspectRatio: String(ratio) }}
        onPointerDown={begin('draw', null)}
        onPointerMove={(event) => drag && setAt(pointOf(event))}
        onPointerUp={end}
        onPointerCancel={() => setDrag(null)}
      >
        <img src={picture} alt={said.imageOf(page + 1)} draggable={false} />
        {mayMake &&
          props.words.map((word) => <span key={`${word.x} ${word.y}`} className="redact-word" style={styleOf(word)} aria-hidden="true" />)}
        {marks.map(({ mark, number }) => {
          const shown = drag?.mark?.key === mark.key && at ? moved(drag, at) : mark
          const ground = props.grounds.find(({ id }) => id === mark.ground)
          return (
            <button
              key={mark.key}
              id={`mark-${mark.key}`}
              type="button"
              className={`redact-mark${asGiven ? ' given' : ''}${selected === mark.key ? ' selected' : ''}`}
              style={styleOf(shown)}
              aria-label={said.markName(number, ground?.name ?? '', '')}
              aria-pressed={selected === mark.key}
              onFocus={() => props.select(mark.key)}
              onPointerDown={begin('move', mark)}
              onKeyDown={keys(mark)}
            >
              <span className="redact-label" aria-hidden="true">
                {asGiven ? ground?.stamp : number}
              </span>
              {mayMake && <span className="redact-corner" aria-hidden="true" onPointerDown={begin('size', mark)} />}
            </button>
          )
        })}
        {drawn && <span className="redact-mark drawing" style={styleOf(drawn)} aria-hidden="true" />}
      </div>
    </div>
  )
}

function moved({ kind, from, mark }: Drag, to: { x: number; y: number }): Marked {
  const [x, y] = [to.x - from.x, to.y - from.y]
  return onPage(
    kind === 'size' ? { ...mark!, width: mark!.width + x, height: mark!.height + y } : { ...mark!, x: mark!.x + x, y: mark!.y + y },
  )
}

const percent = (part: number) => `${part * 100}%`
const styleOf = ({ x, y, width, height }: Place) => ({ left: percent(x), top: percent(y), width: percent(width), height: percent(height) })
