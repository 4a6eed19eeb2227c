/** Names of a county that is nowhere: bodies, people, what is asked for. */
import type { Chance } from './chance.ts'

export const departments: readonly (readonly [slug: string, name: string])[] = [
  ['land', '自然资源局'],
  ['housing', '住房和城乡建设局'],
  ['agriculture', '农业农村局'],
  ['water', '水务局'],
  ['education', '教育局'],
  ['health', '卫生健康局'],
  ['market', '市场监督管理局'],
  ['finance', '财政局'],
  ['environment', '生态环境分局'],
  ['transport', '交通运输局'],
  ['civil-affairs', '民政局'],
  ['labour', '人力资源和社会保障局'],
]
export const towns: readonly (readonly [slug: string, name: string])[] = [
  ['heqiao', '河桥镇人民政府'],
  ['songling', '松岭镇人民政府'],
  ['baisha', '白沙镇人民政府'],
  ['shiban', '石板乡人民政府'],
  ['liuwan', '柳湾镇人民政府'],
  ['taoyuan', '桃源乡人民政府'],
]

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜']
const given = ['安', '宁', '和', '清', '远', '明', '静', '知遥', '一禾', '小溪', '思源', '若水', '文舟', '向晚', '子衿', '景行']
export const personName = (chance: Chance): string => chance.pick(surnames) + chance.pick(given)

const places = ['石板桥村', '城南片区', '河桥新区', '松岭工业园', '白沙河', '柳湾社区', '北门街', '双井小区']
const matters = [
  '征地补偿安置方案',
  '房屋征收决定',
  '建设工程规划许可',
  '土地出让合同',
  '环境影响评价批复',
  '危房鉴定报告',
  '惠农补贴名册',
  '项目验收单',
  '招标文件',
  '行政处罚决定书',
  '会议纪要',
  '拆迁评估报告',
]
export const requestTitle = (chance: Chance, year: number): string =>
  `${chance.pick(places)}${year - chance.whole(3)}年${chance.pick(matters)}`

export const organisations: Readonly<Record<string, readonly string[]>> = {
  enterprise: ['云岭宏图置业有限公司', '云岭顺通能源有限公司', '青禾农业发展有限公司'],
  research: ['云岭学院土地研究所', '省水利科学研究院云岭站'],
  socialOrganization: ['云岭河流守护中心', '云岭老年人协会'],
  legalService: ['衡平律师事务所', '明理律师事务所'],
  other: ['石板桥村村民委员会', '双井小区业主委员会'],
}
export const documentTitles = ['管理办法', '实施细则', '若干规定', '扶持措施', '评审标准', '奖励办法']
export const problems = ['专栏里有两个栏目更新不及时', '政策解读多是文字，图表少', '答复书引用条款不够具体', '规范性文件目录没有标明有效性']
export const measures = ['每月检查一次栏目更新', '解读材料同步做成图表', '答复前由法制人员核对条款', '逐件标明有效、失效、废止']
