import { expect, test } from 'vitest'
import { antdTheme, antdThemeContrast, tokens, variables } from './index.ts'

/** Contrast of two colours after WCAG 2, 1 to 21. */
function contrast(one: string, other: string): number {
  const light = (colour: string) => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
  }
  const [high, low] = [light(one), light(other)].sort((a, b) => b - a)
  return (high! + 0.05) / (low! + 0.05)
}

const { colour } = tokens

test.each([
  ...(['n5', 'n6', 'n7', 'brand'] as const).flatMap((text) => (['n0', 'n1', 'n2'] as const).map((ground) => [text, ground] as const)),
  ['brand', 'brandTint'],
  ['ok', 'okTint'],
  ['warn', 'warnTint'],
  ['bad', 'badTint'],
  ['info', 'infoTint'],
  ['n7', 'warnTint'],
  ['n5', 'infoTint'],
] as const)('%s can be read on %s', (text, ground) => expect(contrast(colour[text], colour[ground])).toBeGreaterThanOrEqual(4.5))

test('borders of controls can be seen', () => expect(contrast(colour.n4, colour.n0)).toBeGreaterThanOrEqual(3))

test('every token becomes a variable', () => {
  const css = variables()
  expect(css).toContain('--brand-tint:#E2EFF0')
  expect(css).toContain('--s7:48px')
  expect(css).toContain('--serif:"Noto Serif SC"')
})

test('type scales with the root, so that the elder mode enlarges it', () => expect(variables()).toContain('--type-h1:2rem/1.35'))

test('contrast can be asked for by the system and by the page', () => {
  const css = variables()
  for (const asked of ['@media (prefers-contrast:more){:root{', ':root[data-contrast]{'])
    expect(css.slice(css.indexOf(asked))).toMatch(/^[^}]*--n5:#121C1A/)
})

test('the desk’s theme is made of the tokens', () => {
  const known = new Set<string>([...Object.values(colour), 'transparent', 'none'])
  const named = { ...antdTheme.token, ...antdTheme.components.Table, ...antdTheme.components.Menu, ...antdTheme.components.Layout }
  const colours = Object.entries(named).filter(([name]) => /color|bg$/i.test(name))
  expect(colours.length).toBeGreaterThan(30)
  expect(colours.filter(([, value]) => !known.has(String(value)))).toEqual([])
  expect(antdThemeContrast.token.colorTextSecondary).toBe(colour.n7)
})
