import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Context } from '../check.ts'
import type { RuleId } from '../findings.ts'
import type { CellKey } from '../model.ts'
import { draw, type Sketch } from '../sketch.ts'
import { type Language, sentence } from '../wording/index.ts'
import { proseChecks } from './prose.ts'

/** Findings of a rule in a text, as the words they quote. */
function quotes(rule: RuleId, sketch: Sketch, context: Context = {}): (string | undefined)[] {
  return proseChecks
    .find(({ id }) => id === rule)!
    .find(draw(sketch), context)
    .map(({ quote }) => quote)
}

type Lines = Readonly<Record<string, readonly string[]>>
const inChapter = (rule: RuleId, chapter: number, lines: Lines, sketch: Sketch = {}, context: Context = {}) => {
  for (const [line, expected] of Object.entries(lines))
    test(line, () => expect(quotes(rule, { ...sketch, chapters: { [chapter]: line } }, context)).toEqual(expected))
}

describe('prose.share', () => {
  inChapter('prose.share', 1, {
    '公开信息400条，其中政策100条，占25%；动态300条，占75%。': [],
    '公开信息300条，其中政策100条，占33.3%；动态200条，占66.7%。': [],
    '公开信息300条，其中政策100条，占33%；动态200条，占67%。': [],
    '公开信息300条，其中政策100条，占33.34%；动态200条，占66.66%。': ['33.34%', '66.66%'],
    '公开信息600条，其中政策100条，占16.6%；动态500条，占83.3%。': ['16.6%', '16.6%；动态500条，占83.3%'],
    '公开信息400条，其中政策100条，占35%。': ['35%'],
    '公开信息400条，政策100条约占四分之一。': [],
    '公开信息约400条，其中政策100条，占30%。': [],
    '全年答复申请5件，答复率100%，群众满意率99.6%。': [],
    '公开信息140条，同比增长40%。': [],
    '网站占信息总数的60%，微信占信息总数的40%。': [],
    '网站占信息总数的60%，微信占信息总数的30%。': [],
    '网站占信息总数的60%，微信占信息总数的50%。': ['60%，微信占信息总数的50%'],
    '自然人申请占比80%，网络申请占比90%。': [],
    '共收到申请8件。其中，自然人6件，占75%；企业2件，占25%。': [],
    '发放问卷120份，回收118份，回收率98.3%，满意率97.5%。': [],
    '发放问卷120份，回收108份，回收率98.3%。': ['98.3%'],
    '发放问卷120份，回收有效问卷108份，回收率达98.3%。': ['98.3%'],
    '答复申请5件，按期答复4件，按期答复率100%。': ['100%'],
    '收到申请5件，答复4件，按期答复率100%。': [],
    '收到申请4件，上年结转1件，办结5件，办结率100%。': [],
    '收到问卷118份，满意100份，基本满意15份，满意率97.5%。': [],
    '收到问卷118份，不满意3份，满意率97.5%。': [],
    '收到问卷118份，满意115份，满意率97.5%。': [],
    '发放问卷120份，收到118份，满意115份，满意率97.5%。': [],
    '共收到申请8件。其中，自然人6件，占70%；企业2件，占30%。': ['70%', '30%'],
  })
})

