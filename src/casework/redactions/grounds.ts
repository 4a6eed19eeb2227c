/** Why a part of a document may be withheld (Order 711 Art. 14–16), and what is stamped for it. */
import type { OutcomeRow } from '../model.ts'

export interface Ground {
  /** As it stands in the stamp: where the whole does not fit, its first word does. */
  readonly stamp: string
  /** Provision, as a letter cites it. */
  readonly source: string
  /** The row of table 三 of a request refused whole on this ground. */
  readonly row: OutcomeRow
}

export const grounds = {
  'state-secret': { stamp: '第十四条 国家秘密', source: '《中华人民共和国政府信息公开条例》第十四条', row: 'refusedStateSecret' },
  'by-law': { stamp: '第十四条 法律法规禁止公开', source: '《中华人民共和国政府信息公开条例》第十四条', row: 'refusedByLaw' },
  safety: { stamp: '第十四条 三安全一稳定', source: '《中华人民共和国政府信息公开条例》第十四条', row: 'refusedSafety' },
  'trade-secret': { stamp: '第十五条 商业秘密', source: '《中华人民共和国政府信息公开条例》第十五条', row: 'refusedThirdParty' },
  privacy: { stamp: '第十五条 个人隐私', source: '《中华人民共和国政府信息公开条例》第十五条', row: 'refusedThirdParty' },
  internal: { stamp: '第十六条 内部事务', source: '《中华人民共和国政府信息公开条例》第十六条第一款', row: 'refusedInternal' },
  process: { stamp: '第十六条 过程性信息', source: '《中华人民共和国政府信息公开条例》第十六条第二款', row: 'refusedProcess' },
  'enforcement-file': {
    stamp: '第十六条 执法案卷',
    source: '《中华人民共和国政府信息公开条例》第十六条第二款',
    row: 'refusedEnforcementFile',
  },
} as const satisfies Record<string, Ground>

export type GroundId = keyof typeof grounds
export const groundIds = Object.keys(grounds) as readonly GroundId[]
