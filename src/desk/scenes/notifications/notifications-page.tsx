/** Everything I was told, newest first. */
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { answered, api } from '../../api.ts'
import { useWords } from '../../language.tsx'
import { Page } from '../../parts/page.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Empty, Skeleton } from '../../parts/states.tsx'
import { NotificationLine } from './notification-line.tsx'

export function Notifications() {
  const words = useWords()
  const client = useQueryClient()
  const query = useInfiniteQuery({
    queryKey: ['notifications', 'all'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => answered(api.GET('/notifications', { params: { query: { after: pageParam } } })),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const read = useMutation({
    mutationFn: () => answered(api.POST('/notifications/read', { body: {} })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notifications'] }),
  })
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  const unread = query.data?.pages[0]?.unread ?? 0
  return (
    <Page
      title={words.home.notificationsTitle}
      lead={words.bar.notifications(unread)}
      acts={
        unread > 0 && (
          <Button aria-disabled={read.isPending} onClick={() => read.mutate()}>
            {words.home.markRead}
          </Button>
        )
      }
    >
      {read.isError && <ProblemBox error={read.error} />}
      {query.isPending && <Skeleton />}
      {query.isError && <ProblemBox error={query.error} again={() => void query.refetch()} />}
      {query.data && items.length === 0 && <Empty what={words.home.notificationsNone} next={words.home.notificationsHint} />}
      {items.length > 0 && (
        <div className="panel">
          <ul>
            {items.map((one) => (
              <NotificationLine key={one.id} one={one} marked />
            ))}
          </ul>
        </div>
      )}
      {query.hasNextPage && (
        <div className="under-register">
          <Button onClick={() => void query.fetchNextPage()}>{query.isFetchingNextPage ? words.table.moreBusy : words.table.more}</Button>
        </div>
      )}
    </Page>
  )
}
