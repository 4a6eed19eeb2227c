import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-install-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A repository whose npm only leaves the file that npm leaves at the end of an install. */
cpSync('bin/dependencies.js', join(folder, 'bin/dependencies.js'))
mkdirSync(join(folder, 'path'))
writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
writeFileSync(join(folder, 'path/npm'), '#!/bin/sh\nmkdir -p node_modules && echo {} > node_modules/.package-lock.json\n')
chmodSync(join(folder, 'path/npm'), 0o755)
const lock = join(folder, 'package-lock.json')

/** Whether a start installs. */
function installs(): boolean {
  const script = `const { installDependencies } = await import(${JSON.stringify(pathToFileURL(join(folder, 'bin/dependencies.js')))}); installDependencies()`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, PATH: `${join(folder, 'path')}${delimiter}${process.env.PATH}` },
    encoding: 'utf8',
  })
  expect(status, stderr).toBe(0)
  return stderr.includes('npm ci')
}

test.skipIf(process.platform === 'win32')('packages are installed for another lock file, not for another time of it', () => {
  writeFileSync(lock, '{"lock":1}')
  expect(installs()).toBe(true)
  expect(installs()).toBe(false)
  utimesSync(lock, new Date(), new Date(Date.now() + 60_000))
  expect(installs()).toBe(false)
  writeFileSync(lock, '{"lock":2}')
  utimesSync(lock, new Date(), new Date(2020, 0, 1))
  expect(installs()).toBe(true)
  // Where nothing tells the content, the times do.
  rmSync(join(folder, 'node_modules/.cache'), { recursive: true })
  expect(installs()).toBe(false)
  rmSync(join(folder, 'node_modules/.cache'), { recursive: true })
  utimesSync(lock, new Date(), new Date(Date.now() + 60_000))
  expect(installs()).toBe(true)
})
