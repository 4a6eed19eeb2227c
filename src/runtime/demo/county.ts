/** 云溪县, made up: its bodies, as they stand on 2026-01-20 and as they came to be. No such place, body or number exists. */
import type { NewBody } from '#identity'

export const region = { code: '999921', name: '云溪县', shortName: '云溪县' }

/** What the foot of the public pages must name (国办发〔2017〕47号). */
export const marks = {
  organiser: '云溪县人民政府办公室',
  undertaker: '云溪县政务服务和数据管理局',
  siteCode: '9999210001',
  icpNumber: '某ICP备00000000号',
  policeNumber: '某公网安备 99992102000000号',
  contact: '0000-8000 012（工作日 8:30—17:30）',
} as const

/** Slugs that the rest of the demo speaks of. */
export const government = 'yunxi'
export const office = 'office'
export const land = 'natural-resources'

/** The day of the institutional reform (机构改革) that made many of the departments. */
const reform = '2019-03-20'
const hours = '工作日 8:30—12:00、14:30—17:30'
const city = '澜州市'

interface Told {
  readonly slug: string
  /** Without 云溪县. */
  readonly name: string
  readonly address: string
  /** Last three digits of the number. */
  readonly line: number
  readonly unit?: string
  readonly since?: string
  readonly aliases?: readonly string[]
  /** The name before, and the day on which it gave way. */
  readonly before?: readonly [name: string, on: string]
}

/** Of 28 departments the tax office is the last: it answers to its own line and is a vertical organ. */
const departments: readonly Told[] = [
  { slug: 'development-reform', name: '发展和改革局', address: '云溪大道 1 号', line: 101, aliases: ['发改局'], since: reform },
  { slug: 'education', name: '教育局', address: '学府路 6 号', line: 110, since: '1984-05-10' },
  { slug: 'science-industry', name: '科技和工业信息化局', address: '云溪大道 1 号', line: 118, aliases: ['科工信局'], since: reform },
  { slug: 'public-security', name: '公安局', address: '平安路 9 号', line: 126, unit: '法制大队', since: '1952-03-01' },
  { slug: 'civil-affairs', name: '民政局', address: '文昌路 32 号', line: 133, since: '1980-07-01' },
  { slug: 'justice', name: '司法局', address: '平安路 15 号', line: 140, since: '1981-01-15' },
  { slug: 'finance', name: '财政局', address: '云溪大道 3 号', line: 147, since: '1952-03-01' },
  { slug: 'human-resources', name: '人力资源和社会保障局', address: '文昌路 40 号', line: 155, aliases: ['人社局'], since: '2010-04-12' },
  { slug: land, name: '自然资源局', address: '文昌路 18 号', line: 268, unit: '局办公室', since: reform },
  { slug: 'housing-construction', name: '住房和城乡建设局', address: '文昌路 22 号', line: 163, aliases: ['住建局'], since: '2010-04-12' },
  { slug: 'transport', name: '交通运输局', address: '南环路 77 号', line: 170, since: '2010-04-12' },
  { slug: 'water', name: '水利局', address: '滨河路 4 号', line: 178, since: '1986-09-01', before: ['水务局', reform] },
  { slug: 'agriculture-rural', name: '农业农村局', address: '滨河路 12 号', line: 186, since: reform },
  { slug: 'commerce', name: '商务局', address: '云溪大道 5 号', line: 192, since: '2005-06-20' },
  { slug: 'culture-tourism', name: '文化和旅游局', address: '学府路 21 号', line: 199, aliases: ['文旅局'], since: reform },
  {
    slug: 'health',
    name: '卫生健康局',
    address: '仁和路 8 号',
    line: 206,
    aliases: ['卫健局'],
    since: '1984-05-10',
    before: ['卫生和计划生育局', reform],
  },
  { slug: 'veterans', name: '退役军人事务局', address: '平安路 30 号', line: 213, since: reform },
  { slug: 'emergency', name: '应急管理局', address: '南环路 18 号', line: 220, since: reform },
  { slug: 'audit', name: '审计局', address: '云溪大道 7 号', line: 227, since: '1984-01-01' },
  { slug: 'market-regulation', name: '市场监督管理局', address: '仁和路 25 号', line: 234, aliases: ['市场监管局'], since: reform },
  { slug: 'statistics', name: '统计局', address: '云溪大道 7 号', line: 241, since: '1984-05-10' },
  { slug: 'medical-insurance', name: '医疗保障局', address: '仁和路 10 号', line: 248, aliases: ['医保局'], since: reform },
  { slug: 'city-administration', name: '城市管理局', address: '南环路 35 号', line: 255, aliases: ['城管局'], since: '2013-08-01' },
  { slug: 'forestry', name: '林业局', address: '滨河路 20 号', line: 262, since: '1982-02-01' },
  { slug: 'complaints', name: '信访局', address: '云溪大道 1 号', line: 275, since: '1999-04-01' },
  {
    slug: 'government-services',
    name: '政务服务和数据管理局',
    address: '学府路 2 号',
    line: 282,
    aliases: ['政数局'],
    since: reform,
    before: ['行政审批服务局', '2024-05-10'],
  },
  { slug: 'ethnic-religious', name: '民族宗教事务局', address: '文昌路 32 号', line: 289, aliases: ['民宗局'], since: '1996-10-01' },
]

