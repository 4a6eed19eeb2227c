import type { Part, Zip } from '../zip.ts'
import { numeral } from './numerals.ts'
import { attributeNamed, listen, localName } from './xml.ts'

/** The number, mark included, that Word prints before a paragraph of an automatic list; empty for none. Counts as it is asked. */
export type Numbering = (style: string | null, numId: string | null, level: number | null) => string

/** What the styles say that changes the text: which list a paragraph is in, which runs are hidden or struck out. */
export interface Styles {
  readonly listOf: (style: string) => { readonly numId: string; readonly level: number | null } | null
  readonly hides: (style: string) => boolean
  readonly strikes: (style: string) => boolean
}

interface Level {
  start: number
  form: string
  text: string
  /** What follows the number: a tab unless said otherwise. */
  suffix: string
  style: string | null
  legal: boolean
  /** The level (from 1) whose numbers begin this one anew; null for any above; 0 for none. */
  restart: number | null
}

interface List {
  readonly levels: (Level | undefined)[]
  /** Two lists that name the same style of list are one. */
  link: string | null
}

/** An instance of a list, with the numbers and levels it changes. */
interface Instance {
  abstract: string
  readonly starts: Map<number, number>
  readonly levels: Map<number, Level>
}

/**
 * The counting of a document's automatic lists (word/numbering.xml). Instances of one list count on from one another,
 * unless they say where they start.
 */
export function startNumbering(bytes: Uint8Array, zip: Zip, folder: string, styles: Styles): Numbering {
  const part = zip.get(`${folder}numbering.xml`)
  if (part === undefined) return () => ''
  const { lists, instances } = readLists(bytes, part)
  const counts = new Map<List, number[]>()
  const begun = new Set<Instance>()

  return (style, givenId, givenLevel) => {
    const byStyle = style === null || givenId !== null ? null : styles.listOf(style)
    const instance = instances.get(givenId ?? byStyle?.numId ?? '')
    if (instance === undefined) return ''
    let list = lists.get(instance.abstract)
    if (list?.link != null) {
      const linked = styles.listOf(list.link)
      list = lists.get(instances.get(linked?.numId ?? '')?.abstract ?? '') ?? list
    }
    if (list === undefined) return ''
    const levelOf = (index: number): Level | undefined => instance.levels.get(index) ?? list.levels[index]
    const level = givenLevel ?? levelOfStyle(list, style) ?? byStyle?.level ?? 0
    const own = levelOf(level)
    if (own === undefined) return ''

    const counted = counts.get(list) ?? []
    counts.set(list, counted)
    if (!begun.has(instance)) {
      begun.add(instance)
      for (const [index, start] of instance.starts) counted[index] = start - 1
    }
    counted[level] = (counted[level] ?? own.start - 1) + 1
    for (let below = level + 1; below < counted.length; below++) {
      const restart = levelOf(below)?.restart ?? null
      if (restart === null || (restart > 0 && level < restart)) delete counted[below]
    }
    const label = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1
      const shown = levelOf(index)
      if (shown === undefined) return ''
      return numeral(own.legal && shown.form !== 'none' ? 'decimal' : shown.form, counted[index] ?? shown.start)
    })
    if (label === '' || own.form === 'bullet') return ''
    // A tab after 一、 or 1. is drawn as a small gap; only a bare letter or digit needs one to stand apart.
    return own.suffix === 'space' || (own.suffix === 'tab' && /[0-9A-Za-z]$/.test(label)) ? `${label} ` : label
  }
}

const levelOfStyle = (list: List, style: string | null): number | null => {
  const index = style === null ? -1 : list.levels.findIndex((level) => level?.style === style)
  return index === -1 ? null : index
}

/** Levels a list has in OOXML. */
const mostLevels = 9

function levelNumber(text: string | undefined): number {
  const number = Number.parseInt(text ?? '', 10)
  return number >= 0 && number < mostLevels ? number : 0
}

const wholeNumber = (text: string | undefined, otherwise: number): number => {
  const number = Number.parseInt(text ?? '', 10)
  return Number.isNaN(number) ? otherwise : number
}

