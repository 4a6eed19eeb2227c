/** Finds what must be blacked out most often. Pure: characters in, areas out. Finds are proposals; whoever marks looks at each. */
import { around, type Character, linesOf, type Placed } from './characters.ts'
import type { Area, Found, Pattern, PatternKind } from './model.ts'

/** Every find, in the order of the pages; where two kinds claim the same characters, the kind asked for first. */
export function findIn(pages: readonly (readonly Character[])[], patterns: readonly Pattern[]): Found[] {
  const spaced = streamOf(pages, ' ')
  const solid = streamOf(pages, '')
  const taken = new Set<Character>()
  const finds = patterns.flatMap((pattern) => {
    const stream = pattern.kind === 'text' ? solid : spaced
    return rangesOf(pattern, stream.text).flatMap(([from, to]) => {
      const hit = stream.characters.slice(from, to).filter((one) => one !== null)
      if (hit.length === 0 || hit.every(({ character }) => taken.has(character))) return []
      for (const { character } of hit) taken.add(character)
      return [{ at: from, kind: pattern.kind, hit }]
    })
  })
  return finds.map(({ kind, hit }) => ({ kind, text: hit.map(({ character }) => character.text).join(''), areas: areasOf(hit) }))
}

interface At {
  readonly page: number
  readonly character: Placed
}

/** All pages as one text, one unit for each unit of what a character folds to, and which character each stands for. */
interface Stream {
  readonly text: string
  readonly characters: readonly (At | null)[]
}

/** Full-width forms are made plain (NFKC); any run of white space becomes `gap`. */
function streamOf(pages: readonly (readonly Character[])[], gap: '' | ' '): Stream {
  const text: string[] = []
  const characters: (At | null)[] = []
  const pause = () => {
    if (gap === '' || text.length === 0 || text.at(-1) === gap) return
    text.push(gap)
    characters.push(null)
  }
  for (const [page, found] of pages.entries()) {
    for (const character of found) {
      const plain = character.text.normalize('NFKC').toLowerCase()
      if (character.box === null || plain.trim() === '' || /^[\p{Cf}\p{Cc}]+$/u.test(plain)) {
        pause()
        continue
      }
      for (const unit of plain.split('')) {
        text.push(unit)
        characters.push({ page, character: character as Placed })
      }
    }
    pause()
  }
  return { text: text.join(''), characters }
}

type Range = readonly [from: number, to: number]

/** Digits may stand apart: in groups, or torn by the end of a line. */
const digits = (count: number | string, of = '\\d') => `${of}(?:[ -]?\\d){${count}}`
const alone = (pattern: string) => new RegExp(`(?<![\\d])(?:${pattern})(?![\\d])`, 'g')
const expressions = {
  'identity-number': alone(`${digits(16, '[1-9]')}[ -]?[\\dx]|${digits(14, '[1-9]')}`),
  'mobile-number': alone(`(?:(?:\\+|00)?86[ -]?)?1[ -]?[3-9]${digits(8, '(?:[ -]?\\d)')}`),
  'bank-card': alone(digits('14,18', '[3-6]')),
  'e-mail': /[a-z0-9._%+-]{1,64} ?@ ?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/g,
} as const

const holds: Readonly<Record<keyof typeof expressions, (text: string) => boolean>> = {
  'identity-number': isIdentityNumber,
  'mobile-number': () => true,
  'bank-card': passesLuhn,
  'e-mail': () => true,
}

function rangesOf(pattern: Pattern, text: string): Range[] {
  if (pattern.kind === 'text') return literalRanges(pattern.text, text)
  const { kind } = pattern
  return [...text.matchAll(expressions[kind])]
    .filter(([hit]) => holds[kind](hit.replaceAll(/[ -]/g, '')))
    .map((match) => [match.index, match.index + match[0].length])
}

function literalRanges(wanted: string, text: string): Range[] {
  const plain = wanted
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{Cf}]+/gu, '')
  const ranges: Range[] = []
  if (plain === '') return ranges
  for (let at = text.indexOf(plain); at !== -1; at = text.indexOf(plain, at + plain.length)) ranges.push([at, at + plain.length])
  return ranges
}

/** 18 places, or the 15 of before 1999, with a date of birth that can be. The check digit is not asked: a number with a slip names its holder too. */
function isIdentityNumber(number: string): boolean {
  const [month, day] = number.length === 18 ? [number.slice(10, 12), number.slice(12, 14)] : [number.slice(8, 10), number.slice(10, 12)]
  const isYear = number.length === 15 || /^(?:19|20)/.test(number.slice(6, 10))
  return isYear && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
}

/** The sum bank cards hold (ISO/IEC 7812-1, annex B). */
function passesLuhn(number: string): boolean {
  let sum = 0
  for (let index = 0; index < number.length; index++) {
    const digit = Number(number[number.length - 1 - index])
    sum += index % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)
  }
  return sum % 10 === 0
}

/** One area for each line it runs over. */
function areasOf(hit: readonly At[]): Area[] {
  const pages = [...new Set(hit.map(({ page }) => page))]
  return pages.flatMap((page) => {
    const characters = [...new Set(hit.filter((one) => one.page === page).map(({ character }) => character))]
    return linesOf(characters).map((line) => ({ page, ...around(line.map(({ box }) => box)) }))
  })
}

/** Kinds that need no text. */
export const fixedKinds: readonly Exclude<PatternKind, 'text'>[] = ['identity-number', 'mobile-number', 'bank-card', 'e-mail']
