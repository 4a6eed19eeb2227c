/** A citizen's browser without scripts, for tests of the site's forms: keeps cookies, fills in what a page shows, follows where it is led. */
import fastify, { type FastifyInstance } from 'fastify'
import type { Context } from '#db'
import { type PortalOptions, registerPortal } from '#portal'

const assets: PortalOptions['assets'] = {
  portal: { style: '/assets/portal.css' },
  check: {
    style: '/assets/check.css',
    noScriptStyle: '/assets/no-script.css',
    island: '/assets/check.js',
    reader: '/assets/reader.js',
    writer: '/assets/writer.js',
    example: '/assets/example.txt',
    assets: '/assets/typesetter/',
    typesetterBytes: 1,
  },
}

/** The portal alone, not listening. */
export async function portalOf(ctx: Context): Promise<FastifyInstance> {
  const server = fastify({ trustProxy: true })
  await registerPortal(server, ctx, { assets })
  await server.ready()
  return server
}

export interface Paper {
  readonly field: string
  readonly name: string
  readonly bytes: Uint8Array
}

export interface Page {
  readonly status: number
  /** Where it stands, after what it was led to. */
  readonly path: string
  readonly text: string
  readonly headers: Readonly<Record<string, unknown>>
}

export interface Citizen {
  readonly cookies: Map<string, string>
  get(path: string): Promise<Page>
  /** Presses the button of a form that has nothing else. */
  press(path: string): Promise<Page>
  /** Sends a form whole, with the token of the page that was seen last unless another is given. */
  post(path: string, fields?: Readonly<Record<string, string>>, papers?: readonly Paper[], headers?: Record<string, string>): Promise<Page>
}

export function citizen(server: FastifyInstance, address = '198.51.100.7'): Citizen {
  const cookies = new Map<string, string>()
  let csrf = ''
  const shown = async (
    method: 'GET' | 'POST',
    path: string,
    sent: { payload?: Buffer; headers?: Record<string, string> } = {},
  ): Promise<Page> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await server.inject({
      method,
      url: path,
      remoteAddress: address,
      headers: { host: 'www.yunxi.example', ...(cookie && { cookie }), ...sent.headers },
      ...(sent.payload && { payload: sent.payload }),
    })
    for (const { name, value, expires, maxAge } of answer.cookies)
      if (value === '' || maxAge === 0 || (expires && expires.getTime() === 0)) cookies.delete(name)
      else cookies.set(name, value)
    const { location } = answer.headers
    if ([301, 303].includes(answer.statusCode) && typeof location === 'string') return shown('GET', location.split('#')[0]!)
    csrf = /name="csrf" value="([^"]+)"/.exec(answer.payload)?.[1] ?? csrf
    return { status: answer.statusCode, path, text: answer.payload, headers: answer.headers }
  }
  return {
    cookies,
    get: (path) => shown('GET', path),
    press: (path) =>
      shown('POST', path, {
        payload: Buffer.alloc(0),
        headers: { origin: 'http://www.yunxi.example', 'content-type': 'application/x-www-form-urlencoded' },
      }),
    post(path, fields = {}, papers = [], headers = {}) {
      const boundary = '----citizen'
      const parts = [
        ...Object.entries({ csrf, ...fields }).map(([name, value]) =>
          Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
        ),
        ...papers.flatMap(({ field, name, bytes }) => [
          Buffer.from(
            `--${boundary}\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
          ),
          Buffer.from(bytes),
          Buffer.from('\r\n'),
        ]),
        Buffer.from(`--${boundary}--\r\n`),
      ]
      const own = { origin: 'http://www.yunxi.example', 'content-type': `multipart/form-data; boundary=${boundary}`, ...headers }
      return shown('POST', path, { payload: Buffer.concat(parts), headers: own })
    },
  }
}

export const png = (size = 64): Uint8Array => {
  const bytes = new Uint8Array(size)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  return bytes
}
export const pdf = (text = ''): Uint8Array => new TextEncoder().encode(`%PDF-1.7\n${text}`)

/** What a natural person writes in the two steps; the identity number is made up and its check digit right. */
export const asked = {
  'title-1': '石板桥村征地补偿安置方案',
  'wanted-1': '2023 至 2025 年，青石镇石板桥村',
  count: '1',
  carrier: 'electronic',
  delivery: 'download',
}
export const person = {
  kind: 'naturalPerson',
  name: '陈小溪',
  identityType: 'identity-card',
  identityNumber: '11010519491231002X',
  phone: '13900000001',
  email: 'chen@example.cn',
}

/** Fills in the form of a body and sends it; the page after it, and what stands on it. */
export async function applies(
  of: Citizen,
  slug: string,
  { what = {}, who = {} }: { readonly what?: Record<string, string>; readonly who?: Record<string, string> } = {},
): Promise<{ readonly page: Page; readonly number: string; readonly code: string }> {
  await of.press(`/b/${slug}/apply/begin`)
  await of.post(`/b/${slug}/apply/form`, { ...asked, ...what, do: 'next' })
  await of.post(`/b/${slug}/apply/you`, { ...person, ...who, do: 'next' }, [{ field: 'proof', name: '身份证.png', bytes: png() }])
  const page = await of.post(`/b/${slug}/apply/send`, { do: 'send' })
  return { page, ...told(page) }
}

/** Number and code as the receipt has them. */
export function told({ text }: Page): { readonly number: string; readonly code: string } {
  return { number: /class="big">([^<]+)</.exec(text)?.[1] ?? '', code: /class="big code">([^<]+)</.exec(text)?.[1] ?? '' }
}
