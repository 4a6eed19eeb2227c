import type { Place } from '#report'
import type { Cell } from '../grid.ts'

export interface Metadatum {
  readonly name: string
  readonly value: string
  readonly at: Place
}

/** Names of the particulars that government sites print above a document, as a table. */
const names = new Set([
  '索引号',
  '信息索引',
  '文号',
  '发文字号',
  '文件编号',
  '发文日期',
  '成文日期',
  '发布日期',
  '公开日期',
  '生成日期',
  '发文机关',
  '发文机构',
  '发布机构',
  '发布单位',
  '公开机构',
  '制发机关',
  '信息来源',
  '来源',
  '标题',
  '信息名称',
  '名称',
  '主题分类',
  '组配分类',
  '体裁分类',
  '分类',
  '公开方式',
  '公开范围',
  '公开时限',
  '公开责任部门',
  '主题词',
  '关键词',
  '有效性',
  '时效性',
  '生效日期',
  '失效日期',
  '废止日期',
  '内容概述',
])

const spaces = /[\s　]+/g

/** The particulars of a table that holds nothing else; null where the table is of another kind. */
export function metadataOf(rows: readonly (readonly Cell[])[]): Metadatum[] | null {
  if (rows.length > 12) return null
  const found: Metadatum[] = []
  let others = 0
  for (const row of rows) {
    for (let index = 0; index < row.length; index++) {
      const cell = row[index]!
      if (cell.text === '') continue
      const colon = cell.text.search(/[:：]/)
      const name = (colon === -1 ? cell.text : cell.text.slice(0, colon)).replace(spaces, '')
      if (!names.has(name)) {
        others++
        continue
      }
      const inside = colon === -1 ? '' : cell.text.slice(colon + 1).trim()
      if (inside !== '') {
        found.push({ name, value: inside, at: cell.at })
        continue
      }
      const next = row[index + 1]
      if (next === undefined || names.has(next.text.replace(/[\s　:：]+/g, ''))) continue
      if (next.text !== '') found.push({ name, value: next.text, at: next.at })
      index++
    }
  }
  return found.length >= 2 && others <= 1 ? found : null
}

/** Names of `<meta>` elements that Chinese government sites carry, in the words of the table above. */
export const metaNames: ReadonlyMap<string, string> = new Map([
  ['articletitle', '标题'],
  ['contentsource', '信息来源'],
  ['pubdate', '发布日期'],
  ['publisher', '发布机构'],
  ['author', '作者'],
  ['sitename', '网站名称'],
  ['columnname', '栏目名称'],
  ['keywords', '关键词'],
  ['description', '摘要'],
])
