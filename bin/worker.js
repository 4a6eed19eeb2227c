// A worker thread of the command line: the same TypeScript, loaded the same way.
import './typescript.js'

const { serve } = await import('../src/cli/worker.ts')
await serve()
