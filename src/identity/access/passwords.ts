/** What a password must be, and how it is kept. */
import { hash, verify } from '@node-rs/argon2'
import type { Context } from '#db'

/** argon2id as OWASP asks for it at the least: 19 MiB, two passes, one lane. Hashes say their own parameters, so these may rise. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** Earlier passwords that may not be used again, the present one among them. */
export const passwordsRemembered = 5
export const shortestPassword = 10
/** Longer ones only cost time. */
export const longestPassword = 128

/** Why a password is not taken, in the order the reasons are looked for. Sentences are in words/access.ts. */
export type PasswordObjection = 'short' | 'long' | 'control' | 'one-class' | 'username' | 'common' | 'used'

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost)
}

export function passwordFits(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password.normalize('NFC'))
}

/** A hash that no password fits, made with the same cost: time tells nobody that a user is unknown. */
export const nobodysHash: Promise<string> = hashPassword('\u0001 nobody has this password')

/** The first rule a new password breaks; null where it may be taken. `earlier` are the hashes it must differ from. */
export async function passwordObjection(
  password: string,
  { username, earlier }: { username: string; earlier: readonly string[] },
): Promise<PasswordObjection | null> {
  const plain = formObjection(password, username)
  if (plain) return plain
  for (const one of earlier) if (await passwordFits(one, password)) return 'used'
  return null
}

function formObjection(password: string, username: string): PasswordObjection | null {
  const length = [...password].length
  if (length < shortestPassword) return 'short'
  if (length > longestPassword) return 'long'
  if (/\p{Cc}/u.test(password)) return 'control'
  if (classes.filter((one) => one.test(password)).length < 2) return 'one-class'
  const lower = password.toLowerCase()
  if (lower.includes(username.toLowerCase()) || lower.includes([...username.toLowerCase()].reverse().join(''))) return 'username'
  return isCommon(lower) ? 'common' : null
}

const classes = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /\p{Lo}/u, /[^\p{L}\p{N}]/u]

/** A word everybody tries, with figures or signs before and after it; or a run along the keyboard. */
function isCommon(lower: string): boolean {
  const word = lower
    .replace(/^[^a-z]+|[^a-z]+$/g, '')
    .replace(/@/g, 'a')
    .replace(/0/g, 'o')
    .replace(/[1!]/g, 'i')
    .replace(/[$5]/g, 's')
  if (commonWords.includes(word)) return true
  if (new Set(lower).size < 4) return true
  const bare = lower.replace(/[^a-z0-9]/g, '')
  const run = bare.replace(/^[a-z]{1,2}(?=\d)/, '')
  return run.length >= 8 && keyboardRuns.some((keys) => keys.includes(run) || keys.includes(bare))
}

const commonWords = (
  'password passwd passwort admin administrator root guest test user login welcome letmein iloveyou monkey dragon master shadow sunshine princess ' +
  'football baseball superman batman qwerty qwertyuiop asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc abc abcd abcde abcdef abcdefg abcdefgh ' +
  'woaini woaiwojia aini nihao mima zhongguo china beijing zhengfu gongkai xinxi xinxigongkai bangong bangongshi jiguan mishu huawei lenovo ' +
  'changeme secret default system server database oracle postgres mysql windows computer internet gov office public'
).split(' ')

const keyboardRuns = [
  '12345678901234567890',
  '98765432109876543210',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwer1234asdf5678zxcv',
  'abcdefghijklmnopqrstuvwxyz1234567890',
  'a1b2c3d4e5f6g7h8i9j0',
  '1234qwerasdfzxcv',
  'q1w2e3r4t5y6u7i8o9p0',
]

/** A password to be read out or copied from paper once: twelve letters and figures in groups, without those taken for one another (0 o, 1 i l). 59 bits. */
export function oneTimePassword(ctx: Pick<Context, 'randomBytes'>): string {
  const signs: string[] = []
  while (signs.length < 12) {
    // 31 signs out of 32 values: the one left over is thrown again, so that all are equally likely.
    for (const byte of ctx.randomBytes(24)) {
      const sign = readable[byte & 31]
      if (sign !== undefined && signs.length < 12) signs.push(sign)
    }
  }
  return [signs.slice(0, 4), signs.slice(4, 8), signs.slice(8)].map((group) => group.join('')).join('-')
}

const readable = 'abcdefghjkmnpqrstuvwxyz23456789'
