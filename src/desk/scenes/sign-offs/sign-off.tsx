/** One round of approval on one screen: what was sent, the decision, who decided what, the way over paper. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { answered, api, base } from '../../api.ts'
import type { Approval, SignOffDetail } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Form, useForm } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Moment, momentText } from '../../parts/moment.tsx'
import { Page } from '../../parts/page.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Loaded } from '../../parts/states.tsx'
import { useMay, useSession } from '../../session.tsx'
import { roleWords } from '../../shell/roles.ts'
import { Paper } from '../letters/letter.tsx'
import { Decide } from './decide.tsx'
import { PaperForm } from './paper-form.tsx'
import { SignOffTag } from './sign-offs.tsx'

export function SignOffPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery({ queryKey: ['sign-offs', id], queryFn: () => answered(api.GET('/sign-offs/{id}', { params: { path: { id } } })) })
  return <Loaded query={query}>{(one) => <Shown key={one.id} one={one} />}</Loaded>
}

function Shown({ one }: { readonly one: SignOffDetail }) {
  const words = useWords()
  const said = words.signOffs
  const may = useMay()
  const { person } = useSession()
  const [asked, setAsked] = useState<'paper' | 'withdraw' | null>(null)
  const close = () => setAsked(null)
  const isOpen = one.state === 'open'
  return (
    <Page
      title={one.title}
      trail={['/sign-offs', said.title]}
      lead={
        <>
          {one.body.name}
          {words.and}
          {said.sentBy(one.draftedBy.name, momentText(one.openedAt))} <SignOffTag one={one} />
        </>
      }
      acts={
        isOpen &&
        one.draftedBy.id === person.id &&
        may('sign-off.withdraw') && (
          <Button danger onClick={() => setAsked('withdraw')}>
            {said.withdraw}
          </Button>
        )
      }
    >
      <div className="halves">
        <div className="stack">
          <Panel title={said.summary}>
            <dl className="facts inside">
              {one.summary.map(({ label, text }) => (
                <div key={label} style={{ display: 'contents' }}>
                  <dt>{label}</dt>
                  <dd style={{ whiteSpace: 'pre-wrap' }}>{text}</dd>
                </div>
              ))}
            </dl>
          </Panel>
          {one.noun === 'letter' && may('letter.see') && <LetterSent id={one.nounId} />}
          <Panel title={said.hash}>
            <div className="inside">
              <p className="mono small">{one.contentHash}</p>
              <p className="small quiet">{said.hashHint}</p>
            </div>
          </Panel>
        </div>
        <div className="stack">
          {isOpen && (one.mayDecide ? <Decide one={one} /> : <p className="note-box">{said.notYours}</p>)}
          <Steps one={one} />
          {isOpen && (
            <Panel title={said.paper}>
              <div className="inside stack">
                <p className="quiet">{said.paperHint}</p>
                <div className="acts">
                  <a className="button tall" href={`${base}/sign-offs/${one.id}/sheet`} target="_blank" rel="noreferrer">
                    {said.printSheet}
                  </a>
                  {may('sign-off.record-paper') && <Button onClick={() => setAsked('paper')}>{said.record}</Button>}
                </div>
              </div>
            </Panel>
          )}
        </div>
      </div>
      <Dialog title={said.record} isOpen={asked === 'paper'} onClose={close}>
        <PaperForm one={one} onDone={close} />
      </Dialog>
      <Dialog title={said.withdrawAsk} isOpen={asked === 'withdraw'} onClose={close}>
        <WithdrawForm one={one} onDone={close} />
      </Dialog>
    </Page>
  )
}

/** The letter itself: what is signed is read here, not only told of. */
function LetterSent({ id }: { readonly id: string }) {
  const words = useWords()
  const query = useQuery({ queryKey: ['letters', id], queryFn: () => answered(api.GET('/letters/{id}', { params: { path: { id } } })) })
  return (
    <Loaded query={query}>
      {(letter) => (
        <div className="stack">
          <p className="acts">
            <Link to={`/letters/${letter.id}`}>{words.signOffs.openLetter}</Link>
            {letter.cases.map(({ id: request, number, title }) => (
              <Link key={request} to={`/requests/${request}`}>
                {number} {title}
              </Link>
            ))}
          </p>
          <Paper one={letter} />
        </div>
      )}
    </Loaded>
  )
}

function Steps({ one }: { readonly one: SignOffDetail }) {
  const words = useWords()
  const said = words.signOffs
  const steps = one.steps.map((step, place) => ({
    step,
    place,
    key: `${place}`,
    taken: one.approvals.find((approval) => approval.step === place),
  }))
  return (
    <Panel title={said.steps}>
      <ul>
        {steps.map(({ step, place, key, taken }) => (
          <li key={key}>
            <b>
              {place + 1} {roleWords(step, words)}
            </b>{' '}
            {taken ? <Taken taken={taken} /> : <span className="quiet">{place === one.current ? said.waiting : said.notYet}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Taken({ taken }: { readonly taken: Approval }) {
  const words = useWords()
  const said = words.signOffs
  const isApproved = taken.decision === 'approved'
  return (
    <>
      <span className={isApproved ? 'ok' : 'bad'}>
        <Icon name={isApproved ? 'check' : 'back'} /> {said.decisions[taken.decision]}
      </span>
      <span className="small quiet" style={{ display: 'block' }}>
        {taken.person.name}
        {taken.onBehalfOf && words.aside(said.forWhom(taken.onBehalfOf.name))} <Moment at={taken.at} />
        {taken.signedOn && words.and + said.onPaper(taken.signedOn, taken.recordedBy?.name ?? '')}{' '}
        {taken.scanId && (
          <a href={`${base}/attachments/${taken.scanId}`} target="_blank" rel="noreferrer">
            {said.scan}
          </a>
        )}
      </span>
      {taken.opinion && <span style={{ display: 'block' }}>{taken.opinion}</span>}
    </>
  )
}

function WithdrawForm({ one, onDone }: { readonly one: SignOffDetail; readonly onDone: () => void }) {
  const words = useWords()
  const client = useQueryClient()
  const form = useForm({})
  return (
    <Form
      form={form}
      danger
      verb={words.signOffs.withdraw}
      busyVerb={words.signOffs.withdrawing}
      secondary={<Button onClick={onDone}>{words.cancel}</Button>}
      onSend={async () => {
        const now = await answered(api.POST('/sign-offs/{id}/withdraw', { params: { path: { id: one.id } } }))
        client.setQueryData(['sign-offs', one.id], now)
        onDone()
      }}
    >
      <p>{words.signOffs.withdrawHint}</p>
    </Form>
  )
}
