/** What real publication does to cells, rows and columns (layouts.md §3 and part of §4); each keeps the truth beside the print. */
import type { CellKey } from '#report'
import type { Dice } from './dice.ts'
import { labelDamages } from './label-damages.ts'
import { type Figure, plain, type Row, type Sheet } from './sheet.ts'

export interface Damage {
  readonly name: string
  /** `cell` takes or changes numbers, `structure` moves rows and columns, `label` changes words only, `mistake` is the body's own. */
  readonly kind: 'cell' | 'structure' | 'label' | 'mistake'
  /** Changes the sheet in place: print and truth together. */
  readonly apply: (sheet: Sheet, dice: Dice) => void
}

const requestFigures = (sheet: Sheet) => sheet.requests.rows.flatMap((row) => row.figures)
const proactiveRows = (sheet: Sheet) => sheet.blocks.flatMap((block) => block.rows)
export const allFigures = (sheet: Sheet): Figure[] =>
  [...proactiveRows(sheet).flatMap((row) => row.figures), ...requestFigures(sheet), ...sheet.challenges.figures].filter(
    (figure) => figure.key !== null,
  )

const truthOf = (sheet: Sheet, figure: Figure) => sheet.truth[figure.key!]!
const isMoney = (key: CellKey | null) => key === 'proactive.fees' || key === 'proactive.procurement.amount'
const isChange = (key: CellKey | null) => key?.endsWith('.change') ?? false

/** The source shows nothing in the cell, or a mark that says nothing. */
function lose(sheet: Sheet, figure: Figure, mark = '') {
  figure.text = mark
  if (figure.key !== null) sheet.truth[figure.key] = { value: null, must: 'list' }
}

const loseAll = (sheet: Sheet, figures: readonly Figure[], mark = '') => {
  for (const figure of figures) lose(sheet, figure, mark)
}

/** A figure that still stands as printed, biased to those that are not 0. */
function standing(sheet: Sheet, { pick, chance }: Dice): Figure | null {
  const figures = allFigures(sheet).filter((figure) => truthOf(sheet, figure).must === 'nothing')
  const telling = figures.filter((figure) => truthOf(sheet, figure).value !== 0)
  if (figures.length === 0) return null
  return telling.length > 0 && chance(2, 3) ? pick(telling) : pick(figures)
}

const anyRow = (sheet: Sheet, { pick, chance }: Dice): Row => (chance(1, 4) ? pick(proactiveRows(sheet)) : pick(sheet.requests.rows))
const nilMarks = ['/', '—', '无', '-', '——', '\\']

