/** The one worker that PDFium lives in: jobs one after another, each with a time limit, so that a hostile file cannot stop the server. */
import { Worker } from 'node:worker_threads'
import { Refused } from './model.ts'
import type { JobName, Jobs, Question, Reply } from './worker.ts'

interface Waiting {
  readonly name: JobName
  readonly ask: Jobs[JobName]['ask']
  readonly milliseconds: number
  readonly done: (answer: never) => void
  readonly failed: (error: Error) => void
}

/** Without work for this long the worker is let go: PDFium never gives its memory back. */
const idleMilliseconds = 120_000
/** Loading PDFium, on a busy machine. */
const startMilliseconds = 30_000

const queue: Waiting[] = []
let current: { readonly waiting: Waiting; readonly id: number; readonly timer: NodeJS.Timeout } | null = null
let worker: Worker | null = null
let isFresh = true
let idle: NodeJS.Timeout | undefined
let lastId = 0

/** Asks the worker. Rejects with Refused `too-slow` beyond the time, `damaged` where PDFium itself breaks on the file. */
export function ask<N extends JobName>(name: N, question: Jobs[N]['ask'], milliseconds: number): Promise<Jobs[N]['answer']> {
  return new Promise((done, failed) => {
    queue.push({ name, ask: question, milliseconds, done: done as (answer: never) => void, failed })
    next()
  })
}

function next(): void {
  if (current !== null) return
  const waiting = queue.shift()
  clearTimeout(idle)
  if (!waiting) {
    worker?.unref()
    idle = setTimeout(letGo, idleMilliseconds)
    idle.unref()
    return
  }
  const hand = worker ?? hire()
  hand.ref()
  const id = ++lastId
  const timer = setTimeout(() => breakOff(id, new Refused('too-slow')), waiting.milliseconds + (isFresh ? startMilliseconds : 0))
  current = { waiting, id, timer }
  hand.postMessage({ id, name: waiting.name, ask: waiting.ask } satisfies Question)
}

function hire(): Worker {
  const hired = new Worker(new URL('../../bin/redact-worker.js', import.meta.url), { stdout: false, stderr: false })
  hired.on('message', (reply: Reply) => {
    isFresh = false
    if (current?.id !== reply.id) return
    if ('answer' in reply) settle(reply.id, null, reply.answer)
    else if ('refusal' in reply) settle(reply.id, new Refused(reply.refusal))
    else if ('beyond' in reply) settle(reply.id, new RangeError(reply.beyond))
    else if ('broken' in reply) breakOff(reply.id, new Refused('damaged', { cause: reply.broken }))
    else breakOff(reply.id, new Error(reply.error))
  })
  // PDFium in WebAssembly traps where it runs out of memory or meets a bug: that ends the worker, and the file is at fault.
  hired.on('error', (error) => worker === hired && current && breakOff(current.id, new Refused('damaged', { cause: error })))
  worker = hired
  isFresh = true
  return hired
}

/** After a fault nobody knows what state PDFium is in: the next job gets another worker. */
function breakOff(id: number, error: Error): void {
  letGo()
  settle(id, error)
}

function settle(id: number, error: Error | null, answer?: unknown): void {
  if (current?.id !== id) return
  const { waiting, timer } = current
  clearTimeout(timer)
  current = null
  if (error) waiting.failed(error)
  else waiting.done(answer as never)
  next()
}

function letGo(): void {
  const leaving = worker
  worker = null
  void leaving?.terminate()
}
