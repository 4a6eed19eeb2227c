/** Builds the desk once for each state of its sources, and serves it below /desk/. */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { variables } from '#look'
import { builtFolder, oldestBrowser } from './built.ts'

export interface DeskBundle {
  /** Holds index.html, and below `assets/` files named by the hash of their content. */
  readonly folder: string
}

/** Stands in index.html where each answer puts a number of its own. */
const nonceMark = 'nonce-of-this-answer'

/**
 * The desk built from the sources as they stand, from the cache where it is there. `root` is the repository's folder.
 * Throws what Vite throws where a source does not build.
 */
export async function buildDesk(root: string): Promise<DeskBundle> {
  const folder = await builtFolder({
    root,
    cache: 'gongkai-desk',
    parts: ['desk', 'calendar', 'report', 'words', 'look', 'kit'],
    settings: ['package.json', 'package-lock.json', join('src', 'runtime', 'desk.ts')],
    proof: 'index.html',
    compressed: new Set(['.js', '.css', '.svg']),
    build: (folder) => buildInto(root, folder),
  })
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
      target: oldestBrowser,
      cssTarget: oldestBrowser,
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
