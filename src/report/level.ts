import { fold } from '#kit'
import type { BodyLevel } from './check.ts'

/**
 * The level of a body as its name tells it; null where the name leaves it open.
 * 市人民政府 is open: a prefecture-level city may make rules (立法法 Art. 93), a county-level city may not. So is the office
 * of a government, which reports now for itself, now for the whole area.
 */
export function levelOf(body: string | null): BodyLevel | null {
  if (body === null) return null
  const name = fold(body)
  for (const [level, pattern] of levels) if (pattern.test(name)) return level
  return null
}

const zone = '(?:开发区|高新区|经开区|产业园|工业园|园区|保税区|保税港区|度假区|名胜区|风景区|示范区|新区|功能区|合作区|试验区)'

/** Read from the top, the first that fits decides. */
const levels: readonly (readonly [BodyLevel | null, RegExp])[] = [
  ['town', /(?:镇|乡|苏木)(?:人民)?政府(?:办公室)?$|(?:镇|乡|苏木)(?:党政(?:综合)?办公室)?$|街道(?:办事处|办|党政(?:综合)?办公室)?$/],
  [null, /(?:人民)?政府(?:办|办公室|办公厅)$/],
  ['zone', new RegExp(`${zone}(?:管理委员会|管委会|管理办公室|党工委管委会)?$|管委会$`)],
  ['province', /(?:省|自治区)(?:人民政府)?$|^(?:北京|上海|天津|重庆)市(?:人民政府)?$/],
  ['city', /自治州(?:人民政府)?$/],
  ['county', /(?:县|旗)(?:人民政府)?$|区人民政府$/],
  // 国家税务总局 stands at the head of every local tax bureau's name: only a name without a place is the State Council's own.
  ['state', /^(?:国家|中国)[^省市县区州旗镇乡]*(?:局|署|部|委员会|会|院)$|^[^省市县区州旗镇乡]{2,6}(?:总局|总署)$/],
  [null, /(?<!监督)管理委员会$/],
  ['department', /(?:局|委|委员会|办|办公室|中心|厅|处|大队|支队|总队|站|馆|所)$/],
]
