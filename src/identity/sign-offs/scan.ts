/** The scan of a signed sheet: its type told by its bytes. */
import { fileTypeFromBuffer } from 'file-type'
import { Failure } from '#words'

const taken = ['application/pdf', 'image/png', 'image/jpeg']
const largest = 20 * 1024 * 1024

/** Name, size and type of a scan. Throws `too-large` above 20 MB, `unsupported-media` for what is neither PDF nor PNG nor JPEG. */
export async function scanOf({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<{ name: string; size: number; type: string }> {
  const tidy =
    name
      .replaceAll(/[\p{Cc}\p{Cf}/\\]/gu, ' ')
      .trim()
      .slice(-255) || 'scan'
  if (bytes.length > largest) throw new Failure('too-large', { what: tidy, limit: '20 MB' })
  const found = await fileTypeFromBuffer(bytes)
  if (!found || !taken.includes(found.mime)) throw new Failure('unsupported-media', { what: tidy, takes: 'PDF、PNG、JPEG' })
  return { name: tidy, size: bytes.length, type: found.mime }
}
