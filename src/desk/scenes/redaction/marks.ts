/** The marks as they are being made: every change is saved a moment later, one save after another, each naming the edition it saw. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { answered, api } from '../../api.ts'
import type { RedactionDetail } from '../../api-types.ts'
import { keyed, type Marked } from './place.ts'

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'failed'

export interface Marks {
  readonly marks: readonly Marked[]
  readonly state: SaveState
  /** Why the last save failed. */
  readonly problem: unknown
  readonly canUndo: boolean
  change(next: (marks: readonly Marked[]) => readonly Marked[]): void
  undo(): void
  /** Saves what is not saved; the edition that then stands. Rejects where it could not be. */
  save(): Promise<number>
}

const pause = 700

export function useMarks(one: RedactionDetail): Marks {
  const client = useQueryClient()
  const [marks, setMarks] = useState<readonly Marked[]>(() => one.marks.map(keyed))
  const [before, setBefore] = useState<readonly (readonly Marked[])[]>([])
  const [state, setState] = useState<SaveState>('saved')
  const [problem, setProblem] = useState<unknown>(null)
  const latest = useRef(marks)
  const edition = useRef(one.edition)
  const isDirty = useRef(false)
  const running = useRef<Promise<number>>(Promise.resolve(one.edition))
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const save = useCallback((): Promise<number> => {
    clearTimeout(timer.current)
    const send = async () => {
      while (isDirty.current) {
        isDirty.current = false
        setState('saving')
        const body = { marks: latest.current.map(({ key: _, ...mark }) => mark), edition: edition.current }
        try {
          const now = await answered(api.PUT('/redactions/{id}', { params: { path: { id: one.id } }, body }))
          edition.current = now.edition
          client.setQueryData(['redactions', one.id], now)
          setProblem(null)
        } catch (failure) {
          isDirty.current = true
          setState('failed')
          setProblem(failure)
          throw failure
        }
      }
      setState('saved')
      return edition.current
    }
    // Whoever asks while a save is under way gets the edition after it, never the one before.
    running.current = running.current.then(send, send)
    return running.current
  }, [client, one.id])

  const take = useCallback(
    (next: readonly Marked[]) => {
      latest.current = next
      setMarks(next)
      isDirty.current = true
      setState('unsaved')
      clearTimeout(timer.current)
      // What fails is told by `state` and `problem`.
      timer.current = setTimeout(() => void save().catch(() => undefined), pause)
    },
    [save],
  )
  const change = useCallback(
    (next: (marks: readonly Marked[]) => readonly Marked[]) => {
      setBefore((all) => [...all.slice(-99), latest.current])
      take(next(latest.current))
    },
    [take],
  )
  const undo = useCallback(() => {
    const back = before.at(-1)
    if (back === undefined) return
    setBefore(before.slice(0, -1))
    take(back)
  }, [before, take])

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (isDirty.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('beforeunload', warn)
      if (isDirty.current) void save().catch(() => undefined)
    }
  }, [save])

  return { marks, state, problem, canUndo: before.length > 0, change, undo, save }
}
