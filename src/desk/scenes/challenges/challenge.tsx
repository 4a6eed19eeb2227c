/** One reconsideration or suit: what stands, our deadline, what may be done, its instances, papers and timeline. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { answered, api, base, sendFile } from '../../api.ts'
import type { ChallengeDetail, ChallengeStage, ChallengeVerb } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Lamp } from '../../parts/lamp.tsx'
import { Page } from '../../parts/page.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Loaded } from '../../parts/states.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useMay } from '../../session.tsx'
import { ActDialog } from './act-dialog.tsx'
import { actOrder, correcting } from './acts.ts'
import { ResultTag } from './challenges.tsx'
import './challenge.css'

interface One {
  readonly one: ChallengeDetail
}

export function ChallengePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery({
    queryKey: ['challenges', id],
    queryFn: () => answered(api.GET('/challenges/{id}', { params: { path: { id } } })),
  })
  return <Loaded query={query}>{(one) => <Shown key={one.id} one={one} />}</Loaded>
}

function Shown({ one }: One) {
  const words = useWords()
  const said = words.challenges
  const [verb, setVerb] = useState<ChallengeVerb | null>(null)
  const isOpen = ['filed', 'accepted', 'answered'].includes(one.state)
  return (
    <Page
      title={one.title}
      trail={['/challenges', said.title]}
      lead={
        <>
          {one.body.name}
          {words.and}
          {words.challengeNames.stages[one.stage]}{' '}
          <Tag tone={isOpen ? 'info' : undefined} icon={isOpen ? 'clock' : one.state === 'void' ? 'cross' : 'check'}>
            {words.casework.challengeStates[one.state]}
          </Tag>{' '}
          {one.stands && <ResultTag result={one.stands.result} />}
        </>
      }
    >
      <div className="halves challenge">
        <div className="stack">
          <Limit one={one} />
          <Acts one={one} onChoose={setVerb} />
          <Requests one={one} />
          <Panel title={said.stages}>
            <ul>
              {[...one.stages].reverse().map((stage, back) => (
                <li key={`${stage.stage} ${stage.filedOn} ${stage.copyOn} ${stage.decidedOn}`}>
                  <StageFacts stage={stage} kind={one.kind} isFirst={back === one.stages.length - 1} />
                </li>
              ))}
            </ul>
          </Panel>
        </div>
        <div className="stack">
          <Facts one={one} />
          <Files one={one} />
          <Timeline one={one} />
        </div>
      </div>
      {verb && <ActDialog one={one} verb={verb} onClose={() => setVerb(null)} />}
    </Page>
  )
}

function Limit({ one: { limit } }: One) {
  const words = useWords()
  const said = words.challenges
  return (
    <Panel title={said.limit}>
      <div className="inside">
        {limit === null ? (
          <p className="quiet">{said.noLimit}</p>
        ) : (
          <>
            <p className="challenge-due">
              <Lamp state={limit.lamp} daysLeft={limit.daysLeft} /> <b>{said.limitLine(limit.name, words.dayLong(limit.dueOn))}</b>
            </p>
            <p className="small quiet">{said.because(limit.since, limit.source)}</p>
          </>
        )}
      </div>
    </Panel>
  )
}

/** Verbs that move the case on; the first of them is the likeliest next step. */
const keeping: readonly ChallengeVerb[] = ['note', 'assign', 'amend', 'void']

function Acts({ one, onChoose }: One & { readonly onChoose: (verb: ChallengeVerb) => void }) {
  const words = useWords()
  const said = words.challenges
  const may = actOrder.filter((verb) => one.may.includes(verb))
  const isCopied = one.stages.at(-1)?.copyOn !== null
  const next = may.find((verb) => !keeping.includes(verb) && !(verb === 'receive-copy' && isCopied))
  return (
    <Panel title={said.acts}>
      <div className="inside acts no-print">
        {may.length === 0 && <p className="quiet">{said.noActs}</p>}
        {may.map((verb) => (
          <Button key={verb} type={verb === next ? 'primary' : 'default'} danger={verb === 'void'} onClick={() => onChoose(verb)}>
            {words.challengeNames.verbs[verb]}
          </Button>
        ))}
      </div>
    </Panel>
  )
}

