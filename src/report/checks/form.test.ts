import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Context } from '../check.ts'
import type { RuleId } from '../findings.ts'
import { cellKeys } from '../forms/index.ts'
import { type CellNote, type Line, noPrint, type Report } from '../model.ts'
import { draw, type Sketch } from '../sketch.ts'
import { verify } from '../verify.ts'
import { sentence } from '../wording/index.ts'
import { formChecks } from './form.ts'
import { gapsOf } from './gaps.ts'
import { sameBody } from './head.ts'
import { numberOf, numeral } from './search.ts'

const find = (rule: RuleId, sketch: Sketch, context: Context = {}) =>
  formChecks.find((check) => check.id === rule)!.find(draw(sketch), context)

describe('prose that gives no cause for alarm', () => {
  test.each<[RuleId, Sketch]>([
    ['form.numbering', { chapters: { 1: '（一）主动公开。1.发布通知。2.发布公告。\n（二）依申请公开。1.拓宽渠道。2.规范答复。' } }],
    ['form.numbering', { chapters: { 6: '依据条例第二十条第（五）项、第（八）项公开。' } }],
    ['form.numbering', { chapters: { 5: '问题：首先，解读少；二是更新慢。改进：一是多解读，二要勤更新。' } }],
    ['form.numbering', { chapters: { 5: '问题：一是解读少，其次是更新慢。改进：多解读、勤更新。' } }],
    ['form.numbering', { chapters: { 6: '未收取信息处理费。\n2025年12月印发方案。\n12.5万人次访问。' } }],
    ['form.numbering', { chapters: { 1: '九是个吉利的数。全镇唯一是这里设了查阅点。' } }],
    ['citation.number', { chapters: { 6: '依照国办发〔2020〕109号办理。' } }],
    ['citation.number', { chapters: { 0: '依照国务院办公厅的格式编制，国办关于基层公开的要求同样适用。' } }],
    [
      'citation.regulation',
      { chapters: { 0: '依照《中华人民共和国政府信息公开条例》（以下简称《条例》）编制，《条例》另有规定的除外。' } },
    ],
    ['citation.regulation', { chapters: { 0: '依照《临江市政府信息公开条例》和《信息公开工作管理办法》编制。' } }],
    ['term.fee', { chapters: { 6: '根据信息处理费管理办法，没有收取政府信息公开信息处理费。' } }],
    ['fees.statement', { chapters: { 6: '全年办理申请没有收费。' } }],
    ['fees.magnitude', { figures: { 'proactive.fees': 30 }, chapters: { 1: '门票 30 元一张，主动公开、依申请、管理、平台、监督照常。' } }],
    ['supervision.results', { body: '云山县林业局', chapters: { 1: '主动公开照常。' } }],
    ['supervision.results', { body: '河东街道办事处', chapters: { 1: '主动公开照常。' } }],
    ['chapter.pairing', { chapters: { 5: '（一）主要问题\n1.解读少。\n2.更新慢。\n（二）改进情况\n1.多解读。\n2.勤更新。' } }],
    ['chapter.pairing', { chapters: { 5: '一年来仍有不足：一方面，解读少；另一方面，更新慢。今后，一方面，多解读；另一方面，勤更新。' } }],
    ['chapter.pairing', { chapters: { 5: '主要问题是公开形式单一，更新不及时。下一步将丰富形式，及时更新。' } }],
    ['form.period', { printed: { period: null }, chapters: { 0: '数据统计期限从2025年1月1日起到2025年12月31日止。' } }],
    ['form.title', { title: '云山县 2025 年度 政府信息公开工作 年度报告' }],
    ['form.chapter', { headings: { 4: '政府信息公开行政复议，行政诉讼情况', 1: ' 总体情况：' } }],
  ])('%s: %#', (rule, sketch) => {
    expect(find(rule, sketch)).toEqual([])
  })
})

