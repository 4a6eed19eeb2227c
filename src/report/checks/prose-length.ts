import type { Check } from '../check.ts'
import type { Report } from '../model.ts'

/** Characters of chapter one above which it is no longer brief. */
const limit = 1000

/** Chapter one is brief. */
export const proseLength: Check = {
  id: 'prose.length',
  severity: 'info',
  source: '各省年报编制通知：总体情况原则上不超过1000字',
  rule: {
    'zh-CN': '第一章“总体情况”一般不超过 1000 字。',
    en: 'Chapter one is no longer than about 1,000 characters.',
  },
  find: (report: Report) => {
    const chapter = report.chapters.find(({ number }) => number === 1)
    const length = chapter === undefined ? 0 : chapter.lines.reduce((sum, { text }) => sum + text.replace(/\s+/g, '').length, 0)
    if (length <= limit) return []
    return [
      {
        rule: 'prose.length',
        severity: 'info',
        cells: [],
        found: length,
        expected: limit,
        say: 'prose.length',
        values: { length, limit, over: length - limit },
        at: chapter?.at ?? null,
      },
    ]
  },
  examples: {
    pass: [{ shows: 'a short chapter', given: {} }],
    fail: [
      {
        shows: 'a long chapter',
        given: {
          chapters: {
            1: Array.from({ length: 40 }, (_, i) => `（${i + 1}）每月二十日前由各站所报送公开清单，党政办逐条核对后上网。`).join('\n'),
          },
        },
        finds: { severity: 'info', expected: 1000 },
      },
    ],
  },
}
