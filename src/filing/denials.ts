/**
 * What a report says did not happen, and the figure that would say otherwise. The first draft writes these sentences where the figure is 0;
 * records come later, and a sentence does not follow them: so each is held against its figure as long as it stands.
 */
export interface Denial {
  /** As the draft writes it, without its full stop. */
  readonly text: string
  /** What else is the same said: looked for in what people wrote. */
  readonly like: RegExp
  /** Figures that must be 0 for it to be true. */
  readonly figures: readonly string[]
}

export const denials = {
  posts: { text: '全年没有通过网站和新媒体主动公开信息', like: /没有(?:通过网站和新媒体)?主动公开信息/, figures: ['posts.sum'] },
  documents: {
    text: '本年度没有制发行政规范性文件',
    like: /(?:没有|未)制发(?:过)?(?:行政)?规范性文件/,
    figures: ['proactive.normativeDocuments.issued'],
  },
  requests: {
    text: '全年没有收到政府信息公开申请',
    like: /(?:没有|未)收到(?:过)?政府信息公开申请/,
    figures: ['requests.received.total', 'requests.carriedIn.total'],
  },
  late: { text: '没有逾期答复', like: /(?:没有|无)逾期答复/, figures: ['cases.late'] },
  challenges: {
    text: '没有因政府信息公开被申请行政复议、提起行政诉讼',
    like: /没有因政府信息公开(?:工作)?被(?:申请)?行政复议/,
    figures: ['challenges.reconsideration.total', 'challenges.directLitigation.total', 'challenges.litigationAfterReconsideration.total'],
  },
  accounts: {
    text: '没有单独开设政务新媒体账号',
    like: /没有(?:单独)?开设政务新媒体/,
    figures: ['accounts.standing.wechat', 'accounts.standing.weibo', 'accounts.standing.video'],
  },
  appraisal: { text: '工作考核：本年度没有对本机关的专项考核', like: /没有对本机关的专项考核/, figures: ['appraisal.begun'] },
  ratings: { text: '社会评议：本年度没有开展', like: /社会评议[：:]?(?:本年度)?(?:没有|未)开展/, figures: ['ratings.begun'] },
  accountability: {
    text: '责任追究：没有责任追究的情形',
    like: /(?:没有|无)(?:发生)?责任追究(?:的)?情形/,
    figures: ['accountability.begun'],
  },
  fees: {
    text: '本年度没有收取信息处理费',
    like: /(?:没有|未)收取(?:政府)?信息(?:公开)?(?:信息)?处理费/,
    figures: ['cases.notices', 'cases.paid'],
  },
} as const satisfies Readonly<Record<string, Denial>>

/** Denials of a text that the figures contradict, each with the figure that does. */
export const deniedIn = (
  text: string,
  figures: Readonly<Record<string, number>>,
): readonly { readonly quote: string; readonly name: string; readonly value: number }[] =>
  Object.values(denials).flatMap(({ like, figures: names }) => {
    const quote = like.exec(text)?.[0]
    const name = names.find((one) => (figures[one] ?? 0) > 0)
    return quote === undefined || name === undefined ? [] : [{ quote, name, value: figures[name]! }]
  })
