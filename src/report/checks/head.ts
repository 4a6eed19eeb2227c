import { fold } from '#kit'
import type { Check } from '../check.ts'
import type { Finding } from '../findings.ts'
import type { Line, Report } from '../model.ts'
import { levelIn, search } from './search.ts'

const form = '国办公开办函〔2021〕30号'
const properTitle = '政府信息公开工作年度报告'

/** `2025-03-01` as `2025年3月1日`. */
export const spoken = (date: string): string =>
  date.replace(/^(\d{4})-(\d\d)-(\d\d)$/, (_, year, month, day) => `${year}年${Number(month)}月${Number(day)}日`)

const sentencePeriod = /(\d{4})年0?1月0?1日[^。；\d]{0,6}(\d{4})年12月31日/g

function periodFindings(report: Report): Finding[] {
  const { period, titles, kind } = report.printed
  const { year } = report
  const findings: Finding[] = []
  const finding = (say: string, found: string | number | null, line: Line | null): Finding => ({
    rule: 'form.period',
    severity: 'error',
    cells: [],
    found,
    expected: year === null ? null : `${year}年1月1日至${year}年12月31日`,
    say: `form.period.${say}`,
    values: year === null ? {} : { year },
    at: line?.at ?? null,
    ...(line ? { quote: line.text } : {}),
  })
  if (period === null) {
    // JSON holds no period, and a workbook of tables has no prose to state it in.
    const hasProse = report.chapters.some((chapter) => chapter.number < 2 && chapter.text !== '')
    if (hasProse && kind !== 'json' && search(report, '12月31日', sentencePeriod).length === 0) findings.push(finding('absent', null, null))
  } else {
    const months = /^(\d{4})-01-01$/.exec(period.from)?.[1]
    const whole = months !== undefined && period.to === `${months}-12-31`
    const found = `${spoken(period.from)}至${spoken(period.to)}`
    if (!whole) findings.push(finding('part', found, period))
    else if (year !== null && Number(months) !== year) findings.push(finding('year', found, period))
  }
  for (const title of titles.slice(1)) {
    const other = /(\d{4})\s*年/.exec(title.text)?.[1]
    if (year !== null && other !== undefined && Number(other) !== year) findings.push(finding('title', Number(other), title))
  }
  if (year === null) return findings
  for (const { line, match, at } of search(report, '12月31日', sentencePeriod)) {
    if (!/统计|期限|数据/.test(line.text)) continue
    if (period !== null && (match[0].includes(period.text) || period.text.includes(match[0]))) continue
    if (Number(match[1]) === year && Number(match[2]) === year) continue
    findings.push(finding('again', match[0], { text: match[0], at }))
  }
  return findings
}

const at2 = { line: 2, column: 40 }

export const formPeriod: Check = {
  id: 'form.period',
  severity: 'error',
  source: `《政府信息公开条例》第四十九条；${form}`,
  rule: {
    'zh-CN': '统计期限写明，是标题那一年的 1 月 1 日至 12 月 31 日。',
    en: 'The statistic period is stated: the whole of the year in the title.',
  },
  find: periodFindings,
  examples: {
    pass: [
      { shows: 'the whole year', given: {} },
      { shows: 'tables without prose', given: { printed: { period: null, kind: 'xlsx' }, chapters: { 0: null, 1: '' } } },
    ],
    fail: [
      {
        shows: 'no period',
        given: { printed: { period: null }, chapters: { 0: '本报告依照条例编制。' } },
        finds: { say: 'form.period.absent', found: null, expected: '2025年1月1日至2025年12月31日' },
      },
      {
        shows: 'last year’s period',
        given: { printed: { period: { from: '2024-01-01', to: '2024-12-31', text: '2024年1月1日至2024年12月31日', at: at2 } } },
        finds: { say: 'form.period.year', found: '2024年1月1日至2024年12月31日', at: at2 },
      },
      {
        shows: 'a year that ends in November',
        given: { printed: { period: { from: '2025-01-01', to: '2025-11-30', text: '2025年1月1日至11月30日', at: at2 } } },
        finds: { say: 'form.period.part', found: '2025年1月1日至2025年11月30日' },
      },
      {
        shows: 'two titles with two years',
        given: {
          printed: {
            titles: [
              { text: '柳溪镇人民政府2025年政府信息公开工作年度报告', at: { line: 1 } },
              { text: '柳溪镇人民政府2024年政府信息公开工作年度报告', at: { line: 3 } },
            ],
          },
        },
        finds: { say: 'form.period.title', found: 2024, at: { line: 3 } },
      },
      {
        shows: 'another period in chapter one',
        given: { chapters: { 1: '主动公开、依申请公开、信息管理、平台、监督各项数据统计到2024年1月1日至2024年12月31日。' } },
        finds: { say: 'form.period.again' },
      },
    ],
  },
}

