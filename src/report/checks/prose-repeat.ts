import type { Check } from '../check.ts'
import type { Finding } from '../findings.ts'
import type { Report } from '../model.ts'
import { doubledIn, type Repeat, repeatsIn } from '../prose/repeats.ts'
import { findingAt, passagesOf } from '../prose/text.ts'

const opening = '本报告由柳溪镇党政办公室依照上级年度报告格式的统一要求，结合全镇各站所一年来的工作台账逐项核对之后汇总编制而成。'

/** No sentence, phrase or word stands twice by mistake. */
export const proseRepeat: Check = {
  id: 'prose.repeat',
  severity: 'warning',
  source: '国办公开办函〔2021〕30号：突出重点、简明扼要',
  rule: {
    'zh-CN': '正文里同一句话不应在两处重复出现，词语和标点不应重写。',
    en: 'No sentence stands twice in the prose, and no word or mark twice in a row.',
  },
  find: (report: Report) => {
    const passages = passagesOf(report)
    return [
      ...repeatsIn(passages, report.body).filter(isMistake).map(sayRepeat),
      ...doubledIn(passages).map((doubled) => {
        const found = doubled.passage.line.text.slice(doubled.start, doubled.end)
        return findingAt(
          doubled.passage,
          doubled,
          'prose.repeat',
          'warning',
          doubled.kind === 'word' ? 'prose.repeat.word' : 'prose.repeat.mark',
          {
            found,
            values: { words: doubled.words, found },
          },
        )
      }),
    ]
  },
  examples: {
    pass: [
      {
        shows: 'the same title cited twice',
        given: {
          chapters: {
            0: '依据《中华人民共和国政府信息公开条例》编制本报告。',
            1: '依据《中华人民共和国政府信息公开条例》修订了公开指南。',
          },
        },
      },
      {
        shows: 'a problem taken up by its measure',
        given: {
          chapters: {
            5: '存在的问题：村务公开栏更新不够及时，部分惠农补贴名册发放之后一个多月才张贴到村民小组。\n改进措施：针对村务公开栏更新不够及时，部分惠农补贴名册发放之后一个多月才张贴到村民小组的问题，实行月底清点。',
          },
        },
      },
      {
        shows: 'words that only seem doubled',
        given: { chapters: { 1: '以便民为目的的措施，以及及时更新、和和气气待人，一条一条核对。' } },
      },
    ],
    fail: [
      {
        shows: 'a sentence that stands twice',
        given: { chapters: { 0: opening, 1: `2025年，${opening}` } },
        finds: { severity: 'warning', say: 'prose.repeat.sentence', at: { line: 4, column: 7 } },
      },
      {
        shows: 'a doubled word',
        given: { chapters: { 0: '联系地址：柳溪镇中街8号，电话：电话：0100-5550123。' } },
        finds: { severity: 'warning', found: '电话：电话', quote: '电话：电话' },
      },
      { shows: 'a doubled particle', given: { chapters: { 1: '群众最关心的的事项优先公开。' } }, finds: { found: '的的' } },
      { shows: 'a doubled phrase', given: { chapters: { 1: '及时发布惠农补贴惠农补贴名册。' } }, finds: { found: '惠农补贴惠农补贴' } },
      {
        shows: 'a doubled mark',
        given: { chapters: { 1: '按月更新公开目录，，逐条核对。' } },
        finds: { found: '，，', say: 'prose.repeat.mark' },
      },
    ],
  },
}

/** A problem of chapter five may come again with its measure; chapters two to four may say in words what chapter one said. */
function isMistake({ passage, start, end, first, length }: Repeat): boolean {
  // The guiding thought is named in the same prescribed words wherever it is named.
  if (length < 60 && /习近平新时代中国特色社会主义思想/.test(passage.plain.slice(start, end))) return false
  if (passage.chapter >= 2 && passage.chapter <= 4) return false
  if (first.passage.chapter >= 2 && first.passage.chapter <= 4) return false
  return !(
    passage.chapter === 5 &&
    first.passage.chapter === 5 &&
    /针对|关于|就|对|解决/.test(passage.plain.slice(Math.max(0, start - 8), start + 2))
  )
}

function sayRepeat({ passage, start, end, first, length }: Repeat): Finding {
  return findingAt(passage, { start, end }, 'prose.repeat', 'warning', 'prose.repeat.sentence', {
    found: passage.line.text.slice(start, end),
    values: {
      length,
      chapter: first.passage.chapter,
      here: passage.chapter,
      line: first.passage.line.at.line ?? 0,
      start: passage.line.text.slice(start, start + 20),
    },
  })
}
