/** Work in the background: what failed first, then what waits and runs, and what runs by the clock. */
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { answered, api } from '../../api.ts'
import type { Job, JobState } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Moment } from '../../parts/moment.tsx'
import { Page } from '../../parts/page.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { PagedRegister, Register } from '../../parts/register.tsx'
import { Empty, Loaded } from '../../parts/states.tsx'
import { Tabs, useTab } from '../../parts/tabs.tsx'
import { useMay } from '../../session.tsx'

const tabs = ['failed', 'waiting', 'running', 'schedule'] as const

export function Jobs() {
  const said = useWords().administration.jobs
  const tab = useTab(tabs)
  return (
    <Page title={said.title} lead={said.lead}>
      <Tabs label={said.tabsLabel} tabs={tabs.map((one) => [one, said.tabs[one]] as const)} />
      {tab === 'schedule' ? <ScheduleList /> : <JobList key={tab} state={tab as JobState} />}
    </Page>
  )
}

function JobList({ state }: { readonly state: JobState }) {
  const said = useWords().administration.jobs
  const query = useInfiniteQuery({
    queryKey: ['jobs', state],
    refetchInterval: 10_000,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => answered(api.GET('/jobs', { params: { query: { state, after: pageParam } } })),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  return (
    <PagedRegister
      caption={said.tabs[state]}
      query={query}
      keyOf={({ id }) => id}
      empty={<Empty what={said.none[state]!} next={said.noneHint} />}
      columns={[
        {
          key: 'what',
          head: said.head.what,
          names: true,
          cell: (job) => (
            <>
              {job.label}
              <span className="sub mono">{job.task}</span>
            </>
          ),
        },
        { key: 'attempts', head: said.head.attempts, cell: ({ attempts, maxAttempts }) => said.attempts(attempts, maxAttempts) },
        { key: 'error', head: said.head.error, cell: ({ lastError }) => <span className="mono small">{lastError}</span> },
        { key: 'added', head: said.head.added, cell: ({ addedAt }) => <Moment at={addedAt} /> },
        { key: 'next', head: said.head.next, cell: ({ nextTryAt }) => nextTryAt && <Moment at={nextTryAt} /> },
        { key: 'acts', head: useWords().table.actions, bare: true, cell: (job) => state !== 'running' && <Acts job={job} /> },
      ]}
    />
  )
}

function Acts({ job }: { readonly job: Job }) {
  const words = useWords()
  const said = words.administration.jobs
  const may = useMay()
  const client = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const forget = () => client.invalidateQueries({ queryKey: ['jobs'] })
  const path = { params: { path: { id: job.id } } }
  const retry = useMutation({ mutationFn: () => answered(api.POST('/jobs/{id}/retry', path)), onSuccess: forget })
  const drop = useMutation({ mutationFn: () => answered(api.POST('/jobs/{id}/drop', path)), onSuccess: forget })
  return (
    <span className="acts">
      {may('job.retry') && (
        <Button size="small" aria-label={said.retryOf(job.label)} aria-disabled={retry.isPending} onClick={() => retry.mutate()}>
          {retry.isPending ? said.retrying : said.retry}
        </Button>
      )}
      {may('job.drop') && (
        <Button size="small" danger aria-label={said.dropOf(job.label)} onClick={() => setIsAsking(true)}>
          {said.drop}
        </Button>
      )}
      {retry.isError && <ProblemBox error={retry.error} />}
      <Dialog title={said.dropAsk} isOpen={isAsking} onClose={() => setIsAsking(false)}>
        <div className="stack">
          <p>{said.dropHint}</p>
          {drop.isError && <ProblemBox error={drop.error} />}
          <div className="acts">
            <Button danger aria-disabled={drop.isPending} onClick={() => drop.mutate()}>
              {drop.isPending ? said.dropping : said.drop}
            </Button>
            <Button onClick={() => setIsAsking(false)}>{words.cancel}</Button>
          </div>
        </div>
      </Dialog>
    </span>
  )
}

function ScheduleList() {
  const said = useWords().administration.jobs
  const schedule = useQuery({ queryKey: ['jobs', 'schedule'], queryFn: () => answered(api.GET('/jobs/schedule')) })
  return (
    <Loaded query={schedule}>
      {({ items }) => (
        <Register
          caption={said.tabs.schedule}
          rows={items}
          keyOf={({ task }) => task}
          columns={[
            {
              key: 'what',
              head: said.scheduleHead.what,
              names: true,
              cell: ({ label, task }) => (
                <>
                  {label}
                  <span className="sub mono">{task}</span>
                </>
              ),
            },
            {
              key: 'when',
              head: said.scheduleHead.when,
              cell: ({ when, cron }) => (
                <>
                  {when}
                  <span className="sub mono">{cron}</span>
                </>
              ),
            },
            { key: 'last', head: said.scheduleHead.last, cell: ({ lastRunAt }) => (lastRunAt ? <Moment at={lastRunAt} /> : said.never) },
            { key: 'next', head: said.scheduleHead.next, cell: ({ nextRunAt }) => nextRunAt && <Moment at={nextRunAt} /> },
          ]}
        />
      )}
    </Loaded>
  )
}
