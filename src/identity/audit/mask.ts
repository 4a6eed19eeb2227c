/** Masks personal data before it is written where nothing can be taken back (PIPL Art. 51; DESIGN.md rule 6). */

/** Of these nothing is kept at all. */
const secretKeys = /^(password|oneTimePassword|passwordHash|token|csrf|secret|totpSecret|密码|口令)$/i
const phoneKeys = /^(phone|mobile|telephone|fax|电话|手机|手机号|联系电话)$/i
const emailKeys = /^(email|mail|邮箱|电子邮箱)$/i
const identityKeys = /^(idNumber|identityNumber|身份证|身份证号|证件号码)$/i
const cardKeys = /^(bankCard|bankAccount|银行卡|银行账号)$/i
/** Numbers of organisations and of the system, which look like personal ones but are not. */
const plainKeys = /^(uscc|hash|contentHash|file|id|.+Id)$/

/** The value with personal data masked: by the name of the key it stands under, and by its look anywhere in a text. */
export function mask(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => mask(one, key))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mask(one, isDescriptive(name) ? name : key)]))
  }
  if (value === null || value === undefined || value === '') return value
  if (secretKeys.test(key) && typeof value !== 'boolean') return '***'
  if (typeof value === 'string') return maskByKey(value, key)
  if (typeof value !== 'number') return value
  const masked = maskByKey(String(value), key)
  return masked === String(value) ? value : masked
}

/** `before`, `after`, `from`, `to` and the like say nothing of their own: what is under them is still what the key above names. */
const isDescriptive = (name: string): boolean => !/^(before|after|old|new|from|to|was|is|value|\d+)$/.test(name)

function maskByKey(text: string, key: string): string {
  if (plainKeys.test(key)) return text
  if (phoneKeys.test(key)) return maskPhone(text)
  if (emailKeys.test(key)) return maskEmail(text)
  if (identityKeys.test(key)) return keepEnds(text, 2, 3)
  if (cardKeys.test(key)) return keepEnds(text, 0, 4)
  return maskText(text)
}

/** A text with every identity number, bank card, mobile number and e-mail address in it masked. */
export function maskText(text: string): string {
  if (reference.test(text)) return text
  let masked = text
  for (const [pattern, write] of patterns) {
    // Each full-width character has one half-width twin, so that places in both are the same.
    const plain = halfWidth(masked)
    let end = 0
    let out = ''
    for (const match of plain.matchAll(pattern)) {
      out += masked.slice(end, match.index) + write(match[0])
      end = match.index + match[0].length
    }
    masked = out + masked.slice(end)
  }
  return masked
}

/** 138****1234; of a landline the last four digits are hidden. */
export function maskPhone(text: string): string {
  const plain = halfWidth(text)
  const digits = plain.replace(/\D/g, '')
  if (digits.length === 11 && digits.startsWith('1')) return `${digits.slice(0, 3)}****${digits.slice(7)}`
  if (digits.length < 7) return '****'
  return plain.replace(/\d(?=(?:\D*\d){0,3}\D*$)/g, '*')
}

/** z***@example.cn */
export function maskEmail(text: string): string {
  const at = text.lastIndexOf('@')
  return at < 1 ? keepEnds(text, 1, 0) : `${text.slice(0, 1)}***${text.slice(at)}`
}

/** What a content hash or an id is made of; neither is a number of a person. */
const reference = /^(?:[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Digits as people write them, with a space or hyphen wherever they like. */
const loose = (digits: readonly string[], last: string): RegExp =>
  new RegExp(`(?<![0-9A-Za-z])${[...digits, last].join('[ -]?')}(?![0-9A-Za-z])`, 'g')

const [any, month, day] = ['\\d', '(?:0[ -]?[1-9]|1[ -]?[0-2])', '(?:0[ -]?[1-9]|[12][ -]?\\d|3[ -]?[01])']
const place = ['[1-9]', any, any, any, any, any]

const patterns: readonly (readonly [RegExp, (found: string) => string])[] = [
  [loose([...place, '(?:1[ -]?[89]|2[ -]?0)', any, any, month, day, any, any, any], '[\\dXx]'), (found) => keepEnds(compact(found), 2, 3)],
  // The number of the first generation, 15 digits.
  [loose([...place, any, any, month, day, any, any], any), (found) => keepEnds(compact(found), 2, 3)],
  [/(?<![0-9A-Za-z])[2-9]\d{3}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![0-9A-Za-z])/g, (found) => keepEnds(found.replace(/\D/g, ''), 0, 4)],
  [/(?<![0-9A-Za-z])(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?![0-9A-Za-z])/g, (found) => maskMobile(found)],
  [/(?:[A-Za-z0-9._%+-]+|\p{Script=Han}{1,4})@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, (found) => maskEmail(found)],
]

const compact = (found: string): string => found.replace(/[ -]/g, '')

const maskMobile = (found: string): string => {
  const digits = found.replace(/\D/g, '').slice(-11)
  return `${digits.slice(0, 3)}****${digits.slice(7)}`
}

function keepEnds(text: string, first: number, last: number): string {
  if (text.length <= first + last) return '*'.repeat(text.length)
  return text.slice(0, first) + '*'.repeat(text.length - first - last) + (last ? text.slice(-last) : '')
}

const halfWidth = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ')
