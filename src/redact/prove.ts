/**
 * Proves a redaction from the files alone: it knows the source, the marks and the result, and nothing of how the result was made. It opens both
 * anew, and takes the result apart byte by byte besides, for a reader overlooks what a PDF may hide.
 */
import { createHash } from 'node:crypto'
import { type Anatomy, anatomyOf, contentOf, imageFault, isImage, plainNames, stringsIn } from './anatomy.ts'
import { coveredFrom } from './burn.ts'
import { type Character, charactersOf, charactersOn, linesOf, type Placed, shareWithin, wordsIn } from './characters.ts'
import { encodingsOf } from './encodings.ts'
import type { Box, Check, CheckId, Mark, Proof } from './model.ts'
import { type PageImage, pageImages } from './page-images.ts'
import { findIn } from './patterns.ts'
import { type Document, draw, type Pdfium, withMemory, withPage } from './pdfium.ts'
import { type Stamp, stampOf, variantsOf } from './stamp.ts'
import { producer } from './write.ts'

/** Every check, in the order of `checkIds`. `result` is null where it could not be opened. */
export function proofOf(pdfium: Pdfium, source: Document, result: Document | null, files: Files, marks: readonly Mark[]): Proof {
  const read = readSource(source, marks)
  const checks = result === null ? [fails('opens', 'PDFium does not open the result')] : allChecks(pdfium, source, result, files, read)
  return {
    passed: checks.every(({ passed }) => passed),
    checks,
    source: sha256(files.source),
    result: sha256(files.result),
    pages: source.pages.length,
    marks: marks.length,
    leftovers: leftoversOf(read),
  }
}

