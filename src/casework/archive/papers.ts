/** The papers of an archive in their order (卷内文件), as the bundle that is printed. They are Chinese in any language, as the papers in them are. */
import type { Context } from '#db'
import { dayOf } from '#identity'
import { openPdf, Refused, renderPage } from '#redact'
import type { Bundle, BundleBlock, BundlePaper } from '#render'
import { caseworkEvents, caseworkWords, outcomeWords } from '#words'
import { letterKinds } from '../letters/kinds.ts'
import { questions } from '../outcomes.ts'
import type { CaseRecord, FileRecord, LetterRecord } from './record.ts'

const words = caseworkWords['zh-CN']
const tree = outcomeWords['zh-CN']

/** Most pages that are shown of one file, and of all; what goes beyond is listed by its hash. */
const most = { file: 60, all: 240 } as const
/** Dots across a page: some 120 to the inch. */
const dots = 1000

/**
 * Attached files stand in it as pictures of their pages, drawn by #redact's worker with its limits of time and size: a scan, a broken or a
 * hostile PDF can then neither stop the archive nor carry anything into it, and every page prints. Papers of our own writing are embedded page by
 * page, so that their words can still be searched. Every file is listed with its hash; what cannot be shown is told, never left out in silence.
 */
export async function bundleOf(ctx: Context, record: CaseRecord): Promise<Bundle> {
  const room = { left: most.all as number }
  const pages = (file: FileRecord) => pagesOf(ctx, file, room)
  const papers: BundlePaper[] = [timeline(record), clocks(record), ...decisions(record)]
  for (const letter of record.letters) papers.push(await letterPaper(letter, record, pages))
  const others = record.files.filter(({ on }) => !['letter', 'letter-proof'].includes(on))
  for (const file of others) papers.push(await filePaper(file, record, pages))
  if (record.challenges.length > 0) papers.push(challengePaper(record))
  papers.push(fileList(record))
  return {
    title: '政府信息公开申请案卷',
    subtitle: `${record.body.name}　${record.number}`,
    facts: coverFacts(record),
    index: { title: '卷内文件目录', head: ['序号', '题名', '文号、日期', '页码'] },
    papers,
    foot: record.number,
  }
}

function coverFacts({ applicant, ...record }: CaseRecord): [string, string][] {
  const { conclusion } = record.folded.rounds.at(-1)!
  return [
    ['申请编号', record.number],
    ['标题', record.title],
    ['申请内容', record.wanted],
    ['申请人', [applicant.name, ...applicant.together.map(({ name }) => name)].join('、')],
    ['身份证明', [words.identityTypes[applicant.identityType] ?? applicant.identityType, applicant.identityNumber].join(' ')],
    ['联系方式', [applicant.phone, applicant.email, applicant.address].filter((one) => one !== '').join('，')],
    ...(applicant.agent ? [['代理人', `${applicant.agent.name} ${applicant.agent.phone}`] as [string, string]] : []),
    ['申请途径', words.channels[record.form.channel] ?? record.form.channel],
    ['收到日期', record.folded.receivedOn ?? '未确认'],
    ['状态', words.states[record.state] ?? record.state],
    ['办结日期', conclusion?.on ?? '未办结'],
    ['号码和联系方式', record.masked ? '已隐去' : '完整'],
  ]
}

function timeline({ events, number }: CaseRecord): BundlePaper {
  const sentences = caseworkEvents['zh-CN']
  return {
    title: '办理经过',
    note: '',
    body: [
      {
        kind: 'table',
        head: ['日期', '经过', '内容', '经办人'],
        widths: [3, 6, 9, 3],
        rows: events.map(({ kind, on, data, person }) => [
          on,
          (sentences[kind] ?? kind).replace('{number}', number),
          detailText(data as unknown as Readonly<Record<string, unknown>>),
          person ?? '',
        ]),
      },
    ],
  }
}

/** Fields of an event that say something by themselves, in the order they are said. */
const said = [
  'what',
  'name',
  'question',
  'where',
  'terms',
  'with',
  'text',
  'reason',
  'because',
  'note',
  'wanted',
  'until',
  'by',
  'dueOn',
  'receipt',
] as const

