/** What was done with and for people: proposals answered, training and open days. */
import type { RegisterDefinition } from '../model.ts'

export const proposals: RegisterDefinition = {
  id: 'proposals',
  name: { 'zh-CN': '建议提案办理', en: 'Deputies’ proposals' },
  about: {
    'zh-CN': '人大代表建议和政协提案：收到、答复、结果是否公开。',
    en: 'Proposals of deputies and members: received, answered, result published.',
  },
  source: '国办发〔2014〕46号；年度报告第六章',
  group: 'people',
  fields: [
    { key: 'title', label: { 'zh-CN': '题目', en: 'Title' }, kind: 'text', required: true, aliases: ['案由', '建议提案题目', '标题'] },
    { key: 'number', label: { 'zh-CN': '编号', en: 'Number' }, kind: 'text', aliases: ['提案号', '建议号'] },
    {
      key: 'kind',
      label: { 'zh-CN': '类别', en: 'Kind' },
      kind: 'choice',
      required: true,
      options: {
        congress: { 'zh-CN': '人大代表建议', en: 'Of a people’s deputy' },
        conference: { 'zh-CN': '政协提案', en: 'Of a CPPCC member' },
      },
      aliases: ['类型'],
    },
    { key: 'receivedOn', label: { 'zh-CN': '收到日期', en: 'Received on' }, kind: 'day', required: true, aliases: ['交办日期'] },
    { key: 'answeredOn', label: { 'zh-CN': '答复日期', en: 'Answered on' }, kind: 'day', aliases: ['办结日期'] },
    { key: 'published', label: { 'zh-CN': '结果已公开', en: 'Result published' }, kind: 'yes', aliases: ['是否公开'] },
    { key: 'link', label: { 'zh-CN': '公开网址', en: 'Where' }, kind: 'link' },
  ],
  title: 'title',
  begins: 'receivedOn',
  ends: [{ field: 'answeredOn' }],
  measures: [
    { counting: 'begun', name: { 'zh-CN': '承办建议提案', en: 'proposals taken on' }, unit: '件' },
    { counting: 'begun', by: 'kind', name: { 'zh-CN': '承办', en: 'taken on' }, unit: '件' },
    { counting: 'ended', name: { 'zh-CN': '办结建议提案', en: 'proposals answered' }, unit: '件' },
  ],
}

export const training: RegisterDefinition = {
  id: 'training',
  name: { 'zh-CN': '培训和开放活动', en: 'Training and open days' },
  about: { 'zh-CN': '政务公开培训、政府开放日、政策宣讲。', en: 'Training on open government, open days, talks on policies.' },
  source: '《政府信息公开条例》第四十八条；年度报告第一章监督保障',
  group: 'people',
  fields: [
    { key: 'topic', label: { 'zh-CN': '主题', en: 'Topic' }, kind: 'text', required: true, aliases: ['内容', '活动名称', '培训内容'] },
    {
      key: 'kind',
      label: { 'zh-CN': '类别', en: 'Kind' },
      kind: 'choice',
      required: true,
      options: {
        training: { 'zh-CN': '培训', en: 'Training' },
        'open-day': { 'zh-CN': '政府开放日', en: 'Open day' },
        talk: { 'zh-CN': '政策宣讲', en: 'Talk' },
      },
    },
    { key: 'heldOn', label: { 'zh-CN': '日期', en: 'Held on' }, kind: 'day', required: true, aliases: ['时间', '举办日期'] },
    { key: 'people', label: { 'zh-CN': '人数', en: 'People' }, kind: 'count', aliases: ['参加人数', '人次'] },
    { key: 'link', label: { 'zh-CN': '报道网址', en: 'Where reported' }, kind: 'link' },
  ],
  title: 'topic',
  begins: 'heldOn',
  amount: 'people',
  measures: [
    { counting: 'begun', by: 'kind', name: { 'zh-CN': '举办', en: 'held' }, unit: '次' },
    { counting: 'sum', name: { 'zh-CN': '参加培训和活动', en: 'people who took part' }, unit: '人次' },
  ],
}
