import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Environment, readConfiguration } from './configuration.ts'

/** The configuration of an environment that is right. */
function right(env: Environment, options: readonly string[] = []) {
  const read = readConfiguration(options, env)
  if (read.state !== 'right') throw new Error(JSON.stringify(read))
  return read
}

/** The sentence of one that is not. */
function sentence(env: Environment, options: readonly string[] = []): string {
  const read = readConfiguration(options, env)
  return read.state === 'wrong' ? read.sentence : JSON.stringify(read)
}

test('nothing set means this machine, port 8080, and the demo beside the folder of a site of one’s own', () => {
  const { configuration, warnings } = right({})
  expect(configuration).toMatchObject({ host: '127.0.0.1', port: 8080, empty: false, origin: null, proxies: [], log: 'error' })
  expect(configuration.database).toMatchObject({ dataFolder: resolve('data/demo'), url: null })
  expect(right({}, ['--empty']).configuration.database.dataFolder).toBe(resolve('data'))
  expect(warnings).toEqual([])
})

test('a data folder that is given is taken as it is, with or without --empty', () => {
  for (const options of [[], ['--empty']]) {
    const { database } = right({ GONGKAI_DATA: '/srv/gongkai' }, options).configuration
    expect(database).toMatchObject({ dataFolder: '/srv/gongkai', contentFolder: '/srv/gongkai/content', keyFile: '/srv/gongkai/key' })
  }
})

test('an empty variable counts as unset', () => {
  const empty = {
    HOST: '',
    PORT: '',
    GONGKAI_DATA: '',
    DATABASE_URL: '',
    GONGKAI_KEY: '',
    GONGKAI_ORIGIN: '',
    GONGKAI_PROXY: '',
    GONGKAI_LOG: '',
  }
  expect(right(empty)).toEqual(right({}))
})

test('what is right is taken', () => {
  const { configuration } = right({
    HOST: '::1',
    PORT: '65535',
    DATABASE_URL: 'postgres://gk:secret@db.example:5433/gongkai',
    GONGKAI_ORIGIN: 'https://GK.example.gov.cn/',
    GONGKAI_PROXY: '127.0.0.1, 10.0.0.0/8,fd00::/8',
    GONGKAI_LOG: 'info',
  })
  expect(configuration).toMatchObject({
    host: '::1',
    port: 65_535,
    origin: 'https://gk.example.gov.cn',
    proxies: ['127.0.0.1', '10.0.0.0/8', 'fd00::/8'],
    log: 'info',
  })
  expect(configuration.database.url).toBe('postgres://gk:secret@db.example:5433/gongkai')
})

