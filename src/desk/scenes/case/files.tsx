/** Files of a case: what came with the form, what is to be given; from a PDF a redaction begins. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { answered, api, base, sendFile } from '../../api.ts'
import { useWords } from '../../language.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { useMay } from '../../session.tsx'
import { type CaseProps, useRefresh } from './case.tsx'

export function Files({ one }: CaseProps) {
  const said = useWords().case
  const may = useMay()
  const refresh = useRefresh(one.id)
  const navigate = useNavigate()
  const chooser = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const redactions = useQuery({
    queryKey: ['requests', one.id, 'redactions'],
    queryFn: () => answered(api.GET('/requests/{id}/redactions', { params: { path: { id: one.id } } })),
    enabled: may('redaction.see'),
  })
  const attempt = async (work: () => Promise<unknown>) => {
    setProblem(null)
    try {
      await work()
    } catch (failure) {
      setProblem(failure)
    }
  }
  const upload = (file: File) =>
    attempt(async () => {
      await sendFile(`/requests/${one.id}/files`, file, { on: 'case' })
      await refresh()
    })
  const redact = (fileId: string) =>
    attempt(async () => {
      const made = await answered(api.POST('/requests/{id}/redactions', { params: { path: { id: one.id } }, body: { file: fileId } }))
      await navigate({ to: '/requests/$id/redactions/$redactionId', params: { id: one.id, redactionId: made.id } as never })
    })
  return (
    <>
      {one.files.length === 0 && <p className="quiet">{said.noFiles}</p>}
      <ul className="plain">
        {one.files.map(({ id, name, on, type }) => (
          <li key={id}>
            <a href={`${base}/requests/${one.id}/files/${id}`}>{name}</a>{' '}
            {on === 'form' ? (
              <span className="quiet small">{said.onForm}</span>
            ) : (
              type === 'application/pdf' &&
              may('redaction.make') && (
                <button type="button" className="link-button" onClick={() => void redact(id)}>
                  {said.redact}
                </button>
              )
            )}
          </li>
        ))}
      </ul>
      {redactions.data && redactions.data.items.length > 0 && (
        <>
          <h3>{said.redactions}</h3>
          <ul className="plain">
            {redactions.data.items.map(({ id, source }) => (
              <li key={id}>
                <Link to="/requests/$id/redactions/$redactionId" params={{ id: one.id, redactionId: id } as never}>
                  {source.name}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {problem !== null && <ProblemBox error={problem} />}
      {may('request.work') && (
        <div className="acts" style={{ marginTop: 12 }}>
          <input
            ref={chooser}
            id="case-file"
            className="unseen"
            type="file"
            tabIndex={-1}
            aria-label={said.addFile}
            onChange={({ target }) => {
              const file = target.files?.[0]
              if (file) void upload(file)
              target.value = ''
            }}
          />
          <Button onClick={() => chooser.current?.click()}>{said.addFile}</Button>
          <span className="quiet small">{said.fileHint}</span>
        </div>
      )}
    </>
  )
}
