/** What may be done with a letter now: review, send, service, proof, cancelling. One primary button, the next step. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { answered, api, sendFile } from '../../api.ts'
import type { LetterDetail } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ChoiceField, FileField, Form, TextField, useForm } from '../../parts/form.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { useMay, useSession } from '../../session.tsx'
import { caseQuery, sectionsQuery } from '../case/queries.ts'

type Asked = 'send' | 'serve' | 'undelivered' | 'cancel' | 'proof'

/** Puts the letter as it is now in its place; its cases are read again. */
export function useTakeLetter(): (letter: LetterDetail) => Promise<void> {
  const client = useQueryClient()
  return async (letter) => {
    client.setQueryData(['letters', letter.id], letter)
    await Promise.all(['requests', 'tasks', 'tables', 'withheld'].map((key) => client.invalidateQueries({ queryKey: [key] })))
  }
}

export function LetterActs({ letter, secondary = true }: { readonly letter: LetterDetail; readonly secondary?: boolean }) {
  const words = useWords()
  const said = words.letters
  const may = useMay()
  const take = useTakeLetter()
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  const review = useMutation({
    mutationFn: () => answered(api.POST('/letters/{id}/review', { params: { path: { id: letter.id } } })),
    onSuccess: take,
  })
  const can = (act: LetterDetail['may'][number]) => letter.may.includes(act)
  const count = letter.missing.length
  const verb = letter.steps.length > 0 ? said.review : said.reviewNone
  const isOut = letter.state === 'sent' || letter.state === 'served'
  return (
    <>
      <div className="acts no-print">
        {can('review') && (
          <Button
            type="primary"
            aria-disabled={count > 0 || review.isPending}
            onClick={() => count === 0 && !review.isPending && review.mutate()}
          >
            {review.isPending ? said.reviewing : count > 0 ? said.reviewMissing(count) : verb}
          </Button>
        )}
        {letter.signOff && letter.state === 'reviewing' && (
          <Link className="button tall" to={`/sign-offs/${letter.signOff.id}`}>
            {said.signOff}
          </Link>
        )}
        {can('send') && (
          <Button type="primary" onClick={() => setAsked('send')}>
            {said.send}
          </Button>
        )}
        {can('serve') && <Button onClick={() => setAsked('serve')}>{said.serve}</Button>}
        {secondary && (
          <>
            {can('undelivered') && <Button onClick={() => setAsked('undelivered')}>{said.undelivered}</Button>}
            {isOut && may('letter.send') && <Button onClick={() => setAsked('proof')}>{said.addProof}</Button>}
            {can('cancel') && (
              <Button danger onClick={() => setAsked('cancel')}>
                {said.cancel}
              </Button>
            )}
          </>
        )}
      </div>
      {review.isError && <ProblemBox error={review.error} />}
      {can('review') && (
        <p className="small quiet">
          {letter.steps.length > 0
            ? said.reviewSteps(letter.steps.map((role) => words.roles[role] ?? role).join(words.listComma))
            : said.reviewAlone}
        </p>
      )}
      {letter.signOff?.state === 'returned' && letter.state === 'draft' && (
        <p className="warn">
          <Link to={`/sign-offs/${letter.signOff.id}`}>{said.returned}</Link>
        </p>
      )}
      <Dialog title={said.sendOf(letter.title)} isOpen={asked === 'send'} onClose={close}>
        <SendForm letter={letter} onDone={close} />
      </Dialog>
      <Dialog title={said.serve} isOpen={asked === 'serve'} onClose={close}>
        <ServeForm letter={letter} onDone={close} />
      </Dialog>
      <Dialog title={said.undelivered} isOpen={asked === 'undelivered'} onClose={close}>
        <UndeliveredForm letter={letter} onDone={close} />
      </Dialog>
      <Dialog title={said.cancel} isOpen={asked === 'cancel'} onClose={close}>
        <CancelForm letter={letter} onDone={close} />
      </Dialog>
      <Dialog title={said.addProof} isOpen={asked === 'proof'} onClose={close}>
        <ProofForm letter={letter} onDone={close} />
      </Dialog>
    </>
  )
}

interface FormProps {
  readonly letter: LetterDetail
  readonly onDone: () => void
}

