/** What is said about the body's own annual report: states, verbs, doubts of a draft, refusals, what happened. */

type Values = Readonly<Record<string, string | number>>
type Names = Readonly<Record<string, string>>

const chinese = {
  states: {
    drafting: '在写',
    reviewing: '审核中',
    approved: '已签批',
    filed: '已报送',
    returned: '退回修改',
    cleared: '已核定',
    published: '已公布',
    none: '未报',
  } as Names,
  verbs: {
    edit: '修改',
    submit: '送审',
    approve: '批准',
    'send-back': '退回起草人',
    recall: '撤回修改',
    file: '报送',
    remark: '批注',
    return: '退回',
    clear: '核定',
    publish: '公布',
    correct: '更正',
    take: '收下',
    paper: '收到纸质版',
  } as Names,
  scopes: { own: '本机关', level: '本级汇总', region: '全域汇总' } as Names,
  doubts: {
    denied: (quote: string, value: number) => `写着“${quote}”，记录里有 ${value}。改成实际情况。`,
    lacking: (count: number) => `${count} 格没有数，或者数不确定。请退回，补齐了重新报`,
    unknownFigure: (name: string) => `没有叫“${name}”的数。改成右边列出的名字，或者直接写数字。`,
    unwritten: (hint: string) => `${hint}还没有写。写好以后去掉【】。`,
    freeNumber: (numbers: readonly string[]) =>
      `${numbers.slice(0, 5).join('、')}${numbers.length > 5 ? ' 等' : ''}没有绑定记录，记录变了不会跟着变。能绑定的绑定，不能的核对一遍。`,
    extras: (extra: string) => `上级通知要求写“${extra}”，第六章里没有找到。`,
    missing: (names: readonly string[]) =>
      `还有 ${names.length} 个机关没有报送，合计里没有它们：${names.slice(0, 12).join('、')}${names.length > 12 ? '等' : ''}。`,
    unknownSums: (count: number) => `${count} 格有报告没有给出数，或者给得不确定，没有给的没有加进去。核对后写明理由，或者申报。`,
    declared: (counted: number, declared: number, reason: string) => `记录数出来是 ${counted}，填报的是 ${declared}：${reason}`,
  },
}

export type FilingWords = typeof chinese

const english: FilingWords = {
  states: {
    drafting: 'being written',
    reviewing: 'under review',
    approved: 'approved',
    filed: 'filed',
    returned: 'returned',
    cleared: 'cleared',
    published: 'published',
    none: 'not filed',
  },
  verbs: {
    edit: 'edit',
    submit: 'send for review',
    approve: 'approve',
    'send-back': 'send back',
    recall: 'take back',
    file: 'file',
    remark: 'remark',
    return: 'return',
    clear: 'clear',
    publish: 'publish',
    correct: 'correct',
    take: 'take in',
    paper: 'tick the paper copy off',
  },
  scopes: { own: 'this body', level: 'bodies of the level', region: 'the whole region' },
  doubts: {
    denied: (quote, value) => `It says “${quote}”; the records have ${value}. Write what happened.`,
    lacking: (count) => `${count} cells have no figure, or no sure one. Return it to be filed whole`,
    unknownFigure: (name) => `There is no figure “${name}”. Use one of those listed, or write the number.`,
    unwritten: (hint) => `${hint} is still to be written; take the brackets 【】 away then.`,
    freeNumber: (numbers) =>
      `${numbers.slice(0, 5).join(', ')}${numbers.length > 5 ? ' and others are' : numbers.length > 1 ? ' are' : ' is'} bound to no record and will not follow it. Bind what can be bound, check the rest.`,
    extras: (extra) => `The notice from above asks for “${extra}”; chapter six does not have it.`,
    missing: (names) =>
      `${names.length} bodies have not filed and are not in the sums: ${names.slice(0, 12).join(', ')}${names.length > 12 ? ' and others' : ''}.`,
    unknownSums: (count) =>
      `${count} cells are not given, or not for sure, by some report that was filed, and lack it. Check and give the reason, or declare them.`,
    declared: (counted, declared, reason) => `The records come to ${counted}, the report says ${declared}: ${reason}`,
  },
}

export const filingWords: Readonly<Record<'zh-CN' | 'en', FilingWords>> = { 'zh-CN': chinese, en: english }

