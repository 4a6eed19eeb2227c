/**
 * The wording of every letter as the program brings it; a body may have its own. `# ` is the title, `> ` the salutation, `[part]` begins the
 * paragraph that makes a part the law asks for. `{…}` is filled from the case or by whoever drafts; a paragraph whose placeholder stays empty
 * is left out. The papers are Chinese in any language.
 */
import { type LetterKindId, letterKinds } from './kinds.ts'

/** From the case: known without being asked. */
export const givenPlaceholders = [
  '机关',
  '申请人',
  '收件人',
  '申请编号',
  '申请标题',
  '申请内容',
  '收到日期',
  /** 补正、征求意见、延期、缴费, as one sentence each; empty where there was none */ '经过',
  /** Provisions of the outcome, joined */ '依据',
  '救济',
  '网上复议',
  '联系方式',
  /** The last day that the paper fixes */ '期限',
  '检索情况',
  '原答复文号',
  '第三方',
  '金额',
  '金额算法',
  '缴费方式',
  '延期天数',
  '批准人',
  '提供方式',
  '办结日期',
] as const

/** From whoever drafts. */
export const drafterPlaceholders = [
  '事实',
  '理由',
  '公开内容',
  '不公开内容',
  '补正内容',
  '征求事项',
  '协办事项',
  '请示事项',
  '负责机关',
  '获取途径',
  '送达文书',
] as const

export const placeholders = [...givenPlaceholders, ...drafterPlaceholders] as const
export type Placeholder = (typeof placeholders)[number]

/**
 * What may stand in the wording of a kind. Papers to a third party or another organ never name the applicant; what a kind cannot know is not
 * offered to it, for its paragraph would never be printed.
 */
export function placeholdersOf(id: LetterKindId): Placeholder[] {
  const { to, verb, remedy, parts } = letterKinds[id]
  const answers = verb === 'answer' || id === 'approval-sheet' || id === 'publication-transfer'
  const unknown: Placeholder[] = [
    ...(to === 'third-party' || to === 'co-maker' ? (['申请人'] as const) : []),
    ...(to === 'applicant' || to === 'file' ? [] : (['经过', '第三方'] as const)),
    ...(answers ? [] : (['依据', '检索情况', '原答复文号', '提供方式'] as const)),
    ...(remedy === 'none' ? (['救济', '网上复议'] as const) : []),
    ...(parts.includes('period') ? [] : (['期限'] as const)),
    ...(id === 'fee-notice' ? [] : (['金额', '金额算法', '缴费方式'] as const)),
    ...(id === 'extension-notice' ? [] : (['延期天数', '批准人'] as const)),
    ...(id === 'withdrawn-notice' ? [] : (['办结日期'] as const)),
  ]
  return placeholders.filter((name) => !unknown.includes(name))
}

/** Placeholders of a kind that whoever drafts has to fill, in the order of the text. */
export const fieldsOf = (kind: LetterKindId): Placeholder[] => [
  ...new Set(
    [...templates[kind].matchAll(/\{([^{}]+)\}/g)]
      .map((match) => match[1] as Placeholder)
      .filter((name) => (drafterPlaceholders as readonly string[]).includes(name)),
  ),
]

const received = '[received] 本机关于{收到日期}收到你（单位）提出的政府信息公开申请，编号{申请编号}。'
const asked = '[asked] 你（单位）申请公开的内容是：{申请内容}'
/** Under 收到: what was found is another part, and is missing where nobody wrote it. */
const course = '[received] {经过}'
const recordReceived = '[received] 本机关于{收到日期}收到你（单位）提出的政府信息更正申请，编号{申请编号}。'
const recordAsked = '[asked] 你（单位）申请更正的内容是：{申请内容}'
const remedy = `[remedy] {救济}
[online-remedy] {网上复议}`
const contact = '[contact] 联系方式：{联系方式}'

/** An answer: what came in, what happened, what was found, by which provisions, what follows, what may be done about it. */
const answer = (title: string, ...body: readonly string[]): string =>
  [`# {机关}${title}`, '> {申请人}：', received, asked, course, ...body, remedy, contact].join('\n')

const recordAnswer = (title: string, ...body: readonly string[]): string =>
  [`# {机关}${title}`, '> {申请人}：', recordReceived, recordAsked, ...body, remedy, contact].join('\n')

const notice = (title: string, ...body: readonly string[]): string =>
  [`# {机关}${title}`, '> {申请人}：', received, ...body, contact].join('\n')

