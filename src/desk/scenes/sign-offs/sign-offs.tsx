/** What was sent for approval, by state. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useAddress } from '../../address.ts'
import { answered, api } from '../../api.ts'
import type { SignOff, SignOffState } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import type { IconName } from '../../parts/icon.tsx'
import { Moment } from '../../parts/moment.tsx'
import { Page } from '../../parts/page.tsx'
import { PagedRegister } from '../../parts/register.tsx'
import { Empty } from '../../parts/states.tsx'
import { Tag } from '../../parts/tag.tsx'
import { roleWords } from '../../shell/roles.ts'

const states: readonly SignOffState[] = ['open', 'approved', 'returned', 'withdrawn']

export function SignOffs() {
  const words = useWords()
  const said = words.signOffs
  const address = useAddress()
  const state = states.find((one) => one === address.one('state')) ?? 'open'
  const query = useInfiniteQuery({
    queryKey: ['sign-offs', state],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => answered(api.GET('/sign-offs', { params: { query: { state, after: pageParam } } })),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  return (
    <Page title={said.title} lead={said.lead}>
      <fieldset className="chips">
        <legend className="unseen">{said.filter}</legend>
        {states.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={state === one}
            onClick={() => address.change({ state: one === 'open' ? undefined : one })}
          >
            {said.states[one]}
          </button>
        ))}
      </fieldset>
      <PagedRegister
        caption={said.title}
        query={query}
        keyOf={({ id }) => id}
        empty={<Empty what={said.none} next={said.noneHint} />}
        columns={[
          {
            key: 'title',
            head: said.head.title,
            names: true,
            cell: (one) => (
              <>
                <Link className="row-link" to={`/sign-offs/${one.id}`}>
                  {one.title}
                </Link>
                <span className="sub">{one.body.name}</span>
              </>
            ),
          },
          { key: 'by', head: said.head.by, cell: ({ draftedBy }) => draftedBy.name },
          { key: 'opened', head: said.head.opened, cell: ({ openedAt }) => <Moment at={openedAt} /> },
          { key: 'at', head: said.head.at, cell: (one) => <Step one={one} /> },
          { key: 'state', head: said.head.state, bare: true, cell: (one) => <SignOffTag one={one} /> },
        ]}
      />
    </Page>
  )
}

export function Step({ one }: { readonly one: Pick<SignOff, 'current' | 'steps'> }) {
  const words = useWords()
  const step = one.current === null ? undefined : one.steps[one.current]
  if (one.current === null || step === undefined) return null
  return words.signOffs.stepOf(one.current + 1, one.steps.length, roleWords(step, words))
}

const signs: Readonly<Record<SignOffState, readonly [IconName, 'ok' | 'bad' | undefined]>> = {
  open: ['clock', undefined],
  approved: ['check', 'ok'],
  returned: ['back', 'bad'],
  withdrawn: ['cross', undefined],
}

export function SignOffTag({ one }: { readonly one: Pick<SignOff, 'state' | 'mayDecide'> }) {
  const said = useWords().signOffs
  if (one.mayDecide)
    return (
      <Tag icon="sign" tone="warn">
        {said.mine}
      </Tag>
    )
  const [icon, tone] = signs[one.state]
  return (
    <Tag icon={icon} tone={tone}>
      {said.states[one.state]}
    </Tag>
  )
}