const detailText = (data: Readonly<Record<string, unknown>>): string =>
  said
    .map((key) => data[key])
    .filter((value): value is string => typeof value === 'string' && value !== '')
    .join('；')

function clocks({ clocks: rounds }: CaseRecord): BundlePaper {
  return {
    title: '期限计算',
    note: '',
    body: rounds.flatMap(({ due, steps }, index): BundleBlock[] => [
      ...(rounds.length > 1 ? [{ kind: 'text', text: `第 ${index + 1} 次办理` } as const] : []),
      steps.length === 0
        ? { kind: 'text', text: '还没有收到日期，没有起算。' }
        : {
            kind: 'table',
            head: ['日期', '计算', '依据'],
            widths: [3, 10, 8],
            rows: steps.map(({ date, text, source }) => [date, text, source]),
          },
      ...(due === null ? [] : [{ kind: 'text', text: `最迟答复：${due}` } as const]),
    ]),
  }
}

function decisions({ folded }: CaseRecord): BundlePaper[] {
  return folded.rounds.flatMap(({ decision }) => {
    if (!decision) return []
    const rows = decision.path.map(({ question, answer, note }) => [
      questions.find(({ id }) => id === question)?.source ?? question,
      tree.questions[question] ?? question,
      tree.answers[`${question}.${answer}`] ?? answer,
      note,
    ])
    return [
      {
        title: '处理结果的判断',
        note: decision.decidedOn,
        body: [
          { kind: 'table' as const, head: ['依据', '问题', '判断', '说明'], widths: [6, 4, 4, 8], rows },
          { kind: 'text' as const, text: `结果：${tree.outcomes[decision.outcome] ?? decision.outcome}` },
        ],
      },
    ]
  })
}

type PagesOf = (file: FileRecord) => Promise<{ blocks: BundleBlock[]; remark: string }>

async function letterPaper(letter: LetterRecord, record: CaseRecord, pages: PagesOf): Promise<BundlePaper> {
  const own = record.files.filter(({ onId }) => onId === letter.id)
  const facts: [string, string][] = [
    ['文号', letter.number === null ? '无' : letter.state === 'cancelled' ? `${letter.number}（作废）` : letter.number],
    ['收件人', letter.recipient],
    ['状态', words.letterStates[letter.state] ?? letter.state],
    ['起草', letter.draftedBy],
    ...letter.approvals.map(({ person, onBehalfOf, decision, opinion, at }): [string, string] => [
      decision === 'approved' ? '同意' : '退回',
      `${person}${onBehalfOf === null ? '' : `（代${onBehalfOf}）`} ${dayOf(new Date(at))} ${opinion}`.trim(),
    ]),
    ['发出', letter.sentOn === null ? '没有发出' : `${letter.sentOn} ${methodText(letter.method)} ${letter.tracking}`.trim()],
    ['送达', letter.servedOn === null ? '没有送达记录' : `${letter.servedOn} ${methodText(letter.servedHow)}`.trim()],
    ['所附文件', letter.enclosures.map(({ name }) => name).join('、')],
    ['内容的哈希值', letter.contentHash],
  ]
  const body: BundleBlock[] = [{ kind: 'facts', rows: facts }]
  const pdf = own.find(({ on, type }) => on === 'letter' && type === 'application/pdf')
  // Its pages bear the full name.
  if (pdf && !record.masked) body.push(...(await pages(pdf)).blocks)
  else if (pdf) body.push({ kind: 'text', text: letterText(letter) })
  for (const proof of own.filter(({ on }) => on === 'letter-proof')) {
    const { blocks, remark } = record.masked ? withheldPages : await pages(proof)
    body.push({ kind: 'text', text: `送达凭证：${proof.name}。${remark}` }, ...blocks)
  }
  const { title } = letterKinds[letter.kind as keyof typeof letterKinds]
  return { title, note: [letter.number, letter.datedOn].filter((one) => one !== null).join('，'), body }
}

/** How a letter left or arrived, in words; what was written by hand stands as it is. */
const methodText = (method: string | null): string =>
  method === null ? '' : ({ ...words.deliveries, entrusted: '委托送达' }[method] ?? method)

