/** The operations of the API, from src/api/openapi.json, in the marked block of docs/api.md. */
import type { OpenApi } from '#api'

const block = /(<!-- operations -->\n)[\s\S]*?(<!-- end of operations -->)/

/** The page with its block filled: one table for each tag. */
export function withOperations(page: string, document: OpenApi): string {
  const tables = document.tags.map(({ name, description }) => {
    const rows = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, one]) => one.tags.includes(name))
        .map(([method, one]) => `| \`${method.toUpperCase()} ${path}\` | ${one.summary} | ${needsOf(one.description)} |`),
    )
    return `### ${description}\n\n| | | needs |\n| --- | --- | --- |\n${rows.join('\n')}\n`
  })
  return page.replace(block, (_, opening: string, closing: string) => `${opening}\n${tables.join('\n')}\n${closing}`)
}

const needsOf = (description: string | undefined): string => /Needs (`.+`)\.$/.exec(description ?? '')?.[1] ?? ''
