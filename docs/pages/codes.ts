/** The codes of the API, from words/failures.ts, in the marked block of docs/errors.md. */
import { errorCodes } from '#api'

const block = /(<!-- codes of the API -->\n)[\s\S]*?(<!-- end of codes -->)/

/** The page with its block filled. */
export function withCodes(page: string): string {
  const rows = errorCodes('en').map(({ code, status, sentence }) => `| \`${code}\` | ${status} | ${sentence.replaceAll('|', '\\|')} |`)
  return page.replace(
    block,
    (_, opening: string, closing: string) => `${opening}| code | status | message |\n| --- | --- | --- |\n${rows.join('\n')}\n${closing}`,
  )
}
