import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Read, read } from '#ingest'
import { type CellKey, cellKeys, draw, type Edition, formOf, otherHandlingRow, proactiveKey, type Report } from '#report'
import { type Format, render } from './index.ts'

/** Small towns mostly write zeros; cities write thousands. */
const count = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.nat(9) },
  { weight: 1, arbitrary: fc.nat(99_999) },
)
const money = fc.oneof(
  count,
  fc.nat(99_999_999).map((millionths) => Number((millionths / 1e6).toFixed(6))),
)
const change = fc.oneof(count, fc.integer({ min: -99, max: 99 }))

/** Figures that satisfy every identity of the form: the kinds are drawn, the sums follow. */
function figuresOf(edition: Edition, oneOtherRow: boolean): fc.Arbitrary<Record<CellKey, number | null>> {
  const form = formOf(edition)
  const kinds = form.requests.columns.filter((column) => column.key !== 'total').map((column) => column.key)
  const outcomes = form.requests.rows
    .filter((row) => row.part === 'outcome' && !(oneOtherRow && isKindOfOther(row.key)))
    .map((row) => row.key)
  if (oneOtherRow) outcomes.push(otherHandlingRow.key)
  const fields = form.proactive.flatMap((block) =>
    block.rows.flatMap((row) => row.fields.map((field) => ({ key: proactiveKey(row, field), field }))),
  )
  const quantities = { count, money, change }
  return fc
    .record({
      proactive: fc.tuple(...fields.map(({ field }) => quantities[field.quantity])),
      outcomes: fc.array(fc.array(count, { minLength: 6, maxLength: 6 }), { minLength: outcomes.length, maxLength: outcomes.length }),
      carriedOut: fc.array(count, { minLength: 6, maxLength: 6 }),
      carriedIn: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
      challenges: fc.array(fc.array(count, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 3 }),
    })
    .map((drawn) => {
      const figures: Record<CellKey, number | null> = {}
      for (const key of cellKeys(edition)) figures[key] = null
      fields.forEach(({ key }, index) => {
        figures[key] = drawn.proactive[index]!
      })
      const put = (row: string, values: readonly number[]) => {
        kinds.forEach((kind, index) => {
          figures[`requests.${row}.${kind}`] = values[index]!
        })
        figures[`requests.${row}.total`] = add(values)
      }
      outcomes.forEach((row, index) => {
        put(row, drawn.outcomes[index]!)
      })
      const concluded = kinds.map((_, index) => add(drawn.outcomes.map((row) => row[index]!)))
      const handled = concluded.map((value, index) => value + drawn.carriedOut[index]!)
      const carriedIn = handled.map((value, index) => Math.floor(value * drawn.carriedIn[index]!))
      put('concluded', concluded)
      put('carriedOut', drawn.carriedOut)
      put('carriedIn', carriedIn)
      put(
        'received',
        handled.map((value, index) => value - carriedIn[index]!),
      )
      form.challenges.groups.forEach((group, at) => {
        const values = drawn.challenges[at]!
        for (const [index, column] of form.challenges.columns.entries())
          figures[`challenges.${group.key}.${column.key}`] = column.key === 'total' ? add(values) : values[index]!
      })
      return figures
    })
}

const isKindOfOther = (key: string): boolean => ['otherNotCorrected', 'otherUnpaid', 'otherOther'].includes(key)

const add = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

const places = ['柳溪镇人民政府', '青禾县财政局', '云岭市人民政府', '东湖经济开发区管理委员会', '白塔街道办事处', '石桥县卫生健康局']
const subjects = ['门户网站', '政务新媒体', '公开查阅点', '村务公开栏', '政策问答专区', '各业务股室', '办公室']
const deeds = [
  '全年发布信息%条',
  '更新栏目%个',
  '答复咨询%件',
  '公开财政预决算和惠农补贴名册',
  '按月检查链接，改正错字%处',
  '举办培训%期，参加%人次',
  '占全部信息的%.5%%',
  '对“一老一小”政策作图文解读%篇',
  '（含转载%篇）比上年增加%篇',
]
const heads = ['主动公开', '依申请公开', '政府信息管理', '平台建设', '监督保障']

const sentence = fc
  .tuple(fc.constantFrom(...subjects), fc.constantFrom(...deeds), fc.nat(9_999))
  .map(([subject, deed, number]) => `${subject}${deed.replace('%%', '％').replaceAll('%', String(number))}。`)
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((sentences) => sentences.join(''))
const prose = fc.array(paragraph, { minLength: 1, maxLength: 4 })
const aspects = fc
  .array(paragraph, { minLength: 5, maxLength: 5 })
  .map((paragraphs) => paragraphs.map((words, index) => `（${'一二三四五'[index]}）${heads[index]}。${words}`))

