/** One clock that is kept: change its events, see how its date moved, close it. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { answered, api } from '../../api.ts'
import type { DeadlineDetail } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Form, TextField, useForm } from '../../parts/form.tsx'
import { Lamp } from '../../parts/lamp.tsx'
import { Moment, momentText } from '../../parts/moment.tsx'
import { Page } from '../../parts/page.tsx'
import { Panel } from '../../parts/panel.tsx'
import { PersonField } from '../../parts/pickers.tsx'
import { Loaded } from '../../parts/states.tsx'
import { useMay } from '../../session.tsx'
import { Answer, ClockAnswer } from './answer.tsx'
import { type Clock, isWhole, writeEvent } from './clock.ts'
import { ClockForm } from './clock-form.tsx'
import { PrintedClock } from './deadlines.tsx'

export function KeptDeadline() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery({ queryKey: ['deadlines', id], queryFn: () => answered(api.GET('/deadlines/{id}', { params: { path: { id } } })) })
  return <Loaded query={query}>{(one) => <Kept key={one.id} one={one} />}</Loaded>
}

function Kept({ one }: { readonly one: DeadlineDetail }) {
  const words = useWords()
  const said = words.deadline
  const may = useMay()
  const [isClosing, setIsClosing] = useState(false)
  const isOpen = one.closedAt === null
  return (
    <Page
      title={one.title}
      trail={['/deadlines', said.backTo]}
      lead={
        isOpen ? (
          <>
            {one.body.name}　<Lamp state={one.lamp} daysLeft={one.daysLeft} />
          </>
        ) : (
          said.isClosed(momentText(one.closedAt!))
        )
      }
      acts={
        <>
          <Button onClick={() => window.print()}>{words.print}</Button>
          {isOpen && may('deadline.close') && <Button onClick={() => setIsClosing(true)}>{said.close}</Button>}
        </>
      }
    >
      {isOpen && may('deadline.change') ? (
        <ChangeForm one={one} />
      ) : (
        <Answer result={one.result} cells={one.ruler} left={one.daysLeft} clock={clockOfKept(one)} />
      )}
      <div style={{ marginTop: 24 }}>
        <Changes one={one} />
      </div>
      <Dialog title={said.closeTitle} isOpen={isClosing} onClose={() => setIsClosing(false)}>
        <CloseForm one={one} onDone={() => setIsClosing(false)} />
      </Dialog>
    </Page>
  )
}

const clockOfKept = ({ receivedOn, events }: DeadlineDetail): Clock => ({ received: receivedOn, events })

function ChangeForm({ one }: { readonly one: DeadlineDetail }) {
  const said = useWords().deadline
  const client = useQueryClient()
  const [clock, setClock] = useState<Clock>(clockOfKept(one))
  const form = useForm({ title: one.title, person: one.person?.id ?? '' }, { title: said.name })
  const saved = clockOfKept(one)
  const isChanged =
    clock.received !== saved.received ||
    clock.events.map(writeEvent).join() !== saved.events.map(writeEvent).join() ||
    form.values.title !== one.title ||
    form.values.person !== (one.person?.id ?? '')
  return (
    <div className="halves">
      <div className="stack-wide">
        <ClockForm clock={clock} onChange={setClock} />
        <div className="no-print">
          <Form
            form={form}
            verb={said.save}
            secondary={isChanged && <span role="status">{said.unsaved}</span>}
            onSend={async ({ title, person }) => {
              if (!isWhole(clock)) return
              const changed = await answered(
                api.PATCH('/deadlines/{id}', {
                  params: { path: { id: one.id } },
                  body: { title, person: person || null, receivedOn: clock.received, events: [...clock.events] },
                }),
              )
              client.setQueryData(['deadlines', one.id], changed)
              await client.invalidateQueries({ queryKey: ['tasks'] })
            }}
          >
            <TextField form={form} name="title" label={said.name} hint={said.nameHint} maxLength={200} />
            <PersonField form={form} name="person" label={said.person} optional called={one.person?.name} />
          </Form>
        </div>
      </div>
      <div>
        <PrintedClock clock={clock} />
        <ClockAnswer clock={clock} />
      </div>
    </div>
  )
}

function CloseForm({ one, onDone }: { readonly one: DeadlineDetail; readonly onDone: () => void }) {
  const words = useWords()
  const client = useQueryClient()
  const form = useForm({})
  return (
    <Form
      form={form}
      verb={words.deadline.close}
      busyVerb={words.deadline.closing}
      secondary={<Button onClick={onDone}>{words.cancel}</Button>}
      onSend={async () => {
        await answered(api.POST('/deadlines/{id}/close', { params: { path: { id: one.id } } }))
        await Promise.all([client.invalidateQueries({ queryKey: ['deadlines'] }), client.invalidateQueries({ queryKey: ['tasks'] })])
        onDone()
      }}
    >
      <p>{words.deadline.closeHint}</p>
    </Form>
  )
}

function Changes({ one }: { readonly one: DeadlineDetail }) {
  const said = useWords().deadline
  return (
    <Panel title={said.changes}>
      {one.changes.length === 0 ? (
        <p className="inside quiet">{said.noChanges}</p>
      ) : (
        <ul>
          {one.changes.map((change) => (
            <li key={change.id}>
              {said.moved(change.oldDue ?? said.nothingDue, change.newDue ?? said.nothingDue)}
              <span className="small quiet" style={{ display: 'block' }}>
                <Moment at={change.at} /> {change.because}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