describe('prose.change', () => {
  inChapter('prose.change', 1, {
    '公开信息96条，上年80条，同比增长20%。': [],
    '公开信息96条，上年80条，同比增长20.5%。': ['20.5%'],
    '2024年公开信息80条，2025年公开信息96条，增长20%。': [],
    '2024年公开信息80条，2025年公开信息96条，增长16%。': ['16%'],
    '公开信息96条，比上年的80条增加16条。': [],
    '公开信息96条，比上年的80条增加15条。': ['15条'],
    '公开信息96条，比上年增加16条（上年80条）。': [],
    '公开信息96条，比上年增加18条（上年80条）。': ['18条'],
    '收到申请9件，比上年12件减少3件，下降25%。': [],
    '收到申请9件，比上年12件减少3件，下降30%。': ['30%'],
    '收到申请9件，较2024年12件增加3件。': ['3件'],
    '收费8.5万元，上年10万元，下降15%。': [],
    '收费8.5万元，上年10万元，减少1.5万元。': [],
    '收费8.5万元，上年10万元，减少2万元。': ['2万元'],
    '答复率98%，上年95%，提高3个百分点。': [],
    '答复率98%，上年95%，提高5个百分点。': ['5个百分点'],
    '公开信息约100条，上年80条，增长20%。': [],
    '公开信息96条，新增专栏3个。': [],
    '公开信息96条，与上年持平。': [],
    '公开信息96条，与上年80条基本持平。': [],
    '同比增长20%。': [],
    '公开信息186条，比上年增加26条，增长46.3%。': ['46.3%'],
    '公开信息186条，比上年增加26条，增长16.25%。': [],
    '公开信息186条，比上年增加26条，同比增长16.3%。': [],
    '公开信息186条，同比增长46.3%，增加26条。': ['46.3%'],
    '公开信息186条，比上年增加26条，阅读量增长46.3%。': [],
    '公开信息186条，比上年减少14条，下降7%。': [],
    '公开信息186条，比上年减少14条，下降17%。': ['17%'],
    '收到申请312件，同比下降8.2%，加上年结转15件，共327件。': [],
    '全年新收政府信息公开申请10件，比上年增加4件，上年结转1件。': [],
    '全年新收政府信息公开申请10件，比上年增加4件，上年5件。': ['4件'],
  })

  const figures: Record<CellKey, number> = { 'requests.received.total': 12, 'requests.concluded.total': 12 }
  const lastYear = draw({ year: 2024, figures: { 'requests.received.total': 10, 'requests.concluded.total': 9 } })
  describe("against last year's tables", () => {
    inChapter(
      'prose.change',
      1,
      {
        '收到政府信息公开申请12件，同比增长20%。': [],
        '收到政府信息公开申请12件，同比增长25%。': ['25%'],
        '收到政府信息公开申请12件，比上年增加2件。': [],
        '收到政府信息公开申请12件，比上年减少2件。': ['2件'],
        '收到政府信息公开申请12件，与上年持平。': ['与上年持平'],
        '公开信息96条，同比增长25%。': [],
      },
      { figures },
      { lastYear },
    )
  })
})

