/** Days and instants, always as they are in Asia/Shanghai whatever the machine's zone. */

const inShanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** An instant as `2026-01-20 09:30`. */
export const momentText = (at: string) => inShanghai.format(new Date(at)).replace(',', '')

export function Moment({ at }: { readonly at: string }) {
  return (
    <time dateTime={at} className="nowrap">
      {momentText(at)}
    </time>
  )
}

/** In lists: `01-20` within the year of `today`, else the whole date. */
export const dayText = (day: string, today: string) => (day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day)
