import { forms, otherHandlingRow } from '../forms/index.ts'
import type { CellKey } from '../model.ts'

const names = new Map<CellKey, string>()
for (const form of [forms['2019'], forms['2021']]) {
  for (const block of form.proactive)
    for (const row of block.rows)
      for (const field of row.fields)
        names.set(
          field.key === '' ? `proactive.${row.key}` : `proactive.${row.key}.${field.key}`,
          field.key === '' ? row.label : `${row.label}，${field.label}`,
        )
  for (const row of [...form.requests.rows, otherHandlingRow]) {
    const label = row.label.replace(/^[一二三四]、|^\d\.|^（.）/, '').replace(/（.*）$/, '')
    const group = row.group === null ? '' : `${row.group.replace(/^（.）/, '')}：`
    for (const column of form.requests.columns)
      names.set(`requests.${row.key}.${column.key}`, `${group}${label}，${column.key === 'other' ? '其他组织' : column.label}`)
  }
  for (const group of form.challenges.groups)
    for (const column of form.challenges.columns) names.set(`challenges.${group.key}.${column.key}`, `${group.label}，${column.label}`)
}

/** A cell's name as people say it: `本机关不掌握相关政府信息，自然人`. The key itself where the form has no such cell. */
export const cellName = (key: CellKey): string => names.get(key) ?? key
