/** A worker's side of the pool: one source in, one answer out. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Source } from './files.ts'
import { type Job, loaded, work } from './work.ts'

/** Answers the pool until it is ended. */
export async function serve(): Promise<void> {
  const port = parentPort!
  port.on('message', async (source: Source) => port.postMessage(await work(source, workerData as Job)))
  // The first file's time is not to be spent on loading.
  await loaded[(workerData as Job).verb]()
  port.postMessage('ready')
}
