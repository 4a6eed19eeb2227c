/** npm run docs: writes the API's document and the desk's types, then the pages and blocks that are made from the program. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { apiTypes, openApiDocument, openApiText } from '#api'
import { pages } from './pages.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const document = await openApiDocument()
writeFileSync(`${root}src/api/openapi.json`, openApiText(document))
writeFileSync(`${root}src/desk/api-types.ts`, apiTypes(document))
for (const [path, text] of Object.entries(pages())) writeFileSync(root + path, text)
