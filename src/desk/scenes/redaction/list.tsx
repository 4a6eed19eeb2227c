/** The marks as a list: the way for who does not see the page. Each row has its ground, leads to its place, and can be deleted. */
import { useQueries } from '@tanstack/react-query'
import { answered, api } from '../../api.ts'
import type { GroundNamed, RedactionGround, WordOnPage } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Empty } from '../../parts/states.tsx'
import { type Marked, shareUnder } from './place.ts'

/** The words of a page; they never change. */
export const wordsQuery = (id: string, page: number) => ({
  queryKey: ['redactions', id, 'words', page],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: () => answered(api.GET('/redactions/{id}/text', { params: { path: { id }, query: { page } } })),
})

interface ListProps {
  readonly id: string
  /** In order. */
  readonly marks: readonly Marked[]
  readonly grounds: readonly GroundNamed[]
  readonly selected: string | null
  readonly mayMake: boolean
  setGround(key: string, ground: RedactionGround): void
  show(mark: Marked): void
  remove(key: string): void
}

export function MarkList({ id, marks, grounds, selected, mayMake, setGround, show, remove }: ListProps) {
  const said = useWords().redaction
  const pages = [...new Set(marks.map(({ page }) => page))]
  const texts = useQueries({ queries: pages.map((page) => wordsQuery(id, page)) })
  const wordsOn = (page: number) => texts[pages.indexOf(page)]?.data?.words ?? []
  return (
    <Panel title={said.marks(marks.length)}>
      {marks.length === 0 ? (
        <Empty what={said.noMarks} next={said.noMarksHint} />
      ) : (
        <ol className="redact-list">
          {marks.map((mark, index) => {
            const number = index + 1
            const text = textUnder(mark, wordsOn(mark.page))
            return (
              <li key={mark.key} className={selected === mark.key ? 'selected' : ''}>
                <p>
                  <b>{said.number(number)}</b> <span className="quiet">{said.onPage(mark.page + 1)}</span>{' '}
                  <span className={text === '' ? 'quiet' : 'redact-text'}>{text === '' ? said.noText : text}</span>
                </p>
                <div className="redact-row">
                  <GroundSelect
                    id={`row-${mark.key}`}
                    label={said.groundOf(number)}
                    grounds={grounds}
                    value={mark.ground}
                    disabled={!mayMake}
                    onChange={(ground) => setGround(mark.key, ground)}
                  />
                  <button type="button" className="link-button" aria-label={said.showOf(number)} onClick={() => show(mark)}>
                    {said.show}
                  </button>
                  {mayMake && (
                    <button type="button" className="link-button" aria-label={said.removeOf(number)} onClick={() => remove(mark.key)}>
                      {said.remove}
                    </button>
                  )}
                </div>
              </li>
            )
          })}
        </ol>
      )}
    </Panel>
  )
}

export function GroundSelect(props: {
  readonly id: string
  readonly label?: string
  readonly grounds: readonly GroundNamed[]
  readonly value: RedactionGround
  readonly disabled?: boolean
  onChange(ground: RedactionGround): void
}) {
  return (
    <select
      id={props.id}
      className="control"
      aria-label={props.label}
      value={props.value}
      disabled={props.disabled}
      onChange={(event) => props.onChange(event.target.value as RedactionGround)}
    >
      {props.grounds.map(({ id, name, stamp }) => (
        <option key={id} value={id}>
          {stamp.split(' ')[0]} {name}
        </option>
      ))}
    </select>
  )
}

const longest = 24

/** What stands under a mark, cut where it is long. */
function textUnder(mark: Marked, words: readonly WordOnPage[]): string {
  const text = words
    .filter((word) => shareUnder(word, mark) > 0.3)
    .map((word) => word.text)
    .join('')
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
