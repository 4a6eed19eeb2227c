/** Beside the work: what is new, what waits for my signature, what just happened. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answered, api } from '../../api.ts'
import { useWords } from '../../language.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Moment } from '../../parts/moment.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Loaded } from '../../parts/states.tsx'
import { useMay } from '../../session.tsx'
import { NotificationLine } from '../notifications/notification-line.tsx'
import { notificationsQuery } from '../notifications/notifications.ts'
import { countsQuery } from '../requests/queries.ts'

export function Aside() {
  const may = useMay()
  return (
    <aside className="stack">
      {may('request.see') && <ToConfirm />}
      {may('sign-off.decide') && <SignOffsWaiting />}
      {may('notification.see') && <WhatIsNew />}
    </aside>
  )
}

/** Requests whose clock cannot begin until somebody confirms them with the applicant (Art. 31); those past their day in red. */
function ToConfirm() {
  const words = useWords().requests
  const counts = useQuery(countsQuery)
  const { submitted = 0, unconfirmed = 0 } = counts.data ?? {}
  if (submitted === 0) return null
  return (
    <Panel
      title={words.toConfirm.title(submitted)}
      link={
        <Link to="/requests" search={{ state: 'submitted' } as never}>
          {words.toConfirm.open}
        </Link>
      }
    >
      <p className={unconfirmed > 0 ? 'inside bad' : 'inside quiet'}>
        <Icon name={unconfirmed > 0 ? 'bad' : 'note'} /> {unconfirmed > 0 ? words.toConfirm.late(unconfirmed) : words.toConfirm.hint}
      </p>
    </Panel>
  )
}

function SignOffsWaiting() {
  const words = useWords().home
  const open = useQuery({
    queryKey: ['sign-offs', 'open', 'mine'],
    queryFn: () => answered(api.GET('/sign-offs', { params: { query: { state: 'open', limit: 50 } } })),
  })
  return (
    <Panel title={words.signOffs} link={<Link to="/sign-offs">{words.showAll}</Link>}>
      <Loaded query={open}>
        {({ items }) => {
          const mine = items.filter(({ mayDecide }) => mayDecide)
          if (mine.length === 0) return <p className="inside quiet">{words.noSignOffs}</p>
          return (
            <ul>
              {mine.slice(0, 5).map((one) => (
                <li key={one.id}>
                  <Link className="row-link" to={`/sign-offs/${one.id}`}>
                    {one.title}
                  </Link>
                  <span className="sub small quiet" style={{ display: 'block' }}>
                    {one.draftedBy.name}，<Moment at={one.openedAt} />
                  </span>
                </li>
              ))}
            </ul>
          )
        }}
      </Loaded>
    </Panel>
  )
}

/** The unread, and below them what was told before: that is what just happened. */
function WhatIsNew() {
  const words = useWords().home
  const notifications = useQuery(notificationsQuery(5))
  return (
    <Loaded query={notifications}>
      {({ items }) => {
        const unread = items.filter(({ readAt }) => readAt === null)
        const read = items.filter(({ readAt }) => readAt !== null)
        return (
          <>
            <Panel title={words.notifications} link={<Link to="/notifications">{words.allNotifications}</Link>}>
              {unread.length === 0 ? (
                <p className="inside quiet">{words.noNotifications}</p>
              ) : (
                <ul>
                  {unread.map((one) => (
                    <NotificationLine key={one.id} one={one} />
                  ))}
                </ul>
              )}
            </Panel>
            {read.length > 0 && (
              <Panel title={words.recent}>
                <ul>
                  {read.map((one) => (
                    <NotificationLine key={one.id} one={one} />
                  ))}
                </ul>
              </Panel>
            )}
          </>
        )
      }}
    </Loaded>
  )
}
