import { expect, test } from 'vitest'
import { outcomes } from '../outcomes.ts'
import { checkTemplate, composeLetter, type LetterFacts, missingParts } from './compose.ts'
import { letterKindIds, letterKinds } from './kinds.ts'
import { remedyText } from './remedies.ts'
import { fieldsOf, type Placeholder, placeholders, placeholdersOf, templates } from './templates.ts'

const facts = Object.fromEntries(placeholders.map((name: Placeholder) => [name, `〈${name}〉`])) as LetterFacts

test('every kind has wording that passes its own check, and with every fact known lacks nothing', () => {
  for (const kind of letterKindIds) {
    expect(checkTemplate(kind, templates[kind]), kind).toEqual([])
    const content = composeLetter(kind, { ...facts, attachments: ['附件'] })
    expect(missingParts(kind, content, 'download'), kind).toEqual([])
    expect(JSON.stringify(content), kind).not.toMatch(/[{}][^":,[\]]*[}]/)
  }
})

test('a fact nobody gave leaves its paragraph out and its part missing, never a hole', () => {
  const { 理由: _, ...unreasoned } = facts as Record<string, string>
  const content = composeLetter('refused', unreasoned)
  expect(missingParts('refused', content, 'post')).toEqual(['reasons'])
  expect(content.paragraphs.some(({ text }) => text.includes('理由是'))).toBe(false)
  expect(fieldsOf('refused')).toEqual(['不公开内容', '理由'])
})

test('a decision that leaves by the network must tell where to apply online', () => {
  const { 网上复议: _, ...offline } = facts as Record<string, string>
  const content = composeLetter('granted', offline)
  expect(missingParts('granted', content, 'post')).toEqual([])
  expect(missingParts('granted', content, 'download')).toEqual(['online-remedy'])
})

test('a wording of one’s own is checked: placeholders, parts, title', () => {
  expect(checkTemplate('refused', '# 标题\n> {申请人}：\n[facts] {姓名}\n[mood] 好')).toEqual([
    '没有“{姓名}”这个占位符',
    '没有“[mood]”这个部分',
    '缺少“[received]”这个部分',
    '缺少“[asked]”这个部分',
    '缺少“[law]”这个部分',
    '缺少“[reasons]”这个部分',
    '缺少“[decision]”这个部分',
    '缺少“[remedy]”这个部分',
    '缺少“[contact]”这个部分',
  ])
})

test('refusals of Art. 14 to 16 and what is withheld of a part are reconsidered first since 2024; others leave the choice', () => {
  const organ = { organ: '青石县人民政府', court: '青石县人民法院' }
  for (const { id, remedy, withholds, letter } of Object.values(outcomes)) {
    expect(remedy === 'reconsider-first', id).toBe(withholds)
    expect(letterKinds[letter].verb, id).toBe('answer')
    if (letterKinds[letter].remedy !== 'none') expect(letterKinds[letter].remedy, id).toBe(remedy)
  }
  expect(remedyText('reconsider-first', { ...organ, on: '2026-03-02' })).toContain('先向青石县人民政府申请行政复议')
  expect(remedyText('reconsider-first', { ...organ, on: '2023-12-29' })).toContain('也可以')
  expect(remedyText('either', { ...organ, on: '2026-03-02' })).toMatch(/60日内.*也可以.*6个月内向青石县人民法院/)
  expect(remedyText('none', { ...organ, on: '2026-03-02' })).toBe('')
})

test('a paragraph that is only a fact is left out where there is none; any other stays empty, and its part is missing', () => {
  const { 经过: _, 公开内容: __, ...known } = facts as Record<string, string>
  const content = composeLetter('granted', known)
  expect(content.paragraphs.filter(({ part }) => part === 'received')).toHaveLength(1)
  expect(content.paragraphs).toContainEqual({ part: 'facts', text: '' })
  expect(missingParts('granted', content, 'post')).toEqual(['facts'])
  // A second paragraph of the same part does not hide the first, nor does it matter that the kind could do without the part.
  const own = `${templates.granted}\n[facts] 另查明：档案室也有一份。\n[reasons] 理由是：{理由}`
  const { 理由: ___, ...unreasoned } = known
  expect(missingParts('granted', composeLetter('granted', unreasoned, own), 'post')).toEqual(['facts', 'reasons'])
})

test('what happened on the way stands with the receipt, and never stands in for what was found', () => {
  const { 不公开内容: _, ...known } = facts as Record<string, string>
  expect(missingParts('refused', composeLetter('refused', known), 'post')).toEqual(['facts'])
})

test('a person is 你, an organisation 你单位; where nobody knows, both', () => {
  const said = (isPerson?: boolean) =>
    composeLetter('granted', { ...facts, ...(isPerson !== undefined && { isPerson }) }).paragraphs[0]!.text
  expect([said(true), said(false), said()].map((text) => /(你[^提]*)提出/.exec(text)![1])).toEqual(['你', '你单位', '你（单位）'])
})

test('papers to a third party or another organ never name the applicant, and a paper is offered only what it can know', () => {
  for (const kind of letterKindIds) {
    const { to, remedy } = letterKinds[kind]
    const names = placeholdersOf(kind)
    if (to === 'third-party' || to === 'co-maker') expect(names, kind).not.toContain('申请人')
    expect(names.includes('救济'), kind).toBe(remedy !== 'none')
    expect(names.includes('金额'), kind).toBe(kind === 'fee-notice')
  }
  expect(checkTemplate('third-party-consultation', `${templates['third-party-consultation']}\n[facts] 申请人是{申请人}。`)).toEqual([
    '“{申请人}”不能用在这份文书里',
  ])
})

test('official papers put no space between figures and characters', () => {
  const rules = ['reconsider-first', 'either'].map((remedy) =>
    remedyText(remedy as 'either', { organ: '甲', court: '乙', on: '2026-03-02' }),
  )
  for (const text of [...Object.values(templates), ...rules])
    for (const line of text.split('\n'))
      expect(line.replace(/^(\[[a-z-]+\]|#|>) /, '')).not.toMatch(/[\u4e00-\u9fff，：] [\d{]|[\d}] [\u4e00-\u9fff]/)
})

test('of a part withheld, what is withheld is reconsidered first and what is given leaves the choice', () => {
  const text = remedyText('reconsider-first', { organ: '青石县人民政府', court: '青石县人民法院', on: '2026-03-02', isPartial: true })
  expect(text).toMatch(/^如对不予公开的部分不服，应当.*先向青石县人民政府.*15日内.*如对其他内容不服，可以.*也可以.*6个月内/)
  expect(() => remedyText('either', { organ: '甲', court: '乙', on: '2019-05-14' })).toThrow(RangeError)
})
