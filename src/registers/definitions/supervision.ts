/** How the work was watched: inspections, appraisal, ratings, accountability, self-inspections (Art. 46–53; chapter one and five). */
import type { RegisterDefinition, RegisterField } from '../model.ts'

const what: RegisterField = {
  key: 'what',
  label: { 'zh-CN': '名称', en: 'What' },
  kind: 'text',
  required: true,
  aliases: ['检查名称', '检查内容', '事项', '内容'],
}
const on: RegisterField = { key: 'on', label: { 'zh-CN': '日期', en: 'Day' }, kind: 'day', required: true, aliases: ['时间', '检查日期'] }
const by: RegisterField = { key: 'by', label: { 'zh-CN': '由谁', en: 'By whom' }, kind: 'text', aliases: ['检查单位', '组织单位'] }
const result: RegisterField = {
  key: 'result',
  label: { 'zh-CN': '结果', en: 'Result' },
  kind: 'lines',
  aliases: ['检查结果', '评议结果', '处理结果'],
}
const problems: RegisterField = {
  key: 'problems',
  label: { 'zh-CN': '发现的问题', en: 'Problems found' },
  kind: 'lines',
  aliases: ['存在问题', '问题'],
}
const mended: RegisterField = {
  key: 'mended',
  label: { 'zh-CN': '怎么改的', en: 'What was done' },
  kind: 'lines',
  aliases: ['整改情况', '整改措施'],
}
const mendedOn: RegisterField = { key: 'mendedOn', label: { 'zh-CN': '改好的日期', en: 'Mended on' }, kind: 'day', aliases: ['整改日期'] }
const common = { group: 'supervision', title: 'what', begins: 'on' } as const

export const inspections: RegisterDefinition = {
  ...common,
  id: 'inspections',
  name: { 'zh-CN': '上级检查', en: 'Inspections' },
  about: {
    'zh-CN': '上级和第三方对本机关政务公开、网站、新媒体的检查，发现什么，改了没有。',
    en: 'What higher offices and others inspected here, found, and whether it is mended.',
  },
  source: '《政府信息公开条例》第四十六条、第四十七条；国办秘函〔2019〕19号',
  fields: [what, on, by, result, problems, mended, mendedOn],
  ends: [{ field: 'mendedOn' }],
  measures: [
    { counting: 'begun', name: { 'zh-CN': '接受检查', en: 'inspections' }, unit: '次' },
    { counting: 'ended', name: { 'zh-CN': '整改到位', en: 'mended' }, unit: '项' },
  ],
}
export const appraisal: RegisterDefinition = {
  ...common,
  id: 'appraisal',
  name: { 'zh-CN': '工作考核', en: 'Appraisal' },
  about: { 'zh-CN': '政务公开工作考核：谁考核、占多少分、结果。', en: 'Appraisal of the work: by whom, its weight, its result.' },
  source: '《政府信息公开条例》第四十六条、第五十条第（四）项',
  fields: [what, on, by, { key: 'weight', label: { 'zh-CN': '所占分值', en: 'Weight' }, kind: 'text', aliases: ['分值', '权重'] }, result],
  measures: [{ counting: 'begun', name: { 'zh-CN': '工作考核', en: 'appraisals' }, unit: '次' }],
}
export const ratings: RegisterDefinition = {
  ...common,
  id: 'ratings',
  name: { 'zh-CN': '社会评议', en: 'Public ratings' },
  about: { 'zh-CN': '群众、企业、第三方对公开工作的评议。', en: 'How people, enterprises and third parties rated the work.' },
  source: '《政府信息公开条例》第四十六条、第五十条第（四）项',
  fields: [
    what,
    on,
    by,
    { key: 'people', label: { 'zh-CN': '参加人数', en: 'People' }, kind: 'count', aliases: ['问卷数', '评议人数'] },
    { key: 'satisfied', label: { 'zh-CN': '满意度', en: 'Satisfied' }, kind: 'text', aliases: ['满意率'] },
    result,
  ],
  amount: 'people',
  measures: [
    { counting: 'begun', name: { 'zh-CN': '社会评议', en: 'public ratings' }, unit: '次' },
    { counting: 'sum', name: { 'zh-CN': '参加评议', en: 'people who rated' }, unit: '人次' },
  ],
}
export const accountability: RegisterDefinition = {
  ...common,
  id: 'accountability',
  name: { 'zh-CN': '责任追究', en: 'Accountability' },
  about: {
    'zh-CN': '因政府信息公开被追究责任的情形。没有就不填，报告里会写没有。',
    en: 'Where somebody was held to account; without entries the report says there was none.',
  },
  source: '《政府信息公开条例》第四十七条、第五十条第（四）项、第五十三条',
  fields: [what, on, by, result],
  measures: [{ counting: 'begun', name: { 'zh-CN': '责任追究', en: 'cases of accountability' }, unit: '起' }],
}
export const selfInspections: RegisterDefinition = {
  ...common,
  id: 'self-inspections',
  name: { 'zh-CN': '自查', en: 'Self-inspections' },
  about: {
    'zh-CN': '自己查出的问题和整改。第五章“存在的主要问题及改进情况”从这里起草。',
    en: 'What the body found in itself, and mended: chapter five is drafted from it.',
  },
  source: '年度报告第五章',
  fields: [what, on, { ...problems, required: true }, mended, mendedOn],
  ends: [{ field: 'mendedOn' }],
  measures: [
    { counting: 'begun', name: { 'zh-CN': '自查', en: 'self-inspections' }, unit: '次' },
    { counting: 'ended', name: { 'zh-CN': '整改到位', en: 'mended' }, unit: '项' },
  ],
}
