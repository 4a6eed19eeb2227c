/** What a clock comes to: the date big, the ruler, the other days, and why, step by step with article and date. */
import { useQuery } from '@tanstack/react-query'
import type { DeskWords } from '#words'
import { answered, api } from '../../api.ts'
import type { DeadlineResult, RulerCell } from '../../api-types.ts'
import { useSpoken, useWords } from '../../language.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Ruler, RulerLegend } from '../../parts/ruler.tsx'
import { Problem } from '../../problem.ts'
import { useSession } from '../../session.tsx'
import { type Clock, countHere, isWhole, useCalendar, writeEvent } from './clock.ts'

/** Counts in the browser at once, asks the server for the same, and says where the two do not agree. */
export function ClockAnswer({ clock }: { readonly clock: Clock }) {
  const { words, language } = useSpoken()
  const { today } = useSession()
  const calendar = useCalendar()
  const whole = isWhole(clock)
  const server = useQuery({
    queryKey: ['compute', language, today, clock.received, ...clock.events.map(writeEvent)],
    enabled: whole,
    staleTime: 60_000,
    queryFn: () => answered(api.POST('/deadlines/compute', { body: { received: clock.received, events: [...clock.events] } })),
  })
  if (!whole) return <p className="note-box">{words.deadline.pickReceived}</p>

  const here = calendar ? countHere(calendar, clock, today, language) : null
  const told = server.data
  if (server.isError && here === null)
    return <ProblemBox error={server.error} again={isOutOfReach(server.error) ? () => void server.refetch() : undefined} />
  const result = told ?? here?.result
  if (result === undefined) return null
  const differs = told !== undefined && here !== null && !isSame(told, here.result)
  return (
    <div className="stack">
      {differs && (
        <div className="note-box warn" role="alert">
          <Icon name="warn" /> {words.deadline.mismatch}
        </div>
      )}
      <Answer result={result} cells={told?.ruler ?? here?.cells ?? []} left={differs ? null : (here?.left ?? null)} clock={clock} />
      <p className="small quiet no-print" role="status">
        {told ? !differs && here !== null && words.deadline.checked : server.isError ? words.deadline.unchecked : words.deadline.checking}
      </p>
    </div>
  )
}

const isOutOfReach = (error: unknown) => error instanceof Problem && (error.status === 0 || error.status >= 500)

const isSame = (one: DeadlineResult, other: DeadlineResult) =>
  one.due === other.due &&
  one.status === other.status &&
  one.correctionBy === other.correctionBy &&
  one.consultationBy === other.consultationBy &&
  one.extendedDue === other.extendedDue

interface AnswerProps {
  readonly result: DeadlineResult
  readonly cells: readonly RulerCell[]
  /** Working days left; null where it is not known or nothing is due. */
  readonly left: number | null
  readonly clock: Clock
}

export function Answer({ result, cells, left, clock }: AnswerProps) {
  const words = useWords()
  const said = words.deadline
  const { due, status } = result
  return (
    <div className="stack-wide">
      <section className="panel">
        <div className="inside stack">
          <div aria-live="polite">
            <p className="quiet">{said.due}</p>
            {due ? (
              <p className="big-date">{words.dayLong(due)}</p>
            ) : (
              <p className="big-date" style={{ fontSize: 20 }}>
                <Icon name="pause" size={18} /> {said.noDue[whatIsOpen(clock)]}
              </p>
            )}
            {due && left !== null && <p>{leftSentence(left, words)}</p>}
            {due && status === 'provisional' && (
              <p className="lamp info">
                <Icon name="doubt" /> {said.provisional}
              </p>
            )}
          </div>
          {due && status === 'provisional' && <p className="note-box info">{said.provisionalWhy(Number(due.slice(0, 4)))}</p>}
          {cells.length > 0 && (
            <figure>
              <Ruler cells={cells} wide />
              <figcaption className="small quiet">{said.rulerFrom(cells[0]!.day, cells[cells.length - 1]!.day)}</figcaption>
              <RulerLegend />
            </figure>
          )}
        </div>
      </section>
      <Why result={result} />
      <Panel title={said.others}>
        <ul>
          <OtherDay
            name={said.correctionBy}
            day={result.correctionBy}
            hint={result.correctionBy ? said.correctionByHint : said.correctionUsed}
          />
          <OtherDay name={said.consultationBy} day={result.consultationBy} hint={said.consultationByHint} />
          <OtherDay name={said.extendedDue} day={result.extendedDue} hint={result.extendedDue ? said.extendedDueHint : said.extendedUsed} />
        </ul>
      </Panel>
    </div>
  )
}

function leftSentence(left: number, words: DeskWords): string {
  const said = words.home.sentence
  return left > 0 ? said.left(left) : left === 0 ? said.today : said.overdue(-left)
}

function whatIsOpen({ events }: Clock): 'correction' | 'fee' | 'unknown' {
  const last = [...events].reverse().find(({ kind }) => ['correction-asked', 'corrected', 'fee-noticed', 'fee-paid'].includes(kind))
  return last?.kind === 'correction-asked' ? 'correction' : last?.kind === 'fee-noticed' ? 'fee' : 'unknown'
}

/** Step, article, date; the last line is the result. */
function Why({ result }: { readonly result: DeadlineResult }) {
  const words = useWords()
  const said = words.deadline
  const steps = result.steps.map((step, place) => ({ ...step, key: `${place}${step.rule}` }))
  return (
    <Panel title={said.why}>
      <div className="inside">
        <table className="why">
          <thead>
            <tr>
              <th scope="col">{said.whyHead.step}</th>
              <th scope="col">{said.whyHead.source}</th>
              <th scope="col">{said.whyHead.date}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ key, text, source, date }) => (
              <tr key={key}>
                <td>{text}</td>
                <td className="quiet">{source}</td>
                <td className="nowrap">{date}</td>
              </tr>
            ))}
            <tr className="result">
              <td>{said.due}</td>
              <td />
              <td className="nowrap">{result.due ?? said.nothingDue}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

function OtherDay({ name, day, hint }: { readonly name: string; readonly day: string | null; readonly hint: string }) {
  const words = useWords()
  return (
    <li>
      <span style={{ display: 'flex', justifyContent: 'space-between', gap: 12 }}>
        <span>{name}</span>
        <b>{day ? words.dayToAct(day) : words.deadline.nothingDue}</b>
      </span>
      <span className="small quiet">{hint}</span>
    </li>
  )
}
