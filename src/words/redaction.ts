/** Names of what redaction knows: grounds, patterns, checks of the proof, and why a file cannot be worked on. `en` has exactly the keys of `zh-CN`. */

type Names = Readonly<Record<string, string>>

const chinese = {
  /** By the ids of casework's grounds; the article is stamped besides. */
  grounds: {
    'state-secret': '国家秘密',
    'by-law': '法律、行政法规禁止公开',
    safety: '危及国家安全、公共安全、经济安全、社会稳定',
    'trade-secret': '商业秘密',
    privacy: '个人隐私',
    internal: '内部事务信息',
    process: '过程性信息',
    'enforcement-file': '行政执法案卷信息',
  } as Names,
  patterns: {
    'identity-number': '身份证号',
    'mobile-number': '手机号',
    'bank-card': '银行卡号',
    'e-mail': '电子邮箱',
    text: '一段文字',
  } as Names,
  /** What each check of the proof has found where it passed. */
  checks: {
    opens: '新文件能打开，页数和大小与原件一致',
    'one-revision': '只有一个版本，没有以前保存的内容',
    accounted: '文件里的每个字节都有来历，没有夹带',
    'pixels-black': '遮盖处的图像全是黑的，没有露出半个字',
    stamped: '每处遮盖都印着依据',
    'no-text-under-marks': '遮盖处没有可以选中、复制的文字',
    'no-words-left': '被遮盖的词在文件里哪儿都找不到',
    'text-as-seen': '能选中的文字，都是页面上看得见的',
    'no-metadata': '没有原件的标题、作者等属性',
    'no-attachments': '没有附件',
    'no-annotations': '没有批注、表单',
    'no-scripts': '没有脚本',
    'no-layers': '没有图层',
    'no-thumbnails': '没有缩略图、书签',
  } as Names,
  refusals: {
    'not-a-pdf': '这不是 PDF 文件，不能遮盖。请先把它另存为或者打印成 PDF，再添加到这件申请里',
    encrypted: '这份 PDF 有密码或者限制了权限。请在原来的软件里去掉密码，另存一份再添加',
    damaged: '这份 PDF 打不开，文件可能坏了。请重新生成或者重新扫描一份',
    'no-pages': '这份 PDF 里一页也没有。请核对是不是选错了文件',
    'too-many-pages': '这份 PDF 超过 300 页。请拆成几份，分别遮盖',
    'page-too-large': '有一页太大，超过了 A0。请缩小页面，另存一份再添加',
    'too-slow': '这份 PDF 的内容太复杂，一直处理不完。请打印成一份新的 PDF，再添加',
  } as Names,
}

export type RedactionWords = typeof chinese

const english: RedactionWords = {
  grounds: {
    'state-secret': 'State secret',
    'by-law': 'Forbidden by a law or administrative regulation',
    safety: 'Endangers national, public or economic security or social stability',
    'trade-secret': 'Trade secret',
    privacy: 'Personal privacy',
    internal: 'Internal affairs',
    process: 'Process information',
    'enforcement-file': 'Enforcement case file',
  },
  patterns: {
    'identity-number': 'identity numbers',
    'mobile-number': 'mobile numbers',
    'bank-card': 'bank cards',
    'e-mail': 'e-mail addresses',
    text: 'a text',
  },
  checks: {
    opens: 'The new file opens, with the same pages in the same sizes',
    'one-revision': 'It has one revision; nothing saved earlier is in it',
    accounted: 'Every byte of it is accounted for',
    'pixels-black': 'The picture is black under every mark, and no half of a character is left',
    stamped: 'Every mark bears its ground',
    'no-text-under-marks': 'No text can be selected or copied under a mark',
    'no-words-left': 'The words under the marks are nowhere in the file',
    'text-as-seen': 'All text that can be selected is seen on the page',
    'no-metadata': 'No title, author or other properties of the source',
    'no-attachments': 'No attachments',
    'no-annotations': 'No comments or form fields',
    'no-scripts': 'No scripts',
    'no-layers': 'No layers',
    'no-thumbnails': 'No thumbnails or bookmarks',
  },
  refusals: {
    'not-a-pdf': 'This is not a PDF and cannot be redacted. Save or print it as PDF and add that to the request',
    encrypted: 'This PDF has a password or restricted permissions. Remove them where it was made, and add a copy saved without',
    damaged: 'This PDF cannot be opened; it may be damaged. Make or scan it again',
    'no-pages': 'This PDF has no page. See whether it is the right file',
    'too-many-pages': 'This PDF has more than 300 pages. Split it, and redact each part',
    'page-too-large': 'A page is larger than A0. Save a copy with smaller pages, and add that',
    'too-slow': 'This PDF is too complicated to be worked through. Print it to a new PDF, and add that',
  },
}

export const redactionWords: Readonly<Record<'zh-CN' | 'en', RedactionWords>> = { 'zh-CN': chinese, en: english }

/** Checks by their ids, separated by spaces, as one list. */
export const redactionCheckNames = (language: 'zh-CN' | 'en', ids: unknown): string =>
  String(ids)
    .split(' ')
    .map((id) => redactionWords[language].checks[id] ?? id)
    .join(language === 'zh-CN' ? '；' : '; ')

/** Sentences of the audit log; `{key}` is filled from the event's detail. */
export const redactionEvents: Readonly<Record<'zh-CN' | 'en', Names>> = {
  'zh-CN': {
    'redaction.started': '开始遮盖申请 {number} 的文件“{file}”',
    'redaction.marked': '保存了遮盖标记，共 {marks} 处',
    'redaction.proved': '遮盖通过核验，生成了文件',
    'redaction.unproved': '遮盖没有通过核验，没有生成文件',
    'redaction.discarded': '作废了一份遮盖',
  },
  en: {
    'redaction.started': 'began to redact the file “{file}” of request {number}',
    'redaction.marked': 'saved the marks of a redaction, {marks} in all',
    'redaction.proved': 'proved a redaction and made its file',
    'redaction.unproved': 'a redaction did not pass its proof, and no file was made',
    'redaction.discarded': 'discarded a redaction',
  },
}
