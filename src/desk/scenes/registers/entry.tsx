/** An entry of a register: its values, where it comes from, its evidence, what happened to it; of a notice, who has signed for it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { Fragment, useState } from 'react'
import { answered, api, base, sendFile } from '../../api.ts'
import type { Register, RegisterEntryDetail } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { FileField, Form, TextField, useForm } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { momentText } from '../../parts/moment.tsx'
import { Page } from '../../parts/page.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Loaded } from '../../parts/states.tsx'
import { useMay, useSession } from '../../session.tsx'
import { EntryDialog } from './entry-form.tsx'
import { shown } from './fields.tsx'
import { useRegisters } from './registers.tsx'
import './registers.css'

export function EntryPage() {
  const { id = '' } = useParams({ strict: false })
  const query = useQuery({
    queryKey: ['register-entries', id],
    queryFn: () => answered(api.GET('/register-entries/{id}', { params: { path: { id } } })),
    enabled: id !== '',
  })
  return <Loaded query={query}>{(entry) => <Defined entry={entry} />}</Loaded>
}

/** The definition is asked at a body where the person may see registers: their own, where the entry is another's notice. */
function Defined({ entry }: { readonly entry: RegisterEntryDetail }) {
  const { posts } = useSession()
  const own = posts.some(({ bodySlug }) => bodySlug === entry.body.slug)
  const body = own ? entry.body.slug : (posts[0]?.bodySlug ?? entry.body.slug)
  const query = useRegisters({ body, year: Number(entry.begins.slice(0, 4)) })
  return (
    <Loaded query={query}>
      {({ items }) => {
        const register = items.find(({ id }) => id === entry.register)
        return register && <Entry register={register} entry={entry} />
      }}
    </Loaded>
  )
}

interface EntryProps {
  readonly register: Register
  readonly entry: RegisterEntryDetail
}

function Entry({ register, entry }: EntryProps) {
  const words = useWords()
  const said = words.registers
  const may = useMay()
  const [asks, setAsks] = useState<'change' | 'void' | null>(null)
  const titleField = register.fields.find(({ key }) => key === register.title)
  const title = shown(titleField, entry.values[register.title], words) || register.name
  const isVoid = entry.voidedAt !== null
  return (
    <Page
      title={title}
      lead={[entry.body.name, entry.unit].filter(Boolean).join(' · ')}
      trail={[`/registers/${register.id}`, register.name]}
      acts={
        <>
          {!isVoid && may('register.write') && <Button onClick={() => setAsks('change')}>{said.change}</Button>}
          {!isVoid && may('register.void') && <Button onClick={() => setAsks('void')}>{said.strikeOut}</Button>}
          {isVoid && may('register.void') && <Restore entry={entry} />}
        </>
      }
    >
      <div className="stack-wide">
        {isVoid && (
          <p className="warn-box">
            <Icon name="warn" /> {said.isStruckOut(entry.voidReason)}
          </p>
        )}
        <dl className="facts">
          {register.fields
            .filter(({ key }) => entry.values[key] !== undefined)
            .map((field) => (
              <Fragment key={field.key}>
                <dt>{field.label}</dt>
                <dd className={field.kind === 'lines' ? 'entry-lines' : undefined}>
                  {field.kind === 'link' ? (
                    <a href={String(entry.values[field.key])} rel="noreferrer">
                      {String(entry.values[field.key])}
                    </a>
                  ) : (
                    shown(field, entry.values[field.key], words)
                  )}
                </dd>
              </Fragment>
            ))}
          <dt>{said.by}</dt>
          <dd>
            {entry.addedBy?.name ?? '—'} {momentText(entry.addedAt)}
          </dd>
        </dl>
        {register.isForBelow && <Receipts entry={entry} />}
        <Evidence entry={entry} />
        <History register={register} entry={entry} />
      </div>
      {asks === 'change' && (
        <EntryDialog
          register={register}
          body={entry.body.slug}
          entry={entry}
          title={said.changeTitle(title)}
          onClose={() => setAsks(null)}
        />
      )}
      {asks === 'void' && <StrikeOut entry={entry} title={title} onClose={() => setAsks(null)} />}
    </Page>
  )
}

/** After a change of the entry everything that counts it is asked anew. */
function useRenew() {
  const client = useQueryClient()
  return () =>
    Promise.all(['registers', 'register-entries', 'reports', 'tasks'].map((key) => client.invalidateQueries({ queryKey: [key] })))
}

function StrikeOut({
  entry,
  title,
  onClose,
}: {
  readonly entry: RegisterEntryDetail
  readonly title: string
  readonly onClose: () => void
}) {
  const said = useWords().registers
  const renew = useRenew()
  const form = useForm({ reason: '' }, { reason: said.reason })
  return (
    <Dialog title={said.strikeOutTitle(title)} isOpen onClose={onClose}>
      <p className="quiet">{said.strikeOutHint}</p>
      <Form
        form={form}
        verb={said.strikeOut}
        danger
        onSend={async ({ reason }) => {
          await answered(api.POST('/register-entries/{id}/void', { params: { path: { id: entry.id } }, body: { reason } }))
          await renew()
          onClose()
        }}
      >
        <TextField form={form} name="reason" label={said.reason} lines={2} maxLength={500} />
      </Form>
    </Dialog>
  )
}

