/** What is due from me: overdue first, then today, then within three working days. J and K walk the rows, Enter opens. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useAddress } from '../../address.ts'
import { answered, api } from '../../api.ts'
import type { Task } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Icon, type IconName } from '../../parts/icon.tsx'
import { Lamp } from '../../parts/lamp.tsx'
import { dayText } from '../../parts/moment.tsx'
import { Page } from '../../parts/page.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { useRowKeys } from '../../parts/row-keys.ts'
import { Ruler, RulerLegend } from '../../parts/ruler.tsx'
import { Empty, Loaded } from '../../parts/states.tsx'
import { useMay, useSession } from '../../session.tsx'
import { Aside } from './aside.tsx'
import { type Next, nextOf, type OpenCases, useOpenCases } from './cases.ts'
import { type Filter, filters, fits, type GroupName, groupNames, groupOf, type Scope, tasksQuery } from './tasks.ts'

export function Home() {
  const words = useWords()
  const { today } = useSession()
  const address = useAddress()
  const may = useMay()
  const scope: Scope = address.one('scope') === 'body' ? 'body' : 'mine'
  const tasks = useQuery({ ...tasksQuery(scope), enabled: may('task.see') })
  useRowKeys()
  return (
    <Page
      title={words.home.title}
      lead={words.dayLong(today)}
      acts={
        <>
          <ScopeChoice scope={scope} />
          {may('request.register') && (
            <Link className="button tall" to="/requests/new">
              <Icon name="plus" /> {words.requests.register}
            </Link>
          )}
        </>
      }
    >
      <div className="beside">
        <div>{may('task.see') ? <Loaded query={tasks}>{(all) => <Work tasks={all} />}</Loaded> : <Empty what={words.home.nothing} />}</div>
        <Aside />
      </div>
    </Page>
  )
}

function ScopeChoice({ scope }: { readonly scope: Scope }) {
  const words = useWords().home
  const address = useAddress()
  return (
    <fieldset className="chips" style={{ margin: 0 }}>
      <legend className="unseen">{words.scopeLabel}</legend>
      {(['mine', 'body'] as const).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={scope === one}
          onClick={() => address.change({ scope: one === 'mine' ? undefined : one })}
        >
          {words.scope[one]}
        </button>
      ))}
    </fieldset>
  )
}

const signs: Readonly<Record<Exclude<Filter, 'all'>, readonly [IconName, string]>> = {
  overdueOrToday: ['bad', 'bad'],
  soon: ['warn', 'warn'],
  stopped: ['pause', 'quiet'],
  provisional: ['doubt', 'info'],
}

function Work({ tasks }: { readonly tasks: readonly Task[] }) {
  const words = useWords()
  const address = useAddress()
  const chosen = filters.find((filter) => filter === address.one('show')) ?? 'all'
  const shown = tasks.filter((task) => fits(task, chosen))
  if (tasks.length === 0) return <Empty what={words.home.nothing} next={words.home.nothingLater} />
  return (
    <>
      <fieldset className="chips">
        <legend className="unseen">{words.home.filters}</legend>
        {filters.map((filter) => (
          <button
            key={filter}
            type="button"
            aria-pressed={chosen === filter}
            onClick={() => address.change({ show: filter === 'all' ? undefined : filter })}
          >
            {filter !== 'all' && (
              <span className={`${signs[filter][1]} lamp`} style={{ fontWeight: 400 }}>
                <Icon name={signs[filter][0]} /> {words.home.filter[filter]}
              </span>
            )}
            {filter === 'all' && words.home.filter.all} <b>{tasks.filter((task) => fits(task, filter)).length}</b>
          </button>
        ))}
      </fieldset>
      {chosen === 'all' && <NothingPressing tasks={tasks} />}
      {shown.length === 0 ? (
        <Empty what={words.home.nothingInFilter}>
          <button type="button" className="link-button" onClick={() => address.change({ show: undefined })}>
            {words.home.showAll}
          </button>
        </Empty>
      ) : (
        <TaskTable tasks={shown} />
      )}
      <RulerLegend />
      <p className="quiet small no-print keys">{words.home.keys}</p>
    </>
  )
}

/** Where nothing is overdue, due today or soon: when the next is. */
function NothingPressing({ tasks }: { readonly tasks: readonly Task[] }) {
  const words = useWords()
  if (tasks.some((task) => groupOf(task) !== 'later')) return null
  const next = tasks.filter(({ dueOn }) => dueOn !== null).sort((one, other) => one.dueOn!.localeCompare(other.dueOn!))[0]
  return (
    <div style={{ marginBottom: 16 }}>
      <Empty
        what={words.home.nothingPressing}
        next={next ? words.home.nothingNext(words.dayToAct(next.dueOn!), next.title) : words.home.nothingLater}
      />
    </div>
  )
}

