import { fold } from '#kit'
import type { Check } from '../check.ts'
import type { Finding } from '../findings.ts'
import type { Chapter, Report } from '../model.ts'
import { chapterOf, prose, yearBefore } from './search.ts'

const form = '国办公开办函〔2021〕30号'

/** The three results every government reports (条例 Art. 50, paragraph 1, item 4), with the words that speak of them. */
const results = {
  appraisal: /考核|绩效评价/,
  rating: /评议|满意度|第三方评估|社会评价/,
  accountability: /责任追究|追责|问责|追究/,
} as const

const isGovernment = (report: Report, level: string | undefined): boolean =>
  /(?:人民政府|[省市县区旗镇乡州]政府)$/.test(fold(report.body ?? '')) ||
  (['town', 'county', 'city', 'province'].includes(level ?? '') && !/街道|办事处/.test(report.body ?? ''))

export const supervisionResults: Check = {
  id: 'supervision.results',
  severity: 'warning',
  source: '《政府信息公开条例》第五十条第一款第（四）项',
  rule: {
    'zh-CN': '各级政府的报告写明工作考核、社会评议、责任追究三项结果，没有发生也要写。',
    en: 'Every government reports the results of appraisal, public rating and accountability, even where there were none.',
  },
  find: (report, context) => {
    const chapter = chapterOf(report, 1) ?? chapterOf(report, 5)
    if (!chapter || !isGovernment(report, context.level)) return []
    const missing = Object.entries(results).flatMap(([name, pattern]) => (prose(report, pattern, 1) ? [] : [name]))
    if (missing.length === 0) return []
    return [
      {
        rule: 'supervision.results',
        severity: 'warning',
        cells: [],
        found: null,
        expected: null,
        say: 'supervision.results',
        values: { missing: missing.join(' ') },
        at: chapter.lines.at(-1)?.at ?? chapter.at,
      },
    ]
  },
  examples: {
    pass: [
      { shows: 'all three', given: {} },
      {
        shows: 'a bureau need not',
        given: { body: '云山县林业局', chapters: { 1: '主动公开、依申请公开、信息管理、平台、监督均无变化。' } },
      },
    ],
    fail: [
      {
        shows: 'a town government silent on two',
        given: { chapters: { 1: '主动公开、依申请公开、信息管理、平台按部署推进，监督方面年内考核一次。' } },
        finds: { values: { missing: 'rating accountability' } },
      },
    ],
  },
}

/** The five aspects of chapter one, each with the words that speak of it under whatever heading. */
const aspects = {
  proactive: /主动公开|公开[^。；;]{0,8}信息|信息[^。；;]{0,6}公开|发布/,
  requests: /依申请|申请公开|公开申请|申请人|申请[^。；;]{0,8}件/,
  management:
    /信息管理|信息公开管理|公开属性|审查|审核|三审|校对|规范性文件[^。；;]{0,12}(?:管理|清理|集中)|动态(?:管理|调整)|归档|公开目录|公开制度|制度建设/,
  platform: /平台|网站|公众号|新媒体|专栏|专区|公报|查阅点|微博|微信|客户端/,
  supervision: /监督|保障|考核|培训|评议|督查|督导|督促|检查|领导小组|组织领导|问责/,
} as const

export const chapterAspects: Check = {
  id: 'chapter.aspects',
  severity: 'warning',
  source: `${form}，第一章`,
  rule: {
    'zh-CN': '第一章写到主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。',
    en: 'Chapter one speaks of five aspects: proactive publication, requests, management of information, platforms, supervision.',
  },
  find: (report) => {
    const chapter = chapterOf(report, 1)
    if (!chapter) return []
    const missing = Object.entries(aspects).flatMap(([name, pattern]) => (pattern.test(chapter.text) ? [] : [name]))
    if (missing.length === 0) return []
    return [
      {
        rule: 'chapter.aspects',
        severity: 'warning',
        cells: [],
        found: null,
        expected: null,
        say: chapter.text.trim() === '' ? 'chapter.aspects.empty' : 'chapter.aspects',
        values: { missing: missing.join(' ') },
        at: chapter.at,
      },
    ]
  },
  examples: {
    pass: [
      { shows: 'five headed paragraphs', given: {} },
      {
        shows: 'five aspects without headings',
        given: { chapters: { 1: '全年发布通知若干。没有人递交公开申请。发文先审核。网站按月更新。年底考核、评议，没有问责。' } },
      },
    ],
    fail: [
      {
        shows: 'nothing on requests and platforms',
        given: { chapters: { 1: '全年发布通知若干，文件先审核后印发，年底考核、评议各一次，没有问责。' } },
        finds: { values: { missing: 'requests platform' } },
      },
      { shows: 'an empty chapter', given: { chapters: { 1: '' } }, finds: { say: 'chapter.aspects.empty' } },
    ],
  },
}

const problemWords =
  /存在[^。；;\n]{0,10}(?:问题|不足)|主要问题|问题[:：]|问题是|(?:问题|不足|差距)[^。；;\n]{0,12}(?:一是|1[.．、]|一方面)|不足之处/
