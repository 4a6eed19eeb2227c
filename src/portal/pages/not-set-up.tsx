import type { Frame, Page } from '../shell.tsx'

/** Before the first run there is nothing to show, and somebody who must begin. */
export function notSetUp({ visit }: Frame): Page {
  const { empty } = visit.words
  return {
    title: empty.noRegion,
    description: empty.noRegionText,
    isKept: false,
    children: (
      <div class="text">
        <h1>{empty.noRegion}</h1>
        <p>{empty.noRegionText}</p>
        <p>
          <a href="/desk">{empty.noRegionLink}</a>
        </p>
      </div>
    ),
  }
}