describe('prose that does', () => {
  test.each<[RuleId, Sketch, string]>([
    ['form.numbering', { chapters: { 1: '一是发布。二是解读。四是回应。' } }, '四是'],
    ['form.numbering', { chapters: { 6: '（二）建议公开。\n（三）提案公开。' } }, '（二）'],
    ['citation.number', { chapters: { 0: '依照国办公开办函 [2021] 30 号编制。' } }, '国办公开办函 [2021] 30 号'],
    ['citation.number', { chapters: { 0: '依照年度报告格式的要求（国办函〔2021〕30号）编制。' } }, '国办函〔2021〕30号'],
    [
      'citation.number',
      { chapters: { 6: '依照国办发〔2020〕109号收取信息处理费，依照国办公开办函〔2020〕109号答复。' } },
      '国办发〔2020〕109号',
    ],
    ['citation.regulation', { chapters: { 0: '依照《中华人民共和国信息公开条例》编制。' } }, '《中华人民共和国信息公开条例》'],
    ['term.fee', { chapters: { 6: '没有收取政府信息公开处理费。' } }, '政府信息公开处理费'],
    ['form.period', { chapters: { 6: '以上数据统计期限为2024年1月1日至2024年12月31日，没有收费。' } }, '2024年1月1日至2024年12月31日'],
  ])('%s: %#', (rule, sketch, found) => {
    const report = draw(sketch)
    const finding = find(rule, sketch)[0]!
    expect(finding.found).toBe(found)
    // The quote stands in the report, at the column that is given.
    const line = report.chapters.flatMap((chapter) => chapter.lines).find((each) => each.at.line === finding.at?.line)!
    expect(line.text.slice(finding.at!.column! - 1)).toMatch(new RegExp(`^${finding.quote!.replace(/[[\]()]/g, '\\$&')}`))
  })
})

describe('names of one body', () => {
  test.each([
    ['柳溪镇人民政府', '云山县柳溪镇'],
    ['临江经济技术开发区管理委员会', '临江经开区管委会'],
    ['云山县人民政府', '云山县人民政府办公室'],
    ['云山县教育局', '云山县教育和体育局'],
    ['云山县人民政府', '云山县政府办'],
    ['柳溪镇 人民政府', '柳溪镇人民政府'],
  ])('%s and %s', (a, b) => {
    expect(sameBody(a, b)).toBe(true)
    expect(sameBody(b, a)).toBe(true)
  })

  test.each([
    ['柳溪镇人民政府', '松岭镇人民政府'],
    ['云山县教育局', '云山县水利局'],
    ['云山县教育局', '临江市教育局'],
  ])('but not %s and %s', (a, b) => expect(sameBody(a, b)).toBe(false))
})

test('Chinese numerals are read as they are written', () => {
  for (let number = 1; number < 100; number++) expect(numberOf(numeral(number))).toBe(number)
  for (const other of ['', '十十', '一二', '百', '3']) expect(numberOf(other)).toBeNaN()
})

test('a header lost in three blocks is one finding', () => {
  const lost = (row: string) => ({
    key: `proactive.${row}`,
    expected: '本年处理决定数量',
    printed: null,
    state: 'missing' as const,
    at: null,
  })
  expect(find('form.label', { printed: { labels: [lost('licensing'), lost('penalties'), lost('compulsoryMeasures')] } })).toHaveLength(1)
})

test('every sentence of these checks is whole', () => {
  for (const check of formChecks)
    for (const example of check.examples.fail)
      for (const finding of find(check.id, example.given, { ...(example.context?.level && { level: example.context.level }) })) {
        expect(sentence(finding)).toMatch(/[。？]$/)
        expect(sentence(finding, 'en')).toMatch(/[.?]$/)
      }
})

describe('gaps', () => {
  const note: CellNote = { state: 'blank', was: null, why: 'empty' }
  const blank = (keys: readonly string[]) => gapsOf(draw({ cells: Object.fromEntries(keys.map((key) => [key, note])) }), 'blank')

  test('every listed cell stands in exactly one gap', () => {
    const keys = cellKeys('2021')
    fc.assert(
      fc.property(fc.subarray([...keys]), (some) => {
        expect(
          blank(some)
            .flatMap((gap) => gap.cells)
            .sort(),
        ).toEqual([...some].sort())
      }),
      { numRuns: 100 },
    )
  })

  test('two rows and a column are three gaps', () => {
    const keys = cellKeys('2021').filter((key) => /^requests\.(?:granted|carriedOut)\.|^requests\..*\.total$/.test(key))
    expect(blank(keys).map((gap) => [gap.scope, gap.cells.length])).toEqual([
      ['row', 7],
      ['row', 7],
      ['column', 23],
    ])
  })

  test('are found in each state apart', () => {
    const report = draw({ cells: { 'proactive.fees': note, 'proactive.licensing': { state: 'missing', was: null, why: 'no-row' } } })
    expect(gapsOf(report, 'blank')).toEqual([{ scope: 'cell', cells: ['proactive.fees'] }])
    expect(gapsOf(report, 'missing')).toEqual([{ scope: 'cell', cells: ['proactive.licensing'] }])
    expect(gapsOf(report, 'repaired')).toEqual([])
  })
})

test('a report of another year is not taken for last year’s', () => {
  const lastYear = draw({ year: 2023, figures: { 'requests.carriedOut.total': 4, 'proactive.licensing': 900 } })
  expect(verify(draw({ chapters: { 5: '问题：解读少。措施：多解读。' } }), { lastYear }, formChecks)).toEqual([])
})

