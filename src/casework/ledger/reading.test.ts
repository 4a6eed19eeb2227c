import { describe, expect, test } from 'vitest'
import { calendarOf } from '#calendar'
import { readSheet } from '#identity'
import { csvLine } from '#kit'
import { ledgerWords } from '#words'
import { outcomeRows } from '../model.ts'
import { ledgerTable } from './columns.ts'
import { dayIn, endingOf, kindOf, rowLabel } from './names.ts'
import { absentColumns, type ReadRow, readLedger } from './reading.ts'

const options = {
  calendar: calendarOf(),
  today: '2025-12-05',
  language: 'zh-CN',
  outcomeWithoutRow: 'otherOther',
  correctionDays: 15,
  newId: () => 'id',
} as const

async function read(...lines: readonly (readonly string[])[]): Promise<ReadRow[]> {
  const sheet = await readSheet(new TextEncoder().encode(lines.map(csvLine).join('')))
  const table = ledgerTable(sheet, 'zh-CN')
  expect(table.errors).toEqual([])
  return readLedger(table, options)
}

const base = ['编号', '收到日期', '申请方式', '申请人类型', '申请人姓名', '申请内容', '答复日期', '答复结果']
/** One row under the usual columns and some more. */
async function row(values: Readonly<Record<string, string>>): Promise<ReadRow> {
  const given: Readonly<Record<string, string>> = {
    编号: '2025-7',
    收到日期: '2025-09-15',
    申请方式: '当面',
    申请人类型: '自然人',
    申请人姓名: '吴晓岚',
    申请内容: '青石水库 2024 年除险加固工程的验收报告',
    答复日期: '',
    答复结果: '',
    ...values,
  }
  const [found] = await read(Object.keys(given), Object.values(given))
  return found!
}
const eventsOf = ({ read }: ReadRow) => read?.events.map(({ kind, on }) => `${kind}@${on}`)
const codes = ({ errors, doubts }: ReadRow) => ({
  errors: errors.map(({ column, code }) => `${column} ${code}`),
  doubts: doubts.map(({ column, code }) => `${column} ${code}`),
})

describe('a result names a row of table 三', () => {
  test.each(outcomeRows)('the label of %s, with its group or without its number', (one) => {
    expect(endingOf(rowLabel(one))).toEqual({ found: [one], sure: true })
    const spaced = rowLabel(one).replace('）', '） ').replace('.', '．')
    expect(endingOf(spaced)).toEqual({ found: [one], sure: true })
  })

  test.each<[string, readonly string[], boolean]>([
    ['予以公开', ['granted'], true],
    ['公开', ['granted'], true],
    ['部分公开，部分不予公开', ['partlyGranted'], true],
    ['部分公开（隐去商业秘密）', ['partlyGranted'], false],
    ['信息不存在', ['unableNotHeld'], true],
    ['经检索，该信息不存在', ['unableNotHeld'], false],
    ['不予公开（涉及商业秘密）', ['refusedThirdParty'], false],
    ['逾期未补正', ['otherNotCorrected'], true],
    ['申请人撤回', ['withdrawn'], true],
    ['申请人电话要求终止', ['withdrawn'], false],
    ['不属于政府信息', ['without-row'], false],
    ['其他', ['otherOther'], false],
    ['信访事项，且信息不存在', ['unableNotHeld', 'rejectedPetition'], false],
    ['已阅', [], false],
    ['不公开', [], false],
  ])('“%s”', (text, found, sure) => expect(endingOf(text)).toEqual({ found, sure }))

  test.each(['不予公开', '无法提供', '不予处理', '其他处理'])('“%s” alone may be several', (group) => {
    const { found, sure } = endingOf(group)
    expect(found.length).toBeGreaterThan(2)
    expect(sure).toBe(false)
  })
})

