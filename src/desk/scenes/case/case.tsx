/** One case: the clock and why, then what happened, the decision in the law's order, the letters (look.md 09). */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { caseworkWords } from '#words'
import { answered, api } from '../../api.ts'
import type { Applicant, CaseDetail, CaseVerb } from '../../api-types.ts'
import { useSpoken, useWords } from '../../language.tsx'
import { Lamp } from '../../parts/lamp.tsx'
import { Page } from '../../parts/page.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Ruler } from '../../parts/ruler.tsx'
import { Loaded } from '../../parts/states.tsx'
import { useMay, useSession } from '../../session.tsx'
import { ActDialog, ActMenu } from './act-dialog.tsx'
import { jottings } from './acts.ts'
import { Files } from './files.tsx'
import { Letters } from './letters.tsx'
import { SplitDialog } from './split.tsx'
import { Timeline } from './timeline.tsx'
import { Tree } from './tree.tsx'
import './case.css'

export function CasePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery({ queryKey: ['requests', id], queryFn: () => answered(api.GET('/requests/{id}', { params: { path: { id } } })) })
  return <Loaded query={query}>{(one) => <Case key={one.id} one={one} />}</Loaded>
}

/** What every part of the page is given. */
export interface CaseProps {
  readonly one: CaseDetail
}

function Case({ one }: CaseProps) {
  const words = useWords()
  const said = words.case
  const names = caseworkWords[useSpoken().language]
  const [verb, setVerb] = useState<CaseVerb | null>(null)
  const [isMenuOpen, setIsMenuOpen] = useState(false)
  const [isSplitting, setIsSplitting] = useState(false)
  const may = (wanted: CaseVerb) => one.may.includes(wanted)
  const primary = (['confirm', 'assign'] as const).find((wanted) => may(wanted) && (wanted === 'confirm' || one.person === null))
  return (
    <Page
      title={one.title}
      trail={['/requests', `${said.list} / ${one.number}`]}
      lead={<Head one={one} />}
      acts={
        <>
          <Button onClick={() => setIsMenuOpen(true)}>{said.acts}</Button>
          {one.person === null && may('assign') && <TakeIt one={one} />}
          {primary && (
            <Button type="primary" onClick={() => setVerb(primary)}>
              {names.verbs[primary]}
            </Button>
          )}
        </>
      }
    >
      <ClockStrip one={one} />
      <div className="case-columns">
        <Panel
          title={said.timeline}
          link={
            <span className="acts">
              {jottings.filter(may).map((each) => (
                <button key={each} type="button" className="link-button" onClick={() => setVerb(each)}>
                  {names.verbs[each]}
                </button>
              ))}
            </span>
          }
        >
          <div className="panel-body">
            <Timeline one={one} />
          </div>
        </Panel>
        <div className="stack-wide">
          <Panel title={said.tree} link={<span className="quiet small">{said.treeHint}</span>}>
            <div className="panel-body">
              <Tree one={one} />
            </div>
          </Panel>
          <Others one={one} />
        </div>
        <div className="stack-wide">
          <Panel title={said.letters}>
            <div className="panel-body">
              <Letters one={one} />
            </div>
          </Panel>
          <Panel title={said.files}>
            <div className="panel-body">
              <Files one={one} />
            </div>
          </Panel>
        </div>
      </div>
      <ActMenu
        one={one}
        isOpen={isMenuOpen}
        onClose={() => setIsMenuOpen(false)}
        onChoose={setVerb}
        onSplit={() => {
          setIsMenuOpen(false)
          setIsSplitting(true)
        }}
      />
      <SplitDialog one={one} isOpen={isSplitting} onClose={() => setIsSplitting(false)} />
      {verb && <ActDialog key={verb} one={one} verb={verb} onClose={() => setVerb(null)} />}
    </Page>
  )
}

/** 我来办: most bodies have one clerk, who is both who assigns and who handles. */
function TakeIt({ one }: CaseProps) {
  const said = useWords().case
  const { person } = useSession()
  const refresh = useRefresh(one.id)
  const take = async () => {
    await answered(
      api.POST('/requests/{id}/acts/{verb}', { params: { path: { id: one.id, verb: 'assign' } }, body: { personId: person.id } as never }),
    )
    await refresh()
  }
  return <Button onClick={() => void take()}>{said.takeIt}</Button>
}

/** Who asks, masked; the whole is shown on demand and recorded. */
function Head({ one }: CaseProps) {
  const words = useWords()
  const said = words.case
  const names = caseworkWords[useSpoken().language]
  const canLook = useMay()('request.unmask')
  const [whole, setWhole] = useState<Applicant | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const shown = whole ?? one.form?.applicant
  const look = async () => {
    try {
      setWhole(await answered(api.GET('/requests/{id}/applicant', { params: { path: { id: one.id } } })))
    } catch (failure) {
      setProblem(failure)
    }
  }
  return (
    <>
      {shown && (
        <>
          {shown.name}，{names.identityTypes[shown.identityType]} {shown.identityNumber}
          {[shown.phone, shown.email, shown.address].filter(Boolean).map((contact) => (
            <span key={contact}>　{contact}</span>
          ))}{' '}
          {whole ? (
            <span role="status" className="quiet">
              {said.unmasked}
            </span>
          ) : (
            canLook && (
              <button type="button" className="link-button" onClick={() => void look()}>
                {said.unmask}
              </button>
            )
          )}
          <br />
        </>
      )}
      {said.meta(
        names.channels[one.channel] ?? one.channel,
        one.form ? (names.deliveries[one.form.delivery] ?? '') : '',
        one.person?.name ?? said.nobody,
      )}
      <br />
      <span className="as-written">
        {said.wants}：{one.wanted}
      </span>
      {one.folded.correction?.text && (
        <span className="as-written">
          <br />
          {said.corrected}：{one.folded.correction.text}
        </span>
      )}
      {one.form?.origin === 'portal' && !one.files.some(({ on }) => on === 'form') && <span className="lacks">{said.noProof}</span>}
      {one.form && one.form.needsHelp !== '' && <b>{one.form.needsHelp}</b>}
      {problem !== null && <ProblemBox error={problem} />}
    </>
  )
}

