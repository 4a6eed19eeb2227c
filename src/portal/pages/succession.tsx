import type { JSX } from 'preact'
import type { PortalBody } from '../register.ts'
import { Name } from '../shell.tsx'
import type { Visit } from '../visit.ts'

/** Who took over from a body that ended; nothing where nobody is recorded. */
export function Succession({ body, visit }: { readonly body: PortalBody; readonly visit: Visit }): JSX.Element | null {
  const { successorDid } = visit.words.body
  if (body.successors.length === 0) return null
  return (
    <>
      {successorDid[body.successors[0]!.kind]}
      {body.successors.map(({ slug, name }, at) => (
        <span key={slug}>
          {at > 0 && visit.words.listComma}
          <a href={`/b/${slug}/`}>
            <Name visit={visit}>{name}</Name>
          </a>
        </span>
      ))}
    </>
  )
}
