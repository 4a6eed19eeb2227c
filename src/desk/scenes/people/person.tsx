/** One person: posts, how they sign in, and what may be done about both. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { answered, api } from '../../api.ts'
import type { OneTimePassword, Person, Post } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { OneTimeDialog } from '../../parts/one-time.tsx'
import { Page } from '../../parts/page.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Empty, Loaded } from '../../parts/states.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useMay } from '../../session.tsx'
import { roleWords } from '../../shell/roles.ts'
import { EventList } from '../audit/event-list.tsx'
import { Fact } from '../bodies/body.tsx'
import { EditPersonForm, EndPostForm, GivePostForm, LeaveForm, ResetForm, UnlockForm } from './person-forms.tsx'

export function PersonPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const [unmask, setUnmask] = useState(false)
  const person = useQuery({
    queryKey: ['people', id, unmask],
    queryFn: () => answered(api.GET('/people/{id}', { params: { path: { id }, query: unmask ? { unmask: true } : {} } })),
    // Each unmasked reading is recorded; looking at the window again is not one.
    refetchOnWindowFocus: !unmask,
  })
  return <Loaded query={person}>{(one) => <Shown key={one.id} person={one} isWhole={unmask} onUnmask={() => setUnmask(true)} />}</Loaded>
}

type Asked = 'edit' | 'give' | 'reset' | 'unlock' | 'leave' | Post | null

function Shown({ person, isWhole, onUnmask }: { readonly person: Person; readonly isWhole: boolean; readonly onUnmask: () => void }) {
  const words = useWords()
  const said = words.people
  const may = useMay()
  const [asked, setAsked] = useState<Asked>(null)
  const [slips, setSlips] = useState<readonly OneTimePassword[] | null>(null)
  const close = () => setAsked(null)
  const isHere = person.leftOn === null
  const endingPost = typeof asked === 'object' ? asked : null
  return (
    <Page
      title={person.name}
      trail={['/people', said.title]}
      lead={
        person.leftOn && (
          <Tag icon="cross" tone="warn">
            {said.hasLeft(person.leftOn)}
          </Tag>
        )
      }
      acts={
        isHere && (
          <>
            {may('person.leave') && (
              <Button danger onClick={() => setAsked('leave')}>
                {said.leave}
              </Button>
            )}
            {may('handover.make') && (
              <Link className="button tall" to="/handovers" search={{ from: person.id } as never}>
                {said.handovers}
              </Link>
            )}
            {may('person.change') && (
              <Button type="primary" onClick={() => setAsked('edit')}>
                {said.edit}
              </Button>
            )}
          </>
        )
      }
    >
      <div className="halves">
        <div className="stack">
          <Posts person={person} onGive={() => setAsked('give')} onEnd={setAsked} />
          <Panel title={said.facts}>
            <dl className="facts inside">
              <Fact name={said.phone} value={person.phone} />
              <Fact name={said.email} value={person.email} />
              <Fact name={said.language} value={said.languages[person.language]} />
            </dl>
            {!isWhole && may('person.unmask') && (
              <p className="inside" style={{ paddingTop: 0 }}>
                <button type="button" className="link-button" onClick={onUnmask}>
                  {said.unmask}
                </button>
              </p>
            )}
          </Panel>
        </div>
        <div className="stack">
          <Account person={person} onAsk={setAsked} />
          {may('event.see') && (
            <Panel title={words.bodies.history}>
              <EventList noun="person" nounId={person.id} />
            </Panel>
          )}
        </div>
      </div>
      <Dialog title={said.edit} isOpen={asked === 'edit'} onClose={close}>
        <EditPersonForm person={person} onDone={close} />
      </Dialog>
      <Dialog title={said.givePost} isOpen={asked === 'give'} onClose={close} wide>
        <GivePostForm person={person} onDone={close} />
      </Dialog>
      <Dialog title={said.endPostTitle} isOpen={endingPost !== null} onClose={close}>
        {endingPost && <EndPostForm post={endingPost} onDone={close} />}
      </Dialog>
      <Dialog title={said.resetTitle(person.name)} isOpen={asked === 'reset'} onClose={close}>
        <ResetForm
          person={person}
          onDone={(password) => {
            close()
            setSlips([{ username: person.username ?? '', password }])
          }}
        />
      </Dialog>
      <Dialog title={said.unlock} isOpen={asked === 'unlock'} onClose={close}>
        <UnlockForm person={person} onDone={close} />
      </Dialog>
      <Dialog title={said.leaveTitle(person.name)} isOpen={asked === 'leave'} onClose={close}>
        <LeaveForm person={person} onDone={close} />
      </Dialog>
      <OneTimeDialog name={person.name} slips={slips} onClose={() => setSlips(null)} />
    </Page>
  )
}

interface PostsProps {
  readonly person: Person
  readonly onGive: () => void
  readonly onEnd: (post: Post) => void
}

function Posts({ person, onGive, onEnd }: PostsProps) {
  const words = useWords()
  const said = words.people
  const may = useMay()
  const mayGive = person.leftOn === null && (may('post.add') || may('administration-post.add'))
  const mayEnd = may('post.end') || may('administration-post.end')
  return (
    <Panel
      title={said.posts}
      link={
        mayGive && (
          <button type="button" className="link-button" onClick={onGive}>
            {said.givePost}
          </button>
        )
      }
    >
      {person.posts.length === 0 ? (
        <Empty what={said.noPosts} />
      ) : (
        <ul>
          {person.posts.map((post) => (
            <li key={post.id} style={{ display: 'flex', justifyContent: 'space-between', gap: 12 }}>
              <span>
                <Link to={`/bodies/${post.body.slug}`}>{post.body.name}</Link> {roleWords(post, words)}
                {post.section && words.aside(post.section.name)}
                <span className="small quiet" style={{ display: 'block' }}>
                  {said.from(post.since)}
                  {post.until && words.and + said.until(post.until)}
                </span>
              </span>
              {post.until === null && mayEnd && (
                <Button size="small" onClick={() => onEnd(post)} aria-label={said.endPostOf(roleWords(post, words))}>
                  {said.endPost}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Account({ person, onAsk }: { readonly person: Person; readonly onAsk: (asked: 'reset' | 'unlock') => void }) {
  const said = useWords().people
  const may = useMay()
  return (
    <Panel title={said.account}>
      <dl className="facts inside">
        <Fact name={said.username} value={person.username && <span className="mono">{person.username}</span>} />
      </dl>
      <div className="inside acts">
        {person.username && person.leftOn === null && may('account.reset') && <Button onClick={() => onAsk('reset')}>{said.reset}</Button>}
        {person.username && person.leftOn === null && may('account.unlock') && (
          <Button onClick={() => onAsk('unlock')}>{said.unlock}</Button>
        )}
        {may('session.see') && (
          <Link to="/sessions" search={{ person: person.id } as never}>
            {said.sessions}
          </Link>
        )}
      </div>
    </Panel>
  )
}
