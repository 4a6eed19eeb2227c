import { useMutation, useQuery } from '@tanstack/react-query'
import { answered, api } from '../../api.ts'
import { useWords } from '../../language.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Loaded } from '../../parts/states.tsx'
import { useTakeSession } from '../../session.tsx'

/** In the demo: one button a role. */
export function DemoRoles() {
  const words = useWords().access
  const takeSession = useTakeSession()
  const demo = useQuery({ queryKey: ['demo'], queryFn: () => answered(api.GET('/demo')) })
  const enter = useMutation({
    mutationFn: (as: { role: string; personId: string }) => answered(api.POST('/demo/session', { body: as })),
    onSuccess: takeSession,
  })
  return (
    <section className="stack" aria-label={words.demoTitle}>
      <h2>{words.demoTitle}</h2>
      <p className="quiet">{words.demoHint}</p>
      {enter.isError && <ProblemBox error={enter.error} />}
      <Loaded query={demo}>
        {({ roles }) => (
          <ul className="roles">
            {roles.map(({ role, label, person, body }) => (
              <li key={person.id}>
                <button type="button" onClick={() => enter.mutate({ role, personId: person.id })}>
                  {label}
                  <span>
                    {person.name}
                    {body && `，${body}`}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  )
}
