/** What casework refuses, by code. */
import { caseworkWords } from './casework.ts'
import { redactionCheckNames, redactionWords } from './redaction.ts'

type Values = Readonly<Record<string, string | number>>

const stateName = (language: 'zh-CN' | 'en', state: unknown): string => caseworkWords[language].states[String(state)] ?? String(state)
const verbName = (language: 'zh-CN' | 'en', verb: unknown): string => caseworkWords[language].verbs[String(verb)] ?? String(verb)
const guardText = (language: 'zh-CN' | 'en', guard: unknown): string => caseworkWords[language].guards[String(guard)] ?? String(guard)
const partNames = (language: 'zh-CN' | 'en', parts: unknown): string =>
  String(parts)
    .split(' ')
    .map((part) => caseworkWords[language].letterParts[part] ?? part)
    .join(language === 'zh-CN' ? '、' : ', ')
const needText = (language: 'zh-CN' | 'en', need: unknown): string =>
  caseworkWords[language].needs[String(need)] ?? guardText(language, need)

export const caseworkFailures = {
  'term-over': {
    status: 409,
    'zh-CN': ({ due }: Values) => `答复期限到 ${due} 已经届满，不能再改期限。请尽快答复，逾期要写明原因`,
    en: ({ due }: Values) =>
      `The term ended on ${due}: the last day cannot be moved any more. Answer as soon as you can; the reason for being late is asked then`,
  },
  'consultation-unreceived': {
    status: 409,
    'zh-CN': () => '还没有登记对方收到征询书的日子：15 个工作日从收到之日起算，先登记收到，或者记下退回重新送达',
    en: () =>
      'The day they received the consultation is not recorded. The 15 working days run from receipt: record it first, or send it again if it came back',
  },
  'own-question': {
    status: 409,
    'zh-CN': () => '合法性审查要由提出的人以外的另一个人答复',
    en: () => 'The legal review is answered by somebody other than who asked for it',
  },
  'answer-under-way': {
    status: 409,
    'zh-CN': ({ letter }: Values) => `这件申请已经拟了《${letter}》，它写的是原来的结果。要改结果，请先取消这份文书`,
    en: ({ letter }: Values) =>
      `“${letter}” is drafted for this request and says the former outcome. Cancel it first, then change the outcome`,
  },
  'case-state': {
    status: 409,
    'zh-CN': ({ verb, state }: Values) =>
      `这件申请现在是“${stateName('zh-CN', state)}”，不能${verbName('zh-CN', verb)}。请刷新后看它走到了哪一步`,
    en: ({ verb, state }: Values) =>
      `This request is “${stateName('en', state)}”: “${verbName('en', verb)}” does not fit. Reload and see where it stands`,
  },
  'case-hand': {
    status: 403,
    'zh-CN': ({ verb }: Values) => `你的岗位不能${verbName('zh-CN', verb)}。请找本机关的经办人或公开机构负责人`,
    en: ({ verb }: Values) => `Your posts do not allow “${verbName('en', verb)}”. Ask the case worker or the head of the disclosure unit`,
  },
  'case-guard': {
    status: 409,
    'zh-CN': ({ verb, guard }: Values) => `还不能${verbName('zh-CN', verb)}：${guardText('zh-CN', guard)}`,
    en: ({ verb, guard }: Values) => `“${verbName('en', verb)}” is not possible yet: ${guardText('en', guard)}`,
  },
  'event-day': {
    status: 400,
    'zh-CN': ({ day, from, to }: Values) => `日期 ${day} 不对，应在 ${from} 到 ${to} 之间。请核对`,
    en: ({ day, from, to }: Values) => `${day} cannot be: it must lie from ${from} to ${to}. Check it`,
  },
  'wrong-query-code': {
    status: 404,
    'zh-CN': () => '没有找到。编号或查询码有一个不对，请对照回执再填一次；回执丢了，请带证件找受理机关',
    en: () => 'Not found. The number or the code is wrong: compare them with your receipt. If it is lost, take your papers to the body',
  },
  'outcome-path': {
    status: 400,
    'zh-CN': ({ question }: Values) => `判断步骤接不上，从“${question}”这一步重新选`,
    en: ({ question }: Values) => `The answers do not follow one another. Choose again from “${question}”`,
  },
  'outcome-needs': {
    status: 409,
    'zh-CN': ({ need }: Values) => `这个结果还缺一步：${needText('zh-CN', need)}`,
    en: ({ need }: Values) => `This outcome still needs: ${needText('en', need)}`,
  },
  'late-reason-missing': {
    status: 400,
    'zh-CN': ({ due, on }: Values) => `最迟应在 ${due} 答复，实际 ${on}。请写明逾期原因和责任科室再发出`,
    en: ({ due, on }: Values) => `The answer was due on ${due} and goes out on ${on}. Write down why it is late and who answers for it`,
  },
  'letter-incomplete': {
    status: 409,
    'zh-CN': ({ parts }: Values) => `文书还缺：${partNames('zh-CN', parts)}。补齐后才能送审、发出`,
    en: ({ parts }: Values) => `The letter still lacks: ${partNames('en', parts)}. Complete it before it is reviewed or sent`,
  },
  'letter-state': {
    status: 409,
    'zh-CN': ({ state }: Values) =>
      `这份文书现在是“${caseworkWords['zh-CN'].letterStates[String(state)] ?? state}”，不能这样做。请刷新后再看`,
    en: ({ state }: Values) => `This letter is “${caseworkWords.en.letterStates[String(state)] ?? state}”. Reload and look again`,
  },
  'letter-word-missing': {
    status: 409,
    'zh-CN': () => '还没有设置机关代字，文书不能编号。请系统管理员在“设置—文书和编号”里填写',
    en: () => 'The word of the body for letter numbers is not set. Ask the system administrator to fill it in under Settings',
  },
  'template-wrong': {
    status: 400,
    'zh-CN': ({ what }: Values) => `模板有问题：${what}。请改正后再保存`,
    en: ({ what }: Values) => `The template is wrong: ${what}. Mend it and save again`,
  },
  'redaction-unproved': {
    status: 409,
    'zh-CN': ({ what }: Values) =>
      `遮盖没有通过核验，没有做到：${redactionCheckNames('zh-CN', what)}。文件没有生成。请把这份文件交给技术人员看`,
    en: ({ what }: Values) =>
      `The redaction did not pass its proof; this does not hold: ${redactionCheckNames('en', what)}. No file was made. Show the document to whoever runs the program`,
  },
  'apply-closed': {
    status: 409,
    'zh-CN': ({ body }: Values) => `${body}没有开通网上申请。请当面、邮寄或传真提交`,
    en: ({ body }: Values) => `${body} does not take requests on this site. Hand it in, post it or fax it`,
  },
  'draft-gone': {
    status: 404,
    'zh-CN': () => '这份没有填完的申请已经过期或者已经提交。请重新开始',
    en: () => 'This unfinished form has expired or was sent. Begin again',
  },
  'challenge-state': {
    status: 409,
    'zh-CN': ({ state }: Values) =>
      `这个案件现在是“${caseworkWords['zh-CN'].challengeStates[String(state)] ?? state}”，不能这样做。请刷新后再看`,
    en: ({ state }: Values) => `This challenge is “${caseworkWords.en.challengeStates[String(state)] ?? state}”. Reload and look again`,
  },
  'post-not-set-up': {
    status: 409,
    'zh-CN': ({ channel }: Values) => `${channel === 'sms' ? '短信' : '邮件'}还没有接通。请运维人员按 docs/operating.zh-CN.md 设置`,
    en: ({ channel }: Values) => `${channel === 'sms' ? 'SMS' : 'E-mail'} is not set up. Ask the operator; see docs/operating.md`,
  },
  'redaction-refused': {
    status: 422,
    'zh-CN': ({ why }: Values) => redactionWords['zh-CN'].refusals[String(why)] ?? String(why),
    en: ({ why }: Values) => redactionWords.en.refusals[String(why)] ?? String(why),
  },
  'redaction-closed': {
    status: 409,
    'zh-CN': () => '这份遮盖已经生成了文件，或者已经作废，不能再改。要改，请照它再做一份',
    en: () => 'This redaction has its file already, or was discarded, and cannot be changed. Begin another from its marks',
  },
  'redaction-changed': {
    status: 409,
    'zh-CN': () => '你打开以后，别人改过这份遮盖。请刷新，在新的上面改',
    en: () => 'Somebody changed this redaction after you opened it. Reload, and change what is there now',
  },
  'redaction-unmarked': {
    status: 409,
    'zh-CN': () => '一处都还没有遮盖。先标出要遮盖的地方；整份都能公开的，不用遮盖，直接公开原件',
    en: () => 'Nothing is marked yet. Mark what is withheld; a document that may be given whole needs no redaction',
  },
  'redaction-mark-wrong': {
    status: 400,
    'zh-CN': ({ number }: Values) => `第 ${number} 处遮盖不在页面上。请删掉重画`,
    en: ({ number }: Values) => `Mark ${number} is not on a page. Delete it and draw it again`,
  },
  'too-early': {
    status: 409,
    'zh-CN': ({ by }: Values) => `还没有到期：最后一天是 ${by}，过了这一天才能这样处理`,
    en: ({ by }: Values) => `The time is not over: the last day is ${by}. Come back after it`,
  },
  'fees-off': {
    status: 409,
    'zh-CN': () => '本机关没有开启信息处理费。确实要收，请系统管理员在“设置—信息处理费”里开启',
    en: () => 'This body does not charge the information-handling fee. Ask the system administrator to switch it on under Settings',
  },
  'fee-nothing': {
    status: 409,
    'zh-CN': () => '按这个件数或页数不收费，不用发收费通知',
    en: () => 'So many pieces or pages cost nothing; no notice is needed',
  },
  'split-too-late': {
    status: 409,
    'zh-CN': () => '补正、征求意见、延期、收费或者定结果以后不能再拆分。请在一份答复里分别写明',
    en: () => 'It cannot be split once it was corrected, consulted on, extended, charged or decided. Answer each part in one letter',
  },
  'file-kind': {
    status: 415,
    'zh-CN': ({ name }: Values) => `“${name}”不是照片或 PDF。请传 JPG、PNG 或 PDF 文件`,
    en: ({ name }: Values) => `“${name}” is neither a photo nor a PDF. Send JPG, PNG or PDF`,
  },
  'too-many-files': {
    status: 409,
    'zh-CN': ({ most }: Values) => `最多传 ${most} 个文件。请先删掉不要的`,
    en: ({ most }: Values) => `At most ${most} files. Remove those you do not need`,
  },
} as const
