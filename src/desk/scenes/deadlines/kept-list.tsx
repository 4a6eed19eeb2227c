import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { answered, api } from '../../api.ts'
import { useWords } from '../../language.tsx'
import { Lamp } from '../../parts/lamp.tsx'
import { dayText } from '../../parts/moment.tsx'
import { PagedRegister } from '../../parts/register.tsx'
import { Ruler } from '../../parts/ruler.tsx'
import { Empty } from '../../parts/states.tsx'
import { useSession } from '../../session.tsx'

/** The clocks of the bodies one works for, the nearest first. */
export function KeptList() {
  const words = useWords()
  const said = words.deadline
  const { today } = useSession()
  const [closed, setClosed] = useState(false)
  const query = useInfiniteQuery({
    queryKey: ['deadlines', closed],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => answered(api.GET('/deadlines', { params: { query: { closed, after: pageParam } } })),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  return (
    <section>
      <h2 style={{ marginBottom: 8 }}>{said.kept}</h2>
      <fieldset className="chips">
        <legend className="unseen">{words.table.filter}</legend>
        <button type="button" aria-pressed={!closed} onClick={() => setClosed(false)}>
          {said.openOnes}
        </button>
        <button type="button" aria-pressed={closed} onClick={() => setClosed(true)}>
          {said.closed}
        </button>
      </fieldset>
      <PagedRegister
        caption={said.kept}
        query={query}
        keyOf={({ id }) => id}
        empty={<Empty what={said.keptNone} next={said.keptNoneHint} />}
        columns={[
          { key: 'lamp', head: said.head.lamp, bare: true, cell: (one) => <Lamp state={one.lamp} daysLeft={one.daysLeft} /> },
          {
            key: 'title',
            head: said.head.title,
            names: true,
            cell: (one) => (
              <>
                <Link className="row-link" to={`/deadlines/${one.id}`}>
                  {one.title}
                </Link>
                <span className="sub">{one.body.name}</span>
              </>
            ),
          },
          { key: 'ruler', head: said.ruler, bare: true, cell: (one) => <Ruler cells={one.ruler} /> },
          { key: 'person', head: said.head.person, cell: (one) => one.person?.name ?? '' },
          { key: 'received', head: said.head.received, number: true, cell: (one) => dayText(one.receivedOn, today) },
          { key: 'due', head: said.head.due, number: true, cell: (one) => (one.dueOn ? dayText(one.dueOn, today) : said.nothingDue) },
        ]}
      />
    </section>
  )
}
