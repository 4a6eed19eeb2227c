import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chineseNumber } from './numerals.ts'
import { type Quantity, quantitiesOf } from './quantities.ts'

/** `12条`, `~170条[170-180]` where it is only about right, `25%:share`, `8件:up` for 同比增加8件. */
function brief({ value, unit, kind, exact, low, high, direction }: Quantity): string {
  const word = kind === 'count' || kind === 'money' ? '' : `:${direction ?? kind}`
  return `${exact ? '' : '~'}${value}${unit}${exact ? '' : `[${low}-${high}]`}${word}`
}

const quantities: Readonly<Record<string, string>> = {
  // Arabic numerals and their units.
  '全年主动公开政府信息86条。': '86条',
  '全年主动公开政府信息 86 条。': '86条',
  '全年主动公开政府信息８６条。': '86条',
  '门户网站发布信息1,204条。': '1204条',
  '门户网站发布信息12,046,300条。': '12046300条',
  '召开政务公开推进会3次，参会210人次。': '3次 210人次',
  '举办开放日活动2场，接待群众96人。': '2场 96人',
  '编印办事指南14期、宣传册5000份。': '14期 5000份',
  '制作图文解读9篇，短视频6个。': '9篇 6个',
  '行政事业性收费35.62万元。': '35.62万元',
  '收取信息处理费1300元。': '1300元',
  '三公经费支出0.8亿元。': '0.8亿元',
  '办理建议提案12件，答复12件。': '12件 12件',
  '抽查单位18家，发现问题7项。': '18家 7项',
  '开设专栏8个、专题3个。': '8个 3个',
  '接听来电640余次。': '~640次[640-672]',
  '覆盖23个行政村。': '23个',
  '发放明白纸2000张。': '2000张',
  '受理0件。': '0件',
  '行政许可、行政强制0件。': '0件',
  '公布权责事项116项（含子项）。': '116项',
  '阅读量3.5万次。': '~35000次[34500-35500]',
  '留言答复用时7个工作日。': '7个工作日:time',
  '平均办理时间11天。': '11天:time',
  '每周公开2小时。': '2小时:time',
  '便民厅面积1200平方米。': '1200平方米',
  '处理网民留言57件次。': '57件次',
  '修订公开目录6大类41项。': '6大类 41项',
  '发布招标公告22则。': '22则',
  '流转土地430亩。': '430亩',
  // Chinese numerals.
  '召开会议三次。': '3次',
  '全年收到申请十二件。': '12件',
  '编发简报二十期。': '20期',
  '公开信息一百二十三条。': '123条',
  '公开信息一千零五条。': '1005条',
  '公开信息两千三百条。': '2300条',
  '新设查阅点两处。': '2处',
  '张贴公告三万二千份。': '32000份',
  '培训一次，覆盖四个站所。': '1次 4个',
  '百余条信息。': '~100条[100-200]',
  '占总数的百分之三十。': '30%:share',
  '占总数的百分之十二点五。': '12.5%:share',
  '办理申请十件，办结率百分之百。': '10件 100%:rate',
  // About right only.
  '发布各类信息170余条。': '~170条[170-180]',
  '发布各类信息1300多条。': '~1300条[1300-1400]',
  '发布各类信息近200条。': '~200条[100-200]',
  '发布各类信息约450条。': '~450条[427.5-472.5]',
  '发布各类信息超过3000条。': '~3000条[3000-4000]',
  '发布各类信息逾500条。': '~500条[500-600]',
  '发布各类信息80条以上。': '~80条[80-90]',
  '发布各类信息60条左右。': '~60条[50-70]',
  '每月更新5-8条。': '~8条[5-8]',
  '每月更新5至8条。': '~8条[5-8]',
  '每次参加30～40人。': '~40人[30-40]',
  '阅读量1.2万余次。': '~12000次[12000-13000]',
  '阅读量1.2万次。': '~12000次[11500-12500]',
  '点击20万次。': '~200000次[195000-205000]',
  '共享数据3亿条。': '~300000000条[250000000-350000000]',
  '印发资料万余份。': '~10000份[10000-20000]',
  '预约3次上门讲解。': '3次',
  '最近3次检查均合格。': '3次',
  '节约5万元。': '5万元',
  // Shares, rates, changes.
  '占信息总量的53.2%。': '53.2%:share',
  '占比7%。': '7%:share',
  '占比达７％。': '7%:share',
  '办结率100%。': '100%:rate',
  '群众满意度98.5%。': '98.5%:rate',
  '公开信息96条，同比增长20%。': '96条 20%:up',
  '公开信息96条，同比下降4.5%。': '96条 4.5%:down',
  '收到申请9件，比上年增加3件。': '9件 3件:up',
  '收到申请9件，较2024年减少了3件。': '9件 3件:down',
  '答复率提高2.5个百分点。': '2.5个百分点:up',
  '新增专栏4个。': '4个',
  '增加查阅点2处。': '2处',
  '访问量是去年的2倍。': '2倍',
  // Parts.
  '公开信息63条，其中动态44条、通知19条。': '63条 44条 19条',
  '收到申请12件（网络8件、信函4件）。': '12件 8件 4件',
  // Years, dates, times.
  '2025年，柳溪镇公开信息。': '',
  '2025年度公开信息36条。': '36条',
  '２０２５年公开信息36条。': '36条',
  '自2025年1月1日起至2025年12月31日止。': '',
  '2025-06-30前完成。': '',
  '截至12月底公开30条。': '30条',
  '11月20日前完成迁移。': '',
  '1-6月公开信息40条。': '40条',
  '2021—2025年规划已公布。': '',
  二〇二五年一月二十二日: '',
  '十二月三日召开会议两次。': '2次',
  '工作日9:00至17:30对外开放。': '',
  '实行7×24小时服务。': '',
  '3个月内办结。': '3个月:time',
  // Ordinals, articles, marks of lists, document numbers.
  '依据条例第二十条第（一）项公开。': '',
  '依据第33条办理。': '',
  '第3次会议审议。': '',
  '国办公开办函〔2021〕30号': '',
  '柳政发[2025]12号文件。': '',
  '国务院令第711号。': '',
  '一是更新慢。二是解读少。': '',
  '1.加强培训。': '',
  '1.公开信息20条。': '20条',
  '（1）公开信息20条。': '20条',
  '（一）公开信息20条。': '20条',
  '2、公开信息20条。': '20条',
  '1.5万人参加。': '~15000人[14500-15500]',
  '一方面加强培训，另一方面充实人员。': '',
  // Numbers that belong to names, addresses and codes.
  '联系电话：0100-5550123，邮编：555000。': '',
  '联系电话13900000000。': '',
  '地址：柳溪镇中街8号。': '',
  '门户网站http://www.example.cn/2025/8条.html可查。': '',
  '电子邮箱：liuxi8@example.cn，3天内回复。': '3天:time',
  '邮箱zwgk2025@example.cn。': '',
  '12345热线转来工单33件。': '33件',
  '开展“5·15政务公开日”活动1次。': '1次',
  '落实“三审三校”制度。': '',
  '开展“六个年”活动。': '',
  '危及“三安全一稳定”的不予公开。': '',
  '学习贯彻党的二十届三中全会精神。': '',
  '学习二十大精神。': '',
  '推行“一件事”办理。': '',
  '高效办成一件事12项。': '12项',
  '最多跑一次改革。': '',
  '《关于公开30件民生实事的通知》印发2份。': '2份',
  '拥护“两个确立”，做到两个维护。': '',
  '统一登记、进一步规范、逐条核对。': '',
  '每一条信息均经审查。': '',
  '设立一个平台统一发布。': '',
  '不一一列举，一批文件已公开。': '',
  '版本号2.3.1已上线。': '',
  'A4纸5张。': '5张',
  '三位一体推进。': '',
  '走进千家万户。': '',
  '二次供水信息已公开。': '',
  '人民群众第一。': '',
  '十分重视，百分百落实。': '',
  '三部门联合发文。': '',
  '12部门联合发文5份。': '5份',
  '条例宣传到位。': '',
}

