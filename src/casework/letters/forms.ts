/** What of a letter goes on paper: a text that is signed at its foot, or one of the two forms that are filled in by hand. Pure. */
import type { LetterDocument, LetterFormRow } from '#render'
import type { LetterContent } from './compose.ts'
import type { LetterKindId, LetterPart } from './kinds.ts'

/** `number` and `date` are null before approval. */
export function printedLetter(
  kind: LetterKindId,
  content: LetterContent,
  signed: Pick<LetterDocument, 'body' | 'number' | 'date'>,
): LetterDocument {
  const { title, attachments } = content
  const form = forms[kind]?.(content)
  return form
    ? { ...signed, title, number: null, salutation: '', paragraphs: notes[kind] ?? [], attachments: [], form }
    : { ...signed, title, salutation: content.salutation, paragraphs: content.paragraphs.map(({ text }) => text), attachments }
}

const partOf = ({ paragraphs }: LetterContent, part: LetterPart): string =>
  paragraphs
    .filter((one) => one.part === part)
    .map(({ text }) => text)
    .join('\n')

const signedBelow = '签名：　　　　　　　　年　月　日'
const opinion = (label: string, text = ''): LetterFormRow => ({ label, text, room: 2, foot: signedBelow })

const forms: Readonly<Partial<Record<LetterKindId, (content: LetterContent) => readonly LetterFormRow[]>>> = {
  /** 国办公开办函〔2016〕235号: handed over, entrusted, or posted by the postal enterprise; Art. 40: by the network where the applicant chose it. */
  'service-slip': (content) => [
    { label: '受送达人', text: content.salutation.replace(/[：:]$/, '') },
    { label: '送达文书名称和文号', text: partOf(content, 'facts') },
    { label: '送达方式', text: '□直接送达　□委托送达　□邮寄（邮政企业）\n□申请人选定的网上方式　□其他：' },
    { label: '送达地点', text: '' },
    { label: '送达人', text: '', room: 1, foot: signedBelow },
    { label: '收件人', text: '', room: 1, foot: '签名或者盖章：　　　　　　　　年　月　日　时' },
    { label: '代收人', text: '与受送达人的关系：\n代收理由：', foot: signedBelow },
    { label: '备注', text: '', room: 2 },
  ],
  'approval-sheet': (content) => [
    { label: '收到情况', text: partOf(content, 'received') },
    { label: '申请内容', text: partOf(content, 'asked') },
    { label: '审查情况', text: partOf(content, 'facts') },
    { label: '依据', text: partOf(content, 'law') },
    { label: '拟办意见', text: partOf(content, 'decision'), foot: `经办人${signedBelow}` },
    opinion('审核意见'),
    opinion('保密审查意见'),
    opinion('公开机构负责人意见'),
    opinion('领导意见'),
  ],
}

const notes: Readonly<Partial<Record<LetterKindId, readonly string[]>>> = {
  'service-slip': ['注：直接送达、委托送达的，以签收日期为送达日期；邮寄的，以交邮日期计算是否在期限内答复，邮政凭证附后。'],
}
