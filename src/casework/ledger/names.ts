/** What a word in a ledger means: rows of table 三, kinds of applicant, ways in and out. What is not sure is said to be so, never taken in silence. */
import type { Channel } from '#calendar'
import { fold } from '#kit'
import { formOf } from '#report'
import { type ApplicantKind, type Delivery, type OutcomeRow, outcomeRows } from '../model.ts'

/** What was found, and whether somebody has to confirm it; several where the word may mean each of them; none where it says nothing. */
export interface Meaning<T> {
  readonly found: readonly T[]
  readonly sure: boolean
}

/** How a case ended in a ledger: a row of table 三, withdrawn, or something the form has no row for. */
export type Ending = OutcomeRow | 'withdrawn' | 'without-row'

const rows = formOf('2021').requests.rows

/** The label of a row of table 三 with its group, as the form prints it. */
export function rowLabel(row: OutcomeRow): string {
  const { group, label } = rows.find(({ key }) => key === row)!
  return `${group ?? ''}${label}`
}

/** Ways of writing that leave no doubt, beside the labels of the form. */
const certain: Readonly<Partial<Record<Ending, readonly string[]>>> = {
  granted: ['公开', '同意公开', '全部公开', '准予公开', '主动公开', '已主动公开', '已公开', '属于主动公开'],
  partlyGranted: ['部分公开', '区分处理', '部分予以公开', '部分公开部分不予公开'],
  refusedStateSecret: ['国家秘密', '涉及国家秘密', '涉密'],
  refusedByLaw: ['法律行政法规禁止公开', '其他法律法规禁止公开'],
  refusedSafety: ['三安全一稳定', '危及国家安全公共安全经济安全社会稳定'],
  refusedThirdParty: ['第三方合法权益', '商业秘密', '个人隐私', '涉及商业秘密', '涉及个人隐私', '第三方不同意公开'],
  refusedInternal: ['内部事务信息', '内部管理信息', '三类内部事务信息'],
  refusedProcess: ['过程性信息', '四类过程性信息'],
  refusedEnforcementFile: ['行政执法案卷', '执法案卷', '行政执法案卷信息'],
  refusedInquiry: ['行政查询事项', '行政查询', '不动产登记资料查询', '工商登记资料查询'],
  unableNotHeld: [
    '不掌握',
    '本机关不掌握',
    '信息不存在',
    '政府信息不存在',
    '不存在',
    '非本机关掌握',
    '不属于本机关公开',
    '非本机关公开',
    '不属于本机关负责公开',
    '不属于本机关职责',
    '不属于本机关公开职责权限范围',
  ],
  unableToCreate: ['没有现成信息', '无现成信息', '需要另行制作', '需加工分析', '需要加工分析'],
  unableUnclear: ['补正后仍不明确', '补正后申请内容仍不明确'],
  rejectedPetition: ['信访', '信访事项', '信访举报投诉', '投诉举报', '信访投诉举报'],
  rejectedDuplicate: ['重复申请', '重复'],
  rejectedPublication: ['公开出版物', '要求提供公开出版物'],
  rejectedExcessive: ['大量反复申请', '无正当理由大量反复申请'],
  rejectedReconfirm: ['要求确认或重新出具', '确认或重新出具已获取信息'],
  otherNotCorrected: ['逾期不补正', '逾期未补正', '无正当理由逾期不补正', '逾期不补正不再处理'],
  otherUnpaid: ['逾期未缴费', '逾期不缴费', '逾期未缴纳费用', '逾期不缴费不再处理'],
  otherOther: ['其他处理其他'],
  withdrawn: ['撤回', '撤回申请', '申请人撤回', '申请人撤回申请', '撤销申请', '主动撤回', '申请人撤销'],
}

