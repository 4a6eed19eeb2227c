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
  'prose-table': {
    'zh-CN': ({ values: v }) =>
      `正文写${v.topic} ${v.said}${v.unit}，表里是 ${v.tabled}${v.unit}${v.others === '' ? '' : `（换一种口径是 ${v.others}）`}，相差 ${v.gap}${v.unit}。口径不同还是有一处写错？`,
    en: ({ values: v }) =>
      `the prose says ${v.said} ${v.unit} (${v.topicEn}), the table ${v.tabled}${v.others === '' ? '' : ` (or, counted otherwise, ${v.others})`}, ${v.gap} apart; is the scope another, or is one of them wrong?`,
  },
  'prose-table-none': {
    'zh-CN': ({ values: v }) => `正文说没有${v.topic}，表里是 ${v.tabled}件。哪一处对？`,
    en: ({ values: v }) => `the prose says there were none (${v.topicEn}), the table has ${v.tabled}; which is right?`,
  },
  'prose-table-all-done': {
    'zh-CN': ({ values: v }) => `正文说“${v.words}”，表里还有 ${v.count}件结转下年度继续办理。哪一处对？`,
    en: ({ values: v }) => `the prose says all are done (“${v.words}”), the table carries ${v.count} over to next year; which is right?`,
  },
  'prose-table-all-granted': {
    'zh-CN': ({ values: v }) => `正文说“${v.words}”，表里有 ${v.count}件是别的办理结果。哪一处对？`,
    en: ({ values: v }) => `the prose says all were granted (“${v.words}”), the table gives ${v.count} another outcome; which is right?`,
  },
  'prose-table-all-upheld': {
    'zh-CN': ({ values: v }) => `正文说“${v.words}”，表里有 ${v.count}件纠正、其他结果或尚未审结。哪一处对？`,
    en: ({ values: v }) =>
      `the prose says all were upheld (“${v.words}”), the table has ${v.count} corrected, otherwise ended or pending; which is right?`,
  },
  'prose-change-rate': {
    'zh-CN': ({ values: v }) => `上年 ${v.last}、本年 ${v.now}${lastYearFrom(v.from)}，变化是 ${v.right}%，正文写成 ${v.printed}%`,
    en: ({ values: v }) => `from ${v.last} to ${v.now}${lastYearFrom(v.from, 'en')} is ${v.right} %; the text says ${v.printed} %`,
  },
  'prose-change-amount': {
    'zh-CN': ({ values: v }) =>
      `上年 ${v.last}、本年 ${v.now}${lastYearFrom(v.from)}，相差 ${v.right}${v.unit}，正文写成 ${v.printed}${v.unit}`,
    en: ({ values: v }) =>
      `from ${v.last} to ${v.now}${lastYearFrom(v.from, 'en')} is ${v.right} ${v.unit}; the text says ${v.printed} ${v.unit}`,
  },
  'prose-change-level': {
    'zh-CN': ({ values: v }) => `正文说与上年持平，上年是 ${v.last}${lastYearFrom(v.from)}，本年是 ${v.now}，相差 ${v.gap}`,
    en: ({ values: v }) =>
      `the text says as many as last year; last year had ${v.last}${lastYearFrom(v.from, 'en')}, this year ${v.now}, ${v.gap} apart`,
  },
}

function lastYearFrom(from: string | number | undefined, language: Language = 'zh-CN'): string {
  if (from !== 'table') return ''
  return language === 'en' ? " (last year's report)" : '（上年年报）'
}

function chapterName(number: string | number | undefined, language: Language = 'zh-CN'): string {
  if (language === 'en') return Number(number) === 0 ? 'the preface' : `chapter ${number}`
  return Number(number) === 0 ? '前言' : `第${'〇一二三四五六'[Number(number)]}章`
}
