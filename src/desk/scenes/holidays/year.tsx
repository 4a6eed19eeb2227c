/** Twelve months; each day says by word and ground whether it is worked. */
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useAddress } from '../../address.ts'
import { answered, api } from '../../api.ts'
import type { CalendarDay } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Loaded } from '../../parts/states.tsx'
import { useSession } from '../../session.tsx'
import { yearQuery } from '../deadlines/years.ts'

export function Year() {
  const words = useWords()
  const said = words.holidays
  const id = useId()
  const { today } = useSession()
  const address = useAddress()
  const years = useQuery({ queryKey: ['years'], queryFn: () => answered(api.GET('/calendar/years')) })
  const year = Number(address.one('year')) || Number(today.slice(0, 4))
  const detail = useQuery(yearQuery(year))
  return (
    <>
      <div className="filters no-print">
        <div className="field">
          <label htmlFor={id}>{said.year}</label>
          <select id={id} className="control" value={year} onChange={({ target }) => address.change({ year: target.value })}>
            {(years.data?.items ?? [{ year }]).map((one) => (
              <option key={one.year} value={one.year}>
                {said.yearOf(one.year)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <Loaded query={detail}>
        {({ days, announced, notice }) => (
          <div className="stack">
            {announced ? (
              <p>
                {said.announced(notice?.number ?? '')}
                {words.and}
                {said.workingDays(days.filter(({ works }) => works).length)}
              </p>
            ) : (
              <p className="note-box info">
                <Icon name="doubt" /> {said.notAnnounced}
              </p>
            )}
            <div className="year">
              {said.months.map((name, month) => (
                <Month key={name} name={name} days={days.filter(({ day }) => Number(day.slice(5, 7)) === month + 1)} />
              ))}
            </div>
            <p className="legend">
              {(['holiday', 'made-up', 'local-rest', 'local-work', 'weekend'] as const).map((kind) => (
                <span key={kind}>
                  {said.signs[kind] && <b>{said.signs[kind]} </b>}
                  {said.kinds[kind]}
                </span>
              ))}
            </p>
          </div>
        )}
      </Loaded>
    </>
  )
}

/** Monday first; days of other months are empty cells. */
function Month({ name, days }: { readonly name: string; readonly days: readonly CalendarDay[] }) {
  const said = useWords().holidays
  const first = days[0] ? (new Date(`${days[0].day}T00:00:00Z`).getUTCDay() + 6) % 7 : 0
  const cells = [...Array<null>(first).fill(null), ...days]
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => {
    const seven = cells.slice(week * 7, week * 7 + 7)
    return { key: `${name}${week}`, cells: Array.from({ length: 7 }, (__, place) => ({ key: `${place}`, day: seven[place] ?? null })) }
  })
  return (
    <table className="month">
      <caption>{name}</caption>
      <thead>
        <tr>
          {said.weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.key}>{week.cells.map(({ key, day }) => (day ? <Day key={key} day={day} /> : <td key={key} />))}</tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({ day }: { readonly day: CalendarDay }) {
  const said = useWords().holidays
  const sign = said.signs[day.kind]
  const ground = day.kind === 'weekend' ? 'off' : day.kind === 'working-day' ? undefined : day.kind
  return (
    <td className={ground} title={day.reason ?? said.kinds[day.kind]}>
      {Number(day.day.slice(8))}
      {sign && <span className="small">{sign}</span>}
    </td>
  )
}
