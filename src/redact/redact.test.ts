import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plain, type RawPage, rawPdf, revised, song, typeset, ucs2 } from '../../tests/papers.ts'
import { type Area, findPatterns, type Mark, openPdf, prove, Refused, redact, renderPage, wordsOf } from './index.ts'

const ground = '第十五条 个人隐私'
const report = `#set page(paper: "a5")
= 关于安置房分配情况的报告
河桥镇村民陈小芳（身份证号：990199198803124567，手机 138 1234 5678）申请安置房一套。她的账号为 6222 0212 3456 7890 128，
信箱 xiaofang\\@example.cn。#text(fill: rgb("#c00000"))[（印章）]
#table(columns: 3, [姓名], [身份证号], [面积], [陈小芳], [990199198803124567], [120.5], [李大海], [９９０１９９１９７７０１０１１２３４], [98.0])`

const everywhere = [{ kind: 'identity-number' }, { kind: 'mobile-number' }, { kind: 'bank-card' }, { kind: 'e-mail' }] as const

const marksOf = (areas: readonly Area[]): Mark[] => areas.map((area) => ({ area, ground }))
const failed = ({ checks }: { checks: readonly { id: string; passed: boolean }[] }) =>
  checks.filter(({ passed }) => !passed).map(({ id }) => id)
const textOf = async (pdf: Uint8Array, page = 0) => (await wordsOf(pdf, page)).map(({ text }) => text).join('')

/** The least and the most any channel has within an area of a page as it is shown. */
async function channels(pdf: Uint8Array, { page, x, y, width, height }: Area): Promise<[least: number, most: number]> {
  const png = Buffer.from(await renderPage(pdf, page, 1200))
  const [columns, rows] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  const dots = inflateSync(Buffer.concat(parts))
  const line = columns * 3 + 1
  let [least, most] = [255, 0]
  for (let row = Math.ceil(y * rows); row < Math.floor((y + height) * rows); row++)
    for (let at = row * line + 1 + Math.ceil(x * columns) * 3; at < row * line + 1 + Math.floor((x + width) * columns) * 3; at++)
      [least, most] = [Math.min(least, dots[at]!), Math.max(most, dots[at]!)]
  return [least, most]
}

test('what is found in a paper is gone from the result, and the rest can still be read', async () => {
  const source = typeset(report)
  const found = await findPatterns(source, [...everywhere, { kind: 'text', text: '陈小芳' }])
  expect(found.map(({ kind, text }) => [kind, text.replaceAll(' ', '')])).toEqual([
    ['identity-number', '990199198803124567'],
    ['identity-number', '990199198803124567'],
    ['identity-number', '９９０１９９１９７７０１０１１２３４'],
    ['mobile-number', '13812345678'],
    ['bank-card', '6222021234567890128'],
    ['e-mail', 'xiaofang@example.cn'],
    ['text', '陈小芳'],
    ['text', '陈小芳'],
  ])
  const { pdf, proof } = await redact(source, marksOf(found.flatMap(({ areas }) => areas)))
  expect(failed(proof)).toEqual([])
  expect(proof.leftovers).toEqual([])
  const left = await textOf(pdf)
  for (const gone of ['陈小芳', '9901', '8803', '1381', '6222', 'xiaofang', '９９']) expect(left).not.toContain(gone)
  for (const kept of ['关于安置房分配情况的报告', '河桥镇村民', '（印章）', '李大海', '120.5', '第十五条个人隐私'])
    expect(left).toContain(kept)
})

test('a full-width number is looked for in plain figures only where it is long enough to mean something', async () => {
  const source = rawPdf([{ content: `${song('１２３４', 40, 200)}\n${song('０００１', 40, 150)}` }])
  const found = await findPatterns(source, [
    { kind: 'text', text: '1234' },
    { kind: 'text', text: '0001' },
  ])
  const { proof } = await redact(source, marksOf(found.flatMap(({ areas }) => areas)))
  expect(failed(proof)).toEqual([])
})

test('the same source and marks give the same bytes', async () => {
  const source = typeset(report)
  const marks = marksOf([{ page: 0, x: 0.2, y: 0.2, width: 0.3, height: 0.05 }])
  expect(Buffer.compare((await redact(source, marks)).pdf, (await redact(source, marks)).pdf)).toBe(0)
})

