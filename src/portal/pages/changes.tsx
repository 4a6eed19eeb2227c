import type { JSX } from 'preact'
import type { PortalWords } from '#words'
import type { Change } from '../register.ts'
import type { Visit } from '../visit.ts'

/** What happened to bodies, newest first. */
export function ChangeList({ changes, visit }: { readonly changes: readonly Change[]; readonly visit: Visit }): JSX.Element {
  return (
    <ol class="entries">
      {changes.map((change) => (
        <li key={`${change.day} ${change.kind} ${change.body.slug}`}>
          <a href={`/b/${change.body.slug}/`}>{sayChange(change, visit.words)}</a>
          <time dateTime={change.day}>{change.day}</time>
        </li>
      ))}
    </ol>
  )
}

/** One change as a sentence: 云溪县城管局更名为云溪县城市管理局. */
export function sayChange({ kind, body, names }: Change, { feeds, listComma }: PortalWords): string {
  switch (kind) {
    case 'established':
      return feeds.established(names?.[0] ?? body.name)
    case 'renamed':
      return feeds.renamed(names![0]!, names![1]!)
    case 'ended':
      return body.successors.length > 0
        ? feeds.endedInto(body.name, body.successors.map(({ name }) => name).join(listComma))
        : feeds.ended(body.name)
  }
}
