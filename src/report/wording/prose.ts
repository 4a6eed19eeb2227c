import type { Language, Sentences } from './index.ts'

/** Sentences of the checks on prose. */
export const proseSentences: Sentences = {
  'prose-sum-exceeds': {
    'zh-CN': ({ values: v }) =>
      `分项之和 ${v.parts} = ${v.sum}${v.unit}，比所说的总数 ${v.whole}${v.unit} 多 ${v.gap}${v.unit}。总数或某个分项写错了，请核对`,
    en: ({ values: v }) =>
      `the parts come to ${v.parts} = ${v.sum} ${v.unit}, ${v.gap} more than the whole of ${v.whole} ${v.unit} they are named for; the whole or a part is wrong`,
  },
  'prose-sum-short': {
    'zh-CN': ({ values: v }) =>
      `分项之和 ${v.parts} = ${v.sum}${v.unit}，比所说的总数 ${v.whole}${v.unit} 少 ${v.gap}${v.unit}。是只列了一部分，还是有一处写错？`,
    en: ({ values: v }) =>
      `the parts come to ${v.parts} = ${v.sum} ${v.unit}, ${v.gap} less than the whole of ${v.whole} ${v.unit}; does the list name only some parts, or is a figure wrong?`,
  },
  'prose-share-wrong': {
    'zh-CN': ({ values: v }) => `${v.part} ÷ ${v.whole} = ${v.exact}%，正文写 ${v.printed}%，应为 ${v.right}%`,
    en: ({ values: v }) => `${v.part} of ${v.whole} is ${v.exact} %; the text says ${v.printed} %, not ${v.right} %`,
  },
  'prose-share-cut': {
    'zh-CN': ({ values: v }) => `${v.part} ÷ ${v.whole} = ${v.exact}%，四舍五入是 ${v.right}%，正文写 ${v.printed}%，是直接截去了尾数`,
    en: ({ values: v }) =>
      `${v.part} of ${v.whole} is ${v.exact} %, rounded ${v.right} %; the text says ${v.printed} %, cut off instead of rounded`,
  },
  'prose-share-raised': {
    'zh-CN': ({ values: v }) => `${v.part} ÷ ${v.whole} = ${v.exact}%，四舍五入是 ${v.right}%，正文写 ${v.printed}%，末位多进了一`,
    en: ({ values: v }) =>
      `${v.part} of ${v.whole} is ${v.exact} %, rounded ${v.right} %; the text says ${v.printed} %, one too high in the last place`,
  },
  'prose-share-total': {
    'zh-CN': ({ values: v }) => `各项占比之和 ${v.shares} = ${v.total}%，与 100% 差 ${v.gap} 个百分点，四舍五入解释不了`,
    en: ({ values: v }) => `the shares come to ${v.shares} = ${v.total} %, ${v.gap} points from 100 %, more than rounding explains`,
  },
  'prose-share-total-rounded': {
    'zh-CN': ({ values: v }) => `各项占比之和 ${v.shares} = ${v.total}%，与 100% 差 ${v.gap} 个百分点，是四舍五入或截尾造成的`,
    en: ({ values: v }) =>
      `the shares come to ${v.shares} = ${v.total} %, ${v.gap} points from 100 %, which rounding or cutting off explains`,
  },
  'prose-repeat-sentence': {
    'zh-CN': ({ values: v }) => `“${v.start}……”等 ${v.length} 个字在${chapterName(v.chapter)}已经写过，这里又出现一遍。删去一处`,
    en: ({ values: v }) =>
      `${v.length} characters from “${v.start}…” stand here again as in ${chapterName(v.chapter, 'en')}; keep one of them`,
  },
  'prose-repeat-word': {
    'zh-CN': ({ found, values: v }) => `“${found}”里“${v.words}”写了两遍`,
    en: ({ found, values: v }) => `“${v.words}” is written twice in “${found}”`,
  },
  'prose-repeat-mark': {
    'zh-CN': ({ found }) => `标点“${found}”重复或连用`,
    en: ({ found }) => `punctuation is doubled: “${found}”`,
  },
}

function chapterName(number: string | number | undefined, language: Language = 'zh-CN'): string {
  if (language === 'en') return Number(number) === 0 ? 'the preface' : `chapter ${number}`
  return Number(number) === 0 ? '前言' : `第${'〇一二三四五六'[Number(number)]}章`
}
