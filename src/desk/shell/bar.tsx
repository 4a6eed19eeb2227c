import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { answered, api } from '../api.ts'
import { type Language, useSpoken } from '../language.tsx'
import { Icon } from '../parts/icon.tsx'
import { isWriting } from '../parts/row-keys.ts'
import { notificationsQuery } from '../scenes/notifications/notifications.ts'
import { useMay, useSession, useTakeSession } from '../session.tsx'
import { Menu } from './menu.tsx'
import { roleWords } from './roles.ts'

/** The line on top: search, what is new, me. `/` puts the focus into the search. */
export function Bar() {
  const { words } = useSpoken()
  const may = useMay()
  const notifications = useQuery({ ...notificationsQuery(5), enabled: may('notification.see') })
  return (
    <header className="bar">
      <SearchBox />
      <div className="bar-me">
        {may('notification.see') && (
          <Link to="/notifications">
            <Icon name="bell" /> {words.bar.notifications(notifications.data?.unread ?? 0)}
          </Link>
        )}
        <Me />
      </div>
    </header>
  )
}

function SearchBox() {
  const { words } = useSpoken()
  const navigate = useNavigate()
  const [written, setWritten] = useState('')
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
      event.preventDefault()
      box.current?.focus()
    }
    document.addEventListener('keydown', focus)
    return () => document.removeEventListener('keydown', focus)
  }, [])
  const find = (event: FormEvent) => {
    event.preventDefault()
    if (written.trim() !== '') void navigate({ to: '/search', search: { q: written.trim() } as never })
  }
  return (
    <search className="bar-search">
      <form onSubmit={find}>
        <Icon name="search" />
        <input
          ref={box}
          className="control"
          type="search"
          aria-label={words.bar.search}
          placeholder={words.bar.search}
          value={written}
          onChange={(event) => setWritten(event.target.value)}
        />
        <kbd>/</kbd>
      </form>
    </search>
  )
}

function Me() {
  const { words, language, choose } = useSpoken()
  const session = useSession()
  const takeSession = useTakeSession()
  const signOut = useMutation({
    mutationFn: () => answered(api.DELETE('/session')),
    onSettled: () => takeSession(null),
  })
  const speak = useMutation({
    mutationFn: (to: Language) => answered(api.PATCH('/session/person', { body: { language: to } })),
    onSuccess: (changed) => {
      takeSession(changed)
      choose(changed.person.language)
    },
  })
  const first = session.posts[0]
  return (
    <Menu
      name={
        <>
          <Icon name="person" /> {session.person.name}
          {first && ` · ${words.roles[first.role] ?? first.role}`}
        </>
      }
    >
      <p className="small quiet">
        {session.posts.map((post) => (
          <span key={post.id} style={{ display: 'block' }}>
            {post.bodyName} {roleWords(post, words)}
          </span>
        ))}
      </p>
      <ul>
        <li>
          <button type="button" lang={language === 'en' ? 'zh-CN' : 'en'} onClick={() => speak.mutate(language === 'en' ? 'zh-CN' : 'en')}>
            {words.otherLanguage}
          </button>
        </li>
        <li>
          <Link to="/sessions">{words.bar.sessions}</Link>
        </li>
        <li>
          <Link to="/password">{words.bar.password}</Link>
        </li>
        <li>
          <a href="/">{words.bar.portal}</a>
        </li>
        <li>
          <button type="button" onClick={() => signOut.mutate()}>
            {words.bar.signOut}
          </button>
        </li>
      </ul>
    </Menu>
  )
}
