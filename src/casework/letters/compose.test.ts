import { expect, test } from 'vitest'
import { outcomes } from '../outcomes.ts'
import { checkTemplate, composeLetter, type LetterFacts, missingParts } from './compose.ts'
import { letterKindIds, letterKinds } from './kinds.ts'
import { remedyText } from './remedies.ts'
import { fieldsOf, type Placeholder, placeholders, templates } from './templates.ts'

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
