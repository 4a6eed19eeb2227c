/** The wording of each kind of letter at a body: what is in force, the body's own, how it changed. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useAddress } from '../../address.ts'
import { answered, api } from '../../api.ts'
import type { LetterKindShown } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Page } from '../../parts/page.tsx'
import { ScopeBody, useScope } from '../../parts/scope.tsx'
import { Empty, Loaded } from '../../parts/states.tsx'
import { Template } from './template.tsx'
import './templates.css'

export function TemplatesPage() {
  const words = useWords()
  const said = words.templates
  const { body } = useScope()
  const address = useAddress()
  const given = address.one('kind')
  const query = useQuery({
    queryKey: ['letter-kinds'],
    queryFn: () => answered(api.GET('/letter-kinds')),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Page title={said.title} lead={said.lead}>
      <search className="filters no-print">
        <ScopeBody label={said.body} />
      </search>
      {body === '' ? (
        <Empty what={words.tables.noBody} next={words.tables.noBodyHint} />
      ) : (
        <Loaded query={query}>
          {({ items }) => {
            const kind = items.find((one) => one.kind === given)
            return (
              <div className={kind ? 'templates has-kind' : 'templates'}>
                <Kinds items={items} chosen={given} body={address.one('body')} />
                {kind ? (
                  <Template key={`${body} ${kind.kind}`} kind={kind} body={body} />
                ) : (
                  <div className="templates-none">
                    <Empty what={said.choose} next={said.chooseHint} />
                  </div>
                )}
              </div>
            )
          }}
        </Loaded>
      )}
    </Page>
  )
}

function Kinds({ items, chosen, body }: { readonly items: readonly LetterKindShown[]; readonly chosen: string; readonly body: string }) {
  const said = useWords().templates
  return (
    <nav className="templates-kinds no-print" aria-label={said.kinds}>
      <Link className="templates-all" to="." search={{ body: body || undefined } as never}>
        {said.all}
      </Link>
      <ul>
        {items.map(({ kind, title }) => (
          <li key={kind}>
            <Link to="." search={{ body: body || undefined, kind } as never} aria-current={kind === chosen ? 'page' : undefined}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
