/** Made-up papers as PDF, for tests of what reads and blacks them out: set by Typst, or written object by object where Typst would never write such a thing. */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { deflateSync } from 'node:zlib'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

let compiler: NodeCompiler | null = null

/** A paper set by Typst; files it names as `/name` are given beside it. */
export function typeset(source: string, files: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: fontFolders() }], workspace: '/' })
  for (const [name, bytes] of Object.entries(files)) compiler.mapShadow(`/${name}`, Buffer.from(bytes))
  const result = compiler.compile({ mainFileContent: `#set text(font: "Noto Serif SC", lang: "zh")\n${source}` })
  if (!result.result) throw new Error(JSON.stringify(compiler.fetchDiagnostics(result.takeDiagnostics()!)))
  return new Uint8Array(compiler.pdf(result.result))
}

function fontFolders(): string[] {
  const { resolve } = createRequire(import.meta.url)
  return ['400Regular', '700Bold'].map((weight) => dirname(resolve(`@expo-google-fonts/noto-serif-sc/${weight}/NotoSerifSC_${weight}.ttf`)))
}

export interface RawPage {
  /** Operators of its content; fonts F1 (Helvetica, standard), F2 (宋体, not embedded), properties L1 (a layer that is off). */
  readonly content: string
  readonly rotate?: 0 | 90 | 180 | 270
  readonly mediaBox?: readonly [number, number, number, number]
  readonly cropBox?: readonly [number, number, number, number]
  /** Annotations, each a dictionary without its brackets. */
  readonly annotations?: readonly string[]
  /** Images by name: grey dots, one byte each. */
  readonly images?: Readonly<Record<string, { readonly width: number; readonly height: number; readonly grey: Uint8Array }>>
}

export interface RawOptions {
  /** Of the document: title and author of Info, an XMP packet, an attachment, a script, a layer. */
  readonly title?: string
  readonly xmp?: string
  readonly attachment?: { readonly name: string; readonly text: string }
  readonly script?: string
  readonly hasLayer?: boolean
}

/** A PDF written object by object. */
export function rawPdf(pages: readonly RawPage[], options: RawOptions = {}): Uint8Array {
  const objects: Buffer[] = []
  const put = (body: string | Buffer) => objects.push(Buffer.isBuffer(body) ? body : Buffer.from(body, 'latin1'))
  const stream = (dictionary: string, data: Buffer) =>
    put(Buffer.concat([Buffer.from(`<< ${dictionary} /Length ${data.length} >>\nstream\n`), data, Buffer.from('\nendstream')]))
  put('')
  put('')
  const helvetica = put('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  const descendant = put(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 ' +
      '/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >> >>',
  )
  const song = put(`<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [${descendant} 0 R] >>`)
  const layer = put('<< /Type /OCG /Name (Layer) >>')
  const kids = pages.map((page) => {
    const images = Object.entries(page.images ?? {}).map(([name, { width, height, grey }]) => {
      const dictionary = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`
      return `/${name} ${stream(dictionary, deflateSync(grey))} 0 R`
    })
    const content = stream('/Filter /FlateDecode', deflateSync(Buffer.from(page.content, 'latin1')))
    const annotations = (page.annotations ?? []).map((one) => `${put(`<< /Type /Annot ${one} >>`)} 0 R`)
    const [box, crop] = [page.mediaBox ?? [0, 0, 420, 300], page.cropBox]
    return put(
      `<< /Type /Page /Parent 2 0 R /MediaBox [${box.join(' ')}] ${crop ? `/CropBox [${crop.join(' ')}]` : ''} /Rotate ${page.rotate ?? 0} ` +
        `/Contents ${content} 0 R /Annots [${annotations.join(' ')}] /Resources << /Font << /F1 ${helvetica} 0 R /F2 ${song} 0 R >> ` +
        `/Properties << /L1 ${layer} 0 R >> /XObject << ${images.join(' ')} >> >> >>`,
    )
  })
  const catalog: string[] = []
  const { title, xmp, attachment, script, hasLayer } = options
  if (hasLayer) catalog.push(`/OCProperties << /OCGs [${layer} 0 R] /D << /OFF [${layer} 0 R] /Order [${layer} 0 R] >> >>`)
  if (xmp) catalog.push(`/Metadata ${stream('/Type /Metadata /Subtype /XML', Buffer.from(xmp, 'utf8'))} 0 R`)
  if (script) catalog.push(`/OpenAction << /S /JavaScript /JS (${script}) >>`)
  if (attachment) {
    const file = stream('/Type /EmbeddedFile', Buffer.from(attachment.text, 'utf8'))
    const specification = put(`<< /Type /Filespec /F (${attachment.name}) /UF (${attachment.name}) /EF << /F ${file} 0 R >> >>`)
    catalog.push(`/Names << /EmbeddedFiles << /Names [(${attachment.name}) ${specification} 0 R] >> >>`)
  }
  objects[0] = Buffer.from(`<< /Type /Catalog /Pages 2 0 R ${catalog.join(' ')} >>`, 'latin1')
  objects[1] = Buffer.from(`<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`)
  const info = title === undefined ? '' : ` /Info ${put(`<< /Title <${utf16(title)}> /Author <${utf16(title)}> >>`)} 0 R`
  return assemble(objects, info)
}

/** A text as a PDF's hexadecimal string: with its mark for Info, without for text in F2. */
const utf16 = (text: string): string => `feff${ucs2(text)}`
export const ucs2 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')

/** Chinese text at a place, in F2, in one string or letter by letter. */
export const song = (text: string, x: number, y: number, { size = 14, more = '', single = false } = {}): string =>
  single
    ? [...text].map((one, index) => `q BT ${more} /F2 ${size} Tf 1 0 0 1 ${x + index * size} ${y} Tm <${ucs2(one)}> Tj ET Q`).join('\n')
    : `q BT ${more} /F2 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${ucs2(text)}> Tj ET Q`

/** Plain text in Helvetica. */
export const plain = (text: string, x: number, y: number, { size = 12, more = '' } = {}): string =>
  `q BT ${more} /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET Q`

function assemble(objects: readonly Buffer[], info: string): Uint8Array {
  const parts = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets: number[] = []
  let at = parts[0]!.length
  for (const [index, body] of objects.entries()) {
    offsets.push(at)
    const object = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    parts.push(object)
    at += object.length
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R${info} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

/** The file with another revision behind it, in which object `number` reads otherwise: what programs do that save quickly. */
export function revised(file: Uint8Array, number: number, body: string): Uint8Array {
  const before = Buffer.from(file)
  const text = before.toString('latin1')
  const previous = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)![1])
  const size = Number(/\/Size (\d+)/.exec(text)![1])
  const object = Buffer.from(`${number} 0 obj\n${body}\nendobj\n`, 'latin1')
  const table = before.length + object.length
  const tail = `xref\n${number} 1\n${String(before.length).padStart(10, '0')} 00000 n \ntrailer\n<< /Size ${size} /Root 1 0 R /Prev ${previous} >>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.concat([before, object, Buffer.from(tail)])
}
