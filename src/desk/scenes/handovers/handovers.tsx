/** Stand-ins (代理) and handovers (交接). `?from=` opens the handover of that person. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useAddress } from '../../address.ts'
import { answered, api } from '../../api.ts'
import type { Delegation, Moved } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Filters, FilterTick } from '../../parts/filters.tsx'
import { Moment } from '../../parts/moment.tsx'
import { Page } from '../../parts/page.tsx'
import { PagedRegister } from '../../parts/register.tsx'
import { Empty } from '../../parts/states.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useMay, useSession } from '../../session.tsx'
import { DelegationForm, EndDelegationForm } from './delegation-form.tsx'
import { HandoverForm } from './handover-form.tsx'
import { MovedList } from './moved.tsx'

export function Handovers() {
  const said = useWords().people
  const may = useMay()
  const address = useAddress()
  const from = address.one('from')
  const [asked, setAsked] = useState<'delegation' | 'handover' | null>(from === '' ? null : 'handover')
  const close = () => {
    setAsked(null)
    if (from !== '') address.change({ from: undefined })
  }
  return (
    <Page
      title={said.handoversTitle}
      lead={said.handoversLead}
      acts={
        <>
          {may('delegation.add') && <Button onClick={() => setAsked('delegation')}>{said.addDelegation}</Button>}
          {may('handover.make') && (
            <Button type="primary" onClick={() => setAsked('handover')}>
              {said.makeHandover}
            </Button>
          )}
        </>
      }
    >
      <div className="stack-wide">
        {may('delegation.see') && <Delegations />}
        {may('handover.see') && <Made />}
      </div>
      <Dialog title={said.delegationTitle} isOpen={asked === 'delegation'} onClose={close}>
        <DelegationForm onDone={close} />
      </Dialog>
      <Dialog title={said.handoverTitle} isOpen={asked === 'handover'} onClose={close}>
        <HandoverForm from={from} onDone={close} />
      </Dialog>
    </Page>
  )
}

function Delegations() {
  const said = useWords().people
  const may = useMay()
  const ended = useAddress().one('ended') === '1'
  const [ending, setEnding] = useState<Delegation | null>(null)
  const query = useInfiniteQuery({
    queryKey: ['delegations', ended],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => answered(api.GET('/delegations', { params: { query: { ended: ended || undefined, after: pageParam } } })),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const close = () => setEnding(null)
  return (
    <section>
      <h2 style={{ marginBottom: 8 }}>{said.delegations}</h2>
      <Filters names={['ended']}>
        <FilterTick name="ended" label={said.withEnded} />
      </Filters>
      <PagedRegister
        caption={said.delegations}
        query={query}
        keyOf={({ id }) => id}
        empty={<Empty what={said.noDelegations} next={said.noDelegationsHint} />}
        columns={[
          { key: 'who', head: said.delegationHead.who, names: true, cell: ({ from, to }) => said.actsFor(to.name, from.name) },
          { key: 'body', head: said.delegationHead.body, cell: ({ body }) => body.name },
          { key: 'span', head: said.delegationHead.span, cell: ({ since, until }) => `${since} — ${until}` },
          { key: 'reason', head: said.delegationHead.reason, cell: ({ reason }) => reason },
          { key: 'state', head: said.delegationHead.state, cell: (one) => <DelegationState one={one} /> },
          {
            key: 'end',
            head: said.end,
            bare: true,
            cell: (one) =>
              one.endedAt === null &&
              may('delegation.end') && (
                <Button size="small" onClick={() => setEnding(one)}>
                  {said.end}
                </Button>
              ),
          },
        ]}
      />
      <Dialog title={said.endTitle} isOpen={ending !== null} onClose={close}>
        {ending && <EndDelegationForm one={ending} onDone={close} />}
      </Dialog>
    </section>
  )
}

function DelegationState({ one }: { readonly one: Delegation }) {
  const said = useWords().people
  const { today } = useSession()
  if (one.active)
    return (
      <Tag tone="ok" icon="check">
        {said.active}
      </Tag>
    )
  return one.endedAt === null && one.since > today ? <Tag icon="clock">{said.planned}</Tag> : <Tag icon="cross">{said.over}</Tag>
}

function Made() {
  const said = useWords().people
  const query = useInfiniteQuery({
    queryKey: ['handovers'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => answered(api.GET('/handovers', { params: { query: { after: pageParam } } })),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  return (
    <section>
      <h2 style={{ marginBottom: 8 }}>{said.handovers}</h2>
      <PagedRegister
        caption={said.handovers}
        query={query}
        keyOf={({ id }) => id}
        empty={<Empty what={said.noHandovers} next={said.noHandoversHint} />}
        columns={[
          { key: 'at', head: said.handoverHead.when, cell: ({ at }) => <Moment at={at} /> },
          { key: 'who', head: said.handoverHead.who, names: true, cell: ({ from, to }) => said.handed(from.name, to.name) },
          { key: 'body', head: said.handoverHead.body, cell: ({ body }) => body.name },
          { key: 'moved', head: said.handoverHead.moved, cell: ({ moved }) => <MovedDetails moved={moved} /> },
          { key: 'by', head: said.handoverHead.by, cell: ({ by, note }) => [by.name, note].filter(Boolean).join('　') },
        ]}
      />
    </section>
  )
}

/** How many of each, opening to their titles. */
function MovedDetails({ moved }: { readonly moved: Moved }) {
  const words = useWords()
  const said = words.people
  const counts = [
    said.movedPosts(moved.posts.length),
    said.movedTasks(moved.tasks.length),
    said.movedDeadlines(moved.deadlines.length),
    ...(moved.delegations.length > 0 ? [said.movedDelegations(moved.delegations.length)] : []),
  ]
  return (
    <details>
      <summary>{counts.join(words.listComma)}</summary>
      <MovedList moved={moved} />
    </details>
  )
}
