/**
 * The year of 云溪县 behind its reports: requests that came before the county worked here, registers, the reports of 2023 and 2024, and those of
 * 2025 as they stand on 2026-01-20. What is wrong among them is planted, and told in docs/demo.md.
 */
import { casesOf, importLedger, openChallenge, performChallenge } from '#casework'
import {
  beginReport,
  clearReport,
  editReport,
  fileReport,
  publishReport,
  remarkOn,
  reportAt,
  returnReport,
  submitReport,
  takeReports,
} from '#filing'
import { type Actor, allBodies, type Body, bodyBySlug, changeSetting, decide, type Machine, signOffsOf } from '#identity'
import { csvLine } from '#kit'
import { addEntry, importEntries, receiveNotice } from '#registers'
import { render } from '#render'
import { type CellKey, type Chapter, cellKeys, formOf, noPrint, type Report } from '#report'
import { chanceOf } from '#simulation'
import { government, land, office } from './county.ts'
import { people } from './people.ts'
import type { Stage } from './seed.ts'

const housing = 'housing-construction'
const labour = 'human-resources'
/** Thirty-odd thousand decisions a year each. */
const [police, market] = ['public-security', 'market-regulation'] as const

/** How many requests came in 2025 by another system, by body; most towns none. */
const asked: Readonly<Record<string, number>> = {
  [land]: 96,
  [housing]: 88,
  [labour]: 41,
  [police]: 9,
  education: 7,
  qingshi: 3,
  chengguan: 4,
}
/** Of them, those that came in the last weeks of 2024 and were carried over. */
const carried: Readonly<Record<string, number>> = { [land]: 4, [housing]: 3, [labour]: 2 }

/** Where the reports of 2025 stand on 20 January; of bodies that are not named none is begun. */
const standings = {
  published: ['development-reform', 'justice'],
  cleared: ['education', 'audit'],
  filed: ['civil-affairs', 'water', market],
  returned: ['finance'],
  reviewing: ['health'],
  drafting: [housing],
} as const
/** By Word file: they have no time for another account. */
const filesByFile = ['qingshi', 'liuwan', 'bailu']
/** Published their report on 2024 after the end of January. */
const lateLastYear = ['culture-tourism', 'forestry', 'daping', 'tongling', 'songpo']

const days = {
  imported: '2025-12-31',
  notice: '2025-12-22',
  fileBy: '2026-01-23',
  begun: '2026-01-06',
  filed: '2026-01-14',
  looked: '2026-01-16',
}

/** Whoever set the site up. */
const machine: Machine = { personId: null, origin: 'system' }

/** Everything of the year but what is under way (work.ts). The clock ends on `today`. */
export async function seedYear(stage: Stage, today: string): Promise<void> {
  const { on, ctx } = stage
  const bodies = (await allBodies(ctx)).filter(({ kind }) => kind !== 'government' && kind !== 'vertical')
  on(days.notice)
  // In most bodies one person heads the disclosure unit and signs: two steps want two people.
  for (const { id, slug } of bodies)
    if (slug !== land && slug !== office) await changeSetting(ctx, machine, { key: 'reportReview', value: ['leader'], bodyId: id })
  await notice(stage)
  on(days.imported)
  await ledgers(stage)
  await lateAnswerInCourt(stage)
  await registers(stage, bodies)
  on(days.begun)
  await earlierReports(stage, bodies)
  await thisYear(stage)
  on(today)
}

const actorFor = async ({ actor }: Stage, body: string, role: string): Promise<Actor> =>
  actor(people.find(({ posts }) => posts.some((post) => post.body === body && post.role === role))!.username)

async function notice(stage: Stage): Promise<void> {
  const { ctx } = stage
  const higher = await actorFor(stage, office, 'higher-office')
  const entry = await addEntry(ctx, higher, {
    register: 'notices',
    body: office,
    unit: '政务公开股',
    values: {
      title: '关于做好2025年政府信息公开工作年度报告编制发布工作的通知',
      number: '云府办函〔2025〕41号',
      on: days.notice,
      year: 2025,
      fileBy: days.fileBy,
      publishBy: '2026-01-30',
      extras: '收取信息处理费情况\n年度政务公开要点落实情况\n建议提案办理结果公开情况',
    },
  })
  stage.on('2025-12-23')
  for (const body of [land, housing, 'finance', 'education', 'qingshi'])
    await receiveNotice(ctx, await actorFor(stage, body, 'drafter'), entry.id, body)
}

