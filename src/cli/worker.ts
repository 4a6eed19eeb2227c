/** A worker's side of the pool: one source in, one answer out. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Source } from './files.ts'
import { type Job, work } from './work.ts'

/** Answers the pool until it is ended. */
export function serve(): void {
  const port = parentPort!
  port.on('message', async (source: Source) => port.postMessage(await work(source, workerData as Job)))
  port.postMessage('ready')
}