test('a name marked once and standing twice is told, by its place, without the name', async () => {
  const source = typeset(report)
  const [first, second] = await findPatterns(source, [{ kind: 'text', text: '陈小芳' }])
  const { proof } = await redact(source, marksOf(first!.areas))
  expect(proof.passed).toBe(true)
  expect(proof.leftovers).toEqual([{ mark: 0, areas: second!.areas }])
  expect(JSON.stringify(proof)).not.toContain('陈小芳')
})

test('fonts that a file does not carry are lent: the words are in the picture', async () => {
  const source = rawPdf([{ content: song('甲乙丙丁戊己', 40, 200) }])
  const [word] = await findPatterns(source, [{ kind: 'text', text: '甲乙丙丁戊己' }])
  const [least, most] = await channels(source, word!.areas[0]!)
  expect(most - least).toBeGreaterThan(200)
  const { pdf, proof } = await redact(source, [])
  expect(failed(proof)).toEqual([])
  expect(await textOf(pdf)).toBe('甲乙丙丁戊己')
})

test('half a character is never left: a mark that cuts a line covers it whole', async () => {
  const source = rawPdf([{ content: song('王小明住在河边', 40, 200, { size: 20 }) }])
  const [name] = await findPatterns(source, [{ kind: 'text', text: '王小明' }])
  const whole = name!.areas[0]!
  const cut = { ...whole, y: whole.y + whole.height * 0.25, height: whole.height * 0.4 }
  const { pdf, proof } = await redact(source, marksOf([cut]))
  expect(failed(proof)).toEqual([])
  const [least] = await channels(pdf, { ...whole, height: whole.height * 0.2, y: whole.y + whole.height * 0.05 })
  expect(least).toBe(0)
  expect(
    (await channels(pdf, { ...whole, width: whole.width * 0.2, height: whole.height * 0.12, y: whole.y + whole.height * 0.85 }))[1],
  ).toBe(0)
})

test('a scan has no words; marks black out its dots, and the result has no text but the grounds', async () => {
  const scanned = await renderPage(typeset(report), 0, 1200)
  const source = typeset('#set page(paper: "a5", margin: 0pt)\n#image("/scan.png", width: 100%)', { 'scan.png': scanned })
  expect(await wordsOf(source, 0)).toEqual([])
  const area = { page: 0, x: 0.1, y: 0.1, width: 0.6, height: 0.2 }
  const { pdf, proof } = await redact(source, marksOf([area]))
  expect(failed(proof)).toEqual([])
  expect(await textOf(pdf)).toBe('第十五条个人隐私')
})

test('what hides in the text layer of the source does not come into the result’s', async () => {
  const hidden = [
    song('隐形的字', 40, 250, { more: '3 Tr' }),
    song('白色的字', 40, 220, { more: '1 g' }),
    `${song('盖住的字', 40, 190)}\n0 g 38 185 80 22 re f`,
    song('小小的字', 40, 160, { size: 1 }),
    `/OC /L1 BDC ${song('图层的字', 40, 130)} EMC`,
    `0 g ${song('看得见的', 40, 100)}`,
    song('重叠其上', 40, 100, { more: '3 Tr' }),
    `0 g ${song('也看得见', 40, 70, { single: true })}`,
  ]
  const source = rawPdf([{ content: hidden.join('\n') }], { hasLayer: true })
  expect(await textOf(source)).toContain('盖住的字')
  const { pdf, proof } = await redact(source, [])
  expect(failed(proof)).toEqual([])
  expect(await textOf(pdf)).toBe('看得见的也看得见')
})

