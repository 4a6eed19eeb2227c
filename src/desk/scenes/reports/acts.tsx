/** What may be done with the report now: the next step first; what asks for a reason asks in a dialog. */
import { Button } from 'antd'
import { useState } from 'react'
import { answered, api } from '../../api.ts'
import type { AnnualReport } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Form, TextField, useForm } from '../../parts/form.tsx'
import { standingOf } from './workbench.tsx'

type Verb = 'submit' | 'recall' | 'file' | 'clear' | 'return' | 'publish' | 'correct' | 'agree' | 'paper'

interface Edit {
  readonly chapters?: { number: number; text: string }[]
  readonly declared?: { cell: string; value: number | null; reason: string }[]
  readonly confirmed?: { key: string; reason: string | null }[]
}

export interface Change {
  readonly busy: boolean
  readonly problem: unknown
  /** Whether it was done; where it was not, `problem` says why. */
  run(call: () => Promise<AnnualReport>): Promise<boolean>
  edit(change: Edit): Promise<boolean>
}

export function useChange(report: AnnualReport, taken: (report: AnnualReport) => void): Change {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const run: Change['run'] = async (call) => {
    if (busy) return false
    setBusy(true)
    setProblem(null)
    try {
      taken(await call())
      return true
    } catch (failure) {
      setProblem(failure)
      return false
    } finally {
      setBusy(false)
    }
  }
  const edit: Change['edit'] = (change) =>
    run(() => answered(api.PATCH('/reports/{id}', { params: { path: { id: report.id } }, body: { edition: report.edition, ...change } })))
  return { busy, problem, run, edit }
}

const does = (report: AnnualReport, verb: Verb, reason = '') =>
  answered(api.POST('/reports/{id}/acts/{verb}', { params: { path: { id: report.id, verb } }, body: { reason } }))

const asking: readonly Verb[] = ['recall', 'return', 'correct', 'publish']
/** The last of those that may be done is the next step. */
const order: readonly Verb[] = ['paper', 'recall', 'correct', 'return', 'clear', 'publish', 'file', 'submit']

export function Acts({
  report,
  change,
  unsaved,
}: {
  readonly report: AnnualReport
  readonly change: Change
  /** Names of the chapters that are changed and not saved. */
  readonly unsaved: readonly string[]
}) {
  const said = useWords().reports
  const [open, setOpen] = useState<Verb | 'remark' | null>(null)
  const { errors, warnings } = standingOf(report.doubts)
  const words = useWords()
  const blocked = errors + warnings > 0 || unsaved.length > 0
  const possible = order.filter(
    (verb) => (report.may as readonly string[]).includes(verb) && !(verb === 'paper' && report.paperOn !== null),
  )
  return (
    <>
      {report.may.includes('remark') && <Button onClick={() => setOpen('remark')}>{said.acts.remark}</Button>}
      {possible.map((verb, at) => {
        const isNext = at === possible.length - 1
        const stands = verb === 'submit' && blocked
        return (
          <Button
            key={verb}
            type={isNext && !stands ? 'primary' : 'default'}
            danger={verb === 'return'}
            aria-disabled={change.busy || stands}
            onClick={() => {
              if (stands) return
              if (asking.includes(verb)) setOpen(verb)
              else void change.run(() => does(report, verb))
            }}
          >
            {!stands
              ? said.acts[verb]
              : unsaved.length > 0
                ? said.unsavedChapters(unsaved.join(words.listComma))
                : said.submitBlocked(errors, warnings)}
          </Button>
        )
      })}
      {open === 'remark' && <RemarkDialog report={report} change={change} cell={null} onClose={() => setOpen(null)} />}
      {open !== null && open !== 'remark' && <ReasonDialog report={report} change={change} verb={open} onClose={() => setOpen(null)} />}
    </>
  )
}

interface Asking {
  readonly report: AnnualReport
  readonly change: Change
  readonly onClose: () => void
}

function ReasonDialog({ report, change, verb, onClose }: Asking & { readonly verb: Verb }) {
  const said = useWords().reports
  const label = said.reasonOf[verb]
  const form = useForm({ reason: '' }, label === undefined ? {} : { reason: label })
  return (
    <Dialog title={said.acts[verb]!} isOpen onClose={onClose}>
      <Form
        form={form}
        verb={said.acts[verb]!}
        onSend={async ({ reason }) => {
          if (await change.run(() => does(report, verb, reason))) onClose()
        }}
      >
        {label === undefined ? <p>{said.publishHint}</p> : <TextField form={form} name="reason" label={label} lines={4} maxLength={1000} />}
      </Form>
    </Dialog>
  )
}

export function RemarkDialog({ report, change, cell, where, onClose }: Asking & { readonly cell: string | null; readonly where?: string }) {
  const said = useWords().reports
  const chapters = said.chapters.map((name, number) => [String(number), name] as const)
  const form = useForm({ chapter: '', remark: '' }, { remark: said.remark })
  return (
    <Dialog title={said.remarkOn(where ?? said.wholeReport)} isOpen onClose={onClose}>
      <Form
        form={form}
        verb={said.acts.remark!}
        onSend={async ({ chapter, remark }) => {
          const about = cell !== null ? { cell } : chapter === '' ? {} : { chapter: Number(chapter) }
          const done = await change.run(() =>
            answered(api.POST('/reports/{id}/remarks', { params: { path: { id: report.id } }, body: { ...about, remark } })),
          )
          if (done) onClose()
        }}
      >
        {cell === null && (
          <div className="field">
            <label htmlFor="remark-chapter">{said.chaptersName}</label>
            <select
              id="remark-chapter"
              className="control"
              value={form.values.chapter}
              onChange={(event) => form.set('chapter', event.target.value)}
            >
              <option value="">{said.wholeReport}</option>
              {chapters.map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
        <TextField form={form} name="remark" label={said.remark} lines={4} maxLength={1000} />
      </Form>
    </Dialog>
  )
}