/** The cases it is about; where a result corrects, those that nobody handles anew yet are offered. */
function Requests({ one }: One) {
  const words = useWords()
  const said = words.challenges
  const may = useMay()
  const last = one.stages.at(-1)
  const isCorrected = one.state === 'decided' && one.stands?.result === 'corrected' && correcting.includes(last?.outcome ?? 'revoked')
  const waiting = isCorrected && may('request.work') ? one.requests.filter(({ state }) => state === 'answered' || state === 'archived') : []
  return (
    <Panel title={said.requests}>
      {one.requests.length === 0 ? (
        <p className="inside quiet">{said.noRequests}</p>
      ) : (
        <ul>
          {one.requests.map(({ id, number, title, state }) => (
            <li key={id}>
              <Link to={`/requests/${id}`}>{title}</Link>{' '}
              <span className="quiet small nowrap">
                {number} · {words.casework.states[state] ?? state}
              </span>
            </li>
          ))}
        </ul>
      )}
      {waiting.length > 0 && (
        <div className="inside">
          <div className="note-box warn">
            <p>{said.reopenOffer}</p>
            <ul className="plain">
              {waiting.map(({ id, number }) => (
                <li key={id}>
                  <Link to={`/requests/${id}`}>{said.reopenOpen(number)}</Link>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </Panel>
  )
}

function FactList({ facts }: { readonly facts: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

function StageFacts({
  stage,
  kind,
  isFirst,
}: {
  readonly stage: ChallengeStage
  readonly kind: ChallengeDetail['kind']
  readonly isFirst: boolean
}) {
  const words = useWords()
  const said = words.challenges.stage
  const names = words.challengeNames
  return (
    <>
      <h3>{names.stages[stage.stage]}</h3>
      <FactList
        facts={[
          [said.organ, stage.organ],
          [said.number, stage.number],
          [said.by, isFirst ? null : (names.parties[stage.by] ?? null)],
          [said.filedOn, stage.filedOn],
          [said.acceptedOn, stage.acceptedOn && (stage.isDeemed ? `${stage.acceptedOn}${words.and}${said.deemed}` : stage.acceptedOn)],
          [said.copyOn, stage.copyOn],
          [said.procedure, kind === 'reconsideration' && stage.copyOn ? (names.procedures[stage.procedure] ?? null) : null],
          [said.answeredOn, stage.answeredOn],
          [said.late, stage.lateReason],
          [said.decidedOn, stage.decidedOn],
          [said.outcome, stage.outcome && (names.outcomes[stage.outcome] ?? null)],
          [said.decisionNumber, stage.decisionNumber],
          [said.text, stage.text && <span className="as-written">{stage.text}</span>],
        ]}
      />
    </>
  )
}

function Facts({ one }: One) {
  const words = useWords()
  const said = words.challenges
  const names = words.challengeNames
  const counts =
    one.part === 'co-defendant' || one.state === 'void'
      ? said.countsNot
      : one.counts
        ? said.countsAs(one.counts.on.slice(0, 4), names.results[one.counts.result] ?? one.counts.result)
        : said.countsPending
  const other = (each: { readonly id: string; readonly title: string }) => <Link to={`/challenges/${each.id}`}>{each.title}</Link>
  const suits =
    one.suits.length === 0 ? null : (
      <ul className="plain">
        {one.suits.map((each) => (
          <li key={each.id}>{other(each)}</li>
        ))}
      </ul>
    )
  return (
    <Panel title={names.kinds[one.kind] ?? one.kind}>
      <div className="inside">
        <FactList
          facts={[
            [said.body, one.body.name],
            [said.part, one.kind === 'litigation' ? (names.parts[one.part] ?? null) : null],
            [said.fields.isDirect!, one.isDirect === null ? null : (said.direct[one.isDirect ? 'direct' : 'after'] ?? null)],
            [said.filed, one.filedOn],
            [said.person, one.person?.name ?? said.nobody],
            [said.stands, one.stands && `${one.stands.on} ${names.results[one.stands.result]}`],
            [said.counts, counts],
            [said.reconsideration, one.reconsideration && other(one.reconsideration)],
            [said.suits, suits],
            [said.grounds, one.grounds && <span className="as-written">{one.grounds}</span>],
          ]}
        />
      </div>
    </Panel>
  )
}

function Files({ one }: One) {
  const said = useWords().challenges
  const may = useMay()
  const client = useQueryClient()
  const chooser = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const upload = async (file: File) => {
    setProblem(null)
    try {
      await sendFile(`/challenges/${one.id}/files`, file)
      await client.invalidateQueries({ queryKey: ['challenges', one.id] })
    } catch (failure) {
      setProblem(failure)
    }
  }
  return (
    <Panel title={said.files}>
      <div className="inside">
        {one.files.length === 0 && <p className="quiet">{said.noFiles}</p>}
        <ul className="plain">
          {one.files.map(({ id, name }) => (
            <li key={id}>
              <a href={`${base}/challenges/${one.id}/files/${id}`}>{name}</a>
            </li>
          ))}
        </ul>
        {problem !== null && <ProblemBox error={problem} />}
        {may('challenge.keep') && (
          <div className="acts no-print" style={{ marginTop: 12 }}>
            <input
              ref={chooser}
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
      </div>
    </Panel>
  )
}

function Timeline({ one }: One) {
  const said = useWords().challenges
  return (
    <Panel title={said.timeline}>
      <ol className="challenge-story">
        {[...one.timeline].reverse().map(({ id, on, person, line, text }) => (
          <li key={id}>
            <time dateTime={on}>{on}</time>
            <div>
              {line && <b>{line}</b>}
              {text && <p className="as-written">{text}</p>}
              {person && <span className="quiet small">{person.name}</span>}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
