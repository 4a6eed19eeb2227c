/** The clock of the case: lamp and sentence, the ruler with its marks, why, and the limits beside it with lamps of their own. */
import type { CaseDetail, RulerCell } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Lamp } from '../../parts/lamp.tsx'
import { dayText } from '../../parts/moment.tsx'
import { useSession } from '../../session.tsx'
import { CaseLamp } from '../requests/requests.tsx'
import { type Mark, marksOf } from './marks.ts'

export function ClockStrip({ one }: { readonly one: CaseDetail }) {
  const words = useWords()
  const said = words.case.clock
  return (
    <section className="panel clock-strip" aria-label={said.title}>
      <Due one={one} />
      <Cells cells={one.ruler} />
      <Why one={one} />
    </section>
  )
}

function Due({ one }: { readonly one: CaseDetail }) {
  const words = useWords()
  const said = words.case.clock
  const { today } = useSession()
  const used = one.ruler.filter(({ state }) => state === 'used' || state === 'overdue').filter(({ day }) => day <= today).length
  const paused = one.ruler.filter(({ state }) => state === 'paused').length
  return (
    <div className="clock-due">
      {one.concludedOn === null && <CaseLamp row={one} />}
      <p className="clock-date">
        {one.concludedOn
          ? said.concluded(words.dayToAct(one.concludedOn))
          : one.dueOn
            ? one.dueOn < today
              ? said.was(words.dayToAct(one.dueOn))
              : said.before(words.dayToAct(one.dueOn))
            : one.state === 'submitted'
              ? said.noClock
              : said.waits}
      </p>
      {one.unconfirmedBy && <p className="small quiet">{said.noClockWhy(words.dayToAct(one.unconfirmedBy))}</p>}
      <p className="small quiet">
        {[
          one.ruler.length > 0 && said.used(used, paused),
          one.concludedOn === null &&
            one.clock?.extendedDue &&
            one.may.includes('extend') &&
            said.canExtend(dayText(one.clock.extendedDue, today)),
        ]
          .filter(Boolean)
          .join(words.and)}
      </p>
      {one.late && (
        <p className="bad">
          <Icon name="bad" /> {said.late}
        </p>
      )}
      {one.limits.length > 0 && (
        <>
          <h3 className="unseen">{said.limits}</h3>
          <ul className="plain clock-limits">
            {one.limits.map((limit) => (
              <li key={limit.id}>
                <span>{words.case.limits[limit.kind] ?? limit.kind}</span>
                <span className="nowrap">
                  <Lamp state={limit.lamp} daysLeft={limit.daysLeft} /> {dayText(limit.dueOn, today)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** Cells with marks under them: a mark too near the one before it goes a line down, none is dropped. */
function Cells({ cells }: { readonly cells: readonly RulerCell[] }) {
  const words = useWords()
  const said = words.case.clock.marks
  const { today } = useSession()
  if (cells.length === 0) return <div />
  const marks = marksOf(cells, today)
  const columns = `repeat(${cells.length}, minmax(2px, 20px))`
  return (
    <div className="clock-ruler" aria-hidden="true">
      <span className="ruler wide" style={{ display: 'grid', gridTemplateColumns: columns }}>
        {cells.map(({ day, state, isLast }) => (
          <i key={day} className={isLast && state !== 'overdue' ? `${state} last` : state} title={day} />
        ))}
      </span>
      <span className="clock-marks" style={{ gridTemplateColumns: columns }}>
        {marks.map((mark) => (
          <span key={`${mark.kind}${mark.day}`} className={`mark ${mark.kind}`} style={placeOf(mark, cells.length)}>
            {dayText(mark.day, today)}
            <br />
            {said[mark.kind]}
          </span>
        ))}
      </span>
    </div>
  )
}

/** Marks near the end are written towards the left, so that they stay within the frame. */
const placeOf = ({ at, line }: Mark, count: number) =>
  at > count - 4
    ? {
        gridColumn: `1 / ${at + 2}`,
        gridRow: line,
        justifySelf: 'end' as const,
        textAlign: 'right' as const,
        borderLeft: 0,
        borderRight: '2px solid',
      }
    : { gridColumn: `${at + 1} / -1`, gridRow: line }

function Why({ one }: { readonly one: CaseDetail }) {
  const words = useWords()
  const said = words.case.clock
  const { today } = useSession()
  if (one.clock === null) return null
  const { due } = one.clock
  const steps = one.clock.steps.map((step, place) => ({ ...step, key: `${place}${step.rule}` }))
  return (
    <details className="clock-why" open={steps.length < 5 || undefined}>
      <summary>{said.why}</summary>
      <table className="why">
        <tbody>
          {steps.map((step) => (
            <tr key={step.key}>
              <td>
                {step.text} <span className="quiet">{step.source}</span>
              </td>
              <td className="nowrap number">{dayText(step.date, today)}</td>
            </tr>
          ))}
          <tr className="result">
            <td>{said.due}</td>
            <td className="nowrap number">{due ? dayText(due, today) : words.deadline.nothingDue}</td>
          </tr>
        </tbody>
      </table>
    </details>
  )
}
