/** Finds numbers and names in the text, and marks all of them at once. The count is told to whoever hears the page. */
import { Button } from 'antd'
import { useId, useState } from 'react'
import { answered, api } from '../../api.ts'
import type { Area, PatternFound, PatternKind } from '../../api-types.ts'
import { useSpoken } from '../../language.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { patternWords } from './names.ts'
import { isMarked, type Marked } from './place.ts'

const kinds: readonly PatternKind[] = ['identity-number', 'mobile-number', 'bank-card', 'e-mail']

interface FindProps {
  readonly id: string
  readonly marks: readonly Marked[]
  addAll(areas: readonly Area[]): void
}

export function Find({ id, marks, addAll }: FindProps) {
  const { language, words } = useSpoken()
  const said = words.redaction
  const field = useId()
  const [chosen, setChosen] = useState<readonly PatternKind[]>(kinds)
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [found, setFound] = useState<readonly PatternFound[] | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [asked, setAsked] = useState(false)

  const texts = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const look = async () => {
    setAsked(true)
    if (busy || (chosen.length === 0 && texts.length === 0)) return
    setBusy(true)
    setProblem(null)
    try {
      const body = { patterns: [...chosen], texts: texts.slice(0, 50) }
      setFound((await answered(api.POST('/redactions/{id}/find', { params: { path: { id } }, body }))).found)
    } catch (failure) {
      setProblem(failure)
    } finally {
      setBusy(false)
    }
  }
  const open = (found ?? []).filter(({ areas }) => !areas.every((area) => isMarked(area, marks)))
  const names = patternWords(language)
  const counts = [...kinds, 'text' as const]
    .map((kind) => [kind, (found ?? []).filter((one) => one.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => said.kindCount(names[kind] ?? kind, count))

  return (
    <Panel title={said.find}>
      <div className="inside stack">
        <p className="small quiet">{said.findHint}</p>
        <div className="redact-kinds">
          {kinds.map((kind) => (
            <label key={kind}>
              <input
                type="checkbox"
                checked={chosen.includes(kind)}
                onChange={(event) => setChosen(event.target.checked ? [...chosen, kind] : chosen.filter((one) => one !== kind))}
              />{' '}
              {names[kind]}
            </label>
          ))}
        </div>
        <div className="field">
          <label htmlFor={field}>{said.findText}</label>
          <p className="hint" id={`${field}-hint`}>
            {said.findTextHint}
          </p>
          <textarea
            id={field}
            className="control"
            rows={2}
            maxLength={4000}
            value={text}
            aria-describedby={`${field}-hint`}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <div className="acts">
          <Button onClick={() => void look()} aria-disabled={busy}>
            {busy ? said.finding : said.findButton}
          </Button>
          {open.length > 0 && <Button onClick={() => addAll(open.flatMap(({ areas }) => areas))}>{said.markAll(open.length)}</Button>}
        </div>
        <p role="status" className={found === null && !asked ? 'unseen' : ''}>
          {asked && chosen.length === 0 && texts.length === 0
            ? said.pickFirst
            : found !== null &&
              (found.length === 0 ? said.foundNone : `${said.found(found.length, open.length)}${words.and}${said.foundKinds(counts)}`)}
        </p>
        {problem !== null && <ProblemBox error={problem} />}
      </div>
    </Panel>
  )
}
