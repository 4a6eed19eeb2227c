/** The identities of the form (勾稽关系) with the figures on both sides, and where one does not hold in which column or row. */
import { useWords } from '../../language.tsx'
import { Icon } from '../../parts/icon.tsx'
import { cellName, form } from './form.ts'
import type { Figures } from './grids.tsx'

interface Check {
  readonly place: string
  readonly left: readonly number[]
  readonly right: readonly number[]
}

export function Identities({ figures }: { readonly figures: Figures }) {
  const said = useWords().tables
  const all = identitiesOf(figures)
  return (
    <section className="panel" aria-labelledby="identities">
      <header>
        <h2 id="identities">{said.identities}</h2>
      </header>
      <ul>
        {(['balance', 'outcomes', 'rows', 'groups'] as const).map((id) => {
          const { shown, checks } = all[id]
          const wrong = checks.filter(({ left, right }) => sum(left) !== sum(right))
          return (
            <li key={id} className="identity">
              <span className={wrong.length === 0 ? 'ok' : 'bad'}>
                <Icon name={wrong.length === 0 ? 'check' : 'bad'} /> {wrong.length === 0 ? said.holds : said.holdsNot}
              </span>
              <span>{said[id]}</span>
              {wrong.length === 0 && shown && (
                <span className="quiet">{said.figures(shown.left.join(' + '), shown.right.join(' + '))}</span>
              )}
              {wrong.map(({ place, left, right }) => (
                <span key={place} className="bad">
                  {said.off(place, left.join(' + '), right.join(' + '))}
                </span>
              ))}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

function identitiesOf(figures: Figures) {
  const { rows, columns } = form.requests
  const at = (key: string) => figures.get(key) ?? 0
  const cell = (row: string, column: string) => at(`requests.${row}.${column}`)
  const balance = columns.map(
    ({ key, label }): Check => ({
      place: label,
      left: [cell('received', key), cell('carriedIn', key)],
      right: [cell('concluded', key), cell('carriedOut', key)],
    }),
  )
  const outcomes = columns.map(
    ({ key, label }): Check => ({
      place: label,
      left: [sum(rows.filter(({ part }) => part === 'outcome').map((row) => cell(row.key, key)))],
      right: [cell('concluded', key)],
    }),
  )
  const acrossRows = rows.map(
    (row): Check => ({
      place: cellName(`requests.${row.key}.total`)?.row ?? row.label,
      left: [sum(columns.slice(0, -1).map(({ key }) => cell(row.key, key)))],
      right: [cell(row.key, 'total')],
    }),
  )
  const groups = form.challenges.groups.map(
    (group): Check => ({
      place: group.label,
      left: form.challenges.columns.slice(0, -1).map(({ key }) => at(`challenges.${group.key}.${key}`)),
      right: [at(`challenges.${group.key}.total`)],
    }),
  )
  return {
    balance: { shown: balance.at(-1), checks: balance },
    outcomes: { shown: outcomes.at(-1), checks: outcomes },
    rows: { shown: undefined, checks: acrossRows },
    groups: { shown: undefined, checks: groups },
  }
}
