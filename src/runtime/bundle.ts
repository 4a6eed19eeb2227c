/** Builds what the browser loads, once for each state of the sources, and tells the addresses. */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, extname, join } from 'node:path'
import { variables } from '#look'
import { type CheckAssets, type PortalAssets, sources } from '#portal'
import { assetBytes, assets, rareAssets } from '#render'
import { builtFolder, oldestBrowser } from './built.ts'

export interface Bundle extends PortalAssets {
  /** Every file in it is served below `/assets/`. */
  readonly folder: string
}

/**
 * The bundle of the sources as they stand, from the cache where it is there. Files are named by the hash of their content.
 * `root` is the repository's folder. Throws what esbuild throws where a source does not build.
 */
export async function buildBundle(root: string): Promise<Bundle> {
  const folder = await builtFolder({
    root,
    cache: 'gongkai',
    parts: ['kit', 'look', 'words', 'report', 'ingest', 'render', 'portal', 'runtime'],
    settings: ['package.json', 'package-lock.json'],
    proof: listing,
    compressed: new Set(['.js', '.css', '.txt', '.wasm', '.ttf', '.otf']),
    build: (folder) => buildInto(root, folder),
  })
  return { folder, ...(JSON.parse(await readFile(join(folder, listing), 'utf8')) as PortalAssets) }
}

/** Names what was built; written last. */
const listing = 'bundle.json'

async function buildInto(root: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const { portal, ...styles } = await buildStyles(root, folder)
  const check: CheckAssets = {
    ...(await buildModules(root, folder)),
    ...styles,
    example: await put(folder, 'example.txt', await readFile(join(root, sources.example))),
    ...(await putTypesetter(root, folder)),
  }
  await writeFile(join(folder, listing), JSON.stringify({ portal, check } satisfies PortalAssets))
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
    target: oldestBrowser,
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
  const minify = async (css: string) => (await transform(css, { loader: 'css', minify: true, target: oldestBrowser })).code
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
