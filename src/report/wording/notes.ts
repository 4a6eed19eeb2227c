import type { CellNote, WhyCode } from '../model.ts'

type Say = (note: CellNote) => string

/** Why a cell is listed. */
export const noteSentences: Readonly<Record<WhyCode, Readonly<Record<'zh-CN' | 'en', Say>>>> = {
  empty: { 'zh-CN': () => '原文这一格空着。空白不等于 0', en: () => 'the source leaves the cell empty; blank is not zero' },
  'nil-mark': {
    'zh-CN': (note) => `原文写“${note.was}”，没有写数字。空白不等于 0`,
    en: (note) => `the source prints “${note.was}”, not a figure; blank is not zero`,
  },
  'no-cell': { 'zh-CN': () => '原文没有这一格', en: () => 'the source has no such cell' },
  'no-row': { 'zh-CN': () => '原文没有这一行', en: () => 'the source has no such row' },
  'no-column': { 'zh-CN': () => '原文没有这一列', en: () => 'the source has no such column' },
  'no-table': { 'zh-CN': () => '原文没有这张表', en: () => 'the source has no such table' },
  'cut-off': { 'zh-CN': () => '原文到这一行中断', en: () => 'the source stops inside this row' },
  'closes-identities': {
    'zh-CN': () => '只有这个数能让它所在的每条勾稽关系都成立',
    en: () => 'the only value that closes every identity the cell stands in',
  },
  'not-a-number': {
    'zh-CN': (note) => `原文写“${note.was}”，不是数字`,
    en: (note) => `the source prints “${note.was}”, which is no number`,
  },
  'unit-contradicts': {
    'zh-CN': (note) => `原文写“${note.was}”，单位与表头不符，数照原样`,
    en: (note) => `the source prints “${note.was}”; its unit contradicts the header, the number is as printed`,
  },
  sign: {
    'zh-CN': (note) => `原文写“${note.was}”，这一格不能是负数`,
    en: (note) => `the source prints “${note.was}”; this cell cannot be negative`,
  },
  decimal: {
    'zh-CN': (note) => `原文写“${note.was}”，这一格只能是整数`,
    en: (note) => `the source prints “${note.was}”; only whole numbers can stand here`,
  },
  'column-unknown': {
    'zh-CN': (note) => `这一行的数不齐，看不出各在哪一列（原文：${note.was ?? ''}）`,
    en: (note) => `the row is short of numbers and nothing says which column each is in (source: ${note.was ?? ''})`,
  },
  'row-unknown': {
    'zh-CN': (note) => `看不准这些数属于哪一行（原文：${note.was ?? ''}）`,
    en: (note) => `nothing says for sure which row these numbers are (source: ${note.was ?? ''})`,
  },
  glued: {
    'zh-CN': (note) => `几个数连在一起（原文：${note.was ?? ''}），分不开`,
    en: (note) => `numbers run together (source: ${note.was ?? ''})`,
  },
  'several-numbers': {
    'zh-CN': (note) => `这里的数比格子多（原文：${note.was ?? ''}）`,
    en: (note) => `more numbers than cells (source: ${note.was ?? ''})`,
  },
  'parts-unknown': {
    'zh-CN': ({ values }) =>
      values?.known === 0
        ? '没有一份报告有这个数'
        : `${values?.parts} 份报告里有 ${values?.unknown} 份没有这个数，合计只含其余 ${values?.known} 份`,
    en: ({ values }) =>
      values?.known === 0
        ? 'none of the reports has this figure'
        : `${values?.unknown} of ${values?.parts} reports do not have this figure; the sum holds the other ${values?.known}`,
  },
  'parts-doubtful': {
    'zh-CN': ({ values }) => `合计里有 ${values?.doubtful} 份报告的这个数读不准`,
    en: ({ values }) => `in ${values?.doubtful} of the reports summed this figure is doubtful`,
  },
  'forms-differ': {
    'zh-CN': () => '各份报告的表格版本不同，这一格不能相加',
    en: () => 'the reports follow different forms, which do not share this cell',
  },
  twice: { 'zh-CN': () => '原文印了两遍，数不一样，取第一遍', en: () => 'printed twice with different figures; the first is taken' },
}
