/** What real publication does to the words of the form (layouts.md §4). Numbers stay as they are. */
import type { Damage } from './damages.ts'
import type { Dice } from './dice.ts'
import type { Row, Sheet } from './sheet.ts'

/** A word of the form that can be printed differently. */
interface Word {
  readonly kind: 'caption' | 'subject' | 'header' | 'row' | 'group' | 'column' | 'over' | 'result'
  readonly get: () => string
  readonly set: (text: string) => void
}

/** Every label of the sheet. Rows of one group change their group's name together. */
function words(sheet: Sheet): Word[] {
  const { requests, challenges } = sheet
  const named = new Set(requests.rows.map((row) => row.group))
  return [
    ...sheet.blocks.flatMap((block) => [
      ...(block.caption === null ? [] : [field('caption', block as { caption: string }, 'caption')]),
      ...block.headers.map((_, at) => item('header', block.headers, at)),
      ...block.rows.map((row) => field('row', row, 'label')),
    ]),
    ...requests.columns.map((column) => field('column', column, 'label')),
    ...requests.rows.map((row) => field('row', row, 'label')),
    ...[...named].flatMap((name) => (name === null ? [] : [groupOf(requests.rows.filter((row) => row.group === name))])),
    field('over', requests, 'results'),
    field('over', requests, 'corner'),
    field('over', requests, 'organisations'),
    ...challenges.groups.map((_, at) => item('group', challenges.groups, at)),
    ...challenges.headers.map((_, at) => item('result', challenges.headers, at)),
  ]
}

function field<Name extends string>(kind: Word['kind'], holder: Record<Name, string>, name: Name): Word {
  const set = (text: string) => {
    holder[name] = text
  }
  return { kind, get: () => holder[name], set }
}

function item(kind: Word['kind'], list: string[], at: number): Word {
  const set = (text: string) => {
    list[at] = text
  }
  return { kind, get: () => list[at]!, set }
}

function groupOf(rows: readonly Row[]): Word {
  const set = (text: string) => {
    for (const row of rows) row.group = text
  }
  return { kind: 'group', get: () => rows[0]!.group!, set }
}

const each = (sheet: Sheet, change: (text: string, kind: Word['kind']) => string) => {
  for (const word of words(sheet)) word.set(change(word.get(), word.kind))
}

const hanzi = /[㐀-鿿]/
/** Characters a scanner takes for another. */
const misread = ['亍', '囗', '夲', '丅', '刂', '攵', '宀', '禾', '彳', '辶']

/** Changes up to a quarter of a label's Chinese characters, one at least. */
function mangle(text: string, { roll, pick }: Dice, change: (character: string) => string): string {
  const characters = [...text]
  const places = characters.flatMap((character, at) => (hanzi.test(character) ? [at] : []))
  if (places.length < 3) return text
  for (let times = 1 + roll(Math.max(1, Math.floor(places.length / 4))); times > 0; times--) {
    const at = pick(places)
    characters[at] = change(characters[at]!)
  }
  return characters.join('')
}

const traditional: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'数數类類处處办辦总總计計开開关關门門机機构構员員权權规規范範废廢现現强強务務业業术術济濟农農经經费費额額单單位位结結转轉继繼续續请請复複无無当當应應证證认認获獲执執书書讼訟议議诉訴审審组組织織团團会會与與国國密密资資讯訊',
  ]
    .join('')
    .match(/../gu)!
    .map((pair) => [...pair] as [string, string]),
)

const sounds: Readonly<Record<string, string>> = {
  数: 'shù',
  类: 'lèi',
  废: 'fèi',
  属: 'shǔ',
  涉: 'shè',
  确: 'què',
  规: 'guī',
  缴: 'jiǎo',
  续: 'xù',
  额: 'é',
  讼: 'sòng',
  织: 'zhī',
}

const shortened: readonly (readonly [RegExp, string])[] = [
  [/^一、本年新收政府信息公开申请数量$/, '一、本年新收申请数量'],
  [/^二、上年结转政府信息公开申请数量$/, '二、上年结转申请数量'],
  [/（区分处理的，只计这一情形，不计其他情形）/, ''],
  [/^2\.其他法律行政法规禁止公开$/, '2.其他法律法规禁止公开'],
  [/^1\.本机关不掌握相关政府信息$/, '1.本机关不掌握'],
  [/^2\.没有现成信息需要另行制作$/, '2.需要另行制作'],
  [/^3\.补正后申请内容仍不明确$/, '3.补正后仍不明确'],
  [/^5\.要求行政机关确认或重新出具已获取信息$/, '5.要求确认或重新出具已获取信息'],
  [/^1\.申请人无正当理由逾期不补正.*$/, '1.申请人无正当理由逾期不补正'],
  [/^2\.申请人逾期未按收费通知要求缴纳费用.*$/, '2.申请人逾期未缴纳费用'],
  [/^四、结转下年度继续办理$/, '四、结转下年度'],
]

