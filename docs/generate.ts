/** npm run docs: writes the pages and blocks that are made from the program. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { pages } from './pages.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
for (const [path, text] of Object.entries(pages())) writeFileSync(root + path, text)
