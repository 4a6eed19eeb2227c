/** Many files on all cores: worker threads, answers in the order of the files, few of them in flight at a time. */
import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { workerModule } from './built.ts'
import type { Fault, Source } from './files.ts'
import { type Answer, type Job, noAnswer } from './work.ts'

export interface Limits {
  /** Seconds one file may take; null for the usual, which only workers keep. */
  readonly seconds: number | null
}

const usualSeconds = 60
/** A worker costs about 300 ms to start, which is what a hundred ordinary files or 2 MB take to read. */
const fewFiles = 64
const fewBytes = 2 * 1024 * 1024
/** Files sent out ahead of the one whose answer is next, per worker. They bound what is held in memory. */
const ahead = 32
/** Characters of answers that wait for their turn: beyond it no more files are sent out. */
const mostWaiting = 32 * 1024 * 1024
/** Heap of one worker. The largest file that may be read stays well below. */
const workerMegabytes = 1536

/** The answer for each source, in their order, each as soon as those before it are there. */
export async function* answers(sources: readonly Source[], job: Job, limits: Limits): AsyncGenerator<Answer> {
  if (limits.seconds === null && isLittle(sources)) {
    const { work } = await import('./work.ts')
    if (job.verb === 'check' && sources.length > 1) yield* together(sources, job)
    else for (const source of sources) yield await work(source, job)
  } else yield* pooled(sources, job, limits.seconds ?? usualSeconds)
}

/** Checks each report beside the others of the call, so that text that bodies copied from each other is found. */
async function* together(sources: readonly Source[], job: Extract<Job, { verb: 'check' }>): AsyncGenerator<Answer> {
  const { answerTo, reportsIn } = await import('./work.ts')
  const had = []
  for (const source of sources) had.push(await reportsIn(source))
  const others = had.flatMap((one) => (one.ok ? one.reports : []))
  for (const [index, source] of sources.entries()) yield await answerTo(source, had[index]!, { ...job, others })
}

function isLittle(sources: readonly Source[]): boolean {
  if (sources.length > fewFiles) return false
  let bytes = 0
  for (const source of sources) {
    if (source.kind === 'path') bytes += sizeOf(source.path)
    if (source.kind === 'bytes') bytes += source.bytes.length
  }
  return bytes <= fewBytes
}

function sizeOf(path: string | Uint8Array): number {
  try {
    return statSync(typeof path === 'string' ? path : Buffer.from(path)).size
  } catch {
    return 0
  }
}

interface Hand {
  readonly worker: Worker
  /** Which source it is at, or null. */
  at: number | null
  timer: NodeJS.Timeout | undefined
}

async function* pooled(sources: readonly Source[], job: Job, seconds: number): AsyncGenerator<Answer> {
  const module = await workerModule()
  const finished = new Map<number, Answer>()
  const crew = new Set<Hand>()
  const size = Math.min(availableParallelism(), sources.length)
  let sent = 0
  let turn = 0
  let waiting = 0
  let broken: Error | null = null
  let wake = () => {}

  const hire = () => {
    const worker = new Worker(module, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: workerMegabytes },
      // What a worker's libraries might print must not stand among the answers.
      stdout: true,
      stderr: true,
    })
    const hand: Hand = { worker, at: null, timer: undefined }
    let ready = false
    crew.add(hand)
    worker.on('message', (message: 'ready' | Answer) => {
      // An answer may arrive after the run has ended, or the worker was given up: nothing more is to be started for it.
      if (!crew.has(hand)) return
      if (message === 'ready') ready = true
      else finish(hand, message)
      give(hand)
    })
    const lose = (error: Error) => {
      if (!crew.delete(hand)) return
      if (ready) replace(hand, faultOf(error))
      else broken = error
      wake()
    }
    worker.on('error', lose)
    worker.on('exit', (code) => lose(new Error(`exit ${code}`)))
  }

  const give = (hand: Hand) => {
    if (hand.at !== null || sent >= sources.length || sent >= turn + ahead * size || waiting > mostWaiting) return
    hand.at = sent++
    hand.timer = setTimeout(() => {
      crew.delete(hand)
      void hand.worker.terminate()
      replace(hand, { code: 'unreadable', values: { reason: 'time', seconds } })
    }, seconds * 1000)
    hand.worker.postMessage(sources[hand.at])
  }

  const finish = (hand: Hand, answer: Answer) => {
    clearTimeout(hand.timer)
    finished.set(hand.at!, answer)
    waiting += lengthOf(answer)
    hand.at = null
    wake()
  }

  const replace = (hand: Hand, fault: Fault) => {
    if (hand.at !== null) finish(hand, { ...noAnswer, file: sources[hand.at]!.file, faults: [fault] })
    if (sent < sources.length) hire()
  }

  try {
    for (let count = 0; count < size; count++) hire()
    while (turn < sources.length) {
      const answer = finished.get(turn)
      if (answer === undefined) {
        if (broken) throw broken
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        continue
      }
      finished.delete(turn)
      waiting -= lengthOf(answer)
      turn++
      for (const hand of crew) give(hand)
      yield answer
    }
  } finally {
    const hands = [...crew]
    crew.clear()
    for (const { timer } of hands) clearTimeout(timer)
    await Promise.all(hands.map(({ worker }) => worker.terminate()))
  }
}

const lengthOf = (answer: Answer): number => answer.out.reduce((length, line) => length + line.length, 0)

/** Why a worker died: out of memory says that the file is too much. */
function faultOf(error: Error): Fault {
  if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') return { code: 'too-large', values: {} }
  return { code: 'unreadable', values: { reason: 'crash', detail: String(error.message) } }
}
