import type { Passage, Span } from './text.ts'
import { sentenceAt } from './text.ts'

/** What kind of body a name is; null where its ending tells nothing. */
export type BodyKind = '镇' | '乡' | '街道' | '局' | '厅' | '委' | '办' | '中心' | '开发区' | '政府' | '院' | '处' | '所' | '站'

const endings: readonly (readonly [RegExp, BodyKind])[] = [
  [/镇(?:人民政府|政府)?$/, '镇'],
  [/乡(?:人民政府|政府)?$/, '乡'],
  [/(?:街道|街道办|街道办事处)$/, '街道'],
  [/(?:开发区|高新区|经开区|示范区|园区|度假区|保税区|新区)(?:管理委员会|管委会|管理办公室)?$/, '开发区'],
  [/[县市区省州盟旗](?:人民政府|政府)$/, '政府'],
  [/局$/, '局'],
  [/厅$/, '厅'],
  [/(?:委员会|委|管委会)$/, '委'],
  [/(?:办公室|办公厅|办)$/, '办'],
  [/中心$/, '中心'],
  [/院$/, '院'],
  [/处$/, '处'],
  [/所$/, '所'],
  [/站$/, '站'],
]

export function kindOf(body: string): BodyKind | null {
  const name = body.replace(/（.*）$/, '')
  for (const [pattern, kind] of endings) if (pattern.test(name)) return kind
  return null
}

/** What a body of each kind may call itself: 我镇, 我局. Larger places (我县, 我市) and general words (我单位) anyone may use. */
const selves: Readonly<Record<BodyKind, string>> = {
  镇: '镇',
  乡: '乡|镇',
  街道: '街道|街|办',
  局: '局|办|处|委|中心',
  厅: '厅|局|办|处',
  委: '委|办|局|处|会',
  办: '办|委|厅|局|处|街道',
  中心: '中心|局|办|处',
  开发区: '区|委|办|局|中心|开发区|管委会|园区',
  政府: '县|市|区|省|州|盟|旗|政府|办|委',
  院: '院|所',
  处: '处|局|中心|办|所',
  所: '所|院|局|中心',
  站: '站|局|所|中心',
}
const self =
  /(?<![自忘])我(部门|镇|乡|街道|局|厅|委|办(?!理)|中心|院|处(?!理)|所(?!有|在|属)|站)(?!里)|(?<![根基成资])本(镇|乡|街道|局|厅)(?![土部限])/g

/** 我局 in the report of a town: the body calls itself what it is not. */
export function falseSelves(
  passages: readonly Passage[],
  body: string,
): readonly (Span & { readonly passage: Passage; readonly said: string; readonly kind: BodyKind })[] {
  const kind = kindOf(body)
  if (kind === null) return []
  const allowed = new Set(selves[kind].split('|'))
  // A government that calls itself 我镇 here and 我部门 there has kept a sentence of a department's.
  const own = kind === '镇' || kind === '乡' || kind === '街道' ? `我${kind}` : null
  if (own === null || !passages.some(({ masked }) => masked.includes(own))) allowed.add('部门')
  return passages.flatMap((passage) =>
    /[我本]/.test(passage.plain)
      ? [...passage.masked.matchAll(self)].flatMap((match) =>
          allowed.has(match[1] ?? match[2]!) || body.includes(match[1] ?? match[2]!)
            ? []
            : [{ passage, start: match.index, end: match.index + match[0].length, said: match[0], kind }],
        )
      : [],
  )
}

/** 我县组织各乡镇…: a county's own act; 我县统一部署 is none of the town's. */
const larger =
  /^[ □]*(?:（[一二三四五六七八九十\d]{1,3}）[^。]{0,10}。|[一二三四五六七八九十\d]{1,3}[、.] ?)?(?:20\d{2} ?年(?:度)?|本年度|今年|一年来|年内)?，?(我[县市区旗])(?:组织|召开|印发|制定|出台|成立|开展|累计|共|全年|主动公开|各级|认真|严格|积极|高度重视|始终|坚持|持续|不断|深入|进一步|建立)/

