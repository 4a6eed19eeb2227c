/** Changing what is set. */
import { type Context, inTransaction } from '#db'
import { Failure } from '#words'
import { record } from '../audit/store.ts'
import type { Actor, Machine } from '../model.ts'
import { allow } from '../policies/index.ts'
import { checkSetting, type Setting, type SettingKey, settings } from './model.ts'
import { scopeOf, settingOf } from './queries.ts'
import { putSetting } from './store.ts'

/** Sets a value. Throws `not-found` for a key that is none, `not-allowed`, `wrong-setting` with why. Setting what is set already changes nothing. */
export async function changeSetting(
  ctx: Context,
  actor: Actor | Machine,
  { key, value: given, bodyId }: { key: string; value: unknown; bodyId?: string },
): Promise<void> {
  if (!isSettingKey(key)) throw new Failure('no-such-setting', { key })
  const setting: Setting = settings[key]
  allow(actor, setting.security ? 'change-security' : 'change', 'setting')
  const checked = checkSetting(setting, given)
  if ('why' in checked) throw new Failure('wrong-setting', { key, why: checked.why, ...boundsOf(setting) })

  await inTransaction(ctx, async (tx) => {
    const scope = scopeOf(key, bodyId)
    const before = await settingOf(tx, key, bodyId)
    if (JSON.stringify(before) === JSON.stringify(checked.value)) return
    await putSetting(tx, scope, key, checked.value, ctx.now())
    await record(tx, ctx, actor, {
      kind: 'setting.changed',
      noun: 'setting',
      nounId: scope === 'system' ? key : `${scope}.${key}`,
      bodyId: bodyId ?? null,
      detail: { key, from: before, to: checked.value },
    })
  })
}

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(settings, key)

function boundsOf(setting: Setting): { min: number; max: number } {
  return { min: setting.type === 'integer' ? setting.min : 0, max: setting.type === 'integer' || setting.type === 'text' ? setting.max : 0 }
}
