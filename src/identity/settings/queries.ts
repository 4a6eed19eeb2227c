/** What is set. */
import type { Context, Reader } from '#db'
import type { Actor } from '../model.ts'
import { may } from '../policies/index.ts'
import { checkSetting, type Setting, type SettingKey, type SettingValue, settings } from './model.ts'
import { lastChangers, loadBodiesWhere, loadSetting, loadSettings, type SettingScope } from './store.ts'

/**
 * The value that counts now. For a setting of a body give the body's id.
 * What stands in the database and is no longer allowed (a bound that moved with a new version) counts as the default.
 */
export async function settingOf<K extends SettingKey>(reader: Reader, key: K, bodyId?: string): Promise<SettingValue<K>> {
  const row = await loadSetting(reader, scopeOf(key, bodyId), key)
  return counting(settings[key], row?.value) as SettingValue<K>
}

/** The values of several settings of the whole system, in one question. */
export async function settingsOf<K extends SettingKey>(reader: Reader, keys: readonly K[]): Promise<{ [Key in K]: SettingValue<Key> }> {
  const rows = await loadSettings(reader, 'system')
  return Object.fromEntries(keys.map((key) => [key, counting(settings[key], rows.get(key)?.value)])) as { [Key in K]: SettingValue<Key> }
}

/** Ids of bodies that set a key to a value other than its default. */
export const bodiesWhere = <K extends SettingKey>(
  reader: Reader,
  key: K,
  value: SettingValue<K> & (string | number | boolean),
): Promise<string[]> => loadBodiesWhere(reader, key, value)

export interface ListedSetting {
  readonly key: SettingKey
  readonly setting: Setting
  readonly value: SettingValue<SettingKey>
  readonly mayChange: boolean
  readonly changedAt: Date | null
  readonly changedBy: { readonly id: string; readonly name: string } | null
}

/** Every setting of the system, or of a body, with who changed it last; in the order of the definitions. */
export async function listSettings(ctx: Context, actor: Actor, bodyId?: string): Promise<ListedSetting[]> {
  const scope: SettingScope = bodyId === undefined ? 'system' : `body:${bodyId}`
  const [rows, changers] = await Promise.all([loadSettings(ctx.db, scope), lastChangers(ctx.db, scope)])
  return (Object.keys(settings) as SettingKey[])
    .filter((key) => settings[key].scope === (bodyId === undefined ? 'system' : 'body'))
    .map((key) => {
      const setting: Setting = settings[key]
      return {
        key,
        setting,
        value: counting(setting, rows.get(key)?.value) as SettingValue<SettingKey>,
        mayChange: may(actor, setting.security ? 'change-security' : 'change', 'setting'),
        changedAt: rows.get(key)?.changedAt ?? null,
        changedBy: changers.get(key) ?? null,
      }
    })
}

export function scopeOf(key: SettingKey, bodyId: string | undefined): SettingScope {
  if (settings[key].scope === 'system') return 'system'
  if (bodyId === undefined) throw new Error(`setting ${key} belongs to a body`)
  return `body:${bodyId}`
}

function counting(setting: Setting, stored: unknown): unknown {
  if (stored === undefined) return setting.default
  const checked = checkSetting(setting, stored)
  return 'value' in checked ? checked.value : setting.default
}
