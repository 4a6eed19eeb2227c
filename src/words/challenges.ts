/** Names and sentences of reconsiderations and lawsuits. `en` has exactly the keys of `zh-CN`. States are in casework.ts. */

type Values = Readonly<Record<string, string | number>>
type Names = Readonly<Record<string, string>>

const chinese = {
  kinds: { reconsideration: '行政复议', litigation: '行政诉讼' } as Names,
  parts: { respondent: '被申请人、被告', 'co-defendant': '共同被告（复议机关），不计入表四' } as Names,
  stages: { reconsideration: '复议', first: '一审', second: '二审', retrial: '再审' } as Names,
  procedures: { ordinary: '普通程序', simple: '简易程序' } as Names,
  parties: { applicant: '申请人、原告', body: '本机关', other: '其他当事人' } as Names,
  results: { upheld: '结果维持', corrected: '结果纠正', other: '其他结果' } as Names,
  outcomes: {
    maintained: '维持',
    'claim-rejected': '驳回复议请求、诉讼请求',
    revoked: '撤销、部分撤销',
    changed: '变更',
    'declared-illegal': '确认违法',
    'declared-void': '确认无效',
    'ordered-to-perform': '责令履行、责令重新答复',
    dismissed: '驳回申请、驳回起诉',
    mediated: '调解、和解',
    ended: '终止',
    withdrawn: '撤回',
    'not-accepted': '不予受理、不予立案',
    'judgment-stands': '维持原判、驳回再审申请',
  } as Names,
  verbs: {
    accept: '记受理',
    'receive-copy': '记收到副本',
    refuse: '记不予受理',
    answer: '记已答复',
    decide: '记结果',
    withdraw: '记撤回',
    appeal: '记上诉、再审',
    remand: '记发回重审',
    amend: '更正登记',
    assign: '换经办人',
    note: '记一笔',
    void: '作废',
  } as Names,
  guards: {
    'not-accepted-in-words': '复议机关、法院已经受理',
    'on-appeal': '不是二审、再审',
    'copy-received': '还没有记收到申请书、起诉状副本的日期',
  } as Names,
  limits: { 'challenge-acceptance': '受理审查', 'challenge-answer': '答复、答辩' } as Names,
  /** Lines of the timeline. */
  lines: {
    accepted: '受理',
    deemed: '审查期限届满，视为受理（行政复议法第三十条）',
    copy: '收到副本',
    answered: '已答复',
    late: '逾期，原因：',
    remanded: '发回重审',
    amended: '更正登记',
    assigned: '换了经办人',
    voided: '作废',
  },
  /** 行政复议（青石县人民政府，青政复〔2026〕3号） */
  title: (kind: string, organ: string, number: string) => `${chinese.kinds[kind] ?? kind}（${[organ, number].filter(Boolean).join('，')}）`,
}
export type ChallengeWords = typeof chinese

const english: ChallengeWords = {
  kinds: { reconsideration: 'reconsideration', litigation: 'lawsuit' },
  parts: { respondent: 'respondent', 'co-defendant': 'co-defendant (as the organ that reconsidered), not counted in table 四' },
  stages: { reconsideration: 'reconsideration', first: 'first instance', second: 'second instance', retrial: 'retrial' },
  procedures: { ordinary: 'ordinary procedure', simple: 'simple procedure' },
  parties: { applicant: 'the applicant', body: 'the body', other: 'another party' },
  results: { upheld: 'upheld', corrected: 'corrected', other: 'other result' },
  outcomes: {
    maintained: 'maintained',
    'claim-rejected': 'claim rejected',
    revoked: 'revoked, in whole or in part',
    changed: 'changed',
    'declared-illegal': 'declared illegal',
    'declared-void': 'declared void',
    'ordered-to-perform': 'ordered to perform or to answer anew',
    dismissed: 'dismissed on procedure',
    mediated: 'mediated or settled',
    ended: 'ended',
    withdrawn: 'withdrawn',
    'not-accepted': 'not accepted',
    'judgment-stands': 'the judgment stands',
  },
  verbs: {
    accept: 'record acceptance',
    'receive-copy': 'record receipt of the copy',
    refuse: 'record that it is not accepted',
    answer: 'record the answer',
    decide: 'record the result',
    withdraw: 'record the withdrawal',
    appeal: 'record an appeal or retrial',
    remand: 'record that it is sent back',
    amend: 'correct the record',
    assign: 'hand to another',
    note: 'add a note',
    void: 'void',
  },
  guards: {
    'not-accepted-in-words': 'it was accepted',
    'on-appeal': 'it is before neither second instance nor retrial',
    'copy-received': 'the day the copy was received is not recorded',
  },
  limits: { 'challenge-acceptance': 'acceptance', 'challenge-answer': 'answer' },
  lines: {
    accepted: 'accepted',
    deemed: 'the time to refuse has passed: taken to be accepted (行政复议法 Art. 30)',
    copy: 'copy received',
    answered: 'answered',
    late: 'late, because: ',
    remanded: 'sent back to the first court',
    amended: 'record corrected',
    assigned: 'handed to another',
    voided: 'voided',
  },
  title: (kind, organ, number) => `${english.kinds[kind] ?? kind} (${[organ, number].filter(Boolean).join(', ')})`,
}

export const challengeWords: Readonly<Record<'zh-CN' | 'en', ChallengeWords>> = { 'zh-CN': chinese, en: english }