describe('quantities in a line', () => {
  for (const [line, expected] of Object.entries(quantities))
    test(line, () => {
      const found = quantitiesOf({ text: line })
      expect(found.map(brief).join(' ')).toBe(expected)
      for (const { start, end, unit } of found) expect(line.slice(start, end)).toContain(unit.replace('%', '').slice(0, 1))
    })
  test('the table is long enough to mean something', () => expect(Object.keys(quantities).length).toBeGreaterThanOrEqual(120))
})

const subjects: Readonly<Record<string, readonly string[]>> = {
  '全年主动公开政府信息86条。其中工作动态52条、通知公告21条。': ['政府信息', '工作动态', '通知公告'],
  '门户网站发布信息40条，微信公众号发布30条。': ['信息', '微信公众号'],
  '通过政府网站发布305条。': ['政府网站'],
  '发布图文解读12篇。': ['图文解读'],
  '举办12场新闻发布会。': ['新闻发布会'],
  '业务培训3次、政策解读2篇。': ['业务培训', '政策解读'],
  '收到政府信息公开申请5件。': ['政府信息公开申请'],
}
describe('what a quantity counts', () => {
  for (const [line, expected] of Object.entries(subjects))
    test(line, () => expect(quantitiesOf({ text: line }).map(({ subject }) => subject)).toEqual(expected))
})

test('the place of a quantity is its place in the line, width and commas as printed', () => {
  const line = '全镇（含村居）公开信息１，２０４条，占５３％。'
  expect(quantitiesOf({ text: '网站发布1,204条，占53%。' }).map(({ start, end }) => [start, end])).toEqual([
    [4, 10],
    [12, 15],
  ])
  for (const { start, end } of quantitiesOf({ text: line })) expect(line.slice(start, end)).toMatch(/^[０-９].*[条％]$/)
})

describe('numerals in characters', () => {
  for (const [text, value] of Object.entries({
    零: 0,
    十: 10,
    十二: 12,
    二十: 20,
    二十一: 21,
    一百零三: 103,
    一百二十: 120,
    两千零五: 2005,
    三万二千: 32000,
    一亿三千万: 130_000_000,
    三四: null,
    二〇二五: null,
    十百: null,
    '': null,
    甲: null,
  }))
    test(`${text || 'nothing'} is ${value}`, () => expect(chineseNumber(text)).toBe(value))
})

test('nothing throws, whatever the line, and every quantity lies within it', () => {
  const bits = fc.constantFrom(
    ...'一二两三十百千万亿0123456789,.，。：；、（）《》“”占%余多近约条件次年月日第其中共'.split(''),
    '万元',
    '个百分点',
    '同比增长',
    '\u{1f600}',
  )
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 60 }), (parts) => {
      const text = parts.join('')
      for (const { start, end, low, high, value } of quantitiesOf({ text })) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(start).toBeLessThan(end)
        expect(low).toBeLessThanOrEqual(high)
        expect(Number.isFinite(value)).toBe(true)
      }
    }),
    { numRuns: 3000 },
  )
})