describe('prose.table', () => {
  const figures: Record<CellKey, number> = {
    'requests.received.total': 14,
    'requests.received.naturalPerson': 11,
    'requests.received.enterprise': 3,
    'requests.carriedIn.total': 2,
    'requests.granted.total': 7,
    'requests.partlyGranted.total': 2,
    'requests.refusedInternal.total': 1,
    'requests.unableNotHeld.total': 3,
    'requests.rejectedPetition.total': 1,
    'requests.otherOther.total': 1,
    'requests.concluded.total': 15,
    'requests.carriedOut.total': 1,
    'proactive.normativeDocuments.issued': 2,
    'proactive.normativeDocuments.repealed': 3,
    'proactive.normativeDocuments.inForce': 18,
    'proactive.licensing': 412,
    'proactive.penalties': 36,
    'proactive.fees': 35.62,
    'challenges.reconsideration.total': 2,
    'challenges.reconsideration.upheld': 1,
    'challenges.reconsideration.pending': 1,
    'challenges.directLitigation.total': 1,
    'challenges.directLitigation.upheld': 1,
    'challenges.litigationAfterReconsideration.total': 1,
    'challenges.litigationAfterReconsideration.upheld': 1,
  }
  const lines: Lines = {
    '全年新收政府信息公开申请14件，上年结转2件，办结15件，结转下年度1件。': [],
    '全年新收政府信息公开申请14件，上年结转3件，办结15件，结转下年度0件。': ['3件', '0件'],
    '全年收到政府信息公开申请14件。': [],
    '全年收到14件政府信息公开申请。': [],
    '全年收到13件政府信息公开申请。': ['13件'],
    '全年受理依申请公开16件。': [],
    '全年受理依申请公开17件。': ['17件'],
    '全年收到公民、法人和其他组织提出的政府信息公开申请15件。': ['15件'],
    '全年共收到政府信息公开申请10余件。': [],
    '收到政府信息公开申请14件，其中自然人11件，法人或其他组织3件。': [],
    '收到政府信息公开申请14件，其中自然人10件，法人或其他组织4件。': ['10件', '4件'],
    '收到政府信息公开申请14件，其中网络申请9件，当面申请5件。': [],
    '答复申请15件，其中予以公开7件，部分公开2件，不予公开1件，无法提供3件，不予处理1件。': [],
    '答复申请15件，其中予以公开6件，部分公开3件。': ['6件', '3件'],
    '答复申请15件，其中予以公开及部分公开9件。': [],
    '答复申请15件，其中予以公开9件，部分公开2件。': ['9件'],
    '答复申请15件，其中予以公开（含部分公开）9件。': [],
    '答复申请15件，其中予以公开9件（含部分公开2件）。': [],
    '全年答复政府信息公开申请18件。': ['18件'],
    '2024年收到政府信息公开申请9件。': [],
    '上年收到政府信息公开申请9件。': [],
    '上半年收到政府信息公开申请6件。': [],
    '全县各单位收到政府信息公开申请88件。': [],
    '指导所属单位办理政府信息公开申请9件。': [],
    '收到群众留言88件，办结88件。': [],
    '办理人大代表建议6件，答复6件。': [],
    '网上信访收到申请9件。': [],
    '本年度未收到政府信息公开申请。': ['未收到政府信息公开申请'],
    '本年度没有收到公民、法人和其他组织的政府信息公开申请。': ['没有收到公民、法人和其他组织的政府信息公开申请'],
    '2024年未收到政府信息公开申请。': [],
    '如未收到政府信息公开申请答复，可致电。': [],
    '作出行政许可决定412件，行政处罚决定36件。': [],
    '作出行政许可决定400件，行政处罚决定30件。': ['400件', '30件'],
    '办理行政许可、行政处罚448件。': [],
    '公示行政许可结果信息510条。': [],
    '梳理行政许可事项57项。': [],
    '行政事业性收费35.62万元。': [],
    '行政事业性收费35.6万元。': [],
    '行政事业性收费356200元。': [],
    '行政事业性收费36.5万元。': ['36.5万元'],
    '制发行政规范性文件2件，废止3件，现行有效18件。': [],
    '制发行政规范性文件4件，废止3件，现行有效20件。': ['4件', '20件'],
    '公开各类规范性文件26件。': [],
    '因政府信息公开被申请行政复议2件、行政诉讼2件。': [],
    '因政府信息公开被申请行政复议3件、行政诉讼2件。': ['3件'],
    '未发生因政府信息公开引起的行政复议、行政诉讼。': ['未发生因政府信息公开引起的行政复议、行政诉讼'],
    '未发生因政府信息公开引起的行政诉讼败诉。': [],
    '受理行政复议案件25件。': [],
    '收到政府信息公开申请14件，均按期办结。': ['均按期办结'],
    '收到政府信息公开申请14件，全部予以公开。': ['全部予以公开'],
    '政府信息公开行政复议2件，均获维持。': ['复议2件，均获维持'],
    '信访投诉9件，均已办结。': [],
    '全年新收政府信息公开申请14件，上年结转2件，共16件。': [],
    '全年新收政府信息公开申请14件，上年结转2件，其中1件撤回。': [],
    '全年收到政府信息公开申请14件，上年结转0件，办结14件。': ['0件'],
    '全年认定公文215份，其中主动公开96份、依申请公开88份、不予公开31份。': [],
    '全年认定公文215份。其中，主动公开96份、依申请公开88份、不予公开31份。': [],
    '答复依申请公开15件，其中不予公开31份文件。': ['31份'],
  }
  inChapter('prose.table', 1, lines, { figures })

  test('a cell nobody knows is compared with nothing', () =>
    expect(
      quotes('prose.table', {
        figures: { 'requests.received.total': null, 'requests.carriedIn.total': null },
        chapters: { 1: '收到政府信息公开申请9件。' },
      }),
    ).toEqual([]))
  test('the form of 2019 has its own cells', () =>
    expect(
      quotes('prose.table', {
        edition: '2019',
        figures: { 'proactive.licensing.decisions': 9, 'proactive.normativeDocuments.newlyMade': 1 },
        chapters: { 1: '作出行政许可决定9件。制定行政规范性文件2件。' },
      }),
    ).toEqual(['2件']))
})

