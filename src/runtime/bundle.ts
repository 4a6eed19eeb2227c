/** Builds what the browser loads, once for each state of the sources, and tells the addresses. */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { variables } from '#look'
import { type CheckAssets, type PortalAssets, sources } from '#portal'
import { assetBytes, assets, rareAssets } from '#render'

export interface Bundle extends PortalAssets {
  /** Every file in it is served below `/assets/`. */
  readonly folder: string
}

/** Oldest browser that must run the page: what 360 and 奇安信 ship on Windows 7. */
const target = 'chrome86'

/** Parts whose files go into the browser; a change in one of them builds anew. */
const parts = ['kit', 'look', 'words', 'report', 'ingest', 'render', 'portal', 'runtime']

/**
 * The bundle of the sources as they stand, from the cache where it is there. Files are named by the hash of their content.
 * `root` is the repository's folder. Throws what esbuild throws where a source does not build.
 */
export async function buildBundle(root: string): Promise<Bundle> {
  const key = await hashOf(root)
  const cache = await writableFolder(join(root, 'node_modules', '.cache', 'gongkai'))
  const folder = join(cache, key)
  const listing = join(folder, 'bundle.json')
  if (existsSync(listing)) return { folder, ...(JSON.parse(await readFile(listing, 'utf8')) as PortalAssets) }

  // Built beside and moved into place: a second process never meets half a bundle.
  const making = join(cache, `${key}.${process.pid}`)
  await mkdir(making, { recursive: true })
  const { portal, ...styles } = await buildStyles(root, making)
  const check: CheckAssets = {
    ...(await buildModules(root, making)),
    ...styles,
    example: await put(making, 'example.txt', await readFile(join(root, sources.example))),
    ...(await putTypesetter(root, making)),
  }
  await Promise.all((await filesOf(making)).filter((file) => compressed.has(extname(file))).map(compress))
  await writeFile(join(making, 'bundle.json'), JSON.stringify({ portal, check } satisfies PortalAssets))
  await rename(making, folder).catch(() => rm(making, { recursive: true, force: true }))
  await forgetOthers(cache, key)
  return { folder, portal, check }
}

async function buildModules(root: string, folder: string): Promise<Pick<CheckAssets, 'island' | 'reader' | 'writer'>> {
  const { build } = await import('esbuild')
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { ...sources.modules },
    outdir: folder,
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target,
    conditions: ['browser'],
    platform: 'browser',
    minify: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    metafile: true,
    logLevel: 'silent',
  })
  const addressOf = (source: string) => {
    const built = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === source)
    return `/assets/${basename(built![0])}`
  }
  const { check, reader, writer } = sources.modules
  return { island: addressOf(check), reader: addressOf(reader), writer: addressOf(writer) }
}

async function buildStyles(
  root: string,
  folder: string,
): Promise<Pick<CheckAssets, 'style' | 'noScriptStyle'> & Pick<PortalAssets, 'portal'>> {
  const { transform } = await import('esbuild')
  const minify = async (css: string) => (await transform(css, { loader: 'css', minify: true, target })).code
  const sheet = async (files: readonly string[]) =>
    minify([variables(), ...(await Promise.all(files.map((file) => readFile(join(root, file), 'utf8'))))].join('\n'))
  return {
    portal: { style: await put(folder, 'portal.css', await sheet(sources.styles.portal)) },
    style: await put(folder, 'check.css', await sheet(sources.styles.check)),
    noScriptStyle: await put(folder, 'no-script.css', await minify(await readFile(join(root, sources.noScriptStyle), 'utf8'))),
  }
}

/** The typesetter and its fonts keep their names, for the writer asks for them by name; their folder carries the hash of them all. */
async function putTypesetter(root: string, folder: string): Promise<Pick<CheckAssets, 'assets' | 'typesetterBytes'>> {
  const { resolve } = createRequire(join(root, 'package.json'))
  const making = join(folder, 'typesetter')
  const hash = createHash('sha256')
  let typesetterBytes = 0
  for (const [name, packaged] of Object.entries({ ...assets, ...rareAssets })) {
    const bytes = assetBytes(name, await readFile(resolve(packaged)))
    hash.update(name).update(bytes)
    if (name in assets) typesetterBytes += bytes.length
    await mkdir(dirname(join(making, name)), { recursive: true })
    await writeFile(join(making, name), bytes)
  }
  const named = `typesetter-${hash.digest('hex').slice(0, 10)}`
  await rename(making, join(folder, named))
  return { assets: `/assets/${named}/`, typesetterBytes }
}

/** Writes a file named by its content's hash; its address. */
async function put(folder: string, name: string, content: string | Uint8Array): Promise<string> {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10)
  const extension = extname(name)
  const named = `${basename(name, extension)}-${hash}${extension}`
  await writeFile(join(folder, named), content)
  return `/assets/${named}`
}

const compressed = new Set(['.js', '.css', '.txt', '.wasm', '.ttf', '.otf'])

/** Lays a .gz beside a file, for browsers that take it. */
async function compress(file: string): Promise<void> {
  await pipeline(createReadStream(file), createGzip({ level: 6 }), createWriteStream(`${file}.gz`))
}

/** The hash of everything a bundle is made from. */
async function hashOf(root: string): Promise<string> {
  const hash = createHash('sha256')
  const files = (await Promise.all(parts.map((part) => filesOf(join(root, 'src', part)))))
    .flat()
    .filter((file) => !/\.test\.tsx?$/.test(file))
  for (const file of [...files.sort(), join(root, 'package.json'), join(root, 'package-lock.json')]) {
    hash.update(file.slice(root.length))
    hash.update(await readFile(file))
  }
  return hash.digest('hex').slice(0, 16)
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** The folder if it can be written, else one below the system's temporary folder. */
async function writableFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true })
    return folder
  } catch {
    const other = join(tmpdir(), 'gongkai-cache')
    await mkdir(other, { recursive: true })
    return other
  }
}

/** Bundles of older sources go, once a day has passed: another process may still serve them. What else lies there stays. */
async function forgetOthers(cache: string, key: string): Promise<void> {
  const dayAgo = Date.now() - 86_400_000
  for (const name of await readdir(cache)) {
    const folder = join(cache, name)
    if (name !== key && /^[0-9a-f]{16}(?:\.\d+)?$/.test(name) && (await stat(folder)).mtimeMs < dayAgo)
      await rm(folder, { recursive: true, force: true })
  }
}
