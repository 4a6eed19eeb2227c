/** The list of people, by body, post and name. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useAddress } from '../../address.ts'
import { answered, api } from '../../api.ts'
import type { Person, Role } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { FilterChoice, FilterPick, Filters, FilterText, FilterTick } from '../../parts/filters.tsx'
import { Page } from '../../parts/page.tsx'
import { ExportLinks, PagedRegister } from '../../parts/register.tsx'
import { Empty } from '../../parts/states.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useMay } from '../../session.tsx'
import { roleWords } from '../../shell/roles.ts'

export function People() {
  const words = useWords()
  const said = words.people
  const may = useMay()
  const address = useAddress()
  const filter = {
    q: address.one('q') || undefined,
    body: address.one('body') || undefined,
    role: (address.one('role') || undefined) as Role | undefined,
    left: address.one('left') === '1' || undefined,
  }
  const query = useInfiniteQuery({
    queryKey: ['people', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => answered(api.GET('/people', { params: { query: { ...filter, after: pageParam } } })),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  return (
    <Page
      title={said.title}
      lead={said.lead}
      acts={
        <>
          {may('person.import') && (
            <Link className="button tall" to="/people/import">
              {said.import}
            </Link>
          )}
          {may('person.add') && (
            <Link className="button filled tall" to="/people/new">
              {said.add}
            </Link>
          )}
        </>
      }
    >
      <Filters names={['q', 'body', 'role', 'left']}>
        <FilterText name="q" label={said.search} />
        <FilterPick name="body" label={said.body} />
        <FilterChoice name="role" label={said.role} any={said.anyRole} options={Object.entries(words.roles)} />
        <FilterTick name="left" label={said.left} />
      </Filters>
      <PagedRegister
        caption={said.title}
        query={query}
        keyOf={({ id }) => id}
        empty={<Empty what={said.none} next={said.noneHint} />}
        exports={may('person.export') && <ExportLinks path="/people/export" />}
        columns={[
          {
            key: 'name',
            head: said.head.name,
            names: true,
            cell: (person) => (
              <Link className="row-link" to={`/people/${person.id}`}>
                {person.name}
              </Link>
            ),
          },
          {
            key: 'posts',
            head: said.head.posts,
            cell: (person) => (
              <ul className="plain">
                {person.posts.map((post) => (
                  <li key={post.id}>
                    {post.body.name} <span className="quiet">{roleWords(post, words)}</span>
                  </li>
                ))}
              </ul>
            ),
          },
          { key: 'username', head: said.head.username, cell: ({ username }) => <span className="mono">{username}</span> },
          { key: 'phone', head: said.head.phone, cell: ({ phone }) => phone },
          { key: 'state', head: said.head.state, cell: (person) => <AccountState person={person} /> },
        ]}
      />
    </Page>
  )
}

function AccountState({ person }: { readonly person: Person }) {
  const said = useWords().people.state
  if (person.leftOn) return <Tag icon="cross">{said.left(person.leftOn)}</Tag>
  return person.username === null ? said.noAccount : said.account
}
