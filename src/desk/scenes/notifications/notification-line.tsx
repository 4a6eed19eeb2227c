import { Link } from '@tanstack/react-router'
import type { Notification } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Moment } from '../../parts/moment.tsx'
import { Tag } from '../../parts/tag.tsx'

/** One thing that was told, with where it leads. */
export function NotificationLine({ one, marked }: { readonly one: Notification; readonly marked?: boolean }) {
  const words = useWords().home
  return (
    <li>
      {one.link ? (
        <Link className="row-link" to={one.link.replace(/^\/desk(?=\/)/, '')}>
          {one.text}
        </Link>
      ) : (
        one.text
      )}
      <span className="small quiet" style={{ display: 'block' }}>
        <Moment at={one.at} />{' '}
        {marked && one.readAt === null && (
          <Tag tone="info" icon="bell">
            {words.unread}
          </Tag>
        )}
      </span>
    </li>
  )
}
