/** Table 二 with the form's own blocks. */
import { proactiveKey } from '#report'
import { form } from '../tables/form.ts'
import { type GridProps, useGrid } from '../tables/grids.tsx'
import { TableFrame } from '../tables/table-frame.tsx'

export function TableTwo(props: GridProps) {
  const rows = form.proactive.flatMap((block) => block.rows.map((row, at) => ({ row, block: at === 0 ? block : null })))
  const widest = 3
  const cellAt = useGrid(
    props,
    rows.map(({ row }) => row.fields.map((field) => proactiveKey(row, field))),
  )
  return (
    <TableFrame label={props.label}>
      <table className="statutory two" aria-label={props.label}>
        {rows.map(({ row, block }, at) => (
          <tbody key={row.key}>
            {block && (
              <>
                <tr className="strong">
                  <th scope="colgroup" colSpan={widest + 1}>
                    {block.caption}
                  </th>
                </tr>
                <tr>
                  <th scope="col">信息内容</th>
                  {block.rows[0]!.fields.map((field) => (
                    <th key={field.key} scope="col" colSpan={block.rows[0]!.fields.length === 1 ? widest : 1} className="kind">
                      {field.label}
                    </th>
                  ))}
                </tr>
              </>
            )}
            <tr>
              <th scope="row">{row.label}</th>
              {row.fields.map((_, across) => cellAt(at, across, 'kind', row.fields.length === 1 ? widest : 1))}
            </tr>
          </tbody>
        ))}
      </table>
    </TableFrame>
  )
}
