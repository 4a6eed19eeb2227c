/** Requests by number or words, bodies and people by part of a name. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useAddress } from '../../address.ts'
import { answered, api } from '../../api.ts'
import { useWords } from '../../language.tsx'
import { Page } from '../../parts/page.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Empty, Loaded } from '../../parts/states.tsx'
import { useMay } from '../../session.tsx'
import { roleWords } from '../../shell/roles.ts'

export function SearchPage() {
  const words = useWords()
  const may = useMay()
  const q = useAddress().one('q')
  const found = useQuery({
    queryKey: ['search', q],
    enabled: q !== '',
    queryFn: async () => {
      const [bodies, people, requests] = await Promise.all([
        answered(api.GET('/bodies', { params: { query: { q, limit: 50 } } })),
        may('person.see') ? answered(api.GET('/people', { params: { query: { q, limit: 50 } } })) : { items: [] },
        may('request.see') ? answered(api.GET('/requests', { params: { query: { q, order: 'received', limit: 20 } } })) : { items: [] },
      ])
      return { bodies: bodies.items, people: people.items, requests: requests.items }
    },
  })
  if (q === '') return <Page title={words.search.titleBare} lead={words.search.type} />
  return (
    <Page
      title={words.search.title(q)}
      lead={found.data && words.search.counted(found.data.bodies.length, found.data.people.length, found.data.requests.length)}
    >
      <Loaded query={found}>
        {({ bodies, people, requests }) => (
          <div className="stack">
            {bodies.length + people.length + requests.length === 0 && (
              <Empty what={words.search.nothing(q)} next={words.search.nothingHint} />
            )}
            {requests.length > 0 && (
              <Panel title={words.search.requests}>
                <ul>
                  {requests.map(({ id, number, title, state }) => (
                    <li key={id}>
                      <Link to={`/requests/${id}`}>
                        {number} {title}
                      </Link>{' '}
                      <span className="quiet small">{words.casework.states[state]}</span>
                    </li>
                  ))}
                </ul>
              </Panel>
            )}
            {bodies.length > 0 && (
              <Panel title={words.search.bodies}>
                <ul>
                  {bodies.map((body) => (
                    <li key={body.id}>
                      <Link to={`/bodies/${body.slug}`}>{body.name}</Link>{' '}
                      <span className="quiet small">
                        {[words.bodies.kinds[body.kind], ...body.aliases].filter(Boolean).join(words.listComma)}
                      </span>
                    </li>
                  ))}
                </ul>
              </Panel>
            )}
            {people.length > 0 && (
              <Panel title={words.search.people}>
                <ul>
                  {people.map((person) => (
                    <li key={person.id}>
                      <Link to={`/people/${person.id}`}>{person.name}</Link>{' '}
                      <span className="quiet small">
                        {person.posts.map((post) => `${post.body.name} ${roleWords(post, words)}`).join(words.listComma)}
                      </span>
                    </li>
                  ))}
                </ul>
              </Panel>
            )}
          </div>
        )}
      </Loaded>
    </Page>
  )
}
