/** The real command in a child process, for the tests. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const bin = fileURLToPath(new URL('../../bin/gongkai.js', import.meta.url))

export interface Outcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  /** Standard output, one JSON object a line. */
  readonly objects: () => Record<string, unknown>[]
}

/** A folder of its own for a test file's inputs, with ways to fill it and to run the command in it. */
export function workshop() {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-cli-'))
  return {
    folder,
    file(name: string, content: string | Uint8Array): string {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), content)
      return name
    },
    /** Runs `gongkai` in the folder to its end. The language of the machine must not matter, so it is set to another. */
    gongkai: (args: readonly string[], input: string | Uint8Array = ''): Promise<Outcome> =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [bin, ...args], {
          cwd: folder,
          env: { ...process.env, LANG: 'fr_FR.UTF-8', LC_ALL: 'fr_FR.UTF-8' },
        })
        const out: Buffer[] = []
        const err: Buffer[] = []
        child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
        child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
        child.on('error', reject)
        child.on('close', (status) => {
          const stdout = Buffer.concat(out).toString()
          resolve({
            status,
            stdout,
            stderr: Buffer.concat(err).toString(),
            objects: () =>
              stdout
                .trimEnd()
                .split('\n')
                .map((line) => JSON.parse(line)),
          })
        })
        // The command may refuse standard input before it is all written.
        child.stdin.on('error', () => {})
        child.stdin.end(input)
      }),
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
