/** Words of the command line. One object a language; `en` has exactly the keys of `zh-CN`. */

const chinese = {
  about: '读、核对、转换、比较、汇总政府信息公开工作年度报告',
  usage: '用法：',
  usageTail: '<命令> …',
  headings: { 'Options:': '选项：', 'Commands:': '命令：', 'Arguments:': '参数：', 'Usage:': '用法：' } as Readonly<Record<string, string>>,
  after: `
文件可以是文件、文件夹（连同下级）、通配符，或 -（标准输入）。
退出状态：0 没有问题；1 check 发现错误；2 有文件读不了，或命令写得不对。
例子：
  gongkai read 年报.docx
  gongkai check --last-year 2024.docx 2025.docx
  gongkai check --json 各镇年报/ > 结果.jsonl
  gongkai convert 年报.txt --to docx
  gongkai rollup 各镇年报/ --to xlsx -o 汇总.xlsx
  gongkai due --received 2025-09-15 --event extended:10@2025-10-10`,
  verbs: {
    read: '读出报告的各格数字，列出不是原样的格子和原因',
    check: '按规则核对报告，逐条说哪里不对',
    convert: '按官方格式写成另一种文件',
    compare: '比较两份报告：两个年度，或同一份的两稿',
    rollup: '把多份报告汇总成一份，每个数都留着来源',
    due: '算一件申请最迟哪天答复，逐步说明怎么算的',
  },
  verbUsage: {
    read: '[选项] <文件…>',
    check: '[选项] <文件…>',
    convert: '--to <格式> [选项] <文件…>',
    compare: '[选项] <文件甲> <文件乙>',
    rollup: '[选项] <文件…>',
    due: '--received <日期> [--event <事件@日期> …] [选项]',
  },
  files: '报告文件、文件夹、通配符，- 是标准输入',
  options: {
    help: '显示这份帮助',
    version: '显示版本',
    lang: '提示用的语言：zh-CN（默认）或 en',
    json: '输出 JSON，一份报告一行',
    timeLimit: '一个文件最多读几秒（默认 60）',
    format: '输出的样子：text（默认）、json 或 sarif',
    lastYear: '同一机关上一年的报告，用来核对年度之间的数',
    level:
      '机关的级别：state 国务院部门和机构，province 省，city 市，county 县，town 乡镇街道，department 部门，zone 开发区；不写就按名称判断',
    to: (formats: string) => `写成哪种格式：${formats}`,
    out: '写到这个文件夹（没有就新建）',
    output: '写成这个文件；- 是标准输出',
    force: '覆盖已有的文件（绝不覆盖读的那个）',
    dryRun: '只说会写什么，不写',
    fonts: '排 PDF 用的字体文件夹（仿宋_GB2312、方正小标宋等）',
    csv: '输出 CSV：一份一行，一格一列，最后一行是合计',
    rollupTo: '写成 xlsx：合计一张表，各份一张表',
    cell: '只看这一格在各份报告里的数，如 requests.received.total',
    received: '收到申请的日子，如 2025-09-15',
    event:
      '之后发生的事，可以写多次：correction-asked、corrected、consultation-sent、consultation-answered、fee-noticed、fee-paid、extended:天数、delay-agreed，后面接 @日期',
    notices: '另加的节假日安排（JSON 文件），排在软件自带的之前',
    dueJson: '输出 JSON',
  },
  wrong: (sentence: string) => `gongkai：${sentence}`,
  seeHelp: (verb: string) => `看用法：gongkai ${verb}${verb === '' ? '' : ' '}--help`,
  call: {
    unknownOption: (option: string, like: string | null) => `没有 ${option} 这个选项${like === null ? '' : `，是不是 ${like}`}`,
    unknownCommand: (command: string, like: string | null) => `没有 ${command} 这个命令${like === null ? '' : `，是不是 ${like}`}`,
    noCommand: '没有写要做什么。命令有 read、check、convert、compare、rollup、due、backup、restore、migrate、doctor、recover',
    missingArgument: '没有写文件',
    inOption: (option: string, sentence: string) => `${option}：${sentence}`,
    notAnEvent: (given: string) =>
      `--event ${given}：要写成 事件@日期，如 corrected@2025-09-20、extended:10@2025-10-10；事件见 gongkai due --help`,
    notNotices: (file: string, detail: string) => `--notices ${file}：读不成节假日安排（${detail}）。格式见 docs/deadlines.zh-CN.md`,
    emptyName: "有一个文件名是空的（''）。多半是引号里的变量没有值",
    missingValue: (option: string) => `选项 ${option} 后面要有值`,
    missingOption: (option: string) => `要写选项 ${option}`,
    tooMany: '参数太多了',
    other: (detail: string) => detail,
    together: (one: string, other: string) => `${one} 和 ${other} 不能一起用`,
    notOneOf: (option: string, value: string, choices: string) => `${option} 不能是“${value}”，可以是 ${choices}`,
    notSeconds: (value: string) => `--time-limit 要写大于 0 的秒数，不能是“${value}”`,
    stdinTwice: '- （标准输入）只能写一次',
    oneOutput: '-o 只能写一个文件：读多个文件时请用 --out',
    terminal: (format: string) => `${format} 不能显示在屏幕上。请用 -o 写成文件，或接到别的程序`,
    oneReport: (file: string, count: number) => `${file} 里有 ${count} 份报告，这里只能用一份。请先用 convert 分开`,
    noReports: '没有一份报告可以汇总',
    noCell: (key: string) => `没有 ${key} 这一格。格子的键像 requests.received.total`,
  },
  failed: '错误',
  fault: (detail: string) => `gongkai：程序出错了（${detail}）。这是程序的缺陷：请把命令和这句话报告给我们`,
  skipped: (count: number) => `跳过 ${count} 个不是报告文件的文件`,
  place: {
    part: (part: number) => `第${part}份`,
    table: (table: number) => `表${table}`,
    row: (row: number) => `第${row}行`,
    cell: (cell: number) => `第${cell}格`,
    paragraph: (line: number) => `第${line}段`,
    sheetRow: (line: number) => `第${line}行`,
    join: ' ',
  },
  lastYearUnfit: (file: string, report: string) => `${file}：没有用上年的报告核对，${report}`,
  lastYearOtherYear: (wanted: number, got: number) => `这份要对 ${wanted} 年的，给的是 ${got} 年的`,
  lastYearOtherBody: '给的报告里没有同一机关上一年的',
  checked: (reports: number, errors: number, warnings: number, notes: number) =>
    errors + warnings + notes === 0
      ? `核对 ${reports} 份报告，没有发现问题`
      : `核对 ${reports} 份报告：${errors} 处错误，${warnings} 处提醒，${notes} 处供参考`,
  listed: (cells: number) => `另有 ${cells} 格不是原样，用 gongkai read 看`,
  unread: (files: number) => `${files} 个文件没有读成`,
  read: {
    untitled: '（没有标题）',
    body: '机关',
    year: '年度',
    edition: '格式',
    file: '文件',
    unknown: '不知道',
    editionName: (edition: string) => `${edition} 年版`,
    noTables: '没有找到表',
    tables: { proactive: '二、主动公开', requests: '三、依申请公开', challenges: '四、复议和诉讼' },
    applicants: {
      naturalPerson: '自然人',
      enterprise: '企业',
      research: '科研',
      socialOrganization: '公益',
      legalService: '法律',
      other: '其他',
      total: '总计',
    } as Readonly<Record<string, string>>,
    legend: '空 空白  缺 缺失  * 已推定  ? 存疑',
    listedHead: (count: number) => `不是原样的格子（${count}）`,
    allAsGiven: '每一格都是原样',
    states: { blank: '空白', missing: '缺失', repaired: '已推定', doubtful: '存疑' },
    blank: '空',
    missing: '缺',
    doubtfulNull: '?',
    whole: (name: string, cells: number) => `${name}（共 ${cells} 格）`,
    chapters: (numbers: string) => `章节：${numbers}`,
    findings: (errors: number, warnings: number, notes: number) =>
      errors + warnings + notes === 0
        ? '核对没有发现问题'
        : `核对：${errors} 处错误，${warnings} 处提醒，${notes} 处供参考（gongkai check 逐条看）`,
  },
  convert: {
    done: (from: string, to: string) => `${from} → ${to}`,
    would: (from: string, to: string) => `${from} → ${to}（没有写）`,
    wouldForce: (from: string, to: string) => `${from} → ${to}（没有写；已有的文件会被覆盖）`,
    font: (wanted: string, used: string) => `没有字体 ${wanted}，用 ${used} 代替；有这个字体的话用 --fonts 指给它`,
    character: (title: string, character: string) =>
      `${title}：没有一种字体有“${character}”这个字，PDF 里是空框；用 --fonts 指一个有它的字体`,
    total: (written: number) => `写了 ${written} 个文件`,
  },
  compare: {
    head: (one: string, other: string) => `${one} → ${other}`,
    heads: { title: '标题', body: '机关', year: '年度', edition: '格式' },
    none: '（无）',
    same: '两份报告的数和文字都一样',
    figures: (count: number) => `不同的数（${count}）`,
    states: (count: number) => `状态不同的格子（${count}）`,
    asGiven: '原样',
    incomparable: (count: number) => `两份报告的格式不同，有 ${count} 格不能比`,
    chapters: (count: number) => `不同的章节（${count}）`,
    preface: '开头',
    share: (percent: number) => `文字有 ${percent}% 相同`,
    findings: (count: number) => `年度之间（${count}）`,
  },
  rollup: {
    head: (reports: number) => `${reports} 份报告的合计`,
    total: '合计',
    parts: '来源（用 --cell 看一格在各份里的数）',
    years: (years: string) => `注意：这些报告不是同一年的（${years}）`,
    editions: (cells: number) => `注意：这些报告有 2019 年版的，也有 2021 年版的，${cells} 格不能相加`,
    repeated: (file: string, body: string) => `注意：${file} 和前面一份是同一机关同一年的（${body}），加了两次`,
    leftOut: (files: number) => `注意：${files} 个文件没有读成，不在合计里`,
    sumSheet: '合计',
    partSheet: '各份',
    sumHeaders: ['格子', '键', '合计', '状态', '原因'],
    partHeaders: ['机关', '年度', '格式', '文件', '第几份'],
  },
}

