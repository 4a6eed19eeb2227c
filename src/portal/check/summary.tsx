import type { JSX } from 'preact'
import type { Severity } from '#report'
import { Icon } from '../icons.tsx'
import { type Standing, standings } from './cells.ts'
import { severityIcons } from './panel.tsx'
import { useTalk } from './talk.ts'

const severities: readonly Severity[] = ['error', 'warning', 'info']

/** How many cells stand in each state and how many findings there are: the legend of the tables, always visible. */
export function Summary({ counts }: { readonly counts: Readonly<Record<Standing | Severity, number>> }): JSX.Element {
  const { words } = useTalk()
  return (
    <dl class="counts" aria-label={words.counts}>
      {standings.map((standing) => (
        <div key={standing}>
          <dt>
            <Sample standing={standing} />
            {words.states[standing]}
          </dt>
          <dd>{counts[standing]}</dd>
        </div>
      ))}
      {severities.map((severity) =>
        severity === 'info' && counts.info === 0 ? null : (
          <div key={severity} class={`sev-${severity}`}>
            <dt>
              <Icon name={severityIcons[severity]} />
              {words.severities[severity]}
            </dt>
            <dd>{counts[severity]}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

/** A small cell as the tables draw it. */
function Sample({ standing }: { readonly standing: Standing }): JSX.Element {
  const { words } = useTalk()
  const inside = {
    given: '0',
    repaired: <Icon name="wrench" size={14} />,
    doubtful: <Icon name="doubt" size={14} />,
    blank: words.blankSign,
    missing: words.missingSign,
  }
  return (
    <span class={`sample is-${standing}`} aria-hidden="true">
      {inside[standing]}
    </span>
  )
}
