/** Prose of the length that reports have, no two alike: without it a report is half as long as the real ones. */
import { dice } from '../tests/damage/dice.ts'
import type { MadeReport } from '../tests/damage/report.ts'

const matters = ['城乡低保', '医疗救助', '耕地保护', '农村公路', '校外培训', '燃气安全', '稳岗补贴', '老旧小区改造', '秸秆禁烧', '水库移民']
const means = ['门户网站', '政务服务大厅', '村务公开栏', '微信公众号', '广播', '便民服务点', '政府公报', '电子显示屏']
const verbs = ['逐项核对', '按月更新', '集中清理', '统一归档', '分批公布', '重新编目', '交叉复核', '当场答复']
const aims = ['让群众一眼看得到', '让企业少跑一趟', '让基层有据可查', '便于社会各界监督', '方便老年人查阅', '做到来源可追溯']

/** The report with as much prose in its chapters as a body of middling diligence writes: about 2,500 characters. */
export function withProse(report: MadeReport, seed: number): MadeReport {
  const { pick, roll } = dice(seed)
  const sentence = (): string =>
    pick([
      () => `围绕${pick(matters)}，由分管负责人牵头${pick(verbs)}相关目录${3 + roll(60)}项，${pick(aims)}。`,
      () => `在${pick(means)}增设${pick(matters)}专题，刊登图文材料${5 + roll(200)}篇，其中问答${1 + roll(5)}篇，${pick(aims)}。`,
      () => `对历年形成的${pick(matters)}文件${pick(verbs)}，补齐文号、成文日期和有效性标注，${pick(aims)}。`,
      () => `受理窗口与业务科室建立会商制度，遇到涉及${pick(matters)}的疑难事项，${1 + roll(5)}个工作日内拿出意见。`,
      () => `${pick(means)}与${pick(means)}同步公布${pick(matters)}结果，并留出不少于${5 + roll(10)}天的意见期，${pick(aims)}。`,
      () => `第${pick(['一', '二', '三', '四'])}季度抽查${pick(matters)}栏目，发现问题${1 + roll(9)}处，均已${pick(verbs)}。`,
    ])()
  const paragraph = (lead: string): string => lead + Array.from({ length: 2 + roll(2) }, sentence).join('')
  const chapter = (lines: readonly string[], more: number): string[] => [
    ...lines.flatMap((line) => [line, ...Array.from({ length: more }, (_, at) => paragraph(`${at + 1}.`))]),
  ]
  return { ...report, chapters: report.chapters.map((lines, at) => (at === 0 ? chapter(lines, 3) : at === 4 ? chapter(lines, 4) : lines)) }
}
