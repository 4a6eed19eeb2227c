/** Who leads the work and by what rules: the leading group, its meetings, systems, innovations. */
import type { RegisterDefinition } from '../model.ts'

export const leadingGroup: RegisterDefinition = {
  id: 'leading-group',
  name: { 'zh-CN': '领导小组成员', en: 'Leading group' },
  about: { 'zh-CN': '政务公开工作领导小组有谁，什么时候起、到什么时候。', en: 'Who is in the leading group, since when and until when.' },
  source: '《政府信息公开条例》第三条、第四条',
  group: 'organisation',
  fields: [
    { key: 'name', label: { 'zh-CN': '姓名', en: 'Name' }, kind: 'text', required: true },
    {
      key: 'duty',
      label: { 'zh-CN': '组内职务', en: 'Duty' },
      kind: 'choice',
      required: true,
      options: {
        head: { 'zh-CN': '组长', en: 'Head' },
        deputy: { 'zh-CN': '副组长', en: 'Deputy' },
        member: { 'zh-CN': '成员', en: 'Member' },
      },
      aliases: ['职务'],
    },
    { key: 'post', label: { 'zh-CN': '单位和职务', en: 'Post' }, kind: 'text', aliases: ['单位职务'] },
    { key: 'since', label: { 'zh-CN': '从哪天起', en: 'Since' }, kind: 'day', required: true, aliases: ['起始日期', '任职日期'] },
    { key: 'until', label: { 'zh-CN': '到哪天止', en: 'Until' }, kind: 'day', aliases: ['截止日期', '离任日期'] },
    { key: 'document', label: { 'zh-CN': '依据文件', en: 'By which document' }, kind: 'text', aliases: ['文号'] },
  ],
  title: 'name',
  begins: 'since',
  ends: [{ field: 'until' }],
  measures: [
    { counting: 'standing', name: { 'zh-CN': '领导小组成员', en: 'members' }, unit: '人' },
    { counting: 'begun', name: { 'zh-CN': '调整进组', en: 'joined' }, unit: '人' },
  ],
}
export const meetings: RegisterDefinition = {
  id: 'meetings',
  name: { 'zh-CN': '专题会议', en: 'Meetings' },
  about: { 'zh-CN': '研究政务公开工作的会议，附纪要。', en: 'Meetings on the work, with their minutes.' },
  source: '年度报告第一章监督保障',
  group: 'organisation',
  fields: [
    { key: 'topic', label: { 'zh-CN': '议题', en: 'Topic' }, kind: 'text', required: true, aliases: ['会议名称', '内容'] },
    { key: 'heldOn', label: { 'zh-CN': '日期', en: 'Held on' }, kind: 'day', required: true, aliases: ['时间', '召开日期'] },
    { key: 'chair', label: { 'zh-CN': '主持人', en: 'Chair' }, kind: 'text' },
    { key: 'decisions', label: { 'zh-CN': '议定事项', en: 'Decisions' }, kind: 'lines', aliases: ['会议纪要'] },
  ],
  title: 'topic',
  begins: 'heldOn',
  measures: [{ counting: 'begun', name: { 'zh-CN': '召开专题会议', en: 'meetings' }, unit: '次' }],
}
export const systems: RegisterDefinition = {
  id: 'systems',
  name: { 'zh-CN': '制度', en: 'Systems' },
  about: {
    'zh-CN': '公开审查、依申请公开、信息发布等制度的制定和修订。',
    en: 'Rules the body gave itself for this work, made or revised.',
  },
  source: '《政府信息公开条例》第四条、第十七条；年度报告第一章',
  group: 'organisation',
  fields: [
    { key: 'title', label: { 'zh-CN': '名称', en: 'Title' }, kind: 'text', required: true, aliases: ['制度名称'] },
    {
      key: 'madeOn',
      label: { 'zh-CN': '制定、修订日期', en: 'Made or revised on' },
      kind: 'day',
      required: true,
      aliases: ['日期', '印发日期'],
    },
    { key: 'revises', label: { 'zh-CN': '是修订', en: 'A revision' }, kind: 'yes' },
    { key: 'endedOn', label: { 'zh-CN': '停用日期', en: 'Ended on' }, kind: 'day' },
    { key: 'link', label: { 'zh-CN': '公开网址', en: 'Where' }, kind: 'link' },
  ],
  title: 'title',
  begins: 'madeOn',
  ends: [{ field: 'endedOn' }],
  measures: [
    { counting: 'begun', name: { 'zh-CN': '制定修订制度', en: 'systems made or revised' }, unit: '项' },
    { counting: 'standing', name: { 'zh-CN': '现行制度', en: 'systems in use' }, unit: '项' },
  ],
}
export const innovations: RegisterDefinition = {
  id: 'innovations',
  name: { 'zh-CN': '创新做法', en: 'Innovations' },
  about: { 'zh-CN': '政务公开的创新做法，第六章从这里起草。', en: 'What is new in the work: chapter six is drafted from it.' },
  source: '年度报告第六章',
  group: 'organisation',
  fields: [
    { key: 'title', label: { 'zh-CN': '名称', en: 'Title' }, kind: 'text', required: true, aliases: ['做法'] },
    { key: 'on', label: { 'zh-CN': '从哪天起', en: 'Since' }, kind: 'day', required: true, aliases: ['日期'] },
    { key: 'text', label: { 'zh-CN': '做了什么', en: 'What was done' }, kind: 'lines', required: true, aliases: ['内容', '成效'] },
    { key: 'link', label: { 'zh-CN': '报道网址', en: 'Where reported' }, kind: 'link' },
  ],
  title: 'title',
  begins: 'on',
  measures: [{ counting: 'begun', name: { 'zh-CN': '创新做法', en: 'innovations' }, unit: '项' }],
}
