import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, sameShare } from './compare.ts'
import { draw } from './sketch.ts'

describe('compare', () => {
  test('two like reports do not differ', () => {
    const { chapters, ...rest } = compare(draw(), draw())
    expect(rest).toEqual({ head: [], figures: [], states: [], incomparable: [] })
    expect(chapters.map(({ number, changed }) => [number, changed])).toEqual([0, 1, 2, 3, 4, 5, 6].map((number) => [number, false]))
    expect(chapters[1]).toMatchObject({ same: 1, gone: [], added: [] })
    expect(chapters[2]).toMatchObject({ same: null })
  })

  test('lists the figures that differ in the order of the form', () => {
    const before = draw({ figures: { 'requests.received.total': 3, 'proactive.fees': 0.1, 'proactive.licensing': null } })
    const after = draw({ figures: { 'requests.received.total': 5, 'proactive.fees': 0.3, 'proactive.licensing': 7 } })
    expect(compare(before, after).figures).toEqual([
      { key: 'proactive.licensing', before: null, after: 7, difference: null },
      { key: 'proactive.fees', before: 0.1, after: 0.3, difference: 0.2 },
      { key: 'requests.received.total', before: 3, after: 5, difference: 2 },
    ])
  })

  test('lists the cells whose state differs, also where the figure is the same', () => {
    const after = draw({ cells: { 'proactive.fees': { state: 'doubtful', was: '0元', why: 'unit-contradicts' } } })
    expect(compare(draw(), after).states).toEqual([{ key: 'proactive.fees', before: null, after: 'doubtful' }])
  })

  test('says what of the head differs', () => {
    expect(compare(draw({ year: 2024 }), draw({ body: '松岭镇人民政府' })).head).toEqual([
      { name: 'title', before: '柳溪镇人民政府2024年政府信息公开工作年度报告', after: '松岭镇人民政府2025年政府信息公开工作年度报告' },
      { name: 'body', before: '柳溪镇人民政府', after: '松岭镇人民政府' },
      { name: 'year', before: 2024, after: 2025 },
    ])
  })

  test('compares what two editions share and names the rest', () => {
    const { figures, incomparable } = compare(draw({ edition: '2019', figures: { 'requests.granted.total': 1 } }), draw())
    expect(figures).toEqual([{ key: 'requests.granted.total', before: 1, after: 0, difference: -1 }])
    expect(incomparable).toContain('proactive.procurement.amount')
    expect(incomparable).toContain('requests.otherUnpaid.total')
    expect(incomparable).toContain('requests.otherHandling.total')
    expect(incomparable).not.toContain('requests.granted.total')
  })

  test('shows lines gone and added, and chapters that only one has', () => {
    const before = draw({ chapters: { 6: '没有收取信息处理费。\n办理建议两件。\n办理建议两件。', 5: null } })
    const after = draw({ chapters: { 6: '没有收取信息处理费。\n办理建议两件。\n办理提案一件。' } })
    const { chapters } = compare(before, after)
    expect(chapters.find(({ number }) => number === 6)).toMatchObject({
      changed: true,
      gone: ['办理建议两件。'],
      added: ['办理提案一件。'],
    })
    expect(chapters.find(({ number }) => number === 5)).toMatchObject({ before: null, after: '存在的主要问题及改进情况', same: null })
  })
})

describe('sameShare', () => {
  test('is the same text whatever the figures in it', () => {
    expect(sameShare('全年公开信息120条，回应留言8条。', '全年公开信息 95 条，回应留言 31 条。')).toBe(1)
  })

  test('is the part that was there before', () => {
    const share = sameShare('门户网站专栏按月更新', '门户网站专栏按月更新并设在便民服务中心显著位置')!
    expect(share).toBeGreaterThan(0.4)
    expect(share).toBeLessThan(0.6)
  })

  test('is nothing for other words, and null for too few', () => {
    expect(sameShare('门户网站专栏按月更新', '年底接受考核与社会评议')).toBe(0)
    expect(sameShare('', '年底接受考核与社会评议')).toBeNull()
    expect(sameShare('年底接受考核', '考核')).toBeNull()
  })

  test('lies between 0 and 1', () => {
    const text = fc.string({ unit: fc.constantFrom('公', '开', '信', '息', '网', '站', '1', '，'), maxLength: 60 })
    fc.assert(
      fc.property(text, text, (source, copy) => {
        const share = sameShare(source, copy)
        if (share === null) return
        expect(share).toBeGreaterThanOrEqual(0)
        expect(share).toBeLessThanOrEqual(1)
      }),
    )
  })
})
