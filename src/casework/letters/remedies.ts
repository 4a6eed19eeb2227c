/** What an applicant may do about a decision, by its kind and the law in force on its day. */
import type { Remedy } from '../outcomes.ts'

export interface RemedyFacts {
  /** Reconsideration organ: of a department the government at its own level (复议法 2023 Art. 24); of a government the one above. */
  readonly organ: string
  readonly court: string
  /** The day of the decision, `YYYY-MM-DD`. */
  readonly on: string
}

interface Rule {
  /** First day of decisions it is for. */
  readonly since: string
  readonly source: string
  readonly text: Readonly<Record<Exclude<Remedy, 'none'>, (facts: RemedyFacts) => string>>
}

const either = ({ organ, court }: RemedyFacts): string =>
  `如对本告知不服，可以自收到本告知书之日起 60 日内向${organ}申请行政复议，也可以自收到本告知书之日起 6 个月内向${court}提起行政诉讼。`

/** The newest first. */
export const remedyRules: readonly Rule[] = [
  {
    since: '2024-01-01',
    source:
      '《行政复议法》（2023 年修订）第二十条、第二十三条第一款第四项、第二十四条；《行政诉讼法》第四十五条、第四十六条；法释〔2025〕8号',
    text: {
      'reconsider-first': ({ organ, court }) =>
        `如对本告知不服，应当自收到本告知书之日起 60 日内先向${organ}申请行政复议；对行政复议决定仍不服的，可以自收到行政复议决定书之日起 15 日内向${court}提起行政诉讼。`,
      either,
    },
  },
  // Before the revision reconsideration came first for no decision on disclosure.
  {
    since: '2019-05-15',
    source: '《行政复议法》（2017 年修正）第九条；《行政诉讼法》第四十六条',
    text: { 'reconsider-first': either, either },
  },
]

/** The paragraph; empty where the paper is no decision. Throws a RangeError for a day before the Regulation. */
export function remedyText(remedy: Remedy, facts: RemedyFacts): string {
  if (remedy === 'none') return ''
  const rule = remedyRules.find(({ since }) => facts.on >= since)
  if (!rule) throw new RangeError(`no remedies are known for ${facts.on}`)
  return rule.text[remedy](facts)
}

/** Where a decision is served by the network the same paper tells where to apply online (复议法 2023 Art. 22). */
export const onlineRemedyText = (address: string): string => (address === '' ? '' : `也可以通过网络申请行政复议，网址：${address}`)
