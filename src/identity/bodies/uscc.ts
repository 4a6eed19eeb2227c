/** 统一社会信用代码, GB 32100-2015: 17 characters and a check character. */

/** The characters in the order of their values; I, O, S, V and Z are left out because they look like figures. */
const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** The check character of the first 17: the sum of values weighted 3^(i-1) mod 31 and the check value is a multiple of 31 (GB 32100 5.5). Null where one of them is no character of the code. */
export function checkCharacterOf(first17: string): string | null {
  if (first17.length !== 17) return null
  let sum = 0
  let weight = 1
  for (const character of first17) {
    const value = characters.indexOf(character)
    if (value < 0) return null
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return characters[(31 - (sum % 31)) % 31]!
}

/** Whether the text has the form of a code, before its check character is looked at. */
export const looksLikeUscc = (text: string): boolean => /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text)

/** Whether the text is a code whose check character holds. */
export const isUscc = (text: string): boolean => looksLikeUscc(text) && checkCharacterOf(text.slice(0, 17)) === text[17]
