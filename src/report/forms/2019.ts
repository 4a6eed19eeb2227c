import {
  applicants,
  challengeGroups,
  challengeResults,
  chapters,
  corner,
  otherHandlingRow,
  over,
  requestRowsToEnd,
  requestRowsToRejected,
  results,
} from './common.ts'
import type { Field, Form } from './form.ts'

const documents: readonly Field[] = [
  { key: 'newlyMade', label: '本年新制作数量', quantity: 'count' },
  { key: 'newlyPublished', label: '本年新公开数量', quantity: 'count' },
  { key: 'totalPublished', label: '对外公开总数量', quantity: 'count' },
]
const items: readonly Field[] = [
  { key: 'lastYear', label: '上一年项目数量', quantity: 'count' },
  { key: 'change', label: '本年增/减', quantity: 'change' },
]
const decisions: readonly Field[] = [...items, { key: 'decisions', label: '处理决定数量', quantity: 'count' }]

/** The trial form of 2019: reports for 2019 and 2020, some later ones too. Told by its headers, never by the year. */
export const form2019: Form = {
  edition: '2019',
  source: '国办公开办函〔2019〕60号',
  chapters,
  proactive: [
    {
      item: 1,
      caption: '第二十条第（一）项',
      rows: [
        { key: 'rules', label: '规章', fields: documents },
        { key: 'normativeDocuments', label: '规范性文件', fields: documents },
      ],
    },
    {
      item: 5,
      caption: '第二十条第（五）项',
      rows: [
        { key: 'licensing', label: '行政许可', fields: decisions },
        { key: 'otherServices', label: '其他对外管理服务事项', fields: decisions },
      ],
    },
    {
      item: 6,
      caption: '第二十条第（六）项',
      rows: [
        { key: 'penalties', label: '行政处罚', fields: decisions },
        { key: 'compulsoryMeasures', label: '行政强制', fields: decisions },
      ],
    },
    { item: 8, caption: '第二十条第（八）项', rows: [{ key: 'fees', label: '行政事业性收费', fields: items }] },
    {
      item: 9,
      caption: '第二十条第（九）项',
      rows: [
        {
          key: 'procurement',
          label: '政府集中采购',
          fields: [
            { key: 'projects', label: '采购项目数量', quantity: 'count' },
            { key: 'amount', label: '采购总金额', quantity: 'money' },
          ],
        },
      ],
    },
  ],
  requests: { corner, over, results, columns: applicants, rows: [...requestRowsToRejected, otherHandlingRow, ...requestRowsToEnd] },
  challenges: { groups: challengeGroups, columns: challengeResults },
}
