import { expect, test } from 'vitest'
import { type CellNote, draw, type Finding } from '#report'
import { count, framesOf, listed, proofsOf, show } from './cells.ts'

const blank: CellNote = { state: 'blank', was: '', why: 'empty' }
const mended: CellNote = { state: 'repaired', was: null, why: 'closes-identities' }
const row = (key: string, figures: readonly (number | null)[]) =>
  Object.fromEntries(
    ['naturalPerson', 'enterprise', 'research', 'socialOrganization', 'legalService', 'other', 'total'].map((column, at) => [
      `requests.${key}.${column}`,
      figures[at]!,
    ]),
  )

const report = draw({
  figures: {
    ...row('received', [9, 1, 0, 0, 0, 0, 10]),
    ...row('granted', [6, 1, 0, 0, 0, 0, 7]),
    ...row('unableNotHeld', [3, 0, 0, 0, 0, 0, 3]),
    ...row('concluded', [9, 1, 0, 0, 0, 0, 11]),
    ...row('carriedOut', [null, null, null, null, null, null, null]),
  },
  cells: {
    'requests.unableNotHeld.naturalPerson': mended,
    ...Object.fromEntries(Object.keys(row('carriedOut', [])).map((key) => [key, blank])),
  },
})

const finding = (rule: Finding['rule'], severity: Finding['severity'], cells: string[]): Finding => ({
  rule,
  severity,
  cells,
  found: null,
  expected: null,
  say: '',
  values: {},
  at: null,
})

test('a mended cell is proved across and down', () => {
  const proofs = proofsOf(report, 'requests.unableNotHeld.naturalPerson')
  expect(proofs.map(({ rule, verdict }) => [rule, verdict.says])).toEqual([
    ['requests.row-sum', 'holds'],
    ['requests.outcome-sum', 'holds'],
  ])
})

test('a total that does not add up tells both sides and the difference', () => {
  const [across] = proofsOf(report, 'requests.concluded.total')
  expect(across!.verdict).toEqual({ says: 'differs', left: 10, right: 11, by: 1 })
})

test('an unknown cell proves nothing and is named', () => {
  const balance = proofsOf(report, 'requests.received.naturalPerson').find(({ rule }) => rule === 'requests.balance')
  expect(balance!.verdict).toEqual({ says: 'unknown', cells: ['requests.carriedOut.naturalPerson'] })
})

test('cells are counted by state, findings by severity', () => {
  const counts = count(report, [finding('requests.row-sum', 'error', []), finding('prose.sum', 'warning', [])])
  expect(counts).toEqual({ given: 192, repaired: 1, blank: 7, doubtful: 0, missing: 0, error: 1, warning: 1, info: 0 })
})

test('cells of one row and state are listed together', () => {
  expect(listed(report).map(({ state, keys }) => [state, keys.length])).toEqual([
    ['repaired', 1],
    ['blank', 7],
  ])
})

test('the severest finding frames a cell; a blank cell speaks for itself', () => {
  const frames = framesOf([
    finding('prose.table', 'warning', ['a', 'b']),
    finding('requests.row-sum', 'error', ['a']),
    finding('prose.share', 'warning', ['a']),
    finding('cell.blank', 'error', ['c']),
    finding('prose.length', 'info', ['d']),
  ])
  expect([...frames]).toEqual([
    ['a', { severity: 'error', first: true }],
    ['b', { severity: 'warning', first: false }],
  ])
})

test('figures have thousands commas, money its decimals', () => {
  expect([show(21406), show(2184.35), show(0.000001), show(0), show(null)]).toEqual(['21,406', '2,184.35', '0.000001', '0', ''])
})