const letterText = ({ content }: LetterRecord): string =>
  [
    content.title,
    content.salutation,
    ...content.paragraphs.map(({ text }) => text),
    ...content.attachments.map((one) => `附件：${one}`),
  ].join('\n')

/** What may show whose case it is stays out of a masked archive. */
const withheldPages: { blocks: BundleBlock[]; remark: string } = { blocks: [], remark: '内有个人信息，隐去号码的案卷不显示，见原件。' }

const kinds: Readonly<Record<string, string>> = {
  'intake-form': '申请材料',
  request: '办理材料',
  redaction: '遮盖好的文件',
  challenge: '复议、诉讼材料',
}

async function filePaper(file: FileRecord, record: CaseRecord, pages: PagesOf): Promise<BundlePaper> {
  const personal = file.on === 'intake-form' || file.on === 'challenge'
  const { blocks, remark } = personal && record.masked ? withheldPages : await pages(file)
  return {
    title: `${kinds[file.on] ?? '材料'}：${file.name}`,
    note: '',
    body: [
      {
        kind: 'facts',
        rows: [
          ['文件', file.name],
          ['类型', file.type],
          ['字节', String(file.size)],
          ['哈希值', file.hash],
          ['说明', remark],
        ],
      },
      ...blocks,
    ],
  }
}

function challengePaper({ challenges }: CaseRecord): BundlePaper {
  return {
    title: '复议、诉讼',
    note: '',
    body: [
      {
        kind: 'table',
        head: ['类型', '机关', '案号', '提起', '状态', '审结'],
        widths: [3, 6, 4, 3, 3, 3],
        rows: challenges.map(({ kind, organ, number, filedOn, state, concludedOn }) => [
          kind === 'litigation' ? '行政诉讼' : '行政复议',
          organ,
          number,
          filedOn,
          words.challengeStates[state] ?? state,
          concludedOn ?? '',
        ]),
      },
    ],
  }
}

function fileList({ files }: CaseRecord): BundlePaper {
  const table: BundleBlock = {
    kind: 'table',
    head: ['文件', '字节', '哈希值（SHA-256）'],
    widths: [7, 2, 9],
    rows: files.map(({ name, size, hash }) => [name, String(size), hash]),
  }
  return { title: '电子文件清单', note: '', body: files.length === 0 ? [{ kind: 'text', text: '没有电子文件。' }] : [table] }
}

/** The pages of a file, or why they are not shown. */
async function pagesOf(ctx: Context, file: FileRecord, room: { left: number }): Promise<{ blocks: BundleBlock[]; remark: string }> {
  const bytes = await ctx.files.get(file.hash)
  if (!bytes) return { blocks: [], remark: '原件不在了。' }
  if (file.type === 'image/png' || file.type === 'image/jpeg') {
    if (room.left === 0) return { blocks: [], remark: overflow(0, 1) }
    room.left--
    const format = file.type === 'image/png' ? 'png' : 'jpg'
    return { blocks: [{ kind: 'page', format, bytes, alt: file.name }], remark: '见下页。' }
  }
  if (file.type !== 'application/pdf') return { blocks: [], remark: '这种文件不能印在这里，见原件。' }
  const opened = await openPdf(bytes)
  if (!opened.ok) return { blocks: [], remark: '这份 PDF 打不开或者加了密码，见原件。' }
  const shown = Math.min(opened.pages.length, most.file, room.left)
  const blocks: BundleBlock[] = []
  try {
    for (let page = 0; page < shown; page++) {
      const alt = `${file.name} 第 ${page + 1} 页`
      blocks.push(
        file.on === 'letter'
          ? { kind: 'page', format: 'pdf', bytes, page: page + 1, alt }
          : { kind: 'page', format: 'png', bytes: await renderPage(bytes, page, dots), alt },
      )
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
  room.left -= blocks.length
  const left = opened.pages.length - blocks.length
  return { blocks, remark: left > 0 ? overflow(blocks.length, left) : `共 ${blocks.length} 页，见下页。` }
}

const overflow = (shown: number, left: number): string => `印出 ${shown} 页，另有 ${left} 页见原件。`
