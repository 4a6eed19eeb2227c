/** The audit log: filters in the address, a sentence an event, the proof of the whole chain. */
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useAddress, writeSearch } from '../../address.ts'
import { answered, api, base } from '../../api.ts'
import type { ChainProof, Event } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { FilterChoice, FilterDay, FilterPick, Filters, FilterText } from '../../parts/filters.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Moment } from '../../parts/moment.tsx'
import { Page } from '../../parts/page.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { PagedRegister } from '../../parts/register.tsx'
import { Empty } from '../../parts/states.tsx'
import { useMay } from '../../session.tsx'
import { eventSentence } from './sentence.ts'

const names = ['noun', 'kind', 'actor', 'from', 'to'] as const

export function Audit() {
  const words = useWords()
  const said = words.administration.audit
  const may = useMay()
  const address = useAddress()
  const filter = Object.fromEntries(names.map((name) => [name, address.one(name) || undefined]))
  const query = useInfiniteQuery({
    queryKey: ['events', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => answered(api.GET('/events', { params: { query: { ...filter, after: pageParam } } })),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const proof = useMutation({ mutationFn: () => answered(api.POST('/events/verify')) })
  const exportAs = (format: string) => `${base}/events/export${writeSearch({ ...filter, format })}`
  return (
    <Page
      title={said.title}
      lead={said.lead}
      acts={
        may('event.verify') && (
          <Button aria-disabled={proof.isPending} onClick={() => proof.mutate()}>
            {proof.isPending ? said.verifying : said.verify}
          </Button>
        )
      }
    >
      <div aria-live="polite" style={{ marginBottom: proof.data || proof.isError ? 16 : 0 }}>
        {proof.data && <Proof proof={proof.data} />}
        {proof.isError && <ProblemBox error={proof.error} />}
      </div>
      <Filters names={names}>
        <FilterChoice name="noun" label={said.noun} any={said.anyNoun} options={Object.entries(words.nouns)} />
        <FilterText name="kind" label={said.kind} />
        {may('person.see') && <FilterPick name="actor" label={said.actor} of="person" />}
        <FilterDay name="from" label={said.from} />
        <FilterDay name="to" label={said.to} />
      </Filters>
      <PagedRegister
        caption={said.title}
        query={query}
        keyOf={({ seq }) => String(seq)}
        empty={<Empty what={said.none} next={said.noneHint} />}
        columns={[
          { key: 'seq', head: said.tableHead.seq, number: true, cell: ({ seq }) => seq },
          { key: 'at', head: said.tableHead.at, cell: ({ at }) => <Moment at={at} /> },
          { key: 'what', head: said.tableHead.what, names: true, cell: (event) => <What event={event} /> },
          { key: 'origin', head: said.tableHead.origin, cell: ({ origin }) => <span className="mono">{origin}</span> },
        ]}
        exports={
          may('event.export') && (
            <>
              <a href={exportAs('csv')} download>
                {said.export}
              </a>
              <a href={exportAs('jsonl')} download>
                {said.exportLines}
              </a>
              <span>{said.exportHint}</span>
            </>
          )
        }
      />
    </Page>
  )
}

function Proof({ proof: { events, head, broken } }: { readonly proof: ChainProof }) {
  const said = useWords().administration.audit
  if (broken)
    return (
      <div className="error-box">
        <b>
          <Icon name="bad" /> {said.broken(broken.seq, broken.why)}
        </b>
      </div>
    )
  return (
    <div className="note-box ok">
      <p className="ok">
        <Icon name="check" /> {said.holds(events)}
      </p>
      <p className="small mono">{said.head(head)}</p>
    </div>
  )
}

function What({ event }: { readonly event: Event }) {
  const words = useWords()
  const said = words.administration.audit
  return (
    <>
      {eventSentence(event, words)}
      <details className="small">
        <summary className="quiet">{said.detail}</summary>
        <dl className="facts">
          <dt className="mono">{event.kind}</dt>
          <dd className="mono">
            {event.noun} {event.nounId}
          </dd>
          <dt>{said.detail}</dt>
          <dd className="mono" style={{ whiteSpace: 'pre-wrap' }}>
            {event.detail === null || event.detail === undefined ? said.archived : JSON.stringify(event.detail, null, 1)}
          </dd>
        </dl>
      </details>
    </>
  )
}
