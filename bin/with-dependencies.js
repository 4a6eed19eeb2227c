#!/usr/bin/env node
// Runs a command of the repository after installing what it needs: node bin/with-dependencies.js vitest run
import { spawnSync } from 'node:child_process'
import { delimiter } from 'node:path'
import { installDependencies, root } from './dependencies.js'

installDependencies()
const [command, ...args] = process.argv.slice(2)
const path = `${root}node_modules/.bin${delimiter}${process.env.PATH}`
const isScript = command.endsWith('.js')
const { status } = spawnSync(isScript ? process.execPath : command, isScript ? [command, ...args] : args, {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: path },
  shell: process.platform === 'win32',
})
process.exit(status ?? 1)