/** 我县 as the one that acts, in the first chapter of a town's report: a sentence of the county's. */
export function largerSelves(
  passages: readonly Passage[],
  body: string,
): readonly (Span & { readonly passage: Passage; readonly said: string })[] {
  const kind = kindOf(body)
  if (kind !== '镇' && kind !== '乡' && kind !== '街道') return []
  const found: (Span & { passage: Passage; said: string })[] = []
  for (const passage of passages) {
    if (passage.chapter !== 1 || !/我[县市区旗]/.test(passage.plain)) continue
    for (const sentence of passage.sentences) {
      const words = passage.plain.slice(sentence.start, sentence.end)
      const match = larger.exec(words)
      if (match === null || namesSelf(words, body) || forTowns.test(words)) continue
      const end = sentence.start + words.indexOf(match[1]!) + match[1]!.length
      found.push({ passage, start: end - match[1]!.length, end, said: match[1]! })
    }
  }
  return found
}

/** What a county does to its towns, which a town may report: 我县组织专项检查1次. */
const forTowns = /检查|考核|评估|评议|培训|督查|督导|通报|部署|统一/

/** A sentence that speaks of this body too. */
const namesSelf = (words: string, body: string) => words.includes(body) || /[我本](?:镇|乡|街道|单位|机关)/.test(words)

/** What a town does; of a bureau named in a bureau's report the same words may tell of another. */
const townAct = '全年|召开|组织|开展|成立|制定|印发|公开|发布|收到|建立|设立|'
const ownAct =
  '(?:党委、?政府|党委|党工委|人民政府|政府|办事处|党政办公室|党政办)?(?:始终|认真|严格|全面|积极|高度|坚持|深入|按照|持续|不断|进一步|主动|通过|累计|共|未|没有|切实|紧紧|把|将|以|及时|扎实|依托|充分|牢固|着力|根据|政府信息公开|政务公开)'
/** The head of a sentence: a name of a place or an office and what it does. */
const subject = new RegExp(
  `^[ □]*(?:（[一二三四五六七八九十\\d]{1,3}）[^。]{0,10}。|[一二三四五六七八九十\\d]{1,3}[、.] ?)?(?:20\\d{2} ?年(?:度)?|本年度|今年|一年来|年内)?，?([\\u4e00-\\u9fa5]{2,8}?)(?:(镇|乡|街道)(?=${ownAct.replace('始终', `${townAct}始终`)})|(局)(?=${ownAct}))`,
)
/** 全镇, 各局, 小城镇: no name of one body. */
const general = /全|各|我|本|该|某|小城|建制|集|乡$|村|县$|市$|区$|相关|有关|下|上级|当|同|年|在|的|部门|对|向|由|和|与|及|为|等|要求|到/

/** Another town's or bureau's name as the one that acts: 清河镇认真落实… in the report of 柳溪镇. */
export function foreignSubjects(
  passages: readonly Passage[],
  body: string,
): readonly (Span & { readonly passage: Passage; readonly name: string })[] {
  const kind = kindOf(body)
  if (kind !== '镇' && kind !== '乡' && kind !== '街道' && kind !== '局') return []
  const found: (Span & { passage: Passage; name: string })[] = []
  for (const passage of passages) {
    if (passage.chapter === 5 || !/[镇乡道局]/.test(passage.masked)) continue
    for (const sentence of passage.sentences) {
      const match = subject.exec(passage.plain.slice(sentence.start, sentence.end))
      const ending = match?.[2] ?? match?.[3]
      if (match === null || (kind === '局') !== (ending === '局')) continue
      const name = match[1]! + ending
      if (general.test(match[1]!) || isSame(match[1]!, body)) continue
      const start = sentence.start + match[0].indexOf(name)
      // A sentence that goes on to name this body speaks of both.
      const { start: from, end: to } = sentenceAt(passage, start)
      if (namesSelf(passage.plain.slice(from, to), body)) continue
      found.push({ passage, start, end: start + name.length, name })
    }
  }
  return found
}

/** The body's own name, whole, without its county, or shortened as people do (住建局 for 住房和城乡建设局): its characters in their order. */
function isSame(name: string, body: string): boolean {
  if (body.includes(name) || name.includes(body)) return true
  const core = name.replace(/^.{0,6}[县市区省州](?=.{2})/, '')
  let at = 0
  for (const char of body) if (char === core[at]) at++
  return at === core.length
}