describe('prose.repeat', () => {
  inChapter('prose.repeat', 1, {
    '联系电话：联系电话：0100-5550123。': ['联系电话：联系电话'],
    '群众关心的的事项。': ['的的'],
    '以便民为目的的公开，有目标的的放矢。': [],
    '以及及时公开、参与与否、了了解。': [],
    '和和气气，进一步完善善后处置公开。': [],
    '持续做好政务公开公开工作。': ['公开公开'],
    '逐条逐条核对，一项一项落实，大家讨论讨论。': [],
    '为民服务服务中心已启用。': [],
    '信息公开工作工作人员2名。': [],
    '发布惠农补贴、惠农补贴、就业信息。': ['惠农补贴、惠农补贴'],
    '依法主动公开，公开目录按月更新。': [],
    '更新目录。。逐条核对。': ['。。'],
    '更新目录、，逐条核对。': ['、，'],
    '未完待续……': [],
    '人人平等人人平等享有知情权。': ['人人平等人人平等'],
  })
  const own = '党政办每月十日汇总各站所的公开清单，逐条核对后报分管领导签发并张贴公示。'
  test('a sentence again in another chapter', () => {
    const found = quotes('prose.repeat', { chapters: { 1: own, 6: `一是${own}` } })
    expect(found).toEqual([own.slice(0, -1)])
  })
  test('a paragraph again in the same chapter', () => expect(quotes('prose.repeat', { chapters: { 1: `${own}\n${own}` } })).toHaveLength(1))
  test('a sentence whose figure differs is one finding', () =>
    expect(
      quotes('prose.repeat', {
        chapters: {
          1: '党政办每月十日汇总各站所报送的公开清单共计12份，逐条核对之后报分管领导签发并张贴在便民大厅公示栏内。\n党政办每月十日汇总各站所报送的公开清单共计36份，逐条核对之后报分管领导签发并张贴在便民大厅公示栏内。',
        },
      }),
    ).toHaveLength(1))
  test('words of the chapters of tables may come again', () => expect(quotes('prose.repeat', { chapters: { 1: own, 3: own } })).toEqual([]))
  test('prescribed words may come again', () => {
    const prescribed = '坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻落实上级关于公开的部署'
    expect(quotes('prose.repeat', { chapters: { 1: `${prescribed}。`, 5: `下一步，${prescribed}。` } })).toEqual([])
  })
  test('the name of the body does not count', () => {
    const body = '清平县人民政府政务服务和大数据管理局高新技术产业园区分局'
    expect(quotes('prose.repeat', { body, chapters: { 1: `${body}公开指南。`, 6: `${body}收费情况。` } })).toEqual([])
  })
})

describe('prose.count', () => {
  inChapter('prose.count', 1, {
    '开设《惠农》《就业》2个专栏。': [],
    '开设《惠农》、《就业》和《医保》3个专栏。': [],
    '开设“惠农”“就业”“医保”等4个专栏。': [],
    '开设“惠农”“就业”“医保”等2个专栏。': ['2个'],
    '开设“惠农”“就业”“医保”四个专栏。': ['四个'],
    '印发《公开审查办法》。修订2项制度。': [],
    '修订两项制度，分别为《公开审查办法》《申请办理规程》。': [],
    '修订三项制度，分别为《公开审查办法》《申请办理规程》。': ['三项'],
    '修订三项制度，分别为《公开审查办法》《申请办理规程》等。': [],
    '做好以下3项工作：一是培训；二是更新；三是解读。': [],
    '做好以下3项工作：一是培训；二是更新。': ['3项'],
    '从四个方面入手：（一）培训（二）更新（三）解读（四）督查。': [],
    '从四个方面入手：1.培训。2.更新。3.解读。': ['四个'],
    '通过网站、微信、公告栏三个平台公开。': [],
    '通过网站、微信、公告栏和广播四个平台公开。': [],
    '通过网站、微信、公告栏、广播三个平台公开。': ['三个'],
    '通过网站、微信等4个平台公开。': [],
    '报告包括总体情况、公开情况、申请情况、复议诉讼情况、问题和改进情况、其他事项六部分。': [],
    '报告包括总体情况、公开情况、申请情况、复议诉讼情况、其他事项六部分。': ['六部分'],
    '走访村组、企业、学校12次。': [],
    '组织发改、财政、民政等3个部门座谈。': [],
  })
})