test.each([
  ['2025-09-05', '2025-09-05'],
  ['2025/9/5', '2025-09-05'],
  ['2025.9.5', '2025-09-05'],
  ['2025年9月5日', '2025-09-05'],
  ['２０２５－０９－０５', '2025-09-05'],
  ['20250905', '2025-09-05'],
  ['2025-09-05 14:30', '2025-09-05'],
  ['2025-02-30', null],
  ['9月5日', null],
  ['45905', null],
])('“%s” is the day %s', (text, day) => expect(dayIn(text)).toBe(day))

test.each([
  ['自然人', '某公司', ['naturalPerson'], true],
  ['', '欧阳静', ['naturalPerson'], false],
  ['', '青石建材有限公司', ['enterprise'], false],
  ['法人或其他组织', '青石建材有限公司', ['enterprise'], false],
  ['法人或其他组织', '吴晓岚', [], false],
  ['', '青石县河桥村民委员会二组', [], false],
])('“%s” of %s', (text, name, found, sure) => expect(kindOf(text, name)).toEqual({ found, sure }))

describe('the header', () => {
  const tableOf = async (...lines: readonly (readonly string[])[]) =>
    ledgerTable(await readSheet(new TextEncoder().encode(lines.map(csvLine).join(''))), 'zh-CN')

  test('is found below a title, by the names other systems use, and says what is left out', async () => {
    const table = await tableOf(
      ['青石县水务局 2025 年依申请公开台账', '', '', '', '', '', ''],
      ['序号', '登记编号', '收到时间', '申请人名称', '所需政府信息内容描述', '办结日期', '办理结果'],
      ['1', 'A-1', '2025-09-15', '吴晓岚', '工程验收报告', '', ''],
    )
    expect(table.errors).toEqual([])
    expect(table.ignored).toEqual(['序号'])
    expect(table.headers).toMatchObject({ number: '登记编号', receivedOn: '收到时间', wanted: '所需政府信息内容描述', result: '办理结果' })
    expect(table.rows.map(({ row }) => row)).toEqual([3])
    expect(absentColumns(table, 'zh-CN').map(({ code, values }) => [code, values.column])).toEqual([
      ['column-absent', '申请方式'],
      ['column-absent', '获取方式'],
    ])
  })

  test('says which columns are missing and which stand twice', async () => {
    const table = await tableOf(['编号', '申请人', '申请人姓名', '申请内容'], ['1', 'a', 'a', 'b'])
    expect(table.errors.map(({ column, code }) => `${column} ${code}`)).toEqual([
      '申请人姓名 repeated-column',
      '收到日期 missing-column',
      '答复日期 missing-column',
      '答复结果 missing-column',
    ])
  })

  test('does not take the day of registering for the day of receipt without asking', async () => {
    const table = await tableOf(['编号', '受理日期', '申请人', '申请内容', '答复日期', '答复结果'], ['1', '2025-09-15', 'a', 'b', '', ''])
    expect(table.doubts.map(({ column, code }) => `${column} ${code}`)).toEqual(['受理日期 column-read'])
  })
})

