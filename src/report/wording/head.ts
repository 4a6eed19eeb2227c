import type { Finding } from '../findings.ts'
import type { Sentences } from './index.ts'
import { expected, found, say, value, year } from './say.ts'

const placeZh = (finding: Finding) => (finding.values.table ? `表${finding.values.table}` : '表格')
const tableNumbers: Readonly<Record<string, string>> = { 二: '2', 三: '3', 四: '4' }
const placeEn = (finding: Finding) => `Table ${tableNumbers[String(finding.values.table)] ?? ''}`.trim()

const levelsZh: Readonly<Record<string, string>> = {
  department: '县级以上部门',
  county: '县级以上政府',
  city: '县级以上政府',
  province: '县级以上政府',
}
const levelsEn: Readonly<Record<string, string>> = {
  department: 'Departments from the county up',
  county: 'Governments from the county up',
  city: 'Governments from the county up',
  province: 'Governments from the county up',
}

const resultsZh: Readonly<Record<string, string>> = { appraisal: '工作考核', rating: '社会评议', accountability: '责任追究' }
const resultsEn: Readonly<Record<string, string>> = {
  appraisal: 'appraisal (工作考核)',
  rating: 'public rating (社会评议)',
  accountability: 'accountability (责任追究)',
}
const aspectsZh: Readonly<Record<string, string>> = {
  proactive: '主动公开',
  requests: '依申请公开',
  management: '政府信息管理',
  platform: '平台建设',
  supervision: '监督保障',
}
const aspectsEn: Readonly<Record<string, string>> = {
  proactive: 'proactive publication (主动公开)',
  requests: 'requests (依申请公开)',
  management: 'management of information (政府信息管理)',
  platform: 'platforms (平台建设)',
  supervision: 'supervision (监督保障)',
}

/** The names behind the codes in `missing`. */
const list = (finding: Finding, names: Readonly<Record<string, string>>, separator: string) =>
  String(finding.values.missing ?? '')
    .split(' ')
    .map((code) => names[code] ?? code)
    .join(separator)