describe('prose.contradiction', () => {
  inChapter('prose.contradiction', 1, {
    '微信公众号“溪语”已注销。利用“溪语”微信公众号发布信息。': ['微信公众号“溪语”已注销'],
    '微信公众号“溪语”已注销。利用“柳溪发布”微信公众号发布信息。': [],
    '拟注销微信公众号“溪语”。利用“溪语”微信公众号发布信息。': [],
    '微信公众号“溪语”已注销，注销前通过“溪语”微信公众号发布信息30条。': [],
    '落实《关于注销微信公众号“溪语”的通知》。利用“溪语”微信公众号发布信息。': [],
    '“柳溪在线”政务微博于6月关停。\n通过政务微博“柳溪在线”发布信息20条。': ['“柳溪在线”政务微博于6月关停'],
    '未收取信息处理费。\n全年收取信息处理费300元。': ['未收取信息处理费'],
    '未收取信息处理费。\n全年收取信息处理费0元。': [],
    '未发生责任追究情形。\n因公开不及时被问责2人。': ['未发生责任追究'],
    '未承办政协提案。\n承办人大代表建议3件。': [],
    '未承办政协提案。\n办理政协提案3件，均已公开。': ['未承办政协提案'],
    '本年度未承办人大代表建议。\n承办人大代表建议3件。': ['未承办人大代表建议'],
    '未收到意见建议。\n承办人大代表建议3件。': [],
    '未承办人大代表建议和政协提案。\n承办人大代表建议3件，政协提案2件。': ['未承办人大代表建议', '未承办人大代表建议和政协提案'],
    '上年未收到政府信息公开申请。\n收到政府信息公开申请3件。': [],
  })
})

describe('prose.stale-year', () => {
  inChapter('prose.stale-year', 1, {
    '2025年，柳溪镇公开信息86条。': [],
    '2024年，柳溪镇公开信息86条。': ['2024年'],
    '２０２４年，柳溪镇公开信息86条。': ['２０２４年'],
    '（二）依申请公开。2024年度未收到申请。': ['2024年度'],
    '柳溪镇2023年度共公开信息86条。': ['2023年度'],
    '与2024年相比，公开信息增加6条。': [],
    '2024年公开信息80条，2025年公开信息86条。': [],
    '对照2024年度考核反馈，逐项整改。': [],
    '2024年，柳溪镇公开工作考核排名第二。': [],
    '2024年底建成查阅点。': [],
    '2024年6月，柳溪镇建成查阅点。': [],
    '自2019年起，柳溪镇设立公开栏。': [],
    '2024年印发的文件均已公开。': [],
    '《柳溪镇2024年政务公开要点》已落实。': [],
    '国办公开办函〔2021〕30号。': [],
    '公开2024年度部门决算。': [],
    '2026年，我镇将增加解读。': [],
    '2026年，我镇公开信息86条。': ['2026年'],
    '2024年全年收到申请4件，上年结转1件，办结5件。': ['2024年'],
    '（二）依申请公开。2024年全年收到申请4件，上年结转1件。': ['2024年'],
    '专栏设12个一级栏目，2023年全年维护更新56次。': ['2023年'],
    '2024年全年公开信息80条，今年公开96条。': [],
    '公开信息86条，比2024年全年增加6条。': [],
    '公开信息86条，同比增长8%，2024年全年为80条。': [],
    '在2024年全年考核中列第二。': [],
    '对2024年全年公开内容进行清理。': [],
    '清理2024年全年公开信息，共删除12条。': [],
    '2023年以来全年维护更新56次。': [],
  })
  inChapter('prose.stale-year', 5, {
    '2024年主要存在以下问题：一是解读形式单一；二是业务不熟练。': ['2024年'],
    '（一）存在的问题。2024年年报指出的更新不及时问题已整改到位。2024年主要存在以下问题：一是解读形式单一。': ['2024年'],
    '2025年主要存在以下问题：一是解读形式单一。': [],
    '2024年存在的主要问题：更新不及时，已整改到位。': [],
    '针对2024年存在的问题：逐项整改。': [],
    '2026年，我镇将增加解读。': [],
  })
  inChapter('prose.stale-year', 0, {
    '现将柳溪镇2025年政府信息公开工作年度报告公布如下。': [],
    '现将柳溪镇2024年政府信息公开工作年度报告公布如下。': ['2024年'],
    '编制了《柳溪镇2024年政府信息公开工作年度报告》。': ['2024年'],
    '根据《关于做好2024年政府信息公开工作年度报告的通知》编制。': [],
    '数据统计期限自2024年1月1日起至2024年12月31日止。': [],
  })
})