const measureWords =
  /改进(?:措施|情况|做法|方向|如下)|整改措施|下一步|下步|针对(?:以上|上述|存在|这些)|(?:采取|做好|落实)[^。；;\n]{0,14}(?:措施|改进|整改)|今后|工作(?:打算|计划|重点)/

const counters = [
  /[一二三四五六七八九十]是/g,
  /(?:^|[。；;：:\n]\s*)\d{1,2}[.．、](?!\d)/g,
  /(?:^|\n)\s*[（(][一二三四五六七八九十\d]{1,2}[）)]/g,
  /方面[，,：:]/g,
]

/** How many points a text lists, by the style of numbering it uses most. */
const pointsIn = (text: string): number => Math.max(...counters.map((counter) => text.match(counter)?.length ?? 0))

/** Chapter five parted where it turns from problems to measures. Null where the turn cannot be told. */
function halves(chapter: Chapter): { readonly problems: string; readonly measures: string } | null {
  const opening = problemWords.exec(chapter.text)
  if (!opening) return null
  const rest = chapter.text.slice(opening.index + opening[0].length)
  const turn = measureWords.exec(rest)
  // The turn's own heading number, as in （二）改进措施, belongs to neither half.
  return turn
    ? { problems: opening[0] + rest.slice(0, turn.index).replace(/\n\s*[（(].[）)]\s*$/, ''), measures: rest.slice(turn.index) }
    : null
}

/** Words by which a report takes up last year's problems. */
const answered =
  /上年|上一年|去年|往年|年内(?:已|针对)|整改(?:情况|完成|到位|落实)|已(?:整改|改进|解决|完成)|得到[^。；;]{0,8}(?:改进|改善|解决|提升)/

export const chapterPairing: Check = {
  id: 'chapter.pairing',
  severity: 'warning',
  source: '《政府信息公开条例》第五十条第一款第（四）项',
  rule: {
    'zh-CN': '第五章每个问题都有改进措施；上年报告的问题有交代。',
    en: 'Each problem in chapter five has its measure, and last year’s problems are taken up.',
  },
  find: (report, context) => {
    const chapter = chapterOf(report, 5)
    if (!chapter) return []
    const finding = (say: string, found: number | null, expected: number | null): Finding => ({
      rule: 'chapter.pairing',
      severity: 'warning',
      cells: [],
      found,
      expected,
      say: `chapter.pairing.${say}`,
      values: report.year === null ? {} : { lastYear: report.year - 1 },
      at: chapter.at,
    })
    if (chapter.text.trim() === '') return [finding('empty', null, null)]
    const findings: Finding[] = []
    const parts = halves(chapter)
    if (parts) {
      const [problems, measures] = [pointsIn(parts.problems), pointsIn(parts.measures)]
      if (problems > 1 && measures > 0 && measures < problems) findings.push(finding('fewer', measures, problems))
    } else if (!/问题|不足|差距|薄弱|不够|有待|欠缺|不到位|不及时/.test(chapter.text)) findings.push(finding('no-problems', null, null))
    else if (!/改进|措施|加强|下一步|将|提升|完善/.test(chapter.text)) findings.push(finding('no-measures', null, null))
    const lastYear = yearBefore(report, context)
    const before = lastYear && chapterOf(lastYear, 5)
    if (before && pointsIn(before.text) > 0 && report.year !== null) {
      const named = chapter.text.includes(`${report.year - 1}年`)
      if (!named && !answered.test(chapter.text)) findings.push(finding('unanswered', null, null))
    }
    return findings
  },
  examples: {
    pass: [
      { shows: 'two problems, two measures', given: {} },
      { shows: 'more measures than problems', given: { chapters: { 5: '主要问题：一是解读少。下一步：一是多解读。二是勤培训。' } } },
      {
        shows: 'last year’s problems taken up',
        given: { chapters: { 5: '上年查出的两个问题已经整改。主要问题：一是解读少。改进措施：一是多解读。' } },
        context: { lastYear: { year: 2024 } },
      },
    ],
    fail: [
      {
        shows: 'three problems, two measures',
        given: { chapters: { 5: '存在的问题：一是解读少。二是更新慢。三是人手紧。\n改进措施：一是多解读。二是勤更新。' } },
        finds: { say: 'chapter.pairing.fewer', found: 2, expected: 3 },
      },
      {
        shows: 'problems only',
        given: { chapters: { 5: '专栏更新不够及时，解读材料薄弱。' } },
        finds: { say: 'chapter.pairing.no-measures' },
      },
      {
        shows: 'no problem at all',
        given: { chapters: { 5: '各项工作运转良好，下一步继续保持。' } },
        finds: { say: 'chapter.pairing.no-problems' },
      },
      { shows: 'an empty chapter', given: { chapters: { 5: '' } }, finds: { say: 'chapter.pairing.empty' } },
      {
        shows: 'last year’s problems forgotten',
        given: {},
        context: { lastYear: { year: 2024 } },
        finds: { say: 'chapter.pairing.unanswered', values: { lastYear: 2024 } },
      },
    ],
  },
}
