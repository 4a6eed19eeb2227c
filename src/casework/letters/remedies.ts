/** What an applicant may do about a decision, by its kind and the law in force on its day. */
import type { Remedy } from '../outcomes.ts'

export interface RemedyFacts {
  /** Reconsideration organ: of a department the government at its own level (复议法 2023 Art. 24); of a government the one above. */
  readonly organ: string
  readonly court: string
  /** The day of the decision, `YYYY-MM-DD`. */
  readonly on: string
  /** 部分公开: only what is withheld is reconsidered first, what is given leaves the choice. */
  readonly isPartial?: boolean
}

interface Rule {
  /** First day of decisions it is for. */
  readonly since: string
  readonly source: string
  readonly text: Readonly<Record<Exclude<Remedy, 'none'>, (facts: RemedyFacts) => string>>
}

const choice = ({ organ, court }: RemedyFacts): string =>
  `可以自收到本告知书之日起60日内向${organ}申请行政复议，也可以自收到本告知书之日起6个月内向${court}提起行政诉讼。`
const either = (facts: RemedyFacts): string => `如对本告知不服，${choice(facts)}`

/** The newest first. */
export const remedyRules: readonly Rule[] = [
  {
    since: '2024-01-01',
    source:
      '《行政复议法》（2023年修订）第二十条、第二十三条第一款第四项和第二款、第二十四条、第三十四条；《行政诉讼法》第四十五条、第四十六条；法释〔2025〕8号',
    text: {
      'reconsider-first': (facts) =>
        `如对${facts.isPartial ? '不予公开的部分' : '本告知'}不服，应当自收到本告知书之日起60日内先向${facts.organ}申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起15日内向${facts.court}提起行政诉讼；行政复议机关不予受理、驳回申请或者逾期不作决定的，可以自收到决定书之日起或者行政复议期限届满之日起15日内提起行政诉讼。${facts.isPartial ? `如对其他内容不服，${choice(facts)}` : ''}`,
      either,
    },
  },
  // Before the revision reconsideration came first for no decision on disclosure.
  {
    since: '2019-05-15',
    source: '《行政复议法》（2017年修正）第九条；《行政诉讼法》第四十五条、第四十六条',
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
