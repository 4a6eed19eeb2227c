/**
 * One case: due and why, then the decision in the law's order, the letter beside it, what happened at the left. On a phone its four parts stand
 * behind four buttons: 期限, 处理, 答复书, 经过.
 */
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { useAddress } from '../../address.ts'
import type { CaseDetail } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Page } from '../../parts/page.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Loaded } from '../../parts/states.tsx'
import { StateTag } from '../requests/requests.tsx'
import { ActDialog } from './act.tsx'
import { Applicant } from './applicant.tsx'
import { ArchivePanel } from './archive.tsx'
import { ClockStrip } from './clock.tsx'
import { Decision } from './decision.tsx'
import { Files } from './files.tsx'
import { CaseLetters } from './letters.tsx'
import { Links } from './links.tsx'
import { ActMenu, type Asked } from './menu.tsx'
import { caseQuery } from './queries.ts'
import { SplitDialog } from './split.tsx'
import { Story } from './story.tsx'
import { isDeskVerb, verbForms } from './verbs.ts'
import './case.css'

export function CasePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const query = useQuery(caseQuery(id))
  return <Loaded query={query}>{(one) => <Shown key={one.id} one={one} />}</Loaded>
}

const parts = ['due', 'handle', 'letter', 'story'] as const

function Shown({ one }: { readonly one: CaseDetail }) {
  const words = useWords()
  const said = words.case
  const address = useAddress()
  const part = parts.find((each) => each === address.one('part')) ?? 'due'
  const written = address.one('act')
  const asked: Asked | null =
    written === 'split'
      ? 'split'
      : ((one.may.find((verb) => verb === written && isDeskVerb(verb) && !verbForms[verb].elsewhere) as Asked) ?? null)
  const ask = (verb: Asked | null) => address.change({ act: verb ?? undefined })
  // An address kept from before may ask for what can no longer be done.
  useEffect(() => {
    if (written !== '' && asked === null) address.change({ act: undefined })
  })
  const first = pressing(one)
  return (
    <Page
      title={one.title}
      trail={['/requests', said.trail]}
      lead={<Lead one={one} />}
      acts={
        <>
          {first && (
            <Button type={one.lamp === 'overdue' || one.lamp === 'today' ? 'primary' : 'default'} onClick={() => ask(first)}>
              {words.casework.verbs[first]}
            </Button>
          )}
          {one.may.includes('extend') && <Button onClick={() => ask('extend')}>{words.casework.verbs.extend}</Button>}
          <ActMenu one={one} onAsk={ask} />
        </>
      }
    >
      <div className="case" data-part={part}>
        <fieldset className="chips parts no-print">
          <legend className="unseen">{said.stages}</legend>
          {parts.map((each) => (
            <button key={each} type="button" aria-pressed={part === each} onClick={() => address.change({ part: each })}>
              {said.stage[each]}
            </button>
          ))}
        </fieldset>
        <div className="part-due">
          <ClockStrip one={one} />
        </div>
        <div className="case-columns">
          <div className="part-story stack-wide">
            <Story one={one} />
          </div>
          <div className="part-handle stack-wide">
            <Panel title={said.asked}>
              <p className="inside wanted">{one.wanted}</p>
            </Panel>
            <Decision one={one} />
            <Files one={one} />
            <Links one={one} />
            <ArchivePanel one={one} />
          </div>
          <div className="part-letter stack-wide">
            <CaseLetters one={one} />
          </div>
        </div>
      </div>
      <ActDialog one={one} verb={asked === 'split' ? null : asked} onClose={() => ask(null)} />
      <SplitDialog one={one} isOpen={asked === 'split'} onClose={() => ask(null)} />
    </Page>
  )
}

/** What the state itself waits for; it stands out of the menu. */
function pressing({ may, state }: CaseDetail): Exclude<Asked, 'split'> | null {
  const wanted = { submitted: 'confirm', correcting: 'receive-correction', explaining: 'record-reasons', paying: 'record-payment' } as const
  const verb = wanted[state as keyof typeof wanted]
  return verb && may.includes(verb) ? verb : null
}

function Lead({ one }: { readonly one: CaseDetail }) {
  const words = useWords()
  const said = words.case
  const { form } = one
  const about = [
    words.casework.channels[one.channel],
    form && said.wants(words.casework.deliveries[form.delivery] ?? '', words.casework.carriers[form.carrier] ?? ''),
    one.person ? said.handledBy(one.person.name) : said.noPerson,
    one.section && said.withSection(one.section.name),
  ]
  return (
    <>
      <span className="nowrap">{one.number}</span> <StateTag state={one.state} />{' '}
      {one.type === 'record-correction' && <span>{words.casework.types[one.type]} </span>}
      <Applicant one={one} /> {about.filter(Boolean).join('　')}
    </>
  )
}
