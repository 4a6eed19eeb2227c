/** What is said about letters (文书), the register of what is withheld, and the archive of a case. The wording of letters themselves is casework's own. */

type Values = Readonly<Record<string, string | number>>
type Names = Readonly<Record<string, string>>

/** Sentences of the audit log. */
export const letterEvents: Readonly<Record<'zh-CN' | 'en', Names>> = {
  'zh-CN': {
    'letter.drafted': '起草了“{title}”',
    'letter.edited': '修改了“{title}”，第 {edition} 稿',
    'letter.returned': '“{title}”退回修改',
    'letter.approved': '“{title}”签发，文号 {number}',
    'letter.cancelled': '取消了“{title}” {number}',
    'letter.sent': '发出了“{title}” {number}',
    'letter.served': '“{title}” {number} 已送达',
    'letter.undelivered': '“{title}” {number} 没有送到',
    'letter.proof-added': '给“{title}” {number} 存了凭证',
    'letter-template.changed': '修改了文书模板',
    'letter-template.restored': '恢复了文书模板的原文',
    'withheld.listed': '申请 {number} 不予公开的信息记入台账，{reviewOn} 前重新审查',
    'withheld.kept': '重新审查了申请 {number} 不予公开的信息，仍不公开',
    'withheld.released': '重新审查了申请 {number} 不予公开的信息，可以公开',
    'request.filed': '导出了申请 {number} 的案卷',
  },
  en: {
    'letter.drafted': 'drafted “{title}”',
    'letter.edited': 'changed “{title}”, edition {edition}',
    'letter.returned': '“{title}” was returned',
    'letter.approved': '“{title}” was approved with number {number}',
    'letter.cancelled': 'cancelled “{title}” {number}',
    'letter.sent': 'sent “{title}” {number}',
    'letter.served': '“{title}” {number} was served',
    'letter.undelivered': '“{title}” {number} came back',
    'letter.proof-added': 'kept a proof for “{title}” {number}',
    'letter-template.changed': 'changed the wording of a letter',
    'letter-template.restored': 'went back to the standard wording of a letter',
    'withheld.listed': 'listed what request {number} was refused; to be looked at again by {reviewOn}',
    'withheld.kept': 'looked again at what request {number} was refused, and keeps it',
    'withheld.released': 'looked again at what request {number} was refused, and releases it',
    'request.filed': 'exported the file of request {number}',
  },
}

const methodReasons: Readonly<Record<'zh-CN' | 'en', Names>> = {
  'zh-CN': {
    kind: '这种文书不能这样发出。请换一种方式',
    'not-chosen': '申请人没有选择这种电子方式，不能用它送达。请邮寄、当面送达，或者先取得申请人同意并修改登记',
    online: '用网络送达，必须同时告知网上申请行政复议的网址（行政复议法第二十二条）。请先在“设置—文书和编号”里填写，或者改用邮寄、当面送达',
    tracking: '要填中国邮政的邮件号（13 位）。答复书只能交邮政企业寄，不能用快递公司（国办公开办函〔2016〕235号）',
  },
  en: {
    kind: 'This kind of letter does not leave that way. Choose another',
    'not-chosen':
      'The applicant did not choose this electronic way. Post it or hand it over, or get their consent and amend the registration first',
    online:
      'A decision served over the network must name the address for reconsideration online (复议法 Art. 22). Fill it in under Settings, or post it',
    tracking: 'Give the number of the postal enterprise (13 characters). A decision may not go by courier (国办公开办函〔2016〕235号)',
  },
}

export const letterFailures = {
  'letter-cases': {
    status: 400,
    'zh-CN': () => '一份文书只能对应本机关的申请；发给申请人的，几件申请要是同一个人提出、用同一种方式领取的。请重新选',
    en: () =>
      'A letter belongs to cases of one body; one to the applicant, to cases of the same person who wants them delivered the same way. Choose again',
  },
  'letter-kind': {
    status: 409,
    'zh-CN': () => '这种答复书和“处理结果”里定的不一致。请按定好的结果起草，或者先改结果',
    en: () => 'This answer is not the one that the outcome asks for. Draft the right one, or decide again first',
  },
  'letter-open': {
    status: 409,
    'zh-CN': () => '这件申请已经有一份同样的文书还没有发出。请接着办那一份，或者先取消它',
    en: () => 'This case has a letter of the kind that is not sent yet. Go on with that one, or cancel it first',
  },
  'letter-changed': {
    status: 409,
    'zh-CN': () => '你打开以后，别人改过这份文书。请刷新，在新的一稿上改',
    en: () => 'Somebody changed this letter after you opened it. Reload, and change what is there now',
  },
  'letter-approver': {
    status: 409,
    'zh-CN': ({ named, approver }: Values) => `告知书写的是“${named}”批准延期，实际批准的是“${approver}”。请退回，改成实际批准的人再送审`,
    en: ({ named, approver }: Values) =>
      `The notice says that “${named}” approved the extension, but “${approver}” did. Return it, and name who approves`,
  },
  'letter-method': {
    status: 409,
    'zh-CN': ({ why }: Values) => methodReasons['zh-CN'][String(why)] ?? String(why),
    en: ({ why }: Values) => methodReasons.en[String(why)] ?? String(why),
  },
  'enclosure-redacted': {
    status: 409,
    'zh-CN': ({ name }: Values) => `“${name}”有要遮盖的内容，不能原样附上。请附遮盖好的那一份`,
    en: ({ name }: Values) => `Parts of “${name}” are withheld: it cannot be enclosed as it is. Enclose the redacted file`,
  },
  'case-moved': {
    status: 409,
    'zh-CN': () => '整理案卷的时候，这件申请又有了新的经过。请再归档一次',
    en: () => 'Something happened to this case while its file was made up. Archive it again',
  },
  'withheld-over': {
    status: 409,
    'zh-CN': () => '这一条已经审查完或者原决定已经撤销。请刷新后再看',
    en: () => 'This entry was released, or its decision set aside. Reload and look again',
  },
} as const
