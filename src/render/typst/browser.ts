import init, { type TypstCompiler, TypstCompilerBuilder, TypstFontResolverBuilder } from '@myriaddreamin/typst-ts-web-compiler'
import { fontFiles, rareAssets } from './assets.ts'
import { assertFontsEmbedded, charactersBeyond, type Progress, type Typesetter, type TypesetterOptions } from './face.ts'
import { glyphsOf } from './font.ts'

let opening: Promise<Typesetter> | null = null

/** Who hears of progress: the latest caller, for a later call may be the one that needs another font. */
let listener: (progress: Progress) => void = () => {}

/**
 * The warm typesetter of this page: the first call loads Typst and its fonts from below `assetsUrl`, with progress; a call
 * that failed may be made again. Throws an `Error` that names the address that could not be loaded.
 */
export function openTypesetter({ assetsUrl = '/assets/', onProgress = () => {} }: TypesetterOptions): Promise<Typesetter> {
  listener = onProgress
  opening ??= load(assetsUrl.endsWith('/') ? assetsUrl : `${assetsUrl}/`).catch((error) => {
    opening = null
    throw error
  })
  return opening
}

async function load(base: string): Promise<Typesetter> {
  const [wasm, ...fonts] = await Promise.all(['typst.wasm', ...fontFiles].map((file) => download(base + file, file)))
  const [rare] = Object.keys(rareAssets)
  return assemble(wasm!, fonts, () => download(base + rare, rare!))
}

/** A typesetter of its parts: Typst as WebAssembly, its fonts, and where to get the font that has every character. */
export async function assemble(wasm: Uint8Array, fonts: readonly Uint8Array[], loadWhole: () => Promise<Uint8Array>): Promise<Typesetter> {
  await init({ module_or_path: wasm as Uint8Array<ArrayBuffer> })
  const builder = new TypstCompilerBuilder()
  builder.set_dummy_access_model()
  const compiler = await builder.build()
  const setFonts = async (all: readonly Uint8Array[]) => {
    const resolver = new TypstFontResolverBuilder()
    for (const font of all) resolver.add_raw_font(font)
    compiler.set_fonts(await resolver.build())
  }
  await setFonts(fonts)
  let known: ReadonlyMap<number, number> = glyphsOf(fonts[0]!)
  let whole = false
  return {
    families,
    cover: async (words) => {
      if (!whole && charactersBeyond(words, known).length > 0) {
        const font = await loadWhole()
        await setFonts([...fonts, font])
        known = glyphsOf(font)
        whole = true
      }
      return charactersBeyond(words, known)
    },
    compile: (source) => compile(compiler, source),
  }
}

/** What `fontFiles` hold. */
const families: ReadonlySet<string> = new Set(['Noto Serif SC', 'Noto Sans SC'])

/** Diagnostics with their messages, as `compile` numbers the ways to give them. */
const withMessages = 3

function compile(compiler: TypstCompiler, source: string): Uint8Array {
  compiler.add_source('/main.typ', source)
  const { result, diagnostics } = compiler.compile('/main.typ', undefined, 'pdf', withMessages)
  if (!result) throw new Error(`typst: ${(diagnostics as { message: string }[]).map(({ message }) => message).join('; ')}`)
  assertFontsEmbedded(result)
  return result
}

async function download(url: string, file: string): Promise<Uint8Array> {
  const response = await fetch(url)
  if (!response.ok || !response.body) throw new Error(`${url}: ${response.status} ${response.statusText}`.trim())
  const length = Number(response.headers.get('content-length'))
  // A compressed answer's length is not that of what arrives here.
  const total = length > 0 && !response.headers.get('content-encoding') ? length : null
  const chunks: Uint8Array[] = []
  let loaded = 0
  const reader = response.body.getReader()
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    chunks.push(step.value)
    loaded += step.value.length
    listener({ file, loaded, total })
  }
  const bytes = new Uint8Array(loaded)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
