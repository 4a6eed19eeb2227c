import type { Check } from '../check.ts'
import type { Finding } from '../findings.ts'
import type { Report } from '../model.ts'
import { untitled } from '../prose/accounts.ts'
import { clauseAt, findingAt, type Passage, passagesOf, sentenceAt } from '../prose/text.ts'

/** The prose speaks of the report's year as the current one. */
export const proseStaleYear: Check = {
  id: 'prose.stale-year',
  severity: 'warning',
  source: '国办公开办函〔2021〕30号：统计期限为当年1月1日至12月31日',
  rule: {
    'zh-CN': '正文里当作本年来写的年份应是报告年度，不应留下往年的年份。',
    en: "The year the prose writes of as its own is the report's, not one left over from an older text.",
  },
  find: (report: Report) => (report.year === null ? [] : passagesOf(report).flatMap((passage) => stale(passage, report.year!))),
  examples: {
    pass: [
      { shows: 'a comparison with last year', given: { chapters: { 1: '2025年公开信息210条，2024年为180条。较2024年增加30条。' } } },
      { shows: 'a document and a plan of other years', given: { chapters: { 1: '落实《2024年政务公开工作要点》，编制2026年工作计划。' } } },
      { shows: "last year's final accounts", given: { chapters: { 1: '2024年度部门决算按时公开。' } } },
      { shows: 'a plan for next year', given: { chapters: { 5: '2026年，我镇将增加政策解读。' } } },
      {
        shows: "last year's problems, solved since",
        given: { chapters: { 5: '2024年存在的问题：栏目更新不及时，已建立台账解决。' } },
      },
      { shows: 'something that began earlier', given: { chapters: { 1: '2023年以来，村务公开栏逐月更新。' } } },
    ],
    fail: [
      {
        shows: 'last year at the head of the chapter',
        given: { chapters: { 1: '2024年，柳溪镇认真落实上级部署，主动公开各类信息。' } },
        finds: { severity: 'warning', found: 2024, expected: 2025, quote: '2024年' },
      },
      {
        shows: 'last year in the fee statement',
        given: { chapters: { 6: '2024年度未收取信息处理费。' } },
        finds: { found: 2024, expected: 2025 },
      },
      {
        shows: "last year's report announced",
        given: { chapters: { 0: '现将柳溪镇2024年政府信息公开工作年度报告公布如下。' } },
        finds: { found: 2024, expected: 2025 },
      },
      {
        shows: 'a whole year that is another, beside requests carried in',
        given: { chapters: { 1: '2023年全年收到申请6件，上年结转1件。' } },
        finds: { found: 2023, expected: 2025, quote: '2023年' },
      },
      {
        shows: 'the problems of another year',
        given: { chapters: { 5: '2024年主要存在以下问题：一是解读形式单一。' } },
        finds: { found: 2024, expected: 2025 },
      },
      {
        shows: 'after the name of the body',
        given: { chapters: { 1: '（一）主动公开。柳溪镇2024年度累计发布信息96条。' } },
        finds: { found: 2024, expected: 2025 },
      },
    ],
  },
}

const years = /(?<![\d〔（.-])(20\d{2}) ?年(?:度)?/g
/** Words of the sentence that make another year a reference. */
const references =
  /同比|相比|较|上年|去年|上一年|增长|下降|减少|结转|整改|评估|考核|决算|审计|反馈|统计|期限|1 ?月1 ?日|12 ?月31 ?日|规划|计划|要点|方案|通知|修订|印发|文件|持平|历年|近年|曾|原/
/** Right beside the year: since, until, at the end of. */
const spans = /(?:自|从|至|到|截至|截止|[-～])[ ]*$/
const spansAfter = /^(?:以来|底|末|起|至|到|前|后|初|上半年|[-～]|[ ]?\d{1,2} ?月)/
/** What may stand before the year in a sentence that speaks of it as its own: a mark of a list, a heading, a name. */
const opening =
  /^[ □]*(?:(?:（[一二三四五六七八九十\d]{1,3}）|[一二三四五六七八九十\d]{1,3}[、.]|[一二三四五六七八九十]是)[ ]*)?[^，。；：、根据按照关于与和对把将自从截至到较比因由年]{0,20}$/