const instructions: readonly (readonly [string, string])[] = [
  ['上一年项目数量', '上一年项目数量（指2018年事项数，如 15）'],
  ['本年增/减', '本年增/减（减少填负数，如 -8）'],
  ['处理决定数量', '处理决定数量（1 年内合计）'],
  ['本年制发件数', '本年制发件数（含2件以上联合发文，只计1次）'],
  ['现行有效件数', '现行有效件数（截至12月31日）'],
  ['本年处理决定数量', '本年处理决定数量（按3号口径）'],
]

const label = (name: string, apply: Damage['apply']): Damage => ({ name, kind: 'label', apply })
const aFew = (sheet: Sheet, dice: Dice, change: (text: string) => string) => {
  for (const word of words(sheet)) if (dice.chance(1, 6)) word.set(change(word.get()))
}

export const labelDamages: readonly Damage[] = [
  label('characters lost', (sheet, dice) => aFew(sheet, dice, (text) => mangle(text, dice, () => ''))),
  label('characters misread', (sheet, dice) => aFew(sheet, dice, (text) => mangle(text, dice, () => dice.pick(misread)))),
  label('last character of a header lost', (sheet, { chance }) =>
    each(sheet, (text, kind) =>
      ['header', 'column', 'result'].includes(kind) && text.length > 2 && chance(1, 3) ? text.slice(0, -1) : text,
    ),
  ),
  label('two headers cut to the same stem', (sheet) =>
    each(sheet, (text, kind) =>
      kind === 'header' ? text.replace(/^本年(制发|废止)件数$/, '本年件数').replace(/^本年新(制作|公开)数量$/, '本年新数量') : text,
    ),
  ),
  label('总计 over two cells', (sheet, { chance }) => {
    if (chance(1, 2)) sheet.splitLabels.add('总计')
    for (const row of sheet.requests.rows) if (row.label.endsWith('总计')) sheet.splitLabels.add(row.label)
  }),
  label('规章 lost', (sheet) => {
    for (const block of sheet.blocks) for (const row of block.rows) if (row.id === 'rules') row.label = ''
  }),
  label('brackets lost with what they hold', (sheet) => each(sheet, (text) => text.replace(/（[^（）]*）/g, ''))),
  label('第 lost from captions', (sheet) => each(sheet, (text, kind) => (kind === 'caption' ? text.replace(/第/g, '') : text))),
  label('a caption row missing', (sheet, { pick }) => {
    pick(sheet.blocks).caption = null
  }),
  label('notes in headers', (sheet, { pick }) =>
    each(sheet, (text, kind) => {
      if (kind !== 'header') return text
      if (text === '现行有效件数') return pick([text, '现行有效件数（历史累计）'])
      return pick([text, text.replace(/^本年/, `本年（${sheet.made.year}）`)])
    }),
  ),
  label('规范性文件 without 行政', (sheet) => each(sheet, (text) => text.replace(/^行政规范性文件$/, '规范性文件'))),
  label('1、 for 1.', (sheet, { pick }) => {
    const mark = pick(['、', '．', ' ', '。'])
    each(sheet, (text) => text.replace(/^(\d)\./, `$1${mark}`))
  }),
  label('labels shortened', (sheet, { chance }) =>
    each(sheet, (text) => {
      const rule = shortened.find(([pattern]) => pattern.test(text))
      return rule && chance(2, 3) ? text.replace(rule[0], rule[1]) : text
    }),
  ),
  label('traditional characters', (sheet) =>
    each(sheet, (text) => [...text].map((character) => traditional[character] ?? character).join('')),
  ),
  label('pinyin after hard characters', (sheet, { chance }) =>
    each(sheet, (text) =>
      [...text].map((character) => (sounds[character] && chance(1, 3) ? `${character}（${sounds[character]}）` : character)).join(''),
    ),
  ),
  label('instructions with digits in headers', (sheet) => {
    each(sheet, (text, kind) => (kind === 'header' ? (instructions.find(([plainly]) => plainly === text)?.[1] ?? text) : text))
  }),
  label('mixed punctuation', (sheet, { chance }) =>
    each(sheet, (text) =>
      text.replace(/[（）：“”，]/g, (mark) =>
        chance(1, 2) ? { '（': '(', '）': ')', '：': ':', '“': '"', '”': '"', '，': ',' }[mark]! : mark,
      ),
    ),
  ),
  label('scanner garbage with digits in the corner and over the columns', (sheet, { pick }) => {
    sheet.requests.corner = pick(['大利料0根的3与统义之头、然', '(2 -) ++ 半 土 7z 数据', '列数勹稽0关糸1: 弟一顶'])
    sheet.requests.over = pick(['申清人l青况', '申请人情况', '甲请入1情况'])
  }),
]