function Restore({ entry }: { readonly entry: RegisterEntryDetail }) {
  const said = useWords().registers
  const renew = useRenew()
  const restore = useMutation({
    mutationFn: () => answered(api.POST('/register-entries/{id}/restore', { params: { path: { id: entry.id } } })),
    onSuccess: renew,
  })
  return (
    <>
      <Button aria-disabled={restore.isPending} onClick={() => !restore.isPending && restore.mutate()}>
        {said.restore}
      </Button>
      {restore.isError && <ProblemBox error={restore.error} />}
    </>
  )
}

function Evidence({ entry }: { readonly entry: RegisterEntryDetail }) {
  const said = useWords().registers
  const may = useMay()
  const renew = useRenew()
  const form = useForm<{ file: File | null }>({ file: null }, { file: said.file })
  return (
    <Panel title={said.evidence}>
      <div className="inside stack">
        {entry.evidence.length === 0 ? (
          <p className="quiet">{said.noEvidence}</p>
        ) : (
          <ul>
            {entry.evidence.map(({ id, name }) => (
              <li key={id}>
                <a href={`${base}/register-entries/${entry.id}/files/${id}`} download>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        )}
        {entry.voidedAt === null && may('register.write') && (
          <Form
            form={form}
            verb={said.addEvidence}
            onSend={async ({ file }) => {
              if (!file) return
              await sendFile(`/register-entries/${entry.id}/files`, file)
              form.set('file', null)
              await renew()
            }}
          >
            <FileField
              form={form}
              name="file"
              label={said.file}
              hint={said.documentsHint}
              accept=".pdf,.doc,.docx,.xls,.xlsx,.jpg,.jpeg,.png"
            />
          </Form>
        )}
      </div>
    </Panel>
  )
}

function Receipts({ entry }: { readonly entry: RegisterEntryDetail }) {
  const said = useWords().registers
  const { posts } = useSession()
  const may = useMay()
  const renew = useRenew()
  const mine = entry.receipts.filter(({ body, signedAt }) => signedAt === null && posts.some(({ bodySlug }) => bodySlug === body.slug))
  const sign = useMutation({
    mutationFn: (body: string) =>
      answered(api.POST('/register-entries/{id}/receipt', { params: { path: { id: entry.id } }, body: { body } })),
    onSuccess: renew,
  })
  const done = entry.receipts.filter(({ signedAt }) => signedAt !== null).length
  return (
    <Panel title={said.receipts}>
      <div className="inside stack">
        <p>
          <b>{said.signedFor(done, entry.receipts.length)}</b>
        </p>
        {may('register.receive') &&
          mine.map(({ body }) => (
            <p key={body.slug}>
              <Button type="primary" aria-disabled={sign.isPending} onClick={() => !sign.isPending && sign.mutate(body.slug)}>
                {said.sign}：{body.name}
              </Button>
            </p>
          ))}
        {sign.isError && <ProblemBox error={sign.error} />}
        <ul className="receipts">
          {entry.receipts.map(({ body, signedAt, by }) => (
            <li key={body.slug} className={signedAt === null ? 'quiet' : undefined}>
              {body.name}：{signedAt === null ? said.notSigned : `${said.signed} ${momentText(signedAt)} ${by ?? ''}`}
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  )
}

function History({ register, entry }: EntryProps) {
  const words = useWords()
  const said = words.registers
  return (
    <Panel title={said.history}>
      <ol className="entry-history" reversed>
        {entry.history.map((change, back, all) => (
          <li key={change.at}>
            <p>
              {momentText(change.at)} {change.person ?? ''} <b>{said.kinds[change.kind]}</b>
              {change.reason !== '' && `：${change.reason}`}
            </p>
            <Changes register={register} from={all[back + 1]?.values} to={change.values} />
          </li>
        ))}
      </ol>
    </Panel>
  )
}

/** What a change changed, field by field. */
function Changes({
  register,
  from,
  to,
}: {
  readonly register: Register
  readonly from: RegisterEntryDetail['values'] | undefined
  readonly to: RegisterEntryDetail['values']
}) {
  const words = useWords()
  if (from === undefined) return null
  const changed = register.fields.filter(({ key }) => from[key] !== to[key])
  if (changed.length === 0) return null
  return (
    <ul className="small">
      {changed.map((field) => (
        <li key={field.key}>
          {field.label}：<del>{shown(field, from[field.key], words) || '—'}</del> → {shown(field, to[field.key], words) || '—'}
        </li>
      ))}
    </ul>
  )
}
