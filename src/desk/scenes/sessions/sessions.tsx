/** Where an account is signed in; any of them can be ended. `?person=` shows someone else's to the security administrator. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useAddress } from '../../address.ts'
import { answered, api } from '../../api.ts'
import type { SessionEntry } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Moment } from '../../parts/moment.tsx'
import { Page } from '../../parts/page.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Register } from '../../parts/register.tsx'
import { Empty, Loaded } from '../../parts/states.tsx'
import { Tag } from '../../parts/tag.tsx'

export function Sessions() {
  const words = useWords().access.sessions
  const person = useAddress().one('person') || undefined
  const sessions = useQuery({
    queryKey: ['sessions', person ?? 'mine'],
    queryFn: () => answered(api.GET('/sessions', { params: { query: { person } } })),
  })
  const whose = person && sessions.data?.items[0]?.person.name
  return (
    <Page title={whose ? words.of(whose) : words.title} lead={person ? undefined : words.own}>
      <Loaded query={sessions}>
        {({ items }) => (
          <Register
            caption={words.title}
            rows={items}
            keyOf={({ id }) => id}
            empty={<Empty what={words.none} />}
            columns={[
              {
                key: 'agent',
                head: words.with,
                names: true,
                cell: (one) => (
                  <>
                    {browserOf(one.agent)}{' '}
                    {one.current && (
                      <Tag tone="ok" icon="check">
                        {words.this}
                      </Tag>
                    )}
                  </>
                ),
              },
              { key: 'address', head: words.where, cell: ({ address }) => <span className="mono">{address}</span> },
              { key: 'since', head: words.since, cell: ({ startedAt }) => <Moment at={startedAt} /> },
              { key: 'seen', head: words.seen, cell: ({ seenAt }) => <Moment at={seenAt} /> },
              { key: 'until', head: words.until, cell: ({ expiresAt }) => <Moment at={expiresAt} /> },
              { key: 'end', head: words.end, bare: true, cell: (one) => !one.current && <EndSession one={one} /> },
            ]}
          />
        )}
      </Loaded>
    </Page>
  )
}

/** A browser's name out of what it says of itself; the whole where none of the known names is in it. */
function browserOf(agent: string): string {
  const found = /(QihooBrowser|360SE|QQBrowser|Edg|Firefox|Chrome|Safari)\/([\d.]+)/.exec(agent)
  return found ? `${found[1]} ${found[2]!.split('.')[0]}` : agent
}

function EndSession({ one }: { readonly one: SessionEntry }) {
  const words = useWords()
  const said = words.access.sessions
  const client = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const end = useMutation({
    mutationFn: () => answered(api.DELETE('/sessions/{id}', { params: { path: { id: one.id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  })
  return (
    <>
      <Button size="small" danger onClick={() => setIsAsking(true)}>
        {said.end}
      </Button>
      <Dialog title={said.endAsk} isOpen={isAsking} onClose={() => setIsAsking(false)}>
        <div className="stack">
          <p>{said.endHint}</p>
          {end.isError && <ProblemBox error={end.error} />}
          <div className="acts">
            <Button danger aria-disabled={end.isPending} onClick={() => end.mutate()}>
              {end.isPending ? said.ending : said.end}
            </Button>
            <Button onClick={() => setIsAsking(false)}>{words.cancel}</Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}
