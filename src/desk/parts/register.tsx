/** A table of records that becomes cards on a phone, says how many it shows, and gives the rest and the file on request. */
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../language.tsx'
import { ProblemBox } from './problem-box.tsx'
import { Empty, Skeleton } from './states.tsx'

export interface Column<R> {
  readonly key: string
  readonly head: string
  readonly cell: (row: R) => ReactNode
  readonly number?: boolean
  /** The cell that names the row. */
  readonly names?: boolean
  /** On a phone the cell stands without its head. */
  readonly bare?: boolean
}

interface RegisterProps<R> {
  readonly caption: string
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly keyOf: (row: R) => string
  readonly empty?: ReactNode
}

export function Register<R>({ caption, columns, rows, keyOf, empty }: RegisterProps<R>) {
  const words = useWords()
  if (rows.length === 0)
    return <div className="register-empty">{empty ?? <Empty what={words.table.nothing} next={words.table.nothingHint} />}</div>
  return (
    <table className="register">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, head, number }) => (
            <th key={key} scope="col" className={number ? 'number' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ key, head, cell, number, names, bare }) =>
              names ? (
                <th key={key} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={key} className={number ? 'number' : undefined} data-label={bare ? '' : head}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface Page<R> {
  readonly items: readonly R[]
  readonly next: string | null
}

interface PagedRegisterProps<R> extends Omit<RegisterProps<R>, 'rows'> {
  readonly query: UseInfiniteQueryResult<{ readonly pages: readonly Page<R>[] }>
  /** Links that save the whole list as a file. */
  readonly exports?: ReactNode
}

/** A register read page by page. */
export function PagedRegister<R>({ query, exports, ...rest }: PagedRegisterProps<R>) {
  const words = useWords()
  if (query.data === undefined) return query.isError ? <ProblemBox error={query.error} again={() => void query.refetch()} /> : <Skeleton />
  const rows = query.data.pages.flatMap((page) => page.items)
  return (
    <>
      <Register rows={rows} {...rest} />
      {query.isError && <ProblemBox error={query.error} again={() => void query.fetchNextPage()} />}
      <div className="under-register">
        <span role="status">{rows.length > 0 && words.table.shown(rows.length, query.hasNextPage)}</span>
        {query.hasNextPage && (
          <Button aria-disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {query.isFetchingNextPage ? words.table.moreBusy : words.table.more}
          </Button>
        )}
        {rows.length > 0 && exports}
      </div>
    </>
  )
}

/** Links to the same list as CSV and as an Excel workbook. */
export function ExportLinks({ path, query }: { readonly path: string; readonly query?: Readonly<Record<string, string | undefined>> }) {
  const words = useWords()
  const link = (format: 'csv' | 'xlsx') => {
    const parameters = new URLSearchParams({ format })
    for (const [name, value] of Object.entries(query ?? {})) if (value) parameters.set(name, value)
    return `/api/v1${path}?${parameters}`
  }
  return (
    <>
      <a href={link('csv')} download>
        {words.table.asCsv}
      </a>
      <a href={link('xlsx')} download>
        {words.table.asXlsx}
      </a>
    </>
  )
}
