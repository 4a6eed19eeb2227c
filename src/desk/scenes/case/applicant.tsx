/** Who asks, masked; every number in full on request, and that request is recorded. */
import { useMutation } from '@tanstack/react-query'
import { answered, api } from '../../api.ts'
import type { CaseDetail, Applicant as Full } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { useMay } from '../../session.tsx'

export function Applicant({ one }: { readonly one: CaseDetail }) {
  const words = useWords()
  const said = words.case
  const may = useMay()
  const look = useMutation({
    mutationFn: () => answered(api.GET('/requests/{id}/applicant', { params: { path: { id: one.id } } })),
    // What was looked at once is not kept: the next look is another, and recorded as such.
    gcTime: 0,
  })
  if (one.applicant === '') return null
  const identity = one.form?.applicant
  return (
    <>
      <span>
        {[
          one.applicant,
          words.requests.kinds[one.kind],
          identity?.identityNumber && `${words.casework.identityTypes[identity.identityType] ?? ''} ${identity.identityNumber}`,
          identity?.agent && `${words.requests.new.agentName} ${identity.agent.name}`,
        ]
          .filter(Boolean)
          .join(words.and)}
      </span>{' '}
      {may('request.unmask') && one.form && (
        <button type="button" className="link-button no-print" aria-disabled={look.isPending} onClick={() => look.mutate()}>
          {said.unmask}
        </button>
      )}
      <Dialog title={said.unmaskTitle} isOpen={look.data !== undefined || look.isError} onClose={() => look.reset()}>
        {look.isError ? <ProblemBox error={look.error} /> : look.data && <InFull found={look.data} />}
      </Dialog>
    </>
  )
}

function InFull({ found }: { readonly found: Full }) {
  const words = useWords()
  const said = words.requests.new
  const rows: readonly (readonly [string, string])[] = [
    [said.name, found.name],
    [said.kind, words.requests.kinds[found.kind] ?? ''],
    [words.casework.identityTypes[found.identityType] ?? said.identityType, found.identityNumber],
    [said.contactName, found.contactName],
    [said.phone, found.phone],
    [said.email, found.email],
    [said.address, found.address],
    [said.postcode, found.postcode],
    [said.together, found.together.map(({ name }) => name).join(words.listComma)],
    [said.agentName, found.agent?.name ?? ''],
    [said.agentNumber, found.agent?.identityNumber ?? ''],
    [said.agentPhone, found.agent?.phone ?? ''],
  ]
  return (
    <div className="stack">
      <dl className="facts">
        {rows
          .filter(([, text]) => text !== '')
          .map(([name, text]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      <p className="small quiet">{words.case.unmaskHint}</p>
    </div>
  )
}
