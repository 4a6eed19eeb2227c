/** Names, notes and refusals of the settings. */

export interface SettingWords {
  readonly label: string
  /** What it does, and what 0 or nothing means. */
  readonly note: string
}

interface Words {
  readonly settings: Readonly<Record<string, SettingWords>>
  readonly groups: Readonly<Record<string, string>>
  readonly units: Readonly<Record<string, string>>
  /** Names of the choices of a setting, by its key. */
  readonly choices: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Why a value is not taken; the name of the setting stands in front. */
  readonly objections: Readonly<Record<string, (values: { min: number; max: number }) => string>>
}

const chinese: Words = {
  groups: {
    'sign-in': '登录',
    session: '登录时长',
    audit: '审计',
    site: '网站标识',
    approval: '审核签发',
    casework: '依申请公开',
    letters: '文书和编号',
    fees: '信息处理费',
    report: '年度报告',
  },
  units: { days: '天', 'working-days': '个工作日', times: '次', minutes: '分钟', hours: '小时', months: '个月' },
  settings: {
    passwordDays: { label: '密码多久要换一次', note: '到期后，下一次登录要先换密码。填 0 表示不要求定期更换。' },
    lockAfter: { label: '连续输错几次就锁定', note: '密码和动态验证码一并计算，登录成功后重新计数。' },
    lockMinutes: { label: '锁定多久', note: '过了这段时间自动解锁；安全管理员可以提前解锁。' },
    totpRoles: { label: '哪些岗位登录要用动态验证码', note: '担任其中任何一个岗位的人，第一次登录时要绑定验证器。' },
    sessionIdleMinutes: { label: '多久不操作就退出登录', note: '离开座位忘了退出时，别人不能接着用。' },
    sessionHours: { label: '一次登录最长多久', note: '到时间就退出，一直在用也一样。' },
    auditMonths: {
      label: '登录类审计记录在线保留多久',
      note: '更早的登录类记录，内容移入归档文件，记录本身和校验值仍留在库里。填 0 表示全部在线保留。不得少于 6 个月。',
    },
    organiser: { label: '主办单位', note: '显示在每页页脚。' },
    undertaker: { label: '承办单位', note: '显示在每页页脚；没有可以不填。' },
    siteCode: { label: '网站标识码', note: '10 位数字；部委为 bm 加 8 位数字。显示在每页页脚。' },
    icpNumber: { label: 'ICP 备案号', note: '如“某ICP备00000000号-1”。显示在每页页脚。' },
    policeNumber: { label: '公安备案号', note: '如“某公网安备00000000000000号”。显示在每页页脚。' },
    contact: { label: '联系方式', note: '网站的联系电话或邮箱，显示在每页页脚。' },
    noteOnSecrets: { label: '保密提示', note: '显示在登录、上传和打印的页面上。不填就用系统自带的提示。' },
    smallBody: {
      label: '人手少，审核签发可以合并',
      note: '审核的几个步骤可以由一个人一次办完，但起草人以外至少还要有一个人。',
    },
    answerReview: { label: '答复书由谁审核签发', note: '按顺序逐一审核，至少一人，而且不能是起草人。' },
    noticeReview: { label: '补正、延期等告知书由谁审核', note: '按顺序逐一审核。延期须经政府信息公开工作机构负责人同意，不受这一项影响。' },
    legalReview: { label: '拟不予公开的，先过合法性审查', note: '开启后，不予公开、部分公开、不予处理的答复要有合法性审查意见才能送审。' },
    applyOnline: { label: '网上可以提交申请', note: '关闭后，公开网站只说明怎样当面、邮寄或传真申请。' },
    emailReceipt: { label: '电子邮件哪天算收到', note: '条例和 2015 年的答复说法不同。“较早的一天”两种说法下都不会逾期。' },
    correctionDays: { label: '给申请人多少天补正', note: '条例只说“合理的补正期限”。写进补正告知书，从收到告知书起算。' },
    reasonsDays: { label: '给申请人多少天说明理由', note: '申请数量、频次明显超过合理范围时。' },
    internalDays: { label: '内部办结期限', note: '从收到申请起算，到期提醒承办人和负责人。填 0 表示不设。' },
    outcomeWithoutRow: { label: '表格没有单列的结果计入哪一行', note: '例如“不属于政府信息”。' },
    mixedApplicants: { label: '几个人一起申请、类型不同时计入哪一列', note: '一张申请表只计 1 件。' },
    reopenedCounts: {
      label: '答复被撤销后重新办理怎样统计',
      note: '“只计一次”：以年底时有效的结果为准，已报告的年份不变。“重新计”：重新办理作为新收的一件。',
    },
    withheldMonths: { label: '不予公开的信息多久重新审查一次', note: '到期提醒，逐件决定继续不公开还是可以公开。' },
    reportReview: { label: '年度报告由谁审核签批', note: '按次序；起草人不能批自己的。' },
    lapsedCounts: {
      label: '规范性文件到期失效算不算废止',
      note: '表二只有“废止”一栏，没有“失效”。默认到期失效的不算废止，只是不再现行有效。',
    },
    requestNumber: { label: '申请编号的写法', note: '{年} 是年份，{号} 是当年的顺序号，{号:4} 补足四位。' },
    letterNumber: { label: '文书文号的写法', note: '{字} 是机关代字，{年} 是年份，{号} 是当年的顺序号；年份用六角括号〔〕。' },
    letterWord: { label: '机关代字', note: '如“云自然资公开”。没有填写时文书不能编号、不能发出。' },
    onlineReconsideration: { label: '网上申请行政复议的网址', note: '用网络送达答复时，法律要求同时告诉申请人；没有填写时不能网络送达。' },
    chargesFees: { label: '收取信息处理费', note: '收费是“可以”，不是必须。关闭时系统不出收费通知。' },
    feeMonth: { label: '按件收费的“当月”按哪天算', note: '同一申请人一个自然月内申请的件数。' },
    feeAccount: { label: '缴费方式', note: '写进收费通知书：缴入哪个非税账户、凭什么缴、找谁开票。' },
  },
  choices: {
    emailReceipt: { earlier: '较早的一天', system: '系统收到之日', confirmation: '双方确认之日' },
    outcomeWithoutRow: {
      otherOther: '（六）其他处理 3.其他',
      unableNotHeld: '（四）无法提供 1.本机关不掌握相关政府信息',
      rejectedPetition: '（五）不予处理 1.信访举报投诉类申请',
    },
    mixedApplicants: { first: '按第一申请人', 'natural-person': '有自然人就计自然人', organisation: '有组织就计组织' },
    reopenedCounts: { once: '只计一次', anew: '重新计' },
    feeMonth: { received: '收到申请之日', submitted: '提交申请之日' },
  },
  objections: {
    'not-whole': () => '要填整数',
    'out-of-bounds': ({ min, max }) => `要在 ${min} 到 ${max} 之间`,
    'not-text': () => '要填文字',
    'too-long': ({ max }) => `最多 ${max} 个字`,
    'wrong-form': () => '写法不对，请看这一项的说明',
    'not-yes-or-no': () => '只能选是或否',
    'not-a-choice': () => '里面有不能选的项',
  },
}