describe('a row', () => {
  test('of an open case is its registration and what was done, with the clock going on', async () => {
    const found = await row({
      补正告知日期: '2025-09-17',
      补正日期: '2025-09-22',
      征求意见: '2025-09-25；2025-09-26',
      征求对象: '青石建材有限公司；共同制作机关：县财政局',
      意见收到日期: '2025-10-10；—',
      意见: '不同意',
      延期: '2025-11-03',
      延期天数: '10个工作日',
      答复期限: '2025-12-15',
    })
    expect(codes(found)).toEqual({ errors: [], doubts: ['答复期限 due-differs'] })
    expect(eventsOf(found)).toEqual([
      'request.submitted@2025-09-15',
      'correction.asked@2025-09-17',
      'correction.received@2025-09-22',
      'consultation.sent@2025-09-25',
      'consultation.sent@2025-09-26',
      'consultation.answered@2025-10-10',
      'extension.told@2025-11-03',
    ])
    const parties = found.read!.events.flatMap((event) =>
      event.kind === 'consultation.sent' ? [`${event.data.party} ${event.data.name}`] : [],
    )
    expect(parties).toEqual(['third-party 青石建材有限公司', 'co-maker 县财政局'])
  })

  test('of a concluded case ends in its row of table 三', async () => {
    const found = await row({
      答复日期: '2025-10-16',
      答复结果: '部分公开',
      答复文号: '青水公开〔2025〕3号',
      送达方式: '邮寄EMS',
      送达日期: '2025/10/18',
    })
    expect(codes(found)).toEqual({ errors: [], doubts: [] })
    expect(eventsOf(found)).toEqual([
      'request.submitted@2025-09-15',
      'outcome.decided@2025-10-16',
      'answer.sent@2025-10-16',
      'answer.served@2025-10-18',
    ])
    expect(found.read!.events.find(({ kind }) => kind === 'answer.sent')?.data).toEqual({
      letterId: null,
      row: 'partlyGranted',
      method: 'post',
      late: null,
      number: '青水公开〔2025〕3号',
    })
  })

  test('answered after its last day is late, whatever the ledger says', async () => {
    const found = await row({ 答复日期: '2025-10-20', 答复结果: '公开', 是否逾期: '否' })
    expect(codes(found).doubts).toEqual(['是否逾期 late-differs'])
    expect(found.read!.events.find(({ kind }) => kind === 'answer.sent')?.data).toMatchObject({
      late: { reason: ledgerWords['zh-CN'].lateReasonUnknown, sectionId: null },
    })
    expect(codes(await row({ 答复日期: '2025-10-17', 答复结果: '公开', 是否逾期: '否' })).doubts).toEqual([])
  })

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['withdrawn', { 答复日期: '2025-09-20', 答复结果: '撤回申请' }, ['request.withdrawn@2025-09-20']],
    [
      'not corrected',
      { 补正告知日期: '2025-09-17', 答复日期: '2025-10-20', 答复结果: '逾期不补正' },
      ['correction.asked@2025-09-17', 'correction.lapsed@2025-10-20'],
    ],
    [
      'not paid',
      { 收费通知日期: '2025-09-17', 收费金额: '100.50', 答复日期: '2025-10-30', 答复结果: '逾期未缴费' },
      ['fee.noticed@2025-09-17', 'fee.lapsed@2025-10-30'],
    ],
  ])('%s', async (_, values, events) => {
    const found = await row(values)
    expect(codes(found)).toEqual({ errors: [], doubts: [] })
    expect(eventsOf(found)).toEqual(['request.submitted@2025-09-15', ...events])
  })

  test('that came by the site and is not confirmed has no day of receipt', async () => {
    const found = await row({ 收到日期: '', 提交日期: '2025-12-04', 申请方式: '网站' })
    expect(found.read).toMatchObject({ receivedOn: null, submittedOn: '2025-12-04', facts: { submitted: '2025-12-04' } })
    expect(codes(await row({ 收到日期: '', 提交日期: '2025-12-04', 申请方式: '当面' })).errors).toEqual(['收到日期 needs-received'])
    expect(codes(await row({ 收到日期: '', 提交日期: '2025-12-04', 申请方式: '网站', 补正告知日期: '2025-12-04' })).errors).toEqual([
      '收到日期 needs-received',
    ])
  })

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['no number', { 编号: '' }, ['编号 required']],
    ['no applicant', { 申请人姓名: '' }, ['申请人姓名 required']],
    ['no wish', { 申请内容: '' }, ['申请内容 required']],
    ['no day', { 收到日期: '9月15日' }, ['收到日期 day']],
    ['a day to come', { 收到日期: '2025-12-06' }, ['收到日期 not-to-come']],
    ['an answer before receipt', { 答复日期: '2025-09-14', 答复结果: '公开' }, ['答复日期 before-receipt']],
    ['an answer without a result', { 答复日期: '2025-10-14' }, ['答复结果 needs-result']],
    ['a result without a day', { 答复结果: '公开' }, ['答复日期 needs-concluded']],
    ['a result of several rows', { 答复日期: '2025-10-14', 答复结果: '不予公开' }, ['答复结果 result-unclear']],
    ['a result of no row', { 答复日期: '2025-10-14', 答复结果: '已阅' }, ['答复结果 result-unknown']],
    ['an unknown channel', { 申请方式: '飞鸽' }, ['申请方式 choice']],
    ['a kind nobody can tell', { 申请人类型: '', 申请人姓名: '河桥村民委员会第二村民小组' }, ['申请人类型 kind-unknown']],
    ['a correction that was not asked for', { 补正日期: '2025-09-20' }, ['补正日期 needs-first']],
    ['a correction before receipt', { 补正告知日期: '2025-09-10' }, ['补正告知日期 before-receipt']],
    ['an extension of a clock that waits', { 补正告知日期: '2025-09-17', 延期: '2025-09-20' }, ['收到日期 clock']],
    ['an extension too long', { 延期: '2025-09-20', 延期天数: '30' }, ['延期天数 days-of-extension']],
    ['an extension of an open case without its day', { 延期: '是' }, ['延期 needs-day']],
    ['an amount', { 收费通知日期: '2025-09-20', 收费金额: '一百' }, ['收费金额 amount']],
    ['not corrected, and not asked', { 答复日期: '2025-10-14', 答复结果: '逾期不补正' }, ['答复结果 correction-lapsed']],
    ['not paid, and not asked', { 答复日期: '2025-10-14', 答复结果: '逾期未缴费' }, ['答复结果 fee-lapsed']],
    ['submitted after receipt', { 提交日期: '2025-09-16' }, ['提交日期 after-receipt']],
  ])('is refused with the cell and what to do: %s', async (_, values, errors) => {
    const found = await row(values)
    expect(found.read).toBeNull()
    expect(codes(found).errors).toEqual(errors)
    for (const { code, values: said } of found.errors)
      for (const language of ['zh-CN', 'en'] as const) expect(ledgerWords[language].errors[code]!(said)).not.toMatch(/undefined|^$/)
  })

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['a kind from the name', { 申请人类型: '' }, ['申请人类型 kind-read']],
    ['a letter that may or may not have been signed for', { 申请方式: '邮寄' }, ['申请方式 channel-read']],
    ['a result by its words', { 答复日期: '2025-10-14', 答复结果: '不予公开（个人隐私）' }, ['答复结果 result-read']],
    ['what has no row', { 答复日期: '2025-10-14', 答复结果: '非政府信息' }, ['答复结果 result-read']],
    [
      'an extension of a case that is over, without its day',
      { 答复日期: '2025-10-14', 答复结果: '公开', 延期: '是' },
      ['延期 kept-as-note'],
    ],
    ['an opinion not told', { 征求意见: '2025-09-20', 意见收到日期: '2025-09-25' }, ['意见 empty-read']],
    ['a correction that is waited for, without its day', { 补正告知日期: '2025-11-28' }, ['补正期限 empty-read']],
    ['an extension without its length', { 延期: '2025-09-20' }, ['延期工作日 empty-read']],
    ['a challenge', { 复议诉讼: '已申请复议' }, ['复议诉讼 challenge-as-note']],
  ])('is taken, and said to be doubtful: %s', async (_, values, doubts) => {
    const found = await row(values)
    expect(found.read).not.toBeNull()
    expect(codes(found)).toEqual({ errors: [], doubts })
    for (const { code, values: said } of found.doubts)
      for (const language of ['zh-CN', 'en'] as const) expect(ledgerWords[language].doubts[code]!(said)).not.toMatch(/undefined|^$/)
  })

  test('with a number that stood before is refused', async () => {
    const line = ['1', '2025-09-15', '当面', '自然人', '吴晓岚', '验收报告', '', '']
    const [first, second] = await read(base, line, line)
    expect([first!.errors.length, second!.errors.map(({ code, values }) => [code, values.row])]).toEqual([0, [['repeated', 2]]])
  })
})
