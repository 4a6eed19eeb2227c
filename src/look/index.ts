/** How Gongkai looks, as data: colours, type, space. The portal's CSS variables are made from it, and nothing else names a colour. */

import { antdThemeOf } from './antd.ts'

export const tokens = {
  colour: {
    /** Paper, bands and table heads, groups and skeletons, hairlines. */
    n0: '#FFFFFF',
    n1: '#F5F7F6',
    n2: '#E9EEEC',
    n3: '#D0D9D6',
    /** Control borders and strong rules (3.9 : 1 on paper); never text. */
    n4: '#76847F',
    /** Secondary text, text, titles and figures. */
    n5: '#52605B',
    n6: '#2F3B38',
    n7: '#121C1A',
    brand: '#0B5A63',
    brandTint: '#E2EFF0',
    brandPressed: '#083F46',
    /** The past in charts, beside brand for now. */
    brandMid: '#5F989E',
    /** Holds, in force, done. */
    ok: '#2F6B22',
    okTint: '#E9F2E4',
    /** Doubtful, due soon. */
    warn: '#865200',
    warnTint: '#FBF0DA',
    /** Error, overdue, destructive; nothing else. */
    bad: '#AE2A1F',
    badTint: '#FAE9E6',
    /** Repaired, amended, provisional. */
    info: '#2A55A5',
    infoTint: '#E6EDF9',
  },
  /** Pixels. */
  space: { s1: 4, s2: 8, s3: 12, s4: 16, s5: 24, s6: 32, s7: 48 },
  radius: { control: 2, panel: 6 },
  font: {
    sans: '"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif',
    serif: '"Noto Serif SC","Noto Serif CJK SC","Songti SC",SimSun,serif',
    /** Before `sans` where the page is in English: signs of the Chinese fonts are a whole character wide. */
    latin: '"Segoe UI","Helvetica Neue",Arial,"Noto Sans"',
    mono: 'ui-monospace,Consolas,"Noto Sans Mono CJK SC","Microsoft YaHei",monospace',
  },
  /** Size in pixels and line height; weights are 400 and 600 only. */
  type: {
    figure: [40, 1.2],
    h1: [32, 1.35],
    h1Phone: [24, 1.35],
    h2: [24, 1.4],
    h2Phone: [20, 1.4],
    deskH1: [20, 1.4],
    text: [18, 1.75],
    document: [18, 2],
    hint: [16, 1.6],
    desk: [14, 1.57],
    table: [13, 1.5],
    foot: [12, 1.4],
  },
  /** The elder mode enlarges the root by this. */
  elderScale: 1.375,
  /** Widths in pixels: the page, its side column, the check page and its side column; the desk's rail and bar. */
  width: { page: 1120, aside: 280, checkPage: 1296, side: 400, rail: 184, bar: 48 },
  /** Heights of the desk's rows: in a grid, a matrix, a work list. */
  row: { grid: 27, matrix: 34, work: 48 },
  /** Smallest target: on phones, in the desk, inside tables. */
  target: { phone: 44, desk: 32, table: 24 },
  /** The one shadow, for what floats. */
  shadow: '0 8px 24px rgb(18 28 26 / 18%)',
  /** Where layouts change. */
  breakpoint: { phone: 640, narrow: 1100 },
} as const

export type Tokens = typeof tokens

/** What high contrast changes: quiet greys become text, tints become paper. */
const contrast: Partial<Record<keyof Tokens['colour'], keyof Tokens['colour']>> = {
  n3: 'n7',
  n4: 'n7',
  n5: 'n7',
  n6: 'n7',
  brandTint: 'n0',
  okTint: 'n0',
  warnTint: 'n0',
  badTint: 'n0',
  infoTint: 'n0',
}

/**
 * The tokens as CSS custom properties (`--brand-tint`, `--s3`, `--serif`; `--type-h1` is size and line height for `font`), with their
 * values where the reader's system prefers more contrast or the page was asked for it (`<html data-contrast>`).
 */
export function variables(look: Tokens = tokens): string {
  const declare = (entries: readonly (readonly [string, string])[]) =>
    entries.map(([name, value]) => `--${dashed(name)}:${value}`).join(';')
  const pixels = (group: Readonly<Record<string, number>>, prefix = '') =>
    Object.entries(group).map(([name, value]) => [prefix + name, `${value}px`] as const)
  const root = declare([
    ...Object.entries(look.colour),
    ...pixels(look.space),
    ...pixels(look.radius, 'radius-'),
    ...pixels(look.width, 'width-'),
    ...pixels(look.row, 'row-'),
    ...pixels(look.target, 'target-'),
    ...Object.entries(look.type).map(([name, [size, line]]) => [`type-${name}`, `${size / 16}rem/${line}`] as const),
    ['shadow', look.shadow],
    ...Object.entries(look.font),
  ])
  const more = declare(Object.entries(contrast).map(([name, as]) => [name, look.colour[as]]))
  return `:root{${root}}@media (prefers-contrast:more){:root{${more}}}:root[data-contrast]{${more}}:root:lang(en){--sans:${look.font.latin},${look.font.sans}}`
}

/** The desk's theme for antd 6. */
export const antdTheme = antdThemeOf(tokens)

/** The same for those who ask for more contrast. */
export const antdThemeContrast = antdThemeOf({
  ...tokens,
  colour: { ...tokens.colour, ...Object.fromEntries(Object.entries(contrast).map(([name, as]) => [name, tokens.colour[as]])) },
})

const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
