/**
 * Everything that a person may be refused, by code: the status HTTP gives it, and the sentence that says what, where and what to do.
 * One list for the API, the faces, the command line and docs/errors.md.
 */

import { passwordRules } from './access.ts'
import { identityWords } from './identity.ts'

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
  'username-taken': {
    status: 409,
    'zh-CN': ({ username }) => `用户名 ${username} 已经有人用了。请换一个`,
    en: ({ username }) => `The username ${username} is taken. Choose another`,
  },
  'weak-password': {
    status: 422,
    'zh-CN': ({ why }) => passwordRules['zh-CN'][String(why)] ?? '这个密码不合要求。请换一个',
    en: ({ why }) => passwordRules.en[String(why)] ?? 'This password does not meet the rules. Choose another',
  },
} as const satisfies Record<string, FailureWords>

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
