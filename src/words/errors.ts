/** Why something could not be read or written: what happened, and what to do. The file's name stands in front of it, put there by the face. */
type Values = Readonly<Record<string, string | number>>
type Says = Readonly<Record<'zh-CN' | 'en', (values: Values) => string>>

/** Why the bytes of a file could not be had; `unreadable` says which with `values.reason`. */
export const unreadableReasons: Readonly<Record<string, Says>> = {
  'no-such-file': {
    'zh-CN': () => '没有这个文件。请核对路径和文件名',
    en: () => 'there is no such file. Check the path and the name',
  },
  'no-match': {
    'zh-CN': () => '没有文件符合这个写法。请核对通配符，或改写文件夹名',
    en: () => 'no file matches this pattern. Check the wildcards, or name the folder',
  },
  'dangling-link': {
    'zh-CN': () => '这是一个链接，它指向的文件不在了。请改用原文件',
    en: () => 'this link points to a file that is not there. Name the file itself',
  },
  'link-loop': {
    'zh-CN': () => '这个链接绕回自己，打不开。请改用原文件',
    en: () => 'this link leads back to itself. Name the file itself',
  },
  'no-permission': {
    'zh-CN': () => '没有读取权限。请向文件的主人要权限，或复制一份再读',
    en: () => 'no permission to read it. Ask its owner, or read a copy',
  },
  'name-too-long': {
    'zh-CN': () => '路径太长，系统不接受。请把文件移到浅一些的文件夹，或缩短文件名',
    en: () => 'the path is too long for the system. Move the file up, or shorten its name',
  },
  'empty-folder': {
    'zh-CN': () => '文件夹里没有可读的文件（认 .txt .html .docx .xlsx .md .json 等）。请核对文件夹；单个文件可以直接写它的名字',
    en: () => 'the folder holds no file to read (.txt .html .docx .xlsx .md .json …). Check the folder; a single file can be named itself',
  },
  folder: {
    'zh-CN': () => '这是文件夹，这里要一个文件。请写文件的名字',
    en: () => 'this is a folder, and a file is wanted here. Name the file',
  },
  pipe: {
    'zh-CN': () => '这是管道，不是文件。请把内容存成文件，或用 - 从标准输入读',
    en: () => 'this is a pipe, not a file. Save its content to a file, or read standard input with -',
  },
  device: {
    'zh-CN': () => '这是设备，不是文件。请给出报告文件',
    en: () => 'this is a device, not a file. Name the file of a report',
  },
  changed: {
    'zh-CN': () => '读的时候文件还在变。请等它写完再读',
    en: () => 'the file changed while it was read. Wait until it is written, then read it again',
  },
  time: {
    'zh-CN': ({ seconds }) => `读了 ${seconds} 秒还没有读完，已经停下。请确认它是一份年度报告；确实需要，可以用 --time-limit 放宽`,
    en: ({ seconds }) =>
      `it was not read within ${seconds} s and was given up. Check that it is an annual report; --time-limit allows more`,
  },
  crash: {
    'zh-CN': ({ detail }) => `程序读它时出错（${detail}）。这是程序的缺陷：请把这个文件和这句话报告给我们`,
    en: ({ detail }) => `the program failed on it (${detail}). That is a defect of the program: please report it with the file`,
  },
  io: {
    'zh-CN': ({ detail }) => `系统读不出来（${detail}）。请检查磁盘或网络，再读一次`,
    en: ({ detail }) => `the system cannot read it (${detail}). Check the disk or the network, then try again`,
  },
}

const megabytes = (bytes: string | number): string => `${Math.round((Number(bytes) / (1024 * 1024)) * 10) / 10} MB`

/** What to do with a format that cannot be read, by the name its reader gives it. */
const pictures = ['png', 'jpg', 'gif', 'webp', 'bmp', 'tiff', 'heic']
const readable = {
  'zh-CN': '能读文本、网页（html）、Word（docx）、Excel（xlsx）、Markdown 和本程序的 JSON',
  en: 'text, HTML, Word (docx), Excel (xlsx), Markdown and JSON of this program can be read',
}

function formatAdvice(format: string | number | undefined): { readonly 'zh-CN': string; readonly en: string } {
  if (format === 'encrypted')
    return {
      'zh-CN': '文件有密码，打不开。请在原来的软件里去掉密码，另存一份',
      en: 'the file is locked with a password. Take the password off in its own program and save a copy',
    }
  if (pictures.includes(String(format)))
    return {
      'zh-CN': `这是图片（${format}），里面的字读不出来。请用有文字的原件：${readable['zh-CN']}`,
      en: `this is a picture (${format}); its words cannot be read. Use the original that has text: ${readable.en}`,
    }
  if (format === undefined || format === 'binary')
    return {
      'zh-CN': `认不出这是什么格式。${readable['zh-CN']}。请另存为其中一种`,
      en: `the format is not known; ${readable.en}. Save it as one of these`,
    }
  return {
    'zh-CN': `读不了 ${format} 格式。${readable['zh-CN']}。请另存为其中一种`,
    en: `the format ${format} cannot be read; ${readable.en}. Save it as one of these`,
  }
}

