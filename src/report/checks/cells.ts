import type { Check } from '../check.ts'
import type { Finding, RuleId } from '../findings.ts'
import { cellKeys, otherHandlingKeys } from '../forms/index.ts'
import type { CellKey, CellNote, CellState, Report } from '../model.ts'
import { gapsOf } from './gaps.ts'
import { exact } from './requests.ts'
import { placeOf } from './search.ts'
import { quantityOf, source } from './units.ts'

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

/** The finding on one cell, at its own text. */
function onCell(report: Report, rule: RuleId, key: CellKey, say: string, expected: number | null): Finding {
  const printed = report.printed.sources[key]
  return {
    rule,
    severity: 'error',
    cells: [key],
    found: printed?.text.trim() ?? report.cells[key]?.was ?? report.figures[key]!,
    expected,
    say,
    values: {},
    at: placeOf(report, key),
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

/** The reader gives no fraction as a count: it notes what was printed, unless the sums have told the figure since. */
function printsFraction(report: Report, key: CellKey): boolean {
  const note = report.cells[key]
  return note?.why === 'decimal' || (note?.state === 'repaired' && /^\d+\.\d+$/.test(note.was?.trim() ?? ''))
}

/** An amount of more than six decimals, rounded to six; null where it has no more. */
function roundedAmount(report: Report, key: CellKey): number | null {
  const figure = report.figures[key]
  if (figure != null) return Math.abs(figure - exact(figure)) > 1e-9 ? exact(figure) : null
  const text = report.printed.sources[key]?.text.normalize('NFKC').trim() ?? ''
  return /^\d{1,15}\.\d{7,}$/.test(text) ? exact(Number(text)) : null
}

export const cellDecimal: Check = {
  id: 'cell.decimal',
  severity: 'error',
  source: form,
  rule: { 'zh-CN': '件数只能是整数；金额最多六位小数。', en: 'Counts are whole numbers; amounts have at most six decimals.' },
  find: (report) => {
    const findings: Finding[] = []
    for (const key in report.figures) {
      if (quantityOf(report, key) === 'money') {
        const rounded = roundedAmount(report, key)
        if (rounded !== null) findings.push(onCell(report, 'cell.decimal', key, 'cell.decimal.money', rounded))
      } else if (printsFraction(report, key)) findings.push(onCell(report, 'cell.decimal', key, 'cell.decimal', null))
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
        shows: 'half a decision, whose figure nobody can know',
        given: {
          figures: { 'proactive.licensing': null },
          cells: { 'proactive.licensing': { state: 'doubtful', was: '35.5', why: 'decimal' } },
          ...source('proactive.licensing', '35.5'),
        },
        finds: { found: '35.5', expected: null, at: { line: 40, column: 1 } },
      },
      {
        shows: 'a whole number printed with a decimal',
        given: {
          figures: { 'proactive.licensing': 12 },
          cells: { 'proactive.licensing': { state: 'doubtful', was: '12.0', why: 'decimal' } },
          ...source('proactive.licensing', '12.0'),
        },
        finds: { found: '12.0', expected: null },
      },
      {
        shows: 'a fraction the sums have put right',
        given: {
          figures: { 'requests.received.naturalPerson': 3, 'requests.received.total': 3 },
          cells: { 'requests.received.total': { state: 'repaired', was: '3.5', why: 'closes-identities' } },
          ...source('requests.received.total', '3.5'),
        },
        finds: { found: '3.5', cells: ['requests.received.total'] },
      },
      {
        shows: 'a fee below a fen',
        given: { figures: { 'proactive.fees': 0.12345678 } },
        finds: { say: 'cell.decimal.money', found: 0.12345678, expected: 0.123457 },
      },
      {
        shows: 'an amount too long to be read as printed',
        given: {
          figures: { 'proactive.fees': null },
          cells: { 'proactive.fees': { state: 'doubtful', was: '1.23456789', why: 'not-a-number' } },
          ...source('proactive.fees', '1.23456789'),
        },
        finds: { say: 'cell.decimal.money', found: '1.23456789', expected: 1.234568 },
      },
    ],
  },
}
