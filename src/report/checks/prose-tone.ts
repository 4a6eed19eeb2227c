import type { Check } from '../check.ts'
import type { Report } from '../model.ts'
import { untitled } from '../prose/accounts.ts'
import { findingAt, passagesOf } from '../prose/text.ts'

/** Superlatives that no figure bears out. One is enough. */
const superlatives =
  /史无前例|前所未有|无与伦比|空前(?!的?压力)|举世瞩目|遥遥领先|首屈一指|完美(?:完成|收官)|圆满(?:完成|收官)|硕果累累|成绩斐然|有口皆碑|一致好评|广泛赞誉|高度赞誉|零差错|万无一失/g
/** Stock phrases. A few are customary; this many in one report say little. */
const stock =
  /(?:再|迈)上(?:了)?新台阶|取得(?:了)?(?:显著|明显|新的|一定的?|积极)?(?:成效|进展|成绩)|成效(?:显著|明显)|不断开创.{0,12}新局面|走在(?:了)?前列|有力(?:地)?(?:保障|推动|促进)(?:了)?|有效(?:地)?(?:提升|保障)(?:了)?|稳步(?:推进|提升)|显著(?:提升|提高|增强)|大幅(?:提升|提高)/g
const many = 6
const any =
  /史无|前所未有|无与伦比|空前|举世|遥遥|首屈|完美|圆满|硕果|斐然|皆碑|好评|赞誉|零差错|万无|台阶|取得|成效|开创|前列|有力|有效|稳步|显著|大幅/

/** The report tells what was done; praise of itself is left to others. */
export const proseTone: Check = {
  id: 'prose.tone',
  severity: 'info',
  source: '国办公开办函〔2021〕30号：突出重点、简明扼要；措辞阈值为本项目所定',
  rule: {
    'zh-CN': '年报用事实和数字说话，少用没有数据支撑的溢美之词和套话。',
    en: 'The report speaks in facts and figures, not in praise or stock phrases that nothing bears out.',
  },
  find: (report: Report) => {
    const passages = passagesOf(report)
    const words = passages.map(({ plain }) => (any.test(plain) ? untitled(plain) : ''))
    for (const [index, passage] of passages.entries()) {
      const match = [...words[index]!.matchAll(superlatives)][0]
      if (match === undefined) continue
      const all = [...new Set(words.flatMap((line) => [...line.matchAll(superlatives)].map(([phrase]) => phrase)))]
      return [
        findingAt(passage, { start: match.index, end: match.index + match[0].length }, 'prose.tone', 'info', 'prose.tone.superlative', {
          found: match[0],
          values: { phrases: all.slice(0, 5).join('、'), count: all.length },
        }),
      ]
    }
    const phrases = passages.flatMap((passage, index) => [...words[index]!.matchAll(stock)].map((match) => ({ passage, match })))
    const first = phrases[0]
    if (first === undefined || phrases.length < many) return []
    const span = { start: first.match.index, end: first.match.index + first.match[0].length }
    return [
      findingAt(first.passage, span, 'prose.tone', 'info', 'prose.tone.stock', {
        found: phrases.length,
        values: { count: phrases.length, phrases: [...new Set(phrases.map(({ match }) => match[0]))].slice(0, 5).join('、') },
      }),
    ]
  },
  examples: {
    pass: [{ shows: 'plain words', given: { chapters: { 1: '公开指南修订2次，有效提升了申请办理的速度，平均用时11个工作日。' } } }],
    fail: [
      {
        shows: 'a superlative',
        given: { chapters: { 1: '政务公开工作硕果累累，赢得群众一致好评。' } },
        finds: { severity: 'info', found: '硕果累累', quote: '硕果累累' },
      },
      {
        shows: 'one stock phrase after another',
        given: {
          chapters: {
            1: '公开质量显著提升，工作再上新台阶，平台建设稳步推进，公开取得明显成效，解读水平大幅提高，有力推动了各项工作。',
          },
        },
        finds: { severity: 'info', found: 6 },
      },
    ],
  },
}