export const templates: Readonly<Record<LetterKindId, string>> = {
  receipt: notice(
    '政府信息公开申请登记回执',
    asked,
    '[period] 本机关将在{期限}前答复。需要补正、延期或者征求其他方面意见的，会另行书面告知。',
  ),
  'correction-notice': notice(
    '政府信息公开申请补正告知书',
    asked,
    '[facts] 经审查，申请内容不明确，需要补正以下事项：{补正内容}',
    '[law] 根据《中华人民共和国政府信息公开条例》第二十九条、第三十条，请你（单位）作出补正。',
    '[period] 请在{期限}前将补正材料送交或者寄交本机关。答复期限自本机关收到补正的申请之日起计算。',
    '[consequence] 没有正当理由逾期不补正的，视为放弃申请，本机关不再处理该申请。',
  ),
  'reasons-notice': notice(
    '政府信息公开申请说明理由告知书',
    '[facts] {事实}',
    '[law] 你（单位）申请公开政府信息的数量、频次明显超过合理范围，根据《中华人民共和国政府信息公开条例》第三十五条，请说明理由。',
    '[period] 请在{期限}前书面说明理由。',
    '[consequence] 理由不合理的，本机关将告知不予处理；理由合理但不能在规定期限内答复的，本机关将确定延迟答复的合理期限并告知你（单位）。',
  ),
  'delay-notice': notice(
    '政府信息公开申请延迟答复告知书',
    '[reasons] 你（单位）说明的理由合理，但本机关不能在规定的期限内答复：{理由}',
    '[law] 根据《中华人民共和国政府信息公开条例》第三十五条，确定延迟答复的合理期限。',
    '[period] 本机关将在{期限}前答复。',
  ),
  'extension-notice': notice(
    '政府信息公开申请延期答复告知书',
    '[reasons] 因下列原因，本机关不能在原定期限内答复：{理由}',
    '[law] 根据《中华人民共和国政府信息公开条例》第三十三条第二款，经本机关政府信息公开工作机构负责人{批准人}同意，延长答复期限{延期天数}个工作日。',
    '[period] 延长后，本机关将在{期限}前答复。',
  ),
  'third-party-consultation': `# {机关}政府信息公开第三方意见征询书
> {收件人}：
[asked] 本机关收到一件政府信息公开申请，申请公开的内容涉及你（单位）：{征求事项}
[law] 根据《中华人民共和国政府信息公开条例》第十五条、第三十二条，现征求你（单位）的意见：是否同意公开；不同意公开的，请说明理由，以及公开会怎样损害你（单位）的合法权益。
[period] 请自收到本征询书之日起15个工作日内书面答复。
[consequence] 逾期没有提出意见的，由本机关依法决定是否公开。本机关认为不公开可能对公共利益造成重大影响的，可以决定公开，并将决定公开的内容和理由书面告知你（单位）。
${contact}`,
  'consultation-notice': notice(
    '征求第三方意见告知书',
    '[facts] 你（单位）申请公开的政府信息涉及第三方的合法权益，本机关已书面征求第三方的意见。',
    '[law] 根据《中华人民共和国政府信息公开条例》第三十二条、第三十三条第三款，征求意见所需时间不计算在答复期限内。',
    '[period] 第三方应当自收到征询书之日起15个工作日内提出意见；按此计算，本机关将在{期限}前答复。',
  ),
  'override-notice': `# {机关}依申请公开告知书
> {收件人}：
[facts] 本机关曾就一件政府信息公开申请征求你（单位）的意见。
[facts] {事实}
[law] 根据《中华人民共和国政府信息公开条例》第十五条、第三十二条，本机关认为不公开可能对公共利益造成重大影响，决定予以公开。
[reasons] 理由是：{理由}
[decision] 决定公开的内容是：{公开内容}
${remedy}
${contact}`,
  'co-maker-consultation': `# {机关}政府信息公开共同制作机关意见征询书
> {收件人}：
[asked] 本机关收到一件政府信息公开申请，申请公开的政府信息由本机关牵头、与你单位共同制作：{征求事项}
[law] 根据《中华人民共和国政府信息公开条例》第三十四条，现征求你单位的意见。
[period] 请自收到本征询书之日起15个工作日内提出意见。
[consequence] 逾期没有提出意见的，视为同意公开。
${contact}`,
  inquiry: `# 政府信息公开申请协办函
> {收件人}：
[asked] 现就编号{申请编号}的政府信息公开申请请你们协办：{协办事项}
[period] 请在{期限}前将材料和公开与否的意见交本机关政府信息公开工作机构。
${contact}`,
  referral: `# {机关}关于政府信息能否公开的请示
> {收件人}：
[asked] 本机关收到一件政府信息公开申请，编号{申请编号}，申请公开的内容是：{申请内容}
[facts] {请示事项}
[law] 本机关对该政府信息能否公开不能确定，根据《中华人民共和国政府信息公开条例》第十七条，现报请确定。
${contact}`,
  'fee-notice': notice(
    '政府信息公开信息处理费收费通知书',
    asked,
    '[law] 你（单位）申请公开政府信息的数量、频次明显超过合理范围。根据《中华人民共和国政府信息公开条例》第四十二条和《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），收取信息处理费。',
    '[amount] 应缴{金额}元。计算方法：{金额算法}',
    '[payment] 缴费方式：{缴费方式}',
    '[period] 请自收到本通知书次日起20个工作日内缴费。答复期限自缴费完成次日起重新计算。',
    '[consequence] 逾期没有缴费的，视为放弃申请，本机关不再处理该申请。',
  ),
  'not-corrected-notice': answer(
    '政府信息公开申请不再处理告知书',
    '[facts] 你（单位）没有在补正告知书确定的期限内补正，也没有说明正当理由。',
    '[facts] {事实}',
    '[law] 根据《中华人民共和国政府信息公开条例》第三十条，视为放弃申请。',
    '[decision] 本机关不再处理该政府信息公开申请。',
  ),
  'unpaid-notice': answer(
    '政府信息公开申请不再处理告知书',
    '[facts] 你（单位）没有在收费通知书确定的期限内缴纳信息处理费。',
    '[facts] {事实}',
    '[law] 根据《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），视为放弃申请。',
    '[decision] 本机关不再处理该政府信息公开申请。',
  ),
  'withdrawn-notice': notice(
    '政府信息公开申请终止办理告知书',
    '[facts] 你（单位）于{办结日期}撤回该申请。',
    '[decision] 本机关终止办理该申请。你（单位）可以另行提出申请。',
  ),
  granted: answer(
    '政府信息公开告知书',
    '[facts] 经检索、审查，你（单位）申请公开的政府信息可以公开。{公开内容}',
    '[law] 根据{依据}，本机关予以公开。',
    '[decision] 该政府信息按下列方式提供：{提供方式}。',
  ),
  'already-public': answer(
    '政府信息已主动公开告知书',
    '[facts] 经审查，你（单位）申请公开的政府信息已经主动公开。',
    '[law] 根据{依据}，告知获取该政府信息的方式、途径。',
    '[decision] 获取方式、途径：{获取途径}',
  ),
  'partly-granted': answer(
    '政府信息部分公开告知书',
    '[facts] 经检索、审查，你（单位）申请公开的政府信息中含有不应当公开的内容，但能够作区分处理。不公开的内容是：{不公开内容}',
    '[law] 根据{依据}，本机关作区分处理。',
    '[reasons] 不公开的理由是：{理由}',
    '[decision] 除上述内容外，其余内容予以公开，按下列方式提供：{提供方式}。',
  ),
  refused: answer(
    '政府信息不予公开告知书',
    '[facts] 经检索、审查，{不公开内容}',
    '[law] 根据{依据}，该政府信息不予公开。',
    '[reasons] 理由是：{理由}',
    '[decision] 本机关决定对你（单位）申请公开的政府信息不予公开。',
  ),
  'inquiry-regime': answer(
    '行政查询事项告知书',
    '[facts] 经审查，你（单位）申请查询的是有关法律、行政法规对获取另有规定的信息。',
    '[law] 根据{依据}，应当依照该规定办理。',
    '[reasons] 具体规定是：{理由}',
    '[decision] 请按下列途径查询：{获取途径}',
  ),
  'not-existing': answer(
    '政府信息不存在告知书',
    '[facts] 经检索，没有查到你（单位）申请公开的政府信息。检索情况：{检索情况}',
    '[law] 根据{依据}，告知该政府信息不存在。',
    '[decision] 你（单位）申请公开的政府信息不存在。',
  ),
  'other-organ': answer(
    '非本机关政府信息告知书',
    '[facts] 经审查，你（单位）申请公开的政府信息不属于本机关负责公开。',
    '[law] 根据{依据}，告知如下。',
    '[reasons] 理由是：{理由}',
    '[decision] 请向负责公开该政府信息的行政机关提出申请：{负责机关}',
  ),
  'not-ready-made': answer(
    '无现成政府信息告知书',
    '[facts] 经检索，本机关没有你（单位）申请公开的现成信息。检索情况：{检索情况}',
    '[law] 根据{依据}，行政机关提供的政府信息应当是已制作或者获取的政府信息。',
    '[reasons] 提供该信息需要：{理由}',
    '[decision] 需要对现有政府信息进行加工、分析，本机关不予提供。',
  ),
  'still-unclear': answer(
    '政府信息公开申请内容仍不明确告知书',
    '[facts] 你（单位）补正后，申请内容仍不明确。',
    '[facts] {事实}',
    '[law] 根据{依据}，告知如下。',
    '[reasons] 不明确之处是：{理由}',
    '[decision] 本机关无法按照补正后的申请提供政府信息。你（单位）可以明确内容后重新申请。',
  ),
  petition: answer(
    '信访、投诉、举报事项告知书',
    '[facts] 经审查，你（单位）以政府信息公开申请的形式进行信访、投诉、举报等活动。',
    '[facts] {事实}',
    '[law] 根据{依据}，告知不作为政府信息公开申请处理。',
    '[reasons] 理由是：{理由}',
    '[decision] 本机关不作为政府信息公开申请处理。可以通过下列渠道提出：{获取途径}',
  ),
  duplicate: answer(
    '重复申请不予处理告知书',
    '[facts] 本机关已就你（单位）对相同政府信息的公开申请作出答复，文号为{原答复文号}。',
    '[law] 根据{依据}，告知不予重复处理。',
    '[reasons] 本次申请的内容与已答复的申请相同：{理由}',
    '[decision] 本机关对该申请不予重复处理。',
  ),
  publication: answer(
    '公开出版物获取途径告知书',
    '[facts] 经审查，你（单位）要求提供的是政府公报、报刊、书籍等公开出版物。',
    '[law] 根据{依据}，告知获取的途径。',
    '[reasons] 该出版物是：{理由}',
    '[decision] 获取途径：{获取途径}',
  ),
  excessive: answer(
    '大量反复申请不予处理告知书',
    '[facts] 你（单位）申请公开政府信息的数量、频次明显超过合理范围，本机关已要求说明理由。',
    '[facts] {事实}',
    '[law] 根据{依据}，告知如下。',
    '[reasons] 你（单位）说明的理由不合理：{理由}',
    '[decision] 本机关对该申请不予处理。',
  ),
  reconfirm: answer(
    '已获取政府信息不予处理告知书',
    '[facts] 经审查，你（单位）要求本机关确认或者重新出具已经获取的政府信息。',
    '[facts] {事实}',
    '[law] 根据{依据}，告知如下。',
    '[reasons] 理由是：{理由}',
    '[decision] 本机关对该申请不予处理。',
  ),
  'not-government-information': answer(
    '非政府信息告知书',
    '[facts] 经审查，你（单位）申请公开的不是行政机关在履行行政管理职能过程中制作或者获取的信息。',
    '[facts] {事实}',
    '[law] 根据{依据}，该信息不属于政府信息。',
    '[reasons] 理由是：{理由}',
    '[decision] 本机关不按照政府信息公开申请提供。',
  ),
  consultancy: answer(
    '咨询事项告知书',
    '[facts] 经审查，你（单位）提出的是咨询事项，不是对政府信息的公开申请。',
    '[facts] {事实}',
    '[law] 根据{依据}，告知如下。',
    '[reasons] 理由是：{理由}',
    '[decision] 咨询事项可以通过下列渠道提出：{获取途径}',
  ),
  'record-corrected': recordAnswer(
    '政府信息更正告知书',
    '[facts] 经核实，本机关公开的与你（单位）自身相关的政府信息记录不准确。',
    '[facts] {事实}',
    '[law] 根据{依据}，予以更正。',
    '[decision] 更正后的内容是：{公开内容}',
  ),
  'record-not-corrected': recordAnswer(
    '政府信息不予更正告知书',
    '[facts] 经核实：{事实}',
    '[law] 根据{依据}，告知如下。',
    '[reasons] 理由是：{理由}',
    '[decision] 本机关对该政府信息记录不予更正。',
  ),
  'record-transferred': [
    '# {机关}政府信息更正申请转送告知书',
    '> {申请人}：',
    recordReceived,
    recordAsked,
    '[facts] 经审查，该政府信息不由本机关负责更正。',
    '[law] 根据{依据}，本机关已将该申请转送有权更正的行政机关。',
    '[decision] 转送至：{负责机关}',
    contact,
  ].join('\n'),
  'publication-transfer': `# {机关}依申请公开信息转主动公开移送单
[asked] 申请编号{申请编号}，申请公开的内容是：{申请内容}
[facts] 该政府信息已依申请公开，可以主动公开的内容是：{公开内容}
[law] 根据《中华人民共和国政府信息公开条例》第四十四条，可以纳入主动公开的范围。
[decision] 移送负责主动公开的机构，自移送之日起20个工作日内公开。`,
  'service-slip': `# {机关}送达回证
> {收件人}：
[facts] {送达文书}`,
  'approval-sheet': `# {机关}政府信息公开申请办理审查呈批单
[received] {收到日期}，编号{申请编号}
[asked] {申请内容}
[facts] {事实}
[law] {依据}
[decision] {理由}`,
}
