import type { Check } from '../check.ts'
import type { Finding, RuleId } from '../findings.ts'
import { cellKeys, forms, otherHandlingKeys, proactiveKey, type Quantity } from '../forms/index.ts'
import type { CellKey, CellNote, CellState, Edition, Line, Report } from '../model.ts'
import { gapsOf } from './gaps.ts'
import { exact } from './requests.ts'
import { placeIn, placeOf } from './search.ts'

const form = '国办公开办函〔2021〕30号'

/** What the source shows in the cells of a gap, if it shows the same in each: the nil mark. */
function gapFindings(report: Report, rule: 'cell.blank' | 'cell.missing', state: CellState): Finding[] {
  return gapsOf(report, state).map(({ scope, cells }) => {
    const marks = new Set(cells.map((key) => report.cells[key]!.was?.trim() ?? ''))
    const mark = marks.size === 1 ? [...marks][0]! : ''
    return {
      rule,
      severity: 'error',
      cells,
      found: mark === '' ? null : mark,
      expected: null,
      say: `${rule}.${scope}`,
      values: { count: cells.length, mark },
      at: cells.reduce<Finding['at']>((at, key) => at ?? placeOf(report, key), null),
    }
  })
}

/** A sketch in which the cells that fit are unknown, with the same note. */
const without = (fits: (key: CellKey) => boolean, note: CellNote) => {
  const keys = cellKeys('2021').filter(fits)
  return {
    figures: Object.fromEntries(keys.map((cell) => [cell, null])),
    cells: Object.fromEntries(keys.map((cell) => [cell, note])),
  }
}
const row = (key: string, note: CellNote) => without((cell) => cell.startsWith(key), note)
const column = (key: string, note: CellNote) => without((cell) => cell.startsWith('requests.') && cell.endsWith(`.${key}`), note)
/** Every fifth cell of table 三, so that no row and no column is whole. */
const everyFifth = (note: CellNote) => {
  const keys = cellKeys('2021').filter((cell) => cell.startsWith('requests.'))
  return without((cell) => keys.indexOf(cell) % 5 === 2, note)
}
/** The natural persons of three rows: a part of a column. */
const threeRows = (note: CellNote) => without((cell) => /^requests\.(?:received|granted|concluded)\.naturalPerson$/.test(cell), note)

const blank = { state: 'blank', was: null, why: 'empty' } as const
const missing = { state: 'missing', was: null, why: 'no-row' } as const

export const cellBlank: Check = {
  id: 'cell.blank',
  severity: 'error',
  source: `${form}，填表要求：没有发生填 0`,
  rule: {
    'zh-CN': '每一格都要填数，没有发生填 0，不留空，不写“/”“无”。',
    en: 'Every cell holds a figure: 0 where nothing happened, never blank or a nil mark.',
  },
  find: (report) => gapFindings(report, 'cell.blank', 'blank'),
  examples: {
    pass: [
      { shows: 'zeros in every cell', given: {} },
      {
        shows: 'a repaired cell',
        given: { cells: { 'requests.received.total': { state: 'repaired', was: null, why: 'closes-identities' } } },
      },
    ],
    fail: [
      {
        shows: 'a row left blank is one finding',
        given: row('requests.carriedOut.', blank),
        finds: { say: 'cell.blank.row', found: null, cells: cellKeys('2021').filter((key) => key.startsWith('requests.carriedOut.')) },
      },
      {
        shows: 'a nil mark in one cell',
        given: {
          figures: { 'proactive.fees': null },
          cells: { 'proactive.fees': { state: 'blank', was: '/', why: 'nil-mark' } },
          printed: { sources: { 'proactive.fees': { text: '/', at: { line: 30, column: 9 } } } },
        },
        finds: { say: 'cell.blank.cell', found: '/', at: { line: 30, column: 9 } },
      },
      { shows: 'table 四 blank', given: row('challenges.', blank), finds: { say: 'cell.blank.table', values: { count: 15, mark: '' } } },
      {
        shows: 'three cells of a row',
        given: {
          figures: { 'requests.granted.enterprise': null, 'requests.granted.research': null, 'requests.granted.other': null },
          cells: { 'requests.granted.enterprise': blank, 'requests.granted.research': blank, 'requests.granted.other': blank },
        },
        finds: { say: 'cell.blank.part-of-row', values: { count: 3, mark: '' } },
      },
      { shows: 'everything blank', given: row('', blank), finds: { say: 'cell.blank.report', values: { count: 200, mark: '' } } },
      { shows: 'a column blank', given: column('total', blank), finds: { say: 'cell.blank.column', values: { count: 25, mark: '' } } },
      {
        shows: 'a part of a column, with nil marks',
        given: threeRows({ state: 'blank', was: '—', why: 'nil-mark' }),
        finds: { say: 'cell.blank.part-of-column', found: '—', values: { count: 3, mark: '—' } },
      },
      {
        shows: 'blanks all over the table are one finding',
        given: everyFifth(blank),
        finds: { say: 'cell.blank.scattered', values: { count: 35, mark: '' } },
      },
    ],
  },
}