/** Sentences of the audit log. */
export const filingEvents: Readonly<Record<'zh-CN' | 'en', Names>> = {
  'zh-CN': {
    'annual-report.begun': '开始编写 {year} 年年度报告',
    'annual-report.edited': '修改了 {year} 年年度报告',
    'annual-report.sent-for-review': '{year} 年年度报告第 {n} 版送审',
    'annual-report.approved': '{year} 年年度报告第 {version} 版签批',
    'annual-report.sent-back': '{year} 年年度报告退回起草人',
    'annual-report.recalled': '撤回 {year} 年年度报告修改：{reason}',
    'annual-report.filed': '报送了 {year} 年年度报告第 {version} 版',
    'annual-report.remarked': '批注了 {year} 年年度报告：{remark}',
    'annual-report.remark-answered': '答复了 {year} 年年度报告的批注：{answer}',
    'annual-report.returned': '退回了 {year} 年年度报告：{reason}',
    'annual-report.cleared': '核定了 {year} 年年度报告第 {version} 版',
    'annual-report.published': '公布了 {year} 年年度报告第 {version} 版',
    'annual-report.correction-agreed': '同意更正 {year} 年年度报告',
    'annual-report.correction-begun': '更正 {year} 年年度报告：{note}',
    'annual-report.taken': '收下了用文件报送的 {year} 年年度报告：{file}',
    'annual-report.paper-received': '收到 {year} 年年度报告的纸质版',
    'annual-report.rolled-up': '汇总上报了 {year} 年年度报告，{parts} 个机关',
  },
  en: {
    'annual-report.begun': 'began the report on {year}',
    'annual-report.edited': 'edited the report on {year}',
    'annual-report.sent-for-review': 'sent version {n} of the report on {year} for review',
    'annual-report.approved': 'version {version} of the report on {year} was approved',
    'annual-report.sent-back': 'the report on {year} was sent back',
    'annual-report.recalled': 'took the report on {year} back: {reason}',
    'annual-report.filed': 'filed version {version} of the report on {year}',
    'annual-report.remarked': 'remarked on the report on {year}: {remark}',
    'annual-report.remark-answered': 'answered a remark on the report on {year}: {answer}',
    'annual-report.returned': 'returned the report on {year}: {reason}',
    'annual-report.cleared': 'cleared version {version} of the report on {year}',
    'annual-report.published': 'published version {version} of the report on {year}',
    'annual-report.correction-agreed': 'agreed to a correction of the report on {year}',
    'annual-report.correction-begun': 'corrects the report on {year}: {note}',
    'annual-report.taken': 'took in the report on {year} filed as {file}',
    'annual-report.paper-received': 'has the paper copy of the report on {year}',
    'annual-report.rolled-up': 'reported the roll-up of {year} upward, {parts} bodies',
  },
}

const stateName = (language: 'zh-CN' | 'en', state: unknown): string => filingWords[language].states[String(state)] ?? String(state)
const verbName = (language: 'zh-CN' | 'en', verb: unknown): string => filingWords[language].verbs[String(verb)] ?? String(verb)

/** What filing refuses, by code. */
export const filingFailures = {
  'report-state': {
    status: 409,
    'zh-CN': ({ verb, state }: Values) =>
      `报告现在是“${stateName('zh-CN', state)}”，不能${verbName('zh-CN', verb)}。请刷新后看它走到了哪一步`,
    en: ({ verb, state }: Values) =>
      `The report is ${stateName('en', state)}: “${verbName('en', verb)}” does not fit. Reload and see where it stands`,
  },
  'report-changed': {
    status: 409,
    'zh-CN': () => '报告刚被别人改过。请刷新，把你的改动再写上',
    en: () => 'Somebody has just changed the report. Reload, then write your change again',
  },
  'report-unsound': {
    status: 409,
    'zh-CN': ({ count, first }: Values) => `还有 ${count} 处要处理才能送审。第一处：${first}`,
    en: ({ count, first }: Values) => `${count} to be dealt with before it can be sent for review. The first: ${first}`,
  },
  'report-unremarked': {
    status: 409,
    'zh-CN': () => '还没有批注，不能退回。请先指出哪一格、哪一段要改',
    en: () => 'Nothing is remarked yet. Say which cell or passage is to be mended, then return it',
  },
  'report-year-running': {
    status: 409,
    'zh-CN': ({ year }: Values) => `${year} 年还没有过完，报告可以先写，过完再送审、报送、公布`,
    en: ({ year }: Values) => `${year} is not over: its report may be drafted, and is sent round, filed and published afterwards`,
  },
  'report-all-filed': {
    status: 409,
    'zh-CN': () => '都已经报送，不用催报',
    en: () => 'All have filed: there is nobody to remind',
  },
  'roll-up-moved': {
    status: 409,
    'zh-CN': ({ title }: Values) => `${title}的汇总在你打开之后变了：有机关新报、退回或者更正。请重新看一遍再上报`,
    en: ({ title }: Values) =>
      `The roll-up of ${title} has moved since you opened it: a body filed, was returned or corrected. Look at it again`,
  },
  'roll-up-empty': {
    status: 409,
    'zh-CN': ({ title }: Values) => `${title}还没有一个机关报送，没有可以上报的汇总`,
    en: ({ title }: Values) => `No body of ${title} has filed: there is nothing to report upward`,
  },
  'report-rolled-up': {
    status: 409,
    'zh-CN': ({ title }: Values) => `${title}的这份报告已经汇总上报，更正要先经汇总的机关同意`,
    en: ({ title }: Values) => `The report of ${title} stands in a roll-up reported upward: the office that sums must agree first`,
  },
  'report-own': {
    status: 403,
    'zh-CN': ({ title }: Values) => `${title}是你自己的机关，不能由你审它的报告。请上级的另一个人来办`,
    en: ({ title }: Values) => `${title} is your own body: somebody else of the office above must look at its report`,
  },
} as const