const towns: readonly Told[] = [
  { slug: 'qingshi', name: '青石镇', address: '青石镇石板桥村', line: 301 },
  { slug: 'liuwan', name: '柳湾镇', address: '柳湾镇湾头街 2 号', line: 308 },
  { slug: 'bailu', name: '白鹭镇', address: '白鹭镇白鹭街 1 号', line: 315 },
  { slug: 'shimen', name: '石门镇', address: '石门镇关前街 6 号', line: 322 },
  { slug: 'shuanghe', name: '双河镇', address: '双河镇合水路 3 号', line: 329 },
  { slug: 'fenglin', name: '枫林镇', address: '枫林镇枫林街 8 号', line: 336 },
  { slug: 'yuntai', name: '云台镇', address: '云台镇云台路 11 号', line: 343 },
  { slug: 'chashan', name: '茶山镇', address: '茶山镇茶市街 5 号', line: 350 },
  { slug: 'daping', name: '大坪乡', address: '大坪乡大坪街 1 号', line: 357 },
  { slug: 'tongling', name: '桐岭乡', address: '桐岭乡桐花路 2 号', line: 364 },
  { slug: 'zhuxi', name: '竹溪乡', address: '竹溪乡竹溪街 4 号', line: 371 },
  { slug: 'songpo', name: '松坡乡', address: '松坡乡松坡街 7 号', line: 378 },
  { slug: 'chengguan', name: '城关街道', address: '城关街道学府路 50 号', line: 385, before: ['城关镇', '2016-12-08'] },
  { slug: 'dongguan', name: '东关街道', address: '东关街道东门路 9 号', line: 392, since: '2016-12-08' },
]

/** A body of the demo: how it was added, and what happened to its name since. */
export interface CountyBody {
  readonly body: NewBody
  readonly renamed?: { readonly name: string; readonly shortName?: string; readonly since: string }
}

const common = { region: region.code, postcode: '999921', hours, court: '云溪县人民法院', reconsiderationOrgan: '云溪县人民政府' } as const

/** The 46 bodies that exist, each after the body it files to: the government and its office, 28 departments, 14 towns and streets, a zone, a party body. */
export const bodies: readonly CountyBody[] = [
  {
    body: {
      ...common,
      slug: government,
      name: '云溪县人民政府',
      shortName: '县政府',
      kind: 'government',
      level: 'county',
      uscc: codeOf(1),
      unit: '县政府办公室政务公开股',
      address: '云溪县城关街道云溪大道 1 号',
      phone: '0000-8000 012',
      fax: '0000-8000 013',
      email: 'zwgk@yunxi.example',
      reconsiderationOrgan: `${city}人民政府`,
      court: `${city}中级人民法院`,
      establishedOn: '1952-03-01',
    },
  },
  {
    body: {
      ...common,
      slug: office,
      name: '云溪县人民政府办公室',
      shortName: '县政府办公室',
      aliases: ['县府办'],
      kind: 'office',
      level: 'county',
      filesTo: government,
      uscc: codeOf(2),
      unit: '政务公开股',
      address: '云溪县城关街道云溪大道 1 号',
      phone: '0000-8000 012',
      fax: '0000-8000 013',
      email: 'zwgk@yunxi.example',
      establishedOn: '1952-03-01',
    },
  },
  ...departments.map((told, at) => countyBody(told, at, 'department')),
  {
    body: {
      ...common,
      slug: 'taxation',
      name: '国家税务总局云溪县税务局',
      shortName: '税务局',
      aliases: ['县税务局'],
      kind: 'vertical',
      level: 'county',
      position: departments.length,
      uscc: codeOf(90),
      unit: '办公室',
      address: '云溪县城关街道仁和路 40 号',
      phone: '0000-8000 296',
      reconsiderationOrgan: `国家税务总局${city}税务局`,
      establishedOn: '2018-07-20',
    },
  },
  ...towns.map((told, at) => countyBody(told, at, 'town')),
  {
    body: {
      ...common,
      slug: 'development-zone',
      name: '云溪经济开发区管理委员会',
      shortName: '云溪经济开发区',
      aliases: ['经开区管委会'],
      kind: 'zone',
      level: 'county',
      filesTo: office,
      uscc: codeOf(80),
      unit: '综合办公室',
      address: '云溪县东关街道开发大道 100 号',
      phone: '0000-8000 401',
      establishedOn: '2006-03-08',
    },
  },
  {
    body: {
      ...common,
      slug: 'rural-work',
      name: '中共云溪县委农村工作领导小组办公室',
      shortName: '县委农办',
      kind: 'party',
      level: 'county',
      filesTo: office,
      sharesOfficeWith: 'agriculture-rural',
      uscc: codeOf(85),
      unit: '农业农村局办公室',
      address: '云溪县城关街道滨河路 12 号',
      phone: '0000-8000 186',
      establishedOn: reform,
    },
  },
]

