import { useQuery } from '@tanstack/react-query'
import { answered, api } from '../../api.ts'
import { useWords } from '../../language.tsx'
import { Moment } from '../../parts/moment.tsx'
import { Loaded } from '../../parts/states.tsx'
import { eventSentence } from './sentence.ts'

/** What happened to one thing, newest first. */
export function EventList({ noun, nounId }: { readonly noun: string; readonly nounId: string }) {
  const words = useWords()
  const events = useQuery({
    queryKey: ['events', noun, nounId],
    queryFn: () => answered(api.GET('/events', { params: { query: { noun, nounId, limit: 20 } } })),
  })
  return (
    <Loaded query={events}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="inside quiet">{words.bodies.noHistory}</p>
        ) : (
          <ul>
            {items.map((event) => (
              <li key={event.seq}>
                {eventSentence(event, words)}
                <span className="small quiet" style={{ display: 'block' }}>
                  <Moment at={event.at} />
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}