describe('whatever the report holds', () => {
  const figure = fc.oneof(
    fc.constant(null),
    fc.nat(500),
    fc.integer({ min: -9, max: 9 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  )
  const words = fc.string({
    unit: fc.constantFrom(
      ...'一二三是（）《》〔〕[]1230.、。；：，\n 年月日元万费件',
      '国办公开办函',
      '信息公开条例',
      '处理费',
      '问题',
      '下一步',
      '12月31日',
      '1月1日',
    ),
    maxLength: 60,
  })
  const line = fc.record({ text: words, at: fc.record({ line: fc.nat(99) }) })
  const note = fc.record({
    state: fc.constantFrom('blank', 'missing', 'repaired', 'doubtful'),
    was: fc.option(words),
    why: fc.constantFrom('empty', 'nil-mark', 'no-row', 'sign', 'not-a-number', 'unit-contradicts'),
  }) as fc.Arbitrary<CellNote>
  const key = fc.constantFrom(...cellKeys('2021'), 'requests.otherHandling.naturalPerson', 'proactive.procurement.amount', 'nowhere')
  const report: fc.Arbitrary<Report> = fc
    .record({
      title: fc.option(words),
      body: fc.option(fc.constantFrom('柳溪镇人民政府', '临江市人民政府', '云山县林业局', '', '开发区')),
      year: fc.option(fc.integer({ min: 2018, max: 2027 })),
      edition: fc.constantFrom('2021', '2019', null),
      figures: fc.dictionary(key, figure),
      cells: fc.dictionary(key, note),
      texts: fc.dictionary(fc.constantFrom('0', '1', '5', '6'), words),
      sources: fc.dictionary(key, line),
      labels: fc.array(
        fc.record({
          key: fc.constantFrom('requests.received', 'requests.*.total', 'proactive', 'challenges.*.upheld', ''),
          expected: words,
          printed: fc.option(words),
          state: fc.constantFrom('same', 'damaged', 'missing', 'moved', 'extra'),
          at: fc.option(fc.record({ line: fc.nat(99) })),
        }),
        { maxLength: 9 },
      ),
      metadata: fc.array(fc.record({ name: fc.constantFrom('发布机构', '发文日期'), value: words, at: fc.record({ line: fc.nat(9) }) }), {
        maxLength: 2,
      }),
      period: fc.option(fc.record({ from: words, to: words, text: words, at: fc.record({ line: fc.nat(9) }) })),
      signature: fc.option(fc.record({ name: fc.option(words), date: fc.option(words), at: fc.record({ line: fc.nat(9) }) })),
    })
    .map(({ texts, sources, labels, metadata, period, signature, ...head }) => ({
      ...head,
      chapters: Object.entries(texts).map(([number, text]) => ({
        number: Number(number),
        title: text.slice(0, 4),
        text,
        lines: text.split('\n').map((each, index): Line => ({ text: each, at: { line: index + 1, column: 1 } })),
        at: null,
      })),
      printed: { ...noPrint, kind: 'text' as const, sources, labels, metadata, period, signature },
    })) as fc.Arbitrary<Report>

  test('the checks do not throw and every finding can be said', () => {
    fc.assert(
      fc.property(report, fc.option(report), (given, lastYear) => {
        for (const finding of verify(given, { ...(lastYear ? { lastYear } : {}) }, formChecks)) {
          for (const language of ['zh-CN', 'en'] as const) expect(sentence(finding, language)).not.toMatch(/undefined|null|NaN|\[object/)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('the time for a hostile line grows with its length', () => {
    const timeOf = (unit: string, length: number) => {
      const text = unit.repeat(length / unit.length)
      const lines = text.split('\n').map((each, index) => ({ text: each, at: { line: index + 1, column: 1 } }))
      const chapters = [0, 1, 5, 6].map((number) => ({ number, title: '', text, lines, at: null }))
      let least = Number.POSITIVE_INFINITY
      for (let run = 0; run < 2; run++) {
        const long = { ...draw(), title: text, body: text, chapters }
        const start = performance.now()
        verify(long, {}, formChecks)
        least = Math.min(least, performance.now() - start)
      }
      return least
    }
    // Four times the text: a linear pass takes four times as long, a quadratic one sixteen.
    for (const unit of [
      '一是',
      '。 ',
      '（',
      '《信息公开',
      '国办',
      '1,',
      '处理费 ',
      '问题',
      '12月31日',
      '：\n',
      '\n（一） ',
      '检索、',
      '_',
      '次  ',
    ])
      expect(timeOf(unit, 320_000), unit).toBeLessThan(9 * Math.max(timeOf(unit, 80_000), 5))
  })
})
