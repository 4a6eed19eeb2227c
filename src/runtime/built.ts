/** What is built once for each state of its sources, and kept in a cache named by their hash. */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

/** Oldest browser that must run what is built: what 360 and 奇安信 ship on Windows 7. */
export const oldestBrowser = 'chrome86'

export interface Recipe {
  /** The repository's folder. */
  readonly root: string
  /** Folder of the cache below node_modules/.cache. */
  readonly cache: string
  /** Parts of src/ whose files go in, and further files below `root`; a change in one of them builds anew. */
  readonly parts: readonly string[]
  readonly settings: readonly string[]
  /** The file whose presence says that the folder is whole. */
  readonly proof: string
  /** Endings of files that get a .gz beside them, for browsers that take it. */
  readonly compressed: ReadonlySet<string>
  /** Builds into a folder that is not there yet; `proof` is among what it writes. */
  build(folder: string): Promise<void>
}

/** The folder with what the sources give as they stand, from the cache where it is there. Throws what `build` throws. */
export async function builtFolder(recipe: Recipe): Promise<string> {
  const key = await hashOf(recipe)
  const cache = await writableFolder(recipe)
  const folder = join(cache, key)
  if (existsSync(join(folder, recipe.proof))) return folder

  // Built beside and moved into place: a second process never meets half of it.
  const making = join(cache, `${key}.${process.pid}`)
  await recipe.build(making)
  await Promise.all((await filesOf(making)).filter((file) => recipe.compressed.has(extname(file))).map(compress))
  await rename(making, folder).catch(() => rm(making, { recursive: true, force: true }))
  await forgetOthers(cache, key)
  return folder
}

async function hashOf({ root, parts, settings }: Recipe): Promise<string> {
  const hash = createHash('sha256')
  const files = (await Promise.all(parts.map((part) => filesOf(join(root, 'src', part)))))
    .flat()
    .filter((file) => !/\.test\.tsx?$/.test(file))
  for (const file of [...files.sort(), ...settings.map((name) => join(root, name))]) {
    hash.update(file.slice(root.length))
    hash.update(await readFile(file))
  }
  return hash.digest('hex').slice(0, 16)
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** The cache if it can be written, else a folder below the system's temporary one. */
async function writableFolder({ root, cache }: Recipe): Promise<string> {
  const folder = join(root, 'node_modules', '.cache', cache)
  try {
    await mkdir(folder, { recursive: true })
    return folder
  } catch {
    const other = join(tmpdir(), `${cache}-cache`)
    await mkdir(other, { recursive: true })
    return other
  }
}

async function compress(file: string): Promise<void> {
  await pipeline(createReadStream(file), createGzip({ level: 6 }), createWriteStream(`${file}.gz`))
}

/** What older sources gave goes, once a day has passed: another process may still serve it. What else lies there stays. */
async function forgetOthers(cache: string, key: string): Promise<void> {
  const dayAgo = Date.now() - 86_400_000
  for (const name of await readdir(cache)) {
    const folder = join(cache, name)
    if (name !== key && /^[0-9a-f]{16}(?:\.\d+)?$/.test(name) && (await stat(folder)).mtimeMs < dayAgo)
      await rm(folder, { recursive: true, force: true })
  }
}