/** Words that point to a row wherever they stand. */
const pointing: Readonly<Partial<Record<Ending, RegExp>>> = {
  partlyGranted: /部分公开|部分予以公开|区分处理/,
  refusedStateSecret: /国家秘密|涉密/,
  refusedByLaw: /法规禁止|法律禁止|法律规定不得公开/,
  refusedSafety: /三安全|公共安全|社会稳定|国家安全/,
  refusedThirdParty: /第三方|商业秘密|个人隐私/,
  refusedInternal: /内部事务|内部管理|人事管理|后勤管理/,
  refusedProcess: /过程性|讨论记录|磋商信函|请示报告/,
  refusedEnforcementFile: /执法案卷/,
  refusedInquiry: /行政查询|查询事项|登记资料|登记查询/,
  unableNotHeld: /不存在|不掌握|未制作|未获取|非本机关|不属于本机关|不是本机关|其他机关/,
  unableToCreate: /现成|加工|汇总分析|另行制作/,
  unableUnclear: /不明确|不清楚/,
  rejectedPetition: /信访|投诉|举报/,
  rejectedDuplicate: /重复/,
  rejectedPublication: /出版物|公报|报刊|书籍/,
  rejectedExcessive: /大量|频繁|反复申请/,
  rejectedReconfirm: /重新出具|要求确认/,
  otherNotCorrected: /(?:逾期|未|不)[^后]{0,4}补正/,
  otherUnpaid: /(?:逾期|未|不)[^后]{0,4}缴/,
  withdrawn: /撤回|撤销|撤诉|终止/,
  'without-row': /不属于政府信息|非政府信息|不是政府信息|咨询/,
}

const certainly = new Map<string, Ending>([
  ...(Object.entries(certain) as [Ending, readonly string[]][]).flatMap(([row, names]) =>
    names.map((name): [string, Ending] => [fold(name), row]),
  ),
  ...outcomeRows.flatMap((row) => labelsOf(row).map((label): [string, Ending] => [label, row])),
])

/** The label alone and with its group, with and without their numbers; 其他 alone could be a row or an answer, so it needs its group. */
function labelsOf(row: OutcomeRow): string[] {
  const { group, label } = rows.find(({ key }) => key === row)!
  const bare = (text: string) => text.replace(/^(?:（[一-七]）|[一二三四]、|\d\.)/, '').replace(/（区分处理.*$/, '')
  const alone = [label, bare(label)]
  const grouped = group === null ? [] : alone.flatMap((one) => [`${group}${one}`, `${bare(group)}${one}`])
  return [...(row === 'otherOther' ? [] : alone), ...grouped].map(fold)
}

/** Which row of table 三, or other ending, a result names. */
export function endingOf(text: string): Meaning<Ending> {
  const plain = fold(text)
  const known = certainly.get(plain)
  if (known) return { found: [known], sure: true }
  // 区分处理的，只计这一情形，不计其他情形.
  if (pointing.partlyGranted!.test(plain)) return { found: ['partlyGranted'], sure: false }
  const pointed = (Object.entries(pointing) as [Ending, RegExp][]).filter(([, words]) => words.test(plain)).map(([row]) => row)
  if (pointed.length > 0) return { found: pointed, sure: false }
  const group = rows.filter((row) => row.group !== null && fold(row.group).endsWith(plain) && plain.length > 2).map(({ key }) => key)
  if (group.length > 0) return { found: outcomeRows.filter((row) => group.includes(row)), sure: false }
  if (/^(?:不)?(?:予以?)?公开/.test(plain) && !plain.startsWith('不')) return { found: ['granted'], sure: false }
  return plain === '其他' ? { found: ['otherOther'], sure: false } : { found: [], sure: false }
}

const kindNames: readonly (readonly [ApplicantKind, RegExp])[] = [
  ['naturalPerson', /^(?:自然人|公民|个人|中国公民)$/],
  ['enterprise', /^(?:商业企业|企业|公司|企业法人|工商企业)$/],
  ['research', /^(?:科研机构|科研院所|研究机构)$/],
  ['socialOrganization', /^(?:社会公益组织|公益组织|社会组织|社会团体)$/],
  ['legalService', /^(?:法律服务机构|律师事务所|律所|法律服务)$/],
  ['other', /^(?:其他|其他组织|其他法人|法人或其他组织其他|其他法人或组织)$/],
]

