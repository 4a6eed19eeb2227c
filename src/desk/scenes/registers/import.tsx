/** A table of another's taken into a register: tried first, columns named where nobody knows them, then all rows or none, and back again. */
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { answered, api, sendFile } from '../../api.ts'
import type { Register as RegisterFound, RegisterImport } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { FileField, Form, useForm } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Register } from '../../parts/register.tsx'

interface ImportProps {
  readonly register: RegisterFound
  readonly body: string
}

interface Tried {
  readonly file: File
  readonly result: RegisterImport
}

export function Import({ register, body }: ImportProps) {
  const words = useWords()
  const said = words.registers
  const client = useQueryClient()
  const form = useForm<{ file: File | null }>({ file: null }, { file: said.file })
  const [tried, setTried] = useState<Tried | null>(null)
  const [mapping, setMapping] = useState<Readonly<Record<string, string>>>({})
  const [written, setWritten] = useState<RegisterImport | null>(null)
  const [undone, setUndone] = useState<{ readonly entries: number; readonly kept: number } | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const renew = () => Promise.all(['registers', 'register-entries', 'reports'].map((key) => client.invalidateQueries({ queryKey: [key] })))
  const send = async (file: File, named: Readonly<Record<string, string>>, dryRun: boolean) => {
    const path = `/registers/${register.id}/file?body=${encodeURIComponent(body)}${dryRun ? '&dryRun=true' : ''}`
    return sendFile<RegisterImport>(path, file, Object.keys(named).length === 0 ? {} : { mapping: JSON.stringify(named) })
  }
  /** What goes wrong on the way is shown here, and may be tried again. */
  const go = async (work: () => Promise<void>) => {
    if (isBusy) return
    setIsBusy(true)
    setProblem(null)
    try {
      await work()
    } catch (failure) {
      setProblem(failure)
    } finally {
      setIsBusy(false)
    }
  }
  const name = async (header: string, field: string) => {
    const next = { ...mapping, [header]: field }
    setMapping(next)
    if (tried) await go(async () => setTried({ file: tried.file, result: await send(tried.file, next, true) }))
  }
  const write = ({ file }: Tried) =>
    go(async () => {
      const result = await send(file, mapping, false)
      // What changed here since the trial may make new errors: they are shown, and nothing stands.
      if (!result.imported) return setTried({ file, result })
      setTried(null)
      setWritten(result)
      await renew()
    })
  const undo = (id: string) =>
    go(async () => {
      setUndone(await answered(api.POST('/register-imports/{id}/undo', { params: { path: { id } } })))
      setWritten(null)
      await renew()
    })
  return (
    <details className="panel register-more">
      <summary>{said.in}</summary>
      <div className="inside stack">
        <p className="quiet">{said.inHint(register.fields.map(({ label }) => label).join(words.listComma))}</p>
        <Form
          form={form}
          onSend={async ({ file }) => {
            setTried(null)
            setWritten(null)
            setUndone(null)
            setMapping({})
            if (file) setTried({ file, result: await send(file, {}, true) })
          }}
          verb={said.tryRead}
          busyVerb={said.tryingRead}
        >
          <FileField form={form} name="file" label={said.file} hint={said.listHint} accept=".csv,.xlsx" />
        </Form>
        {tried && (
          <section className="stack" aria-live="polite">
            <p>
              <b>{said.rows(tried.result.rows, tried.result.adds, tried.result.known)}</b>
            </p>
            <Columns register={register} result={tried.result} mapping={mapping} onName={name} />
            {tried.result.errors.length > 0 && (
              <>
                <p className="bad">
                  <Icon name="bad" /> {said.errors(tried.result.errors.length)}
                </p>
                <Register
                  caption={said.errors(tried.result.errors.length)}
                  rows={tried.result.errors.map((one, place) => ({ ...one, key: `${place}` }))}
                  keyOf={({ key }) => key}
                  columns={[
                    { key: 'row', head: said.head.row, number: true, cell: ({ row }) => (row === 0 ? said.wholeFile : row) },
                    { key: 'column', head: said.head.column, cell: ({ column }) => column },
                    { key: 'what', head: said.head.what, cell: ({ what }) => what },
                  ]}
                />
              </>
            )}
            {tried.result.errors.length === 0 &&
              (tried.result.adds === 0 ? (
                <p>{said.nothing}</p>
              ) : (
                <Button type="primary" aria-disabled={isBusy} onClick={() => void write(tried)}>
                  {isBusy ? said.writing : said.write(tried.result.adds)}
                </Button>
              ))}
          </section>
        )}
        {problem !== null && <ProblemBox error={problem} />}
        {written && (
          <p className="note-box ok" role="status">
            <Icon name="check" /> {said.written(written.adds)}{' '}
            {written.importId !== null && (
              <button type="button" className="link-button" onClick={() => void undo(written.importId!)}>
                {said.undo}
              </button>
            )}
          </p>
        )}
        {undone !== null && <p role="status">{said.undone(undone.entries, undone.kept)}</p>}
      </div>
    </details>
  )
}

/** Headers that nobody knows, to be named; and those that somebody named. */
function Columns({
  register,
  result,
  mapping,
  onName,
}: {
  readonly register: RegisterFound
  readonly result: RegisterImport
  readonly mapping: Readonly<Record<string, string>>
  readonly onName: (header: string, field: string) => Promise<void>
}) {
  const said = useWords().registers
  const open = result.columns.filter(({ header, field }) => field === null || header in mapping)
  if (open.length === 0) return null
  return (
    <fieldset className="register-columns">
      <legend>{said.columns}</legend>
      <p className="hint">{said.mappingHint}</p>
      {open.map(({ header, field }) => (
        <label key={header}>
          {said.columnIs(header)}
          <select className="control" value={mapping[header] ?? field ?? ''} onChange={(event) => void onName(header, event.target.value)}>
            {field === null && mapping[header] === undefined && <option value="" />}
            {register.fields.map(({ key, label }) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
            <option value="unit">{said.unit}</option>
            <option value="-">{said.leaveOut}</option>
          </select>
        </label>
      ))}
    </fieldset>
  )
}
