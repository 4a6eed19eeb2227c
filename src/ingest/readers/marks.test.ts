import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addWords, type Dress, nothing, textInCell } from './marks.ts'

type Piece = readonly [words: string, dress: Dress, gap?: string]
const read = (...pieces: readonly Piece[]): { prose: string; cell: string } => {
  const text = nothing()
  for (const [words, dress, gap] of pieces) addWords(text, words, dress, gap)
  return { prose: text.text, cell: textInCell(text) }
}

describe('marks', () => {
  test.each<[string, Piece[], string, string]>([
    [
      'plain',
      [
        ['318', ''],
        ['件', '', ' '],
      ],
      '318 件',
      '318 件',
    ],
    [
      'a note behind a number',
      [
        ['318', ''],
        ['1', '^'],
      ],
      '318^1',
      '318^1',
    ],
    [
      'a note before a number',
      [
        ['1', '^'],
        ['318', ''],
      ],
      '1 318',
      '^1 318',
    ],
    [
      'a note between digits',
      [
        ['31', ''],
        ['1', '_'],
        ['8', ''],
      ],
      '31_1 8',
      '31_1 8',
    ],
    [
      'a note behind words',
      [
        ['年报', ''],
        ['1', '^'],
      ],
      '年报1',
      '年报^1',
    ],
    [
      'a unit',
      [
        ['45', ''],
        ['m', ''],
        ['2', '^'],
        ['的', ''],
      ],
      '45m2的',
      '45m^2的',
    ],
    [
      'a raised unit',
      [
        ['45', ''],
        ['元', '^'],
      ],
      '45元',
      '45元',
    ],
    [
      'struck out before',
      [
        ['381', '~'],
        ['318', ''],
      ],
      '318',
      '~381~318',
    ],
    [
      'struck out behind',
      [
        ['318', ''],
        ['381', '~'],
      ],
      '318',
      '318~381~',
    ],
    [
      'struck out in pieces',
      [
        ['3', '~'],
        ['81', '~'],
        ['条', '', ' '],
      ],
      '条',
      '~381~ 条',
    ],
    [
      'struck out words between spaces',
      [
        ['甲', ''],
        ['乙', '~', ' '],
        ['丙', '', ' '],
      ],
      '甲 丙',
      '甲 ~乙~ 丙',
    ],
    [
      'a struck space',
      [
        ['318', ''],
        [' ', '~'],
      ],
      '318 ',
      '318 ',
    ],
  ])('%s', (_, pieces, prose, cell) => {
    expect(read(...pieces)).toEqual({ prose, cell })
  })

  test('whatever is set out of line, no digit of it joins a number', () => {
    const digits = fc.stringMatching(/^\d{1,3}$/)
    const piece = fc.tuple(digits, fc.constantFrom<Dress>('', '~', '^', '_'))
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
        const { prose, cell } = read(...pieces)
        const plain = pieces.every(([, dress]) => dress === '')
        expect(/^\d+$/.test(cell)).toBe(plain)
        expect(cell.replace(/[\^_~ ]/g, '')).toBe(pieces.map(([words]) => words).join(''))
        // Each number of the prose is made of pieces that are set alike.
        const runs = pieces
          .filter(([, dress]) => dress !== '~')
          .reduce<[string, Dress][]>((found, [words, dress]) => {
            const last = found[found.length - 1]
            if (last?.[1] === dress) last[0] += words
            else found.push([words, dress])
            return found
          }, [])
        expect(prose.match(/\d+/g) ?? []).toEqual(runs.map(([words]) => words))
      }),
    )
  })
})
