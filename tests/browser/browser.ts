/** A browser for the tests: the host's Chromium where there is one, else the one npm brings, with fonts that npm brings too. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const require = createRequire(import.meta.url)

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts a headless browser that can draw Chinese. The caller closes it. */
export async function openBrowser(): Promise<Browser> {
  const environment = { LC_ALL: 'C.UTF-8', ...definedOnly(process.env), FONTCONFIG_FILE: fontConfiguration() }
  const host = hostBrowser()
  if (host) return chromium.launch({ executablePath: host, args: flags, env: environment })

  // The package inflates the system libraries Chromium needs only where it believes to be on Lambda; a bare machine lacks them just as much.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'
  const { default: packed } = await import('@sparticuz/chromium')
  packed.setGraphicsMode = false
  const executablePath = await packed.executablePath()
  const libraries = [join(tmpdir(), 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter)
  return chromium.launch({
    executablePath,
    args: [...flags, '--headless=shell', '--no-zygote', '--font-render-hinting=none'],
    env: { ...environment, LD_LIBRARY_PATH: libraries },
  })
}

function hostBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])
    for (const folder of folders) if (folder && existsSync(join(folder, name))) return join(folder, name)
  return undefined
}

/** A fontconfig file that knows the Noto fonts in node_modules, so that Chinese is drawn on a machine without any font. */
function fontConfiguration(): string {
  const folder = join(tmpdir(), 'gongkai-fonts')
  mkdirSync(folder, { recursive: true })
  const fonts = ['noto-sans-sc', 'noto-serif-sc'].map((name) => dirname(require.resolve(`@expo-google-fonts/${name}/package.json`)))
  const folders = fonts.flatMap((font) => ['400Regular', '600SemiBold'].map((weight) => join(font, weight)))
  const file = join(folder, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders.map((path) => `<dir>${path}</dir>`).join('')}<cachedir>${folder}</cachedir></fontconfig>`,
  )
  return file
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
