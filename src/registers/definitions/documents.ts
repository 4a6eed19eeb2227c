/** Rules and normative documents: what table 二 counts under Art. 20 (1). */
import type { RegisterDefinition, RegisterField } from '../model.ts'

const fields: readonly RegisterField[] = [
  { key: 'title', label: { 'zh-CN': '名称', en: 'Title' }, kind: 'text', required: true, aliases: ['文件名称', '文件标题', '标题'] },
  { key: 'number', label: { 'zh-CN': '文号', en: 'Number' }, kind: 'text', aliases: ['发文字号', '发文文号', '文件编号'] },
  {
    key: 'madeOn',
    label: { 'zh-CN': '制发日期', en: 'Made on' },
    kind: 'day',
    required: true,
    aliases: ['制定日期', '成文日期', '印发日期', '发文日期', '公布日期'],
  },
  { key: 'inForceOn', label: { 'zh-CN': '施行日期', en: 'In force from' }, kind: 'day', aliases: ['生效日期', '实施日期'] },
  {
    key: 'leads',
    label: { 'zh-CN': '本机关主办', en: 'This body leads' },
    kind: 'yes',
    hint: { 'zh-CN': '联合制发的只由主办机关计数，否则汇总会重复。', en: 'What several bodies made counts at the one that leads.' },
    aliases: ['是否主办', '主办'],
  },
  {
    key: 'replaces',
    label: { 'zh-CN': '修订自', en: 'Revises' },
    kind: 'text',
    hint: {
      'zh-CN': '修订重发的，写原文件；原文件另填废止日期。',
      en: 'Of a revision: what it replaces, which is repealed under its own entry.',
    },
    aliases: ['原文件'],
  },
  { key: 'lapsesOn', label: { 'zh-CN': '有效期届满', en: 'Lapses on' }, kind: 'day', aliases: ['失效日期', '有效期至', '有效期'] },
  { key: 'repealedOn', label: { 'zh-CN': '废止日期', en: 'Repealed on' }, kind: 'day', aliases: ['废止时间'] },
  { key: 'repealedBy', label: { 'zh-CN': '废止依据', en: 'Repealed by' }, kind: 'text', aliases: ['废止文件'] },
  { key: 'link', label: { 'zh-CN': '公开网址', en: 'Where it is published' }, kind: 'link', aliases: ['网址', '链接'] },
]

const common = {
  group: 'documents',
  fields,
  title: 'title',
  begins: 'madeOn',
  ends: [{ field: 'repealedOn' }, { field: 'lapsesOn', countedIf: 'lapsedCounts' }],
  own: 'leads',
} as const

export const rules: RegisterDefinition = {
  ...common,
  id: 'rules',
  name: { 'zh-CN': '规章', en: 'Rules' },
  about: {
    'zh-CN': '只有设区的市以上政府能制定规章。县级部门、乡镇没有，留空就是 0。',
    en: 'Only governments of cities with districts and above make rules; without entries the figure is 0.',
  },
  source: '《政府信息公开条例》第二十条第（一）项；《立法法》第九十三条',
  cells: { 'proactive.rules.issued': 'begun', 'proactive.rules.repealed': 'ended', 'proactive.rules.inForce': 'standing' },
  measures: [
    { counting: 'begun', name: { 'zh-CN': '制发规章', en: 'rules made' }, unit: '件' },
    { counting: 'standing', name: { 'zh-CN': '现行有效规章', en: 'rules in force' }, unit: '件' },
  ],
}

export const normativeDocuments: RegisterDefinition = {
  ...common,
  id: 'normative-documents',
  name: { 'zh-CN': '行政规范性文件', en: 'Normative documents' },
  about: {
    'zh-CN': '以本机关名义制发，涉及群众权利义务、普遍适用、反复适用的文件。一般通知、人事任免、会议纪要、批复不算。',
    en: 'Made in this body’s own name, touching rights and duties, general and repeatedly applied; notices, appointments, minutes and replies are not.',
  },
  source: '《政府信息公开条例》第二十条第（一）项；国办发〔2018〕37号',
  cells: {
    'proactive.normativeDocuments.issued': 'begun',
    'proactive.normativeDocuments.repealed': 'ended',
    'proactive.normativeDocuments.inForce': 'standing',
  },
  measures: [
    { counting: 'begun', name: { 'zh-CN': '制发行政规范性文件', en: 'normative documents made' }, unit: '件' },
    { counting: 'ended', name: { 'zh-CN': '废止行政规范性文件', en: 'normative documents repealed' }, unit: '件' },
    { counting: 'standing', name: { 'zh-CN': '现行有效行政规范性文件', en: 'normative documents in force' }, unit: '件' },
  ],
  reconciledWith: {
    whose: { 'zh-CN': '司法行政部门的规范性文件目录', en: 'the justice office’s list' },
    key: 'number',
    compared: ['title', 'madeOn', 'lapsesOn', 'repealedOn'],
  },
}