export const formTitle: Check = {
  id: 'form.title',
  severity: 'warning',
  source: form,
  rule: { 'zh-CN': '标题写全“政府信息公开工作年度报告”和年份。', en: 'The title says 政府信息公开工作年度报告 in full, with the year.' },
  find: (report) => {
    const { title } = report
    const finding = (say: string, expected: string): Finding => ({
      rule: 'form.title',
      severity: 'warning',
      cells: [],
      found: title,
      expected,
      say: `form.title.${say}`,
      values: {},
      at: report.printed.titles[0]?.at ?? null,
      ...(report.printed.titles[0] ? { quote: report.printed.titles[0].text } : {}),
    })
    if (title === null) return report.chapters.length === 0 ? [] : [finding('absent', properTitle)]
    const findings = fold(title).includes(properTitle) ? [] : [finding('words', properTitle)]
    if (!/(?:19|20)\d\d|二[〇○零0]/.test(title.normalize('NFKC')))
      findings.push(finding('year', report.year === null ? properTitle : `${report.year}年${properTitle}`))
    return findings
  },
  examples: {
    pass: [
      { shows: 'the full title', given: {} },
      { shows: 'spaces in it', given: { title: '柳溪镇人民政府 2025 年 政府信息公开工作年度报告' } },
      { shows: '年度', given: { title: '柳溪镇人民政府2025年度政府信息公开工作年度报告' } },
    ],
    fail: [
      { shows: '年报', given: { title: '柳溪镇2025年政府信息公开工作年报' }, finds: { say: 'form.title.words', expected: properTitle } },
      { shows: 'without 工作', given: { title: '柳溪镇2025年政府信息公开年度报告' }, finds: { say: 'form.title.words' } },
      { shows: 'no title', given: { title: null }, finds: { say: 'form.title.absent', found: null } },
      { shows: 'no year', given: { title: '柳溪镇政府信息公开工作年度报告' }, finds: { say: 'form.title.year' } },
    ],
  },
}

/** The name in the title: what stands before the year. */
const nameInTitle = (report: Report): string | null =>
  /^\s*(?:关于)?(.*?)\s*(?:19|20)\d\d\s*年/.exec(report.title ?? '')?.[1]?.trim() || null

const publisherOf = (report: Report) =>
  report.printed.metadata.find((entry) => /^(?:发布|公开|发文|制作|信息来源|来源)?(?:机构|机关|单位)$/.test(fold(entry.name)))

/** Endings that say what kind of body it is; the name proper stands before them. */
const ending = /(?:人民政府(?:办公[室厅])?|街道办事处|管理委员会|管委会|办事处|党工委)$/

/**
 * Whether two names can be one body: one holds the characters of the other in their order, as 县政府办 does of 柳溪县人民政府办公室.
 * Offices are named by short forms everywhere; only a name with other characters is another body.
 */
export function sameBody(a: string, b: string): boolean {
  const [x, y] = [fold(a), fold(b)]
  const proper = (name: string) => name.replace(ending, '')
  return within(x, y) || within(y, x) || within(proper(x), y) || within(proper(y), x)
}

function within(short: string, long: string): boolean {
  if (short === '') return false
  let next = 0
  for (const character of long) if (character === short[next]) next++
  return next === short.length
}

