/** Reconsiderations and suits, the latest filed first, each with the limit that runs. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useAddress } from '../../address.ts'
import { answered, api } from '../../api.ts'
import type { Challenge, ChallengeKind, ChallengeState } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { FilterChoice, Filters } from '../../parts/filters.tsx'
import type { IconName } from '../../parts/icon.tsx'
import { Lamp } from '../../parts/lamp.tsx'
import { dayText } from '../../parts/moment.tsx'
import { Page } from '../../parts/page.tsx'
import { PagedRegister } from '../../parts/register.tsx'
import { useRowKeys } from '../../parts/row-keys.ts'
import { Empty } from '../../parts/states.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useMay, useSession } from '../../session.tsx'

const names = ['kind', 'open', 'year'] as const

export function Challenges() {
  const words = useWords()
  const said = words.challenges
  const { today } = useSession()
  const may = useMay()
  const address = useAddress()
  const [kind, open, year] = names.map((name) => address.one(name))
  const query = useInfiniteQuery({
    queryKey: ['challenges', 'list', kind, open, year],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/challenges', {
          params: {
            query: {
              kind: (kind || undefined) as ChallengeKind | undefined,
              open: open ? open === 'yes' : undefined,
              year: year ? Number(year) : undefined,
              after: pageParam,
            },
          },
        }),
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  useRowKeys()
  const years = Array.from({ length: 6 }, (_, back) => String(Number(today.slice(0, 4)) - back))
  return (
    <Page
      title={said.title}
      lead={said.lead}
      acts={
        may('challenge.keep') && (
          <Link className="button tall filled" to="/challenges/new">
            {said.add}
          </Link>
        )
      }
    >
      <Filters names={names}>
        <FilterChoice name="kind" label={said.filter.kind} any={said.filter.any} options={Object.entries(words.challengeNames.kinds)} />
        <FilterChoice
          name="open"
          label={said.filter.open}
          any={said.filter.any}
          options={[
            ['yes', said.filter.isOpen],
            ['no', said.filter.isClosed],
          ]}
        />
        <FilterChoice name="year" label={said.filter.year} any={said.filter.any} options={years.map((one) => [one, one] as const)} />
      </Filters>
      <PagedRegister
        caption={said.title}
        query={query}
        keyOf={({ id }) => id}
        empty={<Empty what={said.none} next={said.noneHint} />}
        columns={[
          {
            key: 'limit',
            head: said.head.limit,
            bare: true,
            cell: (one) => one.limit && <ChallengeLamp one={one} />,
          },
          {
            key: 'what',
            head: said.head.what,
            names: true,
            cell: (one) => (
              <>
                <Link className="row-link" data-row to={`/challenges/${one.id}`}>
                  {one.title}
                </Link>
                <span className="sub">
                  {[
                    words.challengeNames.stages[one.stage],
                    one.isDirect === null ? '' : one.isDirect ? said.direct : said.after,
                    one.part === 'co-defendant' ? said.notCounted : '',
                    one.requests.map(({ number }) => number).join(words.listComma),
                  ]
                    .filter(Boolean)
                    .join('　')}
                </span>
              </>
            ),
          },
          { key: 'filed', head: said.head.filed, number: true, cell: ({ filedOn }) => dayText(filedOn, today) },
          { key: 'state', head: said.head.state, bare: true, cell: (one) => <ChallengeTag state={one.state} /> },
          {
            key: 'result',
            head: said.head.result,
            cell: ({ stands }) => stands && `${words.challengeNames.results[stands.result]}，${dayText(stands.on, today)}`,
          },
        ]}
      />
    </Page>
  )
}

export function ChallengeLamp({ one }: { readonly one: Pick<Challenge, 'limit'> }) {
  const { today } = useSession()
  if (!one.limit) return null
  return (
    <>
      <Lamp state={one.limit.lamp} daysLeft={one.limit.daysLeft} />
      <span className="sub">
        {one.limit.name} {dayText(one.limit.dueOn, today)}
      </span>
    </>
  )
}

const signs: Readonly<Record<ChallengeState, readonly [IconName, 'ok' | undefined]>> = {
  filed: ['doubt', undefined],
  accepted: ['clock', undefined],
  answered: ['clock', undefined],
  decided: ['check', 'ok'],
  refused: ['cross', undefined],
  void: ['cross', undefined],
}

export function ChallengeTag({ state }: { readonly state: ChallengeState }) {
  const words = useWords()
  const [icon, tone] = signs[state]
  return (
    <Tag icon={icon} tone={tone}>
      {words.casework.challengeStates[state] ?? state}
    </Tag>
  )
}
