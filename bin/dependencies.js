import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Installs what package-lock.json names when node_modules is absent or was installed from another package-lock.json. */
export function installDependencies() {
  // A linked node_modules is somebody's choice; npm would empty what it points to.
  if (lstatSync(`${root}node_modules`, { throwIfNoEntry: false })?.isSymbolicLink()) return
  if (isInstalled()) return
  console.error('gongkai: installing dependencies (npm ci) …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: root,
    // npm's chatter goes to standard error: standard output belongs to the command's answer.
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) process.exit(status ?? 1)
  remember()
}

/** npm writes this file at the end of an install; its time is the install's time. */
const installed = `${root}node_modules/.package-lock.json`
/** The hash of the package-lock.json that was installed. */
const note = `${root}node_modules/.cache/gongkai/installed`

/** By content where a note of it is as new as the install; else by time: a fresh checkout gives every file the time of now. */
function isInstalled() {
  const installedAt = timeOf(installed)
  if (installedAt === null) return false
  const notedAt = timeOf(note)
  if (notedAt !== null && notedAt >= installedAt) return readFileSync(note, 'utf8') === lockHash()
  if (installedAt < timeOf(`${root}package-lock.json`)) return false
  remember()
  return true
}

function remember() {
  try {
    mkdirSync(`${root}node_modules/.cache/gongkai`, { recursive: true })
    writeFileSync(note, lockHash())
  } catch {
    // Whoever may not write there goes by the times.
  }
}

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex')
const timeOf = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? null
