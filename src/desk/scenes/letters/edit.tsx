/** Changing the words of a draft, paragraph by paragraph; each says which part of the law it answers to. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { answered, api } from '../../api.ts'
import type { LetterDetail, LetterPart } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Form, TextField, useForm } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { caseQuery, letterKindsQuery, redactionsQuery } from '../case/queries.ts'
import { useTakeLetter } from './acts.tsx'

interface Paragraph {
  readonly key: string
  readonly part: LetterPart
  readonly text: string
}

export function EditLetter({ letter, onDone }: { readonly letter: LetterDetail; readonly onDone: () => void }) {
  const words = useWords()
  const said = words.letters
  const take = useTakeLetter()
  const kinds = useQuery(letterKindsQuery)
  const { content } = letter
  const [paragraphs, setParagraphs] = useState<readonly Paragraph[]>(
    content.paragraphs.map(({ part, text }, place) => ({ key: `${place}`, part, text })),
  )
  const [enclosures, setEnclosures] = useState<readonly string[]>(
    letter.files.filter(({ what }) => what === 'enclosure').map(({ id }) => id),
  )
  const form = useForm(
    {
      title: content.title,
      salutation: content.salutation,
      recipient: letter.recipient,
      attachments: content.attachments.join('\n'),
    },
    { title: said.fieldTitle, salutation: said.fieldSalutation },
  )
  const parts = [
    ...new Set([...(kinds.data?.find(({ kind }) => kind === letter.kind)?.parts ?? []), ...content.paragraphs.map(({ part }) => part)]),
  ].filter((part) => part !== 'number' && part !== 'seal-date')
  const set = (key: string, change: Partial<Paragraph>) =>
    setParagraphs(paragraphs.map((each) => (each.key === key ? { ...each, ...change } : each)))

  return (
    <Form
      form={form}
      verb={said.save}
      busyVerb={said.saving}
      secondary={<Button onClick={onDone}>{said.leave}</Button>}
      label={said.editing}
      onSend={async ({ title, salutation, recipient, attachments }) => {
        await take(
          await answered(
            api.PATCH('/letters/{id}', {
              params: { path: { id: letter.id } },
              body: {
                edition: letter.edition,
                title: title.trim(),
                salutation: salutation.trim(),
                ...(letter.recipientKind !== 'applicant' && { recipient: recipient.trim() }),
                paragraphs: paragraphs.filter(({ text }) => text.trim() !== '').map(({ part, text }) => ({ part, text })),
                attachments: attachments
                  .split('\n')
                  .map((line) => line.trim())
                  .filter((line) => line !== ''),
                enclosures: [...enclosures],
              },
            }),
          ),
        )
        onDone()
      }}
    >
      <TextField form={form} name="title" label={said.fieldTitle} maxLength={200} />
      {letter.recipientKind !== 'applicant' && <TextField form={form} name="recipient" label={said.fieldRecipient} maxLength={200} />}
      <TextField form={form} name="salutation" label={said.fieldSalutation} maxLength={200} />
      {paragraphs.map(({ key, part, text }, place) => {
        const id = `${form.id}-p${key}`
        return (
          <div key={key} className="paragraph-fields">
            <div className="field">
              <label htmlFor={`${id}-part`}>{said.paragraphPart}</label>
              <select
                id={`${id}-part`}
                className="control"
                value={part}
                onChange={(event) => set(key, { part: event.target.value as LetterPart })}
              >
                {parts.map((each) => (
                  <option key={each} value={each}>
                    {words.casework.letterParts[each] ?? each}
                  </option>
                ))}
              </select>
            </div>
            <div className="field" style={{ maxWidth: 'none', margin: 0 }}>
              <label htmlFor={id}>{said.paragraph(place + 1, words.casework.letterParts[part] ?? part)}</label>
              <textarea
                id={id}
                className="control wording"
                lang="zh-CN"
                rows={Math.min(12, Math.max(2, Math.ceil(text.length / 30)))}
                maxLength={20_000}
                value={text}
                onChange={(event) => set(key, { text: event.target.value })}
              />
            </div>
            <button
              type="button"
              className="icon-button"
              style={{ marginTop: 26 }}
              onClick={() => setParagraphs(paragraphs.filter((each) => each.key !== key))}
            >
              <Icon name="cross" /> <span className="unseen">{said.removeParagraph(place + 1)}</span>
            </button>
          </div>
        )
      })}
      <Button
        onClick={() =>
          setParagraphs([
            ...paragraphs,
            { key: `${Math.max(-1, ...paragraphs.map(({ key }) => Number(key))) + 1}`, part: parts[0] ?? 'facts', text: '' },
          ])
        }
      >
        <Icon name="plus" /> {said.addParagraph}
      </Button>
      <TextField form={form} name="attachments" label={said.attachments} hint={said.attachmentsHint} optional lines={3} />
      <Enclosures letter={letter} chosen={enclosures} onChange={setEnclosures} />
    </Form>
  )
}

interface EnclosuresProps {
  readonly letter: LetterDetail
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Files that go with it: of the first case, and the redacted ones that are proved. */
function Enclosures({ letter, chosen, onChange }: EnclosuresProps) {
  const said = useWords().letters
  const choices = useEnclosures(letter.cases[0]?.id ?? '')
  const known = letter.files.filter(({ id, what }) => what === 'enclosure' && !choices.some((choice) => choice.id === id))
  return <EnclosureTicks choices={[...known, ...choices]} chosen={chosen} onChange={onChange} hint={said.enclosuresHint} />
}

/** What of a case may be enclosed, by id and name. */
export function useEnclosures(requestId: string): readonly { readonly id: string; readonly name: string }[] {
  const said = useWords().letters
  const one = useQuery({ ...caseQuery(requestId), enabled: requestId !== '' })
  const redactions = useQuery({ ...redactionsQuery(requestId), enabled: requestId !== '' })
  const proved = (redactions.data ?? []).flatMap(({ state, result, source }) =>
    state === 'proved' && result ? [{ id: result.id, name: said.redacted(source.name) }] : [],
  )
  const files = (one.data?.files ?? []).filter(({ on }) => on === 'case').map(({ id, name }) => ({ id, name }))
  return [...proved, ...files.filter(({ id }) => !proved.some((each) => each.id === id))]
}

interface TicksProps {
  readonly choices: readonly { readonly id: string; readonly name: string }[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
  readonly hint: string
}

export function EnclosureTicks({ choices, chosen, onChange, hint }: TicksProps) {
  const said = useWords().letters
  return (
    <fieldset className="field">
      <legend>{said.enclosures}</legend>
      <p className="hint">{choices.length === 0 ? said.noEnclosures : hint}</p>
      {choices.map(({ id, name }) => (
        <div key={id} className="tick">
          <label>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) => onChange(event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))}
            />{' '}
            {name}
          </label>
        </div>
      ))}
    </fieldset>
  )
}