export const cellMissing: Check = {
  id: 'cell.missing',
  severity: 'error',
  source: form,
  rule: {
    'zh-CN': '三张表的每一行、每一列都在，不删不并。',
    en: 'Every row and column of the three tables is there; none is left out or merged.',
  },
  find: (report) => gapFindings(report, 'cell.missing', 'missing'),
  examples: {
    pass: [{ shows: 'all cells', given: {} }],
    fail: [
      {
        shows: 'no tables at all',
        given: { ...row('', { ...missing, why: 'no-table' }), edition: null },
        finds: { say: 'cell.missing.report' },
      },
      { shows: 'a row left out', given: row('requests.carriedOut.', missing), finds: { say: 'cell.missing.row' } },
      {
        shows: 'the natural persons left out',
        given: column('naturalPerson', missing),
        finds: { say: 'cell.missing.column', values: { count: 25, mark: '' } },
      },
      { shows: 'table 四 left out', given: row('challenges.', { ...missing, why: 'no-table' }), finds: { say: 'cell.missing.table' } },
      { shows: 'the row of fees left out', given: row('proactive.fees', missing), finds: { say: 'cell.missing.cell' } },
      {
        shows: 'a row cut off',
        given: without((cell) => /^requests\.carriedOut\.(?:legalService|other|total)$/.test(cell), { ...missing, why: 'cut-off' }),
        finds: { say: 'cell.missing.part-of-row' },
      },
      { shows: 'a part of a column', given: threeRows(missing), finds: { say: 'cell.missing.part-of-column' } },
      { shows: 'gaps all over the table', given: everyFifth(missing), finds: { say: 'cell.missing.scattered' } },
      {
        shows: '（六）其他处理 merged into one row',
        given: {
          figures: {
            ...Object.fromEntries(otherHandlingKeys.map((key) => [key, 0])),
            ...row('requests.otherNotCorrected.', missing).figures,
            ...row('requests.otherUnpaid.', missing).figures,
            ...row('requests.otherOther.', missing).figures,
          },
          cells: {
            ...row('requests.otherNotCorrected.', missing).cells,
            ...row('requests.otherUnpaid.', missing).cells,
            ...row('requests.otherOther.', missing).cells,
          },
        },
        finds: { say: 'cell.missing.other-handling', values: { count: 21, mark: '' } },
      },
    ],
  },
}

const quantities: Record<Edition, ReadonlyMap<CellKey, Quantity>> = { '2021': quantitiesOf('2021'), '2019': quantitiesOf('2019') }

function quantitiesOf(edition: Edition): ReadonlyMap<CellKey, Quantity> {
  const rows = forms[edition].proactive.flatMap((block) => block.rows)
  return new Map(rows.flatMap((line) => line.fields.map((field) => [proactiveKey(line, field), field.quantity] as const)))
}

/** What a cell counts; every cell of tables 三 and 四 counts cases. */
const quantityOf = (report: Report, key: CellKey): Quantity => quantities[report.edition ?? '2021'].get(key) ?? 'count'

const plain = /^\d+(?:\.\d+)?$/
const printedNumber = /^([^\d+-]*)([+-]?)(\d[\d,]*(?: +\d[\d,]*)*(?:\.\d+)?)(.*)$/s

/** What stands in a cell beside its digits, with the number itself as it should be written. */
interface Dressing {
  readonly kind: 'yuan' | 'unit' | 'comma' | 'space' | 'text' | 'amount'
  readonly extra: string
  readonly expected: string | null
}

