/** The applicant: checked as it is given, sealed as it is kept, masked as it is shown. */
import type { Context } from '#db'
import { email, isUscc, maskEmail, maskPhone, maskText, phone, postcode, required, text, wrong } from '#identity'
import { type Applicant, type ApplicantKind, applicantKinds, type Delivery, identityTypes } from './model.ts'

export interface NewApplicant extends Partial<Omit<Applicant, 'kind' | 'name'>> {
  readonly kind: ApplicantKind
  readonly name: string
}

/**
 * What Art. 29 asks for and no more: name, proof of identity, a way of contact that fits the delivery wanted. On paper the number may be
 * missing, which is a reason to ask for correction (Art. 30) and none to refuse the paper; an import takes what another system has. Throws
 * `wrong-field`.
 */
export function applicantOf(given: NewApplicant, delivery: Delivery, source: 'online' | 'paper' | 'import' = 'online'): Applicant {
  const isImport = source === 'import'
  if (!applicantKinds.includes(given.kind)) throw wrong('applicantKind', 'choice', given.kind)
  const natural = given.kind === 'naturalPerson'
  const type = given.identityType ?? (natural ? 'identity-card' : 'uscc')
  if (!identityTypes.includes(type)) throw wrong('identityType', 'choice', type)
  const applicant: Applicant = {
    kind: given.kind,
    name: required('applicantName', given.name, 100),
    identityType: type,
    identityNumber: identityNumberOf(type, given.identityNumber ?? '', source),
    contactName: text('contactName', given.contactName, 60),
    phone: phone('phone', given.phone),
    email: email(given.email),
    address: text('address', given.address, 200),
    postcode: postcode(given.postcode),
    together: (given.together ?? []).map(({ name, kind }) => ({ name: required('applicantName', name, 100), kind })),
    agent: given.agent
      ? {
          name: required('agentName', given.agent.name, 60),
          identityNumber: text('agentIdentityNumber', given.agent.identityNumber, 40),
          phone: phone('agentPhone', given.agent.phone),
        }
      : null,
  }
  if (isImport) return applicant
  if (delivery === 'post' && applicant.address === '') throw wrong('address', 'required')
  if (delivery === 'e-mail' && applicant.email === '') throw wrong('email', 'required')
  if (applicant.phone === '' && applicant.email === '' && applicant.address === '') throw wrong('contact', 'required')
  return applicant
}

function identityNumberOf(type: Applicant['identityType'], given: string, source: 'online' | 'paper' | 'import'): string {
  const isImport = source === 'import'
  const tidy = given.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
  if (tidy === '') {
    if (source !== 'online') return ''
    throw wrong('identityNumber', 'required')
  }
  if (type === 'identity-card' && !isIdentityCard(tidy) && !isImport) throw wrong('identityNumber', 'identity-card')
  if (type === 'uscc' && !isUscc(tidy) && !isImport) throw wrong('identityNumber', 'uscc-check', tidy)
  if (tidy.length > 40) throw wrong('identityNumber', 'length', 40)
  return tidy
}

/** GB 11643: 17 digits with a date in them and a check character; the first generation had 15. */
export function isIdentityCard(number: string): boolean {
  if (/^\d{15}$/.test(number)) return true
  if (!/^\d{17}[\dX]$/.test(number)) return false
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
  return '10X98765432'[sum % 11] === number[17]
}

/** Finds the same applicant again: by the number on the proof of identity, else by name and way of contact. */
export const applicantDigest = (
  ctx: Pick<Context, 'digest'>,
  { identityType, identityNumber, name, phone: called, email: mail, address }: Applicant,
): string => ctx.digest(identityNumber === '' ? `name ${name} ${called || mail || address}` : `number ${identityType} ${identityNumber}`)

export const sealApplicant = (ctx: Pick<Context, 'seal'>, applicant: Applicant): string => ctx.seal(JSON.stringify(applicant))
export const openApplicant = (ctx: Pick<Context, 'open'>, sealed: string): Applicant => JSON.parse(ctx.open(sealed)) as Applicant

/**
 * 陈**; of an organisation the whole name, which is public. The column of table 三 need not be the applicant's own kind (several who signed,
 * a kind amended): what reads as a person's name is masked in any.
 */
export const maskName = (kind: ApplicantKind, name: string): string =>
  kind === 'naturalPerson' || /^[\p{Script=Han}·]{2,4}$/u.test(name) ? [...name][0] + '*'.repeat(Math.max(1, [...name].length - 1)) : name

/** For screens: the ends of numbers, the town of an address. */
export function maskApplicant(applicant: Applicant): Applicant {
  const { kind, agent } = applicant
  return {
    ...applicant,
    name: maskName(kind, applicant.name),
    identityNumber: maskNumber(applicant.identityNumber),
    contactName: applicant.contactName && maskName('naturalPerson', applicant.contactName),
    phone: applicant.phone && maskPhone(applicant.phone),
    email: applicant.email && maskEmail(applicant.email),
    address: maskAddress(applicant.address),
    together: applicant.together.map((one) => ({ kind: one.kind, name: maskName(one.kind, one.name) })),
    agent: agent && {
      name: maskName('naturalPerson', agent.name),
      identityNumber: maskNumber(agent.identityNumber),
      phone: agent.phone && maskPhone(agent.phone),
    },
  }
}

const maskNumber = (number: string): string =>
  number.length <= 5 ? '*'.repeat(number.length) : number.slice(0, 2) + '*'.repeat(number.length - 5) + number.slice(-3)

/** Down to the township; the rest is hidden. */
function maskAddress(address: string): string {
  if (address === '') return ''
  const town = /^.*?(?:镇|乡|街道)/u.exec(address)?.[0]
  return `${town ?? maskText([...address].slice(0, 6).join(''))}****`
}

/** The column of table 三 where several sign one form: of the first, or as the setting has it. */
export function columnOf({ kind, together }: Applicant, mixed: 'first' | 'natural-person' | 'organisation'): ApplicantKind {
  const kinds = [kind, ...together.map((one) => one.kind)]
  if (mixed === 'natural-person' && kinds.includes('naturalPerson')) return 'naturalPerson'
  if (mixed === 'organisation') return kinds.find((one) => one !== 'naturalPerson') ?? kind
  return kind
}