/** Sentences of the audit log; `{title}` names organ and number. */
export const challengeEvents: Readonly<Record<'zh-CN' | 'en', Names>> = {
  'zh-CN': {
    'challenge.filed': '登记了{title}',
    'challenge.accepted': '{title}受理',
    'challenge.copy-received': '收到{title}的副本',
    'challenge.refused': '{title}不予受理',
    'challenge.answered': '对{title}作了答复',
    'challenge.decided': '登记了{title}的结果',
    'challenge.withdrawn': '{title}撤回',
    'challenge.appealed': '{title}上诉、申请再审',
    'challenge.remanded': '{title}发回重审',
    'challenge.amended': '更正了{title}的登记',
    'challenge.assigned': '换了{title}的经办人',
    'challenge.noted': '在{title}记了一笔',
    'challenge.voided': '作废了{title}',
  },
  en: {
    'challenge.filed': 'registered: {title}',
    'challenge.accepted': '{title}: accepted',
    'challenge.copy-received': '{title}: copy received',
    'challenge.refused': '{title}: not accepted',
    'challenge.answered': '{title}: answered',
    'challenge.decided': '{title}: result recorded',
    'challenge.withdrawn': '{title}: withdrawn',
    'challenge.appealed': '{title}: appealed',
    'challenge.remanded': '{title}: sent back',
    'challenge.amended': '{title}: record corrected',
    'challenge.assigned': '{title}: handed to another',
    'challenge.noted': '{title}: note added',
    'challenge.voided': '{title}: voided',
  },
}

const name = (language: 'zh-CN' | 'en', list: 'verbs' | 'guards', id: unknown): string =>
  challengeWords[language][list][String(id)] ?? String(id)

/** For the list in failures.ts. */
export const challengeFailures = {
  'challenge-guard': {
    status: 409,
    'zh-CN': ({ verb, guard }: Values) => `不能${name('zh-CN', 'verbs', verb)}：${name('zh-CN', 'guards', guard)}。请刷新后再看`,
    en: ({ verb, guard }: Values) =>
      `“${name('en', 'verbs', verb)}” is not possible: ${name('en', 'guards', guard)}. Reload and look again`,
  },
  'challenge-kind': {
    status: 400,
    'zh-CN': ({ verb, kind }: Values) => `${chinese.kinds[String(kind)] ?? kind}没有“${name('zh-CN', 'verbs', verb)}”这一步。请另行登记`,
    en: ({ verb, kind }: Values) => `A ${english.kinds[String(kind)] ?? kind} knows no “${name('en', 'verbs', verb)}”. Register it apart`,
  },
  'challenge-outcome': {
    status: 400,
    'zh-CN': ({ outcome }: Values) =>
      `“${chinese.outcomes[String(outcome)] ?? outcome}”不能这样记：维持原判只用于二审、再审，撤回和不予受理各有自己的一步。请重新选`,
    en: ({ outcome }: Values) =>
      `“${english.outcomes[String(outcome)] ?? outcome}” cannot be recorded like this: a judgment stands only on appeal; withdrawal and non-acceptance are acts of their own. Choose again`,
  },
  'challenge-link': {
    status: 400,
    'zh-CN': ({ what }: Values) => `${what}不是本机关的，或者没有。请核对后再关联`,
    en: ({ what }: Values) => `${what} is not of this body, or does not exist. Check it and link again`,
  },
  'reopen-uncorrected': {
    status: 400,
    'zh-CN': () => '只有结果为纠正的，才能同时重新办理申请。请核对结果',
    en: () => 'Cases are reopened with a result that corrects. Check the result',
  },
} as const

/** What happened, as a line of the timeline, from the kind and the data of the event. */
export function challengeLine(language: 'zh-CN' | 'en', kind: string, data: Readonly<Record<string, unknown>>): string {
  const words = challengeWords[language]
  const of = (list: Names, key: unknown) => list[String(key)] ?? String(key)
  const joined = (...parts: unknown[]) =>
    parts.filter((part) => typeof part === 'string' && part !== '').join(language === 'zh-CN' ? '，' : ', ')
  const { lines } = words
  switch (kind) {
    case 'challenge.filed':
      return joined(of(words.kinds, data.kind), data.organ, data.number)
    case 'challenge.accepted':
      return joined(data.isDeemed === true ? lines.deemed : lines.accepted, data.number)
    case 'challenge.copy-received':
      return joined(lines.copy, of(words.procedures, data.procedure), data.number)
    case 'challenge.refused':
      return joined(of(words.outcomes, 'not-accepted'), data.number)
    case 'challenge.answered':
      return joined(lines.answered, data.lateReason === '' ? '' : `${lines.late}${String(data.lateReason)}`)
    case 'challenge.decided':
      return joined(of(words.outcomes, data.outcome), data.number)
    case 'challenge.withdrawn':
      return of(words.outcomes, 'withdrawn')
    case 'challenge.appealed':
      return joined(of(words.stages, data.stage), of(words.parties, data.by), data.organ, data.number)
    case 'challenge.remanded':
      return joined(lines.remanded, data.organ, data.number)
    case 'challenge.amended':
      return joined(lines.amended, data.reason)
    case 'challenge.assigned':
      return lines.assigned
    case 'challenge.voided':
      return joined(lines.voided, data.reason)
    default:
      return ''
  }
}
