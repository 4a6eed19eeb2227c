/** A backup is a tar archive (POSIX ustar), so that `tar tf` lists it where this program is not at hand. */
import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { Failure } from '#words'

export interface Member {
  readonly name: string
  readonly size: number
  /** Where its bytes begin in the file. */
  readonly at: number
}

const block = 512

export interface ArchiveWriter {
  /** Hashes of the members written so far, SHA-256 in hex by name. */
  readonly hashes: ReadonlyMap<string, string>
  add(name: string, bytes: Uint8Array): Promise<void>
  /** Ends the archive and waits until it is safe on disk. */
  end(): Promise<void>
}

export function writeArchive(file: FileHandle, takenAt: Date): ArchiveWriter {
  const hashes = new Map<string, string>()
  return {
    hashes,
    async add(name, bytes) {
      await file.writeFile(header(name, bytes.byteLength, takenAt))
      await file.writeFile(bytes)
      await file.writeFile(Buffer.alloc((block - (bytes.byteLength % block)) % block))
      hashes.set(name, createHash('sha256').update(bytes).digest('hex'))
    },
    async end() {
      await file.writeFile(Buffer.alloc(2 * block))
      await file.sync()
    },
  }
}

/** The members in their order. Throws Failure `backup-damaged` where it is no archive or was cut off. */
export async function membersOf(file: FileHandle, name: string): Promise<Member[]> {
  const { size: end } = await file.stat()
  const members: Member[] = []
  for (let at = 0; ; ) {
    const head = Buffer.alloc(block)
    if ((await file.read(head, 0, block, at)).bytesRead < block) throw new Failure('backup-damaged', { file: name, where: `${at}` })
    if (head.every((byte) => byte === 0)) return members
    const size = Number.parseInt(text(head, 124, 12), 8)
    if (text(head, 257, 5) !== 'ustar' || checksum(head) !== Number.parseInt(text(head, 148, 8), 8) || at + block + size > end)
      throw new Failure('backup-damaged', { file: name, where: `${at}` })
    members.push({ name: text(head, 0, 100), size, at: at + block })
    at += block + Math.ceil(size / block) * block
  }
}

export async function bytesOf(file: FileHandle, { size, at }: Member): Promise<Buffer> {
  const bytes = Buffer.alloc(size)
  for (let read = 0; read < size; ) {
    const { bytesRead } = await file.read(bytes, read, size - read, at + read)
    if (bytesRead === 0) throw new Error('the backup became shorter while it was read')
    read += bytesRead
  }
  return bytes
}

export const openArchive = (path: string): Promise<FileHandle> => open(path, 'r')

function header(name: string, size: number, at: Date): Buffer {
  if (Buffer.byteLength(name) > 100 || size >= 8 ** 11) throw new RangeError(`${name} does not fit a tar archive`)
  const head = Buffer.alloc(block)
  head.write(name, 0)
  head.write('0000600\0', 100)
  head.write('0000000\0', 108)
  head.write('0000000\0', 116)
  head.write(`${octal(size, 11)}\0`, 124)
  head.write(`${octal(Math.floor(at.getTime() / 1000), 11)}\0`, 136)
  head.write('0', 156)
  head.write('ustar\0', 257)
  head.write('00', 263)
  head.write(`${octal(checksum(head), 6)}\0 `, 148)
  return head
}

const octal = (number: number, digits: number): string => number.toString(8).padStart(digits, '0')

/** The sum of the header's bytes with its own field taken as spaces. */
const checksum = (head: Buffer): number => head.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0)

const text = (head: Buffer, from: number, length: number): string =>
  head
    .toString('utf8', from, from + length)
    .split('\0')[0]!
    .trim()
