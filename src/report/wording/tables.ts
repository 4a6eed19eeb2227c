import type { Finding } from '../findings.ts'
import { cellName } from './cells.ts'
import type { Sentence, Sentences } from './index.ts'
import { cell, columnName, difference, expected, found, rowName, say, table, value, year } from './say.ts'

const first = (finding: Finding) => finding.cells[0]

const fill = { 'zh-CN': '没有发生就填 0', en: 'Write 0 where nothing happened' }
const columns = (finding: Finding) => finding.cells.map(columnName).join('、')
const count = (finding: Finding) => value(finding, 'count')

/** A sentence on blank cells: they show nothing, or a nil mark. */
const blank = (zh: Sentence, en: Sentence) =>
  say(
    (finding) => {
      const mark = value(finding, 'mark')
      return `${table(first(finding), 'zh-CN')}${zh(finding)}${mark === '' ? '空着' : `写的是“${mark}”`}。${fill['zh-CN']}，不要留空。`
    },
    (finding) => {
      const mark = value(finding, 'mark')
      return `${table(first(finding), 'en')}${en(finding)} ${mark === '' ? 'blank' : `printed as “${mark}”`}. ${fill.en}.`
    },
  )

const missing = (zh: Sentence, en: Sentence) =>
  say(
    (finding) => `${zh(finding)}。照格式补上，${fill['zh-CN']}。`,
    (finding) => `${table(first(finding), 'en')}${en(finding)} missing. Add it as in the form. ${fill.en}.`,
  )

const gapSentences: Sentences = {
  'cell.blank.report': say(
    () => `三张表的格子全都空着。${fill['zh-CN']}，不要留空。`,
    () => `Every cell of the three tables is blank. ${fill.en}.`,
  ),
  'cell.blank.table': blank(
    (finding) => `的 ${count(finding)} 格全都`,
    (finding) => `: all ${count(finding)} cells are`,
  ),
  'cell.blank.row': blank(
    (finding) => `“${rowName(first(finding))}”一行 ${count(finding)} 格全都`,
    (finding) => `, row “${rowName(first(finding))}”: all ${count(finding)} cells are`,
  ),
  'cell.blank.column': blank(
    (finding) => `“${columnName(first(finding))}”一列 ${count(finding)} 格全都`,
    (finding) => `, column “${columnName(first(finding))}”: all ${count(finding)} cells are`,
  ),
  'cell.blank.part-of-row': blank(
    (finding) => `“${rowName(first(finding))}”一行有 ${count(finding)} 格（${columns(finding)}）`,
    (finding) => `, row “${rowName(first(finding))}”: ${count(finding)} cells (${columns(finding)}) are`,
  ),
  'cell.blank.part-of-column': blank(
    (finding) => `“${columnName(first(finding))}”一列有 ${count(finding)} 格`,
    (finding) => `, column “${columnName(first(finding))}”: ${count(finding)} cells are`,
  ),
  'cell.blank.cell': blank(
    (finding) => `“${cellName(first(finding)!)}”`,
    (finding) => `, “${cellName(first(finding)!)}” is`,
  ),
  'cell.blank.scattered': blank(
    (finding) => `有 ${count(finding)} 格`,
    (finding) => `: ${count(finding)} cells are`,
  ),
  'cell.missing.report': say(
    () => '没有读到表二、表三、表四。表格要用文字，不能只放图片。',
    () => 'Tables 2, 3 and 4 are not there. Give them as text, not as pictures.',
  ),
  'cell.missing.table': missing(
    (finding) => `没有${table(first(finding), 'zh-CN')}（${count(finding)} 格）`,
    (finding) => ` (${count(finding)} cells) is`,
  ),
  'cell.missing.row': missing(
    (finding) => `${table(first(finding), 'zh-CN')}缺“${rowName(first(finding))}”一行（${count(finding)} 格）`,
    (finding) => `: row “${rowName(first(finding))}” (${count(finding)} cells) is`,
  ),
  'cell.missing.column': missing(
    (finding) => `${table(first(finding), 'zh-CN')}缺“${columnName(first(finding))}”一列（${count(finding)} 格）`,
    (finding) => `: column “${columnName(first(finding))}” (${count(finding)} cells) is`,
  ),
  'cell.missing.part-of-row': missing(
    (finding) => `${table(first(finding), 'zh-CN')}“${rowName(first(finding))}”一行缺 ${count(finding)} 格（${columns(finding)}）`,
    (finding) => `, row “${rowName(first(finding))}”: ${count(finding)} cells (${columns(finding)}) are`,
  ),
  'cell.missing.part-of-column': missing(
    (finding) => `${table(first(finding), 'zh-CN')}“${columnName(first(finding))}”一列缺 ${count(finding)} 格`,
    (finding) => `, column “${columnName(first(finding))}”: ${count(finding)} cells are`,
  ),
  'cell.missing.cell': missing(
    (finding) => `${table(first(finding), 'zh-CN')}缺“${cellName(first(finding)!)}”一格`,
    (finding) => `, “${cellName(first(finding)!)}” is`,
  ),
  'cell.missing.scattered': missing(
    (finding) => `${table(first(finding), 'zh-CN')}缺 ${count(finding)} 格`,
    (finding) => `: ${count(finding)} cells are`,
  ),
  'cell.missing.other-handling': say(
    () => '表三“（六）其他处理”并成了一行，现行格式分三行。分开填，没有发生就填 0。',
    () => 'Table 3 has （六）其他处理 as one row; the form has three. Fill them one by one, 0 where nothing happened.',
  ),
}

