/** Decisions and fees, month by month and unit by unit: what table 二 counts under Art. 20 (5), (6) and (8). */
import type { CellKey } from '#report'
import type { Named, RegisterDefinition, RegisterField } from '../model.ts'

const month: RegisterField = {
  key: 'month',
  label: { 'zh-CN': '月份', en: 'Month' },
  kind: 'month',
  required: true,
  aliases: ['统计月份', '所属月份'],
}
const item: RegisterField = {
  key: 'item',
  label: { 'zh-CN': '事项', en: 'Item' },
  kind: 'text',
  required: true,
  aliases: ['事项名称', '项目', '项目名称', '收费项目'],
}
const count: RegisterField = {
  key: 'count',
  label: { 'zh-CN': '决定数量', en: 'Decisions' },
  kind: 'count',
  required: true,
  aliases: ['数量', '件数', '办件量', '处理决定数量'],
}
const note: RegisterField = { key: 'note', label: { 'zh-CN': '备注', en: 'Note' }, kind: 'lines', aliases: ['说明'] }

function decisions(id: string, cell: CellKey, name: Named, about: Named, source: string): RegisterDefinition {
  return {
    id,
    name,
    about,
    source,
    group: 'decisions',
    fields: [month, item, count, note],
    title: 'item',
    begins: 'month',
    amount: 'count',
    cells: { [cell]: 'sum' },
    measures: [{ counting: 'sum', name: { 'zh-CN': `${name['zh-CN']}决定`, en: name.en.toLowerCase() }, unit: '件' }],
  }
}

export const licensing = decisions(
  'licensing',
  'proactive.licensing',
  { 'zh-CN': '行政许可', en: 'Licensing decisions' },
  {
    'zh-CN': '盖本机关印章的许可决定，不论是否公开，准予和不予都算。填件数，不是事项数，也不是网上发布的条数。',
    en: 'Decisions under this body’s seal, published or not, granted or not: decisions, not kinds of licences or posts.',
  },
  '《政府信息公开条例》第二十条第（五）项',
)
export const penalties = decisions(
  'penalties',
  'proactive.penalties',
  { 'zh-CN': '行政处罚', en: 'Penalties' },
  { 'zh-CN': '盖本机关印章的处罚决定，当场处罚也算。', en: 'Penalty decisions under this body’s seal, those on the spot too.' },
  '《政府信息公开条例》第二十条第（六）项',
)
export const compulsoryMeasures = decisions(
  'compulsory-measures',
  'proactive.compulsoryMeasures',
  { 'zh-CN': '行政强制', en: 'Compulsory measures' },
  { 'zh-CN': '强制措施和强制执行的决定。', en: 'Decisions on compulsory measures and on their enforcement.' },
  '《政府信息公开条例》第二十条第（六）项',
)

export const fees: RegisterDefinition = {
  id: 'fees',
  name: { 'zh-CN': '行政事业性收费', en: 'Administrative fees' },
  about: {
    'zh-CN': '实际收到的行政事业性收费，按元填，表里自动换成万元。罚款、税、政府性基金不算；收了信息处理费的要算。',
    en: 'Fees actually collected, in 元; the table has them in 万元. No fines, taxes or funds; information fees do count.',
  },
  source: '《政府信息公开条例》第二十条第（八）项',
  group: 'decisions',
  fields: [
    month,
    item,
    {
      key: 'amount',
      label: { 'zh-CN': '金额（元）', en: 'Amount (元)' },
      kind: 'money',
      required: true,
      aliases: ['金额', '收费金额', '收费金额（元）', '实收金额'],
    },
    note,
  ],
  title: 'item',
  begins: 'month',
  amount: 'amount',
  cells: { 'proactive.fees': 'sum' },
  measures: [{ counting: 'sum', name: { 'zh-CN': '行政事业性收费', en: 'fees collected' }, unit: '万元' }],
  reconciledWith: {
    whose: { 'zh-CN': '财政部门的非税收入明细', en: 'the treasury’s list' },
    key: 'item',
    compared: ['amount'],
  },
}
