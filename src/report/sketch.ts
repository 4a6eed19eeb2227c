import { cellKeys } from './forms/index.ts'
import { type CellKey, type CellNote, type Chapter, type Edition, type Line, noPrint, type Printed, type Report } from './model.ts'

/** A report in a few lines: what differs from a whole, sound report of a small town. For the examples of the rules and for tests. */
export interface Sketch {
  readonly title?: string | null
  readonly body?: string | null
  readonly year?: number | null
  readonly edition?: Edition | null
  /** Figures that are not 0. Null blanks the cell (add a note in `cells` where its state matters). */
  readonly figures?: Readonly<Record<CellKey, number | null>>
  readonly cells?: Readonly<Record<CellKey, CellNote>>
  /** Text of a chapter by number (0 the preface); lines parted by \n. Null leaves the chapter out. */
  readonly chapters?: Readonly<Record<number, string | null>>
  /** Headings that differ from the form's, by chapter number, without their number. */
  readonly headings?: Readonly<Record<number, string>>
  readonly printed?: Partial<Printed>
}

const titles = [
  '',
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
]

/** Chapters of a sound report: long enough to be plain, short enough to read. Its figures are all zero. */
const soundChapters = (body: string, year: number): Record<number, string> => ({
  0: `根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制本报告。数据统计期限自${year}年1月1日起至${year}年12月31日止。`,
  1: [
    `（一）主动公开。${body}通过门户网站公开机构职能、财政预决算和惠农补贴名册。`,
    '（二）依申请公开。全年没有收到申请，受理渠道保持畅通。',
    '（三）政府信息管理。文件起草时即标明公开属性，公开前逐件审查。',
    '（四）平台建设。门户网站专栏按目录更新，公开查阅点设在便民服务中心。',
    '（五）监督保障。接受县里考核一次，开展社会评议一次，没有责任追究的情形。',
  ].join('\n'),
  2: '',
  3: '',
  4: '',
  5: '存在的问题：一是政策解读形式单一。二是专栏更新不够及时。\n改进措施：一是增加图表和问答形式的解读。二是专栏每周更新一次。',
  6: '本年度没有收取信息处理费。',
})

/** Builds the report a sketch describes. Places are made up: line n of the text is line n, headings take a line each. */
export function draw(sketch: Sketch = {}): Report {
  const year = sketch.year === undefined ? 2025 : sketch.year
  const body = sketch.body === undefined ? '柳溪镇人民政府' : sketch.body
  const edition = sketch.edition === undefined ? '2021' : sketch.edition
  const title = sketch.title === undefined ? `${body ?? ''}${year ?? ''}年政府信息公开工作年度报告` : sketch.title
  const figures: Record<CellKey, number | null> = {}
  for (const key of cellKeys(edition)) figures[key] = 0
  Object.assign(figures, sketch.figures)

  let line = title === null ? 0 : 1
  const headings: (Line & { number: number })[] = []
  const texts: Record<number, string | null> = { ...soundChapters(body ?? '本机关', year ?? 2025), ...sketch.chapters }
  const chapters: Chapter[] = []
  for (let number = 0; number <= 6; number++) {
    const text = texts[number]
    if (text === null || text === undefined) continue
    const at = number === 0 ? null : { line: ++line, column: 1 }
    const heading = sketch.headings?.[number] ?? titles[number]!
    if (at) headings.push({ number, text: `${'〇一二三四五六'[number]}、${heading}`, at })
    const lines = text === '' ? [] : text.split('\n').map((words): Line => ({ text: words, at: { line: ++line, column: 1 } }))
    chapters.push({ number, title: heading, text, lines, at })
  }
  const printed: Printed = {
    ...noPrint,
    kind: 'text',
    titles: title === null ? [] : [{ text: title, at: { line: 1, column: 1 } }],
    headings,
    period: { from: `${year}-01-01`, to: `${year}-12-31`, text: `${year}年1月1日起至${year}年12月31日`, at: { line: 2, column: 1 } },
    ...sketch.printed,
  }
  return { title, body, year, edition, figures, cells: sketch.cells ?? {}, chapters, printed }
}
