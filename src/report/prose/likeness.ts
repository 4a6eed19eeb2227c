import type { Report } from '../model.ts'
import { passagesOf } from './text.ts'

/** How much of a report's own prose another text has, sentence by sentence. */
export interface Likeness {
  /** Characters of sentences that stand in both, over all characters compared. */
  readonly share: number
  readonly same: number
  readonly all: number
  /** The longest sentence that stands in both, and how many such sentences there are. */
  readonly longest: string
  readonly sentences: number
}

/** Chapters a body writes itself; the preface and the chapters of the tables are alike everywhere. */
const own = new Set([1, 5, 6])
/** Shorter sentences are headings and set phrases. */
const shortest = 14
const years = /[0-9]+/g
/** That nothing was received, charged or held accountable has to be said (国办公开办函〔2021〕30号), and everybody says it in the same words. */
const nil = /(?:没有|未|无)(?:通过|收到|收取|发生|开展|制发|逾期|被|因政府信息公开|责任追究|其他需要|需要报告|单独)/
/** A sentence with figures and so few words beside them is the form's, not the writer's. */
const formulaic = 28
const separators = /[。！？；]/

interface Sentences {
  readonly all: readonly { readonly key: string; readonly text: string; readonly chapter: number }[]
  readonly keys: ReadonlySet<string>
}

const read = new WeakMap<Report, Sentences>()

/** Compares two reports; figures and the bodies' own names do not count. `chapter` limits it to one chapter. Linear in both. */
export function likenessOf(report: Report, other: Report, chapter?: number): Likeness {
  const mine = sentencesOf(report)
  const theirs = sentencesOf(other).keys
  let same = 0
  let all = 0
  let longest = ''
  let sentences = 0
  for (const { key, text, chapter: home } of mine.all) {
    if (chapter !== undefined && home !== chapter) continue
    all += key.length
    if (!theirs.has(key)) continue
    same += key.length
    sentences++
    if (text.length > longest.length) longest = text
  }
  return { share: all === 0 ? 0 : same / all, same, all, longest, sentences }
}

function sentencesOf(report: Report): Sentences {
  let known = read.get(report)
  if (known === undefined) {
    const all = passagesOf(report).flatMap(({ plain, chapter }) =>
      own.has(chapter)
        ? plain.split(separators).flatMap((text) => {
            const key = keyOf(text, report.body)
            const isOfTheForm = key.length < shortest || (key.length < formulaic && /[0-9]/.test(text)) || nil.test(text)
            return isOfTheForm ? [] : [{ key, text: text.trim(), chapter }]
          })
        : [],
    )
    known = { all, keys: new Set(all.map(({ key }) => key)) }
    read.set(report, known)
  }
  return known
}

/** A sentence without figures, spaces, punctuation, list marks and names: what two bodies that copy have in common. */
function keyOf(text: string, body: string | null): string {
  const named = body === null ? text : text.replaceAll(body, '').replaceAll(shortNameOf(body), '')
  return named
    .replace(years, '')
    .replace(/[^\u4e00-\u9fa5A-Za-z]+/g, '')
    .replace(/^[一二三四五六七八九十]{1,2}是/, '')
}

/** 柳溪镇人民政府 → 柳溪镇 */
const shortNameOf = (body: string): string => body.replace(/(?:人民政府|办事处|管理委员会)$/, '') || body
