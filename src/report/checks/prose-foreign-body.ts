import type { Check } from '../check.ts'
import type { Report } from '../model.ts'
import { falseSelves, foreignSubjects, largerSelves } from '../prose/bodies.ts'
import { findingAt, passagesOf } from '../prose/text.ts'

/** The report speaks of its own body. */
export const proseForeignBody: Check = {
  id: 'prose.foreign-body',
  severity: 'warning',
  source: '国办公开办函〔2021〕30号：内容真实；照抄他人年报的常见痕迹',
  rule: {
    'zh-CN': '正文的自称应与发布机关相符，不应留下别的机关或地方的名称。',
    en: 'The body calls itself what it is, and no other body or place is left in the text as the one that acts.',
  },
  find: (report: Report) => {
    const { body } = report
    if (body === null) return []
    const passages = passagesOf(report)
    return [
      ...[...falseSelves(passages, body), ...largerSelves(passages, body)].map(({ passage, start, end, said }) =>
        findingAt(passage, { start, end }, 'prose.foreign-body', 'warning', 'prose.foreign-body.self', {
          found: said,
          expected: body,
          values: { said, body },
        }),
      ),
      ...foreignSubjects(passages, body).map(({ passage, start, end, name }) =>
        findingAt(passage, { start, end }, 'prose.foreign-body', 'warning', 'prose.foreign-body.name', {
          found: name,
          expected: body,
          values: { name, body },
        }),
      ),
    ]
  },
  examples: {
    pass: [
      {
        shows: 'a town that speaks of itself and its county',
        given: { chapters: { 1: '我镇按照我县统一部署公开信息。柳溪镇认真落实各项要求。' } },
      },
      {
        shows: 'a bureau by its short name',
        given: { body: '清平县住房和城乡建设局', chapters: { 1: '县住建局认真落实公开要求。我局主动公开信息80条。' } },
      },
      { shows: 'towns in general', given: { chapters: { 1: '各镇认真报送信息，全镇积极参与。' } } },
    ],
    fail: [
      {
        shows: "a town that keeps a department's sentence",
        given: { chapters: { 1: '我镇主动公开信息80条。我部门未收到申请。' } },
        finds: { found: '我部门' },
      },
      {
        shows: 'a town that calls itself a bureau',
        given: { chapters: { 1: '我局严格执行先审后发制度。' } },
        finds: { severity: 'warning', found: '我局', expected: '柳溪镇人民政府', quote: '我局' },
      },
      { shows: 'another town that acts', given: { chapters: { 1: '2025年，清河镇认真落实公开要求。' } }, finds: { found: '清河镇' } },
      {
        shows: "a county's sentence in a town's report",
        given: { chapters: { 1: '我县组织各乡镇更新公开目录。' } },
        finds: { severity: 'warning', found: '我县', quote: '我县' },
      },
      {
        shows: 'another town by its full name',
        given: { chapters: { 1: '南屏县清河镇人民政府全年召开会议6次。' } },
        finds: { found: '南屏县清河镇' },
      },
      {
        shows: 'a bureau that calls itself a town',
        given: { body: '清平县教育局', chapters: { 1: '我镇设立公开查阅点1处。' } },
        finds: { found: '我镇' },
      },
    ],
  },
}
