/** The frame of every screen of a person signed in: skip link, demo banner, rail, bar, main. */
import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { answered, api } from '../api.ts'
import { useSpoken } from '../language.tsx'
import { LeadTo } from '../parts/lead-to.tsx'
import { ProblemBox } from '../parts/problem-box.tsx'
import { Skeleton } from '../parts/states.tsx'
import { SignedIn, useSessionQuery } from '../session.tsx'
import { Bar } from './bar.tsx'
import { DemoBanner } from './demo-banner.tsx'
import { Rail } from './rail.tsx'

export const useRegion = () => useQuery({ queryKey: ['region'], staleTime: 60_000, queryFn: () => answered(api.GET('/region')) })

export function Shell() {
  const { words, choose, language } = useSpoken()
  const session = useSessionQuery()
  const wanted = useLocation({ select: ({ href }) => href })
  const spoken = session.data?.stage === 'full' ? session.data.person.language : language
  useEffect(() => {
    if (spoken !== language) choose(spoken)
  }, [spoken, language, choose])

  if (session.isPending) return <Skeleton />
  if (session.isError)
    return (
      <main className="main">
        <ProblemBox error={session.error} again={() => void session.refetch()} />
      </main>
    )
  if (session.data?.stage !== 'full') return <LeadTo to="/sign-in" search={wanted === '/' || wanted === '/desk' ? {} : { next: wanted }} />

  return (
    <SignedIn.Provider value={session.data}>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <div className="desk">
        {session.data.demo && <DemoBanner key={session.data.today} today={session.data.today} />}
        <Rail />
        <Bar />
        <main className="main" id="main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </SignedIn.Provider>
  )
}
