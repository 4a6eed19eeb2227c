/** From what was typed to a form that may be sent, or to what is wrong with each field. Only what Art. 29 allows is required. */
import { applicantKinds, carriers, deliveries, type FilledForm, identityTypes, isIdentityCard } from '#casework'
import { isUscc } from '#identity'
import type { PortalApplyWords } from '#words'
import type { Errors } from '../form.tsx'

type Fields = Readonly<Record<string, string>>

/** Requests one form may hold. */
export const mostRequests = 5

export const requestCount = (fields: Fields): number => Math.min(mostRequests, Math.max(1, Number(fields.count) || 1))

/** What is wrong in the step that asks what is wanted. */
export function whatErrors(fields: Fields, words: PortalApplyWords): Errors {
  const say = words.errors
  const errors: Record<string, string> = {}
  for (let n = 1; n <= requestCount(fields); n++) {
    check(errors, `title-${n}`, fields, say.required, 300, say)
    check(errors, `wanted-${n}`, fields, say.features, 4000, say)
  }
  if (!oneOf(fields.carrier, carriers)) errors.carrier = say.required
  if (!oneOf(fields.delivery, deliveries)) errors.delivery = say.required
  return errors
}

/** What is wrong in the step that asks who applies. */
export function whoErrors(fields: Fields, hasProof: boolean, words: PortalApplyWords): Errors {
  const say = words.errors
  const errors: Record<string, string> = {}
  if (!oneOf(fields.kind, applicantKinds)) errors.kind = say.required
  check(errors, 'name', fields, say.required, 100, say)
  const number = tidyNumber(fields)
  if (number === '') errors.identityNumber = say.required
  else if (typeOf(fields) === 'identity-card' && !isIdentityCard(number)) errors.identityNumber = say.identity
  else if (typeOf(fields) === 'uscc' && !isUscc(number)) errors.identityNumber = say.uscc
  if (!hasProof) errors.proof = say.proof
  const [phone, email, address] = [trimmed(fields, 'phone'), trimmed(fields, 'email'), trimmed(fields, 'address')]
  if (!/^[\d +()-]*$/.test(phone.normalize('NFKC'))) errors.phone = say.phone
  if (email !== '' && !/^[^\s@*]+@[^\s@*]+\.[^\s@*]+$/.test(email)) errors.email = say.email
  if (trimmed(fields, 'postcode') !== '' && !/^\d{6}$/.test(trimmed(fields, 'postcode').normalize('NFKC'))) errors.postcode = say.postcode
  if (fields.delivery === 'e-mail' && email === '') errors.email = say.emailNeeded
  if (fields.delivery === 'post' && address === '') errors.address = say.addressNeeded
  if (phone === '' && email === '' && address === '') errors.phone = say.contact
  return errors
}

/** The form as casework takes it; the two steps were found right. */
export function filledForm(fields: Fields): FilledForm {
  const kind = oneOf(fields.kind, applicantKinds)!
  return {
    applicant: {
      kind,
      name: trimmed(fields, 'name'),
      identityType: typeOf(fields),
      identityNumber: tidyNumber(fields),
      contactName: trimmed(fields, 'contactName'),
      phone: trimmed(fields, 'phone'),
      email: trimmed(fields, 'email'),
      address: trimmed(fields, 'address'),
      postcode: trimmed(fields, 'postcode'),
      together: trimmed(fields, 'together')
        .split('\n')
        .map((name) => name.trim())
        .filter((name) => name !== '')
        .map((name) => ({ name, kind })),
      agent:
        trimmed(fields, 'agentName') === ''
          ? null
          : {
              name: trimmed(fields, 'agentName'),
              identityNumber: trimmed(fields, 'agentIdentityNumber'),
              phone: trimmed(fields, 'agentPhone'),
            },
    },
    carrier: oneOf(fields.carrier, carriers)!,
    delivery: oneOf(fields.delivery, deliveries)!,
    needsHelp: trimmed(fields, 'needsHelp'),
    requests: Array.from({ length: requestCount(fields) }, (_, index) => ({
      title: trimmed(fields, `title-${index + 1}`),
      wanted: trimmed(fields, `wanted-${index + 1}`),
    })),
  }
}

export const typeOf = (fields: Fields) =>
  oneOf(fields.identityType, identityTypes) ?? (fields.kind === undefined || fields.kind === 'naturalPerson' ? 'identity-card' : 'uscc')

const trimmed = (fields: Fields, name: string): string => (fields[name] ?? '').replaceAll('\r\n', '\n').trim()
const tidyNumber = (fields: Fields): string => trimmed(fields, 'identityNumber').normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
const oneOf = <T extends string>(value: string | undefined, options: readonly T[]): T | undefined => options.find((one) => one === value)

function check(
  errors: Record<string, string>,
  name: string,
  fields: Fields,
  empty: string,
  most: number,
  say: PortalApplyWords['errors'],
): void {
  const value = trimmed(fields, name)
  if (value === '') errors[name] = empty
  else if ([...value].length > most) errors[name] = say.tooLong(most)
}
