/** Whose: the body in the address, else that of the first post. */
import { useAddress } from '../../address.ts'
import { FilterPick } from '../../parts/filters.tsx'
import { useSession } from '../../session.tsx'

export function useBodyInAddress(): string {
  const { posts } = useSession()
  return useAddress().one('body') || posts[0]?.bodySlug || ''
}

/** A choice only for who has posts at several bodies, or looks at others' figures. */
export function BodyChoice({ label, always }: { readonly label: string; readonly always?: boolean }) {
  const { posts } = useSession()
  if (!always && new Set(posts.map(({ bodyId }) => bodyId)).size < 2) return null
  return <FilterPick name="body" label={label} />
}