/** Bodies that are no more, and who answers for them since. */
export const ended = [
  {
    body: countyBody(
      { slug: 'land-resources', name: '国土资源局', address: '文昌路 18 号', line: 268, since: '2001-11-01' },
      90,
      'department',
    ).body,
    end: { on: reform, kind: 'merged', successors: [land], basis: '云溪县机构改革方案（云办发〔2019〕3号）' },
  },
  {
    body: countyBody({ slug: 'tourism', name: '旅游局', address: '学府路 21 号', line: 199, since: '2003-02-01' }, 91, 'department').body,
    end: { on: reform, kind: 'merged', successors: ['culture-tourism'], basis: '云溪县机构改革方案（云办发〔2019〕3号）' },
  },
  {
    body: countyBody(
      { slug: 'rural-revitalisation', name: '乡村振兴局', address: '滨河路 12 号', line: 187, since: '2021-06-10' },
      92,
      'department',
    ).body,
    end: { on: '2024-06-28', kind: 'merged', successors: ['agriculture-rural'], basis: '云溪县机构改革方案（云办发〔2024〕6号）' },
  },
] as const satisfies readonly { body: NewBody; end: { on: string; kind: 'merged'; successors: readonly string[]; basis: string } }[]

function countyBody(
  { slug, name, address, line, unit, since, aliases, before }: Told,
  position: number,
  kind: 'department' | 'town',
): CountyBody {
  const isTown = kind === 'town'
  /** 云溪县青石镇人民政府, 云溪县人民政府城关街道办事处, 云溪县财政局. */
  const full = (text: string) =>
    !isTown ? `云溪县${text}` : text.endsWith('街道') ? `云溪县人民政府${text}办事处` : `云溪县${text}人民政府`
  return {
    body: {
      ...common,
      slug,
      name: full(before?.[0] ?? name),
      shortName: name,
      aliases: [...(isTown ? [] : [`县${name}`]), ...(aliases ?? [])],
      kind,
      level: isTown ? 'town' : 'county',
      filesTo: office,
      position,
      uscc: codeOf((isTown ? 50 : 10) + position),
      unit: unit ?? (isTown ? '党政办公室' : '办公室'),
      address: isTown ? `云溪县${address}` : `云溪县城关街道${address}`,
      phone: `0000-8000 ${line}`,
      establishedOn: since ?? '1984-05-10',
    },
    ...(before && { renamed: { name: full(name), since: before[1] } }),
  }
}

/** 统一社会信用代码 of a body (GB 32100-2015): 11 for an organ, the region, an organisation code with its own check character (GB 11714), and the last check character. */
function codeOf(serial: number): string {
  const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const organisation = `MB9${String(serial).padStart(5, '0')}`
  const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const weights = [3, 7, 9, 10, 5, 8, 4, 2]
  const rest = 11 - (weights.reduce((sum, weight, at) => sum + weight * letters.indexOf(organisation[at]!), 0) % 11)
  const first = `11${region.code}${organisation}${rest === 10 ? 'X' : rest === 11 ? '0' : rest}`
  const total = [...first].reduce((sum, character, at) => sum + characters.indexOf(character) * (3 ** at % 31), 0)
  return first + characters[(31 - (total % 31)) % 31]
}

/** What bodies set for their letters and fees, by slug. */
export const ofBodies: Readonly<Record<string, Readonly<Record<string, string | boolean>>>> = {
  [land]: {
    letterWord: '云自然资公开',
    onlineReconsideration: 'https://fuyi.example.gov.cn/',
    chargesFees: true,
    feeAccount: '凭本通知书到县政务服务大厅非税窗口缴纳，领取财政票据',
  },
  [office]: { letterWord: '云府办公开', onlineReconsideration: 'https://fuyi.example.gov.cn/' },
}
