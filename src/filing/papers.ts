/**
 * The papers around the reports: 报送函, 审核意见单, 催报, 通报, the leader's brief. Drafts in the form of GB/T 9704 or as plain text to paste;
 * their number and seal are the office's. Pure: the sentences are the papers' own language, Chinese.
 */
import type { LetterDocument } from '#render'
import { type CellKey, cellName } from '#report'
import type { ReportRow } from './office.ts'
import type { RollUpDetail } from './roll-ups.ts'
import type { StoredRemark } from './store.ts'

export const reportPapers = ['covering', 'opinion'] as const
/** 报送函 of the body; 审核意见单 of the office above. */
export type ReportPaper = (typeof reportPapers)[number]
export const countyPapers = ['reminder', 'circular', 'brief'] as const
/** 催报, 通报, and the leader's brief on one page. */
export type CountyPaper = (typeof countyPapers)[number]

interface Signed {
  /** The body that signs, and the day. */
  readonly body: string
  readonly date: string
}

const chapterNames = ['引言', '第一章', '第二章', '第三章', '第四章', '第五章', '第六章']

/** 报送函: goes with the sealed paper copy, and names the version by its hash. */
export const coveringLetter = (
  { body, date }: Signed,
  { to, title, version }: { readonly to: string; readonly title: string; readonly version: { readonly n: number; readonly hash: string } },
): LetterDocument => ({
  body,
  title: `${body}关于报送${title.replace(body, '')}的函`,
  number: null,
  salutation: `${to}：`,
  paragraphs: [
    `根据《中华人民共和国政府信息公开条例》第四十九条的规定，现将《${title}》报送你单位，请予审核。`,
    `电子版与纸质版一致，为第${version.n}版，校验码${version.hash.slice(0, 16)}。`,
  ],
  attachments: [title],
  date,
})

/** 审核意见单: every open remark on the version, each with where it stands and what is to be mended. */
export const opinionSheet = (
  { body, date }: Signed,
  {
    to,
    title,
    version,
    remarks,
  }: {
    readonly to: string
    readonly title: string
    readonly version: { readonly n: number; readonly hash: string } | null
    readonly remarks: readonly Pick<StoredRemark, 'cell' | 'chapter' | 'quote' | 'remark' | 'settledAt'>[]
  },
): LetterDocument => {
  const open = remarks.filter(({ settledAt }) => settledAt === null)
  return {
    body,
    title: `${title}审核意见`,
    number: null,
    salutation: `${to}：`,
    paragraphs: [
      `你单位报送的《${title}》${version ? `（第${version.n}版，校验码${version.hash.slice(0, 16)}）` : ''}收悉。`,
      ...(open.length === 0
        ? ['经审核，没有修改意见。']
        : [
            `经审核，有${open.length}处需要修改：`,
            ...open.map(
              ({ cell, chapter, quote, remark }, at) =>
                `${at + 1}．${placeOf(cell, chapter)}${quote ? `“${quote}”` : ''}：${ended(remark)}`,
            ),
            '请逐条核实修改，写明怎么改的，改好后重新报送。',
          ]),
    ],
    attachments: [],
    date,
  }
}

const placeOf = (cell: CellKey | null, chapter: number | null): string =>
  cell !== null ? cellName(cell) : chapter !== null ? chapterNames[chapter]! : '整份报告'

const ended = (text: string): string => `${text.replace(/[。；;\s]+$/, '')}。`
const listed = (rows: readonly ReportRow[]): string => rows.map(({ body }) => body.name).join('、')
/** One that is being corrected is published still. */
const isFiled = ({ state, publishedOn }: ReportRow): boolean => publishedOn !== null || state === 'filed' || state === 'cleared'

/** 催报: to those that have filed nothing, or were returned and have not filed again. Null where all have filed. */
export function reminderLetter(
  { body, date }: Signed,
  { year, rows }: { readonly year: number; readonly rows: readonly ReportRow[] },
): LetterDocument | null {
  const missing = rows.filter((row) => !isFiled(row))
  if (missing.length === 0) return null
  const returned = missing.filter(({ state }) => state === 'returned')
  const never = missing.filter(({ state }) => state !== 'returned')
  const dueOn = missing.map((row) => row.fileBy ?? row.dueOn).sort()[0]!
  return {
    body,
    title: `关于抓紧报送${year}年政府信息公开工作年度报告的通知`,
    number: null,
    salutation: '各有关单位：',
    paragraphs: [
      `按照《中华人民共和国政府信息公开条例》第四十九条、第五十条的规定，${year}年政府信息公开工作年度报告应当在${dayText(dueOn)}前报送并公布。截至${dayText(date)}，还有${missing.length}个单位没有报送。`,
      never.length > 0 ? `没有报送的${never.length}个：${listed(never)}。` : '',
      returned.length > 0 ? `退回修改后还没有重新报送的${returned.length}个：${listed(returned)}。` : '',
      '请上述单位抓紧完成，核对数据和文字，按时报送并在本单位年报栏目公布。确有困难的，请说明原因和完成时间。',
    ].filter(Boolean),
    attachments: [],
    date,
  }
}

/** How often a rule of the checks finds something, and at how many bodies. */
export interface CommonFinding {
  readonly message: string
  readonly bodies: readonly string[]
}

