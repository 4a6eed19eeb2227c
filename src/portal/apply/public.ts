/** What may be public already of what somebody is about to ask for: columns of the body that are about the same, and bodies named in the words. */
import { livingBodies, type PortalBody } from '../register.ts'
import type { Frame } from '../shell.tsx'

export interface Place {
  readonly href: string
  readonly label: string
  readonly under: string
  /** Whether the label is a name, which is Chinese in every language. */
  readonly isName: boolean
}

/** Pairs of characters two texts must share to be about the same, and places shown at most. */
const shared = 2
const shown = 3

/** The likeliest first; none where nothing is like it. */
export function placesFor({ visit, register }: Frame, body: PortalBody, text: string): readonly Place[] {
  const pairs = pairsOf(text)
  const { words } = visit
  const columns = words.statutory.items
    .map(({ short, full }, at) => ({
      likeness: overlap(pairs, pairsOf(`${short} ${full}`)),
      place: { href: `/b/${body.slug}/statutory#item-${at + 1}`, label: short, under: full, isName: false },
    }))
    .filter(({ likeness }) => likeness >= shared)
  const bodies = livingBodies(register)
    .filter(({ slug, shortName, name }) => slug !== body.slug && [shortName, name].some((one) => one.length > 1 && text.includes(one)))
    .map((one) => ({
      likeness: 100,
      place: { href: `/b/${one.slug}/`, label: one.name, under: '', isName: true },
    }))
  return [...bodies, ...columns]
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, shown)
    .map(({ place }) => place)
}

function pairsOf(text: string): ReadonlySet<string> {
  const characters = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' '),
  ]
  return new Set(
    characters.flatMap((one, at) => (characters[at + 1] && !/\s/.test(one + characters[at + 1]) ? [one + characters[at + 1]] : [])),
  )
}

const overlap = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => [...one].filter((pair) => other.has(pair)).length
