/** Reconsiderations and suits, the latest filed first, each with the deadline that runs. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useAddress } from '../../address.ts'
import { answered, api } from '../../api.ts'
import type { Challenge, ChallengeKind } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { FilterChoice, FilterPick, Filters } from '../../parts/filters.tsx'
import { Lamp } from '../../parts/lamp.tsx'
import { dayText } from '../../parts/moment.tsx'
import { Page } from '../../parts/page.tsx'
import { PagedRegister } from '../../parts/register.tsx'
import { Empty } from '../../parts/states.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useMay, useSession } from '../../session.tsx'

export function Challenges() {
  const words = useWords()
  const said = words.challenges
  const names = words.challengeNames
  const may = useMay()
  const address = useAddress()
  const { today } = useSession()
  const open = address.one('open')
  const year = address.one('year')
  const filter = {
    body: address.one('body') || undefined,
    kind: (address.one('kind') || undefined) as ChallengeKind | undefined,
    open: open === '' ? undefined : open === 'true',
    year: year === '' ? undefined : Number(year),
  }
  const query = useInfiniteQuery({
    queryKey: ['challenges', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => answered(api.GET('/challenges', { params: { query: { ...filter, after: pageParam } } })),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const thisYear = Number(today.slice(0, 4))
  const years = Array.from({ length: 6 }, (_, back) => String(thisYear - back))
  return (
    <Page
      title={said.title}
      lead={said.lead}
      acts={
        may('challenge.keep') && (
          <Link className="button filled tall" to="/challenges/new">
            {said.open}
          </Link>
        )
      }
    >
      <Filters names={['body', 'kind', 'open', 'year']}>
        <FilterPick name="body" label={said.filter.body} />
        <FilterChoice
          name="kind"
          label={said.filter.kind}
          any={said.filter.any}
          options={(['reconsideration', 'litigation'] as const).map((kind) => [kind, names.kinds[kind]!])}
        />
        <FilterChoice name="open" label={said.filter.open} any={said.filter.any} options={Object.entries(said.openOrNot)} />
        <FilterChoice
          name="year"
          label={said.filter.year}
          any={said.filter.any}
          options={years.map((one) => [one, words.tables.yearName(Number(one))])}
        />
      </Filters>
      <PagedRegister
        caption={said.title}
        query={query}
        keyOf={({ id }) => id}
        empty={<Empty what={said.none} next={said.noneHint} />}
        columns={[
          { key: 'limit', head: said.head.limit, bare: true, cell: (one) => <LimitLamp one={one} /> },
          {
            key: 'what',
            head: said.head.what,
            names: true,
            cell: (one) => (
              <>
                <Link className="row-link" to={`/challenges/${one.id}`}>
                  {one.title}
                </Link>
                <span className="sub">{one.body.name}</span>
              </>
            ),
          },
          { key: 'stage', head: said.head.stage, cell: (one) => names.stages[one.stage] },
          { key: 'state', head: said.head.state, cell: (one) => words.casework.challengeStates[one.state] },
          { key: 'filed', head: said.head.filed, cell: (one) => <span className="nowrap">{dayText(one.filedOn, today)}</span> },
          { key: 'result', head: said.head.result, cell: ({ stands }) => stands && <ResultTag result={stands.result} /> },
          {
            key: 'cases',
            head: said.head.cases,
            cell: ({ requests }) => (
              <ul className="plain">
                {requests.map(({ id, number, title }) => (
                  <li key={id}>
                    <Link to={`/requests/${id}`} title={title}>
                      {number}
                    </Link>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Page>
  )
}

export function LimitLamp({ one: { limit } }: { readonly one: Challenge }) {
  const said = useWords().challenges
  if (limit === null) return <span className="quiet">{said.noLimit}</span>
  return (
    <span title={limit.name}>
      <Lamp state={limit.lamp} daysLeft={limit.daysLeft} />
    </span>
  )
}

const tones = { upheld: ['ok', 'check'], corrected: ['bad', 'back'], other: [undefined, 'note'] } as const

export function ResultTag({ result }: { readonly result: keyof typeof tones }) {
  const names = useWords().challengeNames
  const [tone, icon] = tones[result]
  return (
    <Tag tone={tone} icon={icon}>
      {names.results[result]}
    </Tag>
  )
}
