import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../tests/database.ts'
import { storeFile, sweepOrphans, typeOf } from './content.ts'
import { type LocalContentStore, openContentStore, sha256 } from './content-store.ts'
import { keyOf, readKey } from './key.ts'

let database: TestDatabase
let folder: string
let files: LocalContentStore
beforeAll(async () => {
  database = await testDatabase()
  folder = mkdtempSync(join(tmpdir(), 'gongkai-content-'))
  files = await openContentStore(join(folder, 'content'))
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

const pathOf = (hash: string) => join(folder, 'content', hash.slice(0, 2), hash.slice(2, 4), hash)
const text = (words: string) => new TextEncoder().encode(words)

test('what was put is had by its hash; the same bytes twice are one file', async () => {
  const hash = await files.put(text('一'))
  expect(hash).toBe(sha256(text('一')))
  expect(await files.put(text('一'))).toBe(hash)
  expect(await files.get(hash)).toEqual(Buffer.from('一'))
  expect([await files.has(hash), await files.has('0'.repeat(64)), await files.get('0'.repeat(64))]).toEqual([true, false, null])
})

test('damage is told, never handed out, and mended by putting the bytes again', async () => {
  const hash = await files.put(text('二'))
  writeFileSync(pathOf(hash), 'x')
  await expect(files.get(hash)).rejects.toMatchObject({ code: 'content-damaged', values: { hash } })
  await files.put(text('二'))
  expect(await files.get(hash)).toEqual(Buffer.from('二'))
})

test('no name leads out of the store', async () => {
  await expect(files.get('../../etc/passwd')).rejects.toThrow(TypeError)
})

test('the same bytes put by many at once are whole', async () => {
  const bytes = Buffer.alloc(500_000, 3)
  const hashes = await Promise.all(Array.from({ length: 20 }, () => files.put(bytes)))
  expect(new Set(hashes).size).toBe(1)
  expect(await files.get(hashes[0]!)).toEqual(bytes)
})

test.each([
  ['a PDF', text('%PDF-1.7\n%âãÏÓ'), 'application/pdf'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'image/png'],
  ['an OFD', zipSync({ 'OFD.xml': text('<ofd/>'), 'Doc_0/Document.xml': text('<d/>') }), 'application/ofd'],
  ['an archive', zipSync({ 'a.txt': text('a') }), 'application/zip'],
  ['text in UTF-8', text('政府信息公开'), 'text/plain'],
  ['text in GB 18030', Buffer.from('d5fec8a8b9abbfaa', 'hex'), 'text/plain'],
  ['a web page', text('\n<!DOCTYPE html><p>'), 'text/html'],
  ['no text', Buffer.from([0, 1, 2, 3, 250]), 'application/octet-stream'],
])('%s is told by its bytes', async (_what, bytes, type) => {
  expect(await typeOf(bytes)).toBe(type)
})

test('a file is stored before its row; an empty one and one too large are refused', async () => {
  const { ctx } = database
  const stored = await storeFile(ctx, { name: 'a.txt', bytes: text('三') })
  expect(stored).toEqual({ hash: sha256(text('三')), size: 3, type: 'text/plain' })
  expect(await ctx.files.has(stored.hash)).toBe(true)
  expect(await storeFile(ctx, { name: 'b.txt', bytes: text('三') })).toEqual(stored)
  await expect(storeFile(ctx, { name: 'c', bytes: new Uint8Array() })).rejects.toMatchObject({ code: 'file-empty' })
  await expect(storeFile(ctx, { name: 'd', bytes: text('四四'), limit: 5 })).rejects.toMatchObject({ code: 'file-too-large' })
})

test('a sweep takes what nothing names and nobody stored lately, and tells what is lost', async () => {
  const { ctx } = database
  const old = new Date(Date.now() - 3 * 24 * 3600 * 1000)
  const dayAgo = new Date(Date.now() - 24 * 3600 * 1000)
  const store = await openContentStore(join(folder, 'swept'))
  const own = { ...ctx, files: store }
  const place = (hash: string) => join(folder, 'swept', hash.slice(0, 2), hash.slice(2, 4), hash)
  const named = await storeFile(own, { name: 'a', bytes: text('named') })
  const [orphan, fresh, again] = [await store.put(text('orphan')), await store.put(text('fresh')), await store.put(text('again'))]
  for (const hash of [named.hash, orphan, again]) utimesSync(place(hash), old, old)
  await store.put(text('again'))
  writeFileSync(join(folder, 'swept', 'drafts', 'left'), 'x')
  utimesSync(join(folder, 'swept', 'drafts', 'left'), old, old)

  const { removed, drafts, missing } = await sweepOrphans(ctx.db, store, dayAgo)
  expect({ removed, drafts }).toEqual({ removed: [orphan], drafts: 1 })
  expect([await store.has(named.hash), await store.has(fresh), await store.has(again), await store.has(orphan)]).toEqual([
    true,
    true,
    true,
    false,
  ])
  // What the other tests stored elsewhere is not in this store.
  expect(missing).toContain(sha256(text('三')))
  expect(missing).not.toContain(named.hash)
})

test('a secret is sealed anew each time, opened by its key alone, and refuses a change', async () => {
  const file = join(folder, 'key')
  const [one, two] = await Promise.all([readKey(file, undefined), readKey(file, undefined)])
  expect(one).toEqual(two)
  const key = keyOf(one)
  const sealed = key.seal('密')
  expect(sealed).not.toBe(key.seal('密'))
  expect(key.open(sealed)).toBe('密')
  const bytes = Buffer.from(sealed.slice(2), 'base64url')
  bytes[bytes.length - 1]! ^= 1
  for (const wrong of [`1.${bytes.toString('base64url')}`, '1.', 'x', sealed.slice(0, 20)]) expect(() => key.open(wrong)).toThrow(/sealed/)
  expect(() => keyOf(Buffer.alloc(32, 1)).open(sealed)).toThrow(/sealed/)
})

test('ids rise while the clock stands', () => {
  const ids = Array.from({ length: 1000 }, () => database.ctx.newId())
  expect(ids).toEqual([...ids].sort())
  expect(new Set(ids).size).toBe(1000)
  expect(Number.parseInt(ids[0]!.replace('-', '').slice(0, 12), 16)).toBe(database.ctx.now().getTime())
})
