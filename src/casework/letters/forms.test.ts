import { expect, test } from 'vitest'
import { openPdf } from '#redact'
import { renderLetter } from '#render'
import { composeLetter } from './compose.ts'
import { printedLetter } from './forms.ts'
import { letterKindIds } from './kinds.ts'

const signed = { body: '青石县水务局', number: '青水公开〔2026〕3号', date: '2026-03-02' }

test('the slip of service names whom and what, and is signed inside; the letter it proves stays a text', () => {
  const slip = printedLetter(
    'service-slip',
    composeLetter('service-slip', { 机关: '青石县水务局', 收件人: '王小田', 送达文书: '政府信息公开告知书\n青水公开〔2026〕2号' }),
    signed,
  )
  expect(slip.form?.map(({ label, text }) => [label, text]).slice(0, 2)).toEqual([
    ['受送达人', '王小田'],
    ['送达文书名称和文号', '政府信息公开告知书\n青水公开〔2026〕2号'],
  ])
  expect(slip.form?.filter(({ foot }) => foot).length).toBe(3)
  const letter = printedLetter('withdrawn-notice', composeLetter('withdrawn-notice', { 申请人: '王小田', 机关: '青石县水务局' }), signed)
  expect([letter.form, letter.salutation, letter.number]).toEqual([undefined, '王小田：', '青水公开〔2026〕3号'])
})

test('every paper is set in print, and the sheet of approval fits a page', async () => {
  const fact = '白石水库除险加固工程的批复和施工合同'
  const facts = Object.fromEntries(
    ['机关', '申请人', '收件人', '申请编号', '申请内容', '收到日期', '依据', '联系方式', '期限', '事实', '理由', '救济'].map((name) => [
      name,
      fact,
    ]),
  )
  for (const kind of letterKindIds) {
    const opened = await openPdf(await renderLetter(printedLetter(kind, composeLetter(kind, facts), signed), 'pdf'))
    expect(opened.ok, kind).toBe(true)
    if (opened.ok && kind === 'approval-sheet') expect(opened.pages).toHaveLength(1)
  }
})
