/** The register of what is withheld (不予公开台账), the next to be looked at first, and what might be published to everybody. */
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useAddress } from '../../address.ts'
import { answered, api } from '../../api.ts'
import type { Withheld } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { FilterChoice, FilterPick, Filters, FilterTick } from '../../parts/filters.tsx'
import { ChoiceField, Form, TextField, useForm } from '../../parts/form.tsx'
import { Lamp } from '../../parts/lamp.tsx'
import { Page } from '../../parts/page.tsx'
import { Panel } from '../../parts/panel.tsx'
import { PagedRegister } from '../../parts/register.tsx'
import { Empty, Loaded } from '../../parts/states.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useMay, useSession } from '../../session.tsx'
import { outcomeName } from '../tables/form.ts'

export function WithheldPage() {
  const said = useWords().withheld
  const may = useMay()
  const address = useAddress()
  const [reviewed, setReviewed] = useState<Withheld | null>(null)
  const isDue = address.one('due') === '1'
  const filter = {
    body: address.one('body') || undefined,
    state: (address.one('state') || undefined) as Withheld['state'] | undefined,
    due: isDue || undefined,
  }
  const query = useInfiniteQuery({
    queryKey: ['withheld', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => answered(api.GET('/withheld', { params: { query: { ...filter, after: pageParam } } })),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  return (
    <Page title={said.title} lead={said.lead}>
      <Filters names={['body', 'state', 'due']}>
        <FilterPick name="body" label={said.filter.body} />
        <FilterChoice
          name="state"
          label={said.filter.state}
          any={said.filter.withheldOnly}
          options={Object.entries(said.states).filter(([state]) => state !== 'withheld')}
        />
        <FilterTick name="due" label={said.filter.due} />
      </Filters>
      <div className="stack-wide">
        <div>
          <PagedRegister
            caption={said.title}
            query={query}
            keyOf={({ id }) => id}
            empty={<Empty what={isDue ? said.noneDue : said.none} next={said.noneHint} />}
            columns={[
              { key: 'lamp', head: said.head.lamp, bare: true, cell: (one) => <Next one={one} /> },
              {
                key: 'title',
                head: said.head.title,
                names: true,
                cell: (one) => (
                  <>
                    <Link className="row-link" to={`/requests/${one.request.id}`}>
                      {one.title}
                    </Link>
                    <span className="sub">
                      {one.request.number} · {one.body.name}
                    </span>
                  </>
                ),
              },
              { key: 'ground', head: said.head.ground, cell: ({ row }) => outcomeName(row) },
              { key: 'since', head: said.head.since, cell: ({ since }) => <span className="nowrap">{since}</span> },
              {
                key: 'next',
                head: said.head.next,
                cell: ({ state, reviewOn }) => state === 'withheld' && <span className="nowrap">{reviewOn}</span>,
              },
              {
                key: 'act',
                head: said.head.act,
                bare: true,
                cell: (one) =>
                  one.state === 'withheld' &&
                  may('withheld.review') && (
                    <Button onClick={() => setReviewed(one)} aria-label={said.reviewTitle(one.title)}>
                      {said.review}
                    </Button>
                  ),
              },
            ]}
          />
        </div>
        <Suggestions body={filter.body} />
      </div>
      {reviewed && <ReviewDialog one={reviewed} onClose={() => setReviewed(null)} />}
    </Page>
  )
}

function Next({ one }: { readonly one: Withheld }) {
  const said = useWords().withheld
  return (
    <>
      {one.state === 'withheld' ? (
        <Lamp state={one.lamp} daysLeft={null} label={said.lamps[one.lamp]} />
      ) : (
        <Tag tone={one.state === 'released' ? 'ok' : undefined} icon={one.state === 'released' ? 'check' : 'cross'}>
          {said.states[one.state]}
        </Tag>
      )}
      {one.reviews.length > 0 && <span className="sub">{said.reviews(one.reviews.length)}</span>}
    </>
  )
}

function ReviewDialog({ one, onClose }: { readonly one: Withheld; readonly onClose: () => void }) {
  const said = useWords().withheld
  const client = useQueryClient()
  const { today } = useSession()
  const form = useForm({ keeps: '', reason: '', nextOn: '' }, { keeps: said.decision, reason: said.reason })
  const isKept = form.values.keeps === 'keep'
  const send = async ({ keeps, reason, nextOn }: typeof form.values) => {
    await answered(
      api.POST('/withheld/{id}/review', {
        params: { path: { id: one.id } },
        body: { keeps: keeps === 'keep', reason, ...(isKept && nextOn && { nextOn }) },
      }),
    )
    await Promise.all(['withheld', 'publication-suggestions', 'tasks'].map((key) => client.invalidateQueries({ queryKey: [key] })))
    onClose()
  }
  return (
    <Dialog title={said.reviewTitle(one.title)} isOpen onClose={onClose}>
      {one.reviews.length > 0 && (
        <ul className="plain small" style={{ marginBottom: 16 }}>
          {[...one.reviews].reverse().map(({ on, by, keeps, reason }) => (
            <li key={`${on} ${by.id} ${reason}`}>
              {said.reviewLine(on, by.name, keeps)}
              <span className="quiet" style={{ display: 'block' }}>
                {reason}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Form form={form} verb={said.record} onSend={send}>
        <ChoiceField
          form={form}
          name="keeps"
          label={said.decision}
          hint={form.values.keeps === 'release' ? said.releaseHint : undefined}
          options={[
            ['keep', said.keep],
            ['release', said.release],
          ]}
        />
        <TextField form={form} name="reason" label={said.reason} lines={3} maxLength={1000} />
        {isKept && <TextField form={form} name="nextOn" label={said.nextOn} hint={said.nextHint} type="date" min={today} optional />}
      </Form>
    </Dialog>
  )
}

function Suggestions({ body }: { readonly body: string | undefined }) {
  const said = useWords().withheld
  const query = useQuery({
    queryKey: ['publication-suggestions', body],
    queryFn: () => answered(api.GET('/publication-suggestions', { params: { query: { body } } })),
  })
  return (
    <Panel title={said.suggestions}>
      <p className="inside quiet small">{said.suggestionsHint}</p>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="inside quiet">{said.noSuggestions}</p>
          ) : (
            <ul>
              {items.map((one) => (
                <li key={`${one.because} ${one.requests[0]?.id ?? one.title}`}>
                  <b>{one.title}</b> <Tag icon="note">{said.because[one.because]}</Tag>
                  <span className="acts small">
                    {one.requests.map(({ id, number }) => (
                      <Link key={id} to={`/requests/${id}`}>
                        {number}
                      </Link>
                    ))}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  )
}