export type CliWords = typeof chinese

const english: CliWords = {
  about: 'reads, checks, converts, compares and rolls up annual reports on open government (政府信息公开工作年度报告)',
  usage: 'Usage:',
  usageTail: '<command> …',
  headings: {},
  after: `
A file may be a file, a folder (with all below it), a pattern, or - (standard input).
Exit status: 0 all well; 1 check found an error; 2 a file failed or the call was wrong.
Examples:
  gongkai read report.docx
  gongkai check --last-year 2024.docx 2025.docx
  gongkai check --json reports/ > results.jsonl
  gongkai convert report.txt --to docx
  gongkai rollup reports/ --to xlsx -o sum.xlsx
  gongkai due --received 2025-09-15 --event extended:10@2025-10-10`,
  verbs: {
    read: 'read the figures of a report, and list the cells that are not as given, and why',
    check: 'check a report against the rules and say what does not hold',
    convert: 'write a report in the official form as another kind of file',
    compare: 'compare two reports: two years, or two versions',
    rollup: 'add many reports up to one, each sum keeping its parts',
    due: 'tell the last day to answer a request, and how it comes about',
  },
  verbUsage: {
    read: '[options] <file…>',
    check: '[options] <file…>',
    convert: '--to <format> [options] <file…>',
    compare: '[options] <file A> <file B>',
    rollup: '[options] <file…>',
    due: '--received <day> [--event <kind@day> …] [options]',
  },
  files: 'files, folders or patterns; - is standard input',
  options: {
    help: 'show this help',
    version: 'show the version',
    lang: 'language of messages: zh-CN (default) or en',
    json: 'print JSON, one report a line',
    timeLimit: 'most seconds spent on one file (default 60)',
    format: 'text (default), json or sarif',
    lastYear: "last year's report of the same body, to check between the years",
    level: "the body's level: state, province, city, county, town, department or zone; guessed from its name unless told",
    to: (formats) => `format to write: ${formats}`,
    out: 'write into this folder (made if absent)',
    output: 'write this file; - is standard output',
    force: 'overwrite files that are there (never the one that is read)',
    dryRun: 'say what would be written, write nothing',
    fonts: 'folder of fonts to set a PDF in (仿宋_GB2312, 方正小标宋 …)',
    csv: 'print CSV: a row a report, a column a cell, the sum last',
    rollupTo: 'write xlsx: a sheet of sums and a sheet of the reports',
    cell: 'show this cell in each of the reports, such as requests.received.total',
    received: 'the day the request was received, as 2025-09-15',
    event:
      'what happened after; may be given often: correction-asked, corrected, consultation-sent, consultation-answered, fee-noticed, fee-paid, extended:DAYS or delay-agreed, each with @day',
    notices: 'notices of rest days besides those of the program (a JSON file); they stand before them',
    dueJson: 'print JSON',
  },
  wrong: (sentence) => `gongkai: ${sentence}`,
  seeHelp: (verb) => `usage: gongkai ${verb}${verb === '' ? '' : ' '}--help`,
  call: {
    unknownOption: (option, like) => `there is no option ${option}${like === null ? '' : `; did you mean ${like}`}`,
    unknownCommand: (command, like) => `there is no command ${command}${like === null ? '' : `; did you mean ${like}`}`,
    noCommand: 'say what to do: read, check, convert, compare, rollup, due, backup, restore, migrate, doctor or recover',
    missingArgument: 'name a file',
    inOption: (option, sentence) => `${option}: ${sentence}`,
    notAnEvent: (given) =>
      `--event ${given}: write KIND@DAY, as corrected@2025-09-20 or extended:10@2025-10-10; the kinds are in gongkai due --help`,
    notNotices: (file, detail) => `--notices ${file}: holds no notices of rest days (${detail}). Their form is in docs/deadlines.md`,
    emptyName: "one of the file names is empty (''). Most likely a quoted variable has no value",
    missingValue: (option) => `option ${option} needs a value`,
    missingOption: (option) => `option ${option} is needed`,
    tooMany: 'too many arguments',
    other: (detail) => detail,
    together: (one, other) => `${one} and ${other} do not go together`,
    notOneOf: (option, value, choices) => `${option} cannot be “${value}”; it is one of ${choices}`,
    notSeconds: (value) => `--time-limit is a number of seconds above 0, not “${value}”`,
    stdinTwice: '- (standard input) can be named only once',
    oneOutput: '-o names one file: with several files to read use --out',
    terminal: (format) => `${format} cannot be shown on a terminal. Write a file with -o, or pipe it on`,
    oneReport: (file, count) => `${file} holds ${count} reports, and one is wanted here. Part them with convert first`,
    noReports: 'there is no report to add up',
    noCell: (key) => `there is no cell ${key}. A key looks like requests.received.total`,
  },
  failed: 'error',
  fault: (detail) => `gongkai: the program failed (${detail}). That is a defect: please report it with the command`,
  skipped: (count) => `${count} file${count === 1 ? '' : 's'} skipped that cannot be a report`,
  place: {
    part: (part) => `report ${part}`,
    table: (table) => `table ${table}`,
    row: (row) => `row ${row}`,
    cell: (cell) => `cell ${cell}`,
    paragraph: (line) => `paragraph ${line}`,
    sheetRow: (line) => `row ${line}`,
    join: ', ',
  },
  lastYearUnfit: (file, report) => `${file}: not checked against last year: ${report}`,
  lastYearOtherYear: (wanted, got) => `the report for ${wanted} is wanted, the one given is for ${got}`,
  lastYearOtherBody: 'none of the reports given is the same body’s for the year before',
  checked: (reports, errors, warnings, notes) =>
    `${counted(reports, 'report')} checked: ${
      errors + warnings + notes === 0
        ? 'nothing found'
        : `${counted(errors, 'error')}, ${counted(warnings, 'warning')}, ${counted(notes, 'note')}`
    }`,
  listed: (cells) => `${counted(cells, 'cell')} not as given; gongkai read shows them`,
  unread: (files) => `${counted(files, 'file')} could not be read`,
  read: {
    untitled: '(no title)',
    body: 'body',
    year: 'year',
    edition: 'form',
    file: 'file',
    unknown: 'not known',
    editionName: (edition) => `of ${edition}`,
    noTables: 'no table found',
    tables: { proactive: '2 proactive', requests: '3 requests', challenges: '4 challenges' },
    applicants: {
      naturalPerson: 'person',
      enterprise: 'firm',
      research: 'research',
      socialOrganization: 'social',
      legalService: 'legal',
      other: 'other',
      total: 'total',
    },
    legend: '_ blank  x missing  * repaired  ? doubtful',
    listedHead: (count) => `cells not as given (${count})`,
    allAsGiven: 'every cell is as given',
    states: { blank: 'blank', missing: 'missing', repaired: 'repaired', doubtful: 'doubtful' },
    blank: '_',
    missing: 'x',
    doubtfulNull: '?',
    whole: (name, cells) => `${name} (${cells} cells)`,
    chapters: (numbers) => `chapters: ${numbers}`,
    findings: (errors, warnings, notes) =>
      errors + warnings + notes === 0
        ? 'the checks found nothing'
        : `checks: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}, ${counted(notes, 'note')} (see gongkai check)`,
  },
  convert: {
    done: (from, to) => `${from} → ${to}`,
    would: (from, to) => `${from} → ${to} (not written)`,
    wouldForce: (from, to) => `${from} → ${to} (not written; a file that is there would be overwritten)`,
    font: (wanted, used) => `the font ${wanted} is not there, ${used} stands in for it; --fonts names a folder that has it`,
    character: (title, character) => `${title}: no font has “${character}”, the PDF shows an empty box; --fonts names a folder that has it`,
    total: (written) => `${counted(written, 'file')} written`,
  },
  compare: {
    head: (one, other) => `${one} → ${other}`,
    heads: { title: 'title', body: 'body', year: 'year', edition: 'form' },
    none: '(none)',
    same: 'the two reports have the same figures and words',
    figures: (count) => `figures that differ (${count})`,
    states: (count) => `cells whose state differs (${count})`,
    asGiven: 'as given',
    incomparable: (count) => `the reports follow different forms: ${counted(count, 'cell')} cannot be compared`,
    chapters: (count) => `chapters that differ (${count})`,
    preface: 'preface',
    share: (percent) => `${percent}% of the words are the same`,
    findings: (count) => `between the years (${count})`,
  },
  rollup: {
    head: (reports) => `sum of ${counted(reports, 'report')}`,
    total: 'total',
    parts: 'parts (--cell shows one cell in each of them)',
    years: (years) => `note: the reports are not of one year (${years})`,
    editions: (cells) => `note: some reports follow the form of 2019, some that of 2021; ${counted(cells, 'cell')} cannot be added up`,
    repeated: (file, body) => `note: ${file} is of the same body and year as one before (${body}) and is counted twice`,
    leftOut: (files) => `note: ${counted(files, 'file')} could not be read and ${files === 1 ? 'is' : 'are'} not in the sum`,
    sumSheet: 'sum',
    partSheet: 'parts',
    sumHeaders: ['cell', 'key', 'sum', 'state', 'why'],
    partHeaders: ['body', 'year', 'form', 'file', 'part'],
  },
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

export const cliWords: Readonly<Record<'zh-CN' | 'en', CliWords>> = { 'zh-CN': chinese, en: english }