test('title, packet, attachment, script, layer, comment and earlier revision stay behind', async () => {
  const first = rawPdf(
    [{ content: song('现在的正文', 40, 200), annotations: [`/Subtype /Text /Rect [10 10 30 30] /Contents <feff${ucs2('批注的秘密')}>`] }],
    {
      title: '标题的秘密',
      xmp: '<x:xmpmeta>数据的秘密</x:xmpmeta>',
      attachment: { name: 'secret.txt', text: '附件的秘密' },
      script: 'app.alert(1)',
      hasLayer: true,
    },
  )
  const source = revised(first, 3, '<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>')
  const { pdf, proof } = await redact(source, marksOf([{ page: 0, x: 0.6, y: 0.6, width: 0.2, height: 0.1 }]))
  expect(failed(proof)).toEqual([])
  const bytes = Buffer.from(pdf)
  for (const secret of ['的秘密', 'secret.txt', 'app.alert'])
    for (const form of [Buffer.from(secret), Buffer.from(ucs2(secret), 'hex')]) expect(bytes.includes(form)).toBe(false)
})

test('pages turned and cropped are marked where they are seen', async () => {
  for (const rotate of [0, 90, 180, 270] as const) {
    const page: RawPage = {
      content: plain('OPENPART SECRETPART', 120, 120),
      rotate,
      mediaBox: [-20, 10, 460, 330],
      cropBox: [60, 40, 400, 260],
    }
    const source = rawPdf([page])
    const [secret] = await findPatterns(source, [{ kind: 'text', text: 'SECRETPART' }])
    const { pdf, proof } = await redact(source, marksOf(secret!.areas))
    expect(failed(proof), String(rotate)).toEqual([])
    const left = (await wordsOf(pdf, 0)).map(({ text }) => text).join('')
    expect(left, String(rotate)).not.toContain('SECRET')
    expect([...left].sort().join(''), String(rotate)).toContain('A')
  }
})

test('a colour stays a colour, and a page of text is small', async () => {
  const coloured = await redact(typeset(report), [])
  const grey = await redact(typeset(report.replace('#text(fill: rgb("#c00000"))', '#text')), [])
  expect(Buffer.from(coloured.pdf).includes('/Indexed')).toBe(true)
  expect(Buffer.from(grey.pdf).includes('/Indexed')).toBe(false)
  expect(grey.pdf.length).toBeLessThan(120_000)
})

test('without a text layer there is no text but the grounds', async () => {
  const { pdf, proof } = await redact(typeset(report), [], { textLayer: false })
  expect(failed(proof)).toEqual([])
  expect(await wordsOf(pdf, 0)).toEqual([])
})

const secrets = ['陈小芳', '990199198803124567', '13812345678', '王家湾村十二号', 'secret-word', '一', '6222021234567890128']
const words = ['河桥镇', '安置房', '分配情况', '2026', '年', 'open', '公示', '面积 120.5 平方米', '关于', '办理']

