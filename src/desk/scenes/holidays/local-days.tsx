/** Days that differ here: proposed by one person, in force once another has approved. */
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { answered, api } from '../../api.ts'
import type { LocalDay, LocalDayState } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ChoiceField, Form, TextField, useForm } from '../../parts/form.tsx'
import type { IconName } from '../../parts/icon.tsx'
import { PagedRegister } from '../../parts/register.tsx'
import { Empty } from '../../parts/states.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useMay } from '../../session.tsx'

const signs: Readonly<Record<LocalDayState, readonly [IconName, 'ok' | 'bad' | undefined]>> = {
  proposed: ['clock', undefined],
  'in-force': ['check', 'ok'],
  returned: ['back', 'bad'],
  withdrawn: ['cross', undefined],
}

export function LocalDays() {
  const said = useWords().holidays
  const words = useWords()
  const may = useMay()
  const [isProposing, setIsProposing] = useState(false)
  const [withdrawing, setWithdrawing] = useState<LocalDay | null>(null)
  const query = useInfiniteQuery({
    queryKey: ['local-days'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => answered(api.GET('/calendar/local-days', { params: { query: { after: pageParam } } })),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  return (
    <div className="stack">
      <p>{said.localLead}</p>
      {may('local-day.propose') && (
        <div className="acts">
          <Button type="primary" onClick={() => setIsProposing(true)}>
            {said.propose}
          </Button>
        </div>
      )}
      <PagedRegister
        caption={said.tabs.local}
        query={query}
        keyOf={({ id }) => id}
        empty={<Empty what={said.noLocal} next={said.noLocalHint} />}
        columns={[
          { key: 'day', head: said.localHead.day, names: true, cell: ({ day }) => words.dayLong(day) },
          { key: 'works', head: said.localHead.works, cell: ({ works }) => said.worksChoice[works ? 'work' : 'rest'] },
          {
            key: 'reason',
            head: said.localHead.reason,
            cell: ({ reason, basis }) => (
              <>
                {reason}
                {basis && <span className="sub">{basis}</span>}
              </>
            ),
          },
          { key: 'by', head: said.localHead.by, cell: ({ proposedBy }) => proposedBy.name },
          {
            key: 'state',
            head: said.localHead.state,
            bare: true,
            cell: ({ state, signOffId }) => (
              <>
                <Tag icon={signs[state][0]} tone={signs[state][1]}>
                  {said.states[state]}
                </Tag>{' '}
                {state === 'proposed' && signOffId && <Link to={`/sign-offs/${signOffId}`}>{said.toSignOff}</Link>}
              </>
            ),
          },
          {
            key: 'withdraw',
            head: said.withdraw,
            bare: true,
            cell: (one) =>
              (one.state === 'proposed' || one.state === 'in-force') &&
              may('local-day.withdraw') && (
                <Button size="small" danger onClick={() => setWithdrawing(one)}>
                  {said.withdraw}
                </Button>
              ),
          },
        ]}
      />
      <Dialog title={said.proposeTitle} isOpen={isProposing} onClose={() => setIsProposing(false)}>
        <ProposeForm onDone={() => setIsProposing(false)} />
      </Dialog>
      <Dialog title={said.withdrawAsk} isOpen={withdrawing !== null} onClose={() => setWithdrawing(null)}>
        {withdrawing && <WithdrawForm one={withdrawing} onDone={() => setWithdrawing(null)} />}
      </Dialog>
    </div>
  )
}

function useForget(): () => Promise<unknown> {
  const client = useQueryClient()
  return () => Promise.all(['local-days', 'years', 'sign-offs', 'tasks'].map((name) => client.invalidateQueries({ queryKey: [name] })))
}

function ProposeForm({ onDone }: { readonly onDone: () => void }) {
  const said = useWords().holidays
  const forget = useForget()
  const form = useForm({ day: '', works: 'rest', reason: '', basis: '' }, { day: said.day, reason: said.reason })
  return (
    <Form
      form={form}
      verb={said.propose}
      busyVerb={said.proposing}
      onSend={async ({ day, works, reason, basis }) => {
        await answered(
          api.POST('/calendar/local-days', { body: { day, works: works === 'work', reason: reason.trim(), basis: basis.trim() } }),
        )
        await forget()
        onDone()
      }}
    >
      <TextField form={form} name="day" label={said.day} type="date" />
      <ChoiceField form={form} name="works" label={said.works} options={Object.entries(said.worksChoice)} />
      <TextField form={form} name="reason" label={said.reason} hint={said.reasonHint} maxLength={200} />
      <TextField form={form} name="basis" label={said.basis} optional maxLength={200} />
    </Form>
  )
}

function WithdrawForm({ one, onDone }: { readonly one: LocalDay; readonly onDone: () => void }) {
  const words = useWords()
  const said = words.holidays
  const forget = useForget()
  const form = useForm({})
  return (
    <Form
      form={form}
      danger
      verb={said.withdraw}
      busyVerb={said.withdrawing}
      secondary={<Button onClick={onDone}>{words.cancel}</Button>}
      onSend={async () => {
        await answered(api.POST('/calendar/local-days/{id}/withdraw', { params: { path: { id: one.id } } }))
        await forget()
        onDone()
      }}
    >
      <p>
        {words.dayLong(one.day)}
        {words.colon}
        {one.reason}
      </p>
      <p>{said.withdrawHint}</p>
    </Form>
  )
}
