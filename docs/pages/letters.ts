import { fieldsOf, letterKindIds, letterKinds, placeholdersOf, remedyRules, templates } from '#casework'
import type { Language } from '#report'
import { caseworkWords, outcomeWords, paperWords } from '#words'

const words = {
  en: {
    title: 'Letters (文书)',
    twin: '[中文](letters.zh-CN.md)',
    intro: [
      'Every paper of a case: to whom it is, who reviews it, what happens to the case when it is sent, and which parts it must have. Made from `src/casework/letters` by `npm run docs`; do not edit by hand.',
      'A letter without a part that its kind must have cannot be sent for review or leave. A decision that leaves by the network also tells where to apply for reconsideration online (行政复议法 Art. 22¶2). Number and date come with approval; a paper without a date is marked 草稿，未签发 on every page.',
      'Letters are set as GB/T 9704-2012 asks, in Word and PDF. 方正小标宋, 仿宋_GB2312, 楷体_GB2312 and 黑体 are used where the operator has put them into the folder of fonts; Noto stands in for what is missing.',
    ],
    kindsTitle: 'The papers',
    kindsHead: '| paper | id | to | review | number | when it is sent | parts | remedies | source |',
    yes: 'yes',
    no: 'no',
    nothing: 'nothing',
    wordingTitle: 'Wording',
    wording: [
      'A body may word each paper itself. `# ` begins the title, `> ` the salutation, `[part]` a paragraph that makes this part; a line without a mark goes on with the paragraph before it. `{…}` is filled from the case or by whoever drafts. A paragraph that is nothing but a placeholder is left out where there is nothing to fill it with; any other stays empty, and its part counts as missing, until somebody writes it. `你（单位）` becomes 你 to a person and 你单位 to an organisation.',
      'A wording with an unknown placeholder, one that the paper cannot know, or without a part the paper must have is refused with what is wrong.',
    ],
    wordingHead: '| id | the drafter fills in | may stand in it |',
    remediesTitle: 'Remedies by day of the decision',
    remediesHead: '| from | decision | wording | source |',
    organ: '{reconsideration organ}',
    court: '{court}',
    partly: 'partly disclosed',
    textTitle: 'As the program words them',
    between: ', ',
  },
  'zh-CN': {
    title: '文书',
    twin: '[English](letters.md)',
    intro: [
      '一件申请用到的每一种文书：给谁、谁审核、发出后申请怎样走、必须有哪些部分。本页由 `npm run docs` 从 `src/casework/letters` 生成，请勿手工修改。',
      '缺少必备部分的文书不能送审、发出。通过网络送达的决定，还要写明网上申请复议的网址（行政复议法第二十二条第二款）。文号和日期在签发时生成；没有日期的，每一页都标“草稿，未签发”。',
      '文书按 GB/T 9704-2012 排版，可以下载 Word 和 PDF。运维人员在字体文件夹里放了方正小标宋、仿宋_GB2312、楷体_GB2312、黑体的，用这些字体；没有的用 Noto 代替。',
    ],
    kindsTitle: '文书一览',
    kindsHead: '| 文书 | 代码 | 给谁 | 审核 | 编号 | 发出后 | 必备部分 | 救济 | 依据 |',
    yes: '编',
    no: '不编',
    nothing: '不变',
    wordingTitle: '文字',
    wording: [
      '本机关可以改写每一种文书。`# ` 开头是标题，`> ` 开头是称呼，`[部分]` 开头的一段就是这个部分；没有记号的一行接着上一段。`{…}` 由程序从申请中填，或者由拟稿人填。一段只有一个占位符的，没有内容就不印；其他段落缺内容的，先空着，这个部分算没有写完，写好才能发出。`你（单位）`对个人写作“你”，对单位写作“你单位”。',
      '占位符不认识、这种文书用不上，或者缺少必备部分的，不能保存，会说明哪里不对。',
    ],
    wordingHead: '| 代码 | 拟稿人填 | 可以用的占位符 |',
    remediesTitle: '按作出决定的日期写救济途径',
    remediesHead: '| 起 | 决定 | 文字 | 依据 |',
    organ: '〔复议机关〕',
    court: '〔法院〕',
    partly: '部分公开',
    textTitle: '程序自带的文字',
    between: '、',
  },
} as const

/** docs/letters.md or its Chinese twin. */
export function lettersPage(language: Language): string {
  const say = words[language]
  const papers = paperWords[language]
  const { letterParts, verbs } = caseworkWords[language]
  const kindRows = letterKindIds.map((id) => {
    const { to, verb, review, numbered, parts, remedy, source } = letterKinds[id]
    const cells = [
      papers.kinds[id],
      `\`${id}\``,
      papers.to[to],
      papers.reviews[review],
      numbered ? say.yes : say.no,
      verb === null ? say.nothing : `${verbs[verb]} \`${verb}\``,
      parts.map((part) => letterParts[part]).join(say.between),
      outcomeWords[language].remedies[remedy],
      source,
    ]
    return `| ${cells.join(' | ')} |`
  })
  const wordingRows = letterKindIds.map((id) => `| \`${id}\` | ${fieldsOf(id).join('、')} | ${placeholdersOf(id).join('、')} |`)
  const facts = { organ: say.organ, court: say.court, on: '' }
  const remedyRows = remedyRules.flatMap(({ since, source, text }) =>
    [
      [outcomeWords[language].remedies['reconsider-first'], text['reconsider-first'](facts)],
      [say.partly, text['reconsider-first']({ ...facts, isPartial: true })],
      [outcomeWords[language].remedies.either, text.either(facts)],
    ].map(([decision, wording]) => `| ${since} | ${decision} | ${wording} | ${source} |`),
  )
  return `${[
    `# ${say.title}`,
    say.twin,
    ...say.intro,
    `## ${say.kindsTitle}`,
    [say.kindsHead, '| --- | --- | --- | --- | --- | --- | --- | --- | --- |', ...kindRows].join('\n'),
    `## ${say.remediesTitle}`,
    [say.remediesHead, '| --- | --- | --- | --- |', ...remedyRows].join('\n'),
    `## ${say.wordingTitle}`,
    ...say.wording,
    [say.wordingHead, '| --- | --- | --- |', ...wordingRows].join('\n'),
    `## ${say.textTitle}`,
    ...letterKindIds.map((id) => `### ${papers.kinds[id]} \`${id}\`\n\n\`\`\`\n${templates[id]}\n\`\`\``),
  ].join('\n\n')}\n`
}
