/** The higher office's notices on the year's report: signed for below, cited in the preface, and what they ask for is checked. */
import type { RegisterDefinition } from '../model.ts'

export const notices: RegisterDefinition = {
  id: 'notices',
  name: { 'zh-CN': '年报编制通知', en: 'Notices on the report' },
  about: {
    'zh-CN': '上级关于编制年度报告的通知：文号写进各单位报告的前言，加写的内容检查时逐条核对。下面的单位收到后签收。',
    en: 'Cited in the preface of every report below; what it asks to be written in chapter six is checked. Bodies below sign for it.',
  },
  source: '《政府信息公开条例》第四十九条、第五十条',
  group: 'notices',
  forBelow: true,
  fields: [
    { key: 'title', label: { 'zh-CN': '标题', en: 'Title' }, kind: 'text', required: true, aliases: ['通知名称'] },
    { key: 'number', label: { 'zh-CN': '文号', en: 'Number' }, kind: 'text', required: true, aliases: ['发文字号'] },
    { key: 'on', label: { 'zh-CN': '发文日期', en: 'Dated' }, kind: 'day', required: true, aliases: ['日期', '印发日期'] },
    {
      key: 'year',
      label: { 'zh-CN': '哪一年的报告', en: 'Of which year’s report' },
      kind: 'count',
      required: true,
      aliases: ['年度', '报告年度'],
    },
    { key: 'fileBy', label: { 'zh-CN': '最迟哪天报送', en: 'To be filed by' }, kind: 'day', aliases: ['报送时限', '报送日期'] },
    { key: 'publishBy', label: { 'zh-CN': '最迟哪天公布', en: 'To be published by' }, kind: 'day', aliases: ['公布时限', '公布日期'] },
    {
      key: 'extras',
      label: { 'zh-CN': '第六章加写的内容（一行一条）', en: 'Also to be written in chapter six (one a line)' },
      kind: 'lines',
      hint: {
        'zh-CN': '每行先写检查时要找的词，例如：政务公开工作要点落实情况。',
        en: 'Each line as the words that are looked for.',
      },
      aliases: ['加写内容'],
    },
  ],
  title: 'title',
  begins: 'on',
  measures: [{ counting: 'begun', name: { 'zh-CN': '通知', en: 'notices' }, unit: '件' }],
}
