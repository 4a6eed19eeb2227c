/** What is wrong with a table of registers: asked when the program starts. */
import { cellKeys } from '#report'
import { countings, fieldKinds, type RegisterDefinition, registerGroups } from './model.ts'

/** Faults as sentences for whoever adds a register; empty where the definitions hold. */
export function checkRegisters(registers: readonly RegisterDefinition[]): string[] {
  const faults: string[] = []
  const seen = new Set<string>()
  const cells = new Map<string, string>()
  const known = new Set(cellKeys('2021').filter((key) => key.startsWith('proactive.')))
  for (const one of registers) {
    const say = (fault: string) => faults.push(`${one.id}: ${fault}`)
    if (!/^[a-z]+(-[a-z]+)*$/.test(one.id)) say('its id is not kebab-case')
    if (seen.has(one.id)) say('there are two of this id')
    seen.add(one.id)
    if (!registerGroups.includes(one.group)) say(`no group ${one.group}`)
    const fields = new Map(one.fields.map((field) => [field.key, field]))
    if (fields.size < one.fields.length) say('a field stands twice')
    for (const { key, kind, options } of one.fields) {
      if (!fieldKinds.includes(kind)) say(`field ${key} is of no kind ${kind}`)
      if ((kind === 'choice') !== (options !== undefined && Object.keys(options).length > 0))
        say(`field ${key}: choices and options go together`)
    }
    const kindOf = (key: string | undefined) => (key === undefined ? undefined : fields.get(key)?.kind)
    if (!['text', 'lines'].includes(kindOf(one.title) ?? '')) say(`its title ${one.title} is no text of it`)
    if (!['day', 'month'].includes(kindOf(one.begins) ?? '')) say(`it begins on ${one.begins}, which is no day of it`)
    if (!fields.get(one.begins)?.required) say(`${one.begins} must be filled in: without it nothing is counted`)
    for (const { field } of one.ends ?? []) if (kindOf(field) !== 'day') say(`it ends on ${field}, which is no day of it`)
    if (one.amount !== undefined && !['count', 'money'].includes(kindOf(one.amount) ?? ''))
      say(`its amount ${one.amount} is no number of it`)
    if (one.own !== undefined && kindOf(one.own) !== 'yes') say(`${one.own} is no yes or no of it`)
    const ways = [...Object.values(one.cells ?? {}), ...one.measures.map(({ counting }) => counting)]
    for (const way of ways) {
      if (!countings.includes(way)) say(`no counting ${way}`)
      if (way === 'ended' && (one.ends ?? []).length === 0) say('it counts what ended, and nothing ends')
      if (way === 'sum' && one.amount === undefined) say('it adds up amounts, and has none')
    }
    for (const key of Object.keys(one.cells ?? {})) {
      if (!known.has(key)) say(`table 二 has no cell ${key}`)
      if (cells.has(key)) say(`${key} is counted by ${cells.get(key)} already`)
      cells.set(key, one.id)
    }
    for (const { by } of one.measures)
      if (by !== undefined && kindOf(by) !== 'choice') say(`a measure is parted by ${by}, which is no choice of it`)
    for (const key of [one.reconciledWith?.key, ...(one.reconciledWith?.compared ?? [])])
      if (key !== undefined && !fields.has(key)) say(`it is reconciled by ${key}, which is no field of it`)
  }
  for (const key of known) if (!cells.has(key)) faults.push(`${key} is counted by no register`)
  return faults
}
