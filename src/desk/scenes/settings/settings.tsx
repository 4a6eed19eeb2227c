/** Settings by group, each with its default, its bounds and who changed it. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { DeskWords } from '#words'
import { answered, api } from '../../api.ts'
import type { Setting } from '../../api-types.ts'
import { useWords } from '../../language.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { momentText } from '../../parts/moment.tsx'
import { Page } from '../../parts/page.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Empty, Loaded } from '../../parts/states.tsx'
import { Tag } from '../../parts/tag.tsx'
import { SettingForm } from './setting-form.tsx'

export function Settings() {
  const words = useWords()
  const said = words.administration.settings
  const settings = useQuery({ queryKey: ['settings'], queryFn: () => answered(api.GET('/settings')) })
  const [changing, setChanging] = useState<Setting | null>(null)
  const close = () => setChanging(null)
  return (
    <Page title={said.title} lead={said.lead}>
      <Loaded query={settings}>
        {({ items }) => (
          <div className="stack">
            {items.length === 0 && <Empty what={said.none} />}
            {[...new Set(items.map(({ group }) => group))].map((group) => (
              <Panel key={group} title={group}>
                <ul>
                  {items
                    .filter((setting) => setting.group === group)
                    .map((setting) => (
                      <Line key={setting.key} setting={setting} onChange={() => setChanging(setting)} />
                    ))}
                </ul>
              </Panel>
            ))}
          </div>
        )}
      </Loaded>
      <Dialog title={changing ? said.changeOf(changing.label) : ''} isOpen={changing !== null} onClose={close}>
        {changing && <SettingForm setting={changing} onDone={close} />}
      </Dialog>
    </Page>
  )
}

function Line({ setting, onChange }: { readonly setting: Setting; readonly onChange: () => void }) {
  const words = useWords()
  const said = words.administration.settings
  const { label, note, source, value, security, mayChange, changedAt, changedBy } = setting
  const changed = changedAt
    ? changedBy
      ? said.changedBy(changedBy.name, momentText(changedAt))
      : said.changedAt(momentText(changedAt))
    : said.isDefault
  return (
    <li className="setting">
      <span>
        <b>{label}</b> {security && <Tag icon="lock">{said.security}</Tag>}
        <span className="small quiet" style={{ display: 'block' }}>
          {[note, source].filter(Boolean).join(' ')}
        </span>
      </span>
      <span className="setting-value">
        <b>{valueWords(setting, value, words)}</b>
        <span className="small quiet" style={{ display: 'block' }}>
          {[said.default(valueWords(setting, setting.default, words)), boundsWords(setting, words), changed]
            .filter(Boolean)
            .join(words.and)}
        </span>
      </span>
      <span>
        {mayChange ? (
          <Button size="small" onClick={onChange} aria-label={said.changeOf(label)}>
            {words.edit}
          </Button>
        ) : (
          <span className="small quiet">{said.notYours}</span>
        )}
      </span>
    </li>
  )
}

function valueWords({ type, unit, choices }: Setting, value: Setting['value'], words: DeskWords): string {
  if (value === null || value === '') return words.administration.settings.empty
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (Array.isArray(value))
    return value.length === 0
      ? words.none
      : value.map((one) => choices.find((choice) => choice.value === one)?.label ?? one).join(words.listComma)
  if (type === 'choice') return choices.find((choice) => choice.value === value)?.label ?? String(value)
  return type === 'integer' && unit ? `${value} ${unit}` : String(value)
}

export function boundsWords({ type, min, max, unit, zero }: Setting, words: DeskWords): string {
  if (type !== 'integer') return ''
  const said = words.administration.settings
  const shown = (bound: number) => (unit ? `${bound} ${unit}` : String(bound))
  const bounds =
    min !== null && max !== null
      ? said.between(String(min), shown(max))
      : min !== null
        ? said.atLeast(shown(min))
        : max !== null
          ? said.atMost(shown(max))
          : ''
  return [bounds, zero && min !== 0 ? said.orZero : ''].filter(Boolean).join(words.and)
}
