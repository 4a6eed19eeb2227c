/** The file of the case to take away, and its closing (Art. 45). */
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { answered, api, base } from '../../api.ts'
import type { CaseDetail } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Form, useForm } from '../../parts/form.tsx'
import { Panel } from '../../parts/panel.tsx'
import { useMay } from '../../session.tsx'

export function ArchivePanel({ one }: { readonly one: CaseDetail }) {
  const words = useWords()
  const said = words.case.archive
  const may = useMay()
  const [isClosing, setIsClosing] = useState(false)
  if (!may('letter.see') || !['answered', 'archived'].includes(one.state)) return null
  const link = (format: 'pdf' | 'json') => `${base}/requests/${one.id}/archive?format=${format}`
  return (
    <Panel title={said.export}>
      <div className="inside stack">
        <p className="acts">
          <a className="button tall" href={link('pdf')} target="_blank" rel="noreferrer">
            {said.pdf}
          </a>
          <a className="button tall" href={link('json')} download>
            {said.json}
          </a>
          {one.may.includes('archive') && <Button onClick={() => setIsClosing(true)}>{said.close}</Button>}
        </p>
        <p className="small quiet">{said.hint}</p>
        {one.folded.rating && (
          <p>
            {words.case.rating(one.folded.rating.score)} {one.folded.rating.text}
          </p>
        )}
      </div>
      <Dialog title={said.close} isOpen={isClosing} onClose={() => setIsClosing(false)}>
        <CloseForm one={one} onDone={() => setIsClosing(false)} />
      </Dialog>
    </Panel>
  )
}

function CloseForm({ one, onDone }: { readonly one: CaseDetail; readonly onDone: () => void }) {
  const words = useWords()
  const said = words.case.archive
  const client = useQueryClient()
  const form = useForm({})
  return (
    <Form
      form={form}
      verb={said.close}
      busyVerb={said.closing}
      secondary={<Button onClick={onDone}>{words.cancel}</Button>}
      onSend={async () => {
        await answered(api.POST('/requests/{id}/archive', { params: { path: { id: one.id } } }))
        await client.invalidateQueries({ queryKey: ['requests'] })
        onDone()
      }}
    >
      <p>{said.closeHint}</p>
    </Form>
  )
}
