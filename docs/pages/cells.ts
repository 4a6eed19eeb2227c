import { type Column, cellKeys, type Form, forms, otherHandlingRow, proactiveKey, type Quantity, type RequestRow } from '#report'
import { plain } from './rules.ts'

const quantities: Readonly<Record<Quantity, string>> = {
  count: 'whole number',
  change: 'whole number, may be negative',
  money: 'up to six decimals',
}

/** docs/cells.md: every cell of both forms with its key, its label and the article it rests on. */
export function cellsPage(): string {
  return `# The cells of the form

Every cell the form asks for, with the key it has in JSON, CSV, code and messages, and the label the form prints.
Made from \`src/report/forms\` by \`npm run docs\`; do not edit by hand. English names of the terms: [GLOSSARY](../GLOSSARY.md).
Articles are those of 《政府信息公开条例》 (the Regulation). Which article a row of table 三 rests on is this project's reading of the labels; the form names none.

${formPart(forms['2021'], 'The form in force since the report for 2021')}
Some reports of this form print （六）其他处理 as one row. Then \`requests.${otherHandlingRow.key}.*\` has the figures, and the three rows
\`otherNotCorrected\`, \`otherUnpaid\`, \`otherOther\` are listed as \`missing\`.

${formPart(forms['2019'], 'The trial form, in reports for 2019 and 2020 and some later ones')}
Tables 三 and 四 have the columns and groups of the 2021 form.
`
}

function formPart(form: Form, title: string): string {
  const { columns, rows } = form.requests
  const { groups, columns: results } = form.challenges
  return `## ${title}

Edition \`${form.edition}\`, ${form.source}: ${cellKeys(form.edition).length} cells.

### Table 二 \`proactive\`, ${plain(form.chapters[1]!)}

| key | label | column | number | article |
| --- | --- | --- | --- | --- |
${form.proactive
  .flatMap((block) =>
    block.rows.flatMap((row) =>
      row.fields.map(
        (field) =>
          `| \`${proactiveKey(row, field)}\` | ${plain(row.label)} | ${plain(field.label)} | ${quantities[field.quantity]} | 20(${block.item}) |`,
      ),
    ),
  )
  .join('\n')}

### Table 三 \`requests\`, ${plain(form.chapters[2]!)}

A key is \`requests.ROW.COLUMN\`: ${rows.length} rows, ${columns.length} columns, whole numbers.

${columnTable(columns)}

| | row | label | part | article |
| --- | --- | --- | --- | --- |
${rows.map(requestRow).join('\n')}

### Table 四 \`challenges\`, ${plain(form.chapters[3]!)}

A key is \`challenges.GROUP.COLUMN\`: ${groups.length} groups, ${results.length} columns, whole numbers.

${columnTable(groups, 'group')}

${columnTable(results)}
`
}

const parts: Readonly<Record<RequestRow['part'], string>> = {
  in: 'comes in',
  outcome: 'outcome',
  concluded: 'sum of the outcomes',
  out: 'goes out',
}

const requestRow = (row: RequestRow, index: number): string =>
  `| ${index + 1} | \`${row.key}\` | ${plain(row.group === null ? row.label : `${row.group} ${row.label}`)} | ${parts[row.part]} | ${row.article ?? ''} |`

const columnTable = (columns: readonly Column[], name = 'column'): string =>
  `| ${name} | label | under |\n| --- | --- | --- |\n${columns
    .map((column) => `| \`${column.key}\` | ${plain(column.label)} | ${column.group ?? ''} |`)
    .join('\n')}`
