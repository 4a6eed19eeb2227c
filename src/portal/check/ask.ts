/** Turns a worker's messages into promises. */

interface Numbered {
  readonly id: number
}

type WithoutId<Question> = Question extends unknown ? Omit<Question, 'id'> : never

/** A worker that is started with the first question and can be stopped in the middle of one. */
export interface Asked<Question extends Numbered, Answer extends Numbered> {
  /** Resolves with the last answer; null when `stop` came first. `onPart` hears answers that `isPart` calls unfinished. Rejects where the worker cannot start. */
  ask(question: WithoutId<Question>, onPart?: (answer: Answer) => void): Promise<Answer | null>
  /** Ends what runs; open questions resolve to null, the next question starts afresh. */
  stop(): void
}

export function askWorker<Question extends Numbered, Answer extends Numbered>(
  open: () => Worker,
  isPart: (answer: Answer) => boolean = () => false,
): Asked<Question, Answer> {
  let worker: Worker | null = null
  let last = 0
  const waiting = new Map<
    number,
    { settle: (answer: Answer | null) => void; fail: (error: Error) => void; onPart?: (answer: Answer) => void }
  >()

  const run = () => {
    const started = open()
    started.onmessage = ({ data }: MessageEvent<Answer>) => {
      const open = waiting.get(data.id)
      if (!open) return
      if (isPart(data)) return open.onPart?.(data)
      waiting.delete(data.id)
      open.settle(data)
    }
    started.onerror = (event) => {
      worker = null
      for (const { fail } of waiting.values()) fail(new Error(event.message || 'the worker did not start'))
      waiting.clear()
    }
    return started
  }

  return {
    ask: (question, onPart) =>
      new Promise((settle, fail) => {
        const id = ++last
        waiting.set(id, { settle, fail, ...(onPart ? { onPart } : {}) })
        worker ??= run()
        worker.postMessage({ ...question, id })
      }),
    stop: () => {
      worker?.terminate()
      worker = null
      for (const { settle } of waiting.values()) settle(null)
      waiting.clear()
    },
  }
}
