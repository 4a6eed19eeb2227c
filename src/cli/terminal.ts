/** Standard output and error as the commands use them: never faster than they are read, and quiet once nobody reads. */

/** The process as `main` needs it: its streams and its environment. */
export type Process = Pick<NodeJS.Process, 'stdin' | 'stdout' | 'stderr' | 'env' | 'once' | 'exit'>

export interface Terminal {
  /** Writes to standard output and waits while the reader is behind. False once it has gone, as after `| head`. */
  readonly out: (text: string | Uint8Array) => Promise<boolean>
  readonly err: (text: string) => void
  /** Whether the reader of standard output has gone. */
  readonly closed: () => boolean
  readonly outIsScreen: boolean
  readonly errIsScreen: boolean
  readonly colours: boolean
  /** What stands at the foot of the screen: wiped and drawn again around each line written there, ended on an interrupt. */
  foot: { readonly hide: () => void; readonly show: () => void; readonly end: () => void } | null
}

export function openTerminal({ stdout, stderr, env }: Process): Terminal {
  let gone = false
  // A reader that has what it wants closes the pipe (EPIPE): that is no fault. Nothing can be said when stderr fails.
  stdout.on('error', () => {
    gone = true
  })
  stderr.on('error', () => {})

  const terminal: Terminal = {
    async out(text) {
      if (gone) return false
      const foot = terminal.outIsScreen ? terminal.foot : null
      foot?.hide()
      const ready = stdout.write(text)
      foot?.show()
      if (!ready) await drained(stdout)
      return !gone
    },
    err(text) {
      terminal.foot?.hide()
      stderr.write(text)
      terminal.foot?.show()
    },
    closed: () => gone,
    outIsScreen: stdout.isTTY === true,
    errIsScreen: stderr.isTTY === true,
    // https://no-color.org: set and not empty.
    colours: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
    foot: null,
  }
  return terminal
}

function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      for (const event of ['drain', 'error', 'close']) stream.off(event, done)
      resolve()
    }
    for (const event of ['drain', 'error', 'close']) stream.on(event, done)
  })
}
