/** Tables 三 and 四 as the form prints them, counted from the cases; each figure opens the cases that it counts. `?cell=` opens one. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useAddress } from '../../address.ts'
import { answered, api } from '../../api.ts'
import type { Tables } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Page } from '../../parts/page.tsx'
import { ScopeBody, ScopeYear, useScope } from '../../parts/scope.tsx'
import { Empty, Loaded } from '../../parts/states.tsx'
import { useMay } from '../../session.tsx'
import { CellPanel } from './cell-panel.tsx'
import { type Figures, TableFour, TableThree } from './grids.tsx'
import { Identities } from './identities.tsx'
import './tables.css'

export function TablesPage() {
  const said = useWords().tables
  const may = useMay()
  const { body, year } = useScope()
  const query = useQuery({
    queryKey: ['tables', body, year],
    queryFn: () => answered(api.GET('/tables/{body}/{year}', { params: { path: { body, year } } })),
    enabled: body !== '',
  })
  return (
    <Page
      title={said.title}
      lead={query.data ? said.lead(query.data.asOf) : said.leadBare}
      acts={
        (may('request.import') || may('request.export')) && (
          <Link className="button tall" to="/ledger" search={{ body, year: String(year) } as never}>
            {said.ledger}
          </Link>
        )
      }
    >
      <search className="filters no-print">
        <ScopeBody label={said.body} drops={{ cell: undefined }} />
        <ScopeYear label={said.year} name={said.yearName} />
      </search>
      {body === '' ? (
        <Empty what={said.noBody} next={said.noBodyHint} />
      ) : (
        <Loaded query={query}>{(tables) => <Shown key={`${tables.body} ${tables.year}`} tables={tables} />}</Loaded>
      )}
    </Page>
  )
}

function Shown({ tables }: { readonly tables: Tables }) {
  const said = useWords().tables
  const address = useAddress()
  const may = useMay()
  const [isWhole, setIsWhole] = useState(false)
  // Whether this page opened the cell that is open; one that came with the address leaves the focus where it is.
  const [isOpenedHere, setIsOpenedHere] = useState(false)
  const open = address.one('cell')
  const figures: Figures = new Map(tables.cells.map((cell) => [cell.key, cell.count]))
  const mayOpen = may('request.see') || may('challenge.see')
  const grid = {
    figures,
    open,
    onOpen: (key: string) => {
      setIsOpenedHere(true)
      address.change({ cell: key })
    },
    onClose: () => address.change({ cell: undefined }),
    mayOpen,
  }
  const close = () => {
    address.change({ cell: undefined })
    document.getElementById(`cell-${open}`)?.focus()
  }
  const ofThree = open.startsWith('requests.')
  const panel = open !== '' && mayOpen && (
    <CellPanel key={open} cell={tables.cells.find(({ key }) => key === open)} scope={tables} takesFocus={isOpenedHere} onClose={close} />
  )
  return (
    <div className={panel ? 'tables with-cell' : 'tables'}>
      <section aria-labelledby="table-three" className={isWhole ? 'is-whole' : undefined}>
        <header className="tables-head">
          <h2 id="table-three">{said.three}</h2>
          <button type="button" className="link-button tables-toggle no-print" aria-pressed={isWhole} onClick={() => setIsWhole(!isWhole)}>
            {isWhole ? said.totals : said.whole}
          </button>
        </header>
        <p className="quiet small tables-keys no-print">{said.keys}</p>
        <TableThree {...grid} label={said.three} />
      </section>
      {ofThree && panel}
      <section aria-labelledby="table-four" className="is-whole">
        <h2 id="table-four">{said.four}</h2>
        <TableFour {...grid} label={said.four} />
      </section>
      {!ofThree && panel}
      <Identities figures={figures} />
    </div>
  )
}