function ClockStrip({ one }: CaseProps) {
  const said = useWords().case
  const limitNames = caseworkWords[useSpoken().language].limits
  return (
    <section className="clock-strip" aria-label={said.used}>
      <div>
        {['answered', 'archived', 'void'].includes(one.state) ? (
          <b>
            {said.waits[one.state]} {one.concludedOn} {one.late && said.late}
          </b>
        ) : (
          <>
            <Lamp state={one.lamp} daysLeft={one.daysLeft} />
            <p className="strip-due">
              {one.dueOn ? said.due(one.dueOn) : one.unconfirmedBy ? said.unconfirmed(one.unconfirmedBy) : said.waits[one.state]}
            </p>
          </>
        )}
      </div>
      <div className="strip-ruler">
        {one.ruler.length > 0 && <Ruler cells={one.ruler} wide />}
        {one.limits.filter(({ dueOn }) => dueOn !== one.dueOn).length > 0 && (
          <ul className="strip-limits" aria-label={said.limits}>
            {one.limits
              .filter(({ dueOn }) => dueOn !== one.dueOn)
              .map((limit) => (
                <li key={limit.id}>
                  <Lamp state={limit.lamp} daysLeft={limit.daysLeft} /> {limitNames[limit.kind]} {said.limitBy(limit.dueOn)}
                </li>
              ))}
          </ul>
        )}
      </div>
      {one.clock && (
        <details className="strip-why">
          <summary>{said.why}</summary>
          <ol>
            {one.clock.steps.map((step) => (
              <li key={`${step.rule} ${step.date} ${step.text}`}>
                <span>
                  {step.text} <span className="quiet small">{step.source}</span>
                </span>
                <time dateTime={step.date}>{step.date.slice(5)}</time>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}

/** Sections asked, others consulted, doubts referred, cases linked. */
function Others({ one }: CaseProps) {
  const said = useWords().case
  const { consultations, inquiries, referrals } = one.folded
  const lines = [
    ...consultations.map(({ id, name, sentOn, answeredOn, opinion, text }) => ({
      id,
      name: `${said.options[consultations.find((each) => each.id === id)!.party]}　${name}`,
      on: sentOn,
      by: '',
      answeredOn,
      text: [opinion && said.opinions[opinion], text].filter(Boolean).join('：'),
    })),
    ...inquiries.map(({ id, name, question, askedOn, dueOn, answeredOn, text }) => ({
      id,
      name: `${name}：${question}`,
      on: askedOn,
      by: dueOn,
      answeredOn,
      text,
    })),
    ...referrals.map(({ id, to, question, askedOn, answeredOn, text }) => ({
      id,
      name: `${said.options[to]}：${question}`,
      on: askedOn,
      by: '',
      answeredOn,
      text,
    })),
  ]
  const related = useRelated(one)
  return (
    <>
      {lines.length > 0 && (
        <Panel title={said.inquiries}>
          <ul className="plain">
            {lines.map(({ id, name, on, by, answeredOn, text }) => (
              <li key={id}>
                <b>{name}</b>
                <br />
                <span className="quiet">{answeredOn ? said.answeredOn(answeredOn) : said.openSince(on, by)}</span> {text}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {related.length > 0 && (
        <Panel title={said.links}>
          <ul className="plain">
            {related.map(({ to, name, how }) => (
              <li key={`${to} ${how}`}>
                <Link to={to}>{name}</Link> <span className="quiet">{how}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}

/** Cases linked, of the same letter, and like it; reconsiderations and suits about it. */
function useRelated(one: CaseDetail): { to: string; name: string; how: string }[] {
  const words = useWords()
  const said = words.case
  const may = useMay()
  const similar = useQuery({
    queryKey: ['requests', 'like', one.id],
    enabled: may('request.see'),
    queryFn: () => answered(api.GET('/requests/{id}/similar', { params: { path: { id: one.id } } })),
  })
  const challenges = useQuery({
    queryKey: ['challenges', 'about', one.id],
    enabled: may('challenge.see'),
    queryFn: () => answered(api.GET('/challenges', { params: { query: { request: one.id } } })),
  })
  const known = [
    ...one.links.map(({ id, number, title, how }) => ({ id, number, title, how: said.options[how] ?? how })),
    ...(one.form?.others ?? []).map(({ id, number, title }) => ({ id, number, title, how: said.others })),
  ]
  const alike = (similar.data?.items ?? [])
    .filter(({ id }) => !known.some((each) => each.id === id))
    .slice(0, 5)
    .map(({ id, number, title, sameApplicant }) => ({ id, number, title, how: sameApplicant ? said.sameApplicant : said.similar }))
  return [
    ...[...known, ...alike].map(({ id, number, title, how }) => ({ to: `/requests/${id}`, name: `${number} ${title}`, how })),
    ...(challenges.data?.items ?? []).map(({ id, title }) => ({ to: `/challenges/${id}`, name: title, how: words.challenges.title })),
  ]
}

/** Reads the case anew, and what lists show of it. */
export function useRefresh(id: string) {
  const client = useQueryClient()
  return async () => {
    await Promise.all([['requests', id], ['requests'], ['tasks'], ['letters']].map((queryKey) => client.invalidateQueries({ queryKey })))
  }
}