describe('prose.foreign-body', () => {
  inChapter('prose.foreign-body', 1, {
    '我镇公开信息。我县、我市统一部署。我单位、我机关落实。': [],
    '我局公开信息。': ['我局'],
    '我街道公开信息。': ['我街道'],
    '本局公开信息。': ['本局'],
    '本镇公开信息，本部门、本机关落实。': [],
    '我办理了申请，我处理了留言，我所在的镇。': [],
    '“我委托”栏目。忘我镇守边疆。': [],
    '清河镇认真落实要求。': ['清河镇'],
    '柳溪镇认真落实要求。清平县柳溪镇党委、政府认真落实要求。': [],
    '全镇认真落实要求。各镇认真落实要求。乡镇坚持公开。': [],
    '镇党委、政府认真落实要求。': [],
    '向清河镇学习。清河镇派员交流。': [],
    '县公安局认真落实要求。': [],
    '南屏县清河镇人民政府全年召开会议6次。': ['南屏县清河镇'],
    '清河镇成立公开工作领导小组。': ['清河镇'],
    '清平县柳溪镇人民政府全年召开会议6次。': [],
    '清河镇召开现场会，我镇派员参加。': [],
    '我县组织各乡镇更新公开目录。': ['我县'],
    '2025年，我县认真落实要求。': ['我县'],
    '我县统一部署。按照我县部署，公开信息。': [],
    '我县组织培训，我镇派员参加。': [],
    '我市组织专项检查1次，结果良好。': [],
  })
  inChapter(
    'prose.foreign-body',
    1,
    {
      '我局、我委均落实要求。': [],
      '我镇落实要求。': ['我镇'],
      '县卫健局认真落实要求。': [],
      '2025年，教育局认真落实要求。': ['教育局'],
      '县卫生健康局坚持公开。': [],
    },
    { body: '清平县卫生健康局' },
  )
})

describe('prose.impossible', () => {
  inChapter('prose.impossible', 1, {
    '公开2025年部门预决算。': ['2025年部门预决算'],
    '公开2025年度部门预算、决算。': ['2025年度部门预算、决算'],
    '公开2025年部门预算、2024年部门决算。': [],
    '公开2025年部门预算和2024年部门决算。': [],
    '2025年，公开部门决算。': [],
    '2025年公开部门决算。': [],
    '2025年按时公开上年度部门决算。': [],
    '公开2024年部门预决算。': [],
    '将于明年公开2025年部门决算。': [],
    '公开本年度部门决算。': ['本年度部门决算'],
    '2月29日召开会议。': ['2月29日'],
    '2月28日召开会议。': [],
    '2024年2月29日印发。': [],
    '4月31日召开会议。': ['4月31日'],
    '13月1日召开会议。': ['13月1日'],
    '9月0日召开会议。': ['9月0日'],
    '12个月召开会议12次。': [],
    '2026年1月8日，召开推进会。': ['2026年1月8日'],
    '2026年1月底前完成整改。': [],
    '2026年1月，编制本年度报告并公开。': [],
    '按期答复率达101%。': ['101%'],
    '任务完成率达120%。': [],
    '政策类占总数的130%。': ['130%'],
    '公开信息同比增长130%。': [],
    '投诉同比下降130%。': ['130%'],
  })
  test('a leap day in a leap year', () =>
    expect(quotes('prose.impossible', { year: 2024, chapters: { 1: '2月29日召开会议。' } })).toEqual([]))
})

describe('prose.tone, prose.silent, prose.length', () => {
  inChapter('prose.tone', 1, {
    '公开工作圆满完成。': ['圆满完成'],
    '有效提升公开质量，取得一定成效。': [],
    '落实《圆满收官行动方案》。': [],
  })
  test('compulsory measures told as enforcement', () =>
    expect(quotes('prose.silent', { figures: { 'proactive.compulsoryMeasures': 80 }, chapters: { 1: '公开执法结果80件。' } })).toEqual([]))
  test('a report without chapter one is not blamed for silence', () =>
    expect(quotes('prose.silent', { figures: { 'proactive.licensing': 800 }, chapters: { 1: null } })).toEqual([]))
  test('spaces are no characters', () => expect(quotes('prose.length', { chapters: { 1: `公开。${' '.repeat(1500)}` } })).toEqual([]))
})

