import type { Check } from '../check.ts'
import type { Finding } from '../findings.ts'
import type { Leftover } from '../model.ts'

export const documentHygiene: Check = {
  id: 'document.hygiene',
  severity: 'warning',
  source: '《政府信息公开条例》第十七条：公开前审查',
  rule: {
    'zh-CN': '发布的文件里没有修订痕迹、批注、隐藏文字、别的单位的模板。',
    en: 'What is published holds no tracked changes, comments, hidden text or another body’s template.',
  },
  find: (report) => {
    const kinds = new Map<Leftover['kind'], Leftover[]>()
    for (const leftover of report.printed.leftovers) {
      const same = kinds.get(leftover.kind)
      if (same) same.push(leftover)
      else kinds.set(leftover.kind, [leftover])
    }
    return [...kinds].map(
      ([kind, leftovers]): Finding => ({
        rule: 'document.hygiene',
        severity: 'warning',
        cells: [],
        found: shorten(leftovers[0]!.text),
        expected: null,
        say: `document.hygiene.${kind}`,
        values: { count: leftovers.length },
        at: leftovers.find((leftover) => leftover.at !== null)?.at ?? null,
      }),
    )
  },
  examples: {
    pass: [{ shows: 'nothing left over', given: {} }],
    fail: (
      [
        ['tracked-insertion', '新增的一句'],
        ['tracked-deletion', '删去的一句'],
        ['comment', '这个数要再核'],
        ['hidden-text', '不该看到的话'],
        ['template', '松岭镇年报模板.dotx'],
        ['author', '松岭镇张某'],
      ] as const
    ).map(([kind, text]) => ({
      shows: kind,
      given: { printed: { leftovers: [{ kind, text, at: { line: 12 } }] } },
      finds: { say: `document.hygiene.${kind}`, found: text },
    })),
  },
}

const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}
