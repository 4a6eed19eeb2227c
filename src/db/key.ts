/** The key of the installation: seals the small secrets that lie in the database. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { access, link, mkdir, open, readFile, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Failure } from '#words'

export interface Key {
  seal(plain: string): string
  open(sealed: string): string
  digest(text: string): string
}

/** AES-256-GCM; what is sealed is `1.` and the base64url of nonce (12 bytes), tag (16) and cipher. Digests have a key of their own, derived from the same secret. */
export function keyOf(secret: Uint8Array): Key {
  if (secret.byteLength !== 32) throw new TypeError('a key has 32 bytes')
  const digestKey = Buffer.from(hkdfSync('sha256', secret, '', 'gongkai digest', 32))
  return {
    digest: (text) => createHmac('sha256', digestKey).update(text, 'utf8').digest('hex'),
    seal(plain) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', secret, nonce)
      const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return `1.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`
    },
    open(sealed) {
      const bytes = Buffer.from(sealed.slice(2), 'base64url')
      if (!sealed.startsWith('1.') || bytes.byteLength < 28) throw new Failure('sealed-damaged')
      const cipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, 12), { authTagLength: 16 })
      cipher.setAuthTag(bytes.subarray(12, 28))
      try {
        return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8')
      } catch (error) {
        throw new Failure('sealed-damaged', { detail: String(error) })
      }
    },
  }
}

/** The secret of `GONGKAI_KEY` (64 hex digits), else of the file, which is made where it is not there and read by its owner alone. */
export async function readKey(file: string, given: string | undefined): Promise<Buffer> {
  if (given) return secretOf(given, 'GONGKAI_KEY')
  if (!(await isThere(file))) await makeKey(file)
  return secretOf(await readFile(file, 'utf8'), file)
}

async function makeKey(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(`${randomBytes(32).toString('hex')}\n`)
    await handle.sync()
    // A link never replaces: of two that begin at once, one makes the key and both read it whole.
    await link(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await handle.close()
    await unlink(draft)
  }
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )

function secretOf(text: string, name: string): Buffer {
  if (!/^[0-9a-f]{64}$/i.test(text.trim()))
    throw new Failure('wrong-configuration', {
      name,
      what: '不是 64 位十六进制数',
      set: '原来的密钥，或 openssl rand -hex 32 的输出',
      whatEn: 'is not 64 hexadecimal digits',
      setEn: 'the original key, or to what `openssl rand -hex 32` prints',
    })
  return Buffer.from(text.trim(), 'hex')
}
