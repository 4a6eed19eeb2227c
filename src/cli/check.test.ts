import { zipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { exampleReport } from './example-report.ts'
import { workshop } from './gongkai.ts'

const { file, gongkai, close } = workshop()
afterAll(close)

const figures = {
  'requests.received.naturalPerson': 3,
  'requests.received.total': 3,
  'requests.granted.naturalPerson': 3,
  'requests.granted.total': 3,
  'requests.concluded.naturalPerson': 3,
  'requests.concluded.total': 3,
}
file('sound.txt', exampleReport({ figures }))
file('wrong.txt', exampleReport({ figures: { ...figures, 'requests.received.total': 4 } }))

test('a finding is a line an editor can go to, and an error ends with 1', async () => {
  const { status, stdout, stderr } = await gongkai(['check', 'wrong.txt'])
  expect(status).toBe(1)
  expect(stdout).toMatch(/^wrong\.txt:27:46: error requests\.row-sum .*4.*3/m)
  expect(stderr).toMatch(/核对 1 份报告：\d+ 处错误/)
})

test('a sound report gives no errors and ends with 0', async () => {
  const { status, stdout } = await gongkai(['check', 'sound.txt'])
  expect(status).toBe(0)
  expect(stdout).not.toMatch(/: error /)
})

test('a file that fails outweighs an error', async () => {
  const { status, stderr } = await gongkai(['check', 'wrong.txt', 'absent.txt'])
  expect(status).toBe(2)
  expect(stderr).toContain('absent.txt: error unreadable 没有这个文件')
  expect(stderr).toContain('1 个文件没有读成')
})

test('check --json prints the objects of read --json', async () => {
  const checked = await gongkai(['check', '--json', 'wrong.txt'])
  const read = await gongkai(['read', '--json', 'wrong.txt'])
  expect(checked.stdout).toBe(read.stdout)
  expect([checked.status, read.status]).toEqual([1, 0])
  expect(read.objects()[0]!.findings).toContainEqual(
    expect.objectContaining({ rule: 'requests.row-sum', severity: 'error', found: 4, expected: 3, at: { line: 27, column: 46 } }),
  )
})

test('messages are English when asked for', async () => {
  const { stdout, stderr } = await gongkai(['check', '--lang', 'en', 'wrong.txt'])
  expect(stdout).toMatch(/error requests\.row-sum [\x20-\x7e“”—≠]*[a-z]{3}/)
  expect(stderr).toMatch(/1 report checked: \d+ errors?/)
})

test('last year’s report is used for the same body’s next year, and never for another year', async () => {
  file(
    '2024.txt',
    exampleReport({
      year: 2024,
      figures: {
        ...figures,
        'requests.carriedOut.naturalPerson': 2,
        'requests.carriedOut.total': 2,
        'requests.received.naturalPerson': 5,
        'requests.received.total': 5,
      },
    }),
  )
  const used = await gongkai(['check', '--last-year', '2024.txt', 'sound.txt'])
  expect(used.stdout).toContain('years.carried-over')
  const twoYears = await gongkai(['check', '--last-year', 'sound.txt', '2024.txt'])
  expect(twoYears.stderr).toContain('这份要对 2023 年的，给的是 2025 年的')
  expect(twoYears.stdout).not.toContain('years.')
  const absent = await gongkai(['check', '--last-year', 'absent.txt', 'sound.txt'])
  expect(absent).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('absent.txt: error unreadable') })
})

