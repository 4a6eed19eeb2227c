/** Which days are worked: the year at a glance, the notices, the local days, and the dates that moved by them. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answered, api } from '../../api.ts'
import { useWords } from '../../language.tsx'
import { Moment } from '../../parts/moment.tsx'
import { Page } from '../../parts/page.tsx'
import { PagedRegister } from '../../parts/register.tsx'
import { Empty } from '../../parts/states.tsx'
import { Tabs, useTab } from '../../parts/tabs.tsx'
import { useMay } from '../../session.tsx'
import { LocalDays } from './local-days.tsx'
import { Notices } from './notices.tsx'
import { Year } from './year.tsx'

export function Holidays() {
  const said = useWords().holidays
  const may = useMay()
  const tabs = [
    ['years', said.tabs.years],
    ['notices', said.tabs.notices],
    ...(may('local-day.see') ? [['local', said.tabs.local] as const] : []),
    ...(may('deadline.see') ? [['log', said.tabs.log] as const] : []),
  ] as const
  const tab = useTab(tabs.map(([id]) => id))
  return (
    <Page title={said.title} lead={said.lead}>
      <Tabs label={said.tabsLabel} tabs={tabs} />
      {tab === 'years' && <Year />}
      {tab === 'notices' && <Notices />}
      {tab === 'local' && <LocalDays />}
      {tab === 'log' && <Log />}
    </Page>
  )
}

function Log() {
  const words = useWords()
  const said = words.holidays
  const query = useInfiniteQuery({
    queryKey: ['recomputations'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => answered(api.GET('/calendar/recomputations', { params: { query: { after: pageParam } } })),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const shown = (day: string | null, status: string) => (day ?? words.deadline.nothingDue) + (said.statusNote[status] ?? '')
  return (
    <PagedRegister
      caption={said.tabs.log}
      query={query}
      keyOf={({ id }) => id}
      empty={<Empty what={said.noLog} next={said.noLogHint} />}
      columns={[
        { key: 'at', head: said.logHead.at, cell: ({ at }) => <Moment at={at} /> },
        {
          key: 'deadline',
          head: said.logHead.deadline,
          names: true,
          cell: ({ deadline, body }) => (
            <>
              <Link className="row-link" to={`/deadlines/${deadline.id}`}>
                {deadline.title}
              </Link>
              <span className="sub">{body.name}</span>
            </>
          ),
        },
        { key: 'from', head: said.logHead.from, cell: ({ oldDue, oldStatus }) => shown(oldDue, oldStatus) },
        { key: 'to', head: said.logHead.to, cell: ({ newDue, newStatus }) => shown(newDue, newStatus) },
        { key: 'because', head: said.logHead.because, cell: ({ because }) => because },
      ]}
    />
  )
}
