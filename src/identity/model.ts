/** Who acts, as what. */
import type { Language } from '#report'

/** Roles at a body (岗位), in the order they are listed. Names in the office's words are in words/identity.ts. */
export const roles = [
  /** 经办人 */ 'drafter',
  /** 信息联络员 of a section */ 'liaison',
  /** 审核人 of step N */ 'reviewer',
  /** 保密审查员 (保密法 Art. 35) */ 'secrecy-reviewer',
  /** 校对 */ 'proofreader',
  /** 政府信息公开工作机构负责人 (Order 711 Art. 4, 33) */ 'disclosure-officer',
  /** 领导（签发） */ 'leader',
  /** 上级主管部门经办人 (Order 711 Art. 3, 47): acts on the bodies that file to this one */ 'higher-office',
  /** 系统管理员: bodies, people, settings, holidays, jobs (GB/T 22239 8.1.4) */ 'system-admin',
  /** 安全管理员: administrators' roles, credentials, sessions, sign-in rules */ 'security-admin',
  /** 审计管理员: the audit log, and nothing else */ 'audit-admin',
] as const
export type Role = (typeof roles)[number]

export const administrations = ['system-admin', 'security-admin', 'audit-admin'] as const satisfies readonly Role[]

export interface Post {
  readonly id: string
  readonly bodyId: string
  readonly bodySlug: string
  readonly role: Role
  readonly step: number | null
  readonly sectionId: string | null
  /** The person for whom it is held under a delegation (代理); null where it is the actor's own. */
  readonly onBehalfOf: string | null
}

/** A person at work, as the commands see them: what they hold today, and where the act comes from. */
export interface Actor {
  readonly personId: string
  readonly name: string
  readonly language: Language
  readonly posts: readonly Post[]
  readonly sessionId: string | null
  /** As event.origin: an address, `cli`, `job NAME`. */
  readonly origin: string
}

/** For acts of no person: jobs, the command line, the first run. */
export interface Machine {
  readonly personId: null
  readonly origin: string
}

export const bodyKinds = [
  /** 人民政府 */ 'government',
  /** 政府办公室, a body of its own */ 'office',
  /** 部门 */ 'department',
  /** 乡镇、街道 */ 'town',
  /** 开发区、功能区 */ 'zone',
  /** 派出机关 */ 'dispatched',
  /** 法律、法规授权的组织 (Order 711 Art. 54) */ 'authorised',
  /** 与政府机关合署办公的党的机构 */ 'party',
  /** 垂直管理机关: shown, never summed */ 'vertical',
] as const
export type BodyKind = (typeof bodyKinds)[number]

export const bodyLevels = ['national', 'province', 'city', 'county', 'town'] as const
export type BodyLevel = (typeof bodyLevels)[number]

export interface Body {
  readonly id: string
  readonly slug: string
  readonly kind: BodyKind
  readonly level: BodyLevel
  readonly regionId: string
  /** Official name, short name and aliases on the day asked for. */
  readonly name: string
  readonly shortName: string
  readonly aliases: readonly string[]
  /** Slug; null for the topmost and for vertical organs. */
  readonly filesTo: string | null
  readonly sharesOfficeWith: string | null
  readonly uscc: string | null
  readonly makesRules: boolean
  /** Never true of a vertical organ. */
  readonly isSummed: boolean
  readonly reconsiderationOrgan: string
  readonly court: string
  readonly unit: string
  readonly address: string
  readonly postcode: string
  readonly phone: string
  readonly fax: string
  readonly email: string
  readonly hours: string
  readonly position: number
  /** `YYYY-MM-DD`. */
  readonly establishedOn: string
  readonly endedOn: string | null
}
