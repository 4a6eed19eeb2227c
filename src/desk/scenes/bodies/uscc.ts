/** The check of a 统一社会信用代码 as it is written (GB 32100-2015); the server proves it again. */

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

export type UsccVerdict =
  | { readonly state: 'empty' | 'right' | 'letters' }
  | { readonly state: 'short'; readonly length: number }
  | { readonly state: 'wrong'; readonly wanted: string }

/** Whether it can be one: its length, its characters, its last place by the 17 before it. */
export function judgeUscc(written: string): UsccVerdict {
  if (written === '') return { state: 'empty' }
  if ([...written].some((character) => !alphabet.includes(character))) return { state: 'letters' }
  if (written.length !== 18) return { state: 'short', length: written.length }
  const sum = weights.reduce((total, weight, place) => total + weight * alphabet.indexOf(written[place]!), 0)
  const wanted = alphabet[(31 - (sum % 31)) % 31]!
  return wanted === written[17] ? { state: 'right' } : { state: 'wrong', wanted }
}