const cellDamages: readonly Damage[] = [
  {
    name: 'blank cell',
    kind: 'cell',
    apply: (sheet, dice) => {
      const figures = dice.chance(3, 4) ? requestFigures(sheet) : allFigures(sheet)
      for (let times = 1 + dice.roll(2); times > 0; times--) lose(sheet, dice.pick(figures))
    },
  },
  { name: 'blank row', kind: 'cell', apply: (sheet, dice) => loseAll(sheet, anyRow(sheet, dice).figures) },
  {
    name: 'blank column',
    kind: 'cell',
    apply: (sheet, dice) => {
      const at = dice.roll(sheet.requests.columns.length)
      for (const row of sheet.requests.rows) if (row.figures[at]) lose(sheet, row.figures[at])
    },
  },
  {
    name: 'blank totals',
    kind: 'cell',
    apply: (sheet, { chance }) => {
      const few = chance(1, 2)
      for (const row of sheet.requests.rows) {
        const total = row.figures.find((figure) => figure.key?.endsWith('.total'))
        if (total && (!few || chance(1, 4))) lose(sheet, total)
      }
    },
  },
  {
    name: 'blank table',
    kind: 'cell',
    apply: (sheet, { roll }) => {
      const which = roll(4)
      if (which !== 1 && which !== 2)
        loseAll(
          sheet,
          proactiveRows(sheet).flatMap((row) => row.figures),
        )
      if (which !== 0 && which !== 2) loseAll(sheet, requestFigures(sheet))
      if (which !== 0 && which !== 1) loseAll(sheet, sheet.challenges.figures)
    },
  },
  {
    name: 'nil marks',
    kind: 'cell',
    apply: (sheet, dice) => {
      const mark = dice.pick(nilMarks)
      if (dice.chance(1, 3)) loseAll(sheet, anyRow(sheet, dice).figures, mark)
      else for (let times = 1 + dice.roll(3); times > 0; times--) lose(sheet, dice.pick(allFigures(sheet)), mark)
    },
  },
  {
    name: 'a unit in the cell',
    kind: 'cell',
    apply: (sheet, dice) => {
      const figure = standing(sheet, dice)
      if (figure === null) return
      if (figure.key === 'proactive.fees' && dice.chance(1, 2)) {
        figure.text += '元'
        truthOf(sheet, figure).must = 'doubtful'
      } else figure.text += isMoney(figure.key) ? '万元' : dice.pick(['条', '件', '项', '件次', ' 件'])
    },
  },
  {
    name: 'thousands commas',
    kind: 'cell',
    apply: (sheet, { pick }) => {
      const mark = pick([',', ',', '，'])
      for (const figure of allFigures(sheet))
        if (/^\d{4,}(\.|$)/.test(figure.text)) figure.text = figure.text.replace(/\B(?=(\d{3})+(?!\d)(\.|$))/g, mark)
    },
  },
  {
    name: 'a minus sign',
    kind: 'cell',
    apply: (sheet, dice) => {
      const figure = standing(sheet, dice)
      if (figure === null || isChange(figure.key) || !/^[1-9]\d*$/.test(figure.text)) return
      figure.text = `-${figure.text}`
      sheet.published[figure.key!] = -truthOf(sheet, figure).value!
      sheet.truth[figure.key!] = { value: sheet.published[figure.key!]!, must: 'doubtful' }
      sheet.mistaken = true
    },
  },
  {
    name: 'signed changes',
    kind: 'cell',
    apply: (sheet) => {
      for (const figure of allFigures(sheet)) if (isChange(figure.key) && /^[1-9]/.test(figure.text)) figure.text = `+${figure.text}`
    },
  },
  {
    name: 'full-width digits',
    kind: 'cell',
    apply: (sheet, dice) => {
      const whole = dice.chance(1, 3)
      for (const figure of whole ? allFigures(sheet) : [standing(sheet, dice)])
        if (figure) figure.text = figure.text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    },
  },
  {
    name: 'six decimals',
    kind: 'cell',
    apply: (sheet, { roll }) => {
      for (const figure of allFigures(sheet)) {
        if (!isMoney(figure.key) || !/^[\d.]+$/.test(figure.text)) continue
        const millionths = 1 + roll(1_900_000_000)
        sheet.truth[figure.key!] = { value: millionths / 1_000_000, must: 'nothing' }
        sheet.published[figure.key!] = millionths / 1_000_000
        figure.text = (millionths / 1_000_000).toFixed(6)
      }
    },
  },
  {
    name: 'money with its noughts',
    kind: 'cell',
    apply: (sheet, { pick }) => {
      const decimals = pick([1, 2, 4])
      for (const figure of allFigures(sheet))
        if (
          isMoney(figure.key) &&
          /^\d+(\.\d+)?$/.test(figure.text) &&
          Number(Number(figure.text).toFixed(decimals)) === Number(figure.text)
        )
          figure.text = Number(figure.text).toFixed(decimals)
    },
  },
  {
    name: 'spaces around numbers',
    kind: 'cell',
    apply: (sheet, { pick, chance }) => {
      for (const figure of allFigures(sheet))
        if (figure.text !== '' && chance(1, 6)) figure.text = pick([' #', '# ', '　#', '#　', ' #']).replace('#', figure.text)
    },
  },
  {
    name: 'numbers first, blanks at the end of the row',
    kind: 'cell',
    apply: (sheet, dice) => {
      const row = dice.pick(sheet.requests.rows)
      const kept = 1 + dice.roll(Math.min(5, row.figures.length))
      while (row.figures.filter((figure) => figure.text !== '').length > kept)
        lose(sheet, dice.pick(row.figures.filter((figure) => figure.text !== '')))
      row.figures = [...row.figures.filter((figure) => figure.text !== ''), ...row.figures.filter((figure) => figure.text === '')]
    },
  },
]