const matters = [
  '征地补偿安置方案',
  '房屋征收决定',
  '建设工程规划许可证',
  '土地出让合同',
  '危房鉴定报告',
  '拆迁评估报告',
  '社会保险缴费明细表',
  '工伤认定档案',
  '项目验收单',
]
const sued = '城南片区2024年房屋征收分户补偿情况'
const places = ['石板桥村', '城南片区', '白鹭镇采石场', '柳湾社区', '东关街道', '双河镇合水路', '枫林镇老街', '开发区二期']
const names = ['陶然', '童安', '邵一禾', '温故', '居安', '柯以', '骆青', '费晓', '蒙舟', '庄宁', '计南', '成蹊']
/** Asks again and again. */
const frequent = '钟不鸣'
const results = {
  予以公开: 46,
  部分公开: 12,
  本机关不掌握相关政府信息: 18,
  属于三类内部事务信息: 4,
  信访举报投诉类申请: 6,
  重复申请: 5,
} as const

/** The ledgers that three bureaus and a few others had kept in tables. */
async function ledgers(stage: Stage): Promise<void> {
  const chance = chanceOf(2025)
  const head = [
    '编号',
    '收到日期',
    '申请方式',
    '申请人类型',
    '申请人',
    '申请事项',
    '申请内容',
    '获取方式',
    '答复日期',
    '答复结果',
    '送达方式',
  ]
  for (const [body, count] of Object.entries(asked)) {
    const before = carried[body] ?? 0
    const rows = Array.from({ length: count + before }, (_, at) => {
      const received = at < before ? dayAfter('2024-12-16', at * 2) : dayAfter('2025-01-06', Math.floor(((at - before) * 330) / count))
      const answered = dayAfter(received, at < before ? 24 : 6 + chance.whole(18))
      const title = `${chance.pick(places)}${2021 + chance.whole(4)}年${chance.pick(matters)}`
      const isFirm = chance.likely(0.12)
      const who = isFirm ? '云溪宏图置业有限公司' : chance.likely(0.15) ? frequent : chance.pick(names)
      return [
        `${received.slice(0, 4)}-旧${String(at + 1).padStart(3, '0')}`,
        received,
        chance.pick(['网站', '网站', '挂号信', '当面']),
        isFirm ? '商业企业' : '自然人',
        who,
        title,
        `请提供${title}`,
        '邮寄',
        answered,
        chance.weighted(results),
        '邮寄',
      ]
    })
    // Answered after eleven weeks, and taken to court for it.
    if (body === housing)
      rows.push(['2025-旧900', '2025-02-18', '挂号信', '自然人', '陶然', sued, `请提供${sued}`, '邮寄', '2025-05-08', '予以公开', '邮寄'])
    const bytes = new TextEncoder().encode([head, ...rows].map(csvLine).join(''))
    const clerk = await actorFor(stage, body, 'drafter')
    const file = { body, name: `${body}-2025.csv`, type: 'text/plain', bytes, acceptDoubts: true }
    const { imported, errors } = await importLedger(stage.ctx, clerk, file)
    if (!imported) throw new Error(`the ledger of ${body} is not taken in: ${errors[0]?.what ?? ''}`)
  }
}

/** 未在法定期限内答复: the applicant sued for the delay, the court has not decided. */
async function lateAnswerInCourt(stage: Stage): Promise<void> {
  const { ctx } = stage
  const clerk = await actorFor(stage, housing, 'drafter')
  const { items } = await casesOf(ctx, clerk, { body: housing, q: sued, order: 'received' })
  const suit = await openChallenge(ctx, clerk, {
    bodyId: (await bodyBySlug(ctx, housing))!.id,
    kind: 'litigation',
    isDirect: true,
    requestIds: [items[0]!.id],
    organ: '云溪县人民法院',
    number: '（2025）云0921行初18号',
    filedOn: '2025-12-15',
  })
  await performChallenge(ctx, clerk, suit.id, 'receive-copy', { on: '2025-12-24' })
}

