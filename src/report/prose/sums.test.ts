import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draw } from '../sketch.ts'
import { outcomeOf, statementsOf } from './sums.ts'
import { passagesOf } from './text.ts'

/** Every statement of a text: `form whole = parts`, and what is off. */
function read(text: string): string[] {
  const passages = passagesOf(draw({ chapters: { 1: text } })).filter(({ chapter }) => chapter === 1)
  return statementsOf(passages).map((statement) => {
    const { state, gap } = outcomeOf(statement)
    const parts = statement.parts.map(({ value }) => value).join('+')
    return `${statement.form} ${statement.whole.value} = ${parts}${state === 'adds-up' ? '' : ` ${state} ${gap}`}`
  })
}

const texts: Readonly<Record<string, readonly string[]>> = {
  // 其中
  '公开信息86条。其中，动态52条、通知21条、指南13条。': ['among 86 = 52+21+13'],
  '公开信息86条，其中动态52条，通知21条，指南13条。': ['among 86 = 52+21+13'],
  '公开信息86条，其中：动态52条；通知21条；指南13条。': ['among 86 = 52+21+13'],
  '公开信息86条。\n其中动态52条、通知34条。': ['among 86 = 52+34'],
  '公开信息86条，其中动态52条、通知31条、指南13条。': ['among 86 = 52+31+13 exceeds 10'],
  '公开信息86条，其中动态52条、通知21条。': ['among 86 = 52+21 short -13'],
  '收到申请20件，其中网络申请18件。': ['among 20 = 18 short -2'],
  '收到申请20件，其中网络申请28件。': ['among 20 = 28 exceeds 8'],
  '公开信息63条，其中通过网站发布44条，通过微信发布19条。此外举办培训3次。': ['among 63 = 44+19'],
  '公开信息63条，其中动态44条、通知19条，全年举办开放日2场。': ['among 63 = 44+19'],
  '公开信息63条，其中动态44条、通知19条；另外转载信息90条。': ['among 63 = 44+19'],
  '公开信息86条，其中：\n1.动态52条；\n2.通知21条；\n3.指南13条。': ['list 86 = 52+21+13'],
  '公开信息86条，具体如下：\n（一）动态52条\n（二）通知21条\n（三）指南15条': ['list 86 = 52+21+15 exceeds 2'],
  '公开信息86条，其中：\n1.加强动态更新，发布52条。\n召开会议3次。': [],
  '公开信息79条，其中：会议信息22条，政策文件30件，意见征集9件，其他信息18条。': ['among 79 = 22+30+9+18'],
  '公开信息22条，其中人事信息6条，财务信息2条（其中预算1条、决算1条），审计结果14条。': ['bracket 2 = 1+1', 'among 22 = 6+2+14'],
  // Nested lists.
  '办结20件，其中予以公开12件，不予公开8件，其中内部事务5件、过程性信息3件。': ['among 20 = 12+8', 'among 8 = 5+3'],
  '办结20件，其中不予公开8件，其中内部事务5件、过程性信息3件；予以公开12件。': ['among 20 = 8+12', 'among 8 = 5+3'],
  '公开信息100条，其中网站60条（其中动态45条、公告15条），微信40条。': ['bracket 60 = 45+15', 'among 100 = 60+40'],
  '公开信息100条，其中网站60条（其中动态45条、公告25条），微信40条。': ['bracket 60 = 45+25 exceeds 10', 'among 100 = 60+40'],
  '公开信息100条，其中主动公开80条，网站50条、微信30条，依申请公开20条。': ['among 100 = 80+50+30+20'],
  // The same cases by applicant and by channel.
  '收到申请9件，其中自然人7件，法人2件，网络提交6件，当面提交3件。': ['among 9 = 7+2+6+3'],
  '受理10件，其中自然人8件、法人2件；办结9件，其中予以公开5件、部分公开4件。': ['among 10 = 8+2', 'among 9 = 5+4'],
  '受理10件，其中自然人8件、法人3件；办结9件，其中予以公开5件、部分公开4件。': ['among 10 = 8+3 exceeds 1', 'among 9 = 5+4'],
  '收到申请10件，其中新收9件，上年转来1件，办结10件。': ['among 10 = 9+1'],
  // Lists without 其中.
  '公开信息86条：动态52条、通知21条、指南13条。': ['list 86 = 52+21+13'],
  '公开信息86条，包括动态52条、通知21条、指南13条。': ['list 86 = 52+21+13'],
  '公开信息86条，分别为动态52条、通知21条、指南15条。': ['list 86 = 52+21+15 exceeds 2'],
  '公开机构信息1条，包括机构职能1条，以及人事信息2条。': ['list 1 = 1+2'],
  // Brackets.
  '收到申请12件（网络8件、信函4件）。': ['bracket 12 = 8+4'],
  '收到申请12件（网络8件、信函5件）。': ['bracket 12 = 8+5 exceeds 1'],
  '公开规章13件（含新制定5件，修改4件，废止4件）。': ['bracket 13 = 5+4+4'],
  '答复申请98件（含上年结转8件）。': [],
  '公开信息40条（占全年的20%）。': [],
  // Totals behind.
  '网站发布210条、微博发布95条、微信发布130条，合计435条。': [],
  '网站发布210条、微博发布95条、微信发布130条，合计425条。': ['total 425 = 210+95+130 exceeds 10'],
  '网站发布210条、微博发布95条，共计315条。': ['total 315 = 210+95 short -10'],
  '举办培训3次、编印资料500份，累计公开信息90条。': [],
  // Beside one another.
  '累计发布信息508条，网站300条，微信207条。': ['beside 508 = 300+207 short -1'],
  '累计发布信息508条，网站300条，微信120条。': [],
  // About right.
  '发布信息170余条，其中网站92条，微信81条。': ['among 170 = 92+81'],
  '发布信息170余条，其中网站92条，微信111条。': ['among 170 = 92+111 exceeds 33'],
  '发布信息100条，其中网站80余条，微信30条。': ['among 100 = 80+30 exceeds 10'],
  '点击1.2万次，其中网站7000次，微信5300次。': ['among 12000 = 7000+5300'],
  '公开信息近200条，其中网站120条，微信75条。': ['among 200 = 120+75'],
  // Money.
  '收费12.5万元，其中挖掘占道费8.3万元、绿化补偿费4.2万元。': ['among 12.5 = 8.3+4.2'],
  '收费12.5万元，其中挖掘占道费83000元、绿化补偿费42000元。': ['among 12.5 = 83000+42000'],
  '收费0.3万元，其中工本费0.1万元、查询费0.2万元。': ['among 0.3 = 0.1+0.2'],
  // Numerals in characters.
  '收到申请十二件，其中自然人九件、企业三件。': ['among 12 = 9+3'],
  '收到申请十二件，其中自然人九件、企业四件。': ['among 12 = 9+4 exceeds 1'],
  // Not parts at all.
  '公开信息86条，同比增长12%，其中动态类增长较多。': [],
  '召开会议4次，发布信息86条，编印简报12期。': [],
  '公开信息86条。12345热线办理工单30件，其中咨询30件。': ['among 30 = 30'],
  '公开信息86条，举办活动3场，其中大型活动2场。': ['among 3 = 2 short -1'],
}

describe('parts and wholes', () => {
  for (const [text, expected] of Object.entries(texts)) test(text, () => expect(read(text)).toEqual(expected))
})

test('parts drawn at random add up, and one more or one less is seen', () => {
  const part = fc.integer({ min: 2, max: 9999 })
  const names = ['政策文件', '工作动态', '通知公告', '办事指南', '人事信息', '财政信息']
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 2, maxLength: 6 }),
      fc.constantFrom('、', '，', '；'),
      fc.integer({ min: -1, max: 1 }),
      (parts, mark, off) => {
        const whole = parts.reduce((a, b) => a + b, 0) + off
        const list = parts.map((value, i) => `${names[i]}${value}条`).join(mark)
        const outcome = off === 0 ? '' : off < 0 ? ' exceeds 1' : ' short -1'
        expect(read(`全年公开信息${whole}条。其中，${list}。`)).toEqual([`among ${whole} = ${parts.join('+')}${outcome}`])
      },
    ),
    { numRuns: 500 },
  )
})
