#!/usr/bin/env node
import { installDependencies } from './dependencies.js'

installDependencies()
await import('./typescript.js')
const { serve } = await import('../src/runtime/index.ts')
process.exitCode = await serve(process)
