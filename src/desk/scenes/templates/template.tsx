/** One kind of letter: its wording, to be changed with the placeholders at hand, its history, and the way back to the standard. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { answered, api } from '../../api.ts'
import type { LetterKindShown, LetterTemplate } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Field, Form, fieldId, useForm } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { momentText } from '../../parts/moment.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Loaded } from '../../parts/states.tsx'
import { Tag } from '../../parts/tag.tsx'

interface TemplateProps {
  readonly kind: LetterKindShown
  readonly body: string
}

export function Template({ kind, body }: TemplateProps) {
  const query = useQuery({
    queryKey: ['letter-templates', body, kind.kind],
    queryFn: () =>
      answered(api.GET('/letter-templates/{kind}', { params: { path: { kind: kind.kind as LetterTemplate['kind'] }, query: { body } } })),
  })
  return <Loaded query={query}>{(template) => <Shown kind={kind} template={template} />}</Loaded>
}

function Shown({ kind, template }: { readonly kind: LetterKindShown; readonly template: LetterTemplate }) {
  const words = useWords()
  const said = words.templates
  const form = useForm({ text: template.text }, { text: said.text })
  const [isRestoring, setIsRestoring] = useState(false)
  const [isSaved, setIsSaved] = useState(false)
  const client = useQueryClient()
  const where = { params: { path: { kind: template.kind }, query: { body: template.body } } }
  const take = (text: string) => {
    setIsSaved(false)
    form.set('text', text)
    document.getElementById(fieldId(form.id, 'text'))?.focus()
  }
  const keep = async (answer: LetterTemplate) => {
    client.setQueryData(['letter-templates', template.body, template.kind], answer)
    form.replace({ text: answer.text })
    setIsSaved(true)
  }
  return (
    <section className="stack template" aria-labelledby="template">
      <header>
        <h2 id="template">{kind.title}</h2>
        <Tag tone={template.own ? 'info' : undefined} icon={template.own ? 'sign' : 'check'}>
          {template.own ? said.own : said.standardNow}
        </Tag>
      </header>
      <dl className="facts">
        <dt>{said.source}</dt>
        <dd>{kind.source}</dd>
        <dt>{said.parts}</dt>
        <dd>{kind.parts.map((part) => `${words.casework.letterParts[part] ?? part} [${part}]`).join('、')}</dd>
        <dt>{said.numbered}</dt>
        <dd>{kind.numbered ? said.isNumbered : said.notNumbered}</dd>
      </dl>
      {isSaved && form.values.text === template.text && (
        <p className="note-box ok" role="status">
          <Icon name="check" /> {said.saved}
        </p>
      )}
      {template.mayChange ? (
        <Form
          form={form}
          verb={said.save}
          busyVerb={said.saving}
          onSend={async ({ text }) => keep(await answered(api.PUT('/letter-templates/{kind}', { ...where, body: { text } })))}
          secondary={template.own && <Button onClick={() => setIsRestoring(true)}>{said.restore}</Button>}
        >
          <Text form={form} placeholders={template.placeholders} />
        </Form>
      ) : (
        <pre className="template-text">{template.text}</pre>
      )}
      {template.own && (
        <details>
          <summary>{said.standard}</summary>
          <pre className="template-text">{template.standard}</pre>
        </details>
      )}
      <History template={template} onTake={template.mayChange ? take : null} />
      <Dialog title={said.restore} isOpen={isRestoring} onClose={() => setIsRestoring(false)}>
        <Restore
          onSend={async () => {
            await keep(await answered(api.DELETE('/letter-templates/{kind}', where)))
            setIsRestoring(false)
          }}
        />
      </Dialog>
    </section>
  )
}

function Text({
  form,
  placeholders,
}: {
  readonly form: ReturnType<typeof useForm<{ text: string }>>
  readonly placeholders: readonly string[]
}) {
  const said = useWords().templates
  const { text } = form.values
  const unknown = [...new Set([...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]!))].filter((name) => !placeholders.includes(name))
  const insert = (name: string) => {
    const area = document.getElementById(fieldId(form.id, 'text'))
    if (!(area instanceof HTMLTextAreaElement)) return
    const { selectionStart: from, selectionEnd: to } = area
    const written = `{${name}}`
    form.set('text', text.slice(0, from) + written + text.slice(to))
    area.focus()
    requestAnimationFrame(() => area.setSelectionRange(from + written.length, from + written.length))
  }
  return (
    <>
      <Field form={form} name="text" label={said.text} hint={said.textHint}>
        {(control) => (
          <textarea
            className="control template-area"
            rows={18}
            maxLength={20_000}
            value={text}
            onChange={(event) => form.set('text', event.target.value)}
            {...control}
          />
        )}
      </Field>
      <p role="status" className="warn">
        {unknown.length > 0 && (
          <>
            <Icon name="warn" /> {said.unknown(unknown.map((name) => `{${name}}`).join('、'))}
          </>
        )}
      </p>
      <fieldset className="chips placeholders">
        <legend>{said.placeholders}</legend>
        <p className="quiet small">{said.placeholdersHint}</p>
        {placeholders.map((name) => (
          <button key={name} type="button" onClick={() => insert(name)}>{`{${name}}`}</button>
        ))}
      </fieldset>
    </>
  )
}

function Restore({ onSend }: { readonly onSend: () => Promise<void> }) {
  const said = useWords().templates
  const form = useForm({})
  return (
    <Form form={form} verb={said.restore} onSend={onSend}>
      <p>{said.restoreAsk}</p>
    </Form>
  )
}

function History({ template, onTake }: { readonly template: LetterTemplate; readonly onTake: ((text: string) => void) | null }) {
  const said = useWords().templates
  return (
    <Panel title={said.history}>
      {template.history.length === 0 ? (
        <p className="inside quiet">{said.noHistory}</p>
      ) : (
        <ul>
          {template.history.map((one) => (
            <li key={one.id}>
              <details>
                <summary>
                  {momentText(one.changedAt)} {said.changed(one.changedBy.name)}{' '}
                  <span className="quiet">{one.endedAt ? said.until(momentText(one.endedAt)) : said.inForce}</span>
                </summary>
                <pre className="template-text">{one.text}</pre>
                {onTake && one.endedAt && (
                  <button type="button" className="link-button" onClick={() => onTake(one.text)}>
                    {said.take}
                  </button>
                )}
              </details>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
