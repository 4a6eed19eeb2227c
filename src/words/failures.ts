/**
 * Everything that a person may be refused, by code: the status HTTP gives it, and the sentence that says what, where and what to do.
 * One list for the API, the faces, the command line and docs/errors.md.
 */

import { accessFailures } from './access-failures.ts'
import { caseworkFailures } from './casework-failures.ts'
import { challengeFailures } from './challenges.ts'
import { databaseFailures } from './db.ts'
import { filingFailures } from './filing.ts'
import { identityWords } from './identity.ts'
import { letterFailures } from './letters.ts'
import { messageFailures } from './messages.ts'
import { registerFailures } from './registers.ts'
import { runtimeFailures } from './runtime.ts'

type Values = Readonly<Record<string, string | number>>

export interface FailureWords {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503
  readonly 'zh-CN': (values: Values) => string
  readonly en: (values: Values) => string
}

export const failures = {
  'invalid-input': {
    status: 400,
    'zh-CN': ({ where, what }) => `${where}：${what}。请改正后再试`,
    en: ({ where, what }) => `${where}: ${what}. Correct it and try again`,
  },
  'not-signed-in': {
    status: 401,
    'zh-CN': () => '还没有登录，或登录已经结束。请重新登录',
    en: () => 'You are not signed in, or the session has ended. Sign in again',
  },
  'not-allowed': {
    status: 403,
    'zh-CN': ({ needs }) => `你的岗位不能做这件事；能做的：${holders('zh-CN', needs)}。请找担任这些岗位的同事`,
    en: ({ needs }) => `Your posts do not allow this; these do: ${holders('en', needs)}. Ask a colleague who holds one`,
  },
  'forged-request': {
    status: 403,
    'zh-CN': () => '这个请求不是从本站页面发出的。请刷新页面再试',
    en: () => 'This request did not come from a page of this site. Reload the page and try again',
  },
  'not-found': {
    status: 404,
    'zh-CN': ({ what }) => `没有找到${named('zh-CN', what)}。请核对，或回到列表重新选`,
    en: ({ what }) => `${capital(named('en', what))} was not found. Check it, or choose again from the list`,
  },
  conflict: {
    status: 409,
    'zh-CN': ({ what }) => `${what}。请刷新后再看`,
    en: ({ what }) => `${what}. Reload and look again`,
  },
  'wrong-field': {
    status: 400,
    'zh-CN': ({ field, rule, given }) => fieldSentence('zh-CN', field, rule, given),
    en: ({ field, rule, given }) => fieldSentence('en', field, rule, given),
  },
  taken: {
    status: 409,
    'zh-CN': ({ field, value, by }) => `${fieldName('zh-CN', field)}“${value}”已经用在“${by}”。请换一个`,
    en: ({ field, value, by }) => `${capital(fieldName('en', field))} “${value}” is already used by “${by}”. Choose another`,
  },
  ended: {
    status: 409,
    'zh-CN': ({ name, on }) => `“${name}”已于 ${on} 撤销。请选现有的机关`,
    en: ({ name, on }) => `“${name}” ended on ${on}. Choose a body that exists`,
  },
  'files-in-a-circle': {
    status: 409,
    'zh-CN': ({ body, parent }) => `“${parent}”自己逐级向“${body}”报送，不能反过来。请选别的机关`,
    en: ({ body, parent }) => `“${parent}” itself files, step by step, to “${body}”. Choose another body`,
  },
  'still-filed-to': {
    status: 409,
    'zh-CN': ({ name, count, names }) => `还有 ${count} 个机关向“${name}”报送：${names}。请先选定它们改向哪个机关报送`,
    en: ({ name, count, names }) => `${count} bodies still file to “${name}”: ${names}. First say which body they file to from now on`,
  },
  'open-sign-offs': {
    status: 409,
    'zh-CN': ({ name, count, titles }) => `“${name}”还有 ${count} 件在送审：${titles}。请先办完或撤回`,
    en: ({ name, count, titles }) => `“${name}” has ${count} sign-offs open: ${titles}. Finish or withdraw them first`,
  },
  left: {
    status: 409,
    'zh-CN': ({ name, on }) => `“${name}”最后工作日是 ${on}，已经离职。请选在职的人员`,
    en: ({ name, on }) => `“${name}” left; the last day of work was ${on}. Choose somebody who works here`,
  },
  'administrations-apart': {
    status: 409,
    'zh-CN': ({ name }) => `系统、安全、审计三种管理员要由三个人分别担任，“${name}”已担任其中一种。请选别人`,
    en: ({ name }) =>
      `System, security and audit are administered by three persons, and “${name}” holds one of them already. Choose somebody else`,
  },
  'administration-place': {
    status: 409,
    'zh-CN': ({ body }) => `管理员岗位设在本级政府或政府办公室，不设在“${body}”。请改选机关`,
    en: ({ body }) => `Administrators hold their posts at the region's government or its office, not at “${body}”. Choose one of these`,
  },
  'last-administrator': {
    status: 409,
    'zh-CN': ({ role }) => `这是最后一位${holders('zh-CN', role)}，免去后就没有人能接任。请先任命接任的人`,
    en: ({ role }) => `This is the last ${holders('en', role)}; nobody could appoint another. Appoint the next one first`,
  },
  'open-tasks': {
    status: 409,
    'zh-CN': ({ name, count, titles }) => `“${name}”手上还有 ${count} 件没办完：${titles}。请先办理交接`,
    en: ({ name, count, titles }) => `“${name}” still holds ${count} open tasks: ${titles}. Hand them over first`,
  },
  'holds-nothing': {
    status: 409,
    'zh-CN': ({ name, body }) => `“${name}”在“${body}”没有岗位，也没有待办。请核对人员和机关`,
    en: ({ name, body }) => `“${name}” holds no post and no task at “${body}”. Check the person and the body`,
  },
  'holds-already': {
    status: 409,
    'zh-CN': ({ name, body, role }) => `“${name}”已经是“${body}”的${holders('zh-CN', role)}。请核对`,
    en: ({ name, body, role }) => `“${name}” is already ${holders('en', role)} of “${body}”. Check the list`,
  },
  'delegation-over': {
    status: 409,
    'zh-CN': ({ until }) => `这项代理已经结束，或已过最后一日 ${until}。请刷新列表`,
    en: ({ until }) => `This delegation has ended, or its last day, ${until}, is past. Reload the list`,
  },
  'would-approve-own': {
    status: 409,
    'zh-CN': ({ name, titles }) => `交接后“${name}”会审批自己起草的：${titles}。请先办完这些送审，或换一位接手人`,
    en: ({ name, titles }) =>
      `“${name}” would come to approve what they drafted: ${titles}. Finish these sign-offs first, or choose another receiver`,
  },
  'not-first-run': {
    status: 409,
    'zh-CN': () => '系统已经建好，不能再次初始化。请登录',
    en: () => 'This installation is already set up. Sign in',
  },
  'too-many-requests': {
    status: 429,
    'zh-CN': ({ seconds }) => `请求太多了。请过 ${seconds} 秒再试`,
    en: ({ seconds }) => `Too many requests. Try again in ${seconds} seconds`,
  },
  'database-away': {
    status: 503,
    'zh-CN': () => '数据库暂时连不上，没有保存这次操作。系统会自动重连，请稍后再试一次',
    en: () => 'The database cannot be reached; nothing of this was saved. The system reconnects by itself: try again in a moment',
  },
  'no-room': {
    status: 503,
    'zh-CN': () => '服务器的磁盘满了，没有保存这次操作。请告诉管服务器的人腾出空间，再试一次',
    en: () => 'The disk of the server is full; nothing of this was saved. Tell whoever runs the server to make room, then try again',
  },
  unexpected: {
    status: 500,
    'zh-CN': ({ reference }) => `系统出了错，没有保存这次操作。请把编号 ${reference} 告诉管理员`,
    en: ({ reference }) => `Something failed on our side and nothing was saved. Give the administrator the number ${reference}`,
  },
  'too-large': {
    status: 413,
    'zh-CN': ({ what, limit }) => `${what}太大，最多 ${limit}。请压缩或分开后再传`,
    en: ({ what, limit }) => `${what} is too large; at most ${limit}. Make it smaller or part it`,
  },
  'unsupported-media': {
    status: 415,
    'zh-CN': ({ what, takes }) => `${what}不能接收；能接收的：${takes}。请另存后再传`,
    en: ({ what, takes }) => `${what} is not taken; these are: ${takes}. Save it as one of them`,
  },
  ...accessFailures,
  ...caseworkFailures,
  ...registerFailures,
  ...filingFailures,
  ...letterFailures,
  ...challengeFailures,
  ...messageFailures,
  ...databaseFailures,
  ...runtimeFailures,
} as const satisfies Record<string, FailureWords>

