import type { Check, Context } from '../check.ts'
import type { Finding } from '../findings.ts'
import type { Report } from '../model.ts'
import { type Likeness, likenessOf } from '../prose/likeness.ts'
import { passagesOf, placeAt } from '../prose/text.ts'

/** From these shares on the text is called the same. Choices of this project; a body's standing sentences stay below them. */
const ofLastYear = 0.6
const ofProblems = 0.8
const ofOthers = 0.5
/** Fewer characters than these are too few to judge. */
const enough = 150
const enoughProblems = 60

const lastYear = {
  1: '党政办每月十日汇总各站所的公开清单，逐条核对后报分管领导签发。\n惠农补贴名册在镇村两级同步张贴，张贴照片按月归档备查。\n便民服务中心设置公开查阅点，配备专人引导群众查询政策文件。',
  5: '一是年轻干部对公开目录的层级划分还不熟悉，栏目错放的情况时有发生。\n二是政策解读以文字为主，老年群众读起来比较吃力。\n改进措施：每季度组织一次目录实操练习，由老同志结对指导新同志。\n每件惠农政策制作一张方言讲解卡片，由村干部入户讲给群众听。',
}

/** The text is this year's and this body's own. */
export const yearsSameText: Check = {
  id: 'years.same-text',
  severity: 'warning',
  source: '国办公开办函〔2021〕30号：内容真实；各地年报通报批评照抄往年、照抄他人',
  rule: {
    'zh-CN': '正文不应大段照抄上年或别的机关的年报，存在的问题和改进措施尤其应是当年的。',
    en: "The prose is not last year's or another body's over again, least of all the problems and measures.",
  },
  find: (report: Report, context: Context) => [
    ...(context.lastYear === undefined ? [] : againstLastYear(report, context.lastYear)),
    ...(context.others ?? []).flatMap((other) => againstOther(report, other)),
  ],
  examples: {
    pass: [
      {
        shows: 'a text of its own',
        given: {
          chapters: {
            1: '全年编发公开简报十二期，简报附有各村张贴栏的照片和群众意见。\n镇属网站栏目由九个并为五个，查找补贴政策的点击次数减为两次。',
            5: '村级公开员更换较多，新任公开员对村务公开目录的要求还没有摸清。\n明年起由镇里统一培训并发放操作卡片，每半年抽查一次张贴情况。',
          },
        },
        context: { lastYear: { year: 2024, chapters: lastYear } },
      },
      { shows: 'no text to compare with', given: { chapters: lastYear } },
    ],
    fail: [
      {
        shows: "last year's text again",
        given: { chapters: lastYear },
        context: { lastYear: { year: 2024, chapters: lastYear } },
        finds: { severity: 'warning', say: 'years.same-text.last-year', found: 100 },
      },
      {
        shows: "last year's problems again",
        given: {
          chapters: {
            1: '全年编发公开简报十二期，简报附有各村张贴栏的照片和群众意见。\n镇属网站栏目由九个并为五个，查找补贴政策的点击次数减为两次。\n公开查阅点迁入新建的便民大厅，增设了无障碍通道和助听设备，方便老人。\n各村聘请老党员担任公开监督员，对补贴发放名册逐户核对并签字。\n镇政府开放日接待了学校师生，现场演示了申请公开的全部流程。',
            5: lastYear[5],
          },
        },
        context: { lastYear: { year: 2024, chapters: lastYear } },
        finds: { say: 'years.same-text.problems' },
      },
      {
        shows: "another town's text",
        given: { body: '石桥镇人民政府', chapters: lastYear },
        context: { others: [{ body: '清河镇人民政府', chapters: lastYear }] },
        finds: { say: 'years.same-text.other', expected: '清河镇人民政府' },
      },
    ],
  },
}

function againstLastYear(report: Report, last: Report): readonly Finding[] {
  const whole = likenessOf(report, last)
  if (whole.all >= enough && whole.share >= ofLastYear) return [say(report, whole, 'years.same-text.last-year', null)]
  const problems = likenessOf(report, last, 5)
  return problems.all >= enoughProblems && problems.share >= ofProblems ? [say(report, problems, 'years.same-text.problems', null)] : []
}

function againstOther(report: Report, other: Report): readonly Finding[] {
  if (other === report) return []
  const whole = likenessOf(report, other)
  return whole.all >= enough && whole.share >= ofOthers ? [say(report, whole, 'years.same-text.other', other.body)] : []
}

function say(report: Report, likeness: Likeness, code: string, other: string | null): Finding {
  const percent = Math.round(likeness.share * 100)
  const passage = passagesOf(report).find(({ plain }) => plain.includes(likeness.longest))
  const start = passage?.plain.indexOf(likeness.longest) ?? 0
  return {
    rule: 'years.same-text',
    severity: 'warning',
    cells: [],
    found: percent,
    expected: other,
    say: code,
    values: {
      percent,
      sentences: likeness.sentences,
      same: likeness.same,
      all: likeness.all,
      other: other ?? '',
      longest: likeness.longest.slice(0, 40),
    },
    at: passage === undefined ? null : placeAt(passage.line, start),
    ...(passage === undefined ? {} : { quote: passage.line.text.slice(start, start + likeness.longest.length) }),
  }
}