/** Every code a file can fail with (docs/errors.md has a line for each). */
export const errorWords = {
  empty: {
    'zh-CN': () => '文件是空的。请确认它已经保存或下载完整',
    en: () => 'the file is empty. Check that it was saved or downloaded whole',
  },
  unreadable: {
    'zh-CN': (values) => (unreadableReasons[values.reason ?? ''] ?? unreadableReasons.io!)['zh-CN'](values),
    en: (values) => (unreadableReasons[values.reason ?? ''] ?? unreadableReasons.io!).en(values),
  },
  'unsupported-format': {
    'zh-CN': ({ format }) => formatAdvice(format)['zh-CN'],
    en: ({ format }) => formatAdvice(format).en,
  },
  damaged: {
    'zh-CN': ({ part }) => `文件坏了或不完整${part === undefined ? '' : `（${part}）`}。请用原来的软件打开并另存一份，或重新下载`,
    en: ({ part }) =>
      `the file is damaged or not whole${part === undefined ? '' : ` (${part})`}. Open it in its own program and save it again, or download it again`,
  },
  'too-large': {
    'zh-CN': ({ limit }) =>
      `${limit === undefined ? '文件展开后太大，或层次太深' : `文件太大，超过 ${megabytes(limit)}`}，没有读。年度报告一般不到 1 MB：请确认是这个文件，或只留报告正文`,
    en: ({ limit }) =>
      `${limit === undefined ? 'the file unpacks to too much, or nests too deep' : `the file is larger than ${megabytes(limit)}`} and was not read. An annual report is seldom over 1 MB: check that it is this file, or keep only the report`,
  },
  'not-a-report': {
    'zh-CN': () => '这不像政府信息公开工作年度报告：没有这样的标题，六章标题也不足两个。请确认文件',
    en: () =>
      'this does not look like an annual report on open government: no such title, and fewer than two of the six chapter headings. Check the file',
  },
  'website-report': {
    'zh-CN': () => '这是政府网站工作年度报表，是另一种表。请改用政府信息公开工作年度报告',
    en: () => 'this is the yearly report of a government website (政府网站工作年度报表), another form. Use the report on open government',
  },
  'older-form': {
    'zh-CN': ({ year }) =>
      `这份${year === undefined ? '' : ` ${year} 年的`}报告早于 2019 年的格式，没有规定的三张表，读不了。2019 年版和 2021 年版的可以读`,
    en: ({ year }) =>
      `this report${year === undefined ? '' : ` for ${year}`} is older than the form of 2019 and has not its three tables. The forms of 2019 and 2021 can be read`,
  },
} as const satisfies Readonly<Record<string, Says>>

/** Why a report was read but its copy was not written. Codes of `convert` (docs/errors.md). */
export const outputWords = {
  'output-exists': {
    'zh-CN': ({ output }) => `没有写：${output} 已经在了。用 --force 覆盖，或用 -o、--out 换个地方`,
    en: ({ output }) => `not written: ${output} is already there. Overwrite it with --force, or name another place with -o or --out`,
  },
  'output-is-input': {
    'zh-CN': ({ output }) => `没有写：${output} 就是读的那个文件。请用 -o 或 --out 换个名字`,
    en: ({ output }) => `not written: ${output} is the file that was read. Name another with -o or --out`,
  },
  'output-twice': {
    'zh-CN': ({ output, other }) => `没有写：${output} 这个名字已经给了 ${other}。请分开转换，或用 --out 换个文件夹`,
    en: ({ output, other }) => `not written: the name ${output} already went to ${other}. Convert them apart, or name a folder with --out`,
  },
  'output-many': {
    'zh-CN': ({ reports }) => `文件里有 ${reports} 份报告，标准输出只能写一份。请用 --out 写到文件夹`,
    en: ({ reports }) => `the file holds ${reports} reports, and standard output takes one. Write into a folder with --out`,
  },
  unwritable: {
    'zh-CN': ({ output, detail }) => `写不进 ${output}（${detail}）。请检查文件夹、权限和磁盘空间`,
    en: ({ output, detail }) => `${output} cannot be written (${detail}). Check the folder, its permissions and the space on the disk`,
  },
  'not-rendered': {
    'zh-CN': ({ detail }) => `没能生成文件（${detail}）。这是程序的缺陷：请把这个文件和这句话报告给我们`,
    en: ({ detail }) => `the file could not be made (${detail}). That is a defect of the program: please report it with the file`,
  },
} as const satisfies Readonly<Record<string, Says>>
export type OutputCode = keyof typeof outputWords