describe('whatever the text', () => {
  const words =
    '一二三十百万0123456789，。；：、（）《》“”占%余其中共累计合计条件次个年月日第申请收到未没有答复办结予以公开部分行政许可诉讼复议决算同比增长减少上年持平注销公众号微信我局镇的地址'.split(
      '',
    )
  const phrases = [
    '2024年',
    '2025年度',
    '政府信息公开申请',
    '其中，',
    '占总数的',
    '比上年增加',
    '行政事业性收费',
    '万元',
    '微信公众号“溪语”',
    '12月15日',
    '一是',
    '等3个专栏',
  ]
  const text = fc
    .array(fc.constantFrom(...words, ...phrases, '\n', ' ', '\u3000', '\u{1f600}'), { maxLength: 90 })
    .map((parts) => parts.join(''))
  const figure = fc.constantFrom(0, 1, 3, 250, null)

  test('nothing throws, every finding quotes the line it points at and has its sentences', () => {
    fc.assert(
      fc.property(text, text, text, figure, (one, five, six, total) => {
        const report = draw({
          figures: { 'requests.received.total': total, 'proactive.licensing': total },
          chapters: { 1: one, 5: five, 6: six },
        })
        const lastYear = draw({ year: 2024, chapters: { 1: one, 5: six } })
        const lines = new Map(report.chapters.flatMap((chapter) => chapter.lines.map((line) => [line.at.line, line.text])))
        for (const check of proseChecks)
          for (const finding of check.find(report, { lastYear, others: [lastYear] })) {
            expect(finding.rule).toBe(check.id)
            for (const language of ['zh-CN', 'en'] as Language[])
              expect(sentence(finding, language)).not.toMatch(/undefined|NaN|\[object|null/)
            if (finding.quote === undefined) continue
            expect(finding.quote).not.toBe('')
            expect(lines.get(finding.at!.line)!.startsWith(finding.quote, finding.at!.column! - 1)).toBe(true)
          }
      }),
      { numRuns: 1500 },
    )
  })

  test('the time for hostile prose grows with its length', () => {
    const lines = [
      '1条，',
      '（1条',
      '《',
      '“1个”',
      '其中1条，',
      '未收到',
      '2024年，',
      '一二三四五六七八九十',
      '柳溪镇人民政府',
      '公开1条（其中',
      '微信公众号“甲乙”注销',
      '我镇2024年，公开占比1%，',
      '。1件',
      '比上年增加1件',
      '开设“甲”“乙”3个',
    ]
    const hostile: ((share: number) => string)[] = [
      // Lines just short enough to be read, and as many of them as are read.
      ...lines.map((words) => (share: number) => `${words.repeat(Math.floor((19_000 * share) / words.length))}\n`.repeat(11)),
      (share) => '1条，'.repeat(40_000 * share),
      (share) => Array.from({ length: 12_000 * share }, (_, i) => `其中公开${i}条、动态${i}条。`).join('\n'),
      (share) => '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥\n'.repeat(8_000 * share),
    ]
    const timeOf = (chapter: string) => {
      let least = Number.POSITIVE_INFINITY
      for (let run = 0; run < 2; run++) {
        const report = draw({ chapters: { 1: chapter, 5: chapter.slice(0, chapter.length / 12) } })
        const other = draw({ chapters: { 1: chapter } })
        // Time of the processor: a machine that does other things beside must not matter.
        const began = process.cpuUsage()
        for (const check of proseChecks) check.find(report, { others: [report, other] })
        const { user, system } = process.cpuUsage(began)
        least = Math.min(least, (user + system) / 1000)
      }
      return least
    }
    // Four times the text: a linear pass takes four times as long, a quadratic one sixteen.
    for (const text of hostile) expect(timeOf(text(1)), text(1).slice(0, 12)).toBeLessThan(9 * Math.max(timeOf(text(1 / 4)), 10))
  })
})