/** What is left of a name after its place where the whole government signs, itself or by its office. */
const wholeGovernment = /^(?:.*政府(?:办|办公室|办公厅)?|街道|.*街道办|.*办事处|.*管理委员会|.*管委会)?$/

/** 柳溪镇党政办公室 or 柳溪镇财政所 for 柳溪镇人民政府: another organ of the same place. */
function isOtherOrgan(signed: string, titled: string): boolean {
  const [x, y] = [fold(signed), fold(titled)]
  const place = y.replace(ending, '')
  if (place === y || x.includes(y)) return false
  const at = x.indexOf(place)
  return at >= 0 && !wholeGovernment.test(x.slice(at + place.length))
}

export const formBodyName: Check = {
  id: 'form.body-name',
  severity: 'warning',
  source: '《政府信息公开条例》第四十九条：年度报告由本机关公布',
  rule: { 'zh-CN': '标题里的机关、发布机构是同一个机关。', en: 'The body in the title and the publisher are one.' },
  find: (report) => {
    const publisher = publisherOf(report)
    const name = nameInTitle(report)
    if (!publisher || publisher.value.trim() === '' || name === null || sameBody(publisher.value, name)) return []
    return [
      {
        rule: 'form.body-name',
        severity: 'warning',
        cells: [],
        found: publisher.value,
        expected: name,
        say: 'form.body-name',
        values: { field: publisher.name },
        at: publisher.at,
        quote: publisher.value,
      },
    ]
  },
  examples: {
    pass: [
      { shows: 'no metadata', given: {} },
      {
        shows: 'the office of the government',
        given: { printed: { metadata: [{ name: '发布机构', value: '柳溪镇党政办公室', at: { line: 2 } }] } },
      },
      { shows: 'a short form', given: { printed: { metadata: [{ name: '发布机构', value: '云山县柳溪镇', at: { line: 2 } }] } } },
    ],
    fail: [
      {
        shows: 'another town',
        given: { printed: { metadata: [{ name: '发布机构', value: '松岭镇人民政府', at: { line: 2, column: 8 } }] } },
        finds: { found: '松岭镇人民政府', expected: '柳溪镇人民政府', at: { line: 2, column: 8 } },
      },
    ],
  },
}

export const formSignature: Check = {
  id: 'form.signature',
  severity: 'warning',
  source: 'GB/T 9704—2012，7.3.5：发文机关署名',
  rule: {
    'zh-CN': '落款的机关与标题里的机关是同一个，落款日期真实存在。',
    en: 'The signature names the body of the title, and its date exists.',
  },
  find: (report) => {
    const { signature } = report.printed
    const name = nameInTitle(report)
    const findings: Finding[] = []
    const finding = (say: string, found: string, expected: string | null): Finding => ({
      rule: 'form.signature',
      severity: 'warning',
      cells: [],
      found,
      expected,
      say,
      values: {},
      at: signature!.at,
    })
    if (signature === null) return findings
    if (signature.name !== null && name !== null && (!sameBody(signature.name, name) || isOtherOrgan(signature.name, name)))
      findings.push(finding('form.signature', signature.name, name))
    if (signature.date !== null && !isDate(signature.date)) findings.push(finding('form.signature.date', signature.date, null))
    return findings
  },
  examples: {
    pass: [
      { shows: 'no signature', given: {} },
      {
        shows: 'a county by its office',
        given: {
          body: '云山县人民政府',
          printed: { signature: { name: '云山县人民政府办公室', date: '2026-01-20', at: { line: 90 } } },
        },
      },
      {
        shows: 'a street by its short name',
        given: { body: '新桥街道办事处', printed: { signature: { name: '新桥街道办', date: '2026-01-20', at: { line: 90 } } } },
      },
      { shows: 'the same body', given: { printed: { signature: { name: '柳溪镇人民政府', date: '2026-01-20', at: { line: 90 } } } } },
    ],
    fail: [
      {
        shows: 'another body signs',
        given: { printed: { signature: { name: '松岭镇人民政府', date: '2026-01-20', at: { line: 90 } } } },
        finds: { found: '松岭镇人民政府', expected: '柳溪镇人民政府' },
      },
      {
        shows: 'another organ of the same place signs',
        given: { printed: { signature: { name: '柳溪镇党政办公室', date: '2026-01-20', at: { line: 90 } } } },
        finds: { severity: 'warning', found: '柳溪镇党政办公室', expected: '柳溪镇人民政府' },
      },
      {
        shows: 'a day that no month has',
        given: { printed: { signature: { name: null, date: '2026-02-30', at: { line: 90 } } } },
        finds: { say: 'form.signature.date', found: '2026-02-30' },
      },
    ],
  },
}

