/** The API's own pages: the OpenAPI document, the page to browse it, and the list of error codes. */
import fastifySwaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { apiWords } from '#words'
import { errorCodes } from './error-codes.ts'

/** Everything the page brings itself; the styles it writes into the document are its own. */
const docsPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Mounts /docs, /openapi.json and /errors. */
export async function serveDocuments(api: FastifyInstance): Promise<void> {
  api.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('application/json; charset=utf-8').send(JSON.stringify(api.swagger())),
  )
  api.get('/errors', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(errorsPage()),
  )
  await api.register(fastifySwaggerUi, {
    routePrefix: '/docs',
    // The page asks for its files below the API's own address.
    indexPrefix: api.prefix,
    staticCSP: docsPolicy,
    uiConfig: { docExpansion: 'list', deepLinking: true, displayRequestDuration: true },
    theme: { title: 'Gongkai 公开 API' },
  })
}

/** Every code with its sentence, in both languages: where `type` of a refusal leads. */
function errorsPage(): string {
  const english = errorCodes('en')
  const rows = errorCodes('zh-CN').map(
    ({ code, status, sentence }, index) =>
      `<tr id="${code}"><th scope="row"><code>${code}</code></th><td>${status}</td><td>${escaped(sentence)}</td><td lang="en">${escaped(english[index]!.sentence)}</td></tr>`,
  )
  const [code, status, meaning] = apiWords['zh-CN'].errorsHead
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${apiWords['zh-CN'].errorsTitle}</title></head>
<body><main><h1>${apiWords['zh-CN'].errorsTitle}</h1>
<table border="1" cellpadding="6"><thead><tr><th scope="col">${code}</th><th scope="col">${status}</th><th scope="col">${meaning}</th><th scope="col" lang="en">${apiWords.en.errorsHead[2]}</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></main></body></html>
`
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
