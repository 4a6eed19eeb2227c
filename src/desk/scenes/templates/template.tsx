/** The wording of one kind of letter at a body: in force, its own, the standard one, and how it changed. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { answered, api } from '../../api.ts'
import type { LetterKindName, LetterTemplate } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Form, TextField, useForm } from '../../parts/form.tsx'
import { momentText } from '../../parts/moment.tsx'
import { Page } from '../../parts/page.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Loaded } from '../../parts/states.tsx'
import { Tag } from '../../parts/tag.tsx'
import { letterKindsQuery } from '../case/queries.ts'
import { useBodyInAddress } from './body-choice.tsx'
import '../letters/letters.css'

export function TemplatePage() {
  const { kind } = useParams({ strict: false }) as { kind: LetterKindName }
  const body = useBodyInAddress()
  const query = useQuery({
    queryKey: ['letter-templates', kind, body],
    queryFn: () => answered(api.GET('/letter-templates/{kind}', { params: { path: { kind }, query: { body } } })),
  })
  return <Loaded query={query}>{(found) => <Shown key={`${found.kind}${found.body}`} template={found} />}</Loaded>
}

function Shown({ template }: { readonly template: LetterTemplate }) {
  const words = useWords()
  const said = words.letters
  const client = useQueryClient()
  const kinds = useQuery(letterKindsQuery)
  const shown = kinds.data?.find(({ kind }) => kind === template.kind)
  const [isChanging, setIsChanging] = useState(false)
  const [isRestoring, setIsRestoring] = useState(false)
  const take = (now: LetterTemplate) => client.setQueryData(['letter-templates', now.kind, now.body], now)
  return (
    <Page
      title={shown?.title ?? said.templates}
      trail={['/templates', said.templates]}
      lead={
        <>
          <Tag icon={template.own ? 'sign' : 'check'} tone={template.own ? 'info' : undefined}>
            {template.own ? said.ownWording : said.standardWording}
          </Tag>{' '}
          {shown?.source}
        </>
      }
      acts={
        template.mayChange && (
          <>
            {!isChanging && (
              <Button type="primary" onClick={() => setIsChanging(true)}>
                {said.change}
              </Button>
            )}
            {template.own && <Button onClick={() => setIsRestoring(true)}>{said.restore}</Button>}
          </>
        )
      }
    >
      <div className="beside">
        <div className="stack">
          {!template.mayChange && <p className="note-box">{said.mayNotChange}</p>}
          {isChanging ? (
            <ChangeForm template={template} onTaken={take} onDone={() => setIsChanging(false)} />
          ) : (
            <pre className="wording" lang="zh-CN">
              {template.text}
            </pre>
          )}
          {template.own && !isChanging && (
            <details>
              <summary>{said.standardWording}</summary>
              <pre className="wording" lang="zh-CN">
                {template.standard}
              </pre>
            </details>
          )}
        </div>
        <aside className="stack">
          <Panel title={said.parts}>
            <p className="inside">{(shown?.parts ?? []).map((part) => words.casework.letterParts[part] ?? part).join(words.listComma)}</p>
          </Panel>
          <Panel title={said.placeholders}>
            <p className="inside mono small" lang="zh-CN">
              {template.placeholders.map((name) => `{${name}}`).join(' ')}
            </p>
          </Panel>
          <Panel title={said.history}>
            {template.history.length === 0 ? (
              <p className="inside quiet">{said.noHistory}</p>
            ) : (
              <ul>
                {template.history.map((edition) => (
                  <li key={edition.id}>
                    <details>
                      <summary>{said.historyLine(edition.changedBy.name, momentText(edition.changedAt))}</summary>
                      <pre className="wording" lang="zh-CN">
                        {edition.text}
                      </pre>
                    </details>
                    {edition.endedAt && <span className="small quiet">{said.endedLine(momentText(edition.endedAt))}</span>}
                  </li>
                ))}
              </ul>
            )}
          </Panel>
        </aside>
      </div>
      <Dialog title={said.restoreAsk} isOpen={isRestoring} onClose={() => setIsRestoring(false)}>
        <RestoreForm template={template} onTaken={take} onDone={() => setIsRestoring(false)} />
      </Dialog>
    </Page>
  )
}

interface FormProps {
  readonly template: LetterTemplate
  readonly onTaken: (now: LetterTemplate) => void
  readonly onDone: () => void
}

/** The server checks the placeholders and the parts; what is wrong is told above the text. */
function ChangeForm({ template, onTaken, onDone }: FormProps) {
  const words = useWords()
  const said = words.letters
  const form = useForm({ text: template.text }, { text: said.templateText })
  return (
    <Form
      form={form}
      verb={said.saveTemplate}
      secondary={<Button onClick={onDone}>{words.cancel}</Button>}
      onSend={async ({ text }) => {
        onTaken(
          await answered(
            api.PUT('/letter-templates/{kind}', {
              params: { path: { kind: template.kind }, query: { body: template.body } },
              body: { text },
            }),
          ),
        )
        onDone()
      }}
    >
      <div className="wording">
        <TextField form={form} name="text" label={said.templateText} hint={said.templateHint} lines={20} maxLength={20_000} />
      </div>
    </Form>
  )
}

function RestoreForm({ template, onTaken, onDone }: FormProps) {
  const words = useWords()
  const said = words.letters
  const form = useForm({})
  return (
    <Form
      form={form}
      danger
      verb={said.restore}
      busyVerb={said.restoring}
      secondary={<Button onClick={onDone}>{words.cancel}</Button>}
      onSend={async () => {
        onTaken(
          await answered(
            api.DELETE('/letter-templates/{kind}', { params: { path: { kind: template.kind }, query: { body: template.body } } }),
          ),
        )
        onDone()
      }}
    >
      <p>{said.restoreHint}</p>
    </Form>
  )
}
