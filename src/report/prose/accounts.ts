import type { Passage, Span } from './text.ts'

/** An account (公众号, 微博, 网站 …) that one sentence says is closed and another says is run. */
export interface ClosedAndRun {
  readonly name: string
  readonly closed: { readonly passage: Passage } & Span
  readonly run: { readonly passage: Passage } & Span
}

const kinds = '微信公众号|公众号|微博|抖音号?|头条号|视频号|政务新媒体|客户端|网站'
const closing = /注销|关停|停用|停更|停止运营|停止更新|停止使用|关闭|下线/
const notClosing = /未注销|未关停|拟|不得|避免|防止|如需|僵尸|所属|下属|各单位|各部门/
const running = /(?:通过|利用|依托|运用|借助|发挥)[^，。；]{0,16}$|^[^。；]{0,12}(?:发布|推送|公开|更新|宣传|运营|维护|刊发|定期)/
const untilThen = /(?:注销|关停|停用|停更|关闭|下线)(?:之)?前|截至|截止|关停后|注销后/
/** A name in quotation marks beside the kind of account it is. */
const named = new RegExp(`(?:${kinds})[ ]*[“‘]([^”’]{2,15})[”’]|[“‘]([^”’]{2,15})[”’](?:的|官方|政务)*(?:${kinds})`, 'g')

/** Accounts closed in one sentence and described as running in another, by name. One entry an account. */
export function closedAndRun(passages: readonly Passage[]): readonly ClosedAndRun[] {
  const closed = new Map<string, { passage: Passage } & Span>()
  for (const passage of passages) {
    if (!closing.test(passage.plain)) continue
    for (const sentence of passage.sentences) {
      const words = untitled(passage.plain.slice(sentence.start, sentence.end))
      if (!closing.test(words) || notClosing.test(words)) continue
      for (const match of words.matchAll(named)) {
        const name = match[1] ?? match[2]!
        // The verb of closing stands in the clause of the name or the one after it.
        const clause = /^[^。；]{0,40}/.exec(words.slice(match.index))![0]
        if (closing.test(clause) && !closed.has(name))
          closed.set(name, { passage, start: sentence.start + match.index, end: sentence.start + match.index + clause.length })
      }
    }
  }
  const found: ClosedAndRun[] = []
  for (const [name, place] of closed) {
    const run = runningOf(name, passages)
    if (run !== null) found.push({ name, closed: place, run })
  }
  return found
}

function runningOf(name: string, passages: readonly Passage[]): ({ passage: Passage } & Span) | null {
  for (const passage of passages) {
    for (let at = passage.plain.indexOf(name); at >= 0; at = passage.plain.indexOf(name, at + name.length)) {
      const sentence = passage.sentences.find((span) => at < span.end) ?? { start: 0, end: passage.plain.length }
      const words = passage.plain.slice(sentence.start, sentence.end)
      if (closing.test(words) || untilThen.test(words)) continue
      const before = passage.plain.slice(Math.max(sentence.start, at - 24), at)
      const after = passage.plain.slice(at + name.length, Math.min(sentence.end, at + name.length + 24))
      if (running.test(before) || running.test(after.replace(/^[”’》]/, ''))) return { passage, start: at, end: at + name.length }
    }
  }
  return null
}

/** 《…》 blotted out, so that a title about closing closes nothing. */
export const untitled = (plain: string): string =>
  plain.includes('《')
    ? plain.replace(/《[^《》]{0,120}(?:《[^《》]{0,80}》[^《》]{0,80})?》/g, (title) => '□'.repeat(title.length))
    : plain
