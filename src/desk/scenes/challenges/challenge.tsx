/** One reconsideration or suit: its limit, its instances in order, what happened, its papers, and what may be recorded now. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { answered, api, base, sendFile } from '../../api.ts'
import type { ChallengeDetail, ChallengeVerb } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { FileField, Form, useForm } from '../../parts/form.tsx'
import { dayText } from '../../parts/moment.tsx'
import { Page } from '../../parts/page.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Empty, Loaded } from '../../parts/states.tsx'
import { useMay, useSession } from '../../session.tsx'
import { sizeText } from '../case/files.tsx'
import { ChallengeActForm } from './act.tsx'
import { ChallengeLamp, ChallengeTag } from './challenges.tsx'
import { challengeForms } from './verbs.ts'
import '../case/case.css'

export function ChallengePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery({
    queryKey: ['challenges', 'one', id],
    queryFn: () => answered(api.GET('/challenges/{id}', { params: { path: { id } } })),
  })
  return <Loaded query={query}>{(one) => <Shown key={one.id} one={one} />}</Loaded>
}

/** Steps of the procedure stand as buttons; bookkeeping comes after them. */
const aside: readonly ChallengeVerb[] = ['amend', 'assign', 'note', 'void']

function Shown({ one }: { readonly one: ChallengeDetail }) {
  const words = useWords()
  const said = words.challenges
  const [asked, setAsked] = useState<ChallengeVerb | null>(null)
  const close = () => setAsked(null)
  const steps = one.may.filter((verb) => !aside.includes(verb))
  return (
    <Page
      title={one.title}
      trail={['/challenges', said.title]}
      lead={
        <>
          <ChallengeTag state={one.state} />{' '}
          {[
            words.challengeNames.parts[one.part],
            one.isDirect === null ? '' : one.isDirect ? said.direct : said.after,
            one.person ? words.case.handledBy(one.person.name) : '',
            one.counts ? said.counts(words.challengeNames.results[one.counts.result] ?? '') : '',
          ]
            .filter(Boolean)
            .join('　')}
        </>
      }
      acts={[...steps, ...one.may.filter((verb) => aside.includes(verb))].map((verb, place) => (
        <Button
          key={verb}
          type={place === 0 && steps.length > 0 ? 'primary' : 'default'}
          danger={challengeForms[verb].danger}
          onClick={() => setAsked(verb)}
        >
          {words.challengeNames.verbs[verb]}
        </Button>
      ))}
    >
      <div className="halves">
        <div className="stack">
          {one.limit && (
            <Panel title={one.limit.name}>
              <div className="inside">
                <p>
                  <ChallengeLamp one={one} />
                </p>
                <p className="clock-date">{words.dayToAct(one.limit.dueOn)}</p>
                <p className="small quiet">{one.limit.source}</p>
              </div>
            </Panel>
          )}
          <Stages one={one} />
          <Panel title={said.about}>
            {one.requests.length === 0 ? (
              <p className="inside quiet">{said.noRequests}</p>
            ) : (
              <ul>
                {one.requests.map(({ id, number, title, state }) => (
                  <li key={id}>
                    <Link to={`/requests/${id}`}>
                      {number} {title}
                    </Link>{' '}
                    <span className="small quiet">{words.casework.states[state]}</span>
                  </li>
                ))}
              </ul>
            )}
          </Panel>
          <Panel title={said.grounds}>
            <p className="inside wanted">{one.grounds || <span className="quiet">{said.noGrounds}</span>}</p>
          </Panel>
          {(one.reconsideration || one.suits.length > 0) && (
            <Panel title={said.others}>
              <ul>
                {[...(one.reconsideration ? [one.reconsideration] : []), ...one.suits].map(({ id, title, state }) => (
                  <li key={id}>
                    <Link to={`/challenges/${id}`}>{title}</Link> <ChallengeTag state={state} />
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </div>
        <div className="stack">
          <Story one={one} />
          <Papers one={one} />
        </div>
      </div>
      <Dialog title={asked ? (words.challengeNames.verbs[asked] ?? asked) : ''} isOpen={asked !== null} onClose={close}>
        {asked && <ChallengeActForm key={asked} one={one} verb={asked} onDone={close} />}
      </Dialog>
    </Page>
  )
}

function Stages({ one }: { readonly one: ChallengeDetail }) {
  const words = useWords()
  const said = words.challenges
  const line = said.stageLine
  const names = words.challengeNames
  return (
    <Panel title={said.stages}>
      <ol className="plain">
        {one.stages.map((stage) => (
          <li key={`${stage.stage}${stage.filedOn}`} className="inside">
            <b>
              {names.stages[stage.stage]} {stage.organ} {stage.number}
            </b>
            <span className="sub">
              {[
                line.filed(stage.filedOn),
                names.parties[stage.by],
                stage.acceptedOn && (stage.isDeemed ? line.deemed : line.accepted(stage.acceptedOn)),
                stage.copyOn && line.copy(stage.copyOn),
                stage.copyOn && stage.stage === 'reconsideration' && names.procedures[stage.procedure],
                stage.answeredOn && line.answered(stage.answeredOn),
                stage.decidedOn && line.decided(stage.decidedOn),
              ]
                .filter(Boolean)
                .join(words.and)}
            </span>
            {stage.outcome && (
              <span className="sub">
                {names.outcomes[stage.outcome]} {stage.decisionNumber} {stage.text}
              </span>
            )}
            {stage.lateReason && (
              <span className="sub warn">
                {names.lines.late}
                {stage.lateReason}
              </span>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function Story({ one }: { readonly one: ChallengeDetail }) {
  const words = useWords()
  const { today } = useSession()
  return (
    <Panel title={words.challenges.story}>
      <ul>
        {[...one.timeline].reverse().map((entry) => (
          <li key={entry.id}>
            <span className="quiet">{dayText(entry.on, today)}</span> {entry.line || words.challengeNames.verbs.note}
            {entry.text && entry.text !== entry.line && <span className="sub wanted">{entry.text}</span>}
            <span className="sub small quiet">{entry.person ? words.case.story.by(entry.person.name) : words.case.story.job}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Papers({ one }: { readonly one: ChallengeDetail }) {
  const said = useWords().challenges
  const may = useMay()
  const client = useQueryClient()
  const form = useForm({ file: null as File | null }, { file: said.file })
  const [isAdding, setIsAdding] = useState(false)
  return (
    <Panel
      title={said.files}
      link={
        may('challenge.keep') && (
          <button type="button" className="link-button no-print" onClick={() => setIsAdding(true)}>
            {said.addFile}
          </button>
        )
      }
    >
      {one.files.length === 0 ? (
        <Empty what={said.noFiles} />
      ) : (
        <ul>
          {one.files.map((file) => (
            <li key={file.id}>
              <a href={`${base}/challenges/${one.id}/files/${file.id}`} target="_blank" rel="noreferrer">
                {file.name}
              </a>{' '}
              <span className="small quiet">{sizeText(file.size)}</span>
            </li>
          ))}
        </ul>
      )}
      <Dialog title={said.addFile} isOpen={isAdding} onClose={() => setIsAdding(false)}>
        <Form
          form={form}
          verb={said.addFile}
          busyVerb={said.addingFile}
          onSend={async ({ file }) => {
            if (!file) return
            await sendFile(`/challenges/${one.id}/files`, file)
            await client.invalidateQueries({ queryKey: ['challenges', 'one', one.id] })
            setIsAdding(false)
          }}
        >
          <FileField form={form} name="file" label={said.file} accept=".pdf,.png,.jpg,.jpeg,.docx,.doc,.xlsx,.xls" />
        </Form>
      </Dialog>
    </Panel>
  )
}