/** A page of random lines, some of them hidden or in single letters, turned somehow. */
const page = fc.record({
  rotate: fc.constantFrom(0 as const, 90 as const, 180 as const, 270 as const),
  lines: fc.array(
    fc.record({
      text: fc.array(fc.constantFrom(...secrets, ...words), { minLength: 1, maxLength: 4 }),
      size: fc.constantFrom(5, 9, 12, 18),
      hidden: fc.constantFrom('', '', '', '3 Tr', '1 g'),
      single: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  ),
})
const paper = fc.record({
  pages: fc.array(page, { minLength: 1, maxLength: 2 }),
  title: fc.option(fc.constantFrom(...secrets), { nil: undefined }),
  comment: fc.option(fc.constantFrom(...secrets), { nil: undefined }),
  attachment: fc.boolean(),
  isRevised: fc.boolean(),
  marks: fc.array(
    fc.record({
      page: fc.nat(1),
      x: fc.double({ min: 0, max: 0.8, noNaN: true }),
      y: fc.double({ min: 0, max: 0.9, noNaN: true }),
      width: fc.double({ min: 0.01, max: 0.2, noNaN: true }),
      height: fc.double({ min: 0.01, max: 0.1, noNaN: true }),
    }),
    { maxLength: 4 },
  ),
  named: fc.constantFrom(...secrets),
})

test('whatever the paper and the marks: the proof passes, what lay under a mark is nowhere, and its dots are black', async () => {
  await fc.assert(
    fc.asyncProperty(paper, async ({ pages, title, comment, attachment, isRevised, marks, named }) => {
      const drawn = pages.map(({ rotate, lines }) => ({
        rotate,
        content: lines
          .map(({ text, size, hidden, single }, index) =>
            song(text.join(''), 20, 270 - index * 30, { size, single, more: hidden || '0 g' }),
          )
          .join('\n'),
        annotations: comment === undefined ? [] : [`/Subtype /Text /Rect [10 10 30 30] /Contents <feff${ucs2(comment)}>`],
      }))
      const made = rawPdf(drawn, {
        ...(title !== undefined && { title }),
        ...(attachment && { attachment: { name: 'a.txt', text: named } }),
        hasLayer: true,
      })
      const source = isRevised ? revised(made, 6, '<< /Type /OCG /Name (Other) >>') : made
      const found = await findPatterns(source, [{ kind: 'text', text: named }])
      const areas = [...found.flatMap((one) => one.areas), ...marks.filter((area) => area.page < pages.length)]
      const { pdf, proof } = await redact(source, marksOf(areas), { dpi: 110 })
      expect(failed(proof)).toEqual([])
      for (const [index] of pages.entries()) expect(await textOf(pdf, index)).not.toContain(named === '一' ? '\0' : named)
      if (named.length > 3) expect(Buffer.from(pdf).includes(Buffer.from(named))).toBe(false)
      for (const area of areas) expect((await channels(pdf, area))[0]).toBe(0)
    }),
    { numRuns: 25 },
  )
})

test('files that cannot be worked on are refused by name, in time, and the next file is not held up', async () => {
  const bytes = (text: string) => Buffer.from(text)
  expect(await openPdf(bytes('<html></html>'))).toEqual({ ok: false, refusal: 'not-a-pdf' })
  expect(await openPdf(bytes('%PDF-1.7\nnothing else'))).toEqual({ ok: false, refusal: 'damaged' })
  const whole = Buffer.from(rawPdf([{ content: '' }]))
  expect(await openPdf(rawPdf([{ content: '', mediaBox: [0, 0, 200_000, 200_000] }]))).toEqual({ ok: false, refusal: 'page-too-large' })
  expect(await openPdf(rawPdf(Array.from({ length: 301 }, () => ({ content: '' }))))).toEqual({ ok: false, refusal: 'too-many-pages' })
  expect((await openPdf(whole)).ok).toBe(true)
  await expect(renderPage(whole, 5, 100)).rejects.toThrow(RangeError)
  await expect(redact(whole, marksOf([{ page: 3, x: 0, y: 0, width: 0.1, height: 0.1 }]))).rejects.toThrow(RangeError)
})

test('a page that never ends being drawn is given up', async () => {
  // Each form draws the next ten times: ten to the twelfth lines.
  const forms = Array.from({ length: 12 }, (_, index) => `${'q /X Do Q '.repeat(10)}% ${index}`)
  const objects = forms.map(
    (content, index) =>
      `${index + 3} 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 400 400] /Resources << /XObject << /X ${index + 4} 0 R >> >> /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj\n`,
  )
  const last = '0 0 m 400 400 l S'
  const text = [
    '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n',
    ...objects,
    `15 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 400 400] /Length ${last.length} >>\nstream\n${last}\nendstream\nendobj\n`,
    '16 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents 17 0 R /Resources << /XObject << /X 3 0 R >> >> >>\nendobj\n',
    '17 0 obj\n<< /Length 5 >>\nstream\n/X Do\nendstream\nendobj\n',
    '2 0 obj\n<< /Type /Pages /Count 1 /Kids [16 0 R] >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n',
  ].join('')
  await expect(renderPage(Buffer.from(text), 0, 400)).rejects.toThrow(Refused)
  expect((await openPdf(rawPdf([{ content: '' }]))).ok).toBe(true)
})

test('a proof of the result of another source fails', async () => {
  const one = rawPdf([{ content: song('甲方的材料', 40, 200) }])
  const other = rawPdf([{ content: song('乙方的材料', 40, 200) }])
  const { pdf } = await redact(one, [])
  expect(failed(await prove(pdf, one, []))).toEqual([])
  expect(failed(await prove(pdf, other, []))).toEqual(['text-as-seen'])
})