test('text that two bodies have in common is found, once, where both are checked in one call', async () => {
  const prose =
    '党政办每月十日汇总各站所的公开清单，逐条核对后报分管领导签发。\n惠农补贴名册在镇村两级同步张贴，张贴照片按月归档备查。\n便民服务中心设置公开查阅点，配备专人引导群众查询政策文件。'
  const problems =
    '年轻干部对公开目录的层级划分还不熟悉，栏目错放的情况时有发生。\n政策解读以文字为主，老年群众读起来比较吃力。\n每季度组织一次目录实操练习，由老同志结对指导新同志。\n每件惠农政策制作一张方言讲解卡片，由村干部入户讲给群众听。'
  const chapters = { 1: prose, 5: problems }
  for (const body of ['柳溪镇人民政府', '石桥镇人民政府', '清河镇人民政府'])
    file(`alike/${body}.txt`, exampleReport({ body, figures, chapters }))
  file('alike/柳溪镇人民政府2024.txt', exampleReport({ year: 2024, figures, chapters }))
  const alone = await gongkai(['check', 'alike/柳溪镇人民政府.txt', 'alike/柳溪镇人民政府2024.txt'])
  expect(alone.stdout).not.toContain('years.same-text')
  const { stdout } = await gongkai(['check', 'alike'])
  const said = stdout.split('\n').filter((line) => line.includes('years.same-text'))
  expect(said.map((line) => line.split(':')[0])).toEqual(
    ['柳溪镇人民政府', '柳溪镇人民政府2024', '清河镇人民政府', '石桥镇人民政府'].map((name) => `alike/${name}.txt`),
  )
})

test('the level of the body decides which rules it must keep', async () => {
  file('rules.txt', exampleReport({ figures: { ...figures, 'proactive.rules.inForce': 2 } }))
  expect((await gongkai(['check', '--level', 'town', 'rules.txt'])).stdout).toContain('proactive.rule-making-power')
  expect((await gongkai(['check', '--level', 'province', 'rules.txt'])).stdout).not.toContain('proactive.rule-making-power')
})

test('a finding in a Word table is placed by table, row and cell', async () => {
  const cell = (text: string | number) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
  const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
  const lines = exampleReport({ figures: { ...figures, 'requests.received.total': 4 } })
    .trimEnd()
    .split('\n')
  let body = ''
  let open = false
  for (const line of lines) {
    const isRow = line.startsWith('|')
    if (isRow && !open) body += '<w:tbl>'
    if (!isRow && open) body += '</w:tbl>'
    open = isRow
    body += isRow ? `<w:tr>${line.slice(2, -2).split(' | ').map(cell).join('')}</w:tr>` : paragraph(line)
  }
  const xml = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
  const types =
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
  const relations =
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
  const bytes = (text: string) => new TextEncoder().encode(text)
  file('wrong.docx', zipSync({ '[Content_Types].xml': bytes(types), '_rels/.rels': bytes(relations), 'word/document.xml': bytes(xml) }))
  const { status, stdout } = await gongkai(['check', 'wrong.docx'])
  expect(status).toBe(1)
  expect(stdout).toMatch(/^wrong\.docx: 表2 第3行第8格: error requests\.row-sum /m)
})

test('SARIF names the tool, every rule, each result’s place and each file that failed', async () => {
  file('年报 甲.txt', exampleReport({ figures: { ...figures, 'requests.received.total': 4 } }))
  const { status, stdout } = await gongkai(['check', '--format', 'sarif', '年报 甲.txt', 'sound.txt', 'absent.txt'])
  expect(status).toBe(2)
  const log = JSON.parse(stdout)
  expect(log).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'gongkai' } }, columnKind: 'utf16CodeUnits' }] })
  const [run] = log.runs
  for (const rule of run.tool.driver.rules) {
    expect(rule).toMatchObject({
      id: expect.any(String),
      shortDescription: { text: expect.any(String) },
      help: { text: expect.any(String) },
    })
    expect(['error', 'warning', 'note']).toContain(rule.defaultConfiguration.level)
  }
  for (const result of run.results) {
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId)
    expect(result.message.text).not.toBe('')
    const { uri } = result.locations[0].physicalLocation.artifactLocation
    expect(uri).toBe(encodeURI(decodeURI(uri)))
  }
  expect(run.results).toContainEqual(
    expect.objectContaining({
      ruleId: 'requests.row-sum',
      level: 'error',
      locations: [
        expect.objectContaining({
          physicalLocation: {
            artifactLocation: { uri: '%E5%B9%B4%E6%8A%A5%20%E7%94%B2.txt' },
            region: expect.objectContaining({ startLine: 27, startColumn: 46 }),
          },
        }),
      ],
    }),
  )
  expect(run.invocations).toMatchObject([
    { executionSuccessful: false, exitCode: 2, toolExecutionNotifications: [{ descriptor: { id: 'unreadable' }, level: 'error' }] },
  ])
})