const english: Words = {
  groups: {
    'sign-in': 'Signing in',
    session: 'Sessions',
    audit: 'Audit',
    site: 'Marks of the site',
    approval: 'Approval',
    casework: 'Requests',
    letters: 'Letters and numbers',
    fees: 'Information-handling fee',
    report: 'Annual report',
  },
  units: { days: 'days', 'working-days': 'working days', times: 'times', minutes: 'minutes', hours: 'hours', months: 'months' },
  settings: {
    passwordDays: {
      label: 'A password lasts',
      note: 'After that it must be changed at the next sign-in. 0: passwords need not be changed by time.',
    },
    lockAfter: {
      label: 'Lock after so many failures in a row',
      note: 'Wrong passwords and wrong codes count together; signing in starts the count anew.',
    },
    lockMinutes: { label: 'A lock lasts', note: 'Then it opens by itself; a security administrator can open it earlier.' },
    totpRoles: {
      label: 'Roles that sign in with a code',
      note: 'Whoever holds one of them sets up an authenticator at the first sign-in.',
    },
    sessionIdleMinutes: { label: 'Sign out after doing nothing for', note: 'So that nobody goes on at a desk left open.' },
    sessionHours: { label: 'A sign-in lasts at most', note: 'Then it ends, even in use.' },
    auditMonths: {
      label: 'Details of sign-in events stay in the database for',
      note: 'What earlier ones say moves to an archive file; the events and their hashes stay. 0: everything stays. Never less than 6 months.',
    },
    organiser: { label: 'Host organisation (主办)', note: 'Stands at the foot of every page.' },
    undertaker: { label: 'Operating organisation (承办)', note: 'Stands at the foot of every page; may be empty.' },
    siteCode: { label: 'Site code (网站标识码)', note: 'Ten digits; ministries have bm and eight. Stands at the foot of every page.' },
    icpNumber: { label: 'ICP record', note: 'As 某ICP备00000000号-1. Stands at the foot of every page.' },
    policeNumber: { label: 'Police record', note: 'As 某公网安备00000000000000号. Stands at the foot of every page.' },
    contact: { label: 'Contact', note: 'Telephone or e-mail of the site, at the foot of every page.' },
    noteOnSecrets: {
      label: 'Note on state secrets',
      note: 'Shown where one signs in, uploads and prints. Empty: the note that comes with the system.',
    },
    smallBody: {
      label: 'Few people: steps of approval may merge',
      note: 'One person may take several steps of review at once, but never fewer than one person beside the drafter.',
    },
    answerReview: { label: 'Who reviews an answer', note: 'One after another; at least one, never the drafter.' },
    noticeReview: {
      label: 'Who reviews correction, extension and other notices',
      note: 'One after another. An extension needs the head of the disclosure unit whatever is set here.',
    },
    legalReview: {
      label: 'Legal review before a refusal',
      note: 'When on, a refusal, a partial disclosure or a rejection cannot be sent for approval without a legal opinion.',
    },
    applyOnline: {
      label: 'Requests can be sent on the site',
      note: 'When off, the site only says how to apply in person, by post or by fax.',
    },
    emailReceipt: {
      label: 'Which day an e-mail counts as received',
      note: 'The Regulation and the reply of 2015 differ. “The earlier day” is never late under either.',
    },
    correctionDays: {
      label: 'Time to correct a request',
      note: 'The Regulation says “a reasonable period”. Printed in the notice, counted from its receipt.',
    },
    reasonsDays: { label: 'Time to give reasons', note: 'Where the number or frequency of requests is clearly beyond reason.' },
    internalDays: { label: 'Internal deadline', note: 'From receipt; the case worker and the head of unit are reminded. 0: none.' },
    outcomeWithoutRow: { label: 'Row for outcomes the form has no row for', note: 'Such as “not government information”.' },
    mixedApplicants: { label: 'Column where several applicants of different kinds sign one form', note: 'One form counts once.' },
    reopenedCounts: {
      label: 'How a case reopened after its answer was set aside counts',
      note: '“Once”: by the outcome that stands at the end of the year; years reported stay as they are. “Anew”: as one more request received.',
    },
    reportReview: { label: 'Who reviews the annual report', note: 'In order; nobody approves what they drafted.' },
    lapsedCounts: {
      label: 'A normative document that lapses counts as repealed',
      note: 'Table 二 has a column for what was repealed and none for what lapsed. By default what lapses is in force no more, and not repealed.',
    },
    withheldMonths: {
      label: 'What is withheld is looked at again after',
      note: 'A reminder then asks, one by one, whether it is still to be withheld.',
    },
    requestNumber: { label: 'How requests are numbered', note: '{年} is the year, {号} the serial of the year, {号:4} of four digits.' },
    letterNumber: {
      label: 'How letters are numbered',
      note: '{字} is the word of the body, {年} the year, {号} the serial; the year stands in 〔〕.',
    },
    letterWord: { label: 'Word of the body in numbers', note: 'As 云自然资公开. Without it letters cannot be numbered or sent.' },
    onlineReconsideration: {
      label: 'Address for applying for reconsideration online',
      note: 'Where an answer is served online the law wants this told with it; without it no answer is served online.',
    },
    chargesFees: { label: 'Charge the information-handling fee', note: 'The rule says “may”. When off, no fee notices are made.' },
    feeMonth: {
      label: 'Which day puts a request into its month',
      note: 'Requests of one applicant in one calendar month are counted for the fee by piece.',
    },
    feeAccount: { label: 'How to pay', note: 'Printed in the fee notice: the account, with what, and who gives the receipt.' },
  },
  choices: {
    emailReceipt: { earlier: 'the earlier day', system: 'the day our system had it', confirmation: 'the day both sides confirmed it' },
    outcomeWithoutRow: { otherOther: '(6) 3. other', unableNotHeld: '(4) 1. not held', rejectedPetition: '(5) 1. petition, complaint' },
    mixedApplicants: {
      first: 'of the first applicant',
      'natural-person': 'natural person, if there is one',
      organisation: 'organisation, if there is one',
    },
    reopenedCounts: { once: 'once', anew: 'anew' },
    feeMonth: { received: 'the day of receipt', submitted: 'the day it was sent' },
  },
  objections: {
    'not-whole': () => 'a whole number is wanted',
    'out-of-bounds': ({ min, max }) => `from ${min} to ${max}`,
    'not-text': () => 'text is wanted',
    'too-long': ({ max }) => `at most ${max} characters`,
    'wrong-form': () => 'not written as it should be; see the note of this setting',
    'not-yes-or-no': () => 'yes or no',
    'not-a-choice': () => 'something in it is not among the choices',
  },
}

export const settingWords: Readonly<Record<'zh-CN' | 'en', Words>> = { 'zh-CN': chinese, en: english }
