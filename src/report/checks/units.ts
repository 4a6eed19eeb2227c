import type { Check } from '../check.ts'
import type { Finding } from '../findings.ts'
import { cellKeys, forms, proactiveKey, type Quantity } from '../forms/index.ts'
import type { CellKey, Edition, Line, Report } from '../model.ts'
import { exact } from './requests.ts'

const form = '国办公开办函〔2021〕30号'

const quantities: Record<Edition, ReadonlyMap<CellKey, Quantity>> = { '2021': quantitiesOf('2021'), '2019': quantitiesOf('2019') }

function quantitiesOf(edition: Edition): ReadonlyMap<CellKey, Quantity> {
  const rows = forms[edition].proactive.flatMap((block) => block.rows)
  return new Map(rows.flatMap((line) => line.fields.map((field) => [proactiveKey(line, field), field.quantity] as const)))
}

/** What a cell counts; every cell of tables 三 and 四 counts cases. */
export const quantityOf = (report: Report, key: CellKey): Quantity => quantities[report.edition ?? '2021'].get(key) ?? 'count'

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

/** What the source prints in a cell, for the examples. */
export const source = (key: CellKey, text: string, line = 40) => ({ printed: { sources: { [key]: { text, at: { line, column: 1 } } } } })

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