/** A table taken into a register, as its people would. */
async function fill(
  stage: Stage,
  body: string,
  register: string,
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Promise<void> {
  const bytes = new TextEncoder().encode([head, ...rows.map((row) => row.map(String))].map(csvLine).join(''))
  const clerk = await actorFor(stage, body, 'drafter')
  const { imported, errors } = await importEntries(stage.ctx, clerk, {
    register,
    body,
    name: `${register}.csv`,
    type: 'text/plain',
    bytes,
    dryRun: false,
  })
  if (!imported) throw new Error(`${register} of ${body} is not taken in: ${errors[0]?.what ?? ''}`)
}

const months = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, '0')}`)

async function registers(stage: Stage, bodies: readonly Body[]): Promise<void> {
  const chance = chanceOf(711)
  const monthly = (items: readonly string[], most: number, unit: string) =>
    months.flatMap((month) => items.map((item) => [month, item, Math.floor(most / 2) + chance.whole(Math.ceil(most / 2)), unit]))
  const decisions = ['月份', '事项', '决定数量', '来源单位']
  await fill(stage, police, 'penalties', decisions, monthly(['道路交通违法', '治安管理'], 1900, '交警大队'))
  await fill(stage, police, 'compulsory-measures', decisions, monthly(['扣留机动车'], 260, '交警大队'))
  await fill(stage, market, 'licensing', decisions, monthly(['市场主体登记', '食品经营许可'], 1500, '登记注册股'))
  await fill(stage, market, 'penalties', decisions, monthly(['食品安全'], 24, '综合执法大队'))
  await fill(stage, land, 'licensing', decisions, monthly(['建设用地规划许可', '建设工程规划许可'], 22, '国土空间规划股'))
  await fill(stage, land, 'penalties', decisions, monthly(['违法占地'], 5, '耕地保护监督股'))
  await fill(
    stage,
    land,
    'fees',
    ['月份', '项目', '金额（元）', '来源单位'],
    months.map((month) => [month, '不动产登记费', 18_000 + 80 * chance.whole(300), '不动产登记中心']),
  )
  await fill(
    stage,
    land,
    'normative-documents',
    ['名称', '文号', '制定日期', '失效日期'],
    [
      ['云溪县临时用地管理办法', '云自然资规〔2025〕1号', '2025-05-12', ''],
      ['云溪县设施农业用地管理细则', '云自然资规〔2025〕2号', '2025-09-03', ''],
      ['云溪县采矿权出让收益征收办法', '云自然资规〔2021〕3号', '2021-04-20', '2026-04-19'],
    ],
  )
  await fill(
    stage,
    land,
    'accounts',
    ['账号名称', '类别', '网址', '开设日期', '前身'],
    [
      ['云溪自然资源', '微信公众号', 'yunxi-zrzy', '2019-06-01', '云溪国土'],
      ['云溪县自然资源局网页', '政府网站', 'https://www.yunxi.example/zrzy', '2019-04-01', ''],
    ],
  )
  await fill(
    stage,
    land,
    'training',
    ['主题', '类别', '举办日期', '参加人数'],
    [
      ['依申请公开办理实务', '培训', '2025-04-17', '46'],
      ['不动产登记开放日', '政府开放日', '2025-09-26', '30'],
    ],
  )
  await fill(
    stage,
    land,
    'proposals',
    ['标题', '类别', '收到日期', '答复日期', '是否公开'],
    [
      ['关于公开宅基地审批流程的建议', '人大代表建议', '2025-02-20', '2025-05-15', '是'],
      ['关于城南片区规划公示的提案', '政协提案', '2025-02-21', '2025-05-20', '是'],
    ],
  )
  await fill(
    stage,
    land,
    'self-inspections',
    ['检查内容', '检查日期', '发现的问题', '整改情况'],
    [
      ['答复书抽查', '2025-10-16', '三份答复书没有写明具体条款', '已重新制作样式，条款写到项'],
      ['栏目更新', '2025-11-20', '征地信息专栏有两条迟了十天', '由耕保股每周三更新，专人核对'],
    ],
  )
  const posts = ['月份', '渠道', '栏目', '条数']
  for (const { slug, kind } of bodies) {
    if (kind === 'party' || filesByFile.includes(slug)) continue
    await fill(
      stage,
      slug,
      'posts',
      posts,
      months.filter((_, at) => at % 3 === 2).map((month) => [month, '政府网站', '工作动态', 12 + chance.whole(70)]),
    )
  }
}

/** The day so many days later. */
const dayAfter = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)

interface Numbers {
  readonly received: number
  readonly carriedIn: number
  readonly carriedOut: number
  readonly fees?: number
  readonly documents?: number
}

/** Tables whose sums hold: all requests from natural persons, half of them granted, the rest not held or in part. */
function tables({ received, carriedIn, carriedOut, fees = 0, documents = 0 }: Numbers): Record<CellKey, number> {
  const figures: Record<CellKey, number> = Object.fromEntries(cellKeys('2021').map((key) => [key, 0]))
  const concluded = received + carriedIn - carriedOut
  const granted = Math.ceil(concluded / 2)
  const notHeld = Math.floor((concluded - granted) / 2)
  const rows = { received, carriedIn, granted, unableNotHeld: notHeld, partlyGranted: concluded - granted - notHeld, concluded, carriedOut }
  for (const [row, value] of Object.entries(rows))
    for (const column of ['naturalPerson', 'total']) figures[`requests.${row}.${column}`] = value
  figures['proactive.fees'] = fees
  figures['proactive.normativeDocuments.inForce'] = documents
  return figures
}

interface Told {
  readonly name: string
  readonly year: number
  readonly numbers: Numbers
  readonly source?: string
  readonly chapters?: Readonly<Record<number, string>>
}

/** A report as the body itself wrote it elsewhere. */
function writtenReport({ name, year, numbers, source = '国办公开办函〔2021〕30号', chapters = {} }: Told): Report {
  const form = formOf('2021')
  const texts: Readonly<Record<number, string>> = {
    0: `根据《中华人民共和国政府信息公开条例》和《政府信息公开工作年度报告格式》（${source}）的要求，编制本报告。所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    1: [
      `（一）主动公开。全年在县政府网站发布信息${20 + name.length * 3}条。`,
      numbers.received === 0
        ? '（二）依申请公开。全年没有收到申请。'
        : `（二）依申请公开。全年收到申请${numbers.received}件，均在期限内办理。`,
      '（三）政府信息管理。公文起草时同步确定公开属性。',
      '（四）平台建设。栏目由办公室专人维护，每周检查一次。',
      '（五）监督保障。工作考核：列入年度考核。社会评议：没有开展。责任追究：没有责任追究的情形。',
    ].join('\n'),
    5: '存在的主要问题：政策解读的形式单一。改进情况：今后图表解读和文字解读一并发布。',
    6: '本年度没有收取信息处理费。没有其他需要报告的事项。',
    ...chapters,
  }
  const title = `${name}${year}年政府信息公开工作年度报告`
  return {
    title,
    body: name,
    year,
    edition: '2021',
    figures: tables(numbers),
    cells: {},
    chapters: [0, 1, 2, 3, 4, 5, 6].map((number): Chapter => {
      const text = texts[number] ?? ''
      return {
        number,
        title: number === 0 ? '' : form.chapters[number - 1]!,
        text,
        lines: text === '' ? [] : text.split('\n').map((line) => ({ text: line, at: {} })),
        at: null,
      }
    }),
    printed: { ...noPrint, titles: [{ text: title, at: {} }], signature: { name, date: `${year + 1}-01-18`, at: {} } },
  }
}