function TaskTable({ tasks }: { readonly tasks: readonly Task[] }) {
  const words = useWords()
  const cases = useOpenCases(tasks)
  const { lamp, what, ruler, due, next } = words.home.head
  return (
    <table className="register tasks">
      <caption className="unseen">{words.home.title}</caption>
      <thead>
        <tr>
          <th scope="col">{lamp}</th>
          <th scope="col">{what}</th>
          <th scope="col">{ruler}</th>
          <th scope="col" className="number">
            {due}
          </th>
          <th scope="col" className="number">
            {next}
          </th>
        </tr>
      </thead>
      {groupNames.map((name) => (
        <TaskGroup key={name} name={name} cases={cases} tasks={tasks.filter((task) => groupOf(task) === name)} />
      ))}
    </table>
  )
}

interface GroupProps {
  readonly name: GroupName
  readonly tasks: readonly Task[]
  readonly cases: OpenCases
}

function TaskGroup({ name, tasks, cases }: GroupProps) {
  const words = useWords()
  if (tasks.length === 0) return null
  return (
    <>
      <tbody className="group-head">
        <tr>
          <th colSpan={5} scope="rowgroup">
            {words.home.group[name](tasks.length)}
          </th>
        </tr>
      </tbody>
      <tbody>
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} next={nextOf(task, cases, words)} />
        ))}
      </tbody>
    </>
  )
}

function TaskRow({ task, next }: { readonly task: Task; readonly next: Next | null }) {
  const words = useWords()
  const { today, person } = useSession()
  const held = task.person && task.person.id !== person.id ? words.home.holder(task.person.name) : ''
  return (
    <tr>
      <td data-label="">
        <Lamp state={task.lamp} daysLeft={task.daysLeft} />
      </td>
      <td data-label="">
        {next ? (
          <Link className="row-link" data-row to={next.to}>
            {task.title}
          </Link>
        ) : (
          <span data-row tabIndex={-1}>
            {task.title}
          </span>
        )}
        <span className="sub">{[words.home.kinds[task.kind], task.body.name, held].filter(Boolean).join('　')}</span>
      </td>
      <td data-label="">{task.ruler.length > 0 && <Ruler cells={task.ruler} />}</td>
      <td className="number nowrap" data-label={words.home.head.due}>
        {task.dueOn ? dayText(task.dueOn, today) : task.lamp === 'stopped' ? words.home.whenResumed : words.home.noDue}
      </td>
      <td className="number" data-label="">
        {next ? <NextStep task={task} next={next} /> : <MarkDone task={task} />}
      </td>
    </tr>
  )
}

/** Filled where it is due today or over, so that the eye finds what cannot wait. */
function NextStep({ task, next }: { readonly task: Task; readonly next: Next }) {
  const words = useWords().home
  const isPressing = task.lamp === 'overdue' || task.lamp === 'today'
  return (
    <Link className={isPressing ? 'button filled' : 'button'} to={next.to} aria-label={words.nextStepOf(next.step, task.title)}>
      {next.step}
    </Link>
  )
}

function MarkDone({ task }: { readonly task: Task }) {
  const words = useWords()
  const may = useMay()
  const client = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const done = useMutation({
    mutationFn: () => answered(api.POST('/tasks/{id}/done', { params: { path: { id: task.id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tasks'] }),
  })
  if (!may('task.do')) return null
  return (
    <>
      <Button size="small" onClick={() => setIsAsking(true)} aria-label={words.home.nextStepOf(words.home.markDone, task.title)}>
        {words.home.markDone}
      </Button>
      <Dialog title={words.home.doneTitle} isOpen={isAsking} onClose={() => setIsAsking(false)}>
        <div className="stack">
          <p>{words.home.doneHint(task.title)}</p>
          {done.isError && <ProblemBox error={done.error} />}
          <div className="acts">
            <Button type="primary" aria-disabled={done.isPending} onClick={() => done.mutate()}>
              {words.home.markDone}
            </Button>
            <Button onClick={() => setIsAsking(false)}>{words.cancel}</Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}
