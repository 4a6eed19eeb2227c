/** While a request is registered: what the same applicant asked before, and what others asked in nearly the same words. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useState } from 'react'
import { answered, api } from '../../api.ts'
import type { ApplicantKind, IdentityType, SimilarCase } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { dayText } from '../../parts/moment.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { useSession } from '../../session.tsx'
import { StateTag } from './requests.tsx'
import { rowName } from './rows.ts'

export function Similar({ values, title }: { readonly values: Readonly<Record<string, string>>; readonly title: string }) {
  const said = useWords().requests.new
  const asked = useSettled(useDeferredValue(JSON.stringify(questionOf(values, title))))
  const question = JSON.parse(asked) as ReturnType<typeof questionOf>
  const isAsked = question.title.length > 1 && question.body !== ''
  const found = useQuery({
    queryKey: ['requests', 'similar', asked],
    enabled: isAsked,
    placeholderData: keepPreviousData,
    queryFn: () => answered(api.POST('/requests/similar', { body: question })),
  })
  const items = isAsked ? (found.data?.items ?? []) : []
  const repeats = items.filter(({ sameApplicant }) => sameApplicant)
  const others = items.filter(({ sameApplicant }) => !sameApplicant)
  return (
    <aside>
      <Panel title={said.similar}>
        <div className="inside" aria-live="polite">
          {found.isError && <ProblemBox error={found.error} />}
          {items.length === 0 && <p className="quiet">{said.similarNone}</p>}
          {repeats.length > 0 && <SimilarList title={said.similarRepeat(repeats.length)} items={repeats} />}
          {others.length > 0 && <SimilarList title={said.similarOther(others.length)} items={others} />}
          {items.length > 0 && <p className="small quiet">{said.similarHint}</p>}
        </div>
      </Panel>
    </aside>
  )
}

export function SimilarList({ title, items }: { readonly title: string; readonly items: readonly SimilarCase[] }) {
  const { today } = useSession()
  return (
    <>
      <h3>{title}</h3>
      <ul className="plain stack" style={{ marginBottom: 12 }}>
        {items.map((one) => (
          <li key={one.id}>
            <Link to={`/requests/${one.id}`}>{one.title}</Link>
            <span className="small quiet" style={{ display: 'block' }}>
              {[one.number, one.applicant, one.receivedOn ? dayText(one.receivedOn, today) : '', one.row ? rowName(one.row) : '']
                .filter(Boolean)
                .join('　')}
            </span>
            <StateTag state={one.state} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** The same person is known again by the number on the proof of identity; without one only words are compared. */
function questionOf(values: Readonly<Record<string, string>>, title: string) {
  const identityNumber = (values['applicant.identityNumber'] ?? '').normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
  const name = (values['applicant.name'] ?? '').trim()
  return {
    body: values.body ?? '',
    title: title.trim(),
    ...(identityNumber !== '' &&
      name !== '' && {
        applicant: {
          kind: values['applicant.kind'] as ApplicantKind,
          name,
          identityType: values['applicant.identityType'] as IdentityType,
          identityNumber,
        },
      }),
  }
}

/** What was written, once nothing has been for half a second. */
function useSettled(written: string): string {
  const [settled, setSettled] = useState(written)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(written), 500)
    return () => clearTimeout(timer)
  }, [written])
  return settled
}
