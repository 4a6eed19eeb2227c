/** The registers there are at a body, by what they are of, with how much each holds. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { cellName } from '#report'
import { answered, api } from '../../api.ts'
import type { Register } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Page } from '../../parts/page.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ScopeBody, ScopeYear, useScope } from '../../parts/scope.tsx'
import { Empty, Loaded } from '../../parts/states.tsx'
import './registers.css'

/** The registers of a body and year, with their definitions. */
export const useRegisters = ({ body, year }: { readonly body: string; readonly year: number }) =>
  useQuery({
    queryKey: ['registers', body, year],
    queryFn: () => answered(api.GET('/registers', { params: { query: { body, year } } })),
    enabled: body !== '',
  })

export function Registers() {
  const words = useWords()
  const said = words.registers
  const scope = useScope()
  const query = useRegisters(scope)
  return (
    <Page title={said.title} lead={said.lead}>
      <search className="filters no-print">
        <ScopeBody label={said.body} />
        <ScopeYear label={said.year} name={said.yearName} />
      </search>
      {scope.body === '' ? (
        <Empty what={said.noBody} next={said.noBodyHint} />
      ) : (
        <Loaded query={query}>
          {({ items }) => (
            <div className="register-groups">
              {[...new Set(items.map(({ groupName }) => groupName))].map((name) => (
                <Panel key={name} title={name}>
                  <ul className="register-list">
                    {items
                      .filter(({ groupName }) => groupName === name)
                      .map((one) => (
                        <Line key={one.id} register={one} body={scope.body} year={scope.year} />
                      ))}
                  </ul>
                </Panel>
              ))}
            </div>
          )}
        </Loaded>
      )}
    </Page>
  )
}

function Line({ register, body, year }: { readonly register: Register; readonly body: string; readonly year: number }) {
  const words = useWords()
  const said = words.registers
  return (
    <li>
      <p>
        <Link to={`/registers/${register.id}`} search={{ body, year: String(year) } as never}>
          {register.name}
        </Link>
        <span className={register.all === 0 ? 'quiet small' : 'small'}>{said.held(register.ofYear, register.all)}</span>
      </p>
      <p className="quiet small">{register.about}</p>
      {register.cells.length > 0 && (
        <p className="quiet small">{said.counts(register.cells.map((cell) => cellName(cell)).join(words.listComma))}</p>
      )}
    </li>
  )
}
