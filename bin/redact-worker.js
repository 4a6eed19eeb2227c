// The worker thread that PDFium lives in: the same TypeScript, loaded the same way.
import './typescript.js'

const { serve } = await import('../src/redact/worker.ts')
await serve()
