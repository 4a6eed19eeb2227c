/** Bodies or people from a file: read on trial first, every mistake listed by row and column, then written, all rows or none. */
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { sendFile } from '../../api.ts'
import type { ImportResult, OneTimePassword } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { FileField, Form, useForm } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { OneTimeDialog } from '../../parts/one-time.tsx'
import { Page } from '../../parts/page.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { ExportLinks, Register } from '../../parts/register.tsx'

type Result = ImportResult & { readonly oneTime?: readonly OneTimePassword[] }

export function ImportBodies() {
  const words = useWords().bodies
  return <Import title={words.importTitle} of="bodies" trail={['/bodies', words.title]} />
}

export function ImportPeople() {
  const words = useWords()
  return <Import title={words.bodies.importPeopleTitle} of="people" trail={['/people', words.people.title]} />
}

interface ImportProps {
  readonly title: string
  readonly of: 'bodies' | 'people'
  readonly trail: readonly [string, string]
}

function Import({ title, of, trail }: ImportProps) {
  const words = useWords().bodies
  const client = useQueryClient()
  const form = useForm<{ file: File | null }>({ file: null }, { file: words.file })
  const [tried, setTried] = useState<{ readonly file: File; readonly result: Result } | null>(null)
  const [written, setWritten] = useState<Result | null>(null)
  const [slips, setSlips] = useState<readonly OneTimePassword[] | null>(null)

  const tryRead = async ({ file }: { file: File | null }) => {
    setWritten(null)
    setTried(null)
    if (file) setTried({ file, result: await sendFile<Result>(`/${of}/import?dryRun=true`, file) })
  }
  const isWritten = (result: Result) => {
    setTried(null)
    setWritten(result)
    if (result.oneTime && result.oneTime.length > 0) setSlips(result.oneTime)
    void client.invalidateQueries({ queryKey: [of] })
  }
  return (
    <Page title={title} trail={trail} lead={words.importHint}>
      <div className="stack-wide">
        <p className="acts">
          {words.importTemplate} <ExportLinks path={`/${of}/export`} />
        </p>
        <Form form={form} onSend={tryRead} verb={words.tryRead} busyVerb={words.tryingRead}>
          <FileField form={form} name="file" label={words.file} hint={words.fileHint} accept=".csv,.xlsx" />
        </Form>
        {tried && <Tried of={of} file={tried.file} result={tried.result} onWritten={isWritten} />}
        {written && (
          <p className="note-box ok" role="status">
            <Icon name="check" /> {words.imported(written.adds, written.changes)}
          </p>
        )}
      </div>
      <OneTimeDialog name={words.importSlips} slips={slips} onClose={() => setSlips(null)} />
    </Page>
  )
}

interface TriedProps {
  readonly of: string
  readonly file: File
  readonly result: Result
  readonly onWritten: (result: Result) => void
}

function Tried({ of, file, result, onWritten }: TriedProps) {
  const words = useWords().bodies
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const { rows, adds, changes, errors } = result
  const write = async () => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    try {
      onWritten(await sendFile<Result>(`/${of}/import`, file))
    } catch (failure) {
      setProblem(failure)
    } finally {
      setBusy(false)
    }
  }
  const numbered = errors.map((error, place) => ({ ...error, key: `${place}` }))
  return (
    <section className="stack" aria-live="polite">
      <p>
        <b>{words.rows(rows, adds, changes)}</b>
      </p>
      {errors.length > 0 ? (
        <>
          <p className="bad">
            <Icon name="bad" /> {words.importErrors(errors.length)}
          </p>
          <Register
            caption={words.importErrors(errors.length)}
            rows={numbered}
            keyOf={({ key }) => key}
            columns={[
              { key: 'row', head: words.importErrorHead.row, number: true, cell: ({ row }) => row },
              { key: 'column', head: words.importErrorHead.column, cell: ({ column }) => column || words.wholeRow },
              { key: 'what', head: words.importErrorHead.what, cell: ({ what }) => what },
            ]}
          />
        </>
      ) : adds + changes === 0 ? (
        <p>{words.importNothing}</p>
      ) : (
        <>
          <p>{words.importGood}</p>
          {problem !== null && <ProblemBox error={problem} />}
          <Button type="primary" aria-disabled={busy} onClick={() => void write()}>
            {busy ? words.writing : words.write(adds + changes)}
          </Button>
        </>
      )}
    </section>
  )
}
