import type { Column, RequestRow } from './form.ts'

/** Headings of the six chapters; both editions order them alike (国办公开办函〔2021〕30号). */
export const chapters = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
] as const

/** Columns of table 三: who applied. */
export const applicants: readonly Column[] = [
  { key: 'naturalPerson', label: '自然人', group: null },
  { key: 'enterprise', label: '商业企业', group: '法人或其他组织' },
  { key: 'research', label: '科研机构', group: '法人或其他组织' },
  { key: 'socialOrganization', label: '社会公益组织', group: '法人或其他组织' },
  { key: 'legalService', label: '法律服务机构', group: '法人或其他组织' },
  { key: 'other', label: '其他', group: '法人或其他组织' },
  { key: 'total', label: '总计', group: null },
]

/** Table 四: three groups of the same five columns, one row of fifteen figures. */
export const challengeGroups: readonly Column[] = [
  { key: 'reconsideration', label: '行政复议', group: null },
  { key: 'directLitigation', label: '未经复议直接起诉', group: '行政诉讼' },
  { key: 'litigationAfterReconsideration', label: '复议后起诉', group: '行政诉讼' },
]
export const challengeResults: readonly Column[] = [
  { key: 'upheld', label: '结果维持', group: null },
  { key: 'corrected', label: '结果纠正', group: null },
  { key: 'other', label: '其他结果', group: null },
  { key: 'pending', label: '尚未审结', group: null },
  { key: 'total', label: '总计', group: null },
]

export const corner = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'
export const over = '申请人情况'
export const results = '三、本年度办理结果'

const refused = '（三）不予公开'
const unable = '（四）无法提供'
const rejected = '（五）不予处理'
const other = '（六）其他处理'

/** Rows 1–20 of table 三, the same in both editions. */
export const requestRowsToRejected: readonly RequestRow[] = [
  { key: 'received', label: '一、本年新收政府信息公开申请数量', group: null, part: 'in', article: null },
  { key: 'carriedIn', label: '二、上年结转政府信息公开申请数量', group: null, part: 'in', article: null },
  { key: 'granted', label: '（一）予以公开', group: null, part: 'outcome', article: '36(1), 36(2)' },
  { key: 'partlyGranted', label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', group: null, part: 'outcome', article: '37' },
  { key: 'refusedStateSecret', label: '1.属于国家秘密', group: refused, part: 'outcome', article: '14' },
  { key: 'refusedByLaw', label: '2.其他法律行政法规禁止公开', group: refused, part: 'outcome', article: '14' },
  { key: 'refusedSafety', label: '3.危及“三安全一稳定”', group: refused, part: 'outcome', article: '14' },
  { key: 'refusedThirdParty', label: '4.保护第三方合法权益', group: refused, part: 'outcome', article: '15' },
  { key: 'refusedInternal', label: '5.属于三类内部事务信息', group: refused, part: 'outcome', article: '16' },
  { key: 'refusedProcess', label: '6.属于四类过程性信息', group: refused, part: 'outcome', article: '16' },
  { key: 'refusedEnforcementFile', label: '7.属于行政执法案卷', group: refused, part: 'outcome', article: '16' },
  { key: 'refusedInquiry', label: '8.属于行政查询事项', group: refused, part: 'outcome', article: '36(7)' },
  { key: 'unableNotHeld', label: '1.本机关不掌握相关政府信息', group: unable, part: 'outcome', article: '36(4), 36(5)' },
  { key: 'unableToCreate', label: '2.没有现成信息需要另行制作', group: unable, part: 'outcome', article: '38' },
  { key: 'unableUnclear', label: '3.补正后申请内容仍不明确', group: unable, part: 'outcome', article: '30' },
  { key: 'rejectedPetition', label: '1.信访举报投诉类申请', group: rejected, part: 'outcome', article: '39' },
  { key: 'rejectedDuplicate', label: '2.重复申请', group: rejected, part: 'outcome', article: '36(6)' },
  { key: 'rejectedPublication', label: '3.要求提供公开出版物', group: rejected, part: 'outcome', article: '39' },
  { key: 'rejectedExcessive', label: '4.无正当理由大量反复申请', group: rejected, part: 'outcome', article: '35' },
  { key: 'rejectedReconfirm', label: '5.要求行政机关确认或重新出具已获取信息', group: rejected, part: 'outcome', article: null },
]

/** （六）其他处理 in the 2021 form: three rows. */
export const otherHandlingRows: readonly RequestRow[] = [
  {
    key: 'otherNotCorrected',
    label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    group: other,
    part: 'outcome',
    article: '30',
  },
  {
    key: 'otherUnpaid',
    label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    group: other,
    part: 'outcome',
    article: null,
  },
  { key: 'otherOther', label: '3.其他', group: other, part: 'outcome', article: null },
]

/** （六）其他处理 as one row: the 2019 form, and some reports of the 2021 form. */
export const otherHandlingRow: RequestRow = { key: 'otherHandling', label: other, group: null, part: 'outcome', article: null }

export const requestRowsToEnd: readonly RequestRow[] = [
  { key: 'concluded', label: '（七）总计', group: null, part: 'concluded', article: null },
  { key: 'carriedOut', label: '四、结转下年度继续办理', group: null, part: 'out', article: null },
]
