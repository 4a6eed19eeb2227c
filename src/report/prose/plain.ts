const twins: Readonly<Record<string, string>> = {
  ',': '，',
  '(': '（',
  ')': '）',
  ':': '：',
  ';': '；',
  '!': '！',
  '?': '？',
  '％': '%',
  '﹪': '%',
  '．': '.',
  '[': '〔',
  ']': '〕',
  '［': '〔',
  '］': '〕',
  '【': '〔',
  '】': '〕',
  '\u00a0': ' ',
  '\u3000': ' ',
  '\t': ' ',
  '﹑': '、',
  '~': '～',
  '＠': '@',
  '－': '-',
  '–': '-',
  '—': '-',
}
const toFold = /[,():;!?％﹪．[\]［］【】\u00a0\u3000\t﹑~＠－–—０-９"＂]/g

/** The line with digits, brackets and punctuation made plain, character for character, so that places stay. */
export function plainOf(text: string): string {
  let open = false
  return text.replace(toFold, (char, at: number) => {
    if (char === ',') return isDigit(text.charCodeAt(at - 1)) && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5)) ? ',' : '，'
    if (char === '"' || char === '＂') return (open = !open) ? '“' : '”'
    const code = char.charCodeAt(0)
    if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xfee0)
    return twins[char] ?? char
  })
}

const isDigit = (code: number) => (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19)

/**
 * What holds digits or numerals and is no quantity: titles, short quotations, addresses of the net, document numbers, dates, ordinals,
 * telephone numbers, times of the day, marks of lists, and set phrases.
 */
const noQuantity = new RegExp(
  [
    '《[^《》]{0,120}(?:《[^《》]{0,80}》[^《》]{0,80})?》',
    '“[^“”]{1,20}”',
    '‘[^‘’]{1,20}’',
    'https?[：:]//[A-Za-z0-9./?=&_%:：#-]+',
    'www\\.[A-Za-z0-9./?=&_%#-]+',
    '[A-Za-z0-9._-]{1,40}@[A-Za-z0-9.-]{1,60}',
    '[〔（] ?(?:19|20)\\d{2} ?[〕）] ?第? ?\\d{1,5} ?号',
    '(?:19|20)\\d{2}(?:年度?)? ?[-～至到] ?(?:19|20)\\d{2} ?年度?',
    '(?:19|20)\\d{2} ?年度?(?: ?\\d{1,2} ?月(?: ?\\d{1,2} ?日)?)?',
    '(?:19|20)\\d{2}[-./]\\d{1,2}[-./]\\d{1,2}',
    '[一二][九〇零○Ｏ][〇零○Ｏ一二三四五六七八九]{2}年度?(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)?',
    '\\d{1,2} ?(?:月份?)? ?[-～至到] ?\\d{1,2} ?月份?',
    '\\d{1,2} ?月 ?(?:\\d{1,2} ?日|份)?(?:[-～至到]\\d{1,2} ?日)?',
    '[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日|份)',
    '第 ?[0-9一二三四五六七八九十百千零]+ ?[条款项个次期号批届章节名位类部季]?',
    '\\d{1,6} ?号',
    '\\d{3,4}-\\d{7,8}(?:-\\d{1,4})?',
    '\\d{1,2}[：:]\\d{2}(?:[：:]\\d{2})?',
    '\\d+[×xX*]\\d+',
    '\\d+·\\d+',
    '\\d+\\.\\d+\\.\\d+(?:\\.\\d+)*',
    '(?:高效办成)?一件事|跑一次|一次性|一次办|一次都?不跑|零跑腿|千家万户|千方百计|万家灯火|三位一体|百分百|万众一心',
    '[两二三四五六七八九十]个(?:确立|维护|意识|自信|代表|务必|结合|统筹|年(?!度|月|头)|坚定不移|毫不动摇|方案|文明)',
  ].join('|'),
  'g',
)
const listMark = /^ *(?:\d{1,2}[.、](?!\d+ ?[万亿%])|（\d{1,2}）|〔\d{1,2}〕)/

/** `plain` with every span that holds no quantity turned to □, character for character. */
export function mask(plain: string): string {
  if (!mayHold.test(plain)) return plain
  const blotted = plain.replace(noQuantity, (span) => '□'.repeat(span.length))
  const mark = listMark.exec(blotted)
  return mark === null ? blotted : '□'.repeat(mark[0].length) + blotted.slice(mark[0].length)
}

const mayHold = /[0-9一二两三四五六七八九十百千零《“‘]/
