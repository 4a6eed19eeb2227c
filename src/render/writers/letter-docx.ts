import {
  AlignmentType,
  Document as File,
  Header,
  HeadingLevel,
  LineRuleType,
  Packer,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { cleaned, draftMark, type LetterDocument, type LetterFormRow, letterDay, letterTitleLines, sealInsets } from '../letter.ts'
import { paper } from '../paper.ts'
import { exactLine, font, millimetres, pageNumber, pageProperties, run, settle, styles, twips } from './docx.ts'

/** A letter as a Word file. It names the official faces; they resolve where it is opened. */
export async function writeLetterDocx(given: LetterDocument): Promise<Uint8Array> {
  const letter = cleaned(given)
  const { body, title, date, form } = letter
  const header = date === null ? draftHeader() : null
  const file = new File({
    title,
    creator: body,
    lastModifiedBy: body,
    evenAndOddHeaderAndFooters: true,
    styles,
    sections: [
      {
        properties: pageProperties(),
        ...(header === null ? {} : { headers: { default: header, even: header } }),
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [...head(letter), ...(form === undefined ? textOf(letter) : [formTable(form), ...notes(letter)])],
      },
    ],
  })
  return settle(await Packer.toArrayBuffer(file))
}

/** Points of so many characters of the text. */
const em = (characters: number): number => twips(paper.size.text * characters)
const blankLine = twips(paper.line)

function head(letter: LetterDocument): Paragraph[] {
  const { number, salutation } = letter
  const after = number === null ? blankLine : 0
  return [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      spacing: { ...exactLine, line: twips(36), before: 0, after },
      children: letterTitleLines(letter).map((line, index) => run(line, index > 0 ? { break: 1 } : {})),
    }),
    ...(number === null
      ? []
      : [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { ...exactLine, before: blankLine / 2, after: blankLine },
            children: [run(number)],
          }),
        ]),
    ...(salutation === '' ? [] : [new Paragraph({ children: [run(salutation)] })]),
  ]
}

function textOf(letter: LetterDocument): Paragraph[] {
  const { paragraphs } = letter
  return [
    ...paragraphs.map(
      (text, index) =>
        new Paragraph({
          alignment: AlignmentType.BOTH,
          // A seal never stands on a page without text.
          keepNext: index === paragraphs.length - 1,
          indent: { firstLine: em(2), firstLineChars: 200 },
          children: [run(text)],
        }),
    ),
    ...enclosures(letter.attachments),
    ...signature(letter),
  ]
}

/** §7.3.4: a line below the text, two characters in; names line up with one another. */
function enclosures(names: readonly string[]): Paragraph[] {
  const numbered = names.length > 1
  const left = numbered ? 6.5 : 5
  return names.map((name, index) => {
    const opening = index === 0 ? 2 : 5
    return new Paragraph({
      keepNext: true,
      spacing: { ...exactLine, before: index === 0 ? blankLine : 0 },
      indent: { left: em(left), hanging: em(left - opening) },
      tabStops: [{ type: 'left', position: em(left) }],
      children: [
        new TextRun({
          children: [index === 0 ? '附件：' : '', ...(numbered ? [`${index + 1}.`, new Tab()] : []), name],
        }),
      ],
    })
  })
}

function signature({ body, date: day }: LetterDocument): Paragraph[] {
  const date = letterDay(day)
  const insets = sealInsets(body, date)
  const line = (text: string, inset: number, before: number) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      keepNext: before > 0,
      spacing: { ...exactLine, before },
      indent: { right: em(inset) },
      children: [run(text)],
    })
  return [line(body, insets.name, blankLine * 3), line(date, insets.date, 0)]
}

const draftHeader = (): Header =>
  new Header({
    children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [run(draftMark, { ...font('heading'), size: 24 })] })],
  })

const formSpacing = { line: twips(20), lineRule: LineRuleType.AT_LEAST, before: 0, after: 0 }
const labelWidth = millimetres(32)
const textWidth = millimetres(paper.textWidth) - labelWidth

function formTable(rows: readonly LetterFormRow[]): Table {
  return new Table({
    width: { size: labelWidth + textWidth, type: WidthType.DXA },
    columnWidths: [labelWidth, textWidth],
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    rows: rows.map(
      ({ label, text, room = 0, foot = '' }) =>
        new TableRow({
          cantSplit: true,
          children: [
            formCell(labelWidth, [formLine(label, 'heading', AlignmentType.CENTER)]),
            formCell(textWidth, [
              ...text.split('\n').map((one) => formLine(one, 'table', AlignmentType.LEFT)),
              ...Array.from({ length: room }, () => formLine('', 'table', AlignmentType.LEFT)),
              ...(foot === '' ? [] : [formLine(foot, 'table', AlignmentType.RIGHT)]),
            ]),
          ],
        }),
    ),
  })
}

const formCell = (width: number, children: Paragraph[]): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: millimetres(2.4), bottom: millimetres(2.4), left: millimetres(3), right: millimetres(3) },
    children,
  })

const formLine = (text: string, use: 'heading' | 'table', alignment: (typeof AlignmentType)['LEFT' | 'CENTER' | 'RIGHT']): Paragraph =>
  new Paragraph({
    alignment,
    spacing: formSpacing,
    run: { size: 24 },
    children: text === '' ? [] : [run(text, { ...font(use), size: 24 })],
  })

const notes = (letter: LetterDocument): Paragraph[] =>
  letter.paragraphs.map(
    (text) => new Paragraph({ spacing: { ...formSpacing, before: twips(6) }, children: [run(text, { ...font('table'), size: 21 })] }),
  )