function readLists(bytes: Uint8Array, part: Part): { lists: Map<string, List>; instances: Map<string, Instance> } {
  const lists = new Map<string, List>()
  const instances = new Map<string, Instance>()
  let list: List | null = null
  let instance: Instance | null = null
  let level: Level | null = null
  let override = 0
  listen(bytes, part, {
    open(name, tag) {
      const val = (): string | undefined => attributeNamed(tag, 'val')
      switch (localName(name)) {
        case 'abstractNum':
          list = { levels: [], link: null }
          lists.set(attributeNamed(tag, 'abstractNumId') ?? '', list)
          break
        case 'numStyleLink':
          if (list) list.link = val() ?? null
          break
        case 'num':
          list = null
          instance = { abstract: '', starts: new Map(), levels: new Map() }
          instances.set(attributeNamed(tag, 'numId') ?? '', instance)
          break
        case 'abstractNumId':
          if (instance) instance.abstract = val() ?? ''
          break
        case 'lvlOverride':
          override = levelNumber(attributeNamed(tag, 'ilvl'))
          break
        case 'startOverride':
          instance?.starts.set(override, wholeNumber(val(), 1))
          break
        case 'lvl':
          level = { start: 1, form: 'decimal', text: '', suffix: 'tab', style: null, legal: false, restart: null }
          if (instance) instance.levels.set(override, level)
          else if (list) list.levels[levelNumber(attributeNamed(tag, 'ilvl'))] = level
          break
        case 'start':
          if (level) level.start = wholeNumber(val(), 1)
          break
        case 'numFmt':
          if (level) level.form = val() ?? 'decimal'
          break
        case 'lvlText':
          if (level) level.text = val() ?? ''
          break
        case 'suff':
          if (level) level.suffix = val() ?? 'tab'
          break
        case 'pStyle':
          if (level) level.style = val() ?? null
          break
        case 'isLgl':
          if (level) level.legal = isOn(val())
          break
        case 'lvlRestart':
          if (level) level.restart = wholeNumber(val(), 0)
          break
        default:
          break
      }
    },
    close(name) {
      const local = localName(name)
      if (local === 'lvl') level = null
      else if (local === 'num') instance = null
    },
    text() {},
  })
  return { lists, instances }
}

interface Style {
  basedOn: string | null
  numId: string | null
  level: number | null
  hidden: boolean | null
  struck: boolean | null
}

/** Reads word/styles.xml, where it says anything that changes the text. */
export function readStyles(bytes: Uint8Array, part: Part): Styles {
  const styles = new Map<string, Style>()
  let style: Style | null = null
  listen(bytes, part, {
    open(name, tag) {
      const val = (): string | undefined => attributeNamed(tag, 'val')
      switch (localName(name)) {
        case 'style':
          style = { basedOn: null, numId: null, level: null, hidden: null, struck: null }
          styles.set(attributeNamed(tag, 'styleId') ?? '', style)
          break
        case 'basedOn':
          if (style) style.basedOn = val() ?? null
          break
        case 'numId':
          if (style) style.numId = val() ?? null
          break
        case 'ilvl':
          if (style) style.level = levelNumber(val())
          break
        case 'vanish':
          if (style) style.hidden = isOn(val())
          break
        case 'strike':
        case 'dstrike':
          if (style) style.struck = style.struck === true || isOn(val())
          break
        default:
          break
      }
    },
    close(name) {
      if (localName(name) === 'style') style = null
    },
    text() {},
  })

  /** The first style, from this one up through those it is based on, that says something. */
  const inherited = (id: string, says: (style: Style) => boolean): Style | null => {
    let found = styles.get(id)
    for (let steps = 0; found !== undefined && steps < 20; steps++) {
      if (says(found)) return found
      found = found.basedOn === null ? undefined : styles.get(found.basedOn)
    }
    return null
  }
  return {
    listOf(id) {
      const found = inherited(id, (candidate) => candidate.numId !== null)
      return found?.numId == null || found.numId === '0' ? null : { numId: found.numId, level: found.level }
    },
    hides: (id) => inherited(id, (candidate) => candidate.hidden !== null)?.hidden ?? false,
    strikes: (id) => inherited(id, (candidate) => candidate.struck !== null)?.struck ?? false,
  }
}

export const noStyles: Styles = { listOf: () => null, hides: () => false, strikes: () => false }

/** An on-off property is on unless it says otherwise. */
export const isOn = (value: string | undefined): boolean => value !== '0' && value !== 'false' && value !== 'off' && value !== 'none'
