import { expect, test } from 'vitest'
import type { Character } from './characters.ts'
import type { Pattern } from './model.ts'
import { findIn, fixedKinds } from './patterns.ts'

/** Characters of a page in lines of a hundred; a space and the end of a line are what PDFium adds. */
function charactersOf(page: string): Character[] {
  return page.split('\n').flatMap((line, row) => [
    ...[...line].map((text, column) => ({
      text,
      object: 1,
      box: text === ' ' ? null : { x: column / 100, y: row / 20, width: 1 / 100, height: 1 / 30 },
    })),
    { text: '\r', object: 0, box: null },
    { text: '\n', object: 0, box: null },
  ])
}

const find = (patterns: readonly Pattern[], ...pages: string[]) => findIn(pages.map(charactersOf), patterns)
const texts = (patterns: readonly Pattern[], ...pages: string[]) => find(patterns, ...pages).map(({ text }) => text)
const all: readonly Pattern[] = fixedKinds.map((kind) => ({ kind }))

test('numbers as they are written', () => {
  const identity: readonly Pattern[] = [{ kind: 'identity-number' }]
  expect(texts(identity, '身份证990199198803124567号')).toEqual(['990199198803124567'])
  expect(texts(identity, '身份证 990199 19880312 456X')).toEqual(['99019919880312456X'])
  expect(texts(identity, '身份证９９０１９９１９８８０３１２４５６ｘ')).toEqual(['９９０１９９１９８８０３１２４５６ｘ'])
  expect(texts(identity, '老证 990199880312456，')).toEqual(['990199880312456'])
  expect(texts(identity, '不是：990199198813124567、990199178803124567、1990199198803124567890')).toEqual([])
  const mobile: readonly Pattern[] = [{ kind: 'mobile-number' }]
  expect(texts(mobile, '电话13812345678，+86 138-1234-5678，138 1234 5678')).toEqual(
    ['13812345678', '+8613812345678', '13812345678'].map((one, index) => (index === 1 ? '+86138-1234-5678' : one)),
  )
  expect(texts(mobile, '113812345678 23812345678 1381234567')).toEqual([])
  const card: readonly Pattern[] = [{ kind: 'bank-card' }]
  expect(texts(card, '账号 6222 0212 3456 7890 128')).toEqual(['6222021234567890128'])
  expect(texts(card, '账号 6222021234567890129')).toEqual([])
  expect(texts([{ kind: 'e-mail' }], '信箱 Xiao.Fang@mail.example.cn；没有 @ 号')).toEqual(['Xiao.Fang@mail.example.cn'])
})

test('a number torn by the end of a line is one find with an area on each', () => {
  const [found, ...others] = find([{ kind: 'identity-number' }], '号码99019919\n8803124567完')
  expect(others).toEqual([])
  expect(found!.text).toBe('990199198803124567')
  expect(found!.areas.map(({ y }) => y)).toEqual([0, 1 / 20])
  expect(found!.areas[0]!.width).toBeCloseTo(0.08)
})

test('a text is found across spaces, lines and pages, in any width of letter', () => {
  const name: readonly Pattern[] = [{ kind: 'text', text: '陈 小芳' }]
  expect(texts(name, '陈小芳和陈 小 芳，还有陈\n小芳')).toEqual(['陈小芳', '陈小芳', '陈小芳'])
  const [found] = find(name, '末尾是陈小', '芳在下一页')
  expect(found!.areas.map(({ page }) => page)).toEqual([0, 1])
  expect(texts([{ kind: 'text', text: 'abc12' }], 'ＡＢＣ１２与abc 12')).toEqual(['ＡＢＣ１２', 'abc12'])
  expect(texts([{ kind: 'text', text: ' 　' }], '什么都不找')).toEqual([])
})

test('what one kind took another does not take again', () => {
  expect(find(all, '622202199001011234').map(({ kind }) => kind)).toEqual(['identity-number'])
})

test('a long page of digits is searched in no time', () => {
  const page = `${'1380000000 '.repeat(8000)}\n${'9'.repeat(20_000)}\n${'a@'.repeat(10_000)}`
  const before = performance.now()
  find(all, page)
  expect(performance.now() - before).toBeLessThan(5000)
})
