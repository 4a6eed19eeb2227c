/** From what was typed to a form that may be sent, or to what is wrong with each field. Only what Art. 29 allows is required. */
import { applicantKinds, carriers, type DraftFile, deliveries, type FilledForm, identityTypes, isIdentityCard } from '#casework'
import { isUscc } from '#identity'
import type { PortalApplyWords } from '#words'
import type { Errors } from '../form.tsx'

type Fields = Readonly<Record<string, string>>

/** Requests one form may hold, and people who may sign it beside the first. */
export const mostRequests = 5
export const mostTogether = 5

export const requestCount = (fields: Fields): number => Math.min(mostRequests, Math.max(1, Number(fields.count) || 1))
export const togetherCount = (fields: Fields): number => Math.min(mostTogether, Math.max(0, Number(fields.togetherCount) || 0))

const upTo = (most: number, ...names: readonly string[]) =>
  Array.from({ length: most }, (_, at) => names.map((name) => `${name}-${at + 1}`)).flat()

/** Fields of each step: nothing else is kept of what comes in. */
export const fieldsOfStep = {
  form: ['count', 'carrier', 'delivery', ...upTo(mostRequests, 'title', 'wanted')],
  you: [
    'kind',
    'name',
    'identityType',
    'identityNumber',
    'proofLater',
    'phone',
    'email',
    'address',
    'postcode',
    'contactName',
    'agentName',
    'agentIdentityNumber',
    'agentPhone',
    'togetherCount',
    ...upTo(mostTogether, 'together', 'togetherKind'),
    'needsHelp',
  ],
} as const satisfies Record<string, readonly string[]>

/** What of a form belongs to its step. A box that is not ticked does not come at all. */
export function keptFields(step: keyof typeof fieldsOfStep, posted: Fields): Fields {
  const names: readonly string[] = fieldsOfStep[step]
  const kept = Object.fromEntries(names.flatMap((name) => (posted[name] === undefined ? [] : [[name, posted[name]]])))
  return step === 'you' ? { ...kept, proofLater: posted.proofLater ?? '' } : kept
}

/** What is wrong in the step that asks what is wanted. */
export function whatErrors(fields: Fields, words: PortalApplyWords): Errors {
  const say = words.errors
  const errors: Record<string, string> = {}
  for (let n = 1; n <= requestCount(fields); n++) {
    check(errors, `title-${n}`, fields, say.missing(words.what.name), 300, say)
    check(errors, `wanted-${n}`, fields, say.features, 4000, say)
  }
  if (!oneOf(fields.carrier, carriers)) errors.carrier = say.required
  if (!oneOf(fields.delivery, deliveries)) errors.delivery = say.required
  return errors
}

/** What is wrong in the step that asks who applies. */
export function whoErrors(fields: Fields, files: readonly Pick<DraftFile, 'what'>[], words: PortalApplyWords): Errors {
  const say = words.errors
  const errors: Record<string, string> = {}
  if (!oneOf(fields.kind, applicantKinds)) errors.kind = say.required
  check(errors, 'name', fields, say.missing(words.who.name), 100, say)
  const number = tidyNumber(fields, 'identityNumber')
  if (number === '') errors.identityNumber = say.missing(words.who.identityNumber)
  else if (typeOf(fields) === 'identity-card' && !isIdentityCard(number)) errors.identityNumber = say.identity
  else if (typeOf(fields) === 'uscc' && !isUscc(number)) errors.identityNumber = say.uscc
  else if (number.length > 40) errors.identityNumber = say.tooLong(40)
  if (fields.proofLater !== 'yes' && !files.some(({ what }) => what === 'proof')) errors.proof = say.proof
  contactErrors(errors, fields, say)
  agentErrors(errors, fields, files, say)
  for (let n = 1; n <= togetherCount(fields); n++) check(errors, `together-${n}`, fields, say.togetherName, 100, say)
  if ([...trimmed(fields, 'needsHelp')].length > 500) errors.needsHelp = say.tooLong(500)
  return errors
}

/** At least one way of contact that fits how the answer is to come. */
function contactErrors(errors: Record<string, string>, fields: Fields, say: PortalApplyWords['errors']): void {
  const [called, mail, address] = [trimmed(fields, 'phone'), trimmed(fields, 'email'), trimmed(fields, 'address')]
  if (!isPhone(called)) errors.phone = say.phone
  if (mail !== '' && (!/^[^\s@*]+@[^\s@*]+\.[^\s@*]+$/.test(mail) || mail.length > 254)) errors.email = say.email
  if ([...address].length > 200) errors.address = say.tooLong(200)
  if (trimmed(fields, 'postcode') !== '' && !/^\d{6}$/.test(trimmed(fields, 'postcode').normalize('NFKC'))) errors.postcode = say.postcode
  if ([...trimmed(fields, 'contactName')].length > 60) errors.contactName = say.tooLong(60)
  if (fields.delivery === 'e-mail' && mail === '') errors.email = say.emailNeeded
  else if (fields.delivery === 'post' && address === '') errors.address = say.addressNeeded
  else if (called === '' && mail === '' && address === '') errors.phone = say.contact
}