describe('what is wrong gives one sentence that names the variable and what to set', () => {
  test.each([
    ['PORT', 'eighty', '1 to 65535'],
    ['PORT', '-1', '1 to 65535'],
    ['PORT', '70000', '1 to 65535'],
    ['PORT', '80.5', '1 to 65535'],
    ['PORT', '0', '1 to 65535'],
    ['PORT', '0x50', '1 to 65535'],
    ['PORT', '8e3', '1 to 65535'],
    ['PORT', ' ', '1 to 65535'],
    ['PORT', '+80', '1 to 65535'],
    ['HOST', '127.0.0.256', '127.0.0.1'],
    ['HOST', 'http://localhost', '127.0.0.1'],
    ['HOST', '127.0.0.1:80', '127.0.0.1'],
    ['DATABASE_URL', 'localhost:5432', 'postgresql://'],
    ['DATABASE_URL', 'mysql://a@b/c', 'postgresql://'],
    ['DATABASE_URL', 'postgresql://gk:secret@db.example', 'postgresql://'],
    ['GONGKAI_KEY', 'secret', 'openssl rand -hex 32'],
    ['GONGKAI_ORIGIN', 'gk.example.gov.cn', 'https://gk.example.gov.cn'],
    ['GONGKAI_ORIGIN', 'https://gk.example.gov.cn/portal', 'without a path'],
    ['GONGKAI_ORIGIN', 'ftp://gk.example.gov.cn', 'https://gk.example.gov.cn'],
    ['GONGKAI_PROXY', 'yes', '127.0.0.1'],
    ['GONGKAI_PROXY', '10.0.0.0/33', '127.0.0.1'],
    ['GONGKAI_LOG', 'debug', 'off, error or info'],
    ['GONGKAI_SMTP_URL', 'mail.example.cn', 'smtps://user:password@host:465'],
    ['GONGKAI_SMTP_URL', 'http://mail.example.cn', 'smtps://user:password@host:465'],
    ['GONGKAI_SMTP_URL', 'smtp://gk@mail.example.cn', 'smtps://user:password@host:465'],
    ['GONGKAI_SMTP_URL', 'smtp://gk:p%zz@mail.example.cn', 'smtps://user:password@host:465'],
    ['GONGKAI_SMTP_URL', 'smtp://mail.example.cn/?tls=maybe', 'smtps://user:password@host:465'],
    ['GONGKAI_MAIL_FROM', 'gk@example.cn', 'GONGKAI_SMTP_URL is not'],
    ['GONGKAI_SMS_URL', 'sms.example.cn', 'https://sms.example.gov.cn/send'],
    ['GONGKAI_SMS_URL', 'https://user:secret@sms.example.cn/', 'as GONGKAI_SMS_TOKEN'],
    ['GONGKAI_SMS_TOKEN', 'abc', 'GONGKAI_SMS_URL is not'],
  ])('%s=%s', (name, value, advice) => {
    const said = sentence({ [name]: value })
    expect(said).toMatch(new RegExp(`^${name} `))
    expect(said).toContain(advice)
    expect(said).not.toContain('\n')
    // Nothing that may be a secret is repeated.
    expect(said).not.toContain('secret')
    expect(sentence({ [name]: value, LANG: 'zh_CN.UTF-8' })).toMatch(new RegExp(`^环境变量 ${name} .*请`))
  })
})

test('an option that there is not is refused', () => {
  expect(sentence({}, ['--emtpy'])).toBe('there is no option --emtpy; npm start -- --help lists those there are')
  expect(readConfiguration(['--help'], { PORT: 'wrong' })).toEqual({ state: 'help' })
})

test('a variable of ours that there is not is told, with the one that may be meant', () => {
  expect(right({ GONGKAI_DATE: 'x', GONGKAI_COLOUR: 'x', GONGKAI_SEED: '1' }).warnings).toEqual([
    'GONGKAI_COLOUR means nothing here and is ignored; docs/operating.md lists what does',
    'GONGKAI_DATE means nothing here and is ignored; is GONGKAI_DATA meant?',
  ])
})

describe('how notices leave the house', () => {
  const server = { GONGKAI_SMTP_URL: 'smtps://gk:secret@mail.example.cn' }
  test('both protocols with their ports, the sender with or without a name', () => {
    const { mail } = right({ ...server, GONGKAI_MAIL_FROM: '青石县政府信息公开 <gk@example.gov.cn>' }).configuration
    expect(mail).toEqual({
      host: 'mail.example.cn',
      port: 465,
      isSecure: true,
      startsTls: true,
      account: { user: 'gk', password: 'secret' },
      from: { name: '青石县政府信息公开', address: 'gk@example.gov.cn' },
    })
    const plain = right({ GONGKAI_SMTP_URL: 'smtp://mail.example.cn?tls=off', GONGKAI_MAIL_FROM: 'gk@example.gov.cn' }).configuration.mail
    expect(plain).toMatchObject({
      port: 587,
      isSecure: false,
      startsTls: false,
      account: null,
      from: { name: '', address: 'gk@example.gov.cn' },
    })
  })
  test.each(['', 'nobody', 'a <b>', 'a@b.cn, c@d.cn', 'a\r\nBcc: x@y.cn <a@b.cn>'])('a sender %j is none', (from) => {
    expect(sentence({ ...server, GONGKAI_MAIL_FROM: from })).toContain('gk@example.gov.cn')
  })
  test('no password is printed', () => {
    expect(sentence({ GONGKAI_SMTP_URL: 'smtp://gk:Geheim-1@mail.example.cn/x', GONGKAI_MAIL_FROM: 'a@b.cn' })).not.toContain('Geheim')
  })
})
