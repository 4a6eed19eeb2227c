/** Everything that may be done now, by kind; and what may not, with the reason. */
import type { CaseDetail, MayNot } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { useMay } from '../../session.tsx'
import { Menu } from '../../shell/menu.tsx'
import { type DeskVerb, isDeskVerb, verbForms } from './verbs.ts'

export type Asked = DeskVerb | 'split'

const groups = ['records', 'notices', 'others', 'result', 'intake', 'after'] as const

export function ActMenu({ one, onAsk }: { readonly one: CaseDetail; readonly onAsk: (verb: Asked) => void }) {
  const words = useWords()
  const said = words.case
  const may = useMay()
  const verbs: readonly Asked[] = [
    ...one.may.filter(isDeskVerb).filter((verb) => !verbForms[verb].elsewhere),
    ...(may('request.register') && ['handling', 'submitted'].includes(one.state) ? (['split'] as const) : []),
  ]
  const groupOf = (verb: Asked) => (verb === 'split' ? 'intake' : verbForms[verb].group)
  const not = one.mayNot.filter(({ verb }) => isDeskVerb(verb))
  return (
    <Menu name={<span className="button tall">{said.more}</span>}>
      <p>
        <b>{verbs.length > 0 ? said.moreTitle : said.act.none}</b>
      </p>
      {groups
        .map((group) => [group, verbs.filter((verb) => groupOf(verb) === group)] as const)
        .filter(([, inGroup]) => inGroup.length > 0)
        .map(([group, inGroup]) => (
          <div key={group} className="menu-group">
            <h3 className="small quiet">{said.groups[group]}</h3>
            <ul>
              {inGroup.map((verb) => (
                <li key={verb}>
                  <button
                    type="button"
                    onClick={(event) => {
                      event.currentTarget.closest('details')!.open = false
                      onAsk(verb)
                    }}
                  >
                    {verb === 'split' ? said.split.verb : words.casework.verbs[verb]}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      {not.length > 0 && (
        <details className="menu-not">
          <summary className="small">{said.moreNot}</summary>
          <dl className="facts small">
            {not.map((each) => (
              <div key={each.verb} style={{ display: 'contents' }}>
                <dt>{words.casework.verbs[each.verb]}</dt>
                <dd>
                  <WhyNot not={each} state={one.state} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </Menu>
  )
}

export function WhyNot({ not, state }: { readonly not: MayNot; readonly state: CaseDetail['state'] }) {
  const words = useWords()
  const { whyNot } = words.case.act
  if (not.code === 'case-state') return whyNot['case-state'](words.casework.states[state] ?? state)
  if (not.code === 'case-hand') return whyNot['case-hand']
  return whyNot.guard(words.casework.guards[not.guard ?? ''] ?? not.guard ?? '')
}