/** 2023 and 2024 as they stood on the bodies' old pages: taken in as web pages, published since then. */
async function earlierReports(stage: Stage, bodies: readonly Body[]): Promise<void> {
  const { ctx } = stage
  const higher = await actorFor(stage, office, 'higher-office')
  const chance = chanceOf(2023)
  for (const { slug, name, id } of bodies) {
    // Nobody takes the reports of their own body.
    if (higher.posts.some(({ bodyId }) => bodyId === id)) continue
    const many = asked[slug] ?? 0
    const out = { 2023: many > 20 ? 2 + chance.whole(3) : 0, 2024: carried[slug] ?? 0 }
    const numbers: Readonly<Record<number, Numbers>> = {
      2023: { received: many === 0 ? 0 : Math.ceil(many * 0.7), carriedIn: 0, carriedOut: out[2023], documents: slug === land ? 1 : 0 },
      // Housing wrote one less than it carried over: planted.
      2024: {
        received: many === 0 ? 0 : Math.ceil(many * 0.85),
        carriedIn: out[2023],
        carriedOut: slug === housing ? out[2024] - 1 : out[2024],
        documents: slug === land ? 1 : 0,
      },
    }
    for (const year of many > 0 || chance.likely(0.3) ? [2023, 2024] : [2024]) {
      const bytes = await render(writtenReport({ name, year, numbers: numbers[year]! }), 'html')
      const [taken] = await takeReports(ctx, higher, {
        body: government,
        year,
        file: { name: `${name}${year}.html`, type: 'text/html', bytes },
        member: slug,
        publishedOn:
          year === 2024 && lateLastYear.includes(slug) ? '2025-02-11' : `${year + 1}-01-${String(19 + chance.whole(10)).padStart(2, '0')}`,
      })
      if (taken?.taking !== 'new')
        throw new Error(`the report of ${slug} on ${year} is not taken: ${taken?.taking ?? ''} ${taken?.why ?? ''}`)
    }
  }
}

