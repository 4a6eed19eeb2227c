import { afterEach, describe, expect, test } from 'vitest'
import { Undeliverable } from '#db'
import { mailServer, smsGateway } from '../../tests/gateways.ts'
import { readConfiguration } from './configuration.ts'
import { openPost } from './post.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const letter = {
  to: 'zhang@example.cn',
  subject: '答复书已发出（编号 2026-0001）',
  text: '你好：\n青石县水务局已作出答复。\n',
  reference: '019bd9d2-5c00-7a34-b1c0-3f6d2a915e07',
}

/** The posts of an environment, as the server opens them. */
function postOf(env: Record<string, string>, timeout?: number) {
  const read = readConfiguration([], env)
  if (read.state !== 'right') throw new Error(JSON.stringify(read))
  return openPost(read.configuration, timeout)
}

const from = '青石县政府信息公开 <gk@qingshi.example>'
const mailTo = (port: number, more: Record<string, string> = {}, timeout?: number) =>
  postOf({ GONGKAI_SMTP_URL: `smtp://127.0.0.1:${port}`, GONGKAI_MAIL_FROM: from, ...more }, timeout).mail!

async function opened<T extends { close(): Promise<unknown> }>(server: Promise<T>): Promise<T> {
  const one = await server
  closing.push(() => one.close())
  return one
}

const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'sent',
    (error: Error) => `${error instanceof Undeliverable ? 'for good' : 'for now'}: ${error.message}`,
  )

test('nothing set up means no post', () => {
  expect(postOf({})).toEqual({ mail: null, sms: null })
})

describe('e-mail', () => {
  test('arrives as it was written: Chinese subject and text, sender, and one name for every try', async () => {
    const server = await opened(mailServer())
    expect(await mailTo(server.port)(letter)).toMatch(/^250 /)
    await mailTo(server.port)(letter)
    const [first, second] = server.letters
    expect(first!.subject).toBe(letter.subject)
    expect(first!.text).toBe(letter.text)
    expect(first!.from!.value).toEqual([{ name: '青石县政府信息公开', address: 'gk@qingshi.example' }])
    expect(first!.to).toMatchObject({ value: [{ address: 'zhang@example.cn', name: '' }] })
    expect(first!.messageId).toBe(`<${letter.reference}@qingshi.example>`)
    expect(second!.messageId).toBe(first!.messageId)
    expect(first!.headers.get('auto-submitted')).toBe('auto-generated')
  })

  test('signs in with the account of the address, its special characters unescaped', async () => {
    const server = await opened(mailServer({ account: { user: 'gk@qingshi.example', password: 'p@ss/词' } }))
    const url = `smtp://gk%40qingshi.example:p%40ss%2F${encodeURIComponent('词')}@127.0.0.1:${server.port}`
    expect(await outcome(mailTo(0, { GONGKAI_SMTP_URL: url })(letter))).toBe('sent')
    const wrong = await outcome(mailTo(0, { GONGKAI_SMTP_URL: url.replace('p%40ss', 'pass') })(letter))
    expect(wrong).toMatch(/^for now: .*no such account/)
  })

  test('a password does not go over a network in the clear, unless the operator says so', async () => {
    // Leads to loopback, and is none of the names known as this machine.
    const server = await opened(mailServer({ account: { user: 'gk', password: 'geheim' } }))
    const url = (host: string, tls = '') => `smtp://gk:geheim@${host}:${server.port}${tls}`
    const elsewhere = '0.0.0.0'
    expect(await outcome(mailTo(0, { GONGKAI_SMTP_URL: url(elsewhere) })(letter))).toMatch(/^for now: .*(TLS|STARTTLS)/i)
    expect(await outcome(mailTo(0, { GONGKAI_SMTP_URL: url(elsewhere, '?tls=off') })(letter))).toBe('sent')
  })

  test('no such mailbox is for good; a full or busy one, a server that is away or silent, is for now', async () => {
    const server = await opened(
      mailServer({ refuses: (address) => (address.startsWith('gone') ? 550 : address.startsWith('busy') ? 451 : null) }),
    )
    const mail = mailTo(server.port)
    expect(await outcome(mail({ ...letter, to: 'gone@example.cn' }))).toMatch(/^for good: .*550/)
    expect(await outcome(mail({ ...letter, to: 'busy@example.cn' }))).toMatch(/^for now: .*451/)
    const { port } = server
    await server.close()
    expect(await outcome(mailTo(port)(letter))).toMatch(/^for now: .*ECONNREFUSED/)
    const silent = await opened(mailServer({ silent: true }))
    expect(await outcome(mailTo(silent.port, {}, 300)(letter))).toMatch(/^for now: /)
  })
})

describe('short messages', () => {
  const message = { to: '13800001234', text: '青石县水务局：已作出答复。', reference: letter.reference }
  const smsOf = (url: string, token = 'token-1', timeout?: number) =>
    postOf({ GONGKAI_SMS_URL: url, ...(token && { GONGKAI_SMS_TOKEN: token }) }, timeout).sms!

  test('go to the gateway with the token, and its id comes back', async () => {
    const gateway = await opened(smsGateway(() => ({ status: 202, body: { id: 'sms-77' } })))
    expect(await smsOf(gateway.url)(message)).toBe('sms-77')
    expect(await smsOf(gateway.url, '')(message)).toBe('sms-77')
    expect(gateway.questions).toEqual([
      { authorization: 'Bearer token-1', body: message },
      { authorization: undefined, body: message },
    ])
  })

  test.each([
    [400, { error: 'the number is blocked' }, 'for good: 400: {"error":"the number is blocked"}'],
    [401, 'who are you', 'for now: 401: who are you'],
    [429, '', 'for now: 429: '],
    [500, '', 'for now: 500: '],
    [200, { code: 'ERROR' }, 'for good: 200 without an id: {"code":"ERROR"}'],
    [200, '<html>', 'for good: 200 without an id: <html>'],
    [204, '', 'for good: 204 without an id: '],
  ])('%i %j is %s', async (status, body, expected) => {
    const gateway = await opened(smsGateway(() => ({ status, body })))
    expect(await outcome(smsOf(gateway.url)(message))).toBe(expected)
  })

  test('token and number follow no redirect, and a gateway that is away is tried again', async () => {
    const elsewhere = await opened(smsGateway(() => ({ status: 200, body: { id: 'x' } })))
    const gateway = await opened(smsGateway(() => ({ status: 307, body: '', location: elsewhere.url })))
    expect(await outcome(smsOf(gateway.url)(message))).toMatch(/^for now: /)
    expect(elsewhere.questions).toEqual([])
    await gateway.close()
    expect(await outcome(smsOf(gateway.url)(message))).toMatch(/^for now: /)
  })
})
