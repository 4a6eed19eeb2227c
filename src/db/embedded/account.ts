/** PostgreSQL refuses to run as root: whose account it takes instead, and where that account can go. */
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Failure } from '#words'

export interface Account {
  readonly uid: number
  readonly gid: number
}

/** In this order: an account made for it, then those that systems bring. */
const names = ['gongkai', 'postgres', '_postgres', 'nobody']

/** The account the database runs as; null for one's own, which only root may not use. The owner of a database that is there already goes on. */
export function accountFor(cluster: string): Account | null {
  if (process.getuid?.() !== 0) return null
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const known = new Map(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map(([name, , uid, gid]) => [name, { uid: Number(uid), gid: Number(gid) }]),
  )
  const account = names.map((name) => known.get(name)).find((one) => one !== undefined && one.uid > 0)
  if (account === undefined) throw new Failure('database-no-account')
  return account
}

/** Whether the account may enter every folder down to the path. */
export function reaches(account: Account, path: string): boolean {
  for (let folder = dirname(realpathSync(path)); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder)
    const enter = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    if ((mode & enter) === 0) return false
    if (folder === dirname(folder)) return true
  }
}
