import type { Finding } from '../findings.ts'
import type { Language, Sentence, Sentences } from './index.ts'

type Values = Finding['values']

/** A sentence in both languages from the figures a finding carries. */
const say = (zh: (values: Values) => string, en: (values: Values) => string): Readonly<Record<Language, Sentence>> => ({
  'zh-CN': ({ values }) => zh(values),
  en: ({ values }) => en(values),
})

const chapterZh = (number: Values[string] | undefined) => (Number(number) === 0 ? '前言' : `第${'〇一二三四五六'[Number(number)]}章`)
const chapterEn = (number: Values[string] | undefined) => (Number(number) === 0 ? 'the preface' : `Chapter ${number}`)
const fromZh = (from: Values[string] | undefined) =>
  from === 'table' ? '（上年年报）' : from === 'difference' ? '（按正文的增减数推算）' : ''
const fromEn = (from: Values[string] | undefined) =>
  from === 'table' ? " (last year's report)" : from === 'difference' ? ' (as the difference in the text gives it)' : ''
const percentZh: Readonly<Record<string, string>> = { share: '占比', rate: '比率', fall: '降幅' }
const percentEn: Readonly<Record<string, string>> = { share: 'share', rate: 'rate', fall: 'decline' }

/** 7 + 8 = 15 条; of one part the number alone. */
const sumZh = (v: Values) => (String(v.parts).includes('+') ? `${v.parts} = ${v.sum}${v.unit}` : `${v.sum}${v.unit}`)
const sumEn = (v: Values) => (String(v.parts).includes('+') ? `${v.parts} = ${v.sum} ${v.unit}` : `${v.sum} ${v.unit}`)

