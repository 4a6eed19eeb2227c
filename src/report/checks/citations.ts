import type { Check } from '../check.ts'
import type { Finding } from '../findings.ts'
import type { Report } from '../model.ts'
import { type Hit, search } from './search.ts'

/** Documents that reports cite, with the words that name them where the number itself may be wrong. */
const documents = [
  { prefix: '国办公开办函', year: 2021, number: 30 },
  { prefix: '国办公开办函', year: 2019, number: 60 },
  { prefix: '国办函', year: 2020, number: 109 },
] as const

const cite = (document: { prefix: string; year: number; number: number }): string =>
  `${document.prefix}〔${document.year}〕${document.number}号`

const reportForm = documents[0]
const feeMeasures = documents[2]

const citation = /(国办[^\s\d〔［[【（(<《“”。，,；;、]{0,8})\s*([〔［[【（(<《]?)\s*(\d{4})\s*([〕］\]】）)>》]?)\s*第?\s*(\d{1,3})\s*号/g

/** The number a citation should have; null where it is right, or cites something this rule does not know. */
function correctionOf(report: Report, hit: Hit): { readonly expected: string; readonly say: string } | null {
  const [, prefix, open, year, close, number] = hit.match as unknown as [string, string, string, string, string, string]
  const before = hit.line.text.slice(Math.max(0, hit.match.index! - 40), hit.match.index)
  const about = /年度报告格式[^《]*$/.test(before) ? reportForm : /信息处理费管理办法[^《]*$/.test(before) ? feeMeasures : null
  const cited = documents.find((document) => document.year === Number(year) && document.number === Number(number))
  // The form of 2019 may be cited by a report that follows it.
  const old = cited === documents[1] && (report.edition === '2019' || (report.year !== null && report.year < 2021))
  if (cited && cited.prefix === prefix && cited !== documents[1]) {
    return about !== null && about !== cited ? { expected: cite(about), say: 'citation.number' } : brackets(open, close, cite(cited))
  }
  if (old) return prefix === cited.prefix ? brackets(open, close, cite(cited)) : { expected: cite(cited), say: 'citation.number' }
  if (cited === documents[1])
    return prefix === cited.prefix
      ? { expected: cite(reportForm), say: 'citation.number.old' }
      : { expected: cite(reportForm), say: 'citation.number' }
  if (cited) return isOtherDocument(prefix, cited, hit.line.text) ? null : { expected: cite(cited), say: 'citation.number' }
  return about === null ? null : { expected: cite(about), say: 'citation.number' }
}

/** Series that the office numbers apart: 国办函〔2021〕30号 exists, beside 国办公开办函〔2021〕30号. */
const series: ReadonlySet<string> = new Set(['国办发', '国办函', '国办公开办函', '国办发明电', '国办秘函', '国办电政函'])

/** Whether a number of another series is meant as such: the line speaks neither of the annual report nor of the fee. */
const isOtherDocument = (prefix: string, cited: (typeof documents)[number], line: string): boolean =>
  series.has(prefix) && !(cited === feeMeasures ? /处理费/ : /年度报告|年报/).test(line)

const brackets = (open: string, close: string, expected: string) =>
  open === '〔' && close === '〕' ? null : { expected, say: 'citation.number.brackets' }

export const citationNumber: Check = {
  id: 'citation.number',
  severity: 'warning',
  source: '国办公开办函〔2021〕30号；国办函〔2020〕109号',
  rule: {
    'zh-CN': '引用年度报告格式、信息处理费管理办法时，发文字号写对，年份用六角括号。',
    en: 'The form and the fee measures are cited by their right numbers, the year in 〔〕.',
  },
  find: (report) => {
    const seen = new Set<string>()
    return search(report, '国办', citation).flatMap((hit): Finding[] => {
      const found = hit.match[0]
      const correction = correctionOf(report, hit)
      if (correction === null || seen.has(found)) return []
      seen.add(found)
      return [{ rule: 'citation.number', severity: 'warning', cells: [], found, values: {}, at: hit.at, quote: found, ...correction }]
    })
  },
  examples: {
    pass: [
      { shows: 'the number of the form', given: {} },
      { shows: 'the fee measures', given: { chapters: { 6: '依照国办函〔2020〕109号，没有收取信息处理费。' } } },
      {
        shows: 'a report in the form of 2019 cites it',
        given: { edition: '2019', year: 2020, chapters: { 0: '依照国办公开办函〔2019〕60号编制。' } },
      },
      {
        shows: 'another document of the same office',
        given: { chapters: { 1: '主动公开、依申请、信息管理、平台、监督、考核、评议、问责依照国办发〔2018〕37号。' } },
      },
    ],
    fail: [
      {
        shows: '办 lost from the number',
        given: { chapters: { 0: '依照国办公开函〔2021〕30号编制。' } },
        finds: { say: 'citation.number', found: '国办公开函〔2021〕30号', expected: '国办公开办函〔2021〕30号' },
      },
      {
        shows: 'the form of 2019 cited in 2025',
        given: { chapters: { 0: '依照国办公开办函〔2019〕60号编制。' } },
        finds: { say: 'citation.number.old', expected: '国办公开办函〔2021〕30号' },
      },
      {
        shows: 'square brackets',
        given: { chapters: { 0: '依照国办公开办函[2021]30号编制。' } },
        finds: { say: 'citation.number.brackets', found: '国办公开办函[2021]30号' },
      },
      {
        shows: 'a wrong year after the name of the form',
        given: { chapters: { 0: '依照《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2022〕30号）编制。' } },
        finds: { expected: '国办公开办函〔2021〕30号' },
      },
      {
        shows: 'a wrong number for the fee measures',
        given: { chapters: { 6: '依照《政府信息公开信息处理费管理办法》（国办函〔2020〕19号），没有收费。' } },
        finds: { expected: '国办函〔2020〕109号' },
      },
    ],
  },
}

const regulation = '中华人民共和国政府信息公开条例'
const named = /《([^《》]{0,24}信息公开[^《》]{0,6}条例)》/g
const order = /(?<!国务院)国令第?\s*711\s*号|国务院令第?\s*(?!711)\d{3}\s*号/g

export const citationRegulation: Check = {
  id: 'citation.regulation',
  severity: 'warning',
  source: '国务院令第711号',
  rule: {
    'zh-CN': '第一次引用写全《中华人民共和国政府信息公开条例》，令号是国务院令第711号。',
    en: 'The Regulation is cited in full at first use, and by its right order number.',
  },
  find: (report) => {
    const findings: Finding[] = []
    const seen = new Set<string>()
    const add = (hit: Hit, say: string, expected: string) => {
      const found = hit.match[0]
      if (seen.has(found)) return
      seen.add(found)
      findings.push({
        rule: 'citation.regulation',
        severity: 'warning',
        cells: [],
        found,
        expected,
        say,
        values: {},
        at: hit.at,
        quote: found,
      })
    }
    let introduced = false
    for (const hit of search(report, '信息公开', named)) {
      const name = hit.match[1]!.replace(/\s/g, '')
      if (name === regulation) introduced = true
      else if (name === '政府信息公开条例') {
        if (!introduced) add(hit, 'citation.regulation.short', `《${regulation}》`)
        introduced = true
      }
      // 《东江省政府信息公开条例》 is another law.
      else if (!/^(?!中华人民共和国).*(?:省|市|自治区|自治州|县)/.test(name)) add(hit, 'citation.regulation', `《${regulation}》`)
    }
    for (const hit of search(report, '令', order)) {
      const before = hit.line.text.slice(Math.max(0, hit.match.index! - 20), hit.match.index)
      if (hit.match[0].startsWith('国令') || /信息公开条例》?[（(]?[^《》]{0,6}$/.test(before))
        add(hit, 'citation.regulation.order', '国务院令第711号')
    }
    return findings
  },
  examples: {
    pass: [
      { shows: 'the full name', given: {} },
      {
        shows: 'short after the full name',
        given: { chapters: { 6: '依照《政府信息公开条例》，没有收取信息处理费。' } },
      },
      { shows: 'the law of a province', given: { chapters: { 0: '依照《东江省政府信息公开条例》编制。' } } },
      { shows: 'the order’s number', given: { chapters: { 0: '依照《中华人民共和国政府信息公开条例》（国务院令第711号）编制。' } } },
      {
        shows: 'another order',
        given: { chapters: { 0: '依照《中华人民共和国政府信息公开条例》和《优化营商环境条例》（国务院令第722号）编制。' } },
      },
    ],
    fail: [
      {
        shows: 'short at first use',
        given: { chapters: { 0: '依照《政府信息公开条例》编制。' } },
        finds: { say: 'citation.regulation.short', expected: '《中华人民共和国政府信息公开条例》' },
      },
      { shows: 'a name it does not have', given: { chapters: { 0: '依照《信息公开条例》编制。' } }, finds: { say: 'citation.regulation' } },
      {
        shows: '国令 for 国务院令',
        given: { chapters: { 0: '依照《中华人民共和国政府信息公开条例》（国令第711号）编制。' } },
        finds: { say: 'citation.regulation.order', found: '国令第711号', expected: '国务院令第711号' },
      },
      {
        shows: 'the order of 2007',
        given: { chapters: { 0: '依照《中华人民共和国政府信息公开条例》（国务院令第492号）编制。' } },
        finds: { found: '国务院令第492号' },
      },
    ],
  },
}