/** The reports of 2025, each as far as it has come. */
async function thisYear(stage: Stage): Promise<void> {
  const { ctx, on } = stage
  const higher = await actorFor(stage, office, 'higher-office')
  const isAt = (standing: keyof typeof standings, slug: string) => (standings[standing] as readonly string[]).includes(slug)
  for (const slug of Object.values(standings).flat()) {
    on(days.begun)
    const id = await begin(stage, slug)
    if (isAt('drafting', slug)) continue
    on(days.filed)
    await send(stage, slug, id)
    if (isAt('reviewing', slug)) continue
    await approve(stage, slug, id)
    await fileReport(ctx, await actorFor(stage, slug, 'drafter'), id)
    on(days.looked)
    if (isAt('returned', slug)) {
      await remarkOn(ctx, higher, id, { cell: 'proactive.fees', remark: '本机关代收的行政事业性收费没有列入，请与非税系统核对' })
      await remarkOn(ctx, higher, id, { chapter: 5, remark: '问题写得太笼统，请写明是哪个栏目、差在哪里' })
      await returnReport(ctx, higher, id, '请按批注修改后重新报送')
    }
    if (isAt('cleared', slug) || isAt('published', slug)) await clearReport(ctx, higher, id)
    if (isAt('published', slug)) await publishReport(ctx, await actorFor(stage, slug, 'drafter'), id)
  }
  await byFile(stage, higher)
}

/** Begun and written: what no record tells, in the body's own words. */
async function begin({ ctx, actor }: Stage, slug: string): Promise<string> {
  const clerk = await actorFor({ ctx, actor } as Stage, slug, 'drafter')
  const { id, edition, draft } = await beginReport(ctx, clerk, { body: slug, year: 2025 })
  const told = [...(own[slug] ?? [])]
  const chapters = Object.fromEntries(
    Object.entries(draft.chapters).flatMap(([number, text]) =>
      text.includes('【') ? [[number, text.replaceAll(/【[^】]*】/g, () => told.shift() ?? '本年度没有新的情况。')]] : [],
    ),
  )
  await editReport(ctx, clerk, id, { edition, chapters })
  return id
}

/** What no record tells, as each body puts it: how it manages information, a problem, what it does about it, what the notice asks for. */
const own: Readonly<Record<string, readonly string[]>> = {
  'development-reform': [
    '项目审批结果由投资科当天交综合科上网，综合科每月对一次编号。',
    '重大项目进度栏目有两个季度没有按时更新。',
    '由投资科在季后五日内报送，综合科挂网后回执。',
    '要点涉及本局六项，已完成六项。',
  ],
  justice: [
    '规范性文件备案和网站公布由同一人经手，文号、日期两头核对。',
    '行政复议决定书上网前的隐名处理慢。',
    '与政务股商定三个工作日的时限，超期的列单催办。',
    '要点涉及本局两项，已完成。',
  ],
  education: [
    '招生政策由基教科起草、办公室审读、家长代表试读后发布。',
    '学区划分图分辨率低，手机上看不清。',
    '改为分街区出图，可以放大查看。',
    '要点涉及本局五项，完成五项。',
  ],
  audit: [
    '审计结果公告由法规科拟定，两名负责人会签后公布。',
    '整改情况公告比审计公告晚了一个季度。',
    '整改结果改为随到随登，不等汇总。',
    '要点涉及本局一项，已完成。',
  ],
  'civil-affairs': [
    '低保、特困名册每月由各乡镇报送，救助股抽查一成后公示。',
    '有两个乡镇公示期满没有撤下个人信息。',
    '公示设了到期日，到期由系统管理员逐条撤下。',
    '要点涉及本局三项，完成三项。',
  ],
  water: [
    '水库汛限水位和河道采砂许可由河湖股直接填报，办公室复核。',
    '农村供水水质检测结果只放在附件里，群众找不到。',
    '检测结果改成网页表格，按乡镇列出。',
    '要点涉及本局两项，已完成。',
  ],
  [market]: [
    '抽检结果由综合执法大队每周五提供，信用股核对主体名称后公布。',
    '食品抽检不合格的后续处置公布不全。',
    '每批抽检建一张处置表，办结一户补一户。',
    '要点涉及本局四项，完成四项。',
  ],
  finance: ['预决算由预算股统一格式，各单位自行核对后在同一天公布。', '公开工作有待加强。', '进一步加强。', '要点涉及本局三项，完成三项。'],
  health: [
    '疫情和卫生监督信息由疾控股审核医学用语，办公室审核格式。',
    '医疗机构校验结果公布晚了半个月。',
    '改为许可系统自动推送，办公室次日核对。',
    '要点涉及本局四项，完成四项。',
  ],
  [housing]: [
    '房屋征收项目按项目建目录，补偿方案、评估结果、分户情况分栏公布。',
    '两个征收项目的分户补偿情况公布不全。',
    '由征收办补齐并每季度自查一次。',
    '要点涉及本局五项，完成四项，一项结转。',
  ],
}