const repair = { 'zh-CN': '改总计，或改分项。', en: 'Correct the total or its parts.' }
const doubtfulZh = '其中有读不准的格子，先对照原文。'
const doubtfulEn = 'A cell of it was read with doubt; look at the source first.'

const identity = (rule: 'requests.row-sum' | 'requests.outcome-sum' | 'challenges.sum', partsZh: string, partsEn: string): Sentences => {
  const whole: Sentence = {
    'requests.row-sum': (finding: Finding) => `表三“${rowName(first(finding))}”一行，总计`,
    'requests.outcome-sum': (finding: Finding) => `表三${columnName(first(finding))}一列，（七）总计`,
    'challenges.sum': (finding: Finding) => `表四${rowName(first(finding))}总计`,
  }[rule]
  const zh = (finding: Finding) =>
    `${whole(finding)}写 ${found(finding)}，${partsZh}相加是 ${expected(finding)}，差 ${difference(finding)}。`
  const en = (finding: Finding) =>
    `${cell(first(finding), 'en')} says ${found(finding)}; ${partsEn} add up to ${expected(finding)}, a difference of ${difference(finding)}. `
  return {
    [rule]: say(
      (finding) => zh(finding) + repair['zh-CN'],
      (finding) => en(finding) + repair.en,
    ),
    [`${rule}.doubtful`]: say(
      (finding) => zh(finding) + doubtfulZh,
      (finding) => en(finding) + doubtfulEn,
    ),
  }
}

const balanceZh = (finding: Finding) =>
  `表三${columnName(first(finding))}一列，新收 ${value(finding, 'received')} 加上年结转 ${value(finding, 'carriedIn')} 是 ${expected(finding)}，办理总计 ${value(finding, 'concluded')} 加结转下年 ${value(finding, 'carriedOut')} 是 ${found(finding)}，差 ${difference(finding)}。`
const balanceEn = (finding: Finding) =>
  `Table 3, column “${columnName(first(finding))}”: received ${value(finding, 'received')} plus carried in ${value(finding, 'carriedIn')} is ${expected(finding)}; concluded ${value(finding, 'concluded')} plus carried out ${value(finding, 'carriedOut')} is ${found(finding)}, a difference of ${difference(finding)}. `