/** Sentences of the checks on prose. */
export const proseSentences: Sentences = {
  'prose.sum.exceeds': say(
    (v) => `分项之和 ${sumZh(v)}，比所说的总数 ${v.whole}${v.unit} 多 ${v.gap}${v.unit}。总数或某个分项写错了，请核对。`,
    (v) => `The parts come to ${sumEn(v)}, ${v.gap} more than the ${v.whole} ${v.unit} they are part of. The whole or a part is wrong.`,
  ),
  'prose.sum.short': say(
    (v) => `分项之和 ${sumZh(v)}，比所说的总数 ${v.whole}${v.unit} 少 ${v.gap}${v.unit}。核对是只列了一部分，还是有一处写错。`,
    (v) =>
      `The parts come to ${sumEn(v)}, ${v.gap} less than the whole of ${v.whole} ${v.unit}. Are only some parts named, or is a figure wrong?`,
  ),
  'prose.share.wrong': say(
    (v) => `${v.part} ÷ ${v.whole} = ${v.exact}%，正文写 ${v.printed}%，应为 ${v.right}%。改占比，或核对两个数。`,
    (v) =>
      `${v.part} of ${v.whole} is ${v.exact} %. The text says ${v.printed} % and should say ${v.right} %, unless one of the two figures is wrong.`,
  ),
  'prose.share.cut': say(
    (v) => `${v.part} ÷ ${v.whole} = ${v.exact}%，四舍五入是 ${v.right}%，正文写 ${v.printed}%，是直接截去了尾数。`,
    (v) => `${v.part} of ${v.whole} is ${v.exact} %, rounded ${v.right} %. The text says ${v.printed} %, cut off instead of rounded.`,
  ),
  'prose.share.raised': say(
    (v) => `${v.part} ÷ ${v.whole} = ${v.exact}%，四舍五入是 ${v.right}%，正文写 ${v.printed}%，末位多进了一。`,
    (v) => `${v.part} of ${v.whole} is ${v.exact} %, rounded ${v.right} %. The text says ${v.printed} %, one too high in the last place.`,
  ),
  'prose.share.total': say(
    (v) => `各项占比之和 ${v.shares} = ${v.total}%，与 100% 差 ${v.gap} 个百分点，四舍五入解释不了。请核对。`,
    (v) => `The shares come to ${v.shares} = ${v.total} %, ${v.gap} points from 100 %, more than rounding explains.`,
  ),
  'prose.share.total-rounded': say(
    (v) => `各项占比之和 ${v.shares} = ${v.total}%，与 100% 差 ${v.gap} 个百分点，是四舍五入或截尾造成的。`,
    (v) => `The shares come to ${v.shares} = ${v.total} %, ${v.gap} points from 100 %, which rounding or cutting off explains.`,
  ),
  'prose.change.rate': say(
    (v) => `上年 ${v.last}、本年 ${v.now}${fromZh(v.from)}，变化是 ${v.right}%，正文写成 ${v.printed}%。请核对。`,
    (v) => `From ${v.last} to ${v.now}${fromEn(v.from)} is ${v.right} %. The text says ${v.printed} %.`,
  ),
  'prose.change.amount': say(
    (v) => `上年 ${v.last}、本年 ${v.now}${fromZh(v.from)}，相差 ${v.right}${v.unit}，正文写成 ${v.printed}${v.unit}。请核对。`,
    (v) => `From ${v.last} to ${v.now}${fromEn(v.from)} is ${v.right} ${v.unit}. The text says ${v.printed} ${v.unit}.`,
  ),
  'prose.change.level': say(
    (v) => `正文说与上年持平，上年是 ${v.last}${fromZh(v.from)}，本年是 ${v.now}，相差 ${v.gap}。请核对。`,
    (v) => `The text says as many as last year. Last year had ${v.last}${fromEn(v.from)}, this year ${v.now}: ${v.gap} apart.`,
  ),
  'prose.table.differs': say(
    (v) =>
      `正文写${v.topic} ${v.said}${v.unit}，表里是 ${v.tabled}${v.unit}${v.others === '' ? '' : `（换一种口径是 ${v.others}）`}，相差 ${v.gap}${v.unit}。核对是口径不同，还是有一处写错。`,
    (v) =>
      `The prose says ${v.said} ${v.unit} (${v.topicEn}), the table ${v.tabled}${v.others === '' ? '' : ` (counted otherwise, ${v.others})`}: ${v.gap} apart. Is the scope another, or is one of them wrong?`,
  ),
  'prose.table.none': say(
    (v) => `正文说没有${v.topic}，表里是 ${v.tabled}件。核对哪一处对。`,
    (v) => `The prose says there were none (${v.topicEn}), the table has ${v.tabled}. Which is right?`,
  ),
  'prose.table.all-done': say(
    (v) => `正文说“${v.words}”，表里还有 ${v.count}件结转下年度继续办理。核对哪一处对。`,
    (v) => `The prose says that all are done (“${v.words}”), the table carries ${v.count} over to next year. Which is right?`,
  ),
  'prose.table.all-granted': say(
    (v) => `正文说“${v.words}”，表里有 ${v.count}件是别的办理结果。核对哪一处对。`,
    (v) => `The prose says that all were granted (“${v.words}”), the table gives ${v.count} another outcome. Which is right?`,
  ),
  'prose.table.all-upheld': say(
    (v) => `正文说“${v.words}”，表里有 ${v.count}件纠正、其他结果或尚未审结。核对哪一处对。`,
    (v) =>
      `The prose says that all were upheld (“${v.words}”), the table has ${v.count} corrected, otherwise ended or pending. Which is right?`,
  ),
  'prose.repeat.sentence': say(
    (v) => `“${v.start}……”等 ${v.length} 个字在${chapterZh(v.chapter)}已经写过，这里又出现一遍。删去一处。`,
    (v) => `${v.length} characters from “${v.start}…” stand here again as in ${chapterEn(v.chapter)}. Keep one of them.`,
  ),
  'prose.repeat.word': say(
    (v) => `“${v.found}”里“${v.words}”写了两遍。删去一个。`,
    (v) => `“${v.words}” is written twice in “${v.found}”. Keep one.`,
  ),
  'prose.repeat.mark': say(
    (v) => `标点“${v.found}”重复或连用。只留一个。`,
    (v) => `Punctuation is doubled: “${v.found}”. Keep one mark.`,
  ),
  'prose.count': say(
    (v) => `正文说 ${v.said}${v.unit}，列出的是 ${v.listed}${v.unit}，相差 ${v.gap}。核对“${v.list}”。`,
    (v) => `The text says ${v.said} ${v.unit} and lists ${v.listed}: ${v.gap} apart. See “${v.list}”.`,
  ),
  'prose.contradiction.account': say(
    (v) => `这里说“${v.name}”已注销或停用，${chapterZh(v.chapter)}却说“${v.running}”。是指停用之前的，写明时间；没有改过来的，改正。`,
    (v) =>
      `Here “${v.name}” is closed; ${chapterEn(v.chapter)} describes it as running: “${v.running}”. Is the time before closing meant? Say so.`,
  ),
  'prose.contradiction.none': say(
    (v) => `这里说没有${v.name}，${chapterZh(v.chapter)}却写着 ${v.count}${v.unit}。核对哪一处对。`,
    (v) => `Here there was none (${v.nameEn}); ${chapterEn(v.chapter)} has ${v.count} ${v.unit}. Which is right?`,
  ),
  'prose.contradiction.counts': say(
    (v) => `${v.name}这里写 ${v.count}${v.unit}，${chapterZh(v.chapter)}写 ${v.other}${v.unit}，相差 ${v.gap}${v.unit}。核对哪一处对。`,
    (v) => `${v.count} ${v.unit} here (${v.nameEn}), ${v.other} in ${chapterEn(v.chapter)}: ${v.gap} apart. Which is right?`,
  ),
  'prose.stale-year': say(
    (v) => `“${v.clause}”说的是 ${v.named} 年，这是 ${v.year} 年的报告。核对是往年的文字没有改，还是确指 ${v.named} 年。`,
    (v) => `“${v.clause}” speaks of ${v.named} in a report for ${v.year}. Is it left over from an older text?`,
  ),
  'prose.foreign-body.self': say(
    (v) => `自称“${v.said}”，发布机关是${v.body}。核对是不是照抄了别的机关的文字。`,
    (v) => `The text says “${v.said}”; the body is ${v.body}. Is it copied from another body's report?`,
  ),
  'prose.foreign-body.name': say(
    (v) => `“${v.name}”在这里当作本机关来写，发布机关是${v.body}。核对是不是别处的名称没有改。`,
    (v) => `“${v.name}” acts here as the body itself; the body is ${v.body}. Is the name left over from another report?`,
  ),
  'prose.impossible.accounts': say(
    (v) => `“${v.words}”不可能在 ${v.year} 年公开：${v.year} 年决算到下一年才编制、批复。应是 ${v.year} 年预算和 ${v.last} 年决算。`,
    (v) =>
      `“${v.words}” cannot have been published in ${v.year}: the final accounts of a year are drawn up in the next. The budget of ${v.year} and the accounts of ${v.last} must be meant.`,
  ),
  'prose.impossible.date': say(
    (v) => `没有“${v.date}”这一天。改日期。`,
    (v) => `There is no such day as “${v.date}”. Correct the date.`,
  ),
  'prose.impossible.after-term': say(
    (v) => `“${v.date}”在 ${v.year} 年统计期限之后，却写在本年的工作里。核对是日期写错，还是不属于本年。`,
    (v) =>
      `“${v.date}” lies after the term of ${v.year} but is told as done in it. Is the date wrong, or does the matter belong to another year?`,
  ),
  'prose.impossible.percent': say(
    (v) => `${percentZh[String(v.kind)]} ${v.percent}% 超过 100%，不可能。请核对。`,
    (v) => `A ${percentEn[String(v.kind)]} of ${v.percent} % is more than 100 %, which cannot be.`,
  ),
  'prose.impossible.answers': say(
    (v) => `正文说办结 ${v.answered}件，收到 ${v.received}件加上年结转 ${v.before}件只有 ${v.most}件，多出 ${v.gap}件。请核对。`,
    (v) => `The prose says ${v.answered} concluded; ${v.received} received and ${v.before} carried in make only ${v.most}, ${v.gap} fewer.`,
  ),
  'prose.silent': say(
    (v) => `表二${v.name} ${v.figure}${v.unit}，正文一个字没有提。补一句说明。`,
    (v) => `Table 2 has ${v.figure} ${v.unit} (${v.nameEn}) and the prose never speaks of it. Add a sentence.`,
  ),
  'prose.length': say(
    (v) => `第一章有 ${v.length} 字，一般不超过 ${v.limit} 字，多 ${v.over} 字。可以精简。`,
    (v) => `Chapter 1 has ${v.length} characters, ${v.over} more than the customary ${v.limit}. It may be shortened.`,
  ),
  'prose.tone.superlative': say(
    (v) => `“${v.phrases}”没有数据支撑，改为具体做法和数字。`,
    (v) => `“${v.phrases}”: nothing bears this out. Say what was done, with figures.`,
  ),
  'prose.tone.stock': say(
    (v) => `套话有 ${v.count} 处（${v.phrases}等），改为具体做法和数字。`,
    (v) => `There are ${v.count} stock phrases (${v.phrases} …). Say what was done, with figures.`,
  ),
  'years.same-text.last-year': say(
    (v) => `正文有 ${v.percent}% 与上年年报逐句相同（${v.sentences} 句），如“${v.longest}”。写当年的情况。`,
    (v) => `${v.percent} % of the prose is last year's, sentence by sentence (${v.sentences}), such as “${v.longest}”. Write of this year.`,
  ),
  'years.same-text.problems': say(
    (v) => `第五章有 ${v.percent}% 与上年年报逐句相同（${v.sentences} 句），如“${v.longest}”。写明上年的问题改了没有、今年的问题是什么。`,
    (v) =>
      `${v.percent} % of Chapter 5 is last year's, sentence by sentence (${v.sentences}), such as “${v.longest}”. Were the problems solved, and what are this year's?`,
  ),
  'years.same-text.other': say(
    (v) =>
      `正文有 ${v.percent}% 与${v.other === '' ? '另一份年报' : `${v.other}的年报`}逐句相同（${v.sentences} 句），如“${v.longest}”。写本机关的情况。`,
    (v) =>
      `${v.percent} % of the prose stands in ${v.other === '' ? 'another report' : `the report of ${v.other}`} too, sentence by sentence (${v.sentences}), such as “${v.longest}”. Write of this body.`,
  ),
}
