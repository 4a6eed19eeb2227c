/** Reports for the browser tests, as the files an office would drop. */
import { render } from '#render'
import { type CellKey, draw, forms } from '#report'

/** A Word file of a sound report, but for one thing: 2 were granted and the row's total says 5. */
export async function wordReport(): Promise<Uint8Array> {
  const row = (key: string, person: number, total = person) => ({
    [`requests.${key}.naturalPerson`]: person,
    [`requests.${key}.total`]: total,
  })
  return render(
    draw({
      title: '沙河镇人民政府2025年政府信息公开工作年度报告',
      body: '沙河镇人民政府',
      figures: { ...row('received', 2, 5), ...row('granted', 2, 5), ...row('concluded', 2, 5), 'proactive.fees': 12.5 },
    }),
    'docx',
  )
}

const form = forms['2021']

/** A web page with a report as published: menus around it, table 三 with merged heads, an amount in 元 under a 万元 header, an empty cell that its row gives away. */
export function webReport({ year = 2025, carriedOut = 1, carriedIn = 0 } = {}): string {
  const figures: Record<CellKey, string> = {
    'requests.received.naturalPerson': String(4 - carriedIn),
    'requests.received.total': String(4 - carriedIn),
    'requests.carriedIn.naturalPerson': String(carriedIn),
    'requests.carriedIn.total': String(carriedIn),
    'requests.granted.naturalPerson': '',
    'requests.granted.total': String(4 - carriedOut),
    'requests.concluded.naturalPerson': String(4 - carriedOut),
    'requests.concluded.total': String(4 - carriedOut),
    'requests.carriedOut.naturalPerson': String(carriedOut),
    'requests.carriedOut.total': String(carriedOut),
    'proactive.fees': '1500元',
  }
  const cell = (key: CellKey) => `<td>${figures[key] ?? '0'}</td>`
  const proactive = form.proactive
    .map((block) => {
      const fields = block.rows[0]!.fields
      const width = fields.length === 1 ? ' colspan="3"' : ''
      return [
        `<tr><td colspan="4">${block.caption}</td></tr>`,
        `<tr><td>信息内容</td>${fields.map((field) => `<td${width}>${field.label}</td>`).join('')}</tr>`,
        ...block.rows.map((row) => {
          const keys = row.fields.map((field) => (field.key === '' ? `proactive.${row.key}` : `proactive.${row.key}.${field.key}`))
          return `<tr><td>${row.label}</td>${keys.map((key) => cell(key).replace('<td>', `<td${width}>`)).join('')}</tr>`
        }),
      ].join('')
    })
    .join('')
  const requests = form.requests.rows
    .map((row, at) => {
      const before = form.requests.rows[at - 1]
      const inside = row.part === 'outcome' || row.part === 'concluded'
      const all = form.requests.rows.filter(({ part }) => part === 'outcome' || part === 'concluded').length
      const upright = row.key === 'granted' ? `<td rowspan="${all}">${form.requests.results}</td>` : ''
      const members = form.requests.rows.filter(({ group }) => group === row.group).length
      const group = row.group !== null && before?.group !== row.group ? `<td rowspan="${members}">${row.group}</td>` : ''
      const span = row.group !== null ? 1 : inside ? 2 : 3
      const cells = form.requests.columns.map((column) => cell(`requests.${row.key}.${column.key}`)).join('')
      return `<tr>${upright}${group}<td colspan="${span}">${row.label}</td>${cells}</tr>`
    })
    .join('')
  const leaves = form.challenges.groups.flatMap((group) => form.challenges.columns.map((column) => ({ group, column })))
  return `<!doctype html><html><head><meta charset="utf-8"><title>松岭乡人民政府</title></head><body>
<ul><li><a href="/">首页</a></li><li><a href="/gk">政务公开</a></li></ul>
<h1>松岭乡人民政府${year}年政府信息公开工作年度报告</h1>
<p>按照政府信息公开条例的规定编制。统计期限自${year}年1月1日起至${year}年12月31日止。</p>
<p>一、总体情况</p>
<p>全年主动公开政府信息60条，其中网站公开25条，公示栏公开30条。</p>
<p>二、主动公开政府信息情况</p><table>${proactive}</table>
<p>三、收到和处理政府信息公开申请情况</p>
<table><tr><td colspan="3" rowspan="3">${form.requests.corner}</td><td colspan="7">申请人情况</td></tr>
<tr><td rowspan="2">自然人</td><td colspan="5">法人或其他组织</td><td rowspan="2">总计</td></tr>
<tr><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>${requests}</table>
<p>四、政府信息公开行政复议、行政诉讼情况</p>
<table><tr><td colspan="5" rowspan="2">行政复议</td><td colspan="10">行政诉讼</td></tr><tr><td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
<tr>${leaves.map(({ column }) => `<td>${column.label}</td>`).join('')}</tr><tr>${leaves.map(() => '<td>0</td>').join('')}</tr></table>
<p>五、存在的主要问题及改进情况</p><p>问题是解读材料偏少。明年每份文件都配问答。</p>
<p>六、其他需要报告的事项</p><p>没有收取信息处理费。</p>
<p>松岭乡人民政府</p><p>${year + 1}年1月20日</p>
</body></html>`
}