function isDate(text: string): boolean {
  const [year, month, day] = text.split('-').map(Number)
  if (!year || !month || !day || month > 12) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!
}

/** Last day to publish, by level: departments 31 January, governments from the county up 31 March (条例 Art. 49). Towns are not named. */
const lastDay: Readonly<Record<string, string>> = { department: '01-31', county: '03-31', city: '03-31', province: '03-31' }

export const termDate: Check = {
  id: 'term.date',
  severity: 'warning',
  source: '《政府信息公开条例》第四十九条',
  rule: {
    'zh-CN': '报告在统计年度结束后成文；县级以上部门不晚于次年 1 月 31 日，县级以上政府不晚于 3 月 31 日。',
    en: 'The report is dated after its year ends: departments by 31 January, governments from the county up by 31 March.',
  },
  find: (report, context) => {
    const dated = dateOf(report)
    if (dated === null || report.year === null || !isDate(dated.date)) return []
    const level = levelIn(report, context)
    const last = level === null ? undefined : lastDay[level]
    const finding = (say: string, expected: string): Finding => ({
      rule: 'term.date',
      severity: 'warning',
      cells: [],
      found: dated.date,
      expected,
      say: `term.date.${say}`,
      values: { year: report.year!, level: level ?? '' },
      at: dated.at,
    })
    if (dated.date <= `${report.year}-12-31`) return [finding('early', `${report.year}-12-31`)]
    if (last !== undefined && dated.date > `${report.year + 1}-${last}`) return [finding('late', `${report.year + 1}-${last}`)]
    return []
  },
  examples: {
    pass: [
      { shows: 'no date', given: {} },
      { shows: 'a town in February', given: { printed: { signature: { name: null, date: '2026-02-10', at: { line: 90 } } } } },
      {
        shows: 'a county in March',
        given: { body: '云山县人民政府', printed: { signature: { name: null, date: '2026-03-30', at: { line: 90 } } } },
      },
    ],
    fail: [
      {
        shows: 'dated before the year ends',
        given: { printed: { signature: { name: null, date: '2025-12-20', at: { line: 90 } } } },
        finds: { say: 'term.date.early', found: '2025-12-20', expected: '2025-12-31' },
      },
      {
        shows: 'a bureau in February',
        given: {
          body: '云山县林业局',
          printed: { metadata: [{ name: '发文日期', value: '2026年2月3日', at: { line: 2 } }] },
        },
        finds: { say: 'term.date.late', found: '2026-02-03', expected: '2026-01-31' },
      },
      {
        shows: 'a level that is known',
        given: { body: '临江市人民政府', printed: { signature: { name: null, date: '2026-04-02', at: { line: 90 } } } },
        context: { level: 'city' },
        finds: { say: 'term.date.late', expected: '2026-03-31' },
      },
    ],
  },
}

/** The closing date, else the date of writing in the metadata. */
function dateOf(report: Report): { date: string; at: Finding['at'] } | null {
  const { signature, metadata } = report.printed
  if (signature?.date) return { date: signature.date, at: signature.at }
  for (const entry of metadata) {
    if (!/^(?:发文|成文|生成)日期$/.test(fold(entry.name))) continue
    const match = /((?:19|20)\d\d)\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})/.exec(entry.value)
    if (match) return { date: `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`, at: entry.at }
  }
  return null
}
