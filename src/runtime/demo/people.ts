/** Who works in 云溪县. Names are made up and fall as the lists below fall; every run makes the same people. */
import type { Role } from '#identity'
import { bodies, government, land, office } from './county.ts'

export interface DemoPost {
  readonly body: string
  readonly role: Role
  readonly step?: number
  readonly section?: string
}

export interface DemoPerson {
  readonly name: string
  readonly username: string
  readonly posts: readonly DemoPost[]
}

/** 内设机构 with a 信息联络员 each, by the body's slug. */
export const sections: Readonly<Record<string, readonly string[]>> = {
  [office]: ['政务公开股', '综合股', '督查股'],
  [land]: ['办公室', '国土空间规划股', '耕地保护监督股', '不动产登记中心'],
}

const at =
  (body: string) =>
  (role: Role, more: { step?: number; section?: string } = {}): DemoPost => ({ body, role, ...more })
const [atOffice, atLand] = [at(office), at(land)]

/** Known by name elsewhere in the demo; the three administrations are three people (GB/T 22239-2019 8.1.4). */
const named: readonly DemoPerson[] = [
  { name: '高宇', username: 'gao.yu', posts: [atOffice('system-admin')] },
  { name: '严立', username: 'yan.li', posts: [atOffice('security-admin')] },
  { name: '孟静', username: 'meng.jing', posts: [atOffice('audit-admin')] },

  { name: '林晓岚', username: 'lin.xiaolan', posts: [atOffice('higher-office')] },
  { name: '何蕾', username: 'he.lei', posts: [atOffice('drafter'), atOffice('liaison', { section: '政务公开股' })] },
  { name: '沈立群', username: 'shen.liqun', posts: [atOffice('reviewer', { step: 1 })] },
  { name: '罗文海', username: 'luo.wenhai', posts: [atOffice('reviewer', { step: 2 })] },
  { name: '邱实', username: 'qiu.shi', posts: [atOffice('secrecy-reviewer')] },
  { name: '叶知秋', username: 'ye.zhiqiu', posts: [atOffice('proofreader'), atOffice('liaison', { section: '综合股' })] },
  { name: '万里', username: 'wan.li', posts: [atOffice('liaison', { section: '督查股' })] },
  { name: '唐远', username: 'tang.yuan', posts: [atOffice('disclosure-officer')] },
  { name: '韩松年', username: 'han.songnian', posts: [atOffice('leader')] },

  { name: '周敏', username: 'zhou.min', posts: [atLand('drafter')] },
  { name: '方晴', username: 'fang.qing', posts: [atLand('drafter'), atLand('liaison', { section: '办公室' })] },
  { name: '丁一鸣', username: 'ding.yiming', posts: [atLand('liaison', { section: '国土空间规划股' })] },
  { name: '汪洋', username: 'wang.yang', posts: [atLand('liaison', { section: '耕地保护监督股' })] },
  { name: '白雪', username: 'bai.xue', posts: [atLand('liaison', { section: '不动产登记中心' })] },
  { name: '吴建平', username: 'wu.jianping', posts: [atLand('reviewer', { step: 1 })] },
  { name: '郑怀民', username: 'zheng.huaimin', posts: [atLand('reviewer', { step: 2 })] },
  { name: '冯雪梅', username: 'feng.xuemei', posts: [atLand('secrecy-reviewer')] },
  { name: '蒋兰', username: 'jiang.lan', posts: [atLand('proofreader')] },
  { name: '彭宇', username: 'peng.yu', posts: [atLand('proofreader')] },
  { name: '马志远', username: 'ma.zhiyuan', posts: [atLand('disclosure-officer')] },
  { name: '陈国栋', username: 'chen.guodong', posts: [atLand('leader')] },
]

/** Worked at 自然资源局 until the end of 2025 and handed everything over. */
export const formerClerk: DemoPerson = { name: '刘佳', username: 'liu.jia', posts: [atLand('drafter'), atLand('proofreader')] }

/** What people do at a body, one line a person: small bodies give one person several roles, but nobody drafts and approves. */
const staffing = {
  large: [['drafter'], ['reviewer', 'secrecy-reviewer'], ['disclosure-officer', 'leader']],
  small: [
    ['drafter', 'proofreader'],
    ['disclosure-officer', 'leader'],
  ],
} as const satisfies Record<string, readonly (readonly Role[])[]>

const family =
  '赵zhao 钱qian 孙sun 李li 许xu 施shi 张zhang 孔kong 曹cao 金jin 魏wei 陶tao 姜jiang 谢xie 邹zou 苏su 潘pan 范fan 柳liu 袁yuan 鲍bao 鲁lu 费fei 岑cen 薛xue 雷lei 贺he 倪ni 汤tang 殷yin 毕bi'
const given =
  '文博wenbo 海燕haiyan 志强zhiqiang 秀英xiuying 明辉minghui 雨桐yutong 建国jianguo 思远siyuan 春梅chunmei 子涵zihan 立新lixin 晓峰xiaofeng 红霞hongxia'

const parted = (list: string) => list.split(' ').map((one) => /^(\p{Script=Han}+)([a-z]+)$/u.exec(one)!.slice(1, 3) as [string, string])

/** Everybody, the named ones first. */
export const people: readonly DemoPerson[] = [...named, ...others()]

function others(): DemoPerson[] {
  const [families, givens] = [parted(family), parted(given)]
  const lines = bodies
    .map(({ body }) => body)
    .filter(({ slug }) => slug !== government && slug !== office && slug !== land)
    .flatMap(({ slug, kind }) => staffing[kind === 'department' ? 'large' : 'small'].map((roles) => ({ slug, roles })))
  return lines.map(({ slug, roles }, index) => {
    // 31 family names and 13 given names share no factor: no pair comes twice among 403.
    const [name, spelt] = families[index % families.length]!
    const [second, spelled] = givens[index % givens.length]!
    return {
      name: name + second,
      username: `${spelt}.${spelled}`,
      posts: roles.map((role) => ({ body: slug, role, ...(role === 'reviewer' && { step: 1 }) })),
    }
  })
}

/** One button each on the demo's page of sign-in: who stands for a role; a leader of the office, and one of the bureau the clerk is at. */
export const buttons: readonly { readonly role: Role; readonly username: string }[] = [
  { role: 'drafter', username: 'zhou.min' },
  { role: 'liaison', username: 'ding.yiming' },
  { role: 'reviewer', username: 'wu.jianping' },
  { role: 'secrecy-reviewer', username: 'feng.xuemei' },
  { role: 'proofreader', username: 'jiang.lan' },
  { role: 'disclosure-officer', username: 'ma.zhiyuan' },
  { role: 'leader', username: 'han.songnian' },
  { role: 'leader', username: 'chen.guodong' },
  { role: 'higher-office', username: 'lin.xiaolan' },
  { role: 'system-admin', username: 'gao.yu' },
  { role: 'security-admin', username: 'yan.li' },
  { role: 'audit-admin', username: 'meng.jing' },
]