export interface Files {
  readonly source: Uint8Array
  readonly result: Uint8Array
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const passes = (id: CheckId, what: string): Check => ({ id, passed: true, what })
const fails = (id: CheckId, what: string): Check => ({ id, passed: false, what })
/** Passed where there is no fault; the first few faults where there are. */
const verdict = (id: CheckId, faults: readonly string[], what: string): Check =>
  faults.length === 0
    ? passes(id, what)
    : fails(id, `${faults.slice(0, 3).join('; ')}${faults.length > 3 ? `; and ${faults.length - 3} more` : ''}`)

/** The source as the proof sees it. */
interface Source {
  readonly marks: readonly Mark[]
  readonly pages: readonly (readonly Character[])[]
  /** By page: the characters of which enough lies under a mark. */
  readonly under: readonly ReadonlySet<Character>[]
}

function readSource(source: Document, marks: readonly Mark[]): Source {
  const pages = source.pages.map((_, index) => charactersOf(source, index))
  const under = pages.map((characters, page) => {
    const areas = marks.filter(({ area }) => area.page === page).map(({ area }) => area)
    return new Set(characters.filter(({ box }) => box !== null && areas.some((area) => shareWithin(box, area) >= coveredFrom)))
  })
  return { marks, pages, under }
}

function allChecks(pdfium: Pdfium, source: Document, result: Document, files: Files, read: Source): Check[] {
  const anatomy = anatomyOf(files.result)
  const stamps = new Set(read.marks.flatMap(({ ground }) => variantsOf(ground)))
  const looked = result.pages.map((_, index) =>
    withPage(pdfium, result.handle, index, (page) =>
      lookAt(
        pdfium,
        page,
        [...stamps].map((text) => stampOf(pdfium, text)),
      ),
    ),
  )
  const names = namesIn(anatomy)
  return [
    opens(source, result),
    oneRevision(pdfium, result, anatomy),
    accounted(anatomy, looked),
    pixelsBlack(looked, read),
    grounded(looked, read),
    noTextUnderMarks(looked, read),
    noWordsLeft(anatomy, read),
    textAsSeen(result, looked, read),
    noMetadata(pdfium, result, names),
    counted('no-attachments', pdfium.call.FPDFDoc_GetAttachmentCount(result.handle), names, [
      'EmbeddedFile',
      'EmbeddedFiles',
      'Filespec',
      'AF',
      'EF',
    ]),
    counted('no-annotations', sum(looked.map(({ annotations }) => annotations)), names, ['Annots', 'Annot', 'AcroForm', 'XFA']),
    counted('no-scripts', pdfium.call.FPDFDoc_GetJavaScriptActionCount(result.handle), names, [
      'JavaScript',
      'JS',
      'AA',
      'OpenAction',
      'Launch',
      'URI',
    ]),
    counted('no-layers', 0, names, ['OCProperties', 'OCG', 'OCMD', 'OC']),
    counted('no-thumbnails', 0, names, ['Thumb', 'Alternates', 'Outlines']),
  ]
}

/** A page of the result, its stamps told apart: a picture that is dot for dot one of them, and the letters on it that say the same. */
interface Looked {
  readonly pictures: readonly PageImage[]
  readonly stamps: readonly { readonly text: string; readonly box: Box }[]
  readonly characters: readonly Placed[]
  readonly others: number
  readonly annotations: number
}

function lookAt(pdfium: Pdfium, page: number, stamps: readonly Stamp[]): Looked {
  const { images, others } = pageImages(pdfium, page)
  const isStamp = new Map(images.map((image) => [image, stamps.find((stamp) => isSame(stamp, image))]))
  const letters = charactersOn(pdfium, page).filter((one): one is Placed => one.box !== null && one.text.trim() !== '')
  const stamped = new Set<Placed>()
  for (const [image, stamp] of isStamp) {
    const on = stamp ? letters.filter(({ box }) => shareWithin(box, image.box) > 0.5) : []
    if (stamp && on.map(({ text }) => text).join('') === plainOf(stamp.text)) for (const letter of on) stamped.add(letter)
  }
  return {
    stamps: images.flatMap((image) => {
      const stamp = isStamp.get(image)
      return stamp ? [{ text: stamp.text, box: image.box }] : []
    }),
    pictures: images.filter((image) => isStamp.get(image) === undefined),
    characters: letters.filter((letter) => !stamped.has(letter)),
    others,
    annotations: pdfium.call.FPDFPage_GetAnnotCount(page),
  }
}

const isSame = (stamp: Stamp, image: PageImage): boolean =>
  stamp.width === image.width && stamp.height === image.height && Buffer.compare(stamp.bits, image.data) === 0

function opens(source: Document, result: Document): Check {
  const faults = source.pages.flatMap((size, index) => {
    const made = result.pages[index]
    const isSame = made && Math.abs(made.width - size.width) < 0.5 && Math.abs(made.height - size.height) < 0.5
    return isSame ? [] : [`page ${index + 1} is missing or of another size`]
  })
  if (result.pages.length > source.pages.length) faults.push('the result has more pages than the source')
  return verdict('opens', faults, `${result.pages.length} pages of the same sizes`)
}

function oneRevision(pdfium: Pdfium, result: Document, { revisions, structure }: Anatomy): Check {
  const ends = pdfium.call.FPDF_GetTrailerEnds(result.handle, 0, 0)
  const faults: string[] = []
  if (ends !== 1 || revisions !== 1) faults.push(`the file ends ${Math.max(ends, revisions)} times: earlier revisions are in it`)
  if (/\/Prev\b/.test(structure)) faults.push('a trailer points to an earlier revision')
  return verdict('one-revision', faults, 'one table of objects, one trailer, one end')
}

/** Kinds of object a file of ours has; whatever else is in one was put there by somebody else. */
const ours =
  /^<< (?:\/Type \/(?:Catalog|Pages|Page|XObject \/Subtype \/Image|Font \/Subtype \/Type3|Encoding)\b|\/Producer \(|\/Filter \/FlateDecode \/Length )/

/** Every name such a file uses, and every text that stands in it as text. */
const ourNames = new Set(
  (
    'Type Catalog Pages Page Lang Count Kids Parent MediaBox Contents Resources XObject Font Subtype Image ImageMask Width Height BitsPerComponent ' +
    'ColorSpace DeviceGray DeviceRGB Indexed Filter FlateDecode DecodeParms Predictor Colors Columns Length Type3 FontBBox FontMatrix CharProcs ' +
    'Encoding Differences FirstChar LastChar Widths ToUnicode Producer Size Root Info'
  ).split(' '),
)
const isOurName = (name: string): boolean => ourNames.has(name) || /^(?:P|[FS]\d+|g\d+)$/.test(name)
const ourStrings = ['zh-CN', producer]

function accounted({ parts, faults, structure }: Anatomy, looked: readonly Looked[]): Check {
  const kinds = parts
    .filter(({ body }) => !ours.test(body))
    .map(({ body }) => `an object that is none of ours: ${body.slice(0, 40).replaceAll(/[^\x20-\x7e]/g, '?')}`)
  const names = [...new Set(namesOf(structure))].filter((name) => !isOurName(name)).map((name) => `/${name} is none of our names`)
  const strings = [...structure.matchAll(/\(([^()]*)\)/g)]
    .filter(([, text]) => !ourStrings.includes(text!))
    .map(() => 'a text that is none of ours')
  const images = parts.filter(isImage).flatMap((part) => imageFault(part) ?? [])
  const others = looked.flatMap((page, index) =>
    page.others > 0 ? [`page ${index + 1} has ${page.others} objects that are neither picture nor text`] : [],
  )
  return verdict(
    'accounted',
    [...faults, ...kinds, ...names, ...strings, ...images, ...others],
    `every byte belongs to one of ${parts.length} objects of known kinds`,
  )
}

/** Every dot of every picture under a mark is black; so is every character that a mark cuts. */
function pixelsBlack(looked: readonly Looked[], { marks, pages, under }: Source): Check {
  const faults = looked.flatMap(({ pictures }, page) => {
    const regions: Box[] = [
      ...marks.filter(({ area }) => area.page === page).map(({ area }) => area),
      ...(pages[page] ?? []).filter((one): one is Placed => under[page]!.has(one)).map(({ box }) => box),
    ]
    if (regions.length === 0) return []
    const wrong = regions.filter((region) => pictures.some((image) => !image.isBlackWithin(region)))
    // A mark that no picture lies under would show the white of the paper: it was never drawn.
    const bare = regions.filter((region) => !pictures.some((image) => image.covers(region)))
    return [
      ...(wrong.length > 0 ? [`page ${page + 1}: dots under ${wrong.length} marks or cut characters are not black`] : []),
      ...(bare.length > 0 ? [`page ${page + 1}: ${bare.length} marks are not in a picture`] : []),
    ]
  })
  return verdict('pixels-black', faults, `${marks.length} marks, every dot under them black`)
}

/** Every mark bears its ground; of marks that lie on each other one has to. */
function grounded(looked: readonly Looked[], { marks }: Source): Check {
  const bears = marks.map(({ area, ground }) =>
    (looked[area.page]?.stamps ?? []).some(({ text, box }) => variantsOf(ground).includes(text) && shareWithin(box, area) > 0),
  )
  const bare = marks.flatMap(({ area }, index) => {
    const isTold =
      bears[index] || marks.some((other, at) => bears[at] && other.area.page === area.page && shareWithin(area, other.area) > 0)
    return isTold ? [] : [`mark ${index + 1} on page ${area.page + 1} does not bear its ground`]
  })
  return verdict('stamped', bare, 'every mark bears its ground')
}

/** A character of the result this much inside a mark is under it; less is rounding. */
const insideFrom = 0.05

function noTextUnderMarks(looked: readonly Looked[], { marks }: Source): Check {
  const faults = marks.flatMap(({ area }, index) => {
    const inside = looked[area.page]?.characters.filter(({ box }) => shareWithin(box, area) > insideFrom) ?? []
    return inside.length === 0 ? [] : [`mark ${index + 1} on page ${area.page + 1} has ${inside.length} characters of text under it`]
  })
  return verdict('no-text-under-marks', faults, 'no text but the stamped grounds')
}

/** Each run of characters under marks, and the words in it; without those that stand outside a mark as well, where they may be read. */
function wordsUnder({ pages, under }: Source): string[] {
  const words = new Set<string>()
  for (const [page, characters] of pages.entries()) {
    const covered = characters.filter((one) => one.box === null || under[page]!.has(one))
    for (const line of linesOf(covered.filter(({ box }) => box !== null)))
      words.add(
        line
          .map(({ text }) => text)
          .join('')
          .trim(),
      )
    for (const { text } of wordsIn(covered)) words.add(text.trim())
  }
  const open = pages.map((characters, page) => characters.filter((one) => !under[page]!.has(one)))
  const openText = open.map((characters) => characters.map(({ text }) => (text.trim() === '' ? '' : text)).join('')).join('\n')
  // A full-width number may be written plainly, and a number parted by spaces without them; each form is weighed for itself.
  const forms = [...words].flatMap((word) => [word, plainOf(word), word.normalize('NFKC'), plainOf(word).normalize('NFKC')])
  return [...new Set(forms)].filter((form) => isTelling(form) && !openText.includes(plainOf(form)))
}

const plainOf = (word: string): string => word.replaceAll(/\s/g, '')

/** Two Chinese characters, six letters, eight digits: less is found by chance in any file, whose tables and places are figures themselves. */
const isTelling = (word: string): boolean => {
  const plain = plainOf(word)
  const wide = [...plain.matchAll(/[^\x20-\x7e]/g)].length
  return /[\p{L}\p{N}]/u.test(plain) && (wide >= 2 || plain.length >= (/\p{L}/u.test(plain) ? 6 : 8))
}

/** So short an encoding may stand in the dots of a picture by chance; there every byte is accounted for besides. */
const chanceBelow = 7

function noWordsLeft(anatomy: Anatomy, read: Source): Check {
  const hidden = wordsUnder(read)
  const texts = anatomy.parts.filter((part) => !isImage(part)).map(contentOf)
  const readable = Buffer.concat([
    Buffer.from(anatomy.structure, 'latin1'),
    stringsIn(anatomy.structure),
    ...texts.flatMap((content) => [content, stringsIn(content.toString('latin1'))]),
  ])
  const images = Buffer.concat(anatomy.parts.filter(isImage).flatMap((part) => [part.stream!, contentOf(part)]))
  const left = hidden.filter((word) =>
    encodingsOf(word).some((bytes) => readable.includes(bytes) || (bytes.length >= chanceBelow && images.includes(bytes))),
  )
  return verdict(
    'no-words-left',
    left.length === 0 ? [] : [`${left.length} of the words under marks stand in the file`],
    `${hidden.length} words looked for, in UTF-8, UTF-16 and GBK`,
  )
}

/** Whatever text the result has can be seen in its picture, and stands in the source at the same place outside every mark. */
function textAsSeen(result: Document, looked: readonly Looked[], { pages, under }: Source): Check {
  let total = 0
  const faults = looked.flatMap(({ characters: mine }, page) => {
    if (mine.length === 0) return []
    total += mine.length
    const source = new Map<string, Placed[]>()
    for (const one of pages[page] ?? []) {
      if (one.box === null || under[page]!.has(one)) continue
      const same = source.get(one.text)
      if (same) same.push(one as Placed)
      else source.set(one.text, [one as Placed])
    }
    const size = result.pages[page]!
    const picture = withPage(result.pdfium, result.handle, page, (handle) =>
      draw(result, handle, Math.ceil(size.width * 2), Math.ceil(size.height * 2)),
    )
    const strange = mine.filter(
      ({ text, box }) => !source.get(text)?.some((one) => shareWithin(box, one.box) > 0.5) || isBlank(picture, box),
    )
    return strange.length === 0 ? [] : [`page ${page + 1}: ${strange.length} characters of text are not those that are seen there`]
  })
  return verdict('text-as-seen', faults, total === 0 ? 'no text' : `${total} characters of text, each seen in the picture`)
}

function isBlank({ width, height, pixels }: ReturnType<typeof draw>, box: Box): boolean {
  let [least, most] = [255, 0]
  for (let y = Math.max(0, Math.floor(box.y * height)); y < Math.min(height, Math.ceil((box.y + box.height) * height)); y++)
    for (let x = Math.max(0, Math.floor(box.x * width)); x < Math.min(width, Math.ceil((box.x + box.width) * width)); x++) {
      const at = (y * width + x) * 3
      least = Math.min(least, pixels[at]!, pixels[at + 1]!, pixels[at + 2]!)
      most = Math.max(most, pixels[at]!, pixels[at + 1]!, pixels[at + 2]!)
    }
  return most - least < 10
}

const metadataKeys = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer', 'CreationDate', 'ModDate']

function noMetadata(pdfium: Pdfium, result: Document, names: ReadonlySet<string>): Check {
  const { call } = pdfium
  const entry = (key: string) =>
    withMemory(pdfium, 512, (at) => (call.FPDF_GetMetaText(result.handle, key, at, 512) > 2 ? call.pdfium.UTF16ToString(at) : ''))
  const foreign = metadataKeys.filter((key) => entry(key) !== (key === 'Producer' ? producer : ''))
  const own = call.EPDF_GetMetaKeyCount(result.handle, true)
  const faults = [
    ...foreign.map((key) => `/${key} is not ours`),
    ...(own > 0 ? [`${own} keys of somebody's own`] : []),
    ...['Metadata', 'PieceInfo', 'StructTreeRoot', 'ActualText', 'Alt']
      .filter((name) => names.has(name))
      .map((name) => `/${name} is in the file`),
  ]
  return verdict('no-metadata', faults, `nothing but /Producer (${producer})`)
}

function counted(id: CheckId, count: number, names: ReadonlySet<string>, forbidden: readonly string[]): Check {
  const there = forbidden.filter((name) => names.has(name)).map((name) => `/${name} is in the file`)
  return verdict(
    id,
    [...(count > 0 ? [`PDFium finds ${count}`] : []), ...there],
    `none; no ${forbidden.map((name) => `/${name}`).join(', ')}`,
  )
}

/** Every name outside pictures, also inside streams that hold objects. */
function namesIn(anatomy: Anatomy): Set<string> {
  const texts = [
    anatomy.structure,
    ...anatomy.parts.map(({ body }) => body),
    ...anatomy.parts.filter((part) => !isImage(part)).map((part) => contentOf(part).toString('latin1')),
  ]
  return new Set(texts.flatMap(namesOf))
}

const namesOf = (text: string): string[] => [...plainNames(text).matchAll(/\/([A-Za-z][A-Za-z0-9]*)/g)].map(([, name]) => name!)

/** Words under a mark that also stand outside every mark. The words themselves are not in the proof: it is kept with the file that goes out. */
function leftoversOf({ marks, pages, under }: Source): Proof['leftovers'] {
  const open = pages.map((characters, page) => characters.filter((one) => !under[page]!.has(one)))
  const known = new Set<string>()
  return marks.slice(0, mostMarks).flatMap(({ area }, mark) => {
    const inside = pages[area.page]!.filter(({ box }) => box !== null && shareWithin(box, area) >= coveredFrom)
    const runs = linesOf(inside).map((line) => plainOf(line.map(({ text }) => text).join('')))
    const asked = [inside.map(({ text }) => text).join(''), ...runs].map(plainOf).filter((text) => isTelling(text) && !known.has(text))
    for (const text of asked) known.add(text)
    const found = findIn(
      open,
      asked.map((text) => ({ kind: 'text', text })),
    )
    return found.length === 0 ? [] : [{ mark, areas: found.flatMap(({ areas }) => areas) }]
  })
}
/** Marks looked for elsewhere: each is one pass over the text. */
const mostMarks = 500

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