/** Sentences on the cells of the tables, within one report and between years. */
export const tableSentences: Sentences = {
  ...identity('requests.row-sum', '六类申请人', 'the six kinds of applicant'),
  ...identity('requests.outcome-sum', '各种办理结果', 'the outcomes'),
  ...identity('challenges.sum', '各项', 'the four results'),
  'requests.balance': say(
    (finding) => `${balanceZh(finding)}四个数里至少改一个。`,
    (finding) => `${balanceEn(finding)}Correct at least one of the four.`,
  ),
  'requests.balance.doubtful': say(
    (finding) => balanceZh(finding) + doubtfulZh,
    (finding) => balanceEn(finding) + doubtfulEn,
  ),
  'requests.stale-carry': say(
    (finding) =>
      `${columnName(first(finding))}：上年结转 ${value(finding, 'carriedIn')} 件，本年只办结 ${value(finding, 'concluded')} 件，至少 ${value(finding, 'stale')} 件拖了一年还没办结。核对数字；确实没办的尽快答复。`,
    (finding) =>
      `${columnName(first(finding))}: ${value(finding, 'carriedIn')} carried in, only ${value(finding, 'concluded')} concluded; at least ${value(finding, 'stale')} have been open for a year. Check the figures, or answer them.`,
  ),
  'challenges.explained': say(
    (finding) => `表四有 ${found(finding)} 件，正文没有一句说到复议、诉讼。补一句：什么案由，结果怎样。`,
    (finding) => `Table 4 has ${found(finding)} cases and the prose never speaks of them. Say what they were about and how they ended.`,
  ),
  ...gapSentences,
  'cell.unit.unit': say(
    (finding) => `${cell(first(finding), 'zh-CN')}写“${found(finding)}”，多了“${value(finding, 'unit')}”。只写 ${expected(finding)}。`,
    (finding) =>
      `${cell(first(finding), 'en')} is “${found(finding)}”, with “${value(finding, 'unit')}” besides the number. Write ${expected(finding)}.`,
  ),
  'cell.unit.yuan': say(
    (finding) => `${cell(first(finding), 'zh-CN')}写“${found(finding)}”，表头的单位是万元。换算成 ${expected(finding)}。`,
    (finding) => `${cell(first(finding), 'en')} is “${found(finding)}”, but the header says 万元. That is ${expected(finding)}.`,
  ),
  'cell.unit.comma': say(
    (finding) => `${cell(first(finding), 'zh-CN')}写“${found(finding)}”，带了逗号。只写 ${expected(finding)}。`,
    (finding) => `${cell(first(finding), 'en')} is “${found(finding)}”, with a comma. Write ${expected(finding)}.`,
  ),
  'cell.unit.space': say(
    (finding) => `${cell(first(finding), 'zh-CN')}写“${found(finding)}”，数字中间有空格。是 ${expected(finding)} 就连起来写。`,
    (finding) => `${cell(first(finding), 'en')} is “${found(finding)}”, with a space inside. Write ${expected(finding)} if that is meant.`,
  ),
  'cell.unit.text': say(
    (finding) => `${cell(first(finding), 'zh-CN')}写“${found(finding)}”，不是数字。改填数字。`,
    (finding) => `${cell(first(finding), 'en')} is “${found(finding)}”, which is no number. Write one.`,
  ),
  'cell.unit.amount': say(
    (finding) => `${cell(first(finding), 'zh-CN')}写“${found(finding)}”，单位写在格子里。汇总时只取数，注意单位是否一致。`,
    (finding) => `${cell(first(finding), 'en')} is “${found(finding)}”, its unit in the cell. Sums take the number alone; mind the unit.`,
  ),
  'cell.unit.many': say(
    (finding) =>
      `${table(first(finding), 'zh-CN')}等处有 ${value(finding, 'count')} 格数字里夹着“${value(finding, 'unit')}”，如“${found(finding)}”。只写数字。`,
    (finding) =>
      `${value(finding, 'count')} cells hold “${value(finding, 'unit')}” besides the number, such as “${found(finding)}”. Write digits only.`,
  ),
  'cell.sign': say(
    (finding) => `${cell(first(finding), 'zh-CN')}写 ${found(finding)}，件数和金额不会是负数。核对后改正。`,
    (finding) => `${cell(first(finding), 'en')} is ${found(finding)}; counts and amounts are never negative. Check and correct it.`,
  ),
  'cell.sign.plus': say(
    (finding) => `${cell(first(finding), 'zh-CN')}写“${found(finding)}”，多了正号。只写 ${expected(finding)}。`,
    (finding) => `${cell(first(finding), 'en')} is “${found(finding)}”, with a plus sign. Write ${expected(finding)}.`,
  ),
  'cell.decimal': say(
    (finding) => `${cell(first(finding), 'zh-CN')}写 ${found(finding)}，件数只能是整数。核对后改正。`,
    (finding) => `${cell(first(finding), 'en')} is ${found(finding)}; only whole numbers can stand there. Check and correct it.`,
  ),
  'cell.decimal.money': say(
    (finding) => `${cell(first(finding), 'zh-CN')}的小数超过六位。四舍五入到 ${expected(finding)}。`,
    (finding) => `${cell(first(finding), 'en')} has more than six decimals. Round it to ${expected(finding)}.`,
  ),
  'proactive.rule-making-power': say(
    (finding) => `${cell(first(finding), 'zh-CN')}写 ${found(finding)}，本机关没有规章制定权，应为 0。如果是规范性文件，填到下一行。`,
    (finding) =>
      `${cell(first(finding), 'en')} is ${found(finding)}; this body has no power to make rules, so it should be 0. Normative documents go in the row below.`,
  ),
  'years.carried-over': say(
    (finding) =>
      `表三${columnName(first(finding))}一列，上年结转写 ${found(finding)}，上年报告的结转下年度是 ${expected(finding)}，差 ${difference(finding)}。核对是哪一年的数错了。`,
    (finding) =>
      `Table 3, column “${columnName(first(finding))}”: carried in is ${found(finding)}; last year’s report carried out ${expected(finding)}, a difference of ${difference(finding)}. See which year is wrong.`,
  ),
  'years.in-force': say(
    (finding) =>
      `${cell(first(finding), 'zh-CN')}写 ${found(finding)}；上年 ${value(finding, 'before')} 加本年制发 ${value(finding, 'issued')} 减废止 ${value(finding, 'repealed')} 是 ${expected(finding)}，差 ${difference(finding)}。有自然失效或清理的，说明一句；没有的，改数。`,
    (finding) =>
      `${cell(first(finding), 'en')} is ${found(finding)}; last year’s ${value(finding, 'before')} plus ${value(finding, 'issued')} issued minus ${value(finding, 'repealed')} repealed is ${expected(finding)}, a difference of ${difference(finding)}. Explain what lapsed, or correct it.`,
  ),
  'years.in-force.alone': say(
    (finding) =>
      `${cell(first(finding), 'zh-CN')}写 ${found(finding)}，本年却制发 ${value(finding, 'issued')}、废止 ${value(finding, 'repealed')}，现行有效至少应有 ${expected(finding)}。核对三个数。`,
    (finding) =>
      `${cell(first(finding), 'en')} is ${found(finding)}, yet ${value(finding, 'issued')} were issued and ${value(finding, 'repealed')} repealed, which leaves at least ${expected(finding)}. Check the three.`,
  ),
  'years.leap': say(
    (finding) =>
      `${cell(first(finding), 'zh-CN')}上年 ${value(finding, 'before')}，本年 ${found(finding)}，${Number(finding.values.difference) > 0 ? '多' : '少'}了 ${difference(finding)}。核对口径；属实就在正文说明原因。`,
    (finding) =>
      `${cell(first(finding), 'en')} was ${value(finding, 'before')} last year and is ${found(finding)}, ${difference(finding)} ${Number(finding.values.difference) > 0 ? 'more' : 'fewer'}. Check what is counted; if right, say why in the prose.`,
  ),
  'years.pending': say(
    (finding) =>
      `${table(first(finding), 'zh-CN')}“${rowName(first(finding))}”上年尚未审结 ${value(finding, 'before')} 件，本年总计只有 ${found(finding)} 件。上年没审结的案件要接着计。`,
    (finding) =>
      `${table(first(finding), 'en')}, “${rowName(first(finding))}”: ${value(finding, 'before')} were pending last year, this year’s total is ${found(finding)}. Cases left pending are counted on.`,
  ),
  'refused.rare': say(
    (finding) => `${cell(first(finding), 'zh-CN')}写 ${found(finding)}。乡镇、街道很少有这种情形，核对是否填错了行。`,
    (finding) => `${cell(first(finding), 'en')} is ${found(finding)}. A town seldom has such a case; see whether the row is right.`,
  ),
  'excessive.small': say(
    (finding) =>
      `全年申请 ${value(finding, 'requests')} 件，其中 ${found(finding)} 件按“无正当理由大量反复申请”不予处理，难说大量。核对是否填错了行；属实要有认定材料。`,
    (finding) =>
      `Of ${value(finding, 'requests')} requests in the year, ${found(finding)} were refused as excessive. See whether the row is right; if so, keep the grounds on file.`,
  ),
  'fees.magnitude.prose': say(
    (finding) => `表二收费写 ${found(finding)}（万元），正文写的是 ${found(finding)} 元。如果是元，表二应写 ${expected(finding)}。`,
    (finding) =>
      `Table 2 has fees of ${found(finding)} (万元), the prose ${found(finding)} 元. If 元 is right, table 2 should say ${expected(finding)}.`,
  ),
  'fees.magnitude.county': say(
    (finding) => `表二收费写 ${found(finding)} 万元，一个县或县里的部门很难收这么多。如果是元，应写 ${expected(finding)}。`,
    (finding) =>
      `Table 2 has fees of ${found(finding)} 万元, more than a county or its office is likely to charge. If 元 are meant, write ${expected(finding)}.`,
  ),
  'fees.magnitude.town': say(
    (finding) => `表二收费写 ${found(finding)} 万元，一个乡镇、街道很难收这么多。如果是元，应写 ${expected(finding)}。`,
    (finding) =>
      `Table 2 has fees of ${found(finding)} 万元, more than a town is likely to charge. If 元 are meant, write ${expected(finding)}.`,
  ),
  'fees.statement.absent': say(
    () => '第六章没有说信息处理费。补一句，没有收也要写。',
    () => 'Chapter six does not speak of the information-handling fee. State it, even if none was charged.',
  ),
  'fees.statement.unpaid': say(
    (finding) => `表三有 ${found(finding)} 件因逾期未缴费不再处理，第六章没有说发过收费通知。写明发出几份、共多少元、实收多少。`,
    (finding) =>
      `In table 3, ${found(finding)} requests ended because the fee was not paid; chapter six knows of no fee notice. State the notices, the amount billed and the amount received.`,
  ),
  'fees.statement.table': say(
    (finding) =>
      `正文说收了信息处理费 ${value(finding, 'amount')} 万元，表二收费只写 ${found(finding)}。信息处理费也是行政事业性收费，表二不应少于它。`,
    (finding) =>
      `The prose has an information-handling fee of ${value(finding, 'amount')} 万元, table 2 only ${found(finding)}. The fee belongs in table 2, which cannot be less.`,
  ),
  'form.label.edition': say(
    (finding) => `${year(finding, 'year')} 年的报告用了 2019 年的试行表格。换成${expected(finding)}的表格。`,
    (finding) => `The report for ${year(finding, 'year')} uses the trial form of 2019. Use the form of ${expected(finding)}.`,
  ),
}