/** Whoever acts for another names themselves and shows the power of attorney. */
function agentErrors(
  errors: Record<string, string>,
  fields: Fields,
  files: readonly Pick<DraftFile, 'what'>[],
  say: PortalApplyWords['errors'],
): void {
  if (!hasAgent(fields)) return
  check(errors, 'agentName', fields, say.agentName, 60, say)
  const number = tidyNumber(fields, 'agentIdentityNumber')
  if (number === '') errors.agentIdentityNumber = say.agentNumber
  else if (number.length > 40) errors.agentIdentityNumber = say.tooLong(40)
  else if (/^\d{17}[\dX]$/.test(number) && !isIdentityCard(number)) errors.agentIdentityNumber = say.identity
  if (!isPhone(trimmed(fields, 'agentPhone'))) errors.agentPhone = say.phone
  if (!files.some(({ what }) => what === 'power')) errors.power = say.power
}

export const hasAgent = (fields: Fields): boolean =>
  (['agentName', 'agentIdentityNumber', 'agentPhone'] as const).some((name) => trimmed(fields, name) !== '')

/** The form as casework takes it; the two steps were found right. */
export function filledForm(fields: Fields): FilledForm {
  const kind = oneOf(fields.kind, applicantKinds)!
  return {
    applicant: {
      kind,
      name: trimmed(fields, 'name'),
      identityType: typeOf(fields),
      identityNumber: tidyNumber(fields, 'identityNumber'),
      contactName: trimmed(fields, 'contactName'),
      phone: trimmed(fields, 'phone'),
      email: trimmed(fields, 'email'),
      address: trimmed(fields, 'address'),
      postcode: trimmed(fields, 'postcode').normalize('NFKC'),
      together: Array.from({ length: togetherCount(fields) }, (_, at) => ({
        name: trimmed(fields, `together-${at + 1}`),
        kind: oneOf(fields[`togetherKind-${at + 1}`], applicantKinds) ?? kind,
      })),
      agent: hasAgent(fields)
        ? {
            name: trimmed(fields, 'agentName'),
            identityNumber: tidyNumber(fields, 'agentIdentityNumber'),
            phone: trimmed(fields, 'agentPhone'),
          }
        : null,
    },
    carrier: oneOf(fields.carrier, carriers)!,
    delivery: oneOf(fields.delivery, deliveries)!,
    needsHelp: trimmed(fields, 'needsHelp'),
    requests: Array.from({ length: requestCount(fields) }, (_, at) => ({
      title: trimmed(fields, `title-${at + 1}`),
      wanted: trimmed(fields, `wanted-${at + 1}`),
    })),
  }
}

export const typeOf = (fields: Fields) =>
  oneOf(fields.identityType, identityTypes) ?? (fields.kind === undefined || fields.kind === 'naturalPerson' ? 'identity-card' : 'uscc')

/** A sum answered in figures or in words. */
export function isSum(given: string, [one, other]: readonly [number, number]): boolean {
  const tidy = given.normalize('NFKC').trim()
  const names = [
    '零',
    '一',
    '二',
    '三',
    '四',
    '五',
    '六',
    '七',
    '八',
    '九',
    '十',
    '十一',
    '十二',
    '十三',
    '十四',
    '十五',
    '十六',
    '十七',
    '十八',
  ]
  return tidy === String(one + other) || tidy === names[one + other]
}

const trimmed = (fields: Fields, name: string): string => (fields[name] ?? '').trim()
const tidyNumber = (fields: Fields, name: string): string => (fields[name] ?? '').normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
const oneOf = <T extends string>(value: string | undefined, options: readonly T[]): T | undefined => options.find((one) => one === value)

/** As identity takes a telephone; eighteen figures that are an identity number are no telephone. */
function isPhone(given: string): boolean {
  const tidy = given.normalize('NFKC')
  return /^[\d +()\-/,;转、]{0,60}$/.test(tidy) && !(tidy.match(/(?<!\d)\d{17}[\dXx](?![\dXx])/g) ?? []).some((one) => isIdentityCard(one))
}

function check(
  errors: Record<string, string>,
  name: string,
  fields: Fields,
  missing: string,
  most: number,
  say: PortalApplyWords['errors'],
): void {
  const value = trimmed(fields, name).replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
  if (value.trim() === '') errors[name] = missing
  else if ([...trimmed(fields, name)].length > most) errors[name] = say.tooLong(most)
}
