/** Builds the desk once for each state of its sources, and serves it below /desk/. */
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { variables } from '#look'

export interface DeskBundle {
  /** Holds index.html, and below `assets/` files named by the hash of their content. */
  readonly folder: string
}

/** Oldest browser that must run it: what 360 and 奇安信 ship on Windows 7. */
const target = 'chrome86'

/** Parts whose files go into the desk; a change in one of them builds anew. */
const parts = ['desk', 'calendar', 'report', 'words', 'look', 'kit']

/** Stands in index.html where each answer puts a number of its own. */
const nonceMark = 'nonce-of-this-answer'

/**
 * The desk built from the sources as they stand, from the cache where it is there. `root` is the repository's folder.
 * Throws what Vite throws where a source does not build.
 */
export async function buildDesk(root: string): Promise<DeskBundle> {
  const key = await hashOf(root)
  const cache = await writableFolder(join(root, 'node_modules', '.cache', 'gongkai-desk'))
  const folder = join(cache, key)
  if (existsSync(join(folder, 'index.html'))) return { folder }

  // Built beside and moved into place: a second process never meets half a desk.
  const making = join(cache, `${key}.${process.pid}`)
  await buildInto(root, making)
  await Promise.all((await filesOf(making)).filter((file) => compressed.has(extname(file))).map(compress))
  await rename(making, folder).catch(() => rm(making, { recursive: true, force: true }))
  await forgetOthers(cache, key)
  return { folder }
}

/**
 * Serves the built desk: its files below `/desk/assets/`, and index.html for every other path below `/desk`, since the desk finds its own way
 * from the address. Each page carries a nonce, for antd writes its styles into the page.
 */
export async function registerDesk(server: FastifyInstance, { folder }: DeskBundle): Promise<void> {
  const page = await readFile(join(folder, 'index.html'), 'utf8')

  await server.register(async (scope) => {
    const policies = new WeakMap<object, string>()
    // Runs after the hooks of the whole server, so that the desk's pages keep a policy of their own.
    scope.addHook('onSend', async (request, reply) => {
      const policy = policies.get(request)
      if (policy !== undefined) reply.header('content-security-policy', policy)
    })
    await scope.register(fastifyStatic, {
      root: join(folder, 'assets'),
      prefix: '/desk/assets/',
      preCompressed: true,
      immutable: true,
      maxAge: '1y',
      index: false,
      decorateReply: false,
    })
    for (const url of ['/desk', '/desk/*']) {
      scope.get(url, { schema: { hide: true } }, async (request, reply) => {
        const nonce = randomBytes(16).toString('base64')
        policies.set(request, policyWith(nonce))
        return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page.replaceAll(nonceMark, nonce))
      })
    }
  })
}

/** Scripts are files of ours only; styles ours, or marked with the nonce; pictures also as data (the code to scan at enrolment). */
function policyWith(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

async function buildInto(root: string, folder: string): Promise<void> {
  const { build } = await import('vite')
  await build({
    root: join(root, 'src', 'desk'),
    base: '/desk/',
    configFile: false,
    logLevel: 'silent',
    // Also where the process that builds is a test: React's development build is five times as large, and slower.
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    publicDir: false,
    html: { cspNonce: nonceMark },
    plugins: [
      { name: 'tokens', resolveId: (id) => (id === tokens ? `\0${id}` : null), load: (id) => (id === `\0${tokens}` ? variables() : null) },
    ],
    oxc: { jsx: { runtime: 'automatic', importSource: 'react', development: false } },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target,
      cssTarget: target,
      assetsDir: 'assets',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
    },
  })
}

/** What the desk imports to have the visual tokens as CSS variables. */
const tokens = 'virtual:tokens.css'

const compressed = new Set(['.js', '.css', '.svg'])

/** Lays a .gz beside a file, for browsers that take it. */
async function compress(file: string): Promise<void> {
  await pipeline(createReadStream(file), createGzip({ level: 6 }), createWriteStream(`${file}.gz`))
}

/** The hash of everything the desk is made from. */
async function hashOf(root: string): Promise<string> {
  const hash = createHash('sha256')
  const files = (await Promise.all(parts.map((part) => filesOf(join(root, 'src', part)))))
    .flat()
    .filter((file) => !/\.test\.tsx?$/.test(file))
  const settings = ['package.json', 'package-lock.json', join('src', 'runtime', 'desk.ts')].map((file) => join(root, file))
  for (const file of [...files.sort(), ...settings]) {
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
    const other = join(tmpdir(), 'gongkai-desk-cache')
    await mkdir(other, { recursive: true })
    return other
  }
}

/** Desks of older sources go, once a day has passed: another process may still serve them. */
async function forgetOthers(cache: string, key: string): Promise<void> {
  const dayAgo = Date.now() - 86_400_000
  for (const name of await readdir(cache)) {
    const folder = join(cache, name)
    if (name !== key && /^[0-9a-f]{16}(?:\.\d+)?$/.test(name) && (await stat(folder)).mtimeMs < dayAgo)
      await rm(folder, { recursive: true, force: true })
  }
}
