/** One body: what it is, its names with their days, who came before and after, its sections, its history. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { answered, api } from '../../api.ts'
import type { BodyDetail, Succession } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Page } from '../../parts/page.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Loaded } from '../../parts/states.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useMay } from '../../session.tsx'
import { EventList } from '../audit/event-list.tsx'
import { EndForm } from './end.tsx'
import { RenameForm } from './rename.tsx'
import { Sections } from './sections.tsx'

export function BodyPage() {
  const { slug } = useParams({ strict: false }) as { slug: string }
  const body = useQuery({ queryKey: ['bodies', slug], queryFn: () => answered(api.GET('/bodies/{slug}', { params: { path: { slug } } })) })
  return <Loaded query={body}>{(one) => <Shown key={one.id} body={one} />}</Loaded>
}

function Shown({ body }: { readonly body: BodyDetail }) {
  const words = useWords()
  const said = words.bodies
  const may = useMay()
  const [asked, setAsked] = useState<'rename' | 'end' | null>(null)
  const close = () => setAsked(null)
  return (
    <Page
      title={body.name}
      trail={['/bodies', said.title]}
      lead={
        <>
          {said.kinds[body.kind]}
          {words.and}
          {words.access.levels[body.level]}{' '}
          {body.endedOn && (
            <Tag icon="cross" tone="warn">
              {said.isEnded(body.endedOn)}
            </Tag>
          )}
        </>
      }
      acts={
        <>
          <a className="button tall" href={`/b/${body.slug}/`}>
            {said.portal}
          </a>
          {body.endedOn === null && may('body.end') && (
            <Button danger onClick={() => setAsked('end')}>
              {said.end}
            </Button>
          )}
          {may('body.rename') && <Button onClick={() => setAsked('rename')}>{said.rename}</Button>}
          {may('body.change') && (
            <Link className="button filled tall" to={`/bodies/${body.slug}/edit`}>
              {said.edit}
            </Link>
          )}
        </>
      }
    >
      <div className="halves">
        <div className="stack">
          <Facts body={body} />
          <Names body={body} />
          {body.predecessors.length > 0 && <Successions title={said.predecessors} list={body.predecessors} />}
          {body.successors.length > 0 && <Successions title={said.successorsOf} list={body.successors} />}
        </div>
        <div className="stack">
          {may('section.see') && <Sections slug={body.slug} />}
          {may('person.see') && (
            <p>
              <Link to="/people" search={{ body: body.slug } as never}>
                {said.people}
              </Link>
            </p>
          )}
          {may('event.see') && (
            <Panel title={said.history}>
              <EventList noun="body" nounId={body.id} />
            </Panel>
          )}
        </div>
      </div>
      <Dialog title={said.rename} isOpen={asked === 'rename'} onClose={close}>
        <RenameForm body={body} onDone={close} />
      </Dialog>
      <Dialog title={said.endTitle(body.name)} isOpen={asked === 'end'} onClose={close}>
        <EndForm body={body} onDone={close} />
      </Dialog>
    </Page>
  )
}

const lines = ['reconsiderationOrgan', 'court', 'unit', 'address', 'postcode', 'phone', 'fax', 'email', 'hours'] as const

function Facts({ body }: { readonly body: BodyDetail }) {
  const words = useWords()
  const said = words.bodies
  return (
    <Panel title={said.facts}>
      <dl className="facts inside">
        <Fact name={said.uscc} value={body.uscc && <span className="mono">{body.uscc}</span>} />
        <Fact name={said.establishedOn} value={body.establishedOn} />
        <Fact
          name={said.filesTo}
          value={body.filesTo ? <Link to={`/bodies/${body.filesTo.slug}`}>{body.filesTo.name}</Link> : said.topmost}
        />
        <Fact
          name={said.sharesOfficeWith}
          value={body.sharesOfficeWith && <Link to={`/bodies/${body.sharesOfficeWith.slug}`}>{body.sharesOfficeWith.name}</Link>}
        />
        <Fact name={said.isSummed} value={body.isSummed ? words.yes : words.no} />
        <Fact name={said.makesRules} value={body.makesRules ? words.yes : words.no} />
        {lines.map((line) => (
          <Fact key={line} name={said[line]} value={body[line]} />
        ))}
      </dl>
    </Panel>
  )
}

export function Fact({ name, value }: { readonly name: string; readonly value: ReactNode }) {
  const said = useWords().bodies
  return (
    <>
      <dt>{name}</dt>
      <dd>{value || <span className="quiet">{said.blank}</span>}</dd>
    </>
  )
}

function Names({ body }: { readonly body: BodyDetail }) {
  const said = useWords().bodies
  return (
    <Panel title={said.names}>
      <div className="inside">
        <table className="why">
          <thead>
            <tr>
              <th scope="col">{said.nameHead.name}</th>
              <th scope="col">{said.nameHead.kind}</th>
              <th scope="col">{said.nameHead.since}</th>
              <th scope="col">{said.nameHead.until}</th>
            </tr>
          </thead>
          <tbody>
            {body.names.map(({ id, name, kind, since, until }) => (
              <tr key={id}>
                <td>{name}</td>
                <td>{said.nameKinds[kind]}</td>
                <td className="nowrap">{since}</td>
                <td className="nowrap">{until ?? said.now}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

function Successions({ title, list }: { readonly title: string; readonly list: readonly Succession[] }) {
  const said = useWords().bodies
  return (
    <Panel title={title}>
      <ul>
        {list.map(({ slug, name, kind, on, basis }) => (
          <li key={slug}>
            <Link to={`/bodies/${slug}`}>{name}</Link> {on} {said.endKinds[kind]}
            {basis && <span className="small quiet"> {basis}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
