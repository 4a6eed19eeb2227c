import type { Check } from '../check.ts'
import type { Finding } from '../findings.ts'
import type { Report } from '../model.ts'
import { type Listing, listingsOf } from '../prose/listings.ts'
import { findingAt, passagesOf } from '../prose/text.ts'

/** “N个” names as many as it says. */
export const proseCount: Check = {
  id: 'prose.count',
  severity: 'warning',
  source: '国办公开办函〔2021〕30号：内容真实、数据准确',
  rule: {
    'zh-CN': '正文写“几个”“几项”又逐个列出的，列出的个数应与所说的一致。',
    en: 'Where the prose says how many there are and lists them, it lists as many.',
  },
  find: (report: Report) => listingsOf(passagesOf(report)).flatMap(judge),
  examples: {
    pass: [
      { shows: 'as many columns as named', given: { chapters: { 1: '新开设《惠农政策》《村务公示》《就业服务》3个专栏。' } } },
      { shows: 'a list that goes on', given: { chapters: { 1: '开设《惠农政策》《村务公示》等5个专栏。' } } },
      {
        shows: 'the six chapters, one with a mark of its own',
        given: {
          chapters: {
            0: '本报告包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分。',
          },
        },
      },
      { shows: 'a name with 和 in it', given: { chapters: { 1: '公开内容涵盖财政、教育、农业和农村三个方面。' } } },
      { shows: 'as many problems as announced', given: { chapters: { 5: '主要存在以下两个问题：一是更新慢。二是解读少。' } } },
    ],
    fail: [
      {
        shows: 'one column fewer than said',
        given: { chapters: { 1: '新开设《惠农政策》《村务公示》《就业服务》4个专栏。' } },
        finds: { severity: 'warning', found: 4, expected: 3, quote: '4个' },
      },
      {
        shows: 'one problem more than announced',
        given: { chapters: { 5: '主要存在以下两个问题：一是更新慢。二是解读少。三是人手不足。' } },
        finds: { found: 2, expected: 3 },
      },
      {
        shows: 'entries on lines of their own',
        given: { chapters: { 5: '下一步重点抓好以下4项工作：\n1.充实人员。\n2.按月更新。\n3.增加图解。' } },
        finds: { found: 4, expected: 3 },
      },
      {
        shows: 'names after the number',
        given: { chapters: { 1: '修订3项制度：《公开审查制度》《申请办理制度》。' } },
        finds: { found: 3, expected: 2 },
      },
      {
        shows: 'items before the number',
        given: { chapters: { 1: '依托门户网站、微信公众号、村务公开栏、便民大厅等三个平台公开信息。' } },
        finds: { found: 3, expected: 4 },
      },
    ],
  },
}

function judge({ passage, quantity, least, most, partial, kind, span }: Listing): readonly Finding[] {
  const said = quantity.value
  if (said >= least && (said <= most || partial)) return []
  return [
    findingAt(passage, quantity, 'prose.count', 'warning', 'prose.count', {
      found: said,
      expected: said < least ? least : most,
      values: {
        said,
        listed: said < least ? least : most,
        unit: quantity.unit,
        gap: said < least ? least - said : said - most,
        kind,
        list: passage.line.text.slice(span.start, Math.min(span.end, span.start + 60)),
      },
    }),
  ]
}
