/** Where the database and the files are, told by the environment. An empty variable counts as unset. */
import { resolve } from 'node:path'
import { Failure } from '#words'

export type Environment = Readonly<Record<string, string | undefined>>

export interface DatabaseSettings {
  /** GONGKAI_DATA, absolute. */
  readonly dataFolder: string
  /** DATABASE_URL; null for the database in the box. */
  readonly url: string | null
  /** GONGKAI_KEY; undefined for the file in the data folder. */
  readonly key: string | undefined
  readonly contentFolder: string
  readonly keyFile: string
  /** A line a day with the number and hash of the last event. */
  readonly anchorFile: string
}

/** Throws Failure `wrong-setting`, which names the variable and what to set. */
export function databaseSettings(env: Environment): DatabaseSettings {
  const dataFolder = resolve(env.GONGKAI_DATA || 'data')
  const key = env.GONGKAI_KEY || undefined
  if (key !== undefined && !/^[0-9a-f]{64}$/i.test(key))
    throw wrong(
      'GONGKAI_KEY',
      ['不是 64 位十六进制数', 'openssl rand -hex 32 输出的那样一串'],
      ['is not 64 hexadecimal digits', 'something like what `openssl rand -hex 32` prints'],
    )
  return {
    dataFolder,
    url: env.DATABASE_URL ? checkedUrl(env.DATABASE_URL) : null,
    key,
    contentFolder: resolve(dataFolder, 'content'),
    keyFile: resolve(dataFolder, 'key'),
    anchorFile: resolve(dataFolder, 'audit-anchors.txt'),
  }
}

const form = 'postgresql://user:password@host:5432/gongkai'

function checkedUrl(text: string): string {
  // The value may hold a password and is never repeated.
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol))
    throw wrong('DATABASE_URL', ['不是 PostgreSQL 的地址', ` ${form} 这样的地址`], ['is no address of PostgreSQL', `one like ${form}`])
  if (url.pathname.length < 2)
    throw wrong(
      'DATABASE_URL',
      ['没有写库名', ` ${form} 这样的地址，最后是库名`],
      ['names no database', `one like ${form}, whose end is the database’s name`],
    )
  return text
}

const wrong = (name: string, [what, set]: readonly [string, string], [whatEn, setEn]: readonly [string, string]): Failure =>
  new Failure('wrong-configuration', { name, what, set, whatEn, setEn })
