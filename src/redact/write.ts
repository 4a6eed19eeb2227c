/**
 * Writes a PDF of pictures and nothing else: for each page its dots, the stamps, and what can be read as text nobody sees. Our own, because what
 * must be proved is that nothing else is in the file: a typesetter adds metadata, structure and fonts of its own, and has no text without ink.
 * The same pages give the same bytes.
 */
import { deflateSync } from 'node:zlib'
import type { Box, PageSize } from './model.ts'
import type { Picture } from './picture.ts'
import type { Stamp } from './stamp.ts'

export interface Letter {
  readonly text: string
  /** In points of the page as shown, from its top left corner. */
  readonly box: Box
}

export interface PageToWrite {
  readonly size: PageSize
  readonly picture: Picture
  readonly stamps: readonly { readonly stamp: Stamp; readonly at: Box }[]
  /** Lines of letters in reading order. */
  readonly lines: readonly (readonly Letter[])[]
}

export const producer = 'Gongkai'

export function writePdf(pages: readonly PageToWrite[]): Uint8Array {
  const objects: (Buffer | null)[] = []
  const reserve = () => objects.push(null)
  const put = (body: string, at = reserve()) => {
    objects[at - 1] = Buffer.from(body, 'latin1')
    return at
  }
  const putStream = (dictionary: string, data: Uint8Array) => {
    const head = Buffer.from(`<< ${dictionary} /Length ${data.length} >>\nstream\n`, 'latin1')
    objects.push(Buffer.concat([head, data, Buffer.from('\nendstream', 'latin1')]))
    return objects.length
  }
  const putDeflated = (text: string) => putStream('/Filter /FlateDecode', deflateSync(Buffer.from(text, 'latin1'), { level: 9 }))

  const [catalog, tree] = [reserve(), reserve()]
  const cases = new TypeCase()
  const masks = new Map<Stamp, number>()
  const maskOf = (stamp: Stamp) => {
    const known = masks.get(stamp)
    if (known !== undefined) return known
    const dictionary = `/Type /XObject /Subtype /Image /ImageMask true /Width ${stamp.width} /Height ${stamp.height} /BitsPerComponent 1`
    const made = putStream(`${dictionary} /Filter /FlateDecode`, deflateSync(stamp.bits, { level: 9 }))
    masks.set(stamp, made)
    return made
  }
  const drafts = pages.map((page) => {
    const { width, height, bitsPerComponent, colourSpace, data } = page.picture
    const columns = colourSpace === '/DeviceGray' ? `/Columns ${width} /BitsPerComponent ${bitsPerComponent}` : `/Columns ${width}`
    const picture = putStream(
      `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace ${colourSpace} /BitsPerComponent ${bitsPerComponent} ` +
        `/Filter /FlateDecode /DecodeParms << /Predictor 12 /Colors 1 ${columns} >>`,
      data,
    )
    const used = [...new Set(page.stamps.map(({ stamp }) => stamp))]
    const stampNames = used.map((stamp, index) => `/S${index} ${maskOf(stamp)} 0 R`)
    const contents = putDeflated(contentsOf(page, used, cases))
    return { page, picture, stampNames, contents }
  })
  const fonts = cases.fonts().map((font) => put(fontBody(font, put, putDeflated)))
  const fontNames = fonts.map((font, index) => `/F${index} ${font} 0 R`).join(' ')
  const kids = drafts.map(({ page: { size }, picture, stampNames, contents }) =>
    put(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 ${number(size.width)} ${number(size.height)}] /Contents ${contents} 0 R ` +
        `/Resources << /XObject << /P ${picture} 0 R ${stampNames.join(' ')} >>${fontNames === '' ? '' : ` /Font << ${fontNames} >>`} >> >>`,
    ),
  )
  put(`<< /Type /Catalog /Pages ${tree} 0 R /Lang (zh-CN) >>`, catalog)
  put(`<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`, tree)
  const info = put(`<< /Producer (${producer}) >>`)
  return assemble(objects as Buffer[], `<< /Size ${objects.length + 1} /Root ${catalog} 0 R /Info ${info} 0 R >>`)
}

function contentsOf({ size, stamps, lines }: PageToWrite, used: readonly Stamp[], cases: TypeCase): string {
  const image = (name: string, { x, y, width, height }: Box) =>
    `q ${number(width)} 0 0 ${number(height)} ${number(x)} ${number(size.height - y - height)} cm /${name} Do Q\n`
  return [
    image('P', { x: 0, y: 0, ...size }),
    '1 g\n',
    ...stamps.map(({ stamp, at }) => image(`S${used.indexOf(stamp)}`, at)),
    ...lines.map((line) => textOf(line, size, cases)),
  ].join('')
}

/** A letter without ink takes 1.06 of its size: 0.16 below the base line, 0.9 above. */
const [below, above] = [0.16, 0.9] as const

function textOf(line: readonly Letter[], size: PageSize, cases: TypeCase): string {
  const first = line[0]!
  const em = first.box.height / (below + above)
  let [at, font, pending] = [first.box.x, -1, '']
  const parts: string[] = []
  const end = () => {
    if (pending !== '') parts.push(`[${pending}] TJ`)
    pending = ''
  }
  for (const { text, box } of line) {
    const sort = cases.sortOf(text, box.width / em)
    if (sort.font !== font) {
      end()
      font = sort.font
      parts.push(`/F${font} ${number(em)} Tf`)
    }
    const shift = ((at - box.x) / em) * 1000
    pending += `${number(shift)}<${sort.code.toString(16).padStart(2, '0')}>`
    at = box.x + (sort.width / 1000) * em
  }
  end()
  const base = size.height - (first.box.y + first.box.height) + below * em
  return `BT 3 Tr 1 0 0 1 ${number(first.box.x)} ${number(base)} Tm ${parts.join(' ')} ET\n`
}

interface Sort {
  readonly font: number
  readonly code: number
  readonly text: string
  /** In thousandths of the size, in steps of 50 so that there are few. */
  readonly width: number
}

/** Every letter of every width that was used has a code in one of the fonts, 255 to a font. */
class TypeCase {
  readonly #sorts = new Map<string, Sort>()

  sortOf(text: string, width: number): Sort {
    const step = Math.max(50, Math.floor(width * 20) * 50)
    const key = `${step} ${text}`
    const known = this.#sorts.get(key)
    if (known) return known
    const made = { font: Math.floor(this.#sorts.size / 255), code: (this.#sorts.size % 255) + 1, text, width: step }
    this.#sorts.set(key, made)
    return made
  }

  fonts(): Sort[][] {
    const fonts: Sort[][] = []
    for (const sort of this.#sorts.values()) {
      fonts[sort.font] ??= []
      fonts[sort.font]!.push(sort)
    }
    return fonts
  }
}

/** A font of empty glyphs that know what they stand for (Type 3, with ToUnicode). */
function fontBody(sorts: readonly Sort[], put: (body: string) => number, putDeflated: (text: string) => number): string {
  const widths = [...new Set(sorts.map(({ width }) => width))]
  const glyphs = widths.map((width) => `/g${width} ${putDeflated(`${width} 0 0 ${-below * 1000} ${width} ${above * 1000} d1`)} 0 R`)
  const mapping = sorts.map(({ code, text }) => `<${hex(code)}> <${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`)
  const blocks = chunks(mapping, 100).map((block) => `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  const toUnicode = putDeflated(
    `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n` +
      `1 begincodespacerange <00> <ff> endcodespacerange\n${blocks.join('\n')}\nendcmap end end`,
  )
  const encoding = put(`<< /Type /Encoding /Differences [1 ${sorts.map(({ width }) => `/g${width}`).join(' ')}] >>`)
  return (
    `<< /Type /Font /Subtype /Type3 /FontBBox [0 ${-below * 1000} 1000 ${above * 1000}] /FontMatrix [0.001 0 0 0.001 0 0] ` +
    `/CharProcs << ${glyphs.join(' ')} >> /Encoding ${encoding} 0 R /FirstChar 1 /LastChar ${sorts.length} ` +
    `/Widths [${sorts.map(({ width }) => width).join(' ')}] /ToUnicode ${toUnicode} 0 R /Resources << >> >>`
  )
}

const hex = (code: number): string => code.toString(16).padStart(2, '0')
const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size))
const number = (value: number): string => String(Math.round(value * 1000) / 1000)

function assemble(objects: readonly Buffer[], trailer: string): Uint8Array {
  const parts = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const offsets: number[] = []
  let at = parts[0]!.length
  for (const [index, body] of objects.entries()) {
    offsets.push(at)
    const object = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`, 'latin1'), body, Buffer.from('\nendobj\n', 'latin1')])
    parts.push(object)
    at += object.length
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`, 'latin1'),
  )
  return Buffer.concat(parts)
}
