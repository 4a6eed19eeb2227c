/** The fields of one post: where, as what, from when. */
import { useQuery } from '@tanstack/react-query'
import { answered, api } from '../../api.ts'
import type { PostDraft, Role } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { fieldId } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { PickBody } from '../../parts/pickers.tsx'

export interface PostWritten {
  readonly body: string
  readonly role: string
  readonly step: string
  readonly section: string
  readonly since: string
}

export const blankPost = (today: string): PostWritten => ({ body: '', role: 'drafter', step: '1', section: '', since: today })

export const postDraft = ({ body, role, step, section, since }: PostWritten): PostDraft => ({
  body,
  role: role as Role,
  since,
  ...(role === 'reviewer' && { step: Number(step) }),
  ...(role === 'liaison' && section !== '' && { section }),
})

interface PostFieldsProps {
  readonly formId: string
  /** Before the names of the fields, as `posts.0.`; where the server's refusals point. */
  readonly prefix: string
  readonly post: PostWritten
  readonly errors: Readonly<Record<string, string>>
  readonly onChange: (post: PostWritten) => void
}

export function PostFields({ formId, prefix, post, errors, onChange }: PostFieldsProps) {
  const words = useWords()
  const said = words.people
  const idOf = (name: string) => fieldId(formId, prefix + name)
  const wrong = (name: string) => {
    const what = errors[prefix + name]
    return what ? (
      <p className="wrong" id={`${idOf(name)}-error`}>
        <Icon name="bad" /> {what}
      </p>
    ) : null
  }
  const frame = (name: string) => (errors[prefix + name] ? 'field has-error' : 'field')
  return (
    <div className="row-fields">
      <div className={frame('body')} style={{ flexBasis: 220 }}>
        <label htmlFor={idOf('body')}>{said.body}</label>
        {wrong('body')}
        <PickBody control={{ id: idOf('body') }} value={post.body} onChange={(body) => onChange({ ...post, body, section: '' })} />
      </div>
      <div className={frame('role')}>
        <label htmlFor={idOf('role')}>{said.role}</label>
        {wrong('role')}
        <select
          id={idOf('role')}
          className="control"
          value={post.role}
          onChange={(event) => onChange({ ...post, role: event.target.value })}
        >
          {Object.entries(words.roles).map(([role, name]) => (
            <option key={role} value={role}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {post.role === 'reviewer' && (
        <div className={frame('step')} style={{ flexBasis: 80 }}>
          <label htmlFor={idOf('step')}>{said.step}</label>
          {wrong('step')}
          <input
            id={idOf('step')}
            className="control"
            type="number"
            min={1}
            max={9}
            value={post.step}
            onChange={(event) => onChange({ ...post, step: event.target.value })}
          />
        </div>
      )}
      {post.role === 'liaison' && (
        <div className={frame('section')}>
          <label htmlFor={idOf('section')}>{said.section}</label>
          {wrong('section')}
          <SectionChoice
            id={idOf('section')}
            slug={post.body}
            value={post.section}
            onChange={(section) => onChange({ ...post, section })}
          />
        </div>
      )}
      <div className={frame('since')}>
        <label htmlFor={idOf('since')}>{said.since}</label>
        {wrong('since')}
        <input
          id={idOf('since')}
          className="control"
          type="date"
          value={post.since}
          onChange={(event) => onChange({ ...post, since: event.target.value })}
        />
      </div>
    </div>
  )
}

interface SectionChoiceProps {
  readonly id: string
  readonly slug: string
  readonly value: string
  readonly onChange: (section: string) => void
}

function SectionChoice({ id, slug, value, onChange }: SectionChoiceProps) {
  const words = useWords()
  const sections = useQuery({
    queryKey: ['sections', slug, 'open'],
    enabled: slug !== '',
    queryFn: () => answered(api.GET('/bodies/{slug}/sections', { params: { path: { slug } } })),
  })
  return (
    <select id={id} className="control" value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{words.field.choose}</option>
      {(sections.data?.items ?? []).map((section) => (
        <option key={section.id} value={section.id}>
          {section.name}
        </option>
      ))}
    </select>
  )
}
