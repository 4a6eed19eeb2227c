/** A made-up report as text, for the tests of the command line. */
import { type CellKey, draw, formOf, type Sketch } from '#report'

/** The report a sketch describes, its tables with a bar between cells, signed and dated. */
export function exampleReport(sketch: Sketch = {}): string {
  const report = draw(sketch)
  const form = formOf('2021')
  const show = (key: CellKey) => String(report.figures[key] ?? '')
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const tables: Record<number, string[]> = {
    2: form.proactive.flatMap(({ caption, rows }) => [
      row([caption]),
      row(['信息内容', ...rows[0]!.fields.map(({ label }) => label)]),
      ...rows.map((line) =>
        row([line.label, ...line.fields.map(({ key }) => show(`proactive.${line.key}${key === '' ? '' : `.${key}`}`))]),
      ),
    ]),
    3: [
      row([form.requests.corner, form.requests.over]),
      row(form.requests.columns.map(({ label }) => label)),
      ...form.requests.rows.map((line) =>
        row([
          ...(line.group === null ? [] : [line.group]),
          line.label,
          ...form.requests.columns.map(({ key }) => show(`requests.${line.key}.${key}`)),
        ]),
      ),
    ],
    4: [
      row(form.challenges.groups.map(({ label }) => label)),
      row(form.challenges.groups.flatMap(() => form.challenges.columns.map(({ label }) => label))),
      row(form.challenges.groups.flatMap((group) => form.challenges.columns.map(({ key }) => show(`challenges.${group.key}.${key}`)))),
    ],
  }
  return [
    report.title ?? '',
    ...report.chapters.flatMap(({ number, title, text }) => [
      ...(number === 0 ? [] : [`${'一二三四五六'[number - 1]}、${title}`]),
      ...(text === '' ? [] : [text]),
      ...(tables[number] ?? []),
    ]),
    report.body ?? '',
    `${(report.year ?? 2025) + 1}年1月20日`,
    '',
  ].join('\n')
}
