/** A bar at the foot of the screen while many files are done; nothing at all where nobody would see it. */
import { createRequire } from 'node:module'
import type { SingleBar } from 'cli-progress'
import type { Terminal } from './terminal.ts'

export interface Progress {
  readonly step: () => void
  readonly stop: () => void
}

/** Fewer are done before a bar could be read. */
const manyFiles = 24

export function openProgress(terminal: Terminal, files: number): Progress {
  if (!terminal.errIsScreen || files < manyFiles) return { step() {}, stop() {} }
  // Loaded only here: most calls have no bar.
  const { SingleBar: Bar } = createRequire(import.meta.url)('cli-progress') as typeof import('cli-progress')
  const bar: SingleBar = new Bar({
    format: '{bar} {value}/{total}  {eta_formatted}',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    // SIGINT is `main`'s.
    gracefulExit: false,
    etaBuffer: 200,
  })
  bar.start(files, 0)
  let done = 0
  const stop = () => {
    terminal.foot = null
    bar.stop()
  }
  terminal.foot = { hide: () => process.stderr.write('\r\u001b[2K'), show: () => bar.render(), end: stop }
  return { step: () => bar.update(++done), stop }
}
