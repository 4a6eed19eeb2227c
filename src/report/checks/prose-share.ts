import type { Check } from '../check.ts'
import type { Finding } from '../findings.ts'
import type { Report } from '../model.ts'
import { show } from '../prose/figures.ts'
import { type Rate, ratesOf, readShare, type Share, type ShareList, shareListsOf } from '../prose/shares.ts'
import { findingAt, passagesOf } from '../prose/text.ts'

/** 占…% is the part over the whole, and the shares of a whole come to 100. */
export const proseShare: Check = {
  id: 'prose.share',
  severity: 'warning',
  source: '国办公开办函〔2021〕30号：内容真实、数据准确',
  rule: {
    'zh-CN': '正文里的占比、回收率、答复率等应等于分项除以总数，各分项占比之和应为 100%；只差在四舍五入或截尾的，只作提示。',
    en: 'A share or a rate in the prose is the part over the whole, and the shares of a whole come to 100 %; what rounding or cutting off explains is only noted.',
  },
  find: (report: Report) => [
    ...shareListsOf(passagesOf(report)).flatMap((list) => [...list.shares.flatMap(judge), ...judgeTotal(list)]),
    ...ratesOf(passagesOf(report)).flatMap(judgeRate),
  ],
  examples: {
    pass: [
      { shows: 'shares that are right', given: { chapters: { 1: '全年公开信息200条，其中政策文件50条，占25%；工作动态150条，占75%。' } } },
      { shows: 'only some shares named', given: { chapters: { 1: '全年公开信息300条，其中民生领域信息90条，占总数的30%。' } } },
      { shows: 'a rate that is right', given: { chapters: { 1: '发放问卷80份，回收60份，回收率75%，满意率98%。' } } },
      { shows: 'a rate is no share', given: { chapters: { 1: '收到申请4件，答复率100%，满意率98.5%。' } } },
    ],
    fail: [
      {
        shows: 'a share that is wrong',
        given: { chapters: { 1: '全年公开信息240条，其中政策解读36条，占信息总数的25%。' } },
        finds: { severity: 'warning', found: 25, expected: 15, quote: '25%' },
      },
      {
        shows: 'a rate that is wrong',
        given: { chapters: { 1: '发放问卷80份，回收60份，回收率85%。' } },
        finds: { severity: 'warning', found: 85, expected: 75, quote: '85%' },
      },
      {
        shows: 'not every answer in time, though the rate says so',
        given: { chapters: { 1: '全年答复申请5件，按期答复4件，按期答复率100%。' } },
        finds: { severity: 'warning', found: 100, expected: 80 },
      },
      {
        shows: 'a share cut off instead of rounded',
        given: { chapters: { 1: '全年公开信息96条。其中，通知公告31条，占32.29%；工作动态65条，占67.70%。' } },
        finds: { severity: 'info', found: 67.7, expected: 67.71 },
      },
      {
        shows: 'shares that come to more than a hundred',
        given: { chapters: { 1: '按公开渠道分，网站占信息总量的55%，微信占信息总量的38%，微博占信息总量的17%。' } },
        finds: { severity: 'warning', found: 110, expected: 100 },
      },
    ],
  },
}

function judge({ passage, percent, part, whole }: Share): readonly Finding[] {
  if (part === null || whole === null || !part.exact || !whole.exact || !percent.exact || whole.value <= 0) return []
  const reading = readShare(part.value, whole.value, percent.value, percent.decimals)
  if (reading === 'right') return []
  const scale = 10 ** percent.decimals
  const right = Math.round((part.value / whole.value) * 100 * scale) / scale
  return [
    findingAt(
      passage,
      percent,
      'prose.share',
      reading === 'wrong' ? 'warning' : 'info',
      reading === 'wrong' ? 'prose.share.wrong' : reading === 'cut' ? 'prose.share.cut' : 'prose.share.raised',
      {
        found: percent.value,
        expected: right,
        values: {
          part: show(part.value),
          whole: show(whole.value),
          unit: whole.unit,
          printed: percent.value.toFixed(percent.decimals),
          right: right.toFixed(percent.decimals),
          exact: show(Math.round((part.value / whole.value) * 1e5) / 1e3),
        },
      },
    ),
  ]
}

/** A rate that no number ahead of its part explains. */
function judgeRate({ passage, percent, part, wholes }: Rate): readonly Finding[] {
  const known = wholes.filter((whole) => whole.exact && whole.value >= part.value && whole.value > 0)
  const whole = known.at(-1)
  if (whole === undefined || known.length < wholes.length) return []
  if (known.some(({ value }) => readShare(part.value, value, percent.value, percent.decimals) !== 'wrong') && known.length > 1) return []
  return judge({ passage, percent, part, whole })
}

/** The shares of a list that names every part. */
function judgeTotal({ passage, shares, whole }: ShareList): readonly Finding[] {
  if (shares.length < 2 || !shares.every(({ percent }) => percent.exact)) return []
  const decimals = Math.max(...shares.map(({ percent }) => percent.decimals))
  const scale = 10 ** decimals
  const total = shares.reduce((sum, { percent }) => sum + Math.round(percent.value * scale), 0) / scale
  if (total === 100) return []
  const parts = shares.reduce((sum, { part }) => sum + (part?.value ?? Number.NaN), 0)
  const complete = whole !== null && parts === whole.value
  // Without numbers beside them, shares that stay under a hundred may be only some of them; so may shares of different wholes.
  if (!complete && (total < 100 || whole !== null || !oneBase(shares))) return []
  // Each share may be a whole last place too small (cut) or half of one too large (rounded).
  const explained = Math.abs(total - 100) <= shares.length / scale
  const first = shares[0]!.percent
  const last = shares.at(-1)!.percent
  return [
    findingAt(
      passage,
      { start: first.start, end: last.end },
      'prose.share',
      explained ? 'info' : 'warning',
      explained ? 'prose.share.total-rounded' : 'prose.share.total',
      {
        found: total,
        expected: 100,
        values: {
          shares: shares.map(({ percent }) => percent.value.toFixed(percent.decimals)).join(' + '),
          total: show(total),
          gap: show(Math.abs(total - 100)),
        },
      },
    ),
  ]
}

/** Whether the shares say, in the same words, that they are of the same whole. */
function oneBase(shares: readonly Share[]): boolean {
  const base = ({ percent }: Share) => percent.before.slice(percent.before.lastIndexOf('占')).replaceAll(' ', '')
  const words = base(shares[0]!)
  return words.length > 2 && shares.every((share) => base(share) === words)
}
