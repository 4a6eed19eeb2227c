import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import { assets, fontFiles } from './assets.ts'
import { assertFontsEmbedded, candidates, charactersBeyond, type TypesetFiles, type Typesetter, type TypesetterOptions } from './face.ts'
import { everydayCharacters, glyphsOf } from './font.ts'

const open = new Map<string, Typesetter>()

/** There is no such folder: a source reaches the files it is given, and none of the machine's. */
const workspace = '/gongkai-papers'

/** The warm typesetter for a folder of the operator's fonts; made on the first call. */
export async function openTypesetter({ fontsFolder }: TypesetterOptions): Promise<Typesetter> {
  const known = open.get(fontsFolder ?? '')
  if (known) return known
  const made = make(fontsFolder)
  open.set(fontsFolder ?? '', made)
  return made
}

function make(fontsFolder: string | undefined): Typesetter {
  const { resolve } = createRequire(import.meta.url)
  const folders = fontFiles.map((name) => dirname(resolve(assets[name])))
  const compiler = NodeCompiler.create({
    workspace,
    fontArgs: [{ fontPaths: fontsFolder === undefined ? folders : [fontsFolder, ...folders] }],
  })
  let whole: ReadonlyMap<number, number> | null = null
  return {
    families: familiesOf(compiler),
    cover: async (words) => {
      const rare = charactersBeyond(words, everyday)
      // What the operator's own fonts hold beyond ours is not known.
      if (rare.length === 0 || fontsFolder !== undefined) return []
      whole ??= glyphsOf(readFileSync(resolve(assets['fonts/NotoSerifSC-Regular.ttf'])))
      return charactersBeyond(rare.join(''), whole)
    },
    compile: (source, files) => compile(compiler, source, files),
  }
}

const everyday = everydayCharacters()

function compile(compiler: NodeCompiler, source: string, files: TypesetFiles = new Map()): Uint8Array {
  for (const [name, bytes] of files)
    compiler.mapShadow(join(workspace, name), Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  try {
    return set(compiler, source)
  } finally {
    if (files.size > 0) compiler.resetShadow()
    // Without this the compiler keeps what it learned of every document it has ever set.
    compiler.evictCache(files.size > 0 ? 0 : 10)
  }
}

function set(compiler: NodeCompiler, source: string): Uint8Array {
  const result = compiler.compile({ mainFileContent: source })
  if (!result.result) throw new Error(`typst: ${messages(compiler, result.takeDiagnostics()).join('; ')}`)
  const pdf = compiler.pdf(result.result, { pdfTags: true })
  assertFontsEmbedded(pdf)
  return new Uint8Array(pdf.buffer, pdf.byteOffset, pdf.byteLength)
}

/** Asks Typst itself which families it has: it warns of each that it does not know. */
function familiesOf(compiler: NodeCompiler): ReadonlySet<string> {
  const wanted = [...new Set(Object.values(candidates).flat())]
  const result = compiler.compile({ mainFileContent: `#set text(font: (${wanted.map((name) => `"${name}"`).join(', ')}))\n字` })
  const unknown = messages(compiler, result.takeWarnings()).join('\n')
  return new Set(wanted.filter((name) => !unknown.includes(`unknown font family: ${name.toLowerCase()}`)))
}

function messages(compiler: NodeCompiler, error: NodeError | null): string[] {
  if (!error) return []
  return compiler.fetchDiagnostics(error).map((diagnostic: { message: string }) => diagnostic.message)
}