/** Any valid report: sound sums, prose in every chapter that has some, a title, a signature. */
function reportOf(edition: Edition, oneOtherRow = false): fc.Arbitrary<Report> {
  return fc
    .record({
      figures: figuresOf(edition, oneOtherRow),
      body: fc.constantFrom(...places),
      year: fc.integer({ min: 2019, max: 2026 }),
      preface: paragraph,
      aspects,
      second: fc.option(paragraph, { nil: '' }),
      third: fc.option(paragraph, { nil: '' }),
      problems: prose,
      others: prose,
      day: fc.integer({ min: 1, max: 31 }),
    })
    .map(({ figures, body, year, preface, aspects: first, second, third, problems, others, day }) =>
      draw({
        edition,
        body,
        year,
        title: `${body}${year}年政府信息公开工作年度报告`,
        figures,
        chapters: {
          0: `${preface}数据统计期限自${year}年1月1日起至${year}年12月31日止。`,
          1: first.join('\n'),
          2: second,
          3: third,
          4: '',
          5: problems.join('\n'),
          6: others.join('\n'),
        },
        printed: { signature: { name: body, date: `${year + 1}-01-${String(day).padStart(2, '0')}`, at: { line: 99 } } },
      }),
    )
}

/** What must come back: everything the paper prints. */
const essence = ({ title, body, year, edition, figures, chapters, printed }: Report) => ({
  title,
  body,
  year,
  edition,
  figures,
  chapters: chapters.map(({ number, title, text }) => ({ number, title, text })),
  signature: printed.signature && { name: printed.signature.name, date: printed.signature.date },
})

async function readBack(report: Report, format: Format): Promise<Report> {
  const name = `report.${format === 'fragment' ? 'html' : format}`
  const bytes = await render(report, format)
  const back: Read = await read(bytes, name)
  if (!back.ok) throw new Error(`${name}: ${back.error.code}`)
  expect(back.reports).toHaveLength(1)
  return back.reports[0]!
}

/** Formats whose readers know a table's cells as such; a Markdown table reaches the reader as lines. */
const formatsWithCells = ['docx', 'xlsx', 'html', 'fragment'] as const

describe.each([...formatsWithCells, 'md'] as const)('%s', (format) => {
  test.each(['2021', '2019'] as const)('any valid report of %s comes back as it went, with no cell listed', async (edition) => {
    await fc.assert(
      fc.asyncProperty(reportOf(edition), async (report) => {
        const back = await readBack(report, format)
        expect(essence(back)).toEqual(essence(report))
        expect(back.cells).toEqual({})
      }),
      { numRuns: format === 'docx' ? 12 : 50 },
    )
  })

  test('（六）其他处理 in one row comes back as one row', async () => {
    await fc.assert(
      fc.asyncProperty(reportOf('2021', true), async (report) => {
        const back = await readBack(report, format)
        expect(essence(back)).toEqual(essence(report))
        expect(Object.entries(back.cells).filter(([key, note]) => note.state !== 'missing' || !isKindOfOther(key.split('.')[1]!))).toEqual(
          [],
        )
      }),
      { numRuns: format === 'docx' ? 4 : 10 },
    )
  })

  test.each(['2021', '2019'] as const)(
    'empty cells of %s come back listed, and no figure beside them is silently another',
    async (edition) => {
      await fc.assert(
        fc.asyncProperty(reportOf(edition), fc.subarray([...cellKeys(edition)], { minLength: 1, maxLength: 6 }), async (report, empty) => {
          const figures = { ...report.figures, ...Object.fromEntries(empty.map((key) => [key, null])) }
          const back = await readBack({ ...report, figures }, format)
          expect(empty.filter((key) => back.cells[key] === undefined)).toEqual([])
          expect(cellKeys(edition).filter((key) => back.cells[key] === undefined && back.figures[key] !== figures[key])).toEqual([])
        }),
        { numRuns: format === 'docx' ? 6 : 20 },
      )
    },
  )
})

describe.each(formatsWithCells)('%s', (format) => {
  test('an empty cell comes back blank, or mended with the one value that fits', async () => {
    await fc.assert(
      fc.asyncProperty(reportOf('2021'), fc.constantFrom(...cellKeys('2021')), async (report, key) => {
        const back = await readBack({ ...report, figures: { ...report.figures, [key]: null } }, format)
        const { state } = back.cells[key]!
        expect(Object.keys(back.cells)).toEqual([key])
        expect(state).toMatch(/^(?:blank|repaired)$/)
        expect(back.figures[key] === (state === 'repaired' ? report.figures[key] : null)).toBe(true)
      }),
      { numRuns: format === 'docx' ? 10 : 40 },
    )
  })

  test('prose full of marks comes back as it went', async () => {
    const report = draw({
      chapters: {
        1: '（一）主动公开。依据国办发[2021]30号，用 A&B 法：<b>不</b>加粗，*星*、_线_、`码`、"引"、\\反、#井、$5$。\n（二）依申请公开。占比 3 < 5 > 2，&lt; 与 &amp; 照写。',
      },
    })
    expect(essence(await readBack(report, format)).chapters).toEqual(essence(report).chapters)
  })
})

test('json: the contract comes back as it went, cells with their states too', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('2021' as const, '2019' as const).chain((edition) => reportOf(edition)),
      async (drawn) => {
        const report: Report = {
          ...drawn,
          figures: { ...drawn.figures, 'requests.received.total': null },
          cells: { 'requests.received.total': { state: 'blank', was: '', why: 'empty' } },
        }
        const { signature: _, ...expected } = essence(report)
        const { signature, ...back } = essence(await readBack(report, 'json'))
        expect(back).toEqual(expected)
        expect(signature).toBeNull()
        expect((await readBack(report, 'json')).cells['requests.received.total']?.state).toBe('blank')
      },
    ),
    { numRuns: 40 },
  )
})
