/** Pieces of the merged cells at the left of table 三, folded: they may stand between a row's label and its figures, or share its line. */
const groups = ['三不予公开', '四无法提供', '五不予处理', '六其他处理']
const results = '三本年度办理结果'

/** Whether the words are a piece of a merged cell and nothing of a row's own label. */
export const isMerged = (words: string): boolean => results.includes(words) || groups.some((group) => group.includes(words))

/** A label's words without 三、本年度办理结果 in front; empty where they are nothing else. */
export const withoutResults = (words: string): string => (words.startsWith(results) ? words.slice(results.length) : words)
