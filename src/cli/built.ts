/** The worker as plain JavaScript, built once for each state of the sources: a worker that loads TypeScript starts several times slower. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Inside node_modules, so that packages are found from it. */
const cache = `${root}node_modules/.cache/gongkai/`
const parts = ['cli', 'ingest', 'kit', 'look', 'render', 'report', 'words']

/** The module a worker runs: the built one, or the TypeScript one where none can be built or written. */
export async function workerModule(): Promise<URL> {
  const name = `worker-${hashOfSources()}`
  const file = `${cache}${name}/stdin.mjs`
  try {
    if (!existsSync(file)) await buildWorker(name)
    return pathToFileURL(file)
  } catch {
    return new URL('../../bin/worker.js', import.meta.url)
  }
}

async function buildWorker(name: string): Promise<void> {
  const { build } = await import('esbuild')
  // Built beside and moved into place: a second process never meets half of it.
  const making = `${cache}${name}.${process.pid}`
  await build({
    absWorkingDir: root,
    stdin: { contents: "import { serve } from './src/cli/worker.ts'\nawait serve()", resolveDir: root, loader: 'ts' },
    outdir: making,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
  })
  try {
    renameSync(making, `${cache}${name}`)
  } catch {
    // Another process was first.
    rmSync(making, { recursive: true, force: true })
  }
  forgetOthers(name)
}

/** Those of older sources go once a day has passed: another process may still load from them. */
function forgetOthers(name: string): void {
  const dayAgo = Date.now() - 86_400_000
  for (const other of readdirSync(cache)) {
    const isOld = other.startsWith('worker-') && other !== name && statSync(cache + other).mtimeMs < dayAgo
    if (isOld) rmSync(cache + other, { recursive: true, force: true })
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  const sources = parts.flatMap((part) =>
    (readdirSync(`${root}src/${part}`, { recursive: true }) as string[])
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
      .sort()
      .map((file) => `src/${part}/${file}`),
  )
  for (const file of [...sources, 'package.json', 'package-lock.json', 'tsconfig.json']) hash.update(file).update(readFileSync(root + file))
  return hash.digest('hex').slice(0, 16)
}