function SendForm({ letter, onDone }: FormProps) {
  const words = useWords()
  const said = words.letters
  const { today } = useSession()
  const take = useTakeLetter()
  const sections = useQuery(sectionsQuery(letter.body.slug))
  const first = useQuery({ ...caseQuery(letter.cases[0]?.id ?? ''), enabled: letter.cases.length > 0 })
  const form = useForm(
    { on: today, method: letter.methods[0] ?? '', tracking: '', late: '', section: '' },
    { on: said.sendOn, method: said.method },
  )
  const { values } = form
  // What answers a request after its last day is late; the reason is asked for here and demanded by the server.
  const isAnswer = first.data?.folded.rounds.at(-1)?.decision !== null
  const isLate = isAnswer && first.data?.dueOn != null && values.on > first.data.dueOn
  const asksLate = isLate || form.problem?.code === 'late-reason-missing'
  return (
    <Form
      form={form}
      verb={said.send}
      busyVerb={said.sending}
      secondary={<Button onClick={onDone}>{words.cancel}</Button>}
      onSend={async ({ on, method, tracking, late, section }) => {
        await take(
          await answered(
            api.POST('/letters/{id}/send', {
              params: { path: { id: letter.id } },
              body: {
                on,
                method: method as LetterDetail['methods'][number],
                tracking: tracking.trim(),
                ...(late.trim() !== '' && { late: { reason: late.trim(), sectionId: section || null } }),
              },
            }),
          ),
        )
        onDone()
      }}
    >
      <p className="quiet">{said.sendHint}</p>
      <TextField form={form} name="on" label={said.sendOn} hint={said.sendOnHint} type="date" max={today} />
      <ChoiceField
        form={form}
        name="method"
        label={said.method}
        options={letter.methods.map((method) => [method, words.casework.deliveries[method] ?? method] as const)}
      />
      {values.method === 'post' && <TextField form={form} name="tracking" label={said.tracking} hint={said.trackingHint} maxLength={40} />}
      {asksLate && (
        <>
          <TextField form={form} name="late" label={said.late} hint={said.lateHint} lines={3} maxLength={300} />
          <ChoiceField
            form={form}
            name="section"
            label={said.lateSection}
            optional
            options={(sections.data ?? []).map(({ id, name }) => [id, name] as const)}
          />
        </>
      )}
    </Form>
  )
}

function ServeForm({ letter, onDone }: FormProps) {
  const words = useWords()
  const said = words.letters
  const { today } = useSession()
  const take = useTakeLetter()
  const form = useForm({ on: today, how: '' }, { on: said.serveOn, how: said.serveHow })
  return (
    <Form
      form={form}
      verb={said.serve}
      busyVerb={said.serving}
      secondary={<Button onClick={onDone}>{words.cancel}</Button>}
      onSend={async (body) => {
        await take(await answered(api.POST('/letters/{id}/serve', { params: { path: { id: letter.id } }, body })))
        onDone()
      }}
    >
      <TextField form={form} name="on" label={said.serveOn} type="date" max={today} />
      <TextField form={form} name="how" label={said.serveHow} maxLength={60} />
    </Form>
  )
}

function UndeliveredForm({ letter, onDone }: FormProps) {
  const words = useWords()
  const said = words.letters
  const { today } = useSession()
  const take = useTakeLetter()
  const form = useForm({ on: today, reason: '' }, { on: said.serveOn, reason: said.undeliveredWhy })
  return (
    <Form
      form={form}
      verb={said.undelivered}
      busyVerb={said.serving}
      secondary={<Button onClick={onDone}>{words.cancel}</Button>}
      onSend={async (body) => {
        await take(await answered(api.POST('/letters/{id}/undelivered', { params: { path: { id: letter.id } }, body })))
        onDone()
      }}
    >
      <TextField form={form} name="on" label={words.case.act.on} type="date" max={today} />
      <TextField form={form} name="reason" label={said.undeliveredWhy} maxLength={300} />
    </Form>
  )
}

function CancelForm({ letter, onDone }: FormProps) {
  const words = useWords()
  const said = words.letters
  const take = useTakeLetter()
  const form = useForm({ reason: '' }, { reason: said.cancelWhy })
  return (
    <Form
      form={form}
      danger
      verb={said.cancel}
      busyVerb={said.cancelling}
      secondary={<Button onClick={onDone}>{words.cancel}</Button>}
      onSend={async (body) => {
        await take(await answered(api.POST('/letters/{id}/cancel', { params: { path: { id: letter.id } }, body })))
        onDone()
      }}
    >
      <p>{said.cancelHint}</p>
      <TextField form={form} name="reason" label={said.cancelWhy} maxLength={300} />
    </Form>
  )
}

function ProofForm({ letter, onDone }: FormProps) {
  const words = useWords()
  const said = words.letters
  const take = useTakeLetter()
  const form = useForm({ file: null as File | null }, { file: said.proof })
  return (
    <Form
      form={form}
      verb={said.addProof}
      busyVerb={said.addingProof}
      secondary={<Button onClick={onDone}>{words.cancel}</Button>}
      onSend={async ({ file }) => {
        if (!file) return
        await take(await sendFile<LetterDetail>(`/letters/${letter.id}/proof`, file))
        onDone()
      }}
    >
      <FileField form={form} name="file" label={said.proof} hint={said.proofHint} accept=".pdf,.png,.jpg,.jpeg" />
    </Form>
  )
}