const current = /^[ ]*(?:，|我|本|全|共|累计|未|没有|无|在|坚持|始终|认真|严格|主动|收到|受理|公开(?!年报|指南)|发布)/
/** 2023年全年收到申请4件: the work of a whole year, wherever a clause begins; what follows may well speak of 上年结转. */
const allYear = /^[ ]*全年(?!度?(?:工作)?(?:总结|报告|年报))/
const compared = /同比|环比|相比|比较|对比|较20|[较比](?:上年|去年)|增长|下降|减少|持平|历年|近年|今年|本年|本报告年/
const clauseHead = /(?:^|[，。；：、）])[ □]*$|^[^，。；：、年对将把按据关于与和从自至到较比因由清梳整归汇统审查回]{0,20}$/
const clauseOf = (after: string): string => /^[^，。；：]*/.exec(after)![0]
/** 2023年主要存在以下问题: the problems of the year, told now. */
const problems =
  /^[ ]*(?:，?(?:我[镇乡县局办委])?[^，。；：]{0,12}(?:工作)?)?(?:主要)?存在(?:的)?(?:主要)?(?:以下|如下)?[^，。；：]{0,6}(?:问题|不足)(?:和不足|与不足)?(?:主要)?(?:有|是|为|如下)?：/
const solved = /整改|解决|改进|改正|得到|落实|完成|已|上年|去年|年报|反馈|考核|评估|检查|督查|审计/
const plans = /将|下一步|计划|拟|继续|力争|争取/
const announced = /(?:现将|编制|公布|形成|撰写|报送|发布)[^。；]{0,30}$/
const ownReport = /^[^。；，》]{0,8}(?:政府|政务)?信息公开(?:工作)?(?:年度)?报告/

/** A line that names more other years than this is a table of years. */
const most = 20

function stale(passage: Passage, year: number): readonly Finding[] {
  if (!passage.plain.includes('20')) return []
  const words = passage.chapter === 0 ? passage.plain : untitled(passage.plain)
  const found: Finding[] = []
  let others = 0
  for (const match of words.matchAll(years)) {
    const named = Number(match[1])
    if (named === year || Math.abs(named - year) > 3) continue
    if (++others > most) break
    if (!(passage.chapter === 0 ? isAnnounced(words, match, named, year) : isCurrent(passage, words, match, named, year))) continue
    found.push(
      findingAt(
        passage,
        { start: match.index, end: match.index + match[1]!.length + match[0].slice(4).length },
        'prose.stale-year',
        'warning',
        'prose.stale-year',
        {
          found: named,
          expected: year,
          values: { named, year, clause: clauseWords(passage, match.index) },
        },
      ),
    )
  }
  return found
}

function clauseWords(passage: Passage, offset: number): string {
  const { end } = clauseAt(passage.plain, offset + 6)
  return passage.line.text.slice(offset, Math.min(end, offset + 30))
}

function isCurrent(passage: Passage, words: string, match: RegExpExecArray, named: number, year: number): boolean {
  const sentence = sentenceAt(passage, match.index)
  const whole = words.slice(sentence.start, sentence.end)
  const before = words.slice(sentence.start, match.index)
  const after = words.slice(match.index + match[0].length, sentence.end)
  if (named > year && (passage.chapter === 5 || plans.test(whole))) return false
  if (new RegExp(`${year} ?年`).test(whole)) return false
  if (allYear.test(after)) return !compared.test(whole) && !references.test(clauseOf(after)) && clauseHead.test(before)
  if (problems.test(after)) return !solved.test(whole) && !references.test(before) && opening.test(before)
  if (references.test(whole)) return false
  if (spans.test(before) || spansAfter.test(after)) return false
  return opening.test(before) && current.test(after)
}

/** 现将某镇2024年政府信息公开工作年度报告公布如下 */
function isAnnounced(words: string, match: RegExpExecArray, named: number, year: number): boolean {
  const before = words.slice(0, match.index)
  const after = words.slice(match.index + match[0].length)
  return (
    named < year && ownReport.test(after) && announced.test(before) && !/格式|通知|要求|关于/.test(before.slice(-12) + after.slice(0, 30))
  )
}