/** Null where the cell is a plain number, or where what it prints is told by another rule. */
function dressingOf(report: Report, key: CellKey, source: Line): Dressing | null {
  const text = source.text.trim()
  if (text === '' || plain.test(text)) return null
  const note = report.cells[key]
  if (note !== undefined && !readAsPrinted.has(note.why)) return null
  const figure = report.figures[key]
  const match = printedNumber.exec(text.normalize('NFKC').replaceAll('−', '-').replaceAll('–', '-'))
  if (!match || figure == null) return note?.why === 'not-a-number' ? { kind: 'text', extra: text, expected: null } : null
  const [, before, , digits, after] = match as unknown as [string, string, string, string, string]
  if (/\d/.test(after)) return null
  const extra = (before + after).trim()
  const number = digits.replace(/[ ,]/g, '')
  if (extra !== '') {
    const money = quantityOf(report, key) === 'money'
    if (money && key !== 'proactive.fees' && /^[万亿]?元$/.test(extra)) return { kind: 'amount', extra, expected: number }
    if (money && extra === '元') return { kind: 'yuan', extra, expected: String(exact(Number(number) / 10000)) }
    return { kind: 'unit', extra, expected: number }
  }
  if (digits.includes(',')) return { kind: 'comma', extra: ',', expected: number }
  return digits.includes(' ') ? { kind: 'space', extra: ' ', expected: number } : null
}

/** Notes under which the cell's own text is still the cell's own text. */
const readAsPrinted: ReadonlySet<string> = new Set(['unit-contradicts', 'sign', 'decimal', 'not-a-number', 'twice'])

/** More cells than this with the same fault are one finding. */
const many = 6

function unitFindings(report: Report): Finding[] {
  const groups = new Map<string, { dressing: Dressing; cells: CellKey[] }>()
  for (const key in report.printed.sources) {
    const dressing = dressingOf(report, key, report.printed.sources[key]!)
    if (dressing === null) continue
    const name = `${dressing.kind} ${dressing.extra}`
    const group = groups.get(name)
    if (group) group.cells.push(key)
    else groups.set(name, { dressing, cells: [key] })
  }
  return [...groups.values()].flatMap(({ dressing, cells }) => {
    const one = (key: CellKey): Finding => {
      const source = report.printed.sources[key]!
      return {
        rule: 'cell.unit',
        severity: dressing.kind === 'amount' ? 'info' : 'error',
        cells: [key],
        found: source.text.trim(),
        expected: cells.length === 1 ? dressing.expected : dressingOf(report, key, source)!.expected,
        say: `cell.unit.${dressing.kind}`,
        values: { unit: dressing.extra },
        at: source.at,
        quote: source.text,
      }
    }
    if (cells.length <= many) return cells.map(one)
    const { quote: _, ...first } = one(cells[0]!)
    return [{ ...first, cells, say: 'cell.unit.many', values: { unit: dressing.extra, count: cells.length } }]
  })
}

const source = (key: CellKey, text: string, line = 40) => ({ printed: { sources: { [key]: { text, at: { line, column: 1 } } } } })

export const cellUnit: Check = {
  id: 'cell.unit',
  severity: 'error',
  source: `${form}，表头已写明单位`,
  rule: {
    'zh-CN': '格子里只写数字，不带单位、逗号和空格；收费按万元填。',
    en: 'A cell holds digits only: no unit, comma or space; fees are in 万元.',
  },
  find: unitFindings,
  examples: {
    pass: [
      { shows: 'a plain number', given: { figures: { 'proactive.licensing': 84 }, ...source('proactive.licensing', '84 ') } },
      { shows: 'a decimal fee', given: { figures: { 'proactive.fees': 3.25 }, ...source('proactive.fees', '3.25') } },
      {
        shows: 'a signed change',
        given: { edition: '2019', figures: { 'proactive.licensing.change': 3 }, ...source('proactive.licensing.change', '+3') },
      },
    ],
    fail: [
      {
        shows: 'a unit in the cell',
        given: { figures: { 'proactive.licensing': 84 }, ...source('proactive.licensing', '84件') },
        finds: { say: 'cell.unit.unit', found: '84件', expected: '84', values: { unit: '件' } },
      },
      {
        shows: 'a thousands comma',
        given: { figures: { 'proactive.penalties': 1250 }, ...source('proactive.penalties', '1,250') },
        finds: { say: 'cell.unit.comma', expected: '1250' },
      },
      {
        shows: 'a space inside the number',
        given: { figures: { 'proactive.penalties': 12 }, ...source('proactive.penalties', '1 2') },
        finds: { say: 'cell.unit.space', expected: '12' },
      },
      {
        shows: '元 under 万元',
        given: {
          figures: { 'proactive.fees': 4500 },
          cells: { 'proactive.fees': { state: 'doubtful', was: '4500元', why: 'unit-contradicts' } },
          ...source('proactive.fees', '4500元'),
        },
        finds: { say: 'cell.unit.yuan', found: '4500元', expected: '0.45' },
      },
      {
        shows: 'a word in the place of a number',
        given: {
          figures: { 'proactive.licensing': null },
          cells: { 'proactive.licensing': { state: 'doubtful', was: '若干', why: 'not-a-number' } },
          ...source('proactive.licensing', '若干'),
        },
        finds: { say: 'cell.unit.text', found: '若干' },
      },
      {
        shows: 'a unit in many cells is one finding',
        given: {
          printed: {
            sources: Object.fromEntries(
              cellKeys('2021')
                .filter((key) => key.startsWith('challenges.'))
                .map((key) => [key, { text: '0件', at: { line: 90, column: 1 } }]),
            ),
          },
        },
        finds: { say: 'cell.unit.many', values: { unit: '件', count: 15 } },
      },
      {
        shows: 'an amount that carries its unit',
        given: {
          edition: '2019',
          figures: { 'proactive.procurement.amount': 12.5 },
          ...source('proactive.procurement.amount', '12.5万元'),
        },
        finds: { say: 'cell.unit.amount', severity: 'info' },
      },
    ],
  },
}