function fieldSentence(
  language: 'zh-CN' | 'en',
  field: string | number | undefined,
  rule: string | number | undefined,
  given: string | number = '',
): string {
  const sentence = identityWords[language].rules[String(rule)]
  if (sentence === undefined) throw new Error(`no rule ${rule} of a field`)
  const name = fieldName(language, field)
  return language === 'en' ? `${capital(name)}: ${sentence(String(given))}` : `${name}：${sentence(String(given))}`
}

const fieldName = (language: 'zh-CN' | 'en', field: string | number | undefined): string =>
  identityWords[language].fields[String(field)] ?? String(field)

/** Role ids with commas between, as names; nobody's where only the owner may. */
function holders(language: 'zh-CN' | 'en', needs: string | number | undefined): string {
  const words = identityWords[language]
  const ids = String(needs ?? '')
    .split(',')
    .filter(Boolean)
  return ids.length === 0 ? words.onlyOwner : ids.map((id) => words.roles[id] ?? id).join(language === 'en' ? ', ' : '、')
}

/** The name of a noun, or the text itself where it is none. */
const named = (language: 'zh-CN' | 'en', what: string | number | undefined): string =>
  identityWords[language].nouns[String(what)] ?? String(what)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export type FailureCode = keyof typeof failures

/** A refusal that a person can act on; thrown once, put into words once by the face. A bug is any other error. */
export class Failure extends Error {
  readonly code: FailureCode
  readonly values: Values

  constructor(code: FailureCode, values: Values = {}) {
    super(failures[code].en(values as never))
    this.name = 'Failure'
    this.code = code
    this.values = values
  }
}