const structureDamages: readonly Damage[] = [
  {
    name: 'a lost column',
    kind: 'structure',
    apply: (sheet, { roll }) => {
      const at = roll(sheet.requests.columns.length)
      const [gone] = sheet.requests.columns.splice(at, 1)
      for (const row of sheet.requests.rows) {
        for (const figure of row.figures) if (figure.key?.endsWith(`.${gone!.key}`)) lose(sheet, figure)
        row.figures = row.figures.filter((figure) => !figure.key?.endsWith(`.${gone!.key}`))
      }
    },
  },
  {
    name: 'an empty column at the right',
    kind: 'structure',
    apply: (sheet) => {
      for (const row of sheet.requests.rows) row.figures.push({ key: null, text: '' })
    },
  },
  {
    name: 'a stray empty cell among the fifteen',
    kind: 'structure',
    apply: (sheet, { roll }) => {
      sheet.challenges.figures.splice(1 + roll(14), 0, { key: null, text: '' })
    },
  },
  {
    name: 'a missing row',
    kind: 'structure',
    apply: (sheet, dice) => {
      const rows = dice.chance(1, 4) ? dice.pick(sheet.blocks).rows : sheet.requests.rows
      if (rows.length < 2) return
      const [gone] = rows.splice(dice.roll(rows.length), 1)
      loseAll(sheet, gone!.figures)
    },
  },
  {
    name: 'two rows swapped with their labels',
    kind: 'structure',
    apply: (sheet, { roll }) => {
      const { rows } = sheet.requests
      const at = roll(rows.length - 1)
      const [one, other] = [rows[at]!, rows[at + 1]!]
      if (one.group !== other.group || one.underResults !== other.underResults) return
      rows.splice(at, 2, other, one)
    },
  },
  {
    name: 'a row printed twice',
    kind: 'structure',
    apply: (sheet, { roll, chance }) => {
      const { rows } = sheet.requests
      const at = roll(rows.length)
      const copy: Row = { ...rows[at]!, figures: rows[at]!.figures.map((figure) => ({ key: null, text: figure.text })) }
      if (chance(1, 3)) {
        const place = roll(copy.figures.length)
        const [first, second] = [rows[at]!.figures[place]!, copy.figures[place]!]
        if (/^\d+$/.test(first.text) && first.key !== null) {
          second.text = `${Number(first.text) + 1 + roll(9)}`
          truthOf(sheet, first).must = 'list'
        }
      }
      rows.splice(at + 1, 0, copy)
    },
  },
  {
    name: 'an extra row in table two',
    kind: 'structure',
    apply: (sheet, { pick, roll, chance }) => {
      const block = pick(sheet.blocks)
      const label = pick(['其他主动公开文件', '其他文件', '政策解读材料', '其他事项'])
      const figures = block.headers.map((): Figure => ({ key: null, text: `${chance(1, 2) ? 0 : roll(80)}` }))
      block.rows.push({ id: 'extra', label, group: null, underResults: false, figures })
    },
  },
]

/** The body's own errors: they stand in the source and are the truth. */
const mistakes: readonly Damage[] = [
  {
    name: "the body's own wrong number",
    kind: 'mistake',
    apply: (sheet, dice) => {
      const figure = dice.pick([...requestFigures(sheet), ...sheet.challenges.figures])
      if (figure.key === null || !/^\d+$/.test(figure.text)) return
      const value = truthOf(sheet, figure).value! + dice.pick([1, 1, 2, 10, 100])
      figure.text = plain(value)
      sheet.truth[figure.key] = { value, must: 'nothing' }
      sheet.published[figure.key] = value
      sheet.mistaken = true
    },
  },
  {
    name: 'totals of table four left at 0',
    kind: 'mistake',
    apply: (sheet) => {
      for (const figure of sheet.challenges.figures) {
        if (!figure.key?.endsWith('.total') || !/^[1-9]\d*$/.test(figure.text)) continue
        figure.text = '0'
        sheet.truth[figure.key] = { value: 0, must: 'nothing' }
        sheet.published[figure.key] = 0
        sheet.mistaken = true
      }
    },
  },
]

export const damages: readonly Damage[] = [...cellDamages, ...structureDamages, ...mistakes, ...labelDamages]
