/** Time-based codes (RFC 6238): SHA-1, six digits, thirty seconds, as every authenticator reads them. */
import { Secret, TOTP } from 'otpauth'
import { renderSVG } from 'uqr'
import type { Context } from '#db'

const period = 30

/** A new secret in base 32, 160 bits. */
export function newTotpSecret(ctx: Pick<Context, 'randomBytes'>): string {
  return new Secret({ buffer: Uint8Array.from(ctx.randomBytes(20)).buffer }).base32
}

/** The address an authenticator scans, and its picture. `label` is shown in the authenticator. */
export function totpInvitation(secret: string, label: { issuer: string; username: string }): { uri: string; qr: string } {
  const uri = totpOf(secret, label).toString()
  return { uri, qr: renderSVG(uri, { ecc: 'M', border: 4 }) }
}

/** The time step a code belongs to, of the present one and its two neighbours; null where it belongs to none. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const timestamp = now.getTime()
  const delta = totpOf(secret).validate({ token: code, timestamp, window: 1 })
  return delta === null ? null : Math.floor(timestamp / 1000 / period) + delta
}

/** The code of an instant; for tests and for the demo's walk-through. */
export const codeAt = (secret: string, at: Date): string => totpOf(secret).generate({ timestamp: at.getTime() })

const totpOf = (secret: string, label?: { issuer: string; username: string }): TOTP =>
  new TOTP({
    ...(label && { issuer: label.issuer, label: label.username }),
    algorithm: 'SHA1',
    digits: 6,
    period,
    secret: Secret.fromBase32(secret),
  })
