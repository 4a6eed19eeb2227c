/** 不予公开台账 (Art. 18): what is withheld and when to look at it again; and what might be published to everybody (Art. 44). */
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useAddress } from '../../address.ts'
import { answered, api } from '../../api.ts'
import type { Withheld } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { FilterTick } from '../../parts/filters.tsx'
import { ChoiceField, Form, TextField, useForm } from '../../parts/form.tsx'
import { Lamp } from '../../parts/lamp.tsx'
import { dayText } from '../../parts/moment.tsx'
import { Page } from '../../parts/page.tsx'
import { Panel } from '../../parts/panel.tsx'
import { PagedRegister } from '../../parts/register.tsx'
import { Empty, Loaded } from '../../parts/states.tsx'
import { useMay, useSession } from '../../session.tsx'
import { rowName } from '../requests/rows.ts'
import { BodyChoice, useBodyInAddress } from '../templates/body-choice.tsx'

const states = ['withheld', 'released', 'ended'] as const

export function WithheldRegister() {
  const words = useWords()
  const said = words.challenges.withheld
  const { today } = useSession()
  const may = useMay()
  const address = useAddress()
  const body = useBodyInAddress()
  const state = states.find((one) => one === address.one('state')) ?? 'withheld'
  const due = address.one('due') === '1'
  const [reviewing, setReviewing] = useState<Withheld | null>(null)
  const close = () => setReviewing(null)
  const query = useInfiniteQuery({
    queryKey: ['withheld', body, state, due],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => answered(api.GET('/withheld', { params: { query: { body, state, due, after: pageParam } } })),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  return (
    <Page title={said.title} lead={said.lead}>
      <fieldset className="chips">
        <legend className="unseen">{words.table.filter}</legend>
        {states.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={state === one}
            onClick={() => address.change({ state: one === 'withheld' ? undefined : one })}
          >
            {said.states[one]}
          </button>
        ))}
      </fieldset>
      <div className="filters no-print">
        <BodyChoice label={words.tables.body} />
        <FilterTick name="due" label={said.due} />
      </div>
      <PagedRegister
        caption={said.title}
        query={query}
        keyOf={({ id }) => id}
        empty={<Empty what={said.none} next={said.noneHint} />}
        columns={[
          {
            key: 'due',
            head: said.head.due,
            cell: (one) => (
              <>
                {one.state === 'withheld' && <Lamp state={one.lamp} daysLeft={null} label={dayText(one.reviewOn, today)} />}
                {one.state !== 'withheld' && dayText(one.reviewOn, today)}
              </>
            ),
          },
          {
            key: 'what',
            head: said.head.what,
            names: true,
            cell: (one) => (
              <>
                <Link className="row-link" to={`/requests/${one.request.id}`}>
                  {one.title}
                </Link>
                <span className="sub">{one.request.number}</span>
              </>
            ),
          },
          { key: 'ground', head: said.head.ground, cell: ({ row }) => rowName(row) },
          { key: 'since', head: said.head.since, number: true, cell: ({ since }) => dayText(since, today) },
          {
            key: 'reviews',
            head: said.head.reviews,
            cell: ({ reviews }) =>
              reviews.length === 0 ? (
                words.none
              ) : (
                <details>
                  <summary>{said.times(reviews.length)}</summary>
                  {reviews.map((review) => (
                    <span key={`${review.on}${review.reason}`} className="sub">
                      {said.reviewLine(review.on, review.by.name, review.keeps ? said.keep : said.release)} {review.reason}
                    </span>
                  ))}
                </details>
              ),
          },
          {
            key: 'act',
            head: words.table.actions,
            bare: true,
            cell: (one) =>
              one.state === 'withheld' &&
              may('withheld.review') && (
                <Button size="small" aria-label={said.reviewOf(one.title)} onClick={() => setReviewing(one)}>
                  {said.review}
                </Button>
              ),
          },
        ]}
      />
      <Suggestions body={body} />
      <Dialog title={reviewing ? said.reviewOf(reviewing.title) : ''} isOpen={reviewing !== null} onClose={close}>
        {reviewing && <ReviewForm key={reviewing.id} one={reviewing} onDone={close} />}
      </Dialog>
    </Page>
  )
}

function Suggestions({ body }: { readonly body: string }) {
  const said = useWords().challenges.withheld
  const query = useQuery({
    queryKey: ['publication-suggestions', body],
    enabled: body !== '',
    queryFn: () => answered(api.GET('/publication-suggestions', { params: { query: { body } } })),
  })
  return (
    <div style={{ marginTop: 24 }}>
      <Panel title={said.suggestions}>
        <p className="inside small quiet">{said.suggestionsHint}</p>
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="inside quiet">{said.noSuggestions}</p>
            ) : (
              <ul>
                {items.map((one) => (
                  <li key={`${one.because}${one.title}`}>
                    <b>{one.title}</b> <span className="small quiet">{said.because[one.because]}</span>
                    {one.requests.map(({ id, number, title }) => (
                      <Link key={id} to={`/requests/${id}`} className="small" style={{ display: 'block' }}>
                        {number} {title}
                      </Link>
                    ))}
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </Panel>
    </div>
  )
}

function ReviewForm({ one, onDone }: { readonly one: Withheld; readonly onDone: () => void }) {
  const words = useWords()
  const said = words.challenges.withheld
  const client = useQueryClient()
  const form = useForm({ keeps: '', reason: '', nextOn: '' }, { keeps: said.keeps, reason: said.reason })
  return (
    <Form
      form={form}
      verb={said.send}
      busyVerb={said.sending}
      secondary={<Button onClick={onDone}>{words.cancel}</Button>}
      onSend={async ({ keeps, reason, nextOn }) => {
        await answered(
          api.POST('/withheld/{id}/review', {
            params: { path: { id: one.id } },
            body: { keeps: keeps === 'keep', reason: reason.trim(), ...(keeps === 'keep' && nextOn !== '' && { nextOn }) },
          }),
        )
        await Promise.all(['withheld', 'publication-suggestions', 'tasks'].map((key) => client.invalidateQueries({ queryKey: [key] })))
        onDone()
      }}
    >
      <p className="quiet">{rowName(one.row)}</p>
      <ChoiceField
        form={form}
        name="keeps"
        label={said.keeps}
        options={[
          ['keep', said.keep],
          ['release', said.release],
        ]}
      />
      <TextField form={form} name="reason" label={said.reason} lines={3} maxLength={1000} />
      {form.values.keeps === 'keep' && (
        <TextField form={form} name="nextOn" label={said.nextOn} hint={said.nextHint} optional type="date" />
      )}
    </Form>
  )
}
