/** What was published where, and the accounts it was published with: chapter one, and 政务新媒体. */
import type { RegisterDefinition } from '../model.ts'

export const channels = {
  website: { 'zh-CN': '政府网站', en: 'Website' },
  wechat: { 'zh-CN': '微信公众号', en: 'WeChat account' },
  weibo: { 'zh-CN': '微博', en: 'Weibo account' },
  video: { 'zh-CN': '短视频账号', en: 'Short-video account' },
  gazette: { 'zh-CN': '政府公报', en: 'Gazette' },
  press: { 'zh-CN': '新闻发布会、报刊广播电视', en: 'Press, radio, television' },
  board: { 'zh-CN': '公开栏、查阅点', en: 'Notice board, reading point' },
  other: { 'zh-CN': '其他', en: 'Other' },
} as const

export const posts: RegisterDefinition = {
  id: 'posts',
  name: { 'zh-CN': '信息发布', en: 'Posts' },
  about: {
    'zh-CN': '各渠道各栏目每月发布多少条。系统里发布的会自动计入，这里填别处发布的。',
    en: 'How many posts each channel and column had in a month.',
  },
  source: '《政府信息公开条例》第二十三条至第二十五条；年度报告第一章',
  group: 'channels',
  fields: [
    { key: 'month', label: { 'zh-CN': '月份', en: 'Month' }, kind: 'month', required: true, aliases: ['统计月份'] },
    {
      key: 'channel',
      label: { 'zh-CN': '渠道', en: 'Channel' },
      kind: 'choice',
      options: channels,
      required: true,
      aliases: ['发布渠道', '平台'],
    },
    { key: 'column', label: { 'zh-CN': '栏目', en: 'Column' }, kind: 'text', required: true, aliases: ['栏目名称', '类别'] },
    { key: 'count', label: { 'zh-CN': '条数', en: 'Posts' }, kind: 'count', required: true, aliases: ['数量', '发布条数', '信息条数'] },
    { key: 'note', label: { 'zh-CN': '备注', en: 'Note' }, kind: 'lines' },
  ],
  title: 'column',
  begins: 'month',
  amount: 'count',
  measures: [
    { counting: 'sum', name: { 'zh-CN': '主动公开信息', en: 'posts' }, unit: '条' },
    { counting: 'sum', by: 'channel', name: { 'zh-CN': '发布信息', en: 'posts' }, unit: '条' },
  ],
}

export const accounts: RegisterDefinition = {
  id: 'accounts',
  name: { 'zh-CN': '网站和政务新媒体账号', en: 'Websites and accounts' },
  about: {
    'zh-CN': '一个账号从开设到关停都在这里：改名的关掉旧名、另起一条并写明前身。',
    en: 'The whole life of each account; a rename ends one entry and begins another that names it.',
  },
  source: '国办发〔2018〕123号；年度报告第一章平台建设',
  group: 'channels',
  fields: [
    { key: 'name', label: { 'zh-CN': '账号名称', en: 'Name' }, kind: 'text', required: true, aliases: ['名称', '网站名称'] },
    { key: 'kind', label: { 'zh-CN': '类别', en: 'Kind' }, kind: 'choice', options: channels, required: true, aliases: ['平台', '类型'] },
    { key: 'address', label: { 'zh-CN': '网址或账号', en: 'Address' }, kind: 'text', aliases: ['网址', '账号'] },
    { key: 'openedOn', label: { 'zh-CN': '开设日期', en: 'Opened on' }, kind: 'day', required: true, aliases: ['开通日期', '开办日期'] },
    { key: 'formerly', label: { 'zh-CN': '前身', en: 'Formerly' }, kind: 'text', aliases: ['原名称', '曾用名'] },
    { key: 'closedOn', label: { 'zh-CN': '关停日期', en: 'Closed on' }, kind: 'day', aliases: ['注销日期', '关停注销日期'] },
    { key: 'reason', label: { 'zh-CN': '关停原因', en: 'Why closed' }, kind: 'text' },
  ],
  title: 'name',
  begins: 'openedOn',
  ends: [{ field: 'closedOn' }],
  measures: [
    { counting: 'standing', name: { 'zh-CN': '在用账号', en: 'accounts in use' }, unit: '个' },
    { counting: 'standing', by: 'kind', name: { 'zh-CN': '在用账号', en: 'accounts in use' }, unit: '个' },
    { counting: 'begun', name: { 'zh-CN': '新开设账号', en: 'accounts opened' }, unit: '个' },
    { counting: 'ended', name: { 'zh-CN': '关停账号', en: 'accounts closed' }, unit: '个' },
  ],
}
