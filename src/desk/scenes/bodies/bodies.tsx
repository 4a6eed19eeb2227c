/** The list of bodies, with filters that stay in the address. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useAddress } from '../../address.ts'
import { answered, api } from '../../api.ts'
import type { Body, BodyKind } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { FilterChoice, Filters, FilterText, FilterTick } from '../../parts/filters.tsx'
import { Page } from '../../parts/page.tsx'
import { type Column, ExportLinks, PagedRegister } from '../../parts/register.tsx'
import { Empty } from '../../parts/states.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useMay } from '../../session.tsx'

export function Bodies() {
  const words = useWords()
  const said = words.bodies
  const may = useMay()
  const address = useAddress()
  const filter = {
    q: address.one('q') || undefined,
    kind: (address.one('kind') || undefined) as BodyKind | undefined,
    filesTo: address.one('filesTo') || undefined,
    ended: address.one('ended') === '1' || undefined,
  }
  const query = useInfiniteQuery({
    queryKey: ['bodies', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => answered(api.GET('/bodies', { params: { query: { ...filter, after: pageParam } } })),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  return (
    <Page
      title={said.title}
      lead={said.lead}
      acts={
        <>
          {may('body.import') && (
            <Link className="button tall" to="/bodies/import">
              {said.import}
            </Link>
          )}
          {may('body.add') && (
            <Link className="button filled tall" to="/bodies/new">
              {said.add}
            </Link>
          )}
        </>
      }
    >
      <Filters names={['q', 'kind', 'filesTo', 'ended']}>
        <FilterText name="q" label={said.search} />
        <FilterChoice name="kind" label={said.kind} any={said.anyKind} options={Object.entries(said.kinds)} />
        <FilterTick name="ended" label={said.ended} />
      </Filters>
      <PagedRegister
        caption={said.title}
        query={query}
        keyOf={({ id }) => id}
        columns={useColumns()}
        empty={
          Object.values(filter).some((value) => value !== undefined) ? (
            <Empty what={words.table.nothing} next={words.table.nothingHint} />
          ) : (
            <Empty what={said.none} next={said.noneHint} />
          )
        }
        exports={may('body.export') && <ExportLinks path="/bodies/export" />}
      />
    </Page>
  )
}

function useColumns(): readonly Column<Body>[] {
  const said = useWords().bodies
  return [
    {
      key: 'name',
      head: said.head.name,
      names: true,
      cell: (body) => (
        <>
          <Link className="row-link" to={`/bodies/${body.slug}`}>
            {body.name}
          </Link>{' '}
          {body.endedOn && <Tag icon="cross">{said.isEnded(body.endedOn)}</Tag>}
          {body.shortName && body.shortName !== body.name && <span className="sub">{body.shortName}</span>}
        </>
      ),
    },
    {
      key: 'kind',
      head: said.head.kind,
      cell: (body) => (
        <>
          {said.kinds[body.kind]}
          {!body.isSummed && <span className="sub">{said.notSummed}</span>}
        </>
      ),
    },
    { key: 'filesTo', head: said.head.filesTo, cell: ({ filesTo }) => filesTo?.name ?? said.topmost },
    { key: 'organ', head: said.head.organ, cell: ({ reconsiderationOrgan }) => reconsiderationOrgan },
    { key: 'phone', head: said.head.phone, cell: ({ phone }) => phone },
  ]
}
