import { useEffect, useReducer, useRef } from 'preact/hooks'
import { type Asked, askWorker } from './ask.ts'
import type { ReaderAnswer, ReaderQuestion } from './protocol.ts'
import { type Action, docOf, lastYearOf, type Purpose, type State, start, step } from './state.ts'

/** Files being read and what was read, with the verbs of the page. Nothing of a file leaves this device. */
export function useReading(readerUrl: string) {
  const [state, dispatch] = useReducer<State, Action>(step, start)
  const reader = useRef<Asked<ReaderQuestion, ReaderAnswer> | null>(null)
  const ids = useRef({ file: 0, batch: 0 })
  const queue = useRef<{ id: number; file: File }[]>([])
  const busy = useRef(false)

  const asked = () => {
    reader.current ??= askWorker<ReaderQuestion, ReaderAnswer>(() => new Worker(readerUrl, { type: 'module' }))
    return reader.current
  }
  useEffect(() => () => reader.current?.stop(), [])

  const run = async () => {
    if (busy.current) return
    busy.current = true
    for (let next = queue.current.shift(); next; next = queue.current.shift()) {
      const { id, file } = next
      dispatch({ type: 'reading', file: id })
      try {
        const answer = await asked().ask({ ask: 'read', file })
        if (answer?.says === 'read') dispatch({ type: 'read', file: id, took: answer.took, reports: answer.reports })
        else if (answer?.says === 'failed') dispatch({ type: 'failed', file: id, failed: answer.failed })
      } catch (defect) {
        const detail = defect instanceof Error ? defect.message : String(defect)
        dispatch({ type: 'failed', file: id, failed: { code: 'crashed', values: { detail } } })
      }
    }
    busy.current = false
  }

  const put = (files: readonly File[], purpose: Purpose = { for: 'check' }) => {
    const batch = ++ids.current.batch
    const numbered = files.map((file) => ({ id: ++ids.current.file, file }))
    dispatch({ type: 'queued', files: numbered.map(({ id, file }) => ({ id, batch, name: file.name, size: file.size, purpose })) })
    queue.current.push(...numbered)
    void run()
  }

  const cancel = () => {
    queue.current = []
    reader.current?.stop()
    const open = state.files.filter((file) => file.status === 'waiting' || file.status === 'reading')
    dispatch({ type: 'cancelled', files: open.map((file) => file.id) })
  }

  // The rules between years run when both reports are there.
  const shown = docOf(state, state.selected)
  const before = shown && lastYearOf(state, shown)
  const pair = shown && before ? `${shown.id}|${before.id}` : null
  useEffect(() => {
    if (!pair || !shown || !before || state.compared[pair]) return
    asked()
      .ask({ ask: 'compare', report: shown.report, lastYear: before.report })
      .then((answer) => answer?.says === 'compared' && dispatch({ type: 'compared', pair, findings: answer.findings }))
      .catch(() => dispatch({ type: 'compared', pair, findings: shown.findings }))
  }, [pair])

  return { state, dispatch, put, cancel, shown, before }
}