const kindsByName: readonly (readonly [ApplicantKind, RegExp])[] = [
  ['legalService', /律师事务所|法律服务所|法律援助/],
  ['research', /研究院|研究所|科学院|研究中心/],
  ['socialOrganization', /基金会|协会|商会|学会|联合会|促进会/],
  ['enterprise', /公司|集团|工厂|企业|银行$|商行$/],
  ['naturalPerson', /^\p{Script=Han}{2,4}$|^\p{Script=Han}+·\p{Script=Han}+$/u],
]

/** The column of table 三: as written, else as the applicant's name lets one guess. */
export function kindOf(text: string, applicant: string): Meaning<ApplicantKind> {
  const plain = fold(text)
  const named = kindNames.filter(([, pattern]) => pattern.test(plain)).map(([kind]) => kind)
  if (named.length > 0) return { found: named, sure: true }
  const guessed = kindsByName.find(([kind, pattern]) => pattern.test(applicant) && (kind !== 'naturalPerson' || plain === ''))
  return { found: guessed ? [guessed[0]] : [], sure: false }
}

const channelNames: readonly (readonly [Channel, RegExp, boolean])[] = [
  ['in-person', /^(?:当面|现场|窗口|当面提交|现场申请|现场提交|来人|来访|当面申请|口头)$/, true],
  ['registered-post', /^(?:挂号信|特快专递|挂号信特快专递|EMS|邮政特快|邮寄签收|挂号)$/i, true],
  ['ordinary-post', /^(?:平常信函|平信|普通信函)$/, true],
  ['internet', /^(?:网站|网上|网络|互联网|在线|网上申请|在线申请|网上提交|门户网站|平台|网站申请|网络申请)$/, true],
  ['fax', /^传真$/, true],
  ['e-mail', /^(?:电子邮件|邮件|邮箱|电子邮箱|email)$/i, true],
  ['registered-post', /^(?:邮寄|信函|来信|信件|邮政|快递|书面)$/, false],
]

/** How it came. 邮寄 does not say whether it was signed for. */
export function channelOf(text: string): Meaning<Channel> {
  const found = channelNames.find(([, pattern]) => pattern.test(fold(text)))
  return found ? { found: [found[0]], sure: found[2] } : { found: [], sure: false }
}

const deliveryNames: readonly (readonly [Delivery, RegExp])[] = [
  ['download', /下载|网上|网站|在线|网络|平台/],
  ['e-mail', /邮件|邮箱|email/i],
  ['post', /邮寄|快递|EMS|挂号|信函|邮政/i],
  ['in-person', /当面|自取|自行领取|现场|窗口|直接送达|领取|当场/],
]

/** How an answer is wanted, or went. */
export function deliveryOf(text: string): Meaning<Delivery> {
  const found = deliveryNames.filter(([, pattern]) => pattern.test(fold(text))).map(([delivery]) => delivery)
  return { found, sure: found.length === 1 }
}

/** Cells that say that there is nothing. */
export const saysNone = (text: string): boolean => /^(?:|无|否|没有|未|不适用|no|none|[-—–/\\]+)$/i.test(text.normalize('NFKC').trim())

/** Cells that say that there was something, and not when. */
export const saysYes = (text: string): boolean => /^(?:是|有|已|yes|y|√|✓)$/i.test(text.normalize('NFKC').trim())

/** A day as offices write it: 2025-09-15, 2025/9/15, 2025.9.15, 2025年9月15日, 20250915, with a time behind it or not; null where it is none. */
export function dayIn(text: string): string | null {
  const plain = text.normalize('NFKC').trim()
  const match =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T\s]+\d{1,2}[:时].*)?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (!match) return null
  const day = `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`
  const instant = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day) ? day : null
}