async function send(stage: Stage, slug: string, id: string): Promise<void> {
  const clerk = await actorFor(stage, slug, 'drafter')
  const { doubts, edition } = await reportAt(stage.ctx, clerk, id)
  const confirmed = Object.fromEntries(doubts.flatMap(({ key, severity }) => (severity === 'warning' ? [[key, '已与台账核对，属实']] : [])))
  if (Object.keys(confirmed).length > 0) await editReport(stage.ctx, clerk, id, { edition, confirmed })
  await submitReport(stage.ctx, clerk, id)
}

async function approve(stage: Stage, slug: string, id: string): Promise<void> {
  const hand = await actorFor(stage, slug, 'leader')
  const { items } = await signOffsOf(stage.ctx, hand, { state: 'open' })
  const found = items.find(({ noun, nounId }) => noun === 'annual-report' && nounId === id)!
  await decide(stage.ctx, hand, found.id, { decision: 'approved', opinion: '同意', contentHash: found.contentHash })
}

/** Three towns by Word file: one with 元 for 万元, one with a wrong document number, one whose text is nearly the other's. */
async function byFile({ ctx, on }: Stage, higher: Actor): Promise<void> {
  on(days.looked)
  const shared = (place: string) => ({
    1: [
      `（一）主动公开。把村务公开栏和网站栏目对照更新，全年发布通知公告、惠农补贴、民生实事等信息四十余条，重大事项在会后三日内上墙上网。`,
      '（二）依申请公开。受理窗口设在便民服务中心，公开了受理地址、电话和办理流程，安排专人值守，做到来有登记、去有回音。',
      '（三）政府信息管理。明确一名副职分管，党政办公室统一登记、审查、归档，发布前逐条核对内容和个人信息。',
      '（四）平台建设。依托县政府网站乡镇栏目和便民服务大厅电子屏发布信息，没有单独开设账号。',
      '（五）监督保障。把公开工作列入站所考核，全年组织学习四次。工作考核：合格。社会评议：没有开展。责任追究：没有责任追究的情形。',
    ].join('\n'),
    5: `存在的主要问题：一是${place}各站所报送信息不均衡，有的站所全年只报了两条；二是解读材料少。改进情况：一是按月通报各站所报送数量；二是请分管领导走村时现场解读，录成短视频。`,
  })
  const reports: readonly Told[] = [
    // 38,600 元 of fees written where 万元 belong.
    {
      name: '云溪县青石镇人民政府',
      year: 2025,
      numbers: { received: 3, carriedIn: 0, carriedOut: 0, fees: 38_600 },
      chapters: { 6: '本年度没有收取信息处理费。' },
    },
    { name: '云溪县柳湾镇人民政府', year: 2025, numbers: { received: 0, carriedIn: 0, carriedOut: 0 }, chapters: shared('柳湾镇') },
    {
      name: '云溪县白鹭镇人民政府',
      year: 2025,
      numbers: { received: 0, carriedIn: 0, carriedOut: 0 },
      source: '国办公开办函〔2012〕30号',
      chapters: shared('白鹭镇'),
    },
  ]
  for (const report of reports) {
    const bytes = await render(writtenReport(report), 'docx')
    const file = { name: `${report.name}年报.docx`, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', bytes }
    const [taken] = await takeReports(ctx, higher, { body: government, year: 2025, file })
    if (taken?.taking !== 'new') throw new Error(`${report.name} is not taken: ${taken?.taking ?? ''}`)
  }
}
