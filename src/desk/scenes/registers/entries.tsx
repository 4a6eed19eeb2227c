/** A register of a body: its entries, a new one, a table taken in, and another's list to hold it against. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { cellName } from '#report'
import { useAddress } from '../../address.ts'
import { answered, api } from '../../api.ts'
import type { Register as RegisterFound } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Filters, FilterText, FilterTick } from '../../parts/filters.tsx'
import { Page } from '../../parts/page.tsx'
import { ExportLinks, PagedRegister } from '../../parts/register.tsx'
import { ScopeBody, ScopeYear, useScope } from '../../parts/scope.tsx'
import { Empty, Loaded } from '../../parts/states.tsx'
import { useMay } from '../../session.tsx'
import { EntryDialog } from './entry-form.tsx'
import { shown } from './fields.tsx'
import { Import } from './import.tsx'
import { Reconcile } from './reconcile.tsx'
import { useRegisters } from './registers.tsx'
import './registers.css'

export function EntriesPage() {
  const said = useWords().registers
  const { register = '' } = useParams({ strict: false })
  const scope = useScope()
  const query = useRegisters(scope)
  if (scope.body === '')
    return (
      <Page title={said.title}>
        <Empty what={said.noBody} next={said.noBodyHint} />
      </Page>
    )
  return (
    <Loaded query={query}>
      {({ items }) => {
        const found = items.find(({ id }) => id === register)
        return found ? <Entries register={found} /> : <Empty what={said.none} />
      }}
    </Loaded>
  )
}

/** Columns of the list: what names an entry, and up to four other fields; the rest is on the entry's page. */
const mostColumns = 4

function Entries({ register }: { readonly register: RegisterFound }) {
  const words = useWords()
  const said = words.registers
  const may = useMay()
  const address = useAddress()
  const { body, year } = useScope()
  const [adds, setAdds] = useState(false)
  const voided = address.one('voided') === '1'
  const filter = { body, year, q: address.one('q') || undefined, voided: voided || undefined }
  const query = useInfiniteQuery({
    queryKey: ['register-entries', register.id, filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/registers/{register}/entries', { params: { path: { register: register.id }, query: { ...filter, after: pageParam } } }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const others = register.fields
    .filter(({ key, kind }) => key !== register.title && kind !== 'lines' && kind !== 'link')
    .slice(0, mostColumns)
  const titleField = register.fields.find(({ key }) => key === register.title)
  const counts = register.cells.map((cell) => cellName(cell)).join(words.listComma)
  return (
    <Page
      title={register.name}
      lead={`${register.about}${counts === '' ? '' : ` ${said.counts(counts)}。`}`}
      trail={['/registers', said.title]}
      acts={
        may('register.write') && (
          <Button type="primary" onClick={() => setAdds(true)}>
            {said.add}
          </Button>
        )
      }
    >
      <Filters names={['q', 'voided']}>
        <ScopeBody label={said.body} />
        <ScopeYear label={said.year} name={said.yearName} />
        <FilterText name="q" label={said.search} />
        <FilterTick name="voided" label={said.struckOut} />
      </Filters>
      <div className="stack-wide">
        <div>
          <PagedRegister
            caption={register.name}
            query={query}
            keyOf={({ id }) => id}
            empty={<Empty what={said.none} next={said.noneHint} />}
            exports={<ExportLinks path={`/registers/${register.id}/file`} query={{ body, year: String(year) }} />}
            columns={[
              {
                key: 'title',
                head: titleField?.label ?? register.name,
                names: true,
                cell: (one) => (
                  <>
                    <Link className="row-link" to={`/register-entries/${one.id}`}>
                      {shown(titleField, one.values[register.title], words) || one.begins}
                    </Link>
                    {(one.unit !== '' || one.body.slug !== body) && (
                      <span className="sub">{[one.body.slug === body ? '' : one.body.name, one.unit].filter(Boolean).join(' · ')}</span>
                    )}
                  </>
                ),
              },
              ...others.map((field) => ({
                key: field.key,
                head: field.label,
                number: field.kind === 'money' || field.kind === 'count',
                cell: ({ values }: { readonly values: Readonly<Record<string, string | number | boolean>> }) =>
                  shown(field, values[field.key], words),
              })),
              {
                key: 'files',
                head: said.evidence,
                cell: ({ files }) => (files === 0 ? <span className="quiet">—</span> : said.files(files)),
              },
              { key: 'by', head: said.by, cell: ({ addedBy }) => addedBy?.name ?? <span className="quiet">—</span> },
            ]}
          />
        </div>
        {may('register.import') && <Import key={`${register.id} ${body}`} register={register} body={body} />}
        {register.reconciledWith !== null && (
          <Reconcile key={`${register.id} ${body} ${year}`} register={register} body={body} year={year} />
        )}
      </div>
      {adds && <EntryDialog register={register} body={body} title={said.addTitle(register.name)} onClose={() => setAdds(false)} />}
    </Page>
  )
}
