/** Files of the case: to look at, to add, to redact. What the applicant handed in to prove who they are is opened on record. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { answered, api, base, sendFile } from '../../api.ts'
import type { CaseDetail, CaseFile } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ChoiceField, FileField, Form, useForm } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { momentText } from '../../parts/moment.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Empty } from '../../parts/states.tsx'
import { useMay } from '../../session.tsx'
import { caseQuery, redactionsQuery } from './queries.ts'

export function Files({ one }: { readonly one: CaseDetail }) {
  const said = useWords().case.files
  const may = useMay()
  const navigate = useNavigate()
  const [isAdding, setIsAdding] = useState(false)
  const redactions = useQuery({ ...redactionsQuery(one.id), enabled: may('redaction.see') })
  const redact = useMutation({
    mutationFn: (file: string) => answered(api.POST('/requests/{id}/redactions', { params: { path: { id: one.id } }, body: { file } })),
    onSuccess: ({ id }) => void navigate({ to: `/requests/${one.id}/redactions/${id}` }),
  })
  const shown = (redactions.data ?? []).filter(({ state }) => state !== 'discarded')
  return (
    <Panel
      title={said.title}
      link={
        may('request.work') && (
          <button type="button" className="link-button no-print" onClick={() => setIsAdding(true)}>
            {said.add}
          </button>
        )
      }
    >
      {redact.isError && <ProblemBox error={redact.error} />}
      {one.files.length === 0 ? (
        <Empty what={said.none} next={said.hint} />
      ) : (
        <ul>
          {one.files.map((file) => (
            <li key={file.id} className="file-line">
              <span>
                <a href={`${base}/requests/${one.id}/files/${file.id}`} target="_blank" rel="noreferrer">
                  {file.name}
                </a>
                <span className="sub small quiet">
                  {[sizeText(file.size), momentText(file.addedAt), file.on === 'form' ? said.form : ''].filter(Boolean).join('　')}
                </span>
              </span>
              {file.on === 'case' && file.type === 'application/pdf' && may('redaction.make') && (
                <button
                  type="button"
                  className="link-button no-print"
                  aria-label={said.redactOf(file.name)}
                  aria-disabled={redact.isPending}
                  onClick={() => redact.mutate(file.id)}
                >
                  {redact.isPending && redact.variables === file.id ? said.starting : said.redact}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {shown.length > 0 && (
        <ul className="divided" aria-label={said.redactions}>
          {shown.map(({ id, source, markCount, state }) => (
            <li key={id} className="file-line">
              <span>
                <Link to={`/requests/${one.id}/redactions/${id}`}>
                  {source.name} {said.marks(markCount)}
                </Link>
                <span className={state === 'proved' ? 'sub small ok' : 'sub small quiet'}>
                  <Icon name={state === 'proved' ? 'check' : 'sign'} size={12} /> {said.redactionStates[state]}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <Dialog title={said.add} isOpen={isAdding} onClose={() => setIsAdding(false)}>
        <AddFile one={one} onDone={() => setIsAdding(false)} />
      </Dialog>
    </Panel>
  )
}

function AddFile({ one, onDone }: { readonly one: CaseDetail; readonly onDone: () => void }) {
  const said = useWords().case.files
  const client = useQueryClient()
  const form = useForm({ on: 'case', file: null as File | null }, { file: said.file })
  return (
    <Form
      form={form}
      verb={said.add}
      busyVerb={said.adding}
      onSend={async ({ on, file }) => {
        if (!file) return
        await sendFile<CaseFile>(`/requests/${one.id}/files`, file, { on })
        await client.invalidateQueries({ queryKey: caseQuery(one.id).queryKey })
        onDone()
      }}
    >
      <ChoiceField
        form={form}
        name="on"
        label={said.where}
        options={[
          ['case', said.onCase],
          ['form', said.onForm],
        ]}
      />
      <FileField form={form} name="file" label={said.file} accept=".pdf,.png,.jpg,.jpeg,.docx,.doc,.wps,.xlsx,.xls" />
    </Form>
  )
}

/** `820 KB`, `1.4 MB`. */
export const sizeText = (bytes: number): string =>
  bytes < 1024 ** 2 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`