/** A date as it is said: 2026年1月31日. */
const date = (text: Finding['found']) => String(text ?? '').replace(/^(\d{4})-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')

/** Sentences on labels, headings, title, dates, and what the law wants the prose to say. */
export const headSentences: Sentences = {
  'form.label.damaged': say(
    (finding) => `${placeZh(finding)}的“${found(finding)}”，格式里是“${expected(finding)}”。照格式改。`,
    (finding) => `${placeEn(finding)} prints “${found(finding)}”; the form has “${expected(finding)}”. Write it as in the form.`,
  ),
  'form.label.missing': say(
    (finding) => `${placeZh(finding)}没有“${expected(finding)}”的标题。照格式补上。`,
    (finding) => `${placeEn(finding)} lacks the label “${expected(finding)}”. Add it as in the form.`,
  ),
  'form.label.moved': say(
    (finding) => `${placeZh(finding)}的“${found(finding)}”不在格式规定的位置。照格式的顺序排。`,
    (finding) => `${placeEn(finding)}: “${found(finding)}” does not stand where the form has it. Keep the form’s order.`,
  ),
  'form.label.extra': say(
    (finding) => `${placeZh(finding)}多出“${found(finding)}”，格式里没有。删去。`,
    (finding) => `${placeEn(finding)} has “${found(finding)}”, which the form does not. Remove it.`,
  ),
  'form.label.many': say(
    (finding) => {
      const examples = value(finding, 'examples')
      return `表${value(finding, 'tables')}有 ${value(finding, 'count')} 处行名、列名与格式不符${examples === '' ? '' : `，如${examples}`}。照格式重贴表格。`
    },
    (finding) => {
      const examples = value(finding, 'examples')
      return `${value(finding, 'count')} labels of the tables differ from the form${examples === '' ? '' : `, such as ${examples}`}. Paste the form’s tables anew.`
    },
  ),
  'form.chapter.missing': say(
    (finding) => `缺 ${value(finding, 'count')} 章：${expected(finding)}。照格式补上标题和内容。`,
    (finding) => `${value(finding, 'count')} of the six chapters missing: ${expected(finding)}. Add heading and text.`,
  ),
  'form.chapter.renamed': say(
    (finding) => `第${value(finding, 'number')}章标题写“${found(finding)}”，格式里是“${expected(finding)}”。照格式改。`,
    (finding) =>
      `Chapter ${digit(finding, 'number')} is headed “${found(finding)}”; the form has “${expected(finding)}”. Write it as in the form.`,
  ),
  'form.chapter.number': say(
    (finding) => `标题“${found(finding)}”的序号是“${value(finding, 'printed')}”，按格式应为“${expected(finding)}”。改序号。`,
    (finding) =>
      `The heading “${found(finding)}” is numbered “${value(finding, 'printed')}”; in the form it is “${expected(finding)}”. Correct the number.`,
  ),
  'form.chapter.order': say(
    (finding) => `“${found(finding)}”排在第${value(finding, 'before')}章后面，按格式是第${value(finding, 'number')}章。调整顺序。`,
    (finding) =>
      `“${found(finding)}” stands after chapter ${digit(finding, 'before')}; it is chapter ${digit(finding, 'number')} in the form. Put it in order.`,
  ),
  'form.period.absent': say(
    (finding) => `没有写数据的统计期限。在前言补上${expected(finding)}。`,
    (finding) => `The statistic period is not stated. Add ${expected(finding) || 'it'} to the preface.`,
  ),
  'form.period.year': say(
    (finding) => `统计期限写 ${found(finding)}，标题是 ${year(finding, 'year')} 年。改成${expected(finding)}。`,
    (finding) => `The statistic period is ${found(finding)}, the title says ${year(finding, 'year')}. It should be ${expected(finding)}.`,
  ),
  'form.period.part': say(
    (finding) =>
      `统计期限写 ${found(finding)}，不是完整的一年。${expected(finding) === '' ? '应从 1 月 1 日到 12 月 31 日。' : `应为${expected(finding)}。`}`,
    (finding) =>
      `The statistic period is ${found(finding)}, not a whole year. ${expected(finding) === '' ? 'It runs from 1 January to 31 December.' : `It should be ${expected(finding)}.`}`,
  ),
  'form.period.title': say(
    (finding) => `另一处标题写 ${String(finding.found)} 年，前面的标题是 ${year(finding, 'year')} 年。改成一致。`,
    (finding) => `Another title says ${String(finding.found)}, the first one ${year(finding, 'year')}. Make them agree.`,
  ),
  'form.period.again': say(
    (finding) => `正文又写统计期限“${found(finding)}”，应为${expected(finding)}。多半是上年留下的，改掉。`,
    (finding) =>
      `The prose has another period, “${found(finding)}”; it should be ${expected(finding)}. It may be left over from last year.`,
  ),
  'form.title.words': say(
    (finding) => `标题写“${found(finding)}”，规范的写法是“${expected(finding)}”。改标题。`,
    (finding) => `The title is “${found(finding)}”; the form calls it “${expected(finding)}”. Correct the title.`,
  ),
  'form.title.year': say(
    (finding) => `标题“${found(finding)}”没有写年份。补上：${expected(finding)}。`,
    (finding) => `The title “${found(finding)}” names no year. Add it: ${expected(finding)}.`,
  ),
  'form.title.absent': say(
    (finding) => `没有标题。补上“机关名称＋年份＋${expected(finding)}”。`,
    (finding) => `There is no title. Add the body’s name, the year and “${expected(finding)}”.`,
  ),
  'form.body-name': say(
    (finding) => `“${value(finding, 'field')}”写“${found(finding)}”，标题里是“${expected(finding)}”。核对是不是贴错了单位。`,
    (finding) =>
      `“${value(finding, 'field')}” says “${found(finding)}”, the title “${expected(finding)}”. See whether another body’s name was left in.`,
  ),
  'form.signature': say(
    (finding) => `落款是“${found(finding)}”，标题里是“${expected(finding)}”。改成同一个机关。`,
    (finding) => `It is signed by “${found(finding)}”, the title names “${expected(finding)}”. Make them one body.`,
  ),
  'form.signature.date': say(
    (finding) => `落款日期 ${found(finding)} 不存在。核对后改正。`,
    (finding) => `The closing date ${found(finding)} does not exist. Correct it.`,
  ),
  'form.numbering.gap': say(
    (finding) => `第${chapterZh(finding)}“${found(finding)}”前面应有“${expected(finding)}”。补上漏掉的一点，或改序号。`,
    (finding) =>
      `In ${chapterEn(finding)}, “${found(finding)}” stands where “${expected(finding)}” should. Add the missing point or renumber.`,
  ),
  'form.numbering.twice': say(
    (finding) => `第${chapterZh(finding)}的序号“${found(finding)}”连用两次，后一个应为“${expected(finding)}”。改序号。`,
    (finding) => `In ${chapterEn(finding)}, “${found(finding)}” is used twice; the second should be “${expected(finding)}”.`,
  ),
  'form.numbering.single': say(
    (finding) => `第${chapterZh(finding)}有“${found(finding)}”，后面没有“${expected(finding)}”。补上第二点，或去掉序号。`,
    (finding) =>
      `In ${chapterEn(finding)}, “${found(finding)}” has no “${expected(finding)}” after it. Add a second point or drop the number.`,
  ),
  'form.numbering.unnumbered': say(
    (finding) => `第${chapterZh(finding)}“${found(finding)}”没有序号，前面几项都有。补上“${expected(finding)}”。`,
    (finding) => `In ${chapterEn(finding)}, “${found(finding)}” has no number though those before it have. Add “${expected(finding)}”.`,
  ),
  'term.date.early': say(
    (finding) => `成文日期 ${date(finding.found)} 早于统计年度结束（${date(finding.expected)}）。核对日期。`,
    (finding) => `The report is dated ${found(finding)}, before its year ends (${expected(finding)}). Check the date.`,
  ),
  'term.date.late': say(
    (finding) =>
      `成文日期 ${date(finding.found)}，${levelsZh[String(finding.values.level)] ?? '本机关'}应在 ${date(finding.expected)}前公布。日期写错的改正。`,
    (finding) =>
      `The report is dated ${found(finding)}. ${levelsEn[String(finding.values.level)] ?? 'Such bodies'} publish by ${expected(finding)}. Correct the date if it is wrong.`,
  ),
  'supervision.results': say(
    (finding) => `没有写${list(finding, resultsZh, '、')}结果。各级政府都要写，没有发生就写没有。`,
    (finding) =>
      `Nothing is said of ${list(finding, resultsEn, ', ')}. Every government reports these results, even where there were none.`,
  ),
  'chapter.aspects': say(
    (finding) => `第一章没有写到${list(finding, aspectsZh, '、')}。补上，没有发生也写一句。`,
    (finding) => `Chapter one does not speak of ${list(finding, aspectsEn, ', ')}. Add it, a sentence even where nothing happened.`,
  ),
  'chapter.aspects.empty': say(
    () => '第一章没有内容。写主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。',
    () => 'Chapter one is empty. Write its five aspects.',
  ),
  'chapter.pairing.fewer': say(
    (finding) => `第五章列了 ${expected(finding)} 个问题，只有 ${found(finding)} 条措施。给每个问题配上措施。`,
    (finding) => `Chapter five lists ${expected(finding)} problems and only ${found(finding)} measures. Give each problem its measure.`,
  ),
  'chapter.pairing.no-measures': say(
    () => '第五章写了问题，没有写改进措施。逐条补上。',
    () => 'Chapter five names problems but no measures. Add one for each.',
  ),
  'chapter.pairing.no-problems': say(
    () => '第五章没有写存在的问题。写具体的问题和对应的措施。',
    () => 'Chapter five names no problem. Name real ones, each with its measure.',
  ),
  'chapter.pairing.empty': say(
    () => '第五章没有内容。写存在的问题和改进措施。',
    () => 'Chapter five is empty. Write the problems and the measures.',
  ),
  'chapter.pairing.unanswered': say(
    (finding) => `${year(finding, 'lastYear')} 年报告列的问题，今年第五章没有交代改得怎样。补上整改情况。`,
    (finding) => `Chapter five does not say what became of the problems named in the report for ${year(finding, 'lastYear')}. Say so.`,
  ),
  'citation.number': say(
    (finding) => `引用的文号“${found(finding)}”不对，应为“${expected(finding)}”。改文号。`,
    (finding) => `The number “${found(finding)}” is wrong; it is “${expected(finding)}”. Correct it.`,
  ),
  'citation.number.old': say(
    (finding) => `引用的“${found(finding)}”是 2019 年的试行格式，现行的是“${expected(finding)}”。改文号，并核对表格是不是现行的。`,
    (finding) =>
      `“${found(finding)}” is the trial form of 2019; in force is “${expected(finding)}”. Correct it, and see that the tables are the current ones.`,
  ),
  'citation.number.brackets': say(
    (finding) => `文号“${found(finding)}”的年份要用六角括号：${expected(finding)}。`,
    (finding) => `In “${found(finding)}” the year takes the brackets 〔〕: ${expected(finding)}.`,
  ),
  'citation.regulation': say(
    (finding) => `没有${found(finding)}这部条例，应为${expected(finding)}。改名称。`,
    (finding) => `There is no ${found(finding)}; it is ${expected(finding)}. Correct the name.`,
  ),
  'citation.regulation.short': say(
    (finding) => `第一次引用写的是${found(finding)}，应写全称${expected(finding)}，后面再用简称。`,
    (finding) => `At first use ${found(finding)} should be given in full, ${expected(finding)}; the short form may follow.`,
  ),
  'citation.regulation.order': say(
    (finding) => `“${found(finding)}”应为“${expected(finding)}”。改令号。`,
    (finding) => `“${found(finding)}” should be “${expected(finding)}”. Correct the order number.`,
  ),
  'term.fee': say(
    (finding) => `“${found(finding)}”的规范名称是“${expected(finding)}”。改名称。`,
    (finding) => `“${found(finding)}” is properly called “${expected(finding)}”. Correct the name.`,
  ),
  'document.hygiene.tracked-insertion': say(
    (finding) => `文件里有 ${value(finding, 'count')} 处没有接受的插入修订，如“${found(finding)}”。接受或拒绝修订后再发布。`,
    (finding) =>
      `The file holds ${value(finding, 'count')} tracked insertions, such as “${found(finding)}”. Accept or reject them before publishing.`,
  ),
  'document.hygiene.tracked-deletion': say(
    (finding) => `文件里有 ${value(finding, 'count')} 处删除修订，删掉的字还看得到，如“${found(finding)}”。接受修订后再发布。`,
    (finding) =>
      `The file holds ${value(finding, 'count')} tracked deletions that can still be read, such as “${found(finding)}”. Accept them before publishing.`,
  ),
  'document.hygiene.comment': say(
    (finding) => `文件里有 ${value(finding, 'count')} 条批注，如“${found(finding)}”。删掉再发布。`,
    (finding) => `The file holds ${value(finding, 'count')} comments, such as “${found(finding)}”. Remove them before publishing.`,
  ),
  'document.hygiene.hidden-text': say(
    (finding) => `文件里有 ${value(finding, 'count')} 处隐藏文字，如“${found(finding)}”。删掉再发布。`,
    (finding) =>
      `The file holds ${value(finding, 'count')} passages of hidden text, such as “${found(finding)}”. Remove them before publishing.`,
  ),
  'document.hygiene.template': say(
    (finding) => `文件套用的模板是“${found(finding)}”。如果是别的单位的，换掉再发布。`,
    (finding) => `The file is based on the template “${found(finding)}”. If it is another body’s, replace it before publishing.`,
  ),
  'document.hygiene.placeholder': say(
    (finding) => `正文有 ${value(finding, 'count')} 处待填的占位，如“${found(finding)}”。填上内容或删去。`,
    (finding) => `The prose holds ${value(finding, 'count')} placeholders, such as “${found(finding)}”. Fill them in or remove them.`,
  ),
  'document.hygiene.author': say(
    (finding) => `文件属性里的作者是“${found(finding)}”。发布前清除文件属性。`,
    (finding) => `The file’s properties name the author “${found(finding)}”. Clear them before publishing.`,
  ),
}

const chapterZh = (finding: Finding) => (finding.values.chapter === '〇' ? '一章前的前言' : `${finding.values.chapter}章`)
/** The number of a chapter, given as a Chinese numeral, in digits. */
const digit = (finding: Finding, name: string) => '〇一二三四五六'.indexOf(String(finding.values[name]))
const chapterEn = (finding: Finding) => {
  const number = digit(finding, 'chapter')
  return number === 0 ? 'the preface' : `chapter ${number}`
}
