/** Other cases this one has to do with: linked, of the same letter, like it; and the challenges about it. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answered, api } from '../../api.ts'
import type { CaseDetail } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Panel } from '../../parts/panel.tsx'
import { useMay } from '../../session.tsx'

export function Links({ one }: { readonly one: CaseDetail }) {
  const words = useWords()
  const said = words.case.links
  const may = useMay()
  const similar = useQuery({
    queryKey: ['requests', 'like', one.id],
    enabled: may('request.see'),
    queryFn: () => answered(api.GET('/requests/{id}/similar', { params: { path: { id: one.id } } })),
  })
  const challenges = useQuery({
    queryKey: ['challenges', 'about', one.id],
    enabled: may('challenge.see'),
    queryFn: () => answered(api.GET('/challenges', { params: { query: { request: one.id } } })),
  })
  const known = new Set([...one.links.map(({ id }) => id), ...(one.form?.others ?? []).map(({ id }) => id)])
  const lines = [
    ...one.links.map(({ id, number, title, how }) => ({
      id,
      to: `/requests/${id}`,
      text: `${number} ${title}`,
      how: said.how[how] ?? how,
    })),
    ...(one.form?.others ?? []).map(({ id, number, title }) => ({
      id,
      to: `/requests/${id}`,
      text: `${number} ${title}`,
      how: said.sameForm,
    })),
    ...(similar.data?.items ?? [])
      .filter(({ id }) => !known.has(id))
      .slice(0, 5)
      .map(({ id, number, title, sameApplicant }) => ({
        id,
        to: `/requests/${id}`,
        text: `${number} ${title}`,
        how: sameApplicant ? words.case.choices.how.repeat! : said.similar,
      })),
    ...(challenges.data?.items ?? []).map(({ id, title, state }) => ({
      id,
      to: `/challenges/${id}`,
      text: title,
      how: words.casework.challengeStates[state] ?? state,
    })),
  ]
  if (lines.length === 0) return null
  return (
    <Panel title={said.title}>
      <ul>
        {lines.map(({ id, to, text, how }) => (
          <li key={`${to}${how}${id}`}>
            <Link to={to}>{text}</Link> <span className="small quiet">{how}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
