import {
  applicants,
  challengeGroups,
  challengeResults,
  chapters,
  corner,
  otherHandlingRows,
  over,
  requestRowsToEnd,
  requestRowsToRejected,
  results,
} from './common.ts'
import type { Field, Form } from './form.ts'

const documents: readonly Field[] = [
  { key: 'issued', label: '本年制发件数', quantity: 'count' },
  { key: 'repealed', label: '本年废止件数', quantity: 'count' },
  { key: 'inForce', label: '现行有效件数', quantity: 'count' },
]
const decisions: readonly Field[] = [{ key: '', label: '本年处理决定数量', quantity: 'count' }]

/** The form in force since the report for 2021. */
export const form2021: Form = {
  edition: '2021',
  source: '国办公开办函〔2021〕30号',
  chapters,
  proactive: [
    {
      item: 1,
      caption: '第二十条第（一）项',
      rows: [
        { key: 'rules', label: '规章', fields: documents },
        { key: 'normativeDocuments', label: '行政规范性文件', fields: documents },
      ],
    },
    { item: 5, caption: '第二十条第（五）项', rows: [{ key: 'licensing', label: '行政许可', fields: decisions }] },
    {
      item: 6,
      caption: '第二十条第（六）项',
      rows: [
        { key: 'penalties', label: '行政处罚', fields: decisions },
        { key: 'compulsoryMeasures', label: '行政强制', fields: decisions },
      ],
    },
    {
      item: 8,
      caption: '第二十条第（八）项',
      rows: [{ key: 'fees', label: '行政事业性收费', fields: [{ key: '', label: '本年收费金额（单位：万元）', quantity: 'money' }] }],
    },
  ],
  requests: { corner, over, results, columns: applicants, rows: [...requestRowsToRejected, ...otherHandlingRows, ...requestRowsToEnd] },
  challenges: { groups: challengeGroups, columns: challengeResults },
}