/** The finding on one cell, at its own text. */
function onCell(report: Report, rule: RuleId, key: CellKey, say: string, expected: number | null): Finding {
  const printed = report.printed.sources[key]
  return {
    rule,
    severity: 'error',
    cells: [key],
    found: printed?.text.trim() ?? report.figures[key]!,
    expected,
    say,
    values: {},
    at: printed ? placeIn(printed, 0) : placeOf(report, key),
    ...(printed ? { quote: printed.text } : {}),
  }
}

export const cellSign: Check = {
  id: 'cell.sign',
  severity: 'error',
  source: `${form}；国办公开办函〔2019〕60号：只有“本年增/减”可带正负号`,
  rule: { 'zh-CN': '除 2019 年格式的“本年增/减”外，数字不带正负号。', en: 'No figure carries a sign, except 本年增/减 of the 2019 form.' },
  find: (report) => {
    const findings: Finding[] = []
    for (const key in report.figures) {
      const figure = report.figures[key]
      if (figure == null || quantityOf(report, key) === 'change') continue
      if (figure < 0) findings.push(onCell(report, 'cell.sign', key, 'cell.sign', null))
      else if (figure > 0 && /^[+＋]/.test(report.printed.sources[key]?.text.trim() ?? ''))
        findings.push(onCell(report, 'cell.sign', key, 'cell.sign.plus', figure))
    }
    return findings
  },
  examples: {
    pass: [
      { shows: 'a change may be negative', given: { edition: '2019', figures: { 'proactive.licensing.change': -3 } } },
      { shows: 'no signs', given: { figures: { 'proactive.licensing': 3 } } },
    ],
    fail: [
      {
        shows: 'a negative count',
        given: {
          figures: { 'proactive.licensing': -3 },
          cells: { 'proactive.licensing': { state: 'doubtful', was: '-3', why: 'sign' } },
          ...source('proactive.licensing', '-3'),
        },
        finds: { say: 'cell.sign', found: '-3', expected: null },
      },
      {
        shows: 'a plus sign',
        given: { figures: { 'proactive.licensing': 3 }, ...source('proactive.licensing', '+3') },
        finds: { say: 'cell.sign.plus', found: '+3', expected: 3 },
      },
    ],
  },
}

export const cellDecimal: Check = {
  id: 'cell.decimal',
  severity: 'error',
  source: form,
  rule: { 'zh-CN': '件数只能是整数；金额最多六位小数。', en: 'Counts are whole numbers; amounts have at most six decimals.' },
  find: (report) => {
    const findings: Finding[] = []
    for (const key in report.figures) {
      const figure = report.figures[key]
      if (figure == null || Number.isInteger(figure)) continue
      if (quantityOf(report, key) !== 'money') findings.push(onCell(report, 'cell.decimal', key, 'cell.decimal', null))
      else if (Math.abs(figure - exact(figure)) > 1e-9)
        findings.push(onCell(report, 'cell.decimal', key, 'cell.decimal.money', exact(figure)))
    }
    return findings
  },
  examples: {
    pass: [
      { shows: 'a fee with decimals', given: { figures: { 'proactive.fees': 0.123456 } } },
      { shows: 'whole counts', given: { figures: { 'proactive.licensing': 12 } } },
    ],
    fail: [
      {
        shows: 'half a decision',
        given: {
          figures: { 'proactive.licensing': 3.5 },
          cells: { 'proactive.licensing': { state: 'doubtful', was: '3.5', why: 'decimal' } },
          ...source('proactive.licensing', '3.5'),
        },
        finds: { found: '3.5', expected: null, at: { line: 40, column: 1 } },
      },
      {
        shows: 'a fee below a fen',
        given: { figures: { 'proactive.fees': 0.12345678 } },
        finds: { say: 'cell.decimal.money', expected: 0.123457 },
      },
    ],
  },
}