/** 通报: who filed when, who was late, who was returned, what is wrong at several. */
export function circularLetter(
  { body, date }: Signed,
  { year, rows, common }: { readonly year: number; readonly rows: readonly ReportRow[]; readonly common: readonly CommonFinding[] },
): LetterDocument {
  const filed = rows.filter(isFiled)
  const published = rows.filter(({ publishedOn }) => publishedOn !== null)
  const returned = rows.filter((row) => row.state === 'returned' && !isFiled(row))
  const late = rows.filter((row) => row.late || row.lateToFile)
  const never = rows.filter((row) => !isFiled(row) && row.state !== 'returned')
  const parts = [
    `一、总体情况。应当报送${rows.length}个单位，已报送${filed.length}个，其中已公布${published.length}个；退回修改${returned.length}个；没有报送${never.length}个；逾期${late.length}个。`,
    never.length > 0 ? `没有报送的：${listed(never)}。` : '',
    returned.length > 0 ? `退回修改的：${listed(returned)}。` : '',
    late.length > 0 ? `逾期的：${listed(late)}。` : '',
    common.length > 0
      ? `二、主要问题。${common.map(({ message, bodies }, at) => `（${at + 1}）${message.replace(/[。\s]+$/, '')}，涉及${bodies.length}个单位：${bodies.join('、')}。`).join('')}`
      : '二、主要问题。已报送的报告没有发现需要通报的问题。',
    '三、下一步。没有报送和退回修改的单位要尽快补齐；已公布的单位发现差错的，按程序更正并向社会说明。',
  ]
  return {
    body,
    title: `关于${year}年政府信息公开工作年度报告编制报送情况的通报`,
    number: null,
    salutation: '各有关单位：',
    paragraphs: [`截至${dayText(date)}，${year}年政府信息公开工作年度报告编制报送情况通报如下。`, ...parts].filter(Boolean),
    attachments: [],
    date,
  }
}

const briefCells: readonly (readonly [CellKey, string])[] = [
  ['requests.received.total', '新收申请'],
  ['requests.carriedIn.total', '上年结转'],
  ['requests.concluded.total', '办结'],
  ['requests.granted.total', '予以公开'],
  ['requests.partlyGranted.total', '部分公开'],
  ['requests.carriedOut.total', '结转下年度'],
  ['challenges.reconsideration.total', '行政复议'],
  ['challenges.directLitigation.total', '未经复议直接起诉'],
  ['challenges.litigationAfterReconsideration.total', '复议后起诉'],
]

/** One page for whoever signs: the figures, the change from last year, where most of it comes from, what is open. */
export function leaderBrief(
  { body, date }: Signed,
  {
    year,
    rows,
    sum,
    lastYear,
  }: {
    readonly year: number
    readonly rows: readonly ReportRow[]
    readonly sum: RollUpDetail
    /** The sum of the year before; null where nobody filed then. */
    readonly lastYear: Readonly<Record<CellKey, number | null>> | null
  },
): LetterDocument {
  const said = ([key, name]: readonly [CellKey, string]): string | null => {
    const now = sum.figures[key] ?? null
    if (now === null) return null
    const before = lastYear?.[key] ?? null
    const change =
      before === null
        ? ''
        : now === before
          ? '（与上年持平）'
          : `（上年${before}，${now > before ? '增加' : '减少'}${Math.abs(now - before)}）`
    return `${name}${now}件${change}`
  }
  const most = [...rows]
    .filter(({ received }) => (received ?? 0) > 0)
    .sort((one, other) => (other.received ?? 0) - (one.received ?? 0))
    .slice(0, 5)
  const missing = rows.filter((row) => !isFiled(row))
  return {
    body,
    title: `${sum.body.name}${year}年政府信息公开工作年度报告情况简报`,
    number: null,
    salutation: '',
    paragraphs: [
      `一、报送。${rows.length}个单位，已报送${rows.length - missing.length}个，公布${rows.filter(({ publishedOn }) => publishedOn !== null).length}个。${missing.length > 0 ? `还没有报送的${missing.length}个：${listed(missing.slice(0, 8))}${missing.length > 8 ? '等' : ''}。` : ''}`,
      `二、数据（${sum.filed}个单位汇总${sum.filed < sum.parts.length ? '，没有报送的未计入' : ''}）。${briefCells.flatMap((each) => said(each) ?? []).join('；')}。`,
      most.length > 0 ? `三、申请集中在：${most.map((row) => `${row.body.name}${row.received}件`).join('、')}。` : '',
      sum.countedTwice.length > 0
        ? `四、需要核对：${sum.countedTwice.map(({ number, bodies }) => `${number}（${bodies.map(({ name }) => name).join('、')}都计入）`).join('；')}。`
        : '',
    ].filter(Boolean),
    attachments: [],
    date,
  }
}

/** The paper as plain text, to paste where no file goes. */
export const plainText = ({ title, salutation, paragraphs, attachments, body, date }: LetterDocument): string =>
  [
    title,
    '',
    ...(salutation ? [salutation] : []),
    ...paragraphs.map((paragraph) => `　　${paragraph}`),
    ...attachments.map((name, at) => `　　${at === 0 ? '附件：' : '　　　'}${attachments.length > 1 ? `${at + 1}．` : ''}${name}`),
    '',
    body,
    ...(date === null ? [] : [dayText(date)]),
    '',
  ].join('\n')

const dayText = (day: string): string => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
