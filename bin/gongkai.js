#!/usr/bin/env node
import { installDependencies } from './dependencies.js'

installDependencies()
await import('./typescript.js')
const { main } = await import('../src/cli/index.ts')
process.exitCode = await main(process.argv.slice(2), process)
